"""A regulation is found by the words of its text: in the site's search, in the list, and within itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from home.search.queries import search
from tests.factories.layanan import RegulationFactory

pytestmark = pytest.mark.django_db

TEXT = "Pasal 1\nSetiap rumah memelihara lubang biopori.\nPasal 2\nKetua RT mencatatnya."


@pytest.mark.parametrize("typed", ["biopori", "pemeliharaan lubang", "mencatat biopori", "BIOPORI!"])
def test_words_of_its_text_in_any_form_find_it(client, typed):
    page = RegulationFactory(text=TEXT)
    RegulationFactory(text="Pasal 1\nTentang hal lain.")
    assert [hit.pk for hit in search(typed).hits] == [page.pk]
    assert [item.pk for item in client.get("/regulasi/", {"q": typed}).context["items"]] == [page.pk]


def test_a_text_that_is_not_public_finds_nothing(client):
    RegulationFactory(text=TEXT, live=False)
    assert search("biopori").hits == []
    assert list(client.get("/regulasi/", {"q": "biopori"}).context["items"]) == []


@pytest.mark.parametrize(
    "address", ["/regulasi/", "/regulasi/?q=biopori", "/cari/?q=biopori", "/sitemap.xml"]
)
def test_no_list_reads_a_text(client, address):
    RegulationFactory(text=TEXT)
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert [query["sql"] for query in queries if '_regulationpage"."text"' in query["sql"]] == []


def test_the_text_that_no_list_reads_would_be_seen():
    page = RegulationFactory(text=TEXT)
    with CaptureQueriesContext(connection) as queries:
        Page.objects.get(pk=page.pk).specific.text  # noqa: B018 (the read is the point)
    assert any('_regulationpage"."text"' in query["sql"] for query in queries)
