"""Reads of regulations. Only what is live and public leaves the list."""

from collections import defaultdict
from datetime import date

from django.apps import apps
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.db.models.fields.json import KT
from wagtail.models import Page, Revision

from home.pages.queries import is_year, visible
from home.search.queries import synonym_groups
from home.search.rules import needed, query_words
from layanan.regulations.relations import MENCABUT, RELATIONS, STATUSES, Act, Relation, faults
from layanan.regulations.rules import KINDS, SHARED_NUMBERS
from project.lib.words import clean_query, stem

PER_PAGE = 20
SYNONYM_LETTERS = 5
PER_SHEET = 40  # rows of a register on one page
NEWEST_FIRST = ("-year", "-enacted_on", "-number_order", "-pk")


# The models use these reads in their context, so they are looked up by name here.
def _regulations():
    """Those of the register. What is written to practise is none of them."""
    return apps.get_model("layanan", "RegulationPage").objects.filter(in_register=True)


def _relations():
    return apps.get_model("layanan", "RegulationRelation").objects.all()


def published(restricted: tuple[str, ...]):
    """The regulations that everybody may read, newest first, without their long texts. Whatever lists regulations
    (list, feeds, data, books) begins here, so that what is not live shows nowhere."""
    return (
        visible(_regulations(), restricted)
        .select_related("document")
        .defer("text", "attachments")
        .order_by(*NEWEST_FIRST)
    )


def public_regulation(slug: str, restricted: tuple[str, ...]):
    """A regulation that everybody may read, with its text; None where there is none."""
    return visible(_regulations().filter(slug=slug), restricted).select_related("document").first()


def regulation_page(
    kind: str, status: str, year: str, query: str, number: str, restricted: tuple[str, ...]
) -> PaginatorPage:
    """One page of the list. An unknown kind or status, or a year that is no year, finds nothing."""
    found = published(restricted)
    if kind:
        found = found.filter(kind=kind) if kind in KINDS else found.none()
    if status:
        found = found.filter(status=status) if status in STATUSES else found.none()
    if year:
        found = found.filter(year=int(year)) if is_year(year) else found.none()
    if asked := clean_query(query).lower():
        groups = synonym_groups()
        each_word = Q()
        for word in asked.split():
            each_word &= _says_one_of(_same(word, groups))
        found = found.filter(each_word | _says_one_of(_same(asked, groups)) | _with_words(asked))
    return Paginator(found, PER_PAGE).get_page(number)


def _with_words(asked: str) -> Q:
    """Those that have all the words in some form, also in their text: what the site's search finds."""
    roots = [stem(word) for word in query_words(asked)]
    if not roots:
        return Q()
    # Of all pages: asked for one kind alone, SQLite looks into the index once for each regulation, not once for all.
    hits = Page.objects.search(" ".join(needed(roots)), operator="and", order_by_relevance=False)
    return Q(pk__in=hits.get_queryset().order_by().values("pk"))


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
    if not page.number or not page.year or page.kind in SHARED_NUMBERS:
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


def in_revisions(revisions, names: tuple[str, ...]) -> dict[int, dict[str, str | None]]:
    """What versions of regulations say in some columns, by the key of the version; as text. One query."""
    columns = {name: KT(f"content__{name}") for name in names}
    rows = Revision.objects.filter(pk__in=revisions).values("pk", **columns)
    # SQLite has a word for what is not there.
    return {
        row.pop("pk"): {name: None if text == "null" else text for name, text in row.items()} for row in rows
    }


def relation_faults(page, stated=None, enacted_on: date | None = None) -> list[tuple[int, str]]:
    """What cannot be true of a regulation's relations: positions with words. `stated` are pairs of kind and target
    (None where it is only named); by default those of the page as it is in memory."""
    if stated is None:
        stated = [(relation.kind, relation.target) for relation in page.relations.all()]
    targets = {target.pk for _, target in stated if target}
    if not targets:
        return []
    others = _relations().filter(official=True, target__isnull=False).exclude(page=page.pk)
    live = defaultdict(set)
    for source, target in others.values_list("page", "target"):
        live[source].add(target)
    revoked = others.filter(kind=MENCABUT, target__in=targets).values_list("target", "page__title")
    listed = [target and Relation(kind, _act(target)) for kind, target in stated]
    source = Act(page.pk, page.title, enacted_on or page.enacted_on)
    return faults(source, listed, live, dict(revoked))


def _act(page) -> Act:
    return Act(page.pk, page.title, page.enacted_on)


def older_than_its_target(page) -> str:
    """The name of a published regulation that does something to this one and was enacted before it; empty: none."""
    if page.pk is None or page.enacted_on is None:
        return ""
    found = _relations().filter(official=True, target=page.pk, page__enacted_on__lt=page.enacted_on)
    return found.values_list("page__title", flat=True).first() or ""


def relations_of(page, restricted: tuple[str, ...]) -> list[tuple[str, list[tuple[str, object]]]]:
    """What stands on a regulation's page: groups of words (“Mengubah”, “Dicabut dengan”) with names and the pages that
    they lead to. A page that not everybody may read is named, not linked; one that is not published does nothing."""
    stated = list(page.relations.all())
    linked = {relation.target_id for relation in stated if relation.target_id}
    targets = (
        visible(_regulations().filter(pk__in=linked).only(*LINKED), restricted).in_bulk() if linked else {}
    )
    groups = defaultdict(list)
    for relation in stated:
        target = targets.get(relation.target_id)
        groups[RELATIONS[relation.kind][0]].append((target.title if target else relation.citation, target))
    sources = visible(
        _regulations().filter(relations__target=page.pk).annotate(does=F("relations__kind")).only(*LINKED),
        restricted,
    )
    for source in sources.order_by("-enacted_on", "-pk") if page.pk else ():
        groups[RELATIONS[source.does][1]].append((source.title, source))
    return list(groups.items())


def relations_between(restricted: tuple[str, ...]):
    """All relations of the regulations that everybody may read: source, kind, target, citation. The target is None
    where it is not on the site or not for everybody. Two queries."""
    pages = {page.pk: page for page in visible(_regulations(), restricted).only(*LINKED)}
    stated = _relations().filter(official=True).order_by("page", "sort_order", "pk")
    for source, kind, target, citation in stated.values_list("page", "kind", "target", "citation"):
        if source in pages:
            yield pages[source], kind, pages.get(target), citation


LINKED = ("title", "slug", "depth", "path", "url_path", "live")  # what a link to a page needs


def _in_book(book, restricted: tuple[str, ...]):
    return published(restricted).filter(kind__in=book.kinds, **{f"{book.day}__isnull": False})


def book_years(book, restricted: tuple[str, ...]) -> list[int]:
    """The years that have an entry in a register, newest first."""
    days = _in_book(book, restricted).order_by().values_list(f"{book.day}__year", flat=True)
    return sorted(set(days.distinct()), reverse=True)


def book_entries(book, year: int | None, sheet: str, restricted: tuple[str, ...]) -> PaginatorPage:
    """One sheet of a register, in the order of its days."""
    entries = _in_book(book, restricted)
    entries = entries.filter(**{f"{book.day}__year": year}) if year else entries.none()
    return Paginator(entries.order_by(book.day, "number_order", "pk"), PER_SHEET).get_page(sheet)
