"""Reads of pages. Only what is live and open to everyone leaves here."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Q
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    from home.pages.models import NewsPage

NEWS_PER_PAGE = 12


def restricted_paths(request) -> tuple[str, ...]:
    """The tree paths below which pages are not for everyone; the frame of the request knows them."""
    return request.frame.restricted


def visible(pages: PageQuerySet, restricted: tuple[str, ...]) -> PageQuerySet:
    """The pages that anybody may read, in tree order. Wagtail's `public()` would ask for the restrictions each time."""
    for path in restricted:
        pages = pages.exclude(path__startswith=path)
    return pages.live().order_by("path")


def _news(restricted: tuple[str, ...]):
    # The models use these reads in their context, so they are looked up by name here.
    return visible(apps.get_model("home", "NewsPage").objects.all(), restricted)


def _listed(news):
    return (
        news.select_related("category")
        .prefetch_related("picture__renditions")
        .defer_streamfields()
        .order_by("-date", "-pk")
    )


def latest_news(count: int, restricted: tuple[str, ...]) -> list["NewsPage"]:
    return list(_listed(_news(restricted))[:count])


def news_page(year: str, category: str, number: str, restricted: tuple[str, ...]) -> PaginatorPage:
    """One page of the list. A year that is none, or an unknown category, finds nothing; a page too far is the last."""
    news = _listed(_news(restricted))
    if year:
        news = news.filter(date__year=int(year)) if is_year(year) else news.none()
    if category:
        news = news.filter(category__slug=category[:60].replace("\0", ""))
    return Paginator(news, NEWS_PER_PAGE).get_page(number)


def is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text != "0000"


def news_facets(restricted: tuple[str, ...]) -> tuple[list[int], list]:
    """The years and categories that have news."""
    news = _news(restricted)
    years = [day.year for day in news.dates("date", "year", order="DESC")]
    categories = apps.get_model("home", "NewsCategory").objects.filter(
        pk__in=news.order_by().values("category")
    )
    return years, list(categories)


def news_neighbours(
    page: "NewsPage", restricted: tuple[str, ...]
) -> tuple["NewsPage | None", "NewsPage | None"]:
    """The next newer and the next older piece of news."""
    news = _news(restricted).only("title", "url_path", "date", "slug", "depth")
    newer = (
        news.filter(Q(date__gt=page.date) | Q(date=page.date, pk__gt=page.pk)).order_by("date", "pk").first()
    )
    older = (
        news.filter(Q(date__lt=page.date) | Q(date=page.date, pk__lt=page.pk))
        .order_by("-date", "-pk")
        .first()
    )
    return newer, older
