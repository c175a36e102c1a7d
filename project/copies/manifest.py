"""What a copy says about itself: `manifest.json`, and the sum of each file in `SHA256SUMS`."""

import hashlib
import json
import re
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils.crypto import salted_hmac
from wagtail import __version__ as wagtail_version

from project.copies import CopyFault
from project.copies.folders import folders

NAME, SUMS = "manifest.json", "SHA256SUMS"
FORMAT = 1
KEYS = {"made_at", "engine", "secret", "files", "archives", "counts", "migrations"}
_LINE = re.compile(r"([0-9a-f]{64}) [ *]([\w.-]+)")


def write(folder: Path, contents: dict, archives: dict[str, dict]) -> None:
    """`contents` is what the database holds, `archives` how much each archive does."""
    sums = {path.name: sum_of(path) for path in sorted(folder.iterdir())}
    facts = {
        "format": FORMAT,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "engine": connection.vendor,
        "wagtail": wagtail_version,
        "secret": secret_mark(),
        "files": sums,
        "archives": archives,
        **contents,
    }
    (folder / NAME).write_text(json.dumps(facts, indent=1, sort_keys=True))
    write_sums(folder, sums | {NAME: sum_of(folder / NAME)})


def write_sums(folder: Path, sums: dict[str, str]) -> None:
    """In the form that `sha256sum -c` reads."""
    (folder / SUMS).write_text("".join(f"{number}  {name}\n" for name, number in sorted(sums.items())))


def sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def secret_mark() -> str:
    """Tells whether two installations have the same secret, and nothing about it."""
    return salted_hmac("project.copies", "secret", algorithm="sha256").hexdigest()[:16]


def read(folder: Path) -> dict:
    """The manifest of a copy whose files are all there and unchanged. Raises CopyFault."""
    try:
        lines = (folder / SUMS).read_text().splitlines()
        found = [_LINE.fullmatch(line) for line in lines]
        if not lines or None in found:
            raise CopyFault(f"{SUMS} is damaged.")
        sums = {match[2]: match[1] for match in found}
        for name, promised in sums.items():
            if sum_of(folder / name) != promised:
                raise CopyFault(f"{name} is not what it was when the copy was made.")
        if NAME not in sums:
            raise CopyFault(f"This copy has no {NAME}; it was made before there was `manage.py restore`.")
        facts = json.loads((folder / NAME).read_text())
    except FileNotFoundError as error:
        raise CopyFault(f"This is no whole copy: {Path(error.filename).name} is missing.") from error
    except (ValueError, OSError) as error:
        raise CopyFault(f"The copy cannot be read: {error}") from error
    if not isinstance(facts, dict):
        raise CopyFault(f"{NAME} is damaged.")
    if facts.get("format") != FORMAT:
        raise CopyFault(
            f"This copy has the form {facts.get('format')}; this program reads the form {FORMAT}."
        )
    if not facts.keys() >= KEYS or facts["files"] != {n: number for n, number in sums.items() if n != NAME}:
        raise CopyFault(f"{NAME} and {SUMS} do not belong together.")
    if not isinstance(facts["archives"], dict) or not all(map(_is_count, facts["archives"].values())):
        raise CopyFault(f"{NAME} is damaged.")
    if not facts["archives"].keys() >= {name for name in facts["files"] if name.endswith(".tar")}:
        raise CopyFault(f"{NAME} does not name all archives that are there.")
    return facts


def _is_count(told) -> bool:
    return isinstance(told, dict) and all(isinstance(told.get(name), int) for name in ("files", "bytes"))


def refuse_unfit(facts: dict) -> None:
    """Another engine, or tables and folders that this program does not know."""
    if facts["engine"] != connection.vendor:
        raise CopyFault(
            f"This is a copy of {facts['engine']}, and DATABASE_URL names {connection.vendor}. "
            "A copy goes back into the kind of database it came from."
        )
    newer = unknown_migrations(facts["migrations"])
    newer += sorted(set(facts["archives"]) - {folder.archive for folder in folders()})
    if newer:
        raise CopyFault(
            f"This copy was made by a newer version of the program ({', '.join(newer[:5])}). Update the program first."
        )


def unknown_migrations(recorded: dict[str, list[str]]) -> list[str]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known |= set(migration.replaces)
    return [f"{app}.{name}" for app, names in recorded.items() for name in names if (app, name) not in known]
