"""How many pages were kept up, month by month."""

from datetime import UTC, date, datetime

import pytest
from wagtail.models import PageLogEntry

from home.pages.results import PagesKeptUp
from tests.factories.home import NewsPageFactory

pytestmark = pytest.mark.django_db


def published(page, *moments: datetime):
    for at in moments:
        entry = PageLogEntry.objects.log_action(page, "wagtail.publish")
        PageLogEntry.objects.filter(pk=entry.pk).update(timestamp=at)


@pytest.fixture(autouse=True)
def empty():
    PageLogEntry.objects.all().delete()


def told() -> list[tuple[date, int]]:
    return PagesKeptUp().series(date(2026, 9, 1), date(2026, 11, 30))


def test_each_page_counts_once_a_month():
    one, other = NewsPageFactory(), NewsPageFactory()
    published(one, datetime(2026, 9, 2, tzinfo=UTC), datetime(2026, 9, 20, tzinfo=UTC))
    published(other, datetime(2026, 9, 3, tzinfo=UTC), datetime(2026, 11, 3, tzinfo=UTC))
    assert told() == [(date(2026, 9, 1), 2), (date(2026, 10, 1), 0), (date(2026, 11, 1), 1)]


def test_a_month_ends_at_midnight_in_the_village():
    published(
        NewsPageFactory(), datetime(2026, 9, 30, 16, 59, tzinfo=UTC), datetime(2026, 9, 30, 17, tzinfo=UTC)
    )
    assert told() == [(date(2026, 9, 1), 1), (date(2026, 10, 1), 1), (date(2026, 11, 1), 0)]


def test_before_the_first_page_nobody_knows():
    assert told() == []
    published(NewsPageFactory(), datetime(2026, 11, 2, tzinfo=UTC))
    assert told() == [(date(2026, 11, 1), 1)]
