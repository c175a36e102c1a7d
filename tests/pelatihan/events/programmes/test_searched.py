"""Residents find public programmes by the site's search, and no others."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import MissedSearch
from home.search import misses
from home.search.queries import finds, search
from home.search.records import all_records
from tests.factories.home import ContentPageFactory
from tests.factories.pelatihan import EventFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db


def found(query):
    return [(hit.label, hit.title, hit.url) for hit in search(query).hits]


@pytest.fixture
def mentoring():
    programme = ProgrammeFactory(
        name="Pendampingan situs desa", slug="pendampingan", goals="Warga belajar internet.", is_public=True
    )
    EventFactory(programme=programme, title="Temu warga", invitation="Ibu-ibu RT 3 ditunggu.")
    return ("Kegiatan", programme.name, "/pelatihan/kegiatan/pendampingan/")


@pytest.mark.parametrize(
    "query", ["pendampingan", "situs desa", "sosialisasi", "belajar internet", "temu war", "ibu-ibu"]
)
def test_a_programme_is_found_by_what_its_page_says(mentoring, query):
    assert found(query) == [mentoring]
    assert finds(query, all_records())


@pytest.mark.parametrize("query", ["pendampingan kebun", "te", "kartu"])
def test_it_is_not_found_by_what_it_does_not_say(mentoring, query):
    assert (found(query), finds(query, all_records())) == ([], False)


def test_what_is_not_public_is_found_by_nobody(mentoring):
    ProgrammeFactory(name="Pendampingan rahasia")
    assert found("pendampingan") == [mentoring]


def test_a_programme_with_all_words_stands_before_no_page_with_some(mentoring):
    ContentPageFactory(title="Internet di balai")
    assert found("belajar internet") == [mentoring]
    assert not search("belajar internet").partial


def test_a_page_and_a_programme_stand_side_by_side(mentoring, client):
    ContentPageFactory(title="Tentang pendampingan")
    context = client.get("/cari/", {"q": "pendampingan"}).context
    assert [group["label"] for group in context["groups"]] == ["Kegiatan", "Halaman desa"]


def test_the_sitemap_names_it_by_its_canonical_address(mentoring, client):
    ProgrammeFactory(slug="rahasia")
    told = client.get("/sitemap.xml", headers={"host": "lain.example"}).content.decode()
    assert "<loc>https://desa.example/pelatihan/kegiatan/pendampingan/</loc>" in told
    assert "rahasia" not in told


def test_a_list_of_searches_in_vain_reads_the_programmes_once(mentoring):
    for query in ("kebun", "sawah", "temu war"):
        MissedSearch.objects.create(query=query, day=date(2026, 11, 20), count=2)
    with CaptureQueriesContext(connection) as queries:
        assert [miss.query for miss in misses.unanswered()] == ["kebun", "sawah"]
    assert len([one for one in queries if 'FROM "pelatihan_programme"' in one["sql"]]) == 1
