"""Reads of news: what stands beside a piece, and what the list can be filtered by."""

from datetime import date

import pytest

from home.models import NewsPage
from home.pages.queries import news_around, news_facets
from tests.factories.home import NewsCategoryFactory, NewsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def four():
    """Newest first; the two in the middle are of one day, the later written counts as newer."""
    days = [date(2025, 12, 31), date(2026, 3, 1), date(2026, 3, 1), date(2026, 8, 17)]
    return [NewsPageFactory(date=day) for day in days][::-1]


def test_neighbours_by_date_then_by_order_of_writing(four):
    fourth, third, second, first = four
    assert [news_around(page, ()) for page in four] == [
        (None, third),
        (fourth, second),
        (third, first),
        (second, None),
    ]


def test_neighbours_are_live_and_open(four):
    fourth, third, second, first = four
    third.unpublish()
    assert news_around(second, (fourth.path,)) == (None, first)


def test_a_new_page_has_neighbours_before_it_is_stored(four):
    assert news_around(NewsPage(date=date(2026, 5, 1)), ()) == (four[0], four[1])


def test_one_query_brings_neighbours_and_category(django_assert_num_queries):
    category = NewsCategoryFactory(name="Kesehatan")
    page = NewsPage.objects.get(pk=NewsPageFactory(category=category).pk)
    with django_assert_num_queries(1):
        news_around(page, ())
        assert page.category.name == "Kesehatan"


def test_a_draft_keeps_the_category_it_is_given():
    stored, chosen = NewsCategoryFactory(name="Kesehatan"), NewsCategoryFactory(name="Olahraga")
    page = NewsPageFactory(category=stored)
    page.category = chosen
    news_around(page, ())
    assert page.category == chosen


def test_filters_offer_what_news_has(four, django_assert_num_queries):
    NewsCategoryFactory(name="Belum dipakai")
    sport, health = NewsCategoryFactory(name="Olahraga"), NewsCategoryFactory(name="Kesehatan")
    NewsPageFactory(date=date(2024, 1, 1), category=sport)
    NewsPageFactory(date=date(2026, 1, 1), category=health)
    NewsPageFactory(date=date(2023, 1, 1), category=health, live=False)
    with django_assert_num_queries(1):
        assert news_facets(()) == ([2026, 2025, 2024], [health, sport])


def test_without_news_there_is_nothing_to_choose():
    assert news_facets(()) == ([], [])
