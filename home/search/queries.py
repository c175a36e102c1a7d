"""Reads for search: the same few queries whatever is asked and however many pages there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet, TextField
from wagtail.models import Page, get_page_models

from home.search.models import Synonym
from home.search.rules import PREFIX_LETTERS, Hit, by_title, meanings, nearest, query_words, telling_text

CANDIDATES = 200  # pages taken from the database, of which those with the words in their title come first
HITS = 50  # pages shown
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
    """The public pages for a cleaned query, best first, with addresses and excerpts.

    Pages with all the words, in any form, are the answer. When there are none: pages where the last word is the
    beginning of one (it was not typed to its end); when there are none either: pages with some of the words, and what
    was probably meant.
    """
    asked = query_words(query)
    if not asked:
        return Result(hits=[])
    groups = synonym_groups()
    alternatives = meanings(asked, groups)
    roots = alternatives[0]
    pages = _public_pages()
    found = list(pages.search(" ".join(roots), operator="and")[:CANDIDATES])
    if not found and len(asked[-1]) >= PREFIX_LETTERS:
        found = list(pages.autocomplete(" ".join([*roots[:-1], asked[-1]]), operator="and")[:CANDIDATES])
    partial, suggestions = not found, []
    if partial:
        if len(asked) > 1:
            found = list(pages.search(" ".join(roots), operator="or")[:CANDIDATES])
        titles = pages.order_by("-last_published_at", "-pk").values_list("title", flat=True)[:TITLES]
        suggestions = nearest(asked, titles, groups)
    ranked = by_title(_hits(found, request), alternatives)
    return Result(
        hits=_with_excerpts(ranked[:HITS], asked),
        partial=partial and bool(found),
        more=len(ranked) > HITS,
        suggestions=tuple(suggestions),
    )


@cache
def _searched_models() -> dict[str, type[Page]]:
    """The page types of this site by model name. Those without a label for search (Wagtail's root) are none of ours."""
    return {model._meta.model_name: model for model in get_page_models() if hasattr(model, "search_label")}


def _public_pages() -> QuerySet[Page]:
    types = ContentType.objects.get_for_models(*_searched_models().values())
    return Page.objects.live().public().filter(content_type__in=[kind.pk for kind in types.values()])


def _hits(pages: Sequence[Page], request) -> list[Hit]:
    """Plain data of the pages that have an address; one outside the site's tree has none."""
    found = []
    for page in pages:
        if url := page.get_url(request):
            model = page.specific_class
            found.append(Hit(page.pk, page.title, model.search_label, url, model._meta.model_name))
    return found


@cache
def _text_columns(model: type[Page]) -> tuple[str, ...]:
    """The columns of a page type that hold plain prose: what it is about, without its long StreamFields.

    The short lines (a home page's question, a regulation's subject) serve only where there is no longer text.
    """
    fields = [model._meta.get_field(name) for name in getattr(model, "searched_fields", ())]
    long = tuple(field.name for field in fields if type(field) is TextField)
    return long or tuple(field.name for field in fields if type(field) is CharField)


def _with_excerpts(hits: Sequence[Hit], asked: Sequence[str]) -> list[Hit]:
    """The hits with what they say about the words. One query for all page types, instead of one for each."""
    columns = [
        f"{name}__{column}"
        for name in sorted({hit.kind for hit in hits})
        for column in _text_columns(_searched_models()[name])
    ]
    rows = Page.objects.filter(pk__in=[hit.pk for hit in hits]).values_list(
        "pk", "search_description", *columns
    )
    texts = {pk: [text for text in rest if text] for pk, *rest in rows}
    return [hit.with_excerpt(telling_text(texts.get(hit.pk, []), asked)) for hit in hits]
