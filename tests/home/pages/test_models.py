"""The village's own pages: what the home page, free pages and news show, and what a visitor may ask of the list."""

from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import get_page_models

from home.models import ContentPage, ContentVersion, HomePage, NewsCategory, NewsIndexPage, NewsPage
from home.pages.queries import NEWS_PER_PAGE
from pelatihan.models import PracticeFolderPage
from tests.factories.home import (
    ContentPageFactory,
    NewsCategoryFactory,
    NewsPageFactory,
    UserFactory,
    VillageFactory,
)
from tests.factories.layanan import GuideFactory
from tests.factories.pelatihan import practice_room
from tests.factories.site import full_site

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [page.title for page in response.context["items"]]


def ask(client, **parameters):
    return client.get("/berita/", parameters)


def test_a_piece_of_news_is_shared_with_its_summary_and_address(client):
    page = NewsPageFactory(title="Kerja bakti", intro="Minggu pagi & sore.")
    response = client.get(page.url)
    message = unquote(response.context["share_url"].removeprefix("https://wa.me/?text="))
    assert message == f"*Kerja bakti*\nMinggu pagi & sore.\n\nSelengkapnya: {page.canonical_url}"
    assert f'href="{response.context["share_url"]}" data-share' in response.content.decode()


# The list of news.


@pytest.fixture
def news():
    health, sport = NewsCategoryFactory(name="Kesehatan"), NewsCategoryFactory(name="Olahraga Warga")
    return [
        NewsPageFactory(title="Posyandu", date=date(2025, 3, 1), category=health),
        NewsPageFactory(title="Senam", date=date(2026, 1, 2), category=sport),
        NewsPageFactory(title="Vaksin", date=date(2026, 5, 6), category=health),
        NewsPageFactory(title="Jalan baru", date=date(2026, 5, 6)),
    ]


def test_news_are_listed_newest_first_and_those_of_one_day_last_written_first(client, news):
    assert titles(ask(client)) == ["Jalan baru", "Vaksin", "Senam", "Posyandu"]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"tahun": "2026"}, ["Jalan baru", "Vaksin", "Senam"]),
        ({"tahun": "2025"}, ["Posyandu"]),
        ({"kategori": "kesehatan"}, ["Vaksin", "Posyandu"]),
        ({"kategori": "olahraga-warga"}, ["Senam"]),
        ({"tahun": "2026", "kategori": "kesehatan"}, ["Vaksin"]),
        ({"tahun": "2025", "kategori": "olahraga-warga"}, []),
        ({"tahun": "", "kategori": ""}, ["Jalan baru", "Vaksin", "Senam", "Posyandu"]),
        ({"tahun": "2024"}, []),
        ({"kategori": "tidak-ada"}, []),
        ({"kategori": "KESEHATAN"}, []),
        ({"kategori": "kesehat"}, []),
    ],
)
def test_year_and_category_choose_exactly_what_they_say(client, news, parameters, expected):
    response = ask(client, **parameters)
    assert (titles(response), response.context["result_count"]) == (expected, len(expected))


def test_the_filters_offer_only_what_has_news(client, news):
    NewsCategoryFactory(name="Belum dipakai")
    NewsPageFactory(title="Rancangan", date=date(2020, 1, 1), live=False)
    context = ask(client).context
    assert (context["years"], [str(category) for category in context["categories"]]) == (
        [2026, 2025],
        ["Kesehatan", "Olahraga Warga"],
    )


def test_the_chosen_filter_stays_chosen_and_goes_along_to_the_next_page(client):
    category = NewsCategoryFactory(name="Kesehatan & Gizi")
    for day in range(NEWS_PER_PAGE + 1):
        NewsPageFactory(date=date(2026, 1, 1) + timedelta(days=day), category=category)
    response = ask(client, tahun="2026", kategori=category.slug)
    content = response.content.decode()
    assert '<option value="2026" selected>' in content
    assert f'<option value="{category.slug}" selected>' in content
    assert response.context["filter_query"] == f"tahun=2026&kategori={category.slug}"
    assert f"tahun=2026&amp;kategori={category.slug}&amp;halaman=2" in content


def test_a_long_list_comes_in_pages_that_show_each_piece_once(client):
    for day in range(NEWS_PER_PAGE + 3):
        NewsPageFactory(date=date(2026, 1, 1) + timedelta(days=day))
    first, second = ask(client), ask(client, halaman="2")
    assert (len(titles(first)), len(titles(second))) == (NEWS_PER_PAGE, 3)
    assert set(titles(first)) & set(titles(second)) == set()
    assert first.context["result_count"] == NEWS_PER_PAGE + 3


NONSENSE = {
    "nothing": "",
    "letters": "abc",
    "NUL": "20\x0026",
    "NUL alone": "\x00",
    "10,000 characters": "9" * 10_000,
    "Arabic digits": "٢٠٢٦",
    "full-width digits": "２０２６",
    "superscript": "²",
    "negative": "-1",
    "zero": "0",
    "year zero": "0000",
    "year one": "0001",
    "last year": "9999",
    "float": "2026.5",
    "exponent": "1e3",
    "infinite": "inf",
    "spaces": " 2026 ",
    "quote": "'",
    "percent": "%",
    "script": "<script>alert(1)</script>",
    "emoji": "🙂",
}


@pytest.mark.parametrize("name", ["tahun", "kategori", "halaman"])
@pytest.mark.parametrize("kind", NONSENSE)
def test_no_parameter_is_ever_a_fault(client, news, name, kind):
    response = ask(client, **{name: NONSENSE[kind]})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize(
    "raw", ["tahun=%ff", "kategori=%ed%a0%80", "halaman=%00", "tahun=2026&tahun=x", "=", "&&&", "%"]
)
def test_no_spelling_of_a_parameter_is_ever_a_fault(client, news, raw):
    assert client.get(f"/berita/?{raw}").status_code == 200


@pytest.mark.parametrize(
    "kind", ["Arabic digits", "full-width digits", "negative", "float", "10,000 characters"]
)
def test_a_year_that_is_none_finds_nothing_instead_of_something_else(client, news, kind):
    assert titles(ask(client, tahun=NONSENSE[kind])) == []


@pytest.mark.parametrize(
    ("number", "shown"),
    [("", 1), ("abc", 1), ("\x00", 1), ("9" * 10_000, 1), ("2", 2), ("99", 2), ("0", 2), ("-3", 2)],
)
def test_a_page_that_is_no_number_is_the_first_and_one_that_is_not_there_the_last(client, number, shown):
    for day in range(NEWS_PER_PAGE + 1):
        NewsPageFactory(date=date(2026, 1, 1) + timedelta(days=day))
    assert ask(client, halaman=number).context["items"].number == shown


def test_a_list_without_news_says_so_in_words(client):
    assert "Belum ada kabar." in ask(client).content.decode()
    NewsPageFactory(date=date(2026, 1, 1))
    assert "Tidak ada kabar dengan pilihan ini." in ask(client, tahun="2020").content.decode()


# Categories.


def test_a_category_gets_its_address_from_its_name():
    assert NewsCategoryFactory(name="Olahraga & Seni").slug == "olahraga-seni"
    chosen = NewsCategory(name="Kesehatan", slug="sehat")
    chosen.full_clean()
    assert chosen.slug == "sehat"


def test_two_categories_never_share_a_name_or_an_address():
    NewsCategoryFactory(name="Kesehatan")
    for twin in (NewsCategory(name="Kesehatan", slug="lain"), NewsCategory(name="Kesehatan!", slug="")):
        with pytest.raises(ValidationError):
            twin.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save()


def test_a_name_without_letters_for_an_address_is_refused_in_words():
    with pytest.raises(ValidationError) as fault:
        NewsCategory(name="???").full_clean()
    assert list(fault.value.message_dict) == ["slug"]


def test_a_removed_category_takes_no_news_with_it():
    category = NewsCategoryFactory()
    page = NewsPageFactory(category=category)
    category.delete()
    page.refresh_from_db()
    assert page.category is None


# The home page.


def test_the_home_page_shows_the_latest_three_pieces_of_news(client, news):
    assert [page.title for page in client.get("/").context["news"]] == ["Jalan baru", "Vaksin", "Senam"]


def test_the_tasks_lead_to_pages_that_are_there(client):
    guide = GuideFactory(title="Kartu Keluarga")
    home = HomePage.objects.get()
    home.tasks = [
        ("task", {"icon": "card", "label": "Kartu keluarga", "note": "Baru atau hilang", "page": guide}),
        ("task", {"icon": "baby", "label": "Akta lahir", "note": "", "page": GuideFactory(live=False)}),
    ]
    home.save_revision().publish()
    assert client.get("/").context["tasks"] == [
        {
            "icon": "card",
            "label": "Kartu keluarga",
            "note": "Baru atau hilang",
            "url": "/layanan/kartu-keluarga/",
            "page_id": guide.pk,
        }
    ]
    guide.delete()
    assert client.get("/").context["tasks"] == []


def test_the_home_page_has_no_more_than_six_tasks():
    home, guide = HomePage.objects.get(), GuideFactory()
    task = ("task", {"icon": "card", "label": "Kartu keluarga", "note": "", "page": guide})
    block = home.tasks.stream_block
    home.tasks = [task] * 6
    block.clean(home.tasks)
    home.tasks = [task] * 7
    with pytest.raises(ValidationError):
        block.clean(home.tasks)


def test_the_search_field_comes_first(client):
    content = client.get("/").content.decode().partition("<main")[2]
    assert content.index('action="/cari/"') < content.index('id="tugas"') < content.index('id="kabar"')


# Free pages.


def test_a_free_page_lists_the_live_pages_below_it_in_the_order_of_the_tree(client):
    parent = ContentPageFactory(title="Profil")
    for title, live in (("Sejarah", True), ("Rancangan", False), ("Lembaga", True)):
        ContentPageFactory(title=title, parent=parent, live=live)
    assert [page.title for page in client.get("/profil/").context["children"]] == ["Sejarah", "Lembaga"]


def test_the_version_of_the_content_is_a_single_row():
    ContentVersion.objects.get_or_create(pk=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContentVersion.objects.create(pk=2)


def test_pages_stand_only_where_their_addresses_are_fixed():
    parents = {model.__name__: model.allowed_parent_page_models() for model in (NewsPage, NewsIndexPage)}
    # And where the training practises, which nobody outside sees.
    assert parents == {
        "NewsPage": [NewsIndexPage, PracticeFolderPage],
        "NewsIndexPage": [HomePage],
    }
    assert NewsIndexPage.allowed_subpage_models() == [NewsPage]
    assert ContentPage.allowed_subpage_models() == [ContentPage]


# What an editor sees before publishing.


def test_every_page_type_can_be_previewed_before_it_is_stored(rf):
    """The editor shows a preview while a new page is being written: it has no key and no date of publication."""
    full_site()
    practice_room()
    original = rf.get("/admin/")
    original.user = UserFactory(is_superuser=True)
    parents = {page.specific_class: page for page in HomePage.objects.get().get_descendants(inclusive=True)}
    models = [
        model for model in get_page_models() if hasattr(model, "search_label") and model is not HomePage
    ]
    answers = {}
    for model in models:
        parent = next(parents[kind] for kind in model.allowed_parent_page_models() if kind in parents)
        page = model(title="Baru")
        # As Wagtail's view for the preview of a new page does.
        page.depth, page.path = parent.depth + 1, parent._get_children_path_interval(parent.path)[1]
        page.set_url_path(parent)
        answers[model.__name__] = page.make_preview_request(original, page.default_preview_mode).status_code
    assert answers == {model.__name__: 200 for model in models}


def test_the_preview_panel_shows_a_new_page_with_what_was_typed(client):
    VillageFactory()
    client.force_login(UserFactory(roles=["Operator"]))
    index = NewsIndexPage.objects.get()
    url = reverse("wagtailadmin_pages:preview_on_add", args=["home", "newspage", index.pk])
    data = {
        "title": "Panen raya",
        "slug": "panen-raya",
        "date": "2026-11-25",
        "category": "",
        "intro": "Ringkasan yang diketik",
        "picture": "",
        "body-count": "0",
        "search_description": "",
        "social_image": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    assert client.post(url, data).json()["is_valid"] is True
    response = client.get(url)
    assert response.status_code == 200
    assert "Ringkasan yang diketik" in response.content.decode()
    assert NewsPage.objects.count() == 0


def test_a_link_to_a_filtered_list_can_be_shared(client, news):
    """What stands in the address bar is all there is: no session remembers a filter."""
    address = "/berita/?tahun=2026&kategori=kesehatan"
    assert titles(client.get(address)) == ["Vaksin"]
    assert dict(client.get(address).cookies) == {}
