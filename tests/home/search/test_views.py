"""The search page: what it shows, what it answers to anything, and that it is the same for everyone."""

from datetime import time
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.models import OfficeHours, Synonym
from home.search import queries, views
from tests.factories.home import ContentPageFactory, NewsPageFactory, VillageFactory
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db


def ask(client, query):
    return client.get("/cari/", {"q": query})


def test_search_has_its_fixed_address():
    assert reverse("search") == "/cari/"


@pytest.mark.parametrize("address", ["/cari/", "/cari/?q=", "/cari/?q=%20%0a%00", "/cari/?lain=1"])
def test_without_a_question_there_is_the_field(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert 'name="q"' in response.content.decode()
    context = response.context
    assert (context["query"], context["groups"], context["total"], context["message"]) == ("", [], 0, "")


def test_hits_are_grouped_marked_and_escaped(client):
    guide = GuideFactory(title="Pengurusan <Kartu> Keluarga", intro="Bawa kartu lama & akta.")
    response = ask(client, "urus kartu")
    assert response.context["groups"] == [
        {
            "label": "Layanan",
            "hits": [
                {
                    "title_html": "<mark>Pengurusan</mark> &lt;<mark>Kartu</mark>&gt; Keluarga",
                    "excerpt_html": "Bawa <mark>kartu</mark> lama &amp; akta.",
                    "url": "/layanan/pengurusan-kartu-keluarga/",
                    "page_id": guide.pk,
                    "kind": "serviceguidepage",
                    "state": "",
                }
            ],
        }
    ]
    assert "<mark>Pengurusan</mark> &lt;<mark>Kartu</mark>&gt;" in response.content.decode()
    NewsPageFactory(title="Kabar", intro="Kartu keluarga baru.")
    assert [group["label"] for group in ask(client, "kartu").context["groups"]] == ["Layanan", "Berita"]
    assert ask(client, "kartu").context["total"] == 2


def test_what_was_typed_stands_in_the_field_again_and_is_escaped(client):
    content = ask(client, '"><script>alert(1)</script>').content.decode()
    assert "<script>alert(1)" not in content
    assert "&lt;script&gt;alert(1)" in content


def test_punctuation_alone_gets_a_friendly_word(client):
    response = ask(client, "?!*")
    assert response.status_code == 200
    assert response.context["message"] == views.NO_WORDS
    content = response.content.decode()
    assert views.NO_WORDS in content
    assert "Belum ketemu" not in content, "one message is enough"
    assert 'href="/cari/?q=kk%20hilang"' in content


def test_a_very_long_question_is_cut_and_says_so(client):
    response = ask(client, "kartu " * 2000)
    assert response.status_code == 200
    assert response.context["query"] == ("kartu " * 17)[:100].strip()
    assert views.CUT in response.context["message"]
    assert ask(client, "a" * 100).context["message"] == ""


def test_some_of_the_words_are_named_so(client):
    GuideFactory(title="Kartu Keluarga")
    response = ask(client, "kartu keluaga")
    assert response.context["message"] == views.PARTIAL
    assert response.context["total"] == 1
    assert response.context["suggestions"][0] == "kartu keluarga"
    content = response.content.decode()
    assert 0 < content.find("/cari/?q=kartu%20keluarga") < content.find("Kartu</mark> Keluarga"), (
        "it comes first"
    )


def test_hits_end_with_a_way_to_people(client):
    GuideFactory(title="Kartu Keluarga")
    main = ask(client, "kartu keluarga").content.decode().partition("<main")[2].partition("</main>")[0]
    assert main.find("Kartu</mark>") < main.find('href="#bantuan">Tanyakan ke kantor desa</a>')


def test_without_a_hit_the_nearest_words_are_links(client):
    GuideFactory(title="Kartu Keluarga")
    response = ask(client, "keluaga")
    assert response.context["total"] == 0
    assert '<a href="/cari/?q=keluarga">keluarga</a>' in response.content.decode()


def test_when_where_and_how_the_office_is_reached_is_answered_at_once(client):
    village = VillageFactory(address="Jalan Desa 1", phone="+6274321234")
    OfficeHours.objects.create(village=village, weekday=0, opens=time(8), closes=time(15))
    for query in ("jam buka", "alamat kantor", "telepon"):
        answer = ask(client, query).content.decode().split("<main")[1].split("</main>")[0]
        for words in ("08.00", "Jalan Desa 1", "tel:+6274321234"):
            assert words in answer, (query, words)
        assert "Belum ketemu" not in answer
    assert "office-answer" not in ask(client, "kartu keluarga").content.decode()


def test_more_than_can_be_shown_is_said(client, monkeypatch):
    monkeypatch.setattr(queries, "HITS", 2)
    for number in range(3):
        ContentPageFactory(title=f"Sungai {number}")
    response = ask(client, "sungai")
    assert (response.context["total"], response.context["message"]) == (2, views.MORE)


@pytest.mark.parametrize(
    "raw",
    [
        "%00",
        "%ff%fe",
        "%ed%a0%80",  # a lone surrogate in bytes
        "%c0%80",
        "%",
        "%zz",
        "+",
        quote("kartu\x00keluarga"),
        quote("🙂"),
        quote('"*'),
        quote("'"),
        "kartu&q=keluarga",
        "a" * 10_000,
        quote("🙂" * 3000),
        quote("{{ 7|add:7 }}"),
    ],
)
def test_nothing_typed_is_an_error(client, raw):
    response = client.get(f"/cari/?q={raw}")
    assert response.status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_search_only_reads(client, method):
    assert getattr(client, method)("/cari/").status_code == 405


def test_a_head_request_is_answered(client):
    assert client.head("/cari/", {"q": "kartu"}).status_code == 200


def test_search_engines_are_kept_away_and_no_cookie_is_set(client):
    response = ask(client, "kartu")
    assert response["X-Robots-Tag"] == "noindex"
    assert dict(response.cookies) == {}
    assert "Cookie" not in response.get("Vary", "")
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_a_request_costs_at_most_ten_queries_however_many_pages(client):
    """Also the worst question, which asks for all words, halves, some words and titles; the frame is in it."""
    questions = ["desa", "desa bahagia", "zzzzqqqq", "posyadu", "?!", ""]
    GuideFactory(title="Panduan desa")
    NewsPageFactory(title="Posyandu desa", intro="Kabar.")
    ContentPageFactory(title="Profil desa")
    for question in questions:
        # Content types and site roots are kept from here on, as in a running server, and what finds nothing is counted.
        ask(client, question)
    before = {question: queries_for(client, question) for question in questions}
    for number in range(20):
        NewsPageFactory(title=f"Kabar desa {number}")
        Synonym.objects.create(words=f"satu {number}, dua {number}")
    ask(client, "desa")  # the frame is built anew after a change
    assert {question: queries_for(client, question) for question in questions} == before
    assert max(before.values()) <= 10


def queries_for(client, question):
    with CaptureQueriesContext(connection) as queries:
        ask(client, question)
    return len(queries)
