"""The text of a regulation in public: whole on its page, or in light parts; each Pasal has one address for good."""

import random
import re
from html import unescape

import pytest

from home.pages.addresses import absolute
from layanan.regulations.text_parts import divided
from project.lib.words import words
from tests.factories.home import DocumentFactory, VillageFactory
from tests.factories.layanan import RegulationFactory

pytestmark = pytest.mark.django_db

MAX_HTML = 60_000  # bytes of any page (issue 4)
ADDRESS = "/regulasi/perdes-3-2024/"


def article(number: int) -> str:
    return (
        f"Pasal {number}\n(1) Setiap warga menjaga sungai, kebun, dan jalan di sekitar rumahnya nomor {number}.\n"
        "(2) Menjaga meliputi:\na. membersihkan;\nb. merawat; dan\nc. melaporkan kerusakan kepada ketua RT.\n"
    )


def long_text(chapters: int, each: int) -> str:
    numbers = iter(range(1, chapters * each + 1))
    return "MEMUTUSKAN:\nMenetapkan : PERATURAN DESA.\n" + "".join(
        f"BAB {'X' * (chapter // 10)}{('I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X')[chapter % 10]}\n"
        f"KETENTUAN {chapter}\n" + "".join(article(next(numbers)) for _ in range(each))
        for chapter in range(chapters)
    )


SHORT = long_text(2, 3)
LONG = long_text(20, 15)


def regulation(text, **fields):
    return RegulationFactory(number="3", year=2024, text=text, **fields)


def html(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def readable(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_short_text_stands_whole_on_its_page(client):
    regulation(SHORT)
    page = html(client, ADDRESS)
    assert 'id="pasal-5"><a href="#pasal-5">Pasal 5</a>' in page
    assert 'id="pasal-5-ayat-2"' in page
    assert "(2) Menjaga meliputi: a. membersihkan;" in readable(page)


def test_the_contents_lead_to_every_bab_and_pasal(client):
    regulation(SHORT)
    contents = html(client, ADDRESS).split('class="law-contents"')[1].split("</details>")[0]
    assert re.findall(r'href="#([^"]+)"', contents) == [
        "pembukaan", "bab-i", "pasal-1", "pasal-2", "pasal-3", "bab-ii", "pasal-4", "pasal-5", "pasal-6",
    ]  # fmt: skip


def test_headings_follow_each_other_without_a_gap(client):
    regulation(f"{LONG}BAB XXXI\nBagian Kesatu\nHak\nParagraf 1\nUmum\nPasal 301\nIsi.")
    for number in range(1, len(divided_of(client)) + 1):
        page = html(client, f"{ADDRESS}naskah/?bagian={number}")
        levels = [int(level) for level in re.findall(r"<h([1-6])", page.split("<footer")[0])]
        assert levels[0] == 1
        assert [(a, b) for a, b in zip(levels, levels[1:], strict=False) if b > a + 1] == []


def divided_of(client) -> list[str]:
    return client.get(f"{ADDRESS}naskah/").context["text"].parts


def test_a_long_text_is_divided_and_nothing_of_it_is_lost(client):
    regulation(LONG)
    parts = divided_of(client)
    assert len(parts) > 3
    read = "".join(html(client, f"{ADDRESS}naskah/?bagian={n}").split('class="law"')[1].split("<section")[0]
                   for n in range(1, len(parts) + 1))  # fmt: skip
    said = readable("<p " + re.sub(r"<h\d[^>]*>[^<]*<small>.*?</h\d>", " ", read))
    assert [word for word in words(said) if word != "pembukaan"] == words(LONG)


def test_every_pasal_has_one_address_wherever_it_stands(client):
    page = regulation(LONG)
    part = divided(LONG).place["pasal-200"]
    assert part > 1
    response = client.get(f"{ADDRESS}pasal/200/")
    assert (response.status_code, response.url) == (302, f"{ADDRESS}naskah/?bagian={part}#pasal-200")
    assert 'id="pasal-200"' in html(client, response.url.partition("#")[0])
    page.text = SHORT
    page.save_revision().publish()
    assert client.get(f"{ADDRESS}pasal/5/").url == f"{ADDRESS}#pasal-5"
    assert client.get(f"{ADDRESS}pasal/5A/").status_code == 404


def test_the_page_of_a_long_text_leads_to_its_parts_and_keeps_the_anchors(client):
    regulation(long_text(6, 10))
    page = html(client, ADDRESS)
    part = divided(long_text(6, 10)).place["pasal-40"]
    assert part > 1
    assert f'id="pasal-40" href="{ADDRESS}naskah/?bagian={part}#pasal-40"' in page


def test_of_very_many_pasal_the_contents_name_the_first_and_last_of_each_bab(client):
    regulation(LONG)
    contents = html(client, ADDRESS).split('class="law-contents"')[1].split("</ol>")[0]
    assert "BAB II KETENTUAN 1 Pasal 16 – Pasal 30" in readable(contents)


@pytest.mark.parametrize("asked", ["", "0", "-1", "abc", "٣", "9" * 30])
def test_a_part_that_is_none_is_the_first_or_the_last(client, asked):
    regulation(LONG)
    number = client.get(f"{ADDRESS}naskah/", {"bagian": asked}).context["part"].number
    assert number in (1, len(divided(LONG).parts))


def test_the_address_of_the_text_leads_to_the_page_where_it_stands_whole(client):
    regulation(SHORT)
    assert client.get(f"{ADDRESS}naskah/").url == f"{ADDRESS}#naskah"


def test_without_a_text_there_is_neither_contents_nor_search(client):
    regulation("", document=DocumentFactory())
    assert "law-contents" not in html(client, ADDRESS)
    assert "cari-naskah" not in html(client, ADDRESS)
    assert client.get(f"{ADDRESS}naskah/").status_code == 404


@pytest.mark.parametrize("room", ["naskah/", "naskah/?q=sungai", "pasal/1/"])
def test_a_text_that_is_not_public_stands_nowhere(client, room):
    page = regulation(SHORT)
    assert client.get(f"{ADDRESS}{room}").status_code in (200, 302)
    page.unpublish()
    assert client.get(f"{ADDRESS}{room}").status_code == 404


def test_a_revoked_regulation_says_so_with_its_text_and_its_parts(client):
    page = regulation(LONG)
    type(page).objects.filter(pk=page.pk).update(status="dicabut")
    for address in (ADDRESS, f"{ADDRESS}naskah/?bagian=2", f"{ADDRESS}naskah/?q=sungai"):
        assert 'class="state dicabut"' in html(client, address)


def test_paper_says_where_the_signed_original_is(client):
    page = regulation(SHORT, document=DocumentFactory())
    assert f"Naskah itu ada di {page.document_address}" in readable(html(client, ADDRESS))
    assert page.document_address == absolute(page.document.url)


@pytest.mark.parametrize(("text", "left_out"), [(SHORT, True), (LONG, False), ("", False)])
def test_paper_has_the_summary_where_it_has_not_the_text(client, text, left_out):
    regulation(text, plain_summary="Ringkas.")
    assert ('aria-labelledby="isi-singkat" class="screen-only"' in html(client, ADDRESS)) == left_out


# --- Search within ---


def hits(client, query) -> list[str]:
    return [hit["name"] for hit in client.get(f"{ADDRESS}naskah/", {"q": query}).context["hits"]]


BY_WORDS = (
    "Pasal 1\nWarga memilah sampah.\nPasal 2\n(1) Pemilahan di rumah.\nPasal 3\nKetua RT mencatat.\n"
    "PENJELASAN\nPasal 1\nMemilah berarti memisahkan."
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("pilah", ["Pasal 1", "Pasal 2", "Penjelasan Pasal 1"]),
        ("MEMILAH sampah", ["Pasal 1"]),
        ("pencatatan", ["Pasal 3"]),
        ("samp", ["Pasal 1"]),
        ("sampah ketua", ["Pasal 1", "Pasal 3"]),  # none has both
        ("jembatan", []),
        ("<script>", []),
        ("%", []),
    ],
)
def test_words_in_any_form_find_the_pasal_that_has_them(client, query, found):
    regulation(BY_WORDS)
    assert hits(client, query) == found


def test_a_hit_shows_the_words_and_leads_to_the_pasal(client):
    regulation(BY_WORDS)
    page = html(client, f"{ADDRESS}naskah/?q=pemilahan")
    assert f'href="{ADDRESS}#pasal-2"' in page
    assert "(1) <mark>Pemilahan</mark> di rumah." in page


def test_no_search_engine_and_no_cache_keeps_what_somebody_looked_for(client):
    regulation(BY_WORDS)
    response = client.get(f"{ADDRESS}naskah/?q=sampah")
    assert (response["X-Robots-Tag"], response["Cache-Control"]) == ("noindex", "private, no-cache")


def test_without_a_word_the_search_asks_for_one(client):
    regulation(BY_WORDS)
    assert "Tulis sedikitnya satu kata" in html(client, f"{ADDRESS}naskah/?q=")


# --- Light ---

SEED = random.Random(4)
NASTY = {
    "one line": "kata " * 79_000,
    "one word": "x" * 395_000,
    "signs": "<&>\"'" * 79_000,
    "empty pasals": "".join(f"Pasal {n}\n" for n in range(1, 30_000)),
    "tiny pasals": "".join(f"Pasal {n}\nIsi.\n" for n in range(1, 22_000)),
    "chapters": "".join(f"BAB {'I' * (n % 12 + 1)}\nJUDUL BAB YANG PANJANG SEKALI\n" for n in range(9_000)),
    "long titles": "".join(f"BAB I {'JUDUL ' * 45}\nPasal {n}\nIsi.\n" for n in range(1, 1_300)),
    "one pasal": "Pasal 1\n" + "".join(f"({n % 900}) Isi ayat {n}.\n" for n in range(18_000)),
    "a law": long_text(30, 65),
    "noise": "".join(SEED.choice("abcdefghij KLMNOP\n.,;()1234567890&<") for _ in range(390_000)),
}


@pytest.mark.parametrize("name", NASTY)
def test_no_page_is_heavy_however_long_and_odd_the_text(client, name):
    VillageFactory()
    regulation(NASTY[name], document=DocumentFactory())
    parts = len(divided(NASTY[name]).parts)
    shown = {1, 2, parts // 2, parts - 1, parts}
    addresses = [ADDRESS, f"{ADDRESS}naskah/?q=isi", f"{ADDRESS}naskah/?q=kata"]
    addresses += [f"{ADDRESS}naskah/?bagian={number}" for number in sorted(shown)]
    sizes = {address: len(client.get(address, follow=True).content) for address in addresses}
    assert {address: size for address, size in sizes.items() if size > MAX_HTML} == {}
