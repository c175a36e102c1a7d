"""What is searched for in vain is counted without a trace of who asked, and never at the visitor's cost."""

import contextlib
import logging
import threading
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from home.models import MissedSearch, Synonym
from home.search import misses
from home.search.rules import MISS_LETTERS, countable
from project.lib.localdates import today
from tests.factories.home import ContentPageFactory, UserFactory

pytestmark = pytest.mark.django_db


def ask(client, query, **headers):
    response = client.get("/cari/", {"q": query}, headers=headers)
    assert response.status_code == 200
    return response


def a_minute_later():
    """The process forgets what it counted just now."""
    cache.clear()


def counted() -> dict[str, int]:
    return dict(MissedSearch.objects.values_list("query", "count"))


def missed(query: str, count: int = 2, day: date | None = None) -> MissedSearch:
    return MissedSearch.objects.create(query=query, count=count, day=day or today())


# What is counted.


def test_a_search_without_result_is_counted_by_the_day(client):
    ask(client, "Pasang  WiFi!")
    assert counted() == {"pasang wifi": 1}
    a_minute_later()
    ask(client, "pasang wifi")
    assert counted() == {"pasang wifi": 2}
    assert MissedSearch.objects.get().day == today()


def test_the_day_is_the_village_s_own(client):
    for moment in (datetime(2026, 11, 25, 16, 59, tzinfo=UTC), datetime(2026, 11, 25, 17, 1, tzinfo=UTC)):
        with time_machine.travel(moment, tick=False):
            a_minute_later()
            ask(client, "wifi")
    assert list(MissedSearch.objects.order_by("day").values_list("day", "count")) == [
        (date(2026, 11, 25), 1),
        (date(2026, 11, 26), 1),
    ]


def test_words_around_the_matter_do_not_make_another_query(client):
    ask(client, "bagaimana cara wifi")
    a_minute_later()
    ask(client, "wifi")
    assert counted() == {"wifi": 2}


def test_a_row_holds_nothing_but_the_words_the_day_and_the_number():
    assert [field.name for field in MissedSearch._meta.get_fields()] == ["id", "query", "day", "count"]


def test_what_finds_something_or_is_answered_beside_the_pages_is_not_counted(client):
    ContentPageFactory(title="Kartu Keluarga")
    for query in ("kartu", "kartu wifi", "jam buka", "", "?!"):
        ask(client, query)
    assert counted() == {}


@pytest.mark.parametrize(
    "query",
    [
        "budi 081234",
        "nomor 1504 05",
        "1504050101900001",
        "١٢٣٤٥٦ wifi",
        "budi@contoh.id",
        "budi @ contoh",
        "budi＠contoh.id",
        "wifi " * 13,
        "w" * (MISS_LETTERS + 1),
        "ﷺ" * 10,
    ],
)
def test_what_could_be_personal_is_counted_nowhere(client, query):
    ask(client, query)
    assert counted() == {}


def test_what_is_just_not_personal_is_counted(client):
    for query in ("rt 12345", "w" * MISS_LETTERS):
        ask(client, query)
    assert set(counted()) == {"rt 12345", "w" * MISS_LETTERS}


@given(st.text())
def test_whatever_is_counted_fits_and_holds_no_number_of_a_person(query):
    stored = countable(query)
    assert len(stored) <= MISS_LETTERS
    assert sum(letter.isdigit() for letter in stored) < 6
    assert "@" not in stored


def test_the_same_again_within_the_minute_is_one_search(client):
    for _ in range(5):
        ask(client, "wifi")
    assert counted() == {"wifi": 1}


def test_only_a_visitor_who_reads_the_page_counts(client):
    client.head("/cari/", {"q": "wifi"})
    ask(client, "wifi", **{"Sec-Purpose": "prefetch;prerender"})
    ask(
        client, "wifi", **{"Sec-Fetch-Dest": "image"}
    )  # put into a page elsewhere, each of its readers would count
    client.force_login(UserFactory(roles=["Operator"]))
    ask(client, "wifi")
    assert counted() == {}
    client.logout()
    client.cookies.clear()
    ask(client, "wifi", **{"Sec-Fetch-Dest": "document"})
    assert counted() == {"wifi": 1}


def test_no_cache_keeps_a_search_from_being_counted(client):
    response = ask(client, "wifi")
    assert response["Cache-Control"] == "private, no-cache"
    assert "X-Accel-Expires" not in response


# What it may cost.


def test_a_day_takes_only_so_many_different_queries_and_goes_on_counting_those(client, monkeypatch):
    monkeypatch.setattr(misses, "DAILY_QUERIES", 2)
    missed("lama", day=today() - timedelta(days=1))
    for query in ("wifi", "bioskop", "kereta"):
        ask(client, query)
    a_minute_later()
    ask(client, "wifi")
    assert counted() == {"lama": 2, "wifi": 2, "bioskop": 1}


def test_counting_adds_at_most_three_queries_and_within_the_minute_one(client):
    ask(client, "bioskop")  # fills what the process keeps
    new, again = [queries_of(client, "wifi") for _ in range(2)]
    a_minute_later()
    ContentPageFactory(title="Beranda kedua")
    ask(client, "beranda")
    later = queries_of(client, "wifi")
    ours = [len([sql for sql in sqls if "home_missedsearch" in sql]) for sqls in (new, again, later)]
    assert ours == [3, 1, 2]


def queries_of(client, query):
    with CaptureQueriesContext(connection) as queries:
        ask(client, query)
    return [query["sql"] for query in queries]


def test_a_fault_of_counting_is_told_without_the_words_and_not_to_the_visitor(client, monkeypatch, caplog):
    def full(*args, **kwargs):
        raise OperationalError("disk I/O error: wifi rahasia")

    monkeypatch.setattr(MissedSearch.objects, "bulk_create", full)
    with caplog.at_level(logging.DEBUG):
        response = ask(client, "wifi rahasia")
    assert "Belum ketemu" in response.content.decode()
    assert counted() == {}
    (record,) = [record for record in caplog.records if record.name == "home.search.misses"]
    assert record.getMessage() == "A search without result was not counted: OperationalError"
    assert "rahasia" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_database_that_cannot_be_written_to_still_answers(client, caplog):
    ask(client, "bioskop")
    on, off = (
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF")
        if connection.vendor == "sqlite"
        else ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off")
    )
    with connection.cursor() as cursor:
        cursor.execute(on)
    try:
        response = ask(client, "wifi")
    finally:
        with connection.cursor() as cursor:
            cursor.execute(off)
    assert "Belum ketemu" in response.content.decode()
    assert "was not counted" in caplog.text
    assert counted() == {"bioskop": 1}


def test_a_visitor_waits_for_no_other_writer(monkeypatch):
    """SQLite alone makes one wait; a clerk's patience is put back afterwards."""
    if connection.vendor != "sqlite":
        with misses._little_patience():
            return
    connection.ensure_connection()
    before = patience()
    assert before > misses.WAIT_MS
    with misses._little_patience():
        assert patience() == misses.WAIT_MS
    with contextlib.suppress(OperationalError), misses._little_patience():
        raise OperationalError
    assert patience() == before


def patience() -> int:
    return connection.connection.execute("PRAGMA busy_timeout").fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_searches_at_the_same_moment_are_all_counted(monkeypatch):
    monkeypatch.setattr(misses, "cache", SimpleNamespace(add=lambda *args: True))
    barrier = threading.Barrier(4)
    faults = []

    def one():
        barrier.wait()
        try:
            for _ in range(5):
                misses._count("wifi", today())
        except Exception as error:  # a thread's fault would be lost
            faults.append(error)
        finally:
            connection.close()

    if connection.vendor == "sqlite":
        # The tests' SQLite lives in memory, where parallel writers are refused at once: one after the other.
        barrier = threading.Barrier(1)
    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
        if connection.vendor == "sqlite":
            thread.join()
    for thread in threads:
        thread.join()
    assert (faults, counted()) == ([], {"wifi": 20})


# The report's list.


def queries_listed():
    return [(miss.query, miss.total) for miss in misses.unanswered()]


def test_what_was_searched_once_is_shown_to_nobody():
    missed("budi santoso", count=1)
    missed("wifi", count=1)
    missed("wifi", count=1, day=today() - timedelta(days=3))
    assert queries_listed() == [("wifi", 2)]


def test_the_most_frequent_stand_first_the_newest_first_of_equals():
    missed("kereta", count=2, day=today() - timedelta(days=9))
    missed("bioskop", count=2, day=today() - timedelta(days=1))
    missed("wifi", count=9, day=today() - timedelta(days=30))
    assert queries_listed() == [("wifi", 9), ("bioskop", 2), ("kereta", 2)]
    assert misses.unanswered()[0].last_day == today() - timedelta(days=30)


def test_what_finds_something_by_now_is_passed_over(monkeypatch):
    monkeypatch.setattr(misses, "SHOWN", 1)
    missed("wifi", count=9)
    missed("bioskop", count=2)
    ContentPageFactory(title="WiFi gratis di balai desa")
    assert queries_listed() == [("bioskop", 2)]


def test_a_word_in_a_group_without_a_page_names_the_group():
    missed("wifi")
    Synonym.objects.create(words="internet, Wi-Fi, WiFi")
    assert [miss.group for miss in misses.unanswered()] == ["internet, Wi-Fi, WiFi"]


# Forgetting.


def test_after_a_year_and_once_answered_the_counts_are_deleted(capsys):
    missed("kereta", day=today() - timedelta(days=366))
    missed("bioskop", day=today() - timedelta(days=365))
    missed("wifi")
    ContentPageFactory(title="WiFi gratis di balai desa")
    call_command("forget_expired", verbosity=2)
    assert set(counted()) == {"bioskop"}
    assert "pencarian-tanpa-hasil: 2 deleted" in capsys.readouterr().out
