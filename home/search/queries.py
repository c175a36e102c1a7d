"""Reads for search: the same few queries whatever is asked and however many pages there are."""

from dataclasses import dataclass, replace
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet, TextField
from wagtail.models import Page, get_page_models

from home.search.models import Synonym
from home.search.rules import PREFIX_LETTERS, Hit, by_title, meanings, nearest, query_words
from project.lib.words import excerpt, highlight, words

CANDIDATES = 200  # pages taken from the database, of which those with the words in their title come first
HITS = 50  # pages shown
TITLES = 2000  # titles that a misspelt word is compared with, the newest first


def synonym_groups() -> list[list[str]]:
    """All groups of words that mean the same. One query; never kept, since a kept one would be stale elsewhere."""
    return [synonym.terms for synonym in Synonym.objects.all()]


@cache
def searched_models() -> tuple[type[Page], ...]:
    """The page types of this site. Those that are no BasePage (Wagtail's root) carry no label for search."""
    return tuple(model for model in get_page_models() if hasattr(model, "search_label"))


def _public_pages() -> QuerySet[Page]:
    types = ContentType.objects.get_for_models(*searched_models(), for_concrete_models=True)
    return Page.objects.live().public().filter(content_type__in=[kind.pk for kind in types.values()])


@dataclass(frozen=True)
class Result:
    """What a query found. `partial`: no page has all the words, these have some of them."""

    hits: list[Hit]
    partial: bool = False
    more: bool = False
    suggestions: tuple[str, ...] = ()


def search(query: str, request=None) -> Result:
    """The public pages for a cleaned query, best first, with addresses and excerpts; at most `HITS`.

    Pages with all the words (in any form) come first; when there are none, pages with words that begin so; when there
    are none either, pages with some of the words.
    """
    asked = query_words(query)
    groups = synonym_groups()
    alternatives = meanings(asked, groups)
    pages = _public_pages()
    roots = " ".join(alternatives[0])
    found = list(pages.search(roots, operator="and")[:CANDIDATES])
    if not found and all(len(word) >= PREFIX_LETTERS for word in asked):
        found = _beginning_with(pages, asked)
    partial = not found
    if partial and len(asked) > 1:
        found = list(pages.search(roots, operator="or")[:CANDIDATES])
    suggestions = ()
    if partial:
        titles = pages.order_by("-last_published_at", "-pk").values_list("title", flat=True)[:TITLES]
        suggestions = tuple(nearest(asked, titles, groups))
    by_pk = {page.pk: page for page in found}
    hits = by_title(
        (Hit(page.pk, page.title, page.specific_class.search_label) for page in found), alternatives
    )
    sought = [word for roots in alternatives for word in roots]
    return Result(
        hits=_described([(hit, by_pk[hit.pk]) for hit in hits[:HITS]], asked, request),
        partial=partial and bool(found),
        more=len(hits) > HITS,
        suggestions=suggestions,
    )
