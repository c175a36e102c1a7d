"""Puts a copy that `manage.py backup` made into an empty installation: all of it, or nothing.

First everything is looked at: each file's sum, whether the copy fits this program and this kind of database, whether
nothing is there that would be lost, whether the disk has room. Then the files are unpacked beside their places and
moved there, and the database comes last, in one step; what goes wrong before that is taken away again.
"""

import os
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import Error

from project.copies import CopyFault, databases, manifest
from project.copies.folders import Folder, empty, folders, is_empty, move_in, unpack

STAGE = ".restore"


class Command(BaseCommand):
    help = "Puts the copy in FOLDER, made by backup, into an empty installation."
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options) -> None:
        before = os.umask(0o077)
        try:
            facts = manifest.read(folder)
            self.say(
                f"The copy of {facts['made_at']} is whole: {len(facts['files'])} files with the right sums"
            )
            manifest.refuse_unfit(facts)
            refuse_occupied()
            refuse_full_disk(folder, facts)
            put_back(folder, facts)
        except (OSError, sqlite3.Error, Error, CopyFault) as error:
            raise CommandError(f"Nothing was put back: {error}") from error
        finally:
            os.umask(before)
        self.tell(facts)

    def say(self, words: str) -> None:
        self.stdout.write(f"== {words}")
        self.stdout.flush()

    def tell(self, facts: dict) -> None:
        rows = sum(facts["counts"].values())
        self.say(f"Database: {rows} rows in {len(facts['counts'])} tables, counted and equal")
        for name, held in facts["archives"].items():
            self.say(f"{name}: {held['files']} files, {held['bytes']} bytes")
        if facts["secret"] != manifest.secret_mark():
            self.say(
                "BALAI_SECRET_KEY is another one than that of the copy: printed cards and codes do not work until it "
                "is the same again"
            )


def refuse_occupied() -> None:
    """What is there would be lost or mixed up."""
    tables = databases.tables_there()
    if tables:
        raise CopyFault(f"the database is not empty: it has {len(tables)} tables. Nothing is overwritten.")
    killed = (Path(settings.DATA_DIR) / STAGE).exists()
    for folder in folders():
        if not is_empty(folder):
            hint = " An earlier restore was killed here; what it left there may be deleted." if killed else ""
            raise CopyFault(f"the folder {folder.path} is not empty. Nothing is overwritten.{hint}")


def refuse_full_disk(copy: Path, facts: dict) -> None:
    """The files are moved, not copied, so they need their room once; SQLite's file is counted too."""
    needed = sum(held["bytes"] for held in facts["archives"].values())
    needed += (copy / databases.file_name()).stat().st_size
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.DATA_DIR).free
    if needed > free:
        raise CopyFault(f"the disk has {free >> 20} MB left, and {needed >> 20} MB are needed.")


def put_back(copy: Path, facts: dict) -> None:
    stage = Path(settings.DATA_DIR) / STAGE
    shutil.rmtree(stage, ignore_errors=True)  # of a run that was killed
    wanted = [folder for folder in folders() if folder.archive in facts["archives"]]
    moved: list[Folder] = []
    try:
        for folder in wanted:
            unpack(folder, copy / folder.archive, stage / folder.name, facts["archives"][folder.archive])
        for folder in wanted:
            moved.append(folder)
            move_in(folder, stage / folder.name, owner())
        databases.put_back(copy / databases.file_name(), facts, owner())
    except BaseException:
        for folder in moved:
            empty(folder)
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def owner() -> tuple[int, int] | None:
    """Root works for the site's account, whose the data folder is."""
    if os.geteuid() != 0:
        return None
    facts = Path(settings.DATA_DIR).stat()
    return facts.st_uid, facts.st_gid
