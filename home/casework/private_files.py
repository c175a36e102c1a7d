"""Files that only some may see: signed attendance sheets, photos of a complaint.

They lie outside of what is served, under random names, readable by the site's account alone; a view that has asked who
is there hands them out with `serve`.

    scan = models.FileField("pindaian", storage=PrivateStorage(), upload_to="hadir")

    return serve(request, session.scan, f"Daftar hadir {session}.pdf")

What a person called his file is not kept: it can hold a name, and it can hold a trick. Whoever takes an upload looks
into it first (`project.lib.photos`, `project.lib.documents`). A file whose record is gone is put aside by the next run
of `manage.py forget_expired`, and deleted a month later.
"""

import logging
import os
import re
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from django.apps import apps
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db.models import FileField
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest
from django.utils.deconstruct import deconstructible

from project.lib.words import on_one_line

logger = logging.getLogger(__name__)

SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
LONGEST_NAME = 100  # letters of the name that a download carries
SETTLED = timedelta(days=1)  # a file that is older has its record, or never gets one
ASIDE = ".tanpa-catatan"
ASIDE_KEPT = timedelta(days=30)


@deconstructible
class PrivateStorage(FileSystemStorage):
    """Below `PRIVATE_ROOT`. No file of it has an address."""

    def __init__(self):
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    # Asked anew each time: a field keeps its storage for as long as the process lives.
    @property
    def base_location(self) -> Path:
        return Path(settings.PRIVATE_ROOT)

    @property
    def location(self) -> str:
        return str(self.base_location.absolute())

    def url(self, name):
        raise ValueError("A private file has no address; a view hands it out.")

    def get_available_name(self, name, max_length=None):
        """The folder of the field, a random name, the ending in small letters where it is an ordinary one."""
        path = PurePosixPath(str(name).replace("\\", "/"))
        suffix = path.suffix.lower()
        name = secrets.token_hex(16) + (suffix if SUFFIX.fullmatch(suffix) else "")
        return super().get_available_name(str(path.parent / name), max_length)


def serve(request: HttpRequest, file: FieldFile, name: str) -> FileResponse:
    """The file as a download under a name that the site made. Ask before who may have it. Raises Http404 where it is
    not there."""
    try:
        opened = file.storage.open(file.name) if file else None
    except OSError:
        logger.exception("A private file cannot be read: %s", file.name)
        opened = None
    if opened is None:
        raise Http404("Berkas ini tidak ada lagi.")
    answer = FileResponse(opened, as_attachment=True, filename=shown_name(name))
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def shown_name(name: str) -> str:
    """A name for somebody's own disk: on one line, no folder, nothing that turns the direction of writing."""
    plain = re.sub(r'[\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]', "-", on_one_line(name)).strip(". ")
    path = PurePosixPath(plain)
    suffix = path.suffix if SUFFIX.fullmatch(path.suffix.lower()) else ""
    stem = plain.removesuffix(suffix)[: LONGEST_NAME - len(suffix)].strip()
    return (stem or "berkas") + suffix


def without_record(before: datetime) -> list[str]:
    """The names of the files that no record holds, and that are no upload of just now."""
    held = {name for field in private_fields() for name in _names(field)}
    return [name for name in _older(before) if name not in held and not name.startswith(f"{ASIDE}/")]


def set_aside(names: list[str]) -> int:
    """Puts them where no record looks. Not deleted yet: were the site started with another database once, all files
    would be without a record."""
    root = PrivateStorage().base_location
    for name in names:
        target = root / ASIDE / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (root / name).rename(target)
        os.utime(target)
    return len(names)


def aside(before: datetime) -> list[str]:
    """What was put aside long enough ago."""
    return [name for name in _older(before) if name.startswith(f"{ASIDE}/")]


def delete(names: list[str]) -> int:
    storage = PrivateStorage()
    for name in names:
        storage.delete(name)
    return len(names)


def _older(before: datetime) -> list[str]:
    root = PrivateStorage().base_location
    files = [path for path in root.rglob("*") if path.is_file() and path.stat().st_mtime < before.timestamp()]
    return sorted(path.relative_to(root).as_posix() for path in files)


def private_fields() -> list[FileField]:
    """Every field of every model whose files are private."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, FileField) and isinstance(field.storage, PrivateStorage)
    ]


def _names(field: FileField) -> Iterator[str]:
    return field.model._base_manager.values_list(field.attname, flat=True).iterator()
