"""What a subject brings to have its records imported. Registered by the hook "register_importer"."""

from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from wagtail import hooks

from home.casework.imports.columns import Column, Table, find_table
from home.casework.imports.models import ImportRow, ImportRun
from home.casework.imports.rules import NEEDS_FILES
from project.lib import spreadsheets
from project.lib.archives import Archive


@dataclass
class Verdict:
    """What a check found out about a row. Two rows of one `identity` mean one record."""

    identity: str
    action: str
    notes: list[dict] = field(default_factory=list)
    changes: list[list[str]] = field(default_factory=list)
    file_facts: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """What was written: the record, its version, the version before (None: there was none), a new document."""

    target: int
    written: int
    before: int | None = None
    document: int | None = None


def note(field_name: str, words: str, fault: bool = True) -> dict:
    """Something to say about a cell; one that is no fault hinders nothing."""
    return {"field": field_name, "words": words, "fault": fault}


class Importer:
    """One kind of import. An instance serves one request or command and may keep what it has looked up; `archive` is
    the ZIP of the run while it works on one that has any."""

    kind: str
    title: str
    columns: Sequence[Column]
    needed: Sequence[str]  # without any of these fields a table is not ours
    archive: Archive | None = None

    def may_import(self, user) -> bool:
        raise NotImplementedError

    def may_publish(self, user) -> bool:
        raise NotImplementedError

    def read(self, data: bytes) -> Table:
        """The rows of a file. Raises `SpreadsheetError` or `TableError`."""
        return find_table(spreadsheets.read(data), self.columns, self.needed)

    def examples(self) -> list[dict[str, str]]:
        """Rows of the example table, by field."""
        raise NotImplementedError

    def check(self, row: ImportRow) -> Verdict:
        raise NotImplementedError

    def write(self, row: ImportRow, user) -> Written:
        """Raises ValidationError with words for the person; then nothing of the row is written."""
        raise NotImplementedError

    def publish(self, row: ImportRow, user) -> str:
        """Makes public what was written; returns why not, or nothing."""
        raise NotImplementedError

    def undo(self, row: ImportRow, user) -> str:
        """Takes back what was written; returns why not, or nothing."""
        raise NotImplementedError

    def name(self, row: ImportRow) -> str:
        """What people call the row, also one that is wrong."""
        raise NotImplementedError

    def admin_url(self, row: ImportRow) -> str:
        raise NotImplementedError

    @contextmanager
    def working_on(self, run: ImportRun):
        """With the run's archive open. Raises `ArchiveError` when it is gone or broken."""
        if not run.has_archive or run.state not in NEEDS_FILES:
            yield self
            return
        with Archive(run.archive) as self.archive:
            try:
                yield self
            finally:
                self.archive = None


def importer_of(kind: str) -> Importer | None:
    """A new importer of that kind."""
    for make in hooks.get_hooks("register_importer"):
        importer = make()
        if importer.kind == kind:
            return importer
    return None
