"""Reads for search: the same few queries whatever is asked and however many pages there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, F, Q, QuerySet, TextField, Value, When
from wagtail.models import Page, get_page_models

from home.search.models import Synonym
from home.search.records import all_records
from home.search.rules import (
    PREFIX_LETTERS,
    Hit,
    beginning,
    best_first,
    meanings,
    nearest,
    needed,
    query_words,
    speaks_of,
)
from project.lib.words import stem

CANDIDATES = 200  # pages taken from the database and put in order, the best are shown
HITS = 50  # pages shown
EVERYDAY = "everyday_words"  # the column of the page types that have such words
TITLES = 2000  # titles that a misspelt word is compared with, the newest first


@dataclass(frozen=True)
class Result:
    """What a query found. `partial`: no page has all the words, these have some. `more`: there are more than shown."""

    hits: list[Hit]
    partial: bool = False
    more: bool = False
    suggestions: tuple[str, ...] = ()


def synonym_groups() -> list[list[str]]:
    """All groups of words that mean the same. One query; never kept, since a kept one would be stale elsewhere."""
    return [synonym.terms for synonym in Synonym.objects.all()]


def search(query: str, request=None) -> Result:
    """The public pages and records for a cleaned query, best first, with addresses and excerpts.

    Those with all the words, in any form, are the answer. When there are none: pages where the last word is the
    beginning of one (it was not typed to its end); when there are none either: pages with some of the words, and what
    was probably meant.
    """
    asked = query_words(query)
    if not asked:
        return Result(hits=[])
    groups = synonym_groups()
    alternatives = meanings(asked, groups)
    roots = alternatives[0]
    records = [hit for hit in all_records() if speaks_of(hit, alternatives, asked)]
    pages = _public_pages()
    found, partial = _candidates(_title_first(pages, {*asked, *roots}), asked, roots, CANDIDATES)
    suggestions = []
    if partial and records:
        found, partial = [], False  # a record has all the words
    if partial:
        titles = pages.order_by(*_NEWEST_FIRST).values_list("title", flat=True)[:TITLES]
        suggestions = nearest(asked, titles, groups)
    hits = best_first([*records, *_hits(found, request)], alternatives, asked)
    return Result(
        hits=hits[:HITS],
        partial=partial and bool(hits),
        more=len(hits) > HITS,
        suggestions=tuple(suggestions),
    )


def finds(query: str, records: Sequence[Hit]) -> bool:
    """Whether a query has any result, without making one: for looking at many queries at once, with the records
    (`all_records`) read once for all of them."""
    asked = query_words(query)
    if not asked:
        return False
    roots = [stem(word) for word in asked]
    return bool(_candidates(_public_pages(), asked, roots, 1)[0]) or any(
        speaks_of(hit, [roots], asked) for hit in records
    )


def _candidates(
    pages: QuerySet[Page], asked: Sequence[str], roots: Sequence[str], limit: int
) -> tuple[list[Page], bool]:
    """The first pages with all the words, or else with some of them, and whether they are the latter."""
    found = list(pages.search(" ".join(needed(roots)), operator="and", order_by_relevance=False)[:limit])
    if not found and len(asked[-1]) >= PREFIX_LETTERS:
        half_typed = " ".join(beginning(asked, roots))
        found = list(pages.autocomplete(half_typed, operator="and", order_by_relevance=False)[:limit])
    if found:
        return found, False
    if len(asked) > 1:
        found = list(pages.search(" ".join(needed(roots)), operator="or", order_by_relevance=False)[:limit])
    return found, True


_NEWEST_FIRST = (F("last_published_at").desc(nulls_last=True), "-id")


def _title_first(pages: QuerySet[Page], sought: set[str]) -> QuerySet[Page]:
    """Ordered so that the candidates hold those with the words in their title, however many speak of it inside."""
    in_title = sum(
        (Case(When(Q(title__icontains=word), then=Value(1)), default=Value(0)) for word in sorted(sought)),
        Value(0),
    )
    return pages.order_by(in_title.desc(), *_NEWEST_FIRST)


@cache
def _searched_models() -> tuple[type[Page], ...]:
    """The page types of this site. Those without a label for search (Wagtail's root) are none of ours."""
    return tuple(model for model in get_page_models() if hasattr(model, "search_label"))


def _public_pages() -> QuerySet[Page]:
    types = ContentType.objects.get_for_models(*_searched_models())
    return Page.objects.live().public().filter(content_type__in=[kind.pk for kind in types.values()])


@cache
def _text_columns(model: type[Page]) -> tuple[str, ...]:
    """The columns of a page type that hold plain prose: what it is about, without its long StreamFields.

    The short lines (a home page's question, a regulation's subject) serve only where there is no longer text.
    """
    fields = [model._meta.get_field(name) for name in getattr(model, "searched_fields", ())]
    long = tuple(field.name for field in fields if type(field) is TextField)
    return long or tuple(field.name for field in fields if type(field) is CharField)


def _hits(pages: Sequence[Page], request) -> list[Hit]:
    """Plain data of the pages that have an address; one outside the site's tree has none."""
    texts = _texts(pages)
    found = []
    for page in pages:
        model = page.specific_class
        url = page.get_url(request)
        if url and page.pk in texts:  # it may have been deleted between the two queries
            kind = model._meta.model_name
            found.append(Hit(page.pk, page.title, model.search_label, url, kind, *texts[page.pk]))
    return found


def _texts(pages: Sequence[Page]) -> dict[int, tuple[tuple[str, ...], str, str]]:
    """What each page says about itself in short, its everyday words, and the state it is in.

    One query for all page types, instead of one for each.
    """
    models = sorted({page.specific_class for page in pages}, key=lambda model: model.__name__)
    columns = [f"{model._meta.model_name}__{name}" for model in models for name in _text_columns(model)]
    everyday = [f"{model._meta.model_name}__{EVERYDAY}" for model in models if hasattr(model, EVERYDAY)]
    states = {
        f"{model._meta.model_name}__{model.search_state}": dict(
            model._meta.get_field(model.search_state).flatchoices
        )
        for model in models
        if hasattr(model, "search_state")
    }
    rows = Page.objects.filter(pk__in=[page.pk for page in pages])
    return {
        row["pk"]: (
            tuple(row[name] for name in ("search_description", *columns) if row[name]),
            " ".join(row[name] for name in everyday if row[name]),
            next((words[row[name]] for name, words in states.items() if row[name]), ""),
        )
        for row in rows.values("pk", "search_description", *columns, *everyday, *states)
    }
