"""Copies all that is the village's own into one dated folder: database, photos, documents, private files.

Safe while the site runs. The database comes first: a photo that is uploaded meanwhile is then one file too many, and
not one too few. How to put a copy back: `manage.py restore`, docs/operations.md.
"""

import os
import re
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.db import Error

from project.copies import CopyFault, databases, manifest
from project.copies.folders import folders, pack

PREFIX = "balai-"
_COPY = re.compile(PREFIX + r"\d{4}-\d{2}-\d{2}-\d{6}")


def _is_copy(path: Path) -> bool:
    """Whether a folder is one of ours: what else lies beside it is not touched."""
    return bool(_COPY.fullmatch(path.name)) and (path / manifest.NAME).is_file()


class Command(BaseCommand):
    help = "Writes a copy of database and files into a new folder below TARGET and drops the oldest ones."
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("target", type=Path)
        parser.add_argument("--keep", type=int, default=14, help="how many copies stay (default 14)")

    def handle(self, *, target: Path, keep: int, **options) -> None:
        if keep < 1:
            raise CommandError("--keep must be 1 or more.")
        final = target / f"{PREFIX}{datetime.now():%Y-%m-%d-%H%M%S}"
        # Under another name until it is whole: a copy that was cut short must not look like one.
        part = target / f".{final.name}.part"
        before = os.umask(0o077)  # password hashes and drafts are in it
        try:
            part.mkdir(parents=True)
            contents = databases.copy(part)
            archives = {folder.archive: pack(folder, part / folder.archive) for folder in folders()}
            manifest.write(part, contents, archives)
            part.rename(final)
        except (OSError, sqlite3.Error, Error, CopyFault) as error:
            shutil.rmtree(part, ignore_errors=True)
            raise CommandError(f"No copy was made: {error}") from error
        finally:
            os.umask(before)
        copies = sorted(path for path in target.iterdir() if _is_copy(path) and path != final)
        for old in copies[: max(0, len(copies) + 1 - keep)]:
            shutil.rmtree(old)
        self.stdout.write(str(final))
