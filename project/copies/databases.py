"""The database of a copy, made and put back by the engine's own method, and what is in it.

Everything here uses connections of its own: Django's may be in the middle of something.
"""

import os
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from project.copies import CopyFault

TABLES = {
    # Virtual tables keep what they hold in ordinary ones beside them.
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
    "AND sql NOT LIKE 'CREATE VIRTUAL%'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}
FILES = {"sqlite": "balai.sqlite3", "postgresql": "balai.dump"}


def file_name() -> str:
    return FILES[connection.vendor]


def _live() -> Path:
    return Path(connection.settings_dict["NAME"])


@contextmanager
def connected(path: Path | None = None) -> Iterator:
    """A connection to the site's database, or to a file of SQLite."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(path or _live())) as opened:
            # Some of our constraints ask for this function of Django's.
            opened.create_function("REGEXP", 2, lambda pattern, text: bool(re.search(pattern, str(text))))
            yield opened
    else:
        with closing(connection.get_new_connection(connection.get_connection_params())) as opened:
            opened.autocommit = True
            yield opened


# --- Making a copy ---------------------------------------------------------------------------------------------------


def copy(folder: Path) -> dict:
    """Copies the database into a folder while the site goes on writing. Answers what is in the copy."""
    if connection.vendor == "sqlite":
        return _copy_sqlite(folder / FILES["sqlite"])
    return _copy_postgres(folder / FILES["postgresql"])


def _copy_sqlite(target: Path) -> dict:
    """SQLite's own copying, which a writer in between does not spoil as it would a plain copy."""
    with connected() as source, connected(target) as made:
        source.backup(made)
        made.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        _check(made)
        return contents(made)


def _check(opened: sqlite3.Connection) -> None:
    found = opened.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise CopyFault(f"the database is damaged: {found}")


def _copy_postgres(target: Path) -> dict:
    """The dump and the counts see the same moment."""
    with connected() as source:
        source.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        snapshot = source.execute("SELECT pg_export_snapshot()").fetchone()[0]
        _run("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={target}")
        held = contents(source)
        source.execute("ROLLBACK")
    return held


def _run(*words: str) -> None:
    """A program of PostgreSQL; where the database is and its password come by the environment, which nobody sees."""
    facts = connection.settings_dict
    places = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    environment = os.environ | {name: str(facts[key]) for name, key in places.items() if facts.get(key)}
    done = subprocess.run(words, env=environment, capture_output=True, text=True)  # noqa: S603 (fixed words)
    if done.returncode:
        raise CopyFault(f"{words[0]}: {done.stderr.strip()}")


def contents(opened) -> dict:
    """How many rows each table has, and which migrations made the tables."""

    def ask(query: str) -> list[tuple]:
        return opened.execute(query).fetchall()

    tables = sorted(name for (name,) in ask(TABLES[connection.vendor]))
    counts = {name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for name in tables}  # noqa: S608 (from the catalogue)
    migrations: dict[str, list[str]] = {}
    if "django_migrations" in counts:
        for app, name in ask("SELECT app, name FROM django_migrations ORDER BY app, name"):
            migrations.setdefault(app, []).append(name)
    return {"counts": counts, "migrations": migrations}


# --- Putting it back -------------------------------------------------------------------------------------------------


def tables_there() -> list[str]:
    """The tables that the site's database has already."""
    if connection.vendor == "sqlite" and not _live().exists():
        return []
    with connected() as opened:
        return [name for (name,) in opened.execute(TABLES[connection.vendor]).fetchall()]


def put_back(source: Path, expected: dict, owner: tuple[int, int] | None = None) -> None:
    """The whole database or nothing. `expected` is what `copy` answered; `owner` gets SQLite's file."""
    if connection.vendor == "sqlite":
        _put_back_sqlite(source, expected, owner)
        return
    _run(
        "pg_restore",
        "--no-owner",
        "--exit-on-error",
        "--single-transaction",
        f"--dbname={connection.settings_dict['NAME']}",
        str(source),
    )
    with connected() as opened:
        try:
            _compare(contents(opened), expected)
        except CopyFault:
            for table in contents(opened)["counts"]:
                opened.execute(f'DROP TABLE IF EXISTS "{table}" CASCADE')
            raise


def _put_back_sqlite(source: Path, expected: dict, owner: tuple[int, int] | None) -> None:
    """Under another name until it is whole. What lies beside the old file would spoil the new one."""
    live = _live()
    part = live.with_name(f".{live.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        address = f"{source.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as copied, connected(part) as made:
            copied.backup(made)
            _check(made)
            _compare(contents(made), expected)
        if owner is not None:
            os.chown(part, *owner)
        for ending in ("-wal", "-shm", "-journal"):
            live.with_name(live.name + ending).unlink(missing_ok=True)
        part.replace(live)
    finally:
        part.unlink(missing_ok=True)


def _compare(found: dict, expected: dict) -> None:
    differing = [
        f"{table}: {found['counts'].get(table)} instead of {count}"
        for table, count in expected["counts"].items()
        if found["counts"].get(table) != count
    ]
    if differing:
        raise CopyFault(f"the database does not hold what the copy promises: {'; '.join(differing)}")
