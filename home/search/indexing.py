"""Keeps the search index true when synonyms change, and the text of a document that pages show.

A page's synonyms are part of its index entry, written when the page is saved. A changed or deleted group therefore has
the pages it touches indexed anew, in the same request: for a village that is a moment, and the clerk can try the word
at once.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backend

from home.identity.media import DocumentText, VillageDocument
from home.search.models import Synonym
from project.lib.words import split_terms, stem, words


def index_pages_with(terms: Iterable[str]) -> int:
    """Indexes anew the live pages that hold all words of one of the terms; returns how many.

    That is a few more than those that hold a term as a phrase, never fewer: every word of a page is in its entry, also
    of synonyms that it had until now. A page that is not live is indexed when it is published.
    """
    found: set[int] = set()
    for term in terms:
        roots = " ".join(stem(word) for word in words(term))
        hits = Page.objects.live().search(roots, operator="and", order_by_relevance=False)
        found.update(hits.get_queryset().values_list("pk", flat=True))
    _index(found)
    return len(found)


def _index(pks: Iterable[int]) -> None:
    pages_by_type = defaultdict(list)
    for page in Page.objects.filter(pk__in=pks).specific():
        pages_by_type[type(page)].append(page)
    backend = get_search_backend()
    for model, pages in pages_by_type.items():
        backend.add_bulk(model, pages)


def connect_signals() -> None:
    """Called once when the app is ready."""
    pre_save.connect(_remember_old_words, sender=Synonym, dispatch_uid="synonym-old-words")
    post_save.connect(_index_old_and_new, sender=Synonym, dispatch_uid="synonym-saved")
    post_delete.connect(_index_old_and_new, sender=Synonym, dispatch_uid="synonym-deleted")
    post_save.connect(_index_pages_that_show, sender=DocumentText, dispatch_uid="document-text")
    post_delete.connect(_index_pages_that_show, sender=DocumentText, dispatch_uid="document-text-deleted")


def _remember_old_words(instance: Synonym, **_signal) -> None:
    instance.old_words = Synonym.objects.filter(pk=instance.pk).values_list("words", flat=True).first() or ""


def _index_old_and_new(instance: Synonym, **_signal) -> None:
    index_pages_with({*instance.terms, *split_terms(getattr(instance, "old_words", ""))})


def _index_pages_that_show(instance: DocumentText, **_signal) -> None:
    """Another file behind a document of a public page: it is found by the new words and no more by the old ones."""
    references = ReferenceIndex.get_references_to(VillageDocument(pk=instance.document_id))
    of_pages = references.filter(base_content_type=ContentType.objects.get_for_model(Page))
    shown = [int(pk) for pk in of_pages.values_list("object_id", flat=True)]
    _index(Page.objects.live().filter(pk__in=shown).values_list("pk", flat=True))
