"""A guide says what to bring, how long, what it costs and from whom; it never leaves out the price."""

from datetime import UTC, date, datetime
from decimal import Decimal
from urllib.parse import unquote

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import HomePage
from layanan.guides.models import LifeEvent
from layanan.guides.standards import INTERNAL
from layanan.models import ServiceGuidePage, ServiceIndexPage
from tests.factories.home import DocumentFactory, UserFactory, VillageFactory
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db


def faults(**fields) -> dict[str, list[str]]:
    guide = GuideFactory(title="Kartu Keluarga")
    for name, value in fields.items():
        setattr(guide, name, value)
    try:
        guide.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def main(client, address="/layanan/kartu-keluarga/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


# The cost is always said.


@pytest.mark.parametrize(
    ("kind", "amount", "words"),
    [
        ("gratis", None, "Gratis"),
        ("berbayar", Decimal("15000"), "Rp15.000,00"),
        ("berbayar", Decimal("0.01"), "Rp0,01"),
    ],
)
def test_a_cost_that_is_explicit_is_taken_and_shown(client, kind, amount, words):
    assert faults(cost_kind=kind, cost_amount=amount) == {}
    ServiceGuidePage.objects.update(cost_kind=kind, cost_amount=amount)
    assert words in main(client)


@pytest.mark.parametrize(
    ("kind", "amount", "words"),
    [
        ("gratis", Decimal("15000"), "Kosongkan jumlah biaya, atau pilih Berbayar."),
        ("gratis", Decimal("0"), "Kosongkan jumlah biaya, atau pilih Berbayar."),
        ("berbayar", None, "Tulis jumlah biayanya, atau pilih Gratis."),
        ("berbayar", Decimal("0"), "Tulis jumlah biayanya, atau pilih Gratis."),
        ("berbayar", Decimal("-5000"), "Tulis jumlah biayanya, atau pilih Gratis."),
    ],
)
def test_a_cost_that_is_not_is_refused_beside_its_field_and_by_the_database(kind, amount, words):
    found = faults(cost_kind=kind, cost_amount=amount)
    assert found["cost_amount"] == [words]
    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceGuidePage.objects.update(cost_kind=kind, cost_amount=amount)


# How long.


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(1, "hari kerja", "1 hari kerja"), (999, "jam", "999 jam"), (30, "menit", "30 menit")],
)
def test_a_duration_is_a_number_and_its_unit(client, value, unit, text):
    assert faults(duration_value=value, duration_unit=unit) == {}
    ServiceGuidePage.objects.update(duration_value=value, duration_unit=unit)
    assert text in main(client)


@pytest.mark.parametrize("value", [0, -1])
def test_a_duration_of_nothing_is_refused_and_the_database_refuses_it_too(value):
    assert list(faults(duration_value=value)) == ["duration_value"]
    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceGuidePage.objects.update(duration_value=value)


def test_a_published_guide_says_how_long():
    assert "duration_value" in faults(duration_value=None)


# Who makes it.


def test_a_letter_for_another_office_names_that_office(client):
    assert faults(made_by="pengantar", final_issuer="") == {
        "final_issuer": ["Tulis kantor yang menerbitkan hasil akhirnya."]
    }
    ServiceGuidePage.objects.all().delete()
    assert faults(made_by="pengantar", final_issuer="Disdukcapil") == {}
    ServiceGuidePage.objects.update(made_by="pengantar", final_issuer="Disdukcapil Batanghari")
    content = main(client)
    assert "Desa membantu mengurus:" in content
    assert "hasil akhir diterbitkan Disdukcapil Batanghari" in content


def test_what_the_village_makes_itself_needs_no_other_office(client):
    assert faults(made_by="desa", final_issuer="") == {}
    content = main(client)
    assert "Dibuat oleh desa:" in content
    assert "selesai di kantor desa" not in content, "a posyandu is held elsewhere"


# Words that people use.


def test_everyday_words_find_the_guide_and_stand_nowhere_on_the_page(client):
    GuideFactory(title="SKTM", everyday_words="surat miskin, keterangan gakin")
    content = client.get("/layanan/sktm/").content.decode()
    assert ("surat miskin" in content, "gakin" in content) == (False, False)
    assert "gakin" not in client.get("/layanan/").content.decode()
    groups = client.get("/cari/", {"q": "gakin"}).context["groups"]
    assert [hit["url"] for group in groups for hit in group["hits"]] == ["/layanan/sktm/"]
    assert "keterangan gakin" not in client.get("/cari/", {"q": "miskin"}).content.decode()


# When it was last checked.


@pytest.mark.parametrize(
    ("verified", "stale"),
    [(date(2026, 11, 1), False), (date(2025, 11, 25), False), (date(2025, 11, 24), True), (None, True)],
)
def test_a_guide_nobody_checked_for_a_year_says_so(client, verified, stale):
    with time_machine.travel(datetime(2026, 11, 25, 5, tzinfo=UTC), tick=False):
        GuideFactory(title="Kartu Keluarga", last_verified_on=verified, last_verified_by="Sekretaris Desa")
        content = main(client)
    assert ("tanyakan dulu ke kantor" in content) is stale


# What the page gives.


def test_the_page_shows_all_that_was_written(client):
    VillageFactory(phone="+6274321234")
    document = DocumentFactory(title="Formulir F-1.02")
    GuideFactory(
        title="Kartu Keluarga",
        for_whom="Keluarga yang pindah.",
        requirements=[
            ("item", {"text": "KK lama", "note": "Yang asli", "issuer": "Disdukcapil"}),
            ("item", {"text": "Buku nikah", "note": "", "issuer": ""}),
        ],
        steps_office=[("step", {"title": "Datang ke kantor", "text": "Ambil nomor."})],
        steps_online=[("step", {"title": "Buka aplikasinya", "text": ""})],
        pitfalls=[("pitfall", {"mistake": "Fotokopi buram", "remedy": "Fotokopi ulang."})],
        downloads=[("document", document)],
        legal_basis=[("basis", {"text": "Perpres 96/2018", "url": "https://hukum.example/"})],
        other_ways="<p>Titip lewat <b>kepala dusun</b>.</p>",
        duration_note="Bila berkas lengkap",
        cost_note="Menurut UU 24/2013",
        result="Kartu keluarga",
        place="Loket 1",
        service_hours="Senin sampai Kamis",
        officer="Kasi Pelayanan",
    )
    response = client.get("/layanan/kartu-keluarga/")
    content = main(client)
    for words in (
        "Keluarga yang pindah.",
        "KK lama",
        "Yang asli",
        "Dari: Disdukcapil",
        "Buku nikah",
        "Ambil nomor.",
        "Buka aplikasinya",
        "Fotokopi buram",
        "Fotokopi ulang.",
        "Formulir F-1.02",
        "Perpres 96/2018",
        "kepala dusun",
        "Bila berkas lengkap",
        "Menurut UU 24/2013",
        "Loket 1",
        "Senin sampai Kamis",
        "Kasi Pelayanan",
        document.url,
    ):
        assert words in content, words
    assert content.find("Buku nikah") < content.find("Keluarga yang pindah."), "what to bring comes first"
    assert '<nav class="wrap turn" aria-label="Lainnya"><a href="/layanan/">' in content
    assert response.context["documents"] == [document]
    assert response.context["qr"].startswith("<svg")


def test_the_shared_message_says_what_to_bring_and_where_the_rest_is(client):
    GuideFactory(
        title="Kartu Keluarga", requirements=[("item", {"text": "KK lama & akta", "note": "", "issuer": ""})]
    )
    context = client.get("/layanan/kartu-keluarga/").context
    assert context["share_text"] == (
        "*Kartu Keluarga*\nYang dibawa:\n- KK lama & akta\n\n"
        "Selengkapnya: https://desa.example/layanan/kartu-keluarga/"
    )
    address, _, text = context["share_url"].partition("?text=")
    assert (address, unquote(text)) == ("https://wa.me/", context["share_text"])
    assert "&" not in text, "an ampersand would cut the message"


def test_a_removed_form_is_left_out(client):
    document = DocumentFactory()
    GuideFactory(title="Kartu Keluarga", downloads=[("document", document)])
    document.delete()
    assert client.get("/layanan/kartu-keluarga/").context["documents"] == []


# The list.


def groups(client) -> list[tuple[str, list[str]]]:
    return [
        (group["event"], [guide.title for guide in group["guides"]])
        for group in client.get("/layanan/").context["groups"]
    ]


def test_guides_are_listed_by_what_happens_in_life_in_its_order_then_by_title(client):
    for title, event in (
        ("Pengantar nikah", "nikah"),
        ("akta kelahiran", "lahir"),
        ("Posyandu", "lahir"),
        ("Akta kematian", "wafat"),
        ("Bayi baru", "lahir"),
    ):
        GuideFactory(title=title, life_event=event)
    GuideFactory(title="Rancangan", life_event="usaha", live=False)
    assert groups(client) == [
        ("lahir", ["akta kelahiran", "Bayi baru", "Posyandu"]),
        ("nikah", ["Pengantar nikah"]),
        ("wafat", ["Akta kematian"]),
    ]
    assert client.get("/layanan/").context["groups"][0]["label"] == "Kelahiran dan anak"


def test_every_event_of_life_has_its_group(client):
    for event in LifeEvent:
        GuideFactory(title=event.label, life_event=event)
    assert [event for event, _ in groups(client)] == [event.value for event in LifeEvent]


def test_a_list_without_guides_says_so_in_words(client):
    assert groups(client) == []
    assert "Daftar layanan sedang disusun." in main(client, "/layanan/")


def test_a_restricted_guide_is_not_listed(client):
    guide = GuideFactory(title="Rahasia", life_event="lahir")
    GuideFactory(title="Terbuka", life_event="lahir")
    PageViewRestriction.objects.create(page=guide, restriction_type="login")
    assert groups(client) == [("lahir", ["Terbuka"])]


def test_guides_stand_below_the_one_list_of_guides():
    assert ServiceGuidePage.allowed_parent_page_models() == [ServiceIndexPage]
    assert ServiceIndexPage.allowed_parent_page_models() == [HomePage]
    assert ServiceIndexPage.can_create_at(HomePage.objects.get()) is False


# In the editor.


def form_data(**changes) -> dict:
    return nested_form_data(
        {
            "title": "Judul yang diketik",
            "intro": "Ringkasan.",
            "for_whom": "",
            "life_event": "keluarga",
            "requirements": streamfield([("item", {"text": "KK lama", "note": "", "issuer": ""})]),
            "steps_office": streamfield([("step", {"title": "Datang", "text": ""})]),
            "steps_online": streamfield([]),
            "duration_value": "1",
            "duration_unit": "hari kerja",
            "duration_note": "",
            "cost_kind": "gratis",
            "cost_amount": "",
            "cost_note": "",
            "result": "Surat",
            "made_by": "desa",
            "final_issuer": "",
            "place": "Kantor desa",
            "service_hours": "",
            "officer": "",
            "checker": streamfield([]),
            "pitfalls": streamfield([]),
            "downloads": streamfield([]),
            "legal_basis": streamfield([]),
            "other_ways": rich_text(""),
            "everyday_words": "",
            "complaints": "Kepada Sekretaris Desa.",
            **{name: "" for name, *_ in INTERNAL},
            "last_verified_on": "",
            "last_verified_by": "",
            "slug": "judul",
            "search_description": "",
            "social_image": "",
            "comments": inline_formset([]),
            **changes,
        }
    )


def create(client, **changes):
    client.force_login(UserFactory(roles=["Penerbit"]))
    index = ServiceIndexPage.objects.get()
    return client.post(
        reverse("wagtailadmin_pages:add", args=["layanan", "serviceguidepage", index.pk]),
        form_data(**changes),
    )


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("15000", "15000"), ("15.000", "15000"), ("Rp 15.000", "15000"), ("1.234.567,50", "1234567.50")],
)
def test_a_price_is_typed_as_people_write_it(client, typed, amount):
    response = create(client, cost_kind="berbayar", cost_amount=typed, **{"action-publish": "1"})
    assert response.status_code == 302
    assert ServiceGuidePage.objects.get().cost_amount == Decimal(amount)


def test_a_price_that_cannot_be_read_is_faulted_once(client):
    response = create(client, cost_kind="berbayar", cost_amount="lima belas ribu")
    assert response.status_code == 200
    assert len(response.context["form"].errors["cost_amount"]) == 1
    assert response.context["form"]["cost_amount"].value() == "lima belas ribu"


@pytest.mark.parametrize(
    "action", [{}, {"action-publish": "1"}, {"action-submit": "1"}], ids=["draft", "publish", "submit"]
)
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"cost_kind": "berbayar", "cost_amount": ""}, "cost_amount"),
        ({"cost_kind": "gratis", "cost_amount": "5000"}, "cost_amount"),
        ({"cost_kind": "berbayar", "cost_amount": "lima ribu"}, "cost_amount"),
        ({"duration_value": "0"}, "duration_value"),
        ({"duration_value": "-1"}, "duration_value"),
        ({"duration_value": "1000"}, "duration_value"),
        ({"duration_value": "99999999999"}, "duration_value"),
        ({"made_by": "pengantar"}, "final_issuer"),
        ({"last_verified_on": "2999-01-01"}, "last_verified_on"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_whatever_button_was_pressed(client, changes, field, action):
    """Also in a draft: its row is stored, so the database would refuse what the form let through."""
    response = create(client, **changes | action)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert "Judul yang diketik" in response.content.decode()
    assert ServiceGuidePage.objects.count() == 0


def test_an_unfinished_guide_can_be_kept_as_a_draft_but_not_published(client):
    unfinished = dict.fromkeys(("intro", "duration_value", "result", "complaints"), "")
    unfinished |= {name: streamfield([]) for name in ("requirements", "steps_office")}
    assert create(client, **unfinished, **{"action-publish": "1"}).status_code == 200
    assert ServiceGuidePage.objects.count() == 0
    assert create(client, **unfinished).status_code == 302
    assert ServiceGuidePage.objects.get().live is False
