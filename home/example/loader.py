"""Puts example content into the database: the tools that every app's builder uses, and the guard before them.

Each app registers with the Wagtail hook ``load_example_content`` a function that returns the dotted name of its
builder; the builder is called with one ``Loader``.
"""

import io
import uuid
from collections import Counter
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.module_loading import import_string
from PIL import Image
from wagtail import hooks
from wagtail.models import Collection, Page, Site

from home.example import drawings
from home.example.village import Picture
from home.identity.media import VillageDocument, VillageImage
from home.identity.models import VillageSettings
from home.pages.models import HomePage

HOOK = "load_example_content"
COLLECTION = "Isi contoh"
HOME_DEPTH = 2
# Block ids of the example follow from their place, so that a lesson's step is the same step on every installation.
BLOCK_IDS = uuid.UUID("5b0d4f43-62a5-4f0e-9c6d-2f4f0b5a7c11")


class OwnContent(Exception):
    """The database holds a village of its own; its text says what was found."""


def is_loaded() -> bool:
    """Whether the example is what this site shows."""
    return VillageSettings.objects.filter(is_example=True).exists()


def own_content() -> list[str]:
    """What in this database is not of the bare skeleton, in words; empty in a new installation."""
    found = []
    landing_pages = hooks.get_hooks("register_sections")
    slugs = [register().slug for register in landing_pages]
    pages = Page.objects.filter(depth__gt=HOME_DEPTH).exclude(depth=HOME_DEPTH + 1, slug__in=slugs)
    if count := pages.count():
        found.append(f"{count} pages (the first: “{pages.order_by('path').first().title}”)")
    if village := VillageSettings.objects.exclude(name="").first():
        found.append(f"the identity of “{village.full_name}”")
    if any(home.tasks for home in HomePage.objects.all()):
        found.append("a home page with its own tasks")
    for model, words in ((VillageImage, "images"), (VillageDocument, "documents")):
        if count := model.objects.count():
            found.append(f"{count} {words}")
    return found


def load_example(say: Callable[[str], None], force: bool = False) -> bool:
    """Loads everything, or nothing: one transaction, and files of a failed run are removed.

    Returns False when the example is there already; then nothing is touched, not even what an editor deleted of
    it. Raises ``OwnContent`` for a village of its own, unless ``force``: then the example comes beside it, and
    nothing that exists is overwritten.
    """
    if is_loaded():
        return False
    if not force and (found := own_content()):
        raise OwnContent(", ".join(found))
    loader = Loader(say)
    try:
        with transaction.atomic():
            for name_builder in hooks.get_hooks(HOOK):
                import_string(name_builder())(loader)
            loader.finish()
    except BaseException:
        loader.remove_files()
        raise
    return True


class Loader:
    """What a builder works with. Whatever exists already (same address, same title in the collection) is kept."""

    def __init__(self, say: Callable[[str], None]):
        self.say = say
        self.made: Counter[str] = Counter()
        site = Site.objects.get(is_default_site=True)
        self.site = site
        self.home: HomePage = site.root_page.specific
        self._last: list[Callable[[], None]] = []
        self._files: list = []

    def report(self, what: str, count: int) -> None:
        """A progress line of one kind of content."""
        self.made[what] += count
        self.say(f"   {count:3} {what}")

    def at_the_end(self, step: Callable[[], None]) -> None:
        """Has the step run after all builders, when the pages of every app exist."""
        self._last.append(step)

    def finish(self) -> None:
        for step in self._last:
            step()

    def remove_files(self) -> None:
        for file in self._files:
            file.storage.delete(file.name)

    def collection(self) -> Collection:
        root = Collection.get_first_root_node()
        return root.get_children().filter(name=COLLECTION).first() or root.add_child(name=COLLECTION)

    def find(self, address: str) -> Page | None:
        """The page at an address below the home page, for instance ``layanan/sktm``."""
        path = f"{self.home.url_path}{address.strip('/')}/" if address else self.home.url_path
        page = Page.objects.filter(url_path=path).first()
        return page and page.specific

    def page(self, parent: Page, page: Page) -> Page:
        """Publishes the page below the parent, as an editor would: with a first revision, and a line of history from
        which it can be restored. Returns the one at that address if there is one."""
        if existing := parent.get_children().filter(slug=page.slug).first():
            return existing.specific
        page.live = False
        page.locale = self.home.locale
        parent.refresh_from_db()
        parent.add_child(instance=page)
        page.save_revision(log_action=True).publish()
        page.refresh_from_db()
        self.made["pages"] += 1
        return page

    def drawing(self, picture: Picture) -> VillageImage:
        """A drawing as an image of the library."""
        return self.image(picture.title, picture.description, getattr(drawings, picture.drawing))

    def image(self, title: str, description: str, draw: Callable[[], Image.Image]) -> VillageImage:
        """The image of that title; drawn and stored first if it is not there."""
        collection = self.collection()
        if existing := VillageImage.objects.filter(title=title, collection=collection).first():
            return existing
        written = io.BytesIO()
        draw().save(written, "PNG")
        image = VillageImage(title=title, description=description, collection=collection)
        image.file = ContentFile(written.getvalue(), name="gambar.png")
        image.save()
        self._files += [image.file, *(rendition.file for rendition in image.renditions.all())]
        self.made["images"] += 1
        return image

    def document(self, title: str, file_name: str, make: Callable[[], bytes]) -> VillageDocument:
        """The document of that title; made and stored first if it is not there."""
        collection = self.collection()
        if existing := VillageDocument.objects.filter(title=title, collection=collection).first():
            return existing
        document = VillageDocument(title=title, collection=collection)
        document.file = ContentFile(make(), name=file_name)
        document.save()
        self._files.append(document.file)
        self.made["documents"] += 1
        return document


def blocks(place: str, *items: tuple[str, object]) -> list[dict]:
    """A StreamField's raw value; ``place`` names page and field, from which the ids of its blocks follow."""
    return [
        {"type": kind, "value": value, "id": str(uuid.uuid5(BLOCK_IDS, f"{place}/{position}"))}
        for position, (kind, value) in enumerate(items)
    ]
