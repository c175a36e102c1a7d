"""Copies all that is the village's own into one dated folder: database, photos, documents, and the sum of each file.

Safe while the site runs. The database comes first: a photo that is uploaded meanwhile is then one file too many, and
not one too few. How to put a copy back: docs/operations.md.
"""

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import tarfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection

PREFIX = "balai-"


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
            copy_database(part)
            with tarfile.open(part / "media.tar", "w") as archive:
                if Path(settings.MEDIA_ROOT).is_dir():
                    archive.add(settings.MEDIA_ROOT, arcname="media")
            write_sums(part)
            part.rename(final)
        except (OSError, sqlite3.Error, subprocess.CalledProcessError) as error:
            shutil.rmtree(part, ignore_errors=True)
            words = getattr(error, "stderr", None) or error
            raise CommandError(f"No copy was made: {words}") from error
        finally:
            os.umask(before)
        for old in sorted(path for path in target.glob(f"{PREFIX}*") if path.is_dir())[:-keep]:
            shutil.rmtree(old)
        self.stdout.write(str(final))


def copy_database(folder: Path) -> None:
    """SQLite's own copying, which a writer in between does not spoil as it would a plain copy; or pg_dump."""
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        with (
            closing(sqlite3.connect(facts["NAME"])) as source,
            closing(sqlite3.connect(folder / "balai.sqlite3")) as copy,
        ):
            source.backup(copy)
            # The check looks at our constraints too, and some of them ask for this function of Django's.
            copy.create_function("REGEXP", 2, lambda pattern, text: bool(re.search(pattern, str(text))))
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
            found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(f"the database is damaged: {found}")
        return
    words = ["pg_dump", "--format=custom", "--no-owner", f"--file={folder / 'balai.dump'}"]
    places = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    environment = os.environ | {name: str(facts[key]) for name, key in places.items() if facts.get(key)}
    subprocess.run(words, env=environment, check=True, capture_output=True, text=True)  # noqa: S603 (fixed words)


def write_sums(folder: Path) -> None:
    """In the form that `sha256sum -c` reads."""
    lines = []
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    (folder / "SHA256SUMS").write_text("".join(lines))
