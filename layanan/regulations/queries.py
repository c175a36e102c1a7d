"""Reads of regulations. Only what is live and public leaves the list."""

from django.apps import apps
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Q
from wagtail.models import Revision

from home.pages.queries import visible
from home.search.queries import synonym_groups
from layanan.regulations.rules import KINDS
from project.lib.words import clean_query

PER_PAGE = 20
SYNONYM_LETTERS = 5


def _regulations():
    # The models use these reads in their context, so they are looked up by name here.
    return apps.get_model("layanan", "RegulationPage").objects.all()


def regulation_page(
    kind: str, year: str, query: str, number: str, restricted: tuple[str, ...]
) -> PaginatorPage:
    """One page of the list, newest first. An unknown kind or a year that is no year finds nothing."""
    found = visible(_regulations(), restricted).select_related("document")
    if kind:
        found = found.filter(kind=kind) if kind in KINDS else found.none()
    if year:
        found = (
            found.filter(year=int(year))
            if year.isascii() and year.isdigit() and len(year) == 4
            else found.none()
        )
    if asked := clean_query(query).lower():
        groups = synonym_groups()
        each_word = Q()
        for word in asked.split():
            each_word &= _says_one_of(_same(word, groups))
        found = found.filter(each_word | _says_one_of(_same(asked, groups)))
    return Paginator(found.order_by("-year", "-enacted_on", "-number_order", "-pk"), PER_PAGE).get_page(
        number
    )


def _same(asked: str, groups: list[list[str]]) -> set[str]:
    """What was asked and what means the same: "apbdes" stands in no title. The short terms would stand in any word."""
    meant = (term for group in groups if asked in map(str.lower, group) for term in group)
    return {asked, *(term for term in meant if len(term) >= SYNONYM_LETTERS)}


def _says_one_of(terms: set[str]) -> Q:
    said = Q()
    for term in sorted(terms):
        said |= Q(title__icontains=term) | Q(plain_summary__icontains=term)
    return said


def regulation_years(restricted: tuple[str, ...]) -> list[int]:
    """The years that have regulations, newest first."""
    years = (
        visible(_regulations(), restricted)
        .exclude(year=None)
        .order_by("-year")
        .values_list("year", flat=True)
    )
    return list(years.distinct())


def same_number(page):
    """Another regulation that is published, or approved to be published later, under the same kind, number and year."""
    if not page.number or not page.year:
        return None
    others = _regulations().exclude(pk=page.pk)
    published = others.filter(official=True, kind=page.kind, number=page.number, year=page.year).first()
    if published:
        return published
    # A scheduled page's number is in its approved revision; its row may still hold older text.
    scheduled = Revision.page_revisions.filter(
        approved_go_live_at__isnull=False,
        content__kind=page.kind,
        content__number=page.number,
        content__year=page.year,
    ).values_list("object_id", flat=True)
    return others.filter(pk__in=[int(pk) for pk in scheduled]).first()
