"""Reads what a page refers to, its pictures, documents and linked pages, at once: one query for each kind of thing.

Wagtail by itself asks once for each kind of block and each piece of text with links, so a long page would cost more
than a short one. Here a page that is shown reads all its references first (`hold`); its blocks, links and foreign keys
then find them in memory. They are kept for one request. Elsewhere (the editor, search, commands) Wagtail asks as ever.
"""

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models
from wagtail import blocks, hooks
from wagtail.documents.blocks import DocumentChooserBlock as WagtailsDocumentChooserBlock
from wagtail.documents.rich_text import DocumentLinkHandler as WagtailsDocumentLinkHandler
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock as WagtailsImageChooserBlock
from wagtail.models import Page
from wagtail.rich_text import extract_references_from_rich_text
from wagtail.rich_text.pages import PageLinkHandler as WagtailsPageLinkHandler

from home.identity.media import VillageDocument, VillageImage

KINDS = (VillageImage, VillageDocument, Page)

Held = dict[type[models.Model], dict[int, models.Model | None]]
_held: ContextVar[Held | None] = ContextVar("held_references", default=None)


@contextmanager
def request_memory():
    """Within it `hold` keeps what it reads; afterwards it is gone."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def hold(page: Page, pages: Iterable[int] = ()) -> None:
    """Reads all that the page refers to, and `pages` with it. At most one query for each of KINDS, and one for the
    pictures' sizes."""
    hold_together([page], pages)


def hold_together(shown: Iterable[Page], pages: Iterable[int] = ()) -> None:
    """The same for several pages that are shown as one, for no more queries."""
    held = _held.get()
    if held is None:
        return
    shown = list(shown)
    wanted = defaultdict(set)
    for model, pk in (*(one for page in shown for one in of(page)), *((Page, pk) for pk in pages)):
        if model in KINDS and isinstance(pk, int):
            wanted[model].add(pk)
    for model, pks in wanted.items():
        known = held.setdefault(model, {})
        if missing := pks - known.keys():
            found = model.objects.in_bulk(missing)
            known |= {pk: found.get(pk) for pk in missing}
    for page in shown:
        for field in _foreign_keys(page):
            if thing := held.get(field.related_model, {}).get(getattr(page, field.attname)):
                setattr(page, field.name, thing)


def _foreign_keys(page: Page) -> Iterator[models.ForeignKey]:
    for field in page._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.related_model in (VillageImage, VillageDocument):
            yield field


def of(page: Page) -> Iterator[tuple[type[models.Model], object]]:
    """What the page refers to, as kinds and keys."""
    for field in _foreign_keys(page):
        yield field.related_model, getattr(page, field.attname)
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from _of_block(field.stream_block, getattr(page, field.attname).raw_data)
        elif isinstance(field, RichTextField):
            yield from _of_text(getattr(page, field.attname))


def _of_block(block: blocks.Block, raw) -> Iterator[tuple[type[models.Model], object]]:
    """The references in a block's stored form. Its value must stay unread: reading that is what asks the database."""
    if not raw:
        return
    if isinstance(block, blocks.ChooserBlock):
        yield block.model_class, raw
    elif isinstance(block, blocks.RichTextBlock):
        yield from _of_text(raw)
    elif isinstance(block, blocks.StreamBlock):
        for item in raw:
            if child := block.child_blocks.get(item["type"]):
                yield from _of_block(child, item["value"])
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            # Lists of older releases, and those written by code, hold the bare values.
            wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            yield from _of_block(block.child_block, item["value"] if wrapped else item)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _of_block(child, raw.get(name))


def _of_text(html: str) -> Iterator[tuple[type[models.Model], object]]:
    for model, pk, *_ in extract_references_from_rich_text(html or ""):
        yield model, int(pk) if str(pk).isascii() and str(pk).isdigit() else None


def _held_things(model: type[models.Model], pks: list) -> list[models.Model | None] | None:
    """The things of these keys; None when not all of them were read for this request."""
    known = (_held.get() or {}).get(model, {})
    if any(pk is not None and pk not in known for pk in pks):
        return None
    # Each user gets an object of its own, as from the database; the sizes of a picture come along.
    return [copy.copy(known.get(pk)) for pk in pks]


def pages(pks: Iterable[int]) -> dict[int, Page]:
    """The pages of these keys, without a query where they were held for this request."""
    pks = list(pks)
    held = _held_things(Page, pks)
    return Page.objects.in_bulk(pks) if held is None else {page.pk: page for page in held if page}


class _HeldChooser:
    def bulk_to_python(self, values):
        things = _held_things(self.model_class, values)
        return super().bulk_to_python(values) if things is None else things


class ImageChooserBlock(_HeldChooser, WagtailsImageChooserBlock):
    """Chooses a photo."""


class DocumentChooserBlock(_HeldChooser, WagtailsDocumentChooserBlock):
    """Chooses a document."""


class PageChooserBlock(_HeldChooser, blocks.PageChooserBlock):
    """Chooses a page."""


class _HeldLinks:
    @classmethod
    def get_many(cls, attrs_list):
        pks = [int(pk) if (pk := attrs.get("id", "")).isdecimal() else None for attrs in attrs_list]
        things = _held_things(cls.get_model(), pks)
        return super().get_many(attrs_list) if things is None else things


class PageLinkHandler(_HeldLinks, WagtailsPageLinkHandler):
    """Links within text to pages."""


class DocumentLinkHandler(_HeldLinks, WagtailsDocumentLinkHandler):
    """Links within text to documents."""


@hooks.register("register_rich_text_features", order=10)  # after Wagtail's own, whose place these take
def register_link_handlers(features):
    features.register_link_type(PageLinkHandler)
    features.register_link_type(DocumentLinkHandler)
