"""Model fields that look at a file before they store it, so that no door leads past the check: form, uploader, code.

A form checks too, to show the words beside the field; what it has checked isn't checked again here.
"""

import secrets
from typing import NamedTuple

from django.core.files import File
from django.db.models.fields.files import FieldFile, FileField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile
from wagtail.utils.file import hash_filelike

from project.lib.documents import CheckedDocument, check_document
from project.lib.photos import CleanPhoto, clean_photo, size_of


class _MeasuredOnSave:
    """What both kinds of file share: the record learns size and hash of the bytes that are really stored.

    Wagtail leaves them empty when a record is made in code, and an empty hash makes every answer look unchanged.
    """

    def accept(self, content: File, name: str) -> File:
        raise NotImplementedError

    def prepare(self) -> None:
        """Checks a file that was set but isn't stored yet; raises what `accept` raises."""
        if self and not self._committed:
            self.file = self.accept(self.file, self.name)
            self.name = self.file.name
            self._note(self.file)

    def save(self, name: str, content: File, save: bool = True) -> None:
        content = self.accept(content, name)
        super().save(content.name, content, save=False)
        self._note(content)
        self.instance._file_is_new = True
        if save:
            self.instance.save()

    def _note(self, content: File) -> None:
        self.instance.file_size = content.size
        self.instance.file_hash = hash_filelike(content)


class PhotoFieldFile(_MeasuredOnSave, WagtailImageFieldFile):
    def accept(self, content: File, name: str) -> CleanPhoto:
        return content if isinstance(content, CleanPhoto) else clean_photo(content, name)

    def prepare(self) -> None:
        super().prepare()
        self.__dict__.pop("_dimensions_cache", None)
        self.field.update_dimension_fields(self.instance, force=True)

    def get_image_dimensions(self) -> tuple[int, int] | tuple[None, None]:
        """Read from the header: Wagtail would decode the whole photo, before anyone has looked whether it's a bomb."""
        was_closed = self.closed
        self.open()
        try:
            return size_of(self)
        finally:
            if was_closed:
                self.close()


class PhotoField(WagtailImageField):
    """Stores only what `project.lib.photos.clean_photo` has made. Raises its `PhotoError`."""

    attr_class = PhotoFieldFile


class DocumentFieldFile(_MeasuredOnSave, FieldFile):
    def accept(self, content: File, name: str) -> CheckedDocument:
        return content if isinstance(content, CheckedDocument) else check_document(content, name)

    def _note(self, content: CheckedDocument) -> None:
        super()._note(content)
        self.instance.page_count = content.pages
        self.instance.found = Found(content.pages, content.texts, content.complete)


class Found(NamedTuple):
    """What an examination found, without the bytes. `pages` is None for what is no PDF."""

    pages: int | None
    texts: tuple[str, ...]
    complete: bool


class DocumentField(FileField):
    """Stores only what `project.lib.documents.check_document` has let through. Raises its `DocumentError`."""

    attr_class = DocumentFieldFile


def document_path(instance, filename: str) -> str:
    """A folder of its own for each document: a new version under the same name keeps its address, and nobody can
    guess the path of a file that only some may read."""
    return f"documents/{secrets.token_hex(8)}/{filename}"
