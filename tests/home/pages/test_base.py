"""What every public page has: an address of its own, a date of its last check, and no address of the system."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import URLResolver, reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import ContentPage, HomePage
from home.pages.addresses import RESERVED_SLUGS, reserved_slug_message
from project.urls import urlpatterns
from tests.factories.home import ContentPageFactory, NewsPageFactory, UserFactory
from tests.factories.layanan import GuideFactory
from tests.factories.site import full_site

pytestmark = pytest.mark.django_db


def canonical(response) -> str:
    return response.content.decode().split('<link rel="canonical" href="')[1].split('"')[0]


# The canonical address.


@pytest.mark.parametrize(
    "host", ["testserver", "jahat.example", "desa.example", "localhost:8000", "127.0.0.1"]
)
def test_the_canonical_address_comes_from_the_settings_whatever_host_was_asked(client, host):
    ContentPageFactory(title="Profil")
    response = client.get("/profil/", headers={"host": host})
    assert canonical(response) == "https://desa.example/profil/"
    shared = '<meta property="og:url" content="https://desa.example/profil/">'
    assert shared in response.content.decode()


def test_the_canonical_address_is_that_of_the_settings_whatever_the_site_record_says(client):
    Site.objects.update(hostname="lama.example", port=80)
    assert canonical(client.get("/")) == "https://desa.example/"


def test_every_page_type_names_its_own_canonical_address_and_no_other_host(client):
    for name, address in full_site().items():
        response = client.get(address, headers={"host": "jahat.example"})
        assert canonical(response) == f"https://desa.example{address}", name
        assert "jahat.example" not in response.content.decode(), name


def test_filters_and_pages_of_a_list_share_the_canonical_address_of_the_list(client):
    assert canonical(client.get("/berita/?tahun=2026&halaman=2")) == "https://desa.example/berita/"


def test_the_address_in_the_qr_code_and_the_shared_message_is_the_canonical_one(client):
    GuideFactory(title="Kartu Keluarga")
    response = client.get("/layanan/kartu-keluarga/", headers={"host": "jahat.example"})
    assert "https://desa.example/layanan/kartu-keluarga/" in response.context["share_text"]


# When the content was last checked.


@pytest.mark.parametrize(
    ("today", "verified", "stale"),
    [
        (date(2026, 11, 25), date(2026, 11, 25), False),
        (date(2026, 11, 25), date(2025, 11, 25), False),
        (date(2026, 11, 25), date(2025, 11, 24), True),
        (date(2024, 2, 29), date(2023, 2, 28), False),
        (date(2024, 2, 29), date(2023, 2, 27), True),
        (date(2025, 2, 28), date(2024, 2, 29), False),
        (date(2025, 2, 28), date(2024, 2, 28), False),
        (date(2025, 2, 28), date(2024, 2, 27), True),
        (date(2025, 3, 1), date(2024, 2, 29), True),
        (date(2026, 11, 25), None, True),
    ],
)
def test_a_page_is_stale_when_its_last_check_is_older_than_twelve_months(today, verified, stale):
    with time_machine.travel(datetime(today.year, today.month, today.day, 5, tzinfo=UTC), tick=False):
        assert ContentPageFactory.build(last_verified_on=verified).is_stale is stale


def test_the_day_of_the_check_is_counted_in_the_village_s_zone():
    """At 23:30 WIB on 25 November it is still the 25th, at 00:30 the 26th, whatever the server's clock says."""
    page = ContentPageFactory.build(last_verified_on=date(2025, 11, 25))
    with time_machine.travel(datetime(2026, 11, 25, 16, 30, tzinfo=UTC), tick=False):
        assert page.is_stale is False
    with time_machine.travel(datetime(2026, 11, 25, 17, 30, tzinfo=UTC), tick=False):
        assert page.is_stale is True


def test_a_check_in_the_future_is_refused():
    with time_machine.travel(datetime(2026, 11, 25, 5, tzinfo=UTC), tick=False):
        page = ContentPageFactory(title="Profil", last_verified_on=date(2026, 11, 25))
        page.last_verified_on = date(2026, 11, 26)
        with pytest.raises(ValidationError) as fault:
            page.full_clean()
    assert fault.value.message_dict == {
        "last_verified_on": ["Tanggal pemeriksaan tidak boleh di masa depan."]
    }


# Addresses of the system.


def first_parts(patterns) -> set[str]:
    """The first part of every address that a Django view answers, read from the table of addresses itself."""
    parts = set()
    for pattern in patterns:
        text = str(pattern.pattern)
        if isinstance(pattern, URLResolver) and text == "":
            parts |= first_parts(pattern.url_patterns)
        elif text and not text.startswith("^"):  # Wagtail's own table of pages is a regular expression
            parts.add(text.split("/")[0].split(".")[0])
    return parts - {"_util"}


def test_every_address_of_a_view_is_reserved():
    found = first_parts(urlpatterns)
    assert {"admin", "cari", "documents", "media", "healthz", "readyz", "sitemap", "robots"} <= found
    # Feeds, notices, registers, booklets and documents lie beneath a page of the tree, which holds the word itself.
    assert found - RESERVED_SLUGS == {"berita", "layanan", "pelatihan", "pengumuman", "regulasi"}


@pytest.fixture
def publisher(client):
    client.force_login(UserFactory(roles=["Penerbit"]))
    return client


def form_data(slug: str, **changes) -> dict:
    return nested_form_data(
        {
            "title": "Judul yang diketik",
            "intro": "",
            "body": streamfield([]),
            "slug": slug,
            "search_description": "",
            "social_image": "",
            "last_verified_on": "",
            "last_verified_by": "",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
            **changes,
        }
    )


def create_url(parent) -> str:
    return reverse("wagtailadmin_pages:add", args=["home", "contentpage", parent.pk])


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_the_create_form_refuses_a_reserved_slug_beside_its_field_and_keeps_what_was_typed(publisher, slug):
    response = publisher.post(create_url(HomePage.objects.get()), form_data(slug))
    assert response.status_code == 200
    assert response.context["form"].errors == {"slug": [reserved_slug_message(slug)]}
    assert "Judul yang diketik" in response.content.decode()
    assert ContentPage.objects.count() == 0


@pytest.mark.parametrize(
    "action", [{}, {"action-publish": "1"}, {"action-submit": "1"}], ids=["draft", "publish", "submit"]
)
def test_the_edit_form_refuses_a_reserved_slug_whatever_button_was_pressed(publisher, action):
    page = ContentPageFactory(title="Profil")
    page.save_revision()
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = publisher.post(url, form_data("cari", **action))
    assert response.context["form"].errors == {"slug": [reserved_slug_message("cari")]}
    assert ContentPage.objects.get().get_latest_revision_as_object().slug == "profil"


def test_below_another_page_the_word_is_free(publisher):
    parent = ContentPageFactory(title="Profil")
    response = publisher.post(create_url(parent), form_data("data"))
    assert response.status_code == 302
    assert ContentPage.objects.get(slug="data").url_path == "/home/profil/data/"


def test_a_word_that_is_almost_reserved_is_free(publisher):
    response = publisher.post(create_url(HomePage.objects.get()), form_data("data-desa"))
    assert response.status_code == 302


@pytest.mark.parametrize(
    "options", [{}, {"alias": "on"}, {"publish_copies": "on"}], ids=["copy", "alias", "published"]
)
def test_a_copy_with_a_reserved_slug_is_refused_in_words(publisher, options):
    page = ContentPageFactory(title="Profil")
    data = {"new_title": "Cari", "new_slug": "cari", "new_parent_page": HomePage.objects.get().pk} | options
    response = publisher.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data, follow=True)
    assert response.status_code == 200
    assert reserved_slug_message("cari") in response.content.decode()
    assert list(ContentPage.objects.values_list("slug", flat=True)) == ["profil"]


def test_a_copy_begins_with_a_title_and_an_address_of_its_own(publisher):
    page = ContentPageFactory(title="Profil", slug="profil")
    ContentPageFactory(title="Profil (salinan)", slug="profil-salinan")
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    form = publisher.get(address).context["form"]
    initial = {name: form.fields[name].initial for name in ("new_title", "new_slug")}
    assert initial == {"new_title": "Profil (salinan)", "new_slug": "profil-salinan-2"}
    assert publisher.post(address, initial | {"new_parent_page": page.get_parent().pk}).status_code == 302
    assert ContentPage.objects.filter(slug="profil-salinan-2", title="Profil (salinan)").count() == 1


@pytest.fixture
def deep_page():
    """A page with a reserved word as its name, where that harms nothing."""
    return ContentPageFactory(title="Data", slug="data", parent=ContentPageFactory(title="Profil"))


def test_moving_a_page_with_a_reserved_slug_below_the_home_page_is_refused_in_words(publisher, deep_page):
    url = reverse("wagtailadmin_pages:move_confirm", args=[deep_page.pk, HomePage.objects.get().pk])
    response = publisher.post(url, headers={"referer": f"http://testserver{url}"}, follow=True)
    assert response.status_code == 200
    assert reserved_slug_message("data") in response.content.decode()
    assert ContentPage.objects.get(slug="data").url_path == "/home/profil/data/"


def test_moving_several_pages_at_once_moves_none_when_one_may_not(publisher, deep_page):
    other = ContentPageFactory(title="Sejarah", parent=deep_page.get_parent())
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    data = {"chooser": HomePage.objects.get().pk, "move_applicable": "on"}
    response = publisher.post(f"{url}?id={other.pk}&id={deep_page.pk}", data, follow=True)
    assert response.status_code == 200
    assert reserved_slug_message("data") in response.content.decode()
    assert sorted(ContentPage.objects.values_list("url_path", flat=True)) == [
        "/home/profil/",
        "/home/profil/data/",
        "/home/profil/sejarah/",
    ]


def test_moving_it_elsewhere_is_allowed(deep_page):
    deep_page.move(ContentPageFactory(title="Arsip"), pos="last-child")
    assert ContentPage.objects.get(slug="data").url_path == "/home/arsip/data/"


def test_code_meets_the_rule_too(deep_page):
    home = HomePage.objects.get()
    page = ContentPageFactory(title="Sejarah")
    page.slug = "cari"
    doors = {
        "adding": lambda: home.add_child(instance=ContentPage(title="Admin", slug="admin")),
        "adding a draft": lambda: home.add_child(instance=ContentPage(title="A", slug="admin", live=False)),
        "saving": page.save,
        "saving a draft": page.save_revision,
        "moving": lambda: deep_page.move(home, pos="last-child"),
    }
    open_doors = []
    for name, door in doors.items():
        try:
            door()
        except ValidationError:
            continue
        open_doors.append(name)
    assert open_doors == []


# Above it all.


def test_breadcrumbs_lead_from_the_home_page_to_here(client):
    ContentPageFactory(title="Sejarah", parent=ContentPageFactory(title="Profil"))
    assert client.get("/profil/sejarah/").context["breadcrumbs"] == [
        {"title": "Beranda", "url": "/"},
        {"title": "Profil", "url": "/profil/"},
        {"title": "Sejarah", "url": None},
    ]
    page = ContentPage.objects.get(slug="sejarah")
    assert page.breadcrumbs()[-2] == {"title": "Profil", "url": "/profil/"}, "also without a visitor"


@pytest.mark.parametrize("address", ["/profil", "/profil/?a=1"])
def test_an_address_without_its_slash_leads_to_the_page(client, address):
    ContentPageFactory(title="Profil")
    assert client.get(address, follow=True).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/" + "a/" * 5000,
        "/" + "a" * 10_000 + "/",
        "/%00/",
        "/profil/%00/",
        "/profil/lagi/",
        "/%ff/",
        "/\u0663/",
        "/profil//",
    ],
    ids=["deep", "long", "nul", "nul below", "unknown", "no utf-8", "arabic digit", "double slash"],
)
def test_an_address_that_leads_nowhere_is_not_found_and_no_fault(client, address):
    ContentPageFactory(title="Profil")
    assert client.get(address).status_code == 404


def test_a_summary_is_the_search_description_or_the_first_lines():
    assert NewsPageFactory.build(intro="Kabar", search_description="").summary == "Kabar"
    assert NewsPageFactory.build(intro="Kabar", search_description="Untuk mesin").summary == "Untuk mesin"
    assert HomePage.objects.get().summary == ""


# The menu.


def test_only_a_section_is_asked_whether_it_is_in_the_menu(publisher):
    section = ContentPageFactory(title="Profil")
    below = ContentPageFactory(title="Sejarah", parent=section)
    asked = {
        page: publisher.get(reverse("wagtailadmin_pages:edit", args=[page.pk])) for page in (section, below)
    }
    for page, response in asked.items():
        assert ('name="show_in_menus"' in response.content.decode()) is (page is section), page
    assert 'name="show_in_menus"' in publisher.get(create_url(HomePage.objects.get())).content.decode()
    assert 'name="show_in_menus"' not in publisher.get(create_url(section)).content.decode()


def test_saving_a_page_that_is_not_asked_keeps_what_it_had(publisher):
    below = ContentPageFactory(title="Sejarah", parent=ContentPageFactory(title="Profil"), show_in_menus=True)
    url = reverse("wagtailadmin_pages:edit", args=[below.pk])
    assert publisher.post(url, form_data("sejarah", **{"action-publish": "1"})).status_code == 302
    below.refresh_from_db()
    assert (below.title, below.show_in_menus) == ("Judul yang diketik", True)
