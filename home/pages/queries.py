"""Reads of news. Only what is live and public leaves here."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Q

if TYPE_CHECKING:
    from home.pages.models import NewsPage

NEWS_PER_PAGE = 12


def _news():
    # The models use these reads in their context, so they are looked up by name here.
    pages = apps.get_model("home", "NewsPage").objects.live().public()
    return (
        pages.select_related("category")
        .prefetch_related("picture__renditions")
        .defer_streamfields()
        .order_by("-date", "-pk")
    )


def latest_news(count: int) -> list["NewsPage"]:
    return list(_news()[:count])


def news_page(year: str, category: str, number: str) -> PaginatorPage:
    """One page of the list. A year that is no year, or an unknown category, finds nothing; a page too far is the last."""
    news = _news()
    if year:
        news = (
            news.filter(date__year=int(year))
            if year.isascii() and year.isdigit() and len(year) == 4
            else news.none()
        )
    if category:
        news = news.filter(category__slug=category[:60])
    return Paginator(news, NEWS_PER_PAGE).get_page(number)


def news_facets() -> tuple[list[int], list]:
    """The years and categories that have news."""
    news = apps.get_model("home", "NewsPage").objects.live().public()
    years = [day.year for day in news.dates("date", "year", order="DESC")]
    categories = apps.get_model("home", "NewsCategory").objects.filter(pk__in=news.values("category"))
    return years, list(categories)


def news_neighbours(page: "NewsPage") -> tuple["NewsPage | None", "NewsPage | None"]:
    """The next newer and the next older piece of news."""
    news = (
        apps.get_model("home", "NewsPage")
        .objects.live()
        .public()
        .only("title", "url_path", "date", "slug", "depth")
    )
    newer = (
        news.filter(Q(date__gt=page.date) | Q(date=page.date, pk__gt=page.pk)).order_by("date", "pk").first()
    )
    older = (
        news.filter(Q(date__lt=page.date) | Q(date=page.date, pk__lt=page.pk))
        .order_by("-date", "-pk")
        .first()
    )
    return newer, older
