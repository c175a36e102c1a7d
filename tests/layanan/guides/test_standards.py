"""The standar pelayanan of a service: fourteen components in the order of Permenpan-RB 15/2014. The six for the public
are never empty in public; of the others the office is told what is missing, and the document says so."""

import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import PageViewRestriction

from home.officials.models import Position
from layanan.guides.standards import COMPLAINTS, INTERNAL
from layanan.guides.views import PER_PART
from layanan.models import ServiceGuidePage
from tests.factories.home import OfficialFactory, UserFactory, VillageFactory
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db

IN_ORDER = [
    "Persyaratan",
    "Sistem, mekanisme, dan prosedur",
    "Jangka waktu penyelesaian",
    "Biaya/tarif",
    "Produk pelayanan",
    "Penanganan pengaduan, saran, dan masukan",
    "Dasar hukum",
    "Sarana, prasarana, dan/atau fasilitas",
    "Kompetensi pelaksana",
    "Pengawasan internal",
    "Jumlah pelaksana",
    "Jaminan pelayanan",
    "Jaminan keamanan dan keselamatan pelayanan",
    "Evaluasi kinerja pelaksana",
]
OF_THE_OFFICE = {name: f"Isi {name}." for name, *_ in INTERNAL}
BASIS = [("basis", {"text": "UU 24/2013", "url": ""})]


def complete(**fields) -> ServiceGuidePage:
    return GuideFactory(**({"legal_basis": BASIS} | OF_THE_OFFICE | fields))


def standard_of(html: str) -> dict[str, str]:
    """What the printed document says of each component."""
    found = re.findall(r"<b>(\d+\. [^<]+)</b><div>(.*?)</div>", html, flags=re.DOTALL)
    return {name: unescape(re.sub(r"<[^>]+>", "|", words)).strip("|") for name, words in found}


def document(client, guide) -> dict[str, str]:
    return standard_of(client.get(f"{guide.url}standar-pelayanan/").content.decode())


def test_the_document_holds_the_fourteen_in_the_order_of_the_law(client):
    guide = complete(
        requirements=[("item", {"text": "KK lama", "note": "Asli.", "issuer": "Disdukcapil"})],
        steps_online=[("step", {"title": "Buka aplikasinya", "text": ""})],
        duration_note="Bila lengkap.",
        cost_note="Meterai sendiri",
        made_by="pengantar",
        final_issuer="Disdukcapil",
        complaints="Kepada Sekretaris Desa.",
    )
    VillageFactory(phone="+6274321234")
    found = document(client, guide)
    assert list(found) == [f"{number}. {name}" for number, name in enumerate(IN_ORDER, 1)]
    words = list(found.values())
    assert words[0] == "KK lama. Asli. Dari: Disdukcapil."
    assert "Di kantor" in words[1]
    assert "Datang ke kantor. Bawa berkasnya." in words[1]
    assert "Buka aplikasinya" in words[1]
    assert words[2:5] == [
        "1 hari kerja. Bila lengkap.",
        "Gratis. Meterai sendiri.",
        "Surat keterangan. Diterbitkan oleh Disdukcapil.",
    ]
    assert "Kepada Sekretaris Desa." in words[5]
    assert "Telepon 0743-21234." in words[5]
    assert words[6:] == ["UU 24/2013", *OF_THE_OFFICE.values()]


def test_what_nobody_has_set_is_said_and_does_not_vanish(client):
    found = document(client, GuideFactory())
    assert list(found) == [f"{number}. {name}" for number, name in enumerate(IN_ORDER, 1)]
    assert [name for name, words in found.items() if "Belum ditetapkan" in words] == list(found)[6:]


def test_the_document_is_signed_by_who_is_head_today(client):
    position = Position.objects.create(name="Kepala Desa")
    OfficialFactory(position=position, name="Ibu Rohana")
    html = client.get(f"{GuideFactory().url}standar-pelayanan/").content.decode()
    assert "Ibu Rohana" in html
    assert 'class="qr"' in html


@pytest.mark.parametrize("hide", ["draft", "private", "nobody"])
def test_no_document_of_a_guide_that_is_not_public(client, hide):
    guide = complete(title="KK", live=hide != "draft")
    if hide == "private":
        PageViewRestriction.objects.create(page=guide, restriction_type="login")
    address = (
        "/layanan/tidak-ada/standar-pelayanan/" if hide == "nobody" else "/layanan/kk/standar-pelayanan/"
    )
    assert client.get(address).status_code == 404
    book = client.get("/layanan/standar-pelayanan/").content.decode()
    assert (">KK</a>" in book) is (hide == "nobody")


# The six that must be public.


@pytest.mark.parametrize("name", ["requirements", "steps_office", "duration_value", "result", "complaints"])
def test_a_public_guide_lacks_none_of_the_six(name):
    guide = complete()
    setattr(guide, name, None if name == "duration_value" else [] if name.startswith(("req", "st")) else "")
    with pytest.raises(ValidationError) as fault:
        guide.full_clean()
    assert list(fault.value.message_dict) == [name]


def test_a_new_guide_begins_with_a_way_to_complain_and_shows_it(client):
    guide = GuideFactory()
    assert guide.complaints == COMPLAINTS
    assert COMPLAINTS in client.get(guide.url).content.decode()


# The eight of the office.


def test_the_guide_shows_the_office_s_own_in_a_closed_part_with_the_way_to_the_document(client):
    html = client.get(complete(staff_number="Dua orang").url).content.decode()
    part = re.search(r"<details class=\"screen-only standard-more\">.*?</details>", html, re.DOTALL)[0]
    assert "Dua orang" in part
    assert "standar-pelayanan/" in part
    assert re.findall(r"<dt>(.*?)</dt>", part) == IN_ORDER[7:]


def test_the_office_is_told_what_is_missing(client):
    complete(title="Lengkap")
    complete(title="SKTM", supervision="", staff_number=" ", legal_basis=[])
    GuideFactory(title="Draf", live=False)
    client.force_login(UserFactory(roles=["Operator"]))
    first_screen = client.get("/admin/").content.decode()
    assert "Lengkapi standar pelayanan 1 layanan" in first_screen
    assert "“SKTM”: belum ada dasar hukum, pengawasan internal, jumlah pelaksana" in first_screen
    html = client.get(reverse("incomplete_standards")).content.decode()
    assert "Belum ada: Dasar hukum, Pengawasan internal, Jumlah pelaksana" in html
    assert html.count("Belum ada:") == 1


def test_nobody_is_told_where_all_is_there(client):
    complete()
    client.force_login(UserFactory(roles=["Operator"]))
    assert "Lengkapi standar" not in client.get("/admin/").content.decode()
    assert "Semua lengkap." in client.get(reverse("incomplete_standards")).content.decode()


# The book.


def test_the_book_names_all_services_and_its_parts_hold_each_once(client):
    titles = [f"Layanan {number:03}" for number in range(2 * PER_PART + 1)]
    for title in titles:
        complete(title=title)
    cover = client.get("/layanan/standar-pelayanan/").content.decode()
    contents = re.search(r'<ol class="contents">.*?</ol>', cover, re.DOTALL)[0]
    assert re.findall(r">([^<]+)</a>", contents) == titles
    assert re.findall(r'href="\?bagian=(\d+)"', cover) == ["1", "2", "3"]
    heads = []
    for part in (1, 2, 3):
        html = client.get("/layanan/standar-pelayanan/", {"bagian": part}).content.decode()
        heads += re.findall(r'<h2 id="layanan-\d+">(.*?)</h2>', html)
        assert len(standard_of(html)) == len(IN_ORDER)
    assert heads == [f"{number}. {title}" for number, title in enumerate(titles, 1)]


@pytest.mark.parametrize("asked", ["0", "99", "-1", "dua", "9" * 40, "1%00"])
def test_a_part_that_is_none_is_no_error(client, asked):
    complete()
    assert client.get(f"/layanan/standar-pelayanan/?bagian={asked}").status_code == 200


def test_a_book_without_services_says_so(client):
    for address in ("/layanan/standar-pelayanan/", "/layanan/standar-pelayanan/?bagian=1"):
        assert "sedang disusun" in client.get(address).content.decode()


def test_no_page_of_the_book_of_a_hundred_services_is_beyond_60_kb(client):
    """With texts as long as the example's longest."""
    words = "Petugas memeriksa berkas di depan warga dan menulis yang kurang di kertas. " * 3
    for number in range(100):
        complete(
            title=f"Surat keterangan untuk keperluan nomor {number:03}",
            requirements=[("item", {"text": "KK lama", "note": words[:90]})] * 8,
            steps_office=[("step", {"title": "Serahkan berkas", "text": words[:150]})] * 7,
            **{name: words for name, *_ in INTERNAL},
        )
    sizes = {
        part: len(client.get("/layanan/standar-pelayanan/", {"bagian": part}).content) for part in ("", 1, 20)
    }
    assert {part: size for part, size in sizes.items() if size > 60_000} == {}


@pytest.mark.parametrize("slug", ["standar-pelayanan"])
def test_no_guide_takes_an_address_of_the_system(slug):
    guide = GuideFactory()
    guide.slug = slug
    with pytest.raises(ValidationError) as fault:
        guide.full_clean()
    assert "dipakai oleh sistem" in fault.value.message_dict["slug"][0]
