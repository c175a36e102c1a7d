"""What a clerk types into a search of the admin is words, whatever sign stands among them."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from home.models import HomePage
from tests.factories.home import ContentPageFactory, DocumentFactory, ImageFactory, UserFactory

pytestmark = pytest.mark.django_db

# The signs of SQLite's query language and of PostgreSQL's, alone, inside a word, around one, and unbalanced.
SIGNS = "\"*^():-+{}[]\\'&|!<>%;,.~$/@#=?`"
TYPED = [
    *SIGNS,
    *(f"{sign}kartu{sign}keluarga" for sign in SIGNS),
    "AND",
    "OR",
    "NOT kartu",
    "kartu AND",
    "NEAR(kartu keluarga, 2)",
    "title:kartu",
    "{title} : kartu",
    '"kartu keluarga"',
    '"kartu keluarga" lain',
    "'kartu keluarga' \"lain\"",
    '""',
    '"" kartu',
    'a"b"c"d',
    "%s %(a)s",
    SIGNS,
    "kartu\x00keluarga",
    "😀",
    "\u200b",
]


def doors() -> list[str]:
    """Every search of the admin that asks the search index."""
    names = [
        "wagtailimages:index",
        "wagtailimages:index_results",
        "wagtailimages_chooser:choose",
        "wagtailimages_chooser:choose_results",
        "wagtaildocs:index",
        "wagtaildocs:index_results",
        "wagtaildocs_chooser:choose",
        "wagtaildocs_chooser:choose_results",
        "wagtailadmin_pages:search",
        "wagtailadmin_pages:search_results",
        "wagtailadmin_choose_page_search",
        "wagtailusers_users:index",
    ]
    home = HomePage.objects.get().pk
    lists = [
        reverse("wagtailadmin_explore", args=[home]),
        reverse("wagtailadmin_explore_results", args=[home]),
    ]
    return [*map(reverse, names), *lists]


@pytest.fixture
def clerk(client):
    # Without something that could be found the database does not even read the query.
    ContentPageFactory(title="Kartu keluarga")
    ImageFactory(title="Kartu keluarga")
    DocumentFactory(title="Kartu keluarga")
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.mark.parametrize("door", range(14))
def test_no_sign_ends_a_search_with_an_error(clerk, door):
    address = doors()[door]
    clerk.raise_request_exception = False
    failed = [typed for typed in TYPED if clerk.get(f"{address}?q={quote(typed)}").status_code >= 500]
    assert failed == [], address


def test_every_search_is_tried():
    assert len(doors()) == 14


@pytest.mark.parametrize(
    "typed", ["kartu", '"kartu', 'kartu"', '"kartu keluarga"', "(kartu)", "^kartu*", "kartu -"]
)
def test_the_words_among_the_signs_are_found(clerk, typed):
    home = HomePage.objects.get().pk
    for address in (
        reverse("wagtailimages:index_results"),
        reverse("wagtaildocs:index_results"),
        reverse("wagtailadmin_explore_results", args=[home]),
        reverse("wagtailadmin_pages:search_results"),
    ):
        assert "Kartu keluarga" in clerk.get(f"{address}?q={quote(typed)}").content.decode(), address
