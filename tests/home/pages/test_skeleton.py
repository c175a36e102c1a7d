"""The ground of the site is made once, from nothing if need be, and an editor's changes stay."""

import pytest
from wagtail.models import Collection, Locale, Page, PageLogEntry, Site

from home.models import ContentPage, HomePage, NewsIndexPage, NoticeIndexPage
from home.pages.skeleton import ensure_site_address, ensure_skeleton
from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db

SECTIONS = [
    ("Layanan", "/layanan/", "ServiceIndexPage"),
    ("Peraturan", "/regulasi/", "RegulationIndexPage"),
    ("Berita", "/berita/", "NewsIndexPage"),
    ("Belajar", "/pelatihan/", "TrainingIndexPage"),
]

ROOTS = ("Semua berkas", "Semua halaman")
OFF_MENU = ["/pengumuman/", "/pemerintah-desa/"]


def tree() -> list[tuple]:
    return [(page.pk, page.title, page.slug, page.path, page.live) for page in Page.objects.order_by("path")]


def sections() -> list[tuple[str, str, str]]:
    pages = HomePage.objects.get().get_children().in_menu().order_by("path").specific()
    return [(page.title, page.url, type(page).__name__) for page in pages]


def empty() -> None:
    Site.objects.all().delete()
    Page.objects.all().delete()
    Collection.objects.all().delete()
    Locale.objects.all().delete()


def test_a_new_site_has_a_home_page_and_its_sections_at_their_fixed_addresses(client):
    assert sections() == SECTIONS
    assert {address: client.get(address).status_code for _, address, _ in SECTIONS} == {
        address: 200 for _, address, _ in SECTIONS
    }
    assert Page.objects.count() == 2 + len(SECTIONS) + len(OFF_MENU), (
        "nothing of Wagtail's own welcome page is left"
    )


def test_an_older_site_gets_a_new_section_once_and_never_again_what_an_editor_removed(client):
    PageLogEntry.objects.all().delete()  # an installation from before the landing pages were written down
    Page.objects.get(slug="pengumuman").delete()
    PageLogEntry.objects.all().delete()
    ensure_skeleton()
    ensure_skeleton()
    assert NoticeIndexPage.objects.count() == 1
    assert client.get("/pengumuman/").status_code == 200
    NoticeIndexPage.objects.get().delete()
    ensure_skeleton()
    assert NoticeIndexPage.objects.count() == 0


def test_a_page_of_the_village_at_the_address_of_a_new_section_stays(client):
    Page.objects.get(slug="pengumuman").delete()
    PageLogEntry.objects.all().delete()
    own = ContentPageFactory(title="Papan kami", slug="pengumuman")
    ensure_skeleton()
    assert NoticeIndexPage.objects.count() == 0
    assert "Papan kami" in client.get("/pengumuman/").content.decode()
    assert ContentPage.objects.get() == own


def test_every_section_can_exist_only_once():
    for page in HomePage.objects.get().get_children().specific():
        assert type(page).can_create_at(HomePage.objects.get()) is False
    assert HomePage.can_create_at(Page.get_first_root_node()) is False


def test_repeating_it_changes_nothing():
    before = tree()
    ensure_skeleton()
    ensure_skeleton()
    assert tree() == before
    assert Site.objects.count() == 1


def test_it_is_rebuilt_in_an_empty_database(client):
    empty()
    ensure_skeleton()
    assert sections() == SECTIONS
    assert [(site.is_default_site, site.root_page.specific) for site in Site.objects.all()] == [
        (True, HomePage.objects.get())
    ]
    assert [locale.language_code for locale in Locale.objects.all()] == ["id"]
    assert (Collection.get_first_root_node().name, Page.get_first_root_node().title) == ROOTS
    assert client.get("/").status_code == 200


def test_the_english_names_of_wagtail_give_way_on_an_older_site_too():
    Collection.objects.filter(depth=1).update(name="Root")
    Page.objects.filter(depth=1).update(title="Root", draft_title="Root")
    ensure_skeleton()
    assert (Collection.get_first_root_node().name, Page.get_first_root_node().title) == ROOTS


def test_a_name_of_the_village_s_own_stays():
    Collection.objects.filter(depth=1).update(name="Arsip desa")
    ensure_skeleton()
    assert Collection.get_first_root_node().name == "Arsip desa"


def test_wagtail_s_welcome_page_gives_way():
    empty()
    locale = Locale.objects.create(language_code="id")
    root = Page.add_root(title="Root", slug="root", locale=locale)
    welcome = root.add_child(title="Welcome to your new Wagtail site!", slug="home", locale=locale)
    Site.objects.create(hostname="localhost", is_default_site=True, root_page=welcome)
    ensure_skeleton()
    assert Page.objects.filter(pk=welcome.pk, title=welcome.title).exists() is False
    assert (HomePage.objects.get().slug, Site.objects.get().root_page_id) == (
        "home",
        HomePage.objects.get().pk,
    )
    assert sections() == SECTIONS


def test_what_an_editor_renamed_moved_unpublished_or_removed_stays_so():
    news = NewsIndexPage.objects.get()
    news.title, news.slug, news.intro = "Kabar", "kabar", "Ditulis oleh petugas."
    news.save_revision().publish()
    services, regulations, *_ = HomePage.objects.get().get_children()
    services.unpublish()
    regulations.delete()
    profile = ContentPageFactory(title="Profil")
    profile.move(HomePage.objects.get().get_first_child(), pos="left")
    before = tree()
    ensure_skeleton()
    assert tree() == before
    assert NewsIndexPage.objects.get().intro == "Ditulis oleh petugas."
    assert ContentPage.objects.get().get_prev_sibling() is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://desa.example", ("desa.example", 443)),
        ("http://desa.example", ("desa.example", 80)),
        ("http://localhost:8000", ("localhost", 8000)),
        ("https://desa.example:8443", ("desa.example", 8443)),
    ],
)
def test_the_site_record_follows_the_canonical_address(settings, address, expected):
    settings.BASE_URL = address
    ensure_site_address()
    site = Site.objects.get()
    assert (site.hostname, site.port) == expected


def test_a_true_site_record_is_not_written_again(django_assert_num_queries):
    ensure_site_address()
    with django_assert_num_queries(1):
        ensure_site_address()


def test_without_a_site_there_is_no_address_to_follow():
    Site.objects.all().delete()
    ensure_site_address()
    assert Site.objects.count() == 0
