"""Searches without result: what residents look for and the site does not say, at least not in their words.

Counted is a query of the public search page that a visitor asked and that found nothing at all, when it was not about
the office's hours and address, which are answered beside the pages. Not counted are queries that could name a person
(`rules.countable`), the office's own tries (whoever is signed in), what a browser fetches ahead or inside another page,
and the same query again within a minute in one process of the server: a reload is no second resident. The search page
is kept by no cache (its `Cache-Control`), so every search that reaches the village is seen here.

A GET that writes must stay small, whoever sends it how often: known words of today are counted up at most once a
minute, and a day takes no more than `DAILY_QUERIES` new ones.
"""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from django.conf import settings
from django.core.cache import cache
from django.db import Error, connection
from django.db.models import Count, F, Max, Q, QuerySet, Sum
from django.http import HttpRequest

from home.search.models import MissedSearch
from home.search.queries import finds, synonym_groups
from home.search.records import all_records
from home.search.rules import countable
from project.lib.localdates import today, zone
from project.lib.words import words

logger = logging.getLogger(__name__)

DAILY_QUERIES = 200  # different ones
ONCE_IN = 60  # seconds
WAIT_MS = 200  # for another writer on SQLite
SHOWN_FROM = 2  # occurrences; what a single person typed once is shown to nobody
SHOWN = 50
LOOKED_AT = 200  # the most frequent ones; those that find something by now are passed over
KEPT = timedelta(days=365)


# --- Counting --------------------------------------------------------------------------------------------------------


def note(request: HttpRequest, query: str) -> None:
    """Counts a cleaned query that found nothing. Never fails: the visitor gets the page whatever the database says."""
    counted = countable(query)
    if not counted or not _asked_by_visitor(request):
        return
    try:
        with _little_patience():
            _count(counted, today())
    except Error as error:
        # The kind alone: the words of a fault can hold what was searched for.
        logger.warning("A search without result was not counted: %s", type(error).__name__)


def _asked_by_visitor(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
        and request.headers.get("Sec-Fetch-Dest", "document") == "document"
    )


def _count(query: str, day: date) -> None:
    row = MissedSearch.objects.filter(day=day, query=query)
    seen = MissedSearch.objects.filter(day=day).aggregate(
        queries=Count("pk"), this=Count("pk", filter=Q(query=query))
    )
    if not seen["this"] and seen["queries"] >= DAILY_QUERIES:
        return
    if not cache.add(f"missed-search-{hashlib.sha256(query.encode()).hexdigest()}", True, ONCE_IN):
        return
    if not seen["this"]:
        # Begun at none: whoever comes first, each one is added below.
        MissedSearch.objects.bulk_create([MissedSearch(day=day, query=query)], ignore_conflicts=True)
    row.update(count=F("count") + 1)


@contextmanager
def _little_patience() -> Iterator[None]:
    """SQLite has one writer, and others wait up to 20 s for it, which is right for a clerk's work. A visitor who only
    reads does not wait for a number."""
    if connection.vendor != "sqlite":
        yield
        return
    usual_ms = int(connection.get_connection_params().get("timeout", 5) * 1000)
    connection.ensure_connection()
    connection.connection.execute(f"PRAGMA busy_timeout = {WAIT_MS}")
    try:
        yield
    finally:
        connection.connection.execute(f"PRAGMA busy_timeout = {usual_ms}")


# --- Reading ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Miss:
    """Words that were searched for in vain. `group` are the synonyms they stand in already: then the page is missing
    that has one of them."""

    query: str
    total: int
    last_day: date
    group: str = ""


def unanswered(shown: int = SHOWN, looked_at: int = LOOKED_AT) -> list[Miss]:
    """The words that still find nothing, the most frequent first, the newest first of equals. Each one that is looked
    at is a search."""
    groups, records = synonym_groups(), all_records()
    return [
        Miss(row["query"], row["total"], row["last_day"], _group_with(row["query"], groups))
        for row in islice((row for row in _frequent(looked_at) if not finds(row["query"], records)), shown)
    ]


def _frequent(looked_at: int = LOOKED_AT):
    return (
        MissedSearch.objects.values("query")
        .annotate(total=Sum("count"), last_day=Max("day"))
        .filter(total__gte=SHOWN_FROM)
        .order_by("-total", "-last_day", "query")[:looked_at]
    )


def _group_with(query: str, groups: list[list[str]]) -> str:
    spoken = words(query)
    return next((", ".join(terms) for terms in groups if any(words(term) == spoken for term in terms)), "")


# --- Forgetting ------------------------------------------------------------------------------------------------------


def forget(query: str) -> None:
    """Its count is of no use any more."""
    MissedSearch.objects.filter(query=query).delete()


def over(before: datetime) -> QuerySet[MissedSearch]:
    """What is older, and what finds something by now."""
    records = all_records()
    answered = [row["query"] for row in _frequent() if finds(row["query"], records)]
    day = before.astimezone(zone()).date()
    return MissedSearch.objects.filter(Q(day__lt=day) | Q(query__in=answered))
