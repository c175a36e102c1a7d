"""Reads of pages. Only what is live and open to everyone leaves here."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Q, Subquery
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    from home.pages.models import NewsCategory, NewsPage

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


def news_facets(restricted: tuple[str, ...]) -> tuple[list[int], list["NewsCategory"]]:
    """The years, newest first, and the categories, by name, that have news. One query for both."""
    rows = list(
        _news(restricted)
        .order_by()
        .values_list("date__year", "category", "category__name", "category__slug")
        .distinct()
    )
    categories = {(name, pk, slug) for _, pk, name, slug in rows if pk}
    model = apps.get_model("home", "NewsCategory")
    return (
        sorted({year for year, *_ in rows}, reverse=True),
        [model(pk=pk, name=name, slug=slug) for name, pk, slug in sorted(categories)],
    )


def news_around(page: "NewsPage", restricted: tuple[str, ...]) -> tuple["NewsPage | None", "NewsPage | None"]:
    """The next newer and the next older piece of news. The same query brings the category of the page itself."""
    news = _news(restricted)
    pk = page.pk or 0  # the preview of a new page has none yet
    newer = news.filter(Q(date__gt=page.date) | Q(date=page.date, pk__gt=pk)).order_by("date", "pk")
    older = news.filter(Q(date__lt=page.date) | Q(date=page.date, pk__lt=pk)).order_by("-date", "-pk")
    newer_pk, older_pk = (Subquery(side.values("pk")[:1]) for side in (newer, older))
    found = (
        news.filter(Q(pk=pk) | Q(pk=newer_pk) | Q(pk=older_pk))
        .select_related("category")
        .only("title", "url_path", "date", "slug", "depth", "category")
    )
    around = {}
    for piece in found:
        if piece.pk != pk:
            around["newer" if (piece.date, piece.pk) > (page.date, pk) else "older"] = piece
        elif piece.category_id == page.category_id:  # a preview may show another one
            page.category = piece.category
    return around.get("newer"), around.get("older")
