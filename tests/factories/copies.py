"""A site that is copied, and an empty one into which the copy goes; on the engine of the run."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.db import connection


def needs_programs() -> None:
    if connection.vendor == "postgresql" and shutil.which("pg_dump") is None:
        pytest.fail("pg_dump was not found (Debian: apt install postgresql-client).")


def live_database(folder: Path, monkeypatch) -> None:
    """The tests keep their SQLite in memory; a file with the same in it stands for that of a site. Of PostgreSQL it is
    the tests' own, with what stood in it before this test: another connection than the test's reads it."""
    needs_programs()
    if connection.vendor == "sqlite":
        path = folder / "live.sqlite3"
        path.write_bytes(connection.connection.serialize())  # also in the middle of a transaction
        with closing(sqlite3.connect(path)) as file:
            file.execute("PRAGMA journal_mode=WAL")
        monkeypatch.setitem(connection.settings_dict, "NAME", str(path))


@contextmanager
def empty_database(folder: Path) -> Iterator[None]:
    """The settings name another database, in which nothing is."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        connection.settings_dict["NAME"] = str(folder / "empty.sqlite3")
        try:
            yield
        finally:
            connection.settings_dict["NAME"] = name
        return
    empty = f"{name}_put_back"
    with closing(connection.get_new_connection(connection.get_connection_params())) as other:
        other.autocommit = True
        other.execute(f'DROP DATABASE IF EXISTS "{empty}"')
        other.execute(f'CREATE DATABASE "{empty}" TEMPLATE template0')
        connection.settings_dict["NAME"] = empty
        try:
            yield
        finally:
            connection.settings_dict["NAME"] = name
            other.execute(f'DROP DATABASE "{empty}" WITH (FORCE)')
