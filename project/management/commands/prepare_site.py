"""Makes an installation ready to answer: tables, static files, and the example village in an empty database.

Each step looks first whether it is needed, so the command may run at every start. It exists beside `migrate`
and `collectstatic` because three programs started one after another would cost a small machine seconds.
"""

import hashlib
import logging
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

# Beside the built files, so that whoever deletes them deletes the claim that they are complete.
STAMP_NAME = ".built-from"


class Command(BaseCommand):
    """For `make serve`, `make dev` and the container; prints a line per step that had to be done."""

    help = "Brings tables and static files up to date and fills an empty database with the example village."
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--static-only", action="store_true", help="only build the static files (when an image is built)"
        )

    def handle(self, *, static_only: bool, **options) -> None:
        self.prepare_static()
        if static_only:
            return
        make_folders()
        keep_database_private()
        try:
            with only_warnings():
                self.prepare_tables()
                self.prepare_content()
        except DatabaseError as error:
            raise CommandError(database_words(error)) from error

    def say(self, words: str) -> None:
        # Flushed, since the step that follows may be silent for a minute.
        self.stdout.write(f"== {words}")
        self.stdout.flush()

    def prepare_static(self) -> None:
        """Collect and compress the static files when one of their sources changed. Not in development, where
        Django's server reads the sources themselves."""
        if settings.DEBUG:
            return
        stamp = Path(settings.STATIC_ROOT) / STAMP_NAME
        wanted = static_fingerprint()
        if stamp.is_file() and stamp.read_text() == wanted:
            return
        self.say("Building style sheets, scripts and icons (about half a minute)")
        try:
            call_command("collectstatic", interactive=False, verbosity=0)
            stamp.write_text(wanted)
        except OSError as error:
            raise CommandError(
                f"The static files could not be written to {settings.STATIC_ROOT}: {error}"
            ) from error

    def prepare_tables(self) -> None:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if not pending:
            return
        self.say(f"Preparing the database ({len(pending)} steps)")
        call_command("migrate", interactive=False, verbosity=0)

    def prepare_content(self) -> None:
        """A new installation gets the example and the first sign-ins. It is new while nobody can sign in: people
        come last and in one transaction, so a run that was stopped half-way is finished by the next."""
        if get_user_model().objects.exists():
            return
        self.say("Filling the empty database with the example village (about half a minute)")
        call_command("load_example", stdout=self.stdout)
        call_command("create_first_signins", stdout=self.stdout)


@contextmanager
def only_warnings():
    """Wagtail logs a line for every page that is made; here they would bury the passwords that are shown once."""
    logger = logging.getLogger()
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


def static_fingerprint() -> str:
    """SHA-256 over the names and contents of all sources of static files and the way they are stored."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            digest.update(b"\0" + path.encode() + b"\0" + Path(storage.path(path)).read_bytes())
    return digest.hexdigest()


def make_folders() -> None:
    for folder in (Path(settings.DATA_DIR), Path(settings.MEDIA_ROOT)):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(
                f"The folder for data cannot be made: {folder} ({error.strerror}). "
                "Set BALAI_DATA_DIR to a folder that can be written to."
            ) from error


def keep_database_private() -> None:
    """The file of SQLite holds sessions and password hashes, which no other account of the machine may read. SQLite
    gives the files it makes beside it the same rights."""
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():
        path = Path(connection.settings_dict["NAME"])
        try:
            path.touch(mode=0o600)
            path.chmod(path.stat().st_mode & ~0o077)
        except OSError:
            return  # somebody else's file, or a disk that takes none: what follows says so in words


def database_words(error: DatabaseError) -> str:
    """What a person can do about a database that does not work."""
    if connection.vendor == "sqlite":
        return (
            f"The database file {connection.settings_dict['NAME']} cannot be used: {error}. "
            "Look whether the folder can be written to and the disk has room."
        )
    return f"The database of DATABASE_URL cannot be used: {error}"
