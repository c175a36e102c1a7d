"""Leads an import from the file to the records, in steps of a few seconds that may be cut off anywhere.

Each row is done in a transaction of its own, together with the mark that it is done. So a step that is killed, sent
twice or done by two people at once neither loses a row nor writes one twice.
"""

import logging
import time
import uuid
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.utils import timezone

from home.casework.imports import sources
from home.casework.imports.importers import Importer, note
from home.casework.imports.models import ImportRow, ImportRun
from home.casework.imports.rules import (
    CHANGE,
    CHECKING,
    DISCARDED,
    DONE,
    FAILED,
    HELD,
    LEFT,
    MOVES,
    NEW,
    OPEN,
    PUBLISHED,
    PUBLISHING,
    READY,
    SAVED,
    TAKEN_BACK,
    UNDOING,
    WORK,
    WRITING,
    WRITTEN,
    WRONG,
    same_rows,
)
from project.lib import nik
from project.lib.texts import cleaned

logger = logging.getLogger(__name__)

STEP_SECONDS = 4  # of work in one request; with the row that is being done it stays under five
_CLAIM = timedelta(seconds=60)  # after which somebody who holds a run counts as gone
_SHORT = 300  # letters of a cell that is kept when a run has ended
_ABANDONED = timedelta(days=7)  # a preview that nobody decided on

BUSY = (
    "{who} sedang mengimpor “{file}”. Tunggu sampai selesai, atau buka impor itu dan batalkan, "
    "lalu unggah lagi."
)
MOVED_ON = "Impor ini sudah berubah: {state}. Periksa keadaannya di bawah."
NIK_IN_CELL = (
    "Kolom ini memuat nomor yang tampak seperti NIK ({masked}). Hapus nomornya; NIK tidak boleh dimuat."
)


class ImportRefused(Exception):
    """An import that cannot begin or go on; its text tells the person in Indonesian why. `run` is in the way."""

    def __init__(self, words: str, run: ImportRun | None = None):
        super().__init__(words)
        self.run = run


def begin(importer: Importer, path: Path, name: str, user, key: uuid.UUID) -> ImportRun:
    """Reads a file and keeps its rows to be checked; writes nothing else. The same key again is the same run.

    Raises `SourceError` for the file, `ImportRefused` while another import of the kind is open.
    """
    if known := ImportRun.objects.filter(key=key).first():
        return known
    _discard_abandoned(importer)
    _refuse_second(importer)
    table, is_archive = sources.read(importer, path)
    run = ImportRun(
        key=key,
        kind=importer.kind,
        file_name=name[-150:],
        has_archive=is_archive,
        ignored=cleaned([heading[:100] for heading in table.ignored[:30]]),
        started_by=user,
        started_by_name=user.shown_name if user else "",
    )
    try:
        if is_archive:
            _keep(path, run.archive)
        with transaction.atomic():
            run.save()
            ImportRow.objects.bulk_create(
                [_row(run, number, cells) for number, cells in table.rows], batch_size=200
            )
    except IntegrityError:
        if known := ImportRun.objects.filter(key=key).first():
            return known
        run.archive.unlink(missing_ok=True)
        _refuse_second(importer)
        raise
    except Exception:
        run.archive.unlink(missing_ok=True)
        raise
    return run


def _row(run: ImportRun, number: int, cells: dict[str, str]) -> ImportRow:
    """A NIK is not even kept in the preview."""
    kept, notes = {}, []
    for name, text in cleaned(cells).items():  # PostgreSQL refuses JSON with what no text may hold
        if found := nik.find(text):
            notes.append(note(name, NIK_IN_CELL.format(masked=found[0].masked)) | {"kept": True})
            text = nik.mask(text)
        kept[name] = text
    return ImportRow(run=run, number=number, cells=kept, notes=notes)


def _refuse_second(importer: Importer) -> None:
    other = ImportRun.objects.filter(kind=importer.kind, state__in=OPEN).first()
    if other:
        who = other.started_by_name or "Seseorang"
        raise ImportRefused(BUSY.format(who=who, file=other.file_name), other)


def _discard_abandoned(importer: Importer) -> None:
    old = ImportRun.objects.filter(kind=importer.kind, created_at__lt=timezone.now() - _ABANDONED)
    for run in old.filter(state__in=[source for source, target in MOVES if target == DISCARDED]):
        move(run, DISCARDED)
    # Files whose process was killed before it could say so in the database.
    folder = Path(settings.DATA_DIR) / "imports"
    needed = {str(key) for key in ImportRun.objects.filter(state__in=OPEN).values_list("key", flat=True)}
    limit = time.time() - _ABANDONED.total_seconds()
    for file in folder.glob("*.zip"):
        if file.stem not in needed and file.stat().st_mtime < limit:
            file.unlink(missing_ok=True)


def _keep(path: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("rb") as source, target.open("xb") as copy:
        target.chmod(0o600)
        while block := source.read(1024 * 1024):
            copy.write(block)


def move(run: ImportRun, state: str, **columns) -> None:
    """Leads a run on where that is allowed. Raises `ImportRefused` when it is elsewhere by now."""
    sources_of = [source for source, target in MOVES if target == state]
    moved = ImportRun.objects.filter(pk=run.pk, state__in=sources_of).update(state=state, **columns)
    run.refresh_from_db()
    if not moved:
        raise ImportRefused(MOVED_ON.format(state=run.get_state_display().lower()), run)
    if state not in OPEN:
        _end(run, state)


def may_undo(run: ImportRun) -> bool:
    """Only the last one of its kind: what came after may rest on it."""
    last = ImportRun.objects.filter(kind=run.kind, state=DONE).order_by("-pk").first()
    if last is None or last.pk != run.pk:
        return False
    return run.rows.filter(outcome__in=WRITTEN).exists()


def advance(run: ImportRun, importer: Importer, user, seconds: float = STEP_SECONDS) -> ImportRun:
    """Works on a run for so long, and returns it as it is then. Nothing happens while somebody else works on it.

    Raises `ArchiveError` when its ZIP cannot be read any more; OSError when the disk refuses.
    """
    now = timezone.now()
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    claimed = ImportRun.objects.filter(free, pk=run.pk, state__in=WORK).update(claimed_until=now + _CLAIM)
    run.refresh_from_db()
    if not claimed:
        return run
    try:
        deadline = time.monotonic() + seconds
        with importer.working_on(run):
            finished = _work(run, importer, run.decided_by or user, deadline)
        if finished:
            _end(run, WORK[run.state])
    finally:
        ImportRun.objects.filter(pk=run.pk).update(claimed_until=None)
        run.refresh_from_db()
    return run


def _work(run: ImportRun, importer: Importer, user, deadline: float) -> bool:
    """Whether no row is left to do."""
    do = {CHECKING: _check, WRITING: _write, PUBLISHING: _publish, UNDOING: _undo}[run.state]
    for pk in list(_pending(run).values_list("pk", flat=True)):
        do(run, ImportRow.objects.get(pk=pk), importer, user)
        if time.monotonic() >= deadline:
            return not _pending(run).exists()
    return True


def _pending(run: ImportRun):
    rows = run.rows.all()
    if run.state == CHECKING:
        return rows.filter(action="").order_by("number")
    if run.state == WRITING:
        return rows.filter(action__in=(NEW, CHANGE), outcome="").order_by("number")
    if run.state == PUBLISHING:
        return rows.filter(outcome=SAVED).order_by("number")
    return rows.filter(outcome__in=WRITTEN).order_by("-number")


def _end(run: ImportRun, state: str) -> None:
    """When the work of a state is done: the next one."""
    if run.state == CHECKING:
        _mark_repeats(run)
    ended = state not in OPEN
    columns = {"finished_at": timezone.now()} if ended else {}
    ImportRun.objects.filter(pk=run.pk).update(state=state, **columns)
    if ended:
        run.archive.unlink(missing_ok=True)
        _forget_what_is_long(run)
    run.refresh_from_db()


def _forget_what_is_long(run: ImportRun) -> None:
    """The site has the texts now; the history keeps what names a row."""
    for row in run.rows.only("pk", "cells", "file_facts").iterator(100):
        short = {name: text for name, text in row.cells.items() if len(text) <= _SHORT}
        if row.file_facts or len(short) < len(row.cells):
            ImportRow.objects.filter(pk=row.pk).update(cells=short, file_facts={})


# One row at a time


def _check(run: ImportRun, row: ImportRow, importer: Importer, user) -> None:
    verdict = importer.check(row)
    kept = [known for known in row.notes if known.get("kept")]
    row.identity, row.changes, row.file_facts = verdict.identity, verdict.changes, verdict.file_facts
    row.notes = kept + verdict.notes
    row.action = WRONG if kept else verdict.action
    row.save()


def _write(run: ImportRun, row: ImportRow, importer: Importer, user) -> None:
    try:
        with transaction.atomic():
            if not _mark(row, "", SAVED):
                return
            written = importer.write(row, user)
            row.target, row.written = written.target, written.written
            row.before, row.document = written.before, written.document
            row.save(update_fields=["target", "written", "before", "document"])
    except (ValidationError, IntegrityError) as error:
        _fail(row, error)
        return
    if run.publish:
        _publish(run, row, importer, user)


def _fail(row: ImportRow, error: Exception) -> None:
    """Something changed on the site between preview and saving, or two rows of the file contradict each other."""
    words = (
        " ".join(error.messages) if isinstance(error, ValidationError) else "Bertentangan dengan data lain."
    )
    logger.info("Import row %s of run %s failed", row.number, row.run_id)
    row.notes = [*row.notes, note("", f"Tidak tersimpan. {words}")]
    row.outcome = FAILED
    row.save(update_fields=["notes", "outcome"])


def _publish(run: ImportRun, row: ImportRow, importer: Importer, user) -> None:
    try:
        with transaction.atomic():
            if not _mark(row, SAVED, PUBLISHED):
                return
            words = importer.publish(row, user)
            if words:
                raise ValidationError(words)
    except (ValidationError, IntegrityError) as error:
        words = (
            " ".join(error.messages)
            if isinstance(error, ValidationError)
            else "Bertentangan dengan data lain."
        )
        row.notes = [*row.notes, note("", f"Belum terbit. {words}", fault=False)]
        row.outcome = HELD
        row.save(update_fields=["notes", "outcome"])


def _undo(run: ImportRun, row: ImportRow, importer: Importer, user) -> None:
    was = row.outcome
    with transaction.atomic():
        if not _mark(row, was, TAKEN_BACK):
            return
        words = importer.undo(row, user)
        if words:
            row.notes = [*row.notes, note("", f"Tidak diurungkan. {words}", fault=False)]
            row.outcome = LEFT
            row.save(update_fields=["notes", "outcome"])


def _mark(row: ImportRow, before: str, after: str) -> bool:
    """Takes the row, so that nobody else does it too; False where somebody has."""
    taken = ImportRow.objects.filter(pk=row.pk, outcome=before).update(outcome=after)
    row.outcome = after if taken else row.outcome
    return bool(taken)


def _mark_repeats(run: ImportRun) -> None:
    """Says at each row that repeats an earlier one which that is."""
    repeated = same_rows(list(run.rows.values_list("number", "identity")))
    for row in run.rows.filter(number__in=repeated):
        words = f"Sama dengan baris {repeated[row.number]}: jenis, nomor, dan tahunnya."
        row.notes = [known for known in row.notes if not known.get("repeat")]
        row.notes.append(note("", words) | {"repeat": True})
        row.action = WRONG
        row.save(update_fields=["notes", "action"])


def correct(run: ImportRun, row: ImportRow, cells: dict[str, str], importer: Importer) -> ImportRow:
    """Writes other cells into a row of the preview and checks it anew, and with it the rows that it repeated or that
    repeated it. Raises `ImportRefused` when the preview is over."""
    with transaction.atomic():
        if not ImportRun.objects.select_for_update().filter(pk=run.pk, state=READY).exists():
            run.refresh_from_db()
            raise ImportRefused(MOVED_ON.format(state=run.get_state_display().lower()), run)
        fresh = _row(run, row.number, cells)
        before = row.identity
        row.cells, row.notes = fresh.cells, fresh.notes
        with importer.working_on(run):
            _check(run, row, importer, None)
            touched = {before, row.identity} - {""}
            for other in run.rows.filter(identity__in=touched).exclude(pk=row.pk):
                other.notes = [known for known in other.notes if known.get("kept")]
                _check(run, other, importer, None)
        _mark_repeats(run)
    row.refresh_from_db()
    return row


def counts(run: ImportRun) -> dict[str, int]:
    """How many rows there are of each action and outcome, in all, and left to do in the present state."""
    by_action = dict(run.rows.values_list("action").annotate(Count("pk")).order_by())
    by_outcome = dict(run.rows.values_list("outcome").annotate(Count("pk")).order_by())
    total = sum(by_action.values())
    left = _pending(run).count() if run.state in WORK else 0
    known = {key: number for key, number in (by_action | by_outcome).items() if key}
    return known | {"total": total, "left": left}
