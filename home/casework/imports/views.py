"""The screens of an import in the admin: bring a file, watch it being checked, mend rows, decide, take back."""

import logging
import tempfile
from pathlib import Path

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from home.casework.imports import examples, runs
from home.casework.imports.forms import RowForm, UploadForm
from home.casework.imports.importers import Importer, importer_of
from home.casework.imports.models import ImportRow, ImportRun
from home.casework.imports.rules import (
    ACTIONS,
    CHANGE,
    DISCARDED,
    DONE,
    MOVES,
    NEW,
    OUTCOMES,
    PUBLISHED,
    PUBLISHING,
    READY,
    SAVED,
    STATES,
    UNDOING,
    WORK,
    WRITING,
    WRITTEN,
    WRONG,
)
from home.casework.imports.sources import SourceError
from project.lib.archives import ArchiveError
from project.lib.spreadsheets import XLSX

logger = logging.getLogger(__name__)

PER_SCREEN = 50
RECENT = 20  # earlier runs on the first screen
DISK = "Server tidak dapat menyimpan berkasnya sekarang. Belum ada yang hilang; coba lagi sebentar lagi."
ZIP_GONE = (
    "Berkas ZIP impor ini tidak terbaca lagi. {words} Batalkan atau hentikan impor ini, lalu unggah ulang."
)


def _importer(request: HttpRequest, kind: str) -> Importer:
    importer = importer_of(kind)
    if importer is None:
        raise Http404
    if not importer.may_import(request.user):
        raise PermissionDenied
    return importer


def _run(request: HttpRequest, key) -> tuple[ImportRun, Importer]:
    run = get_object_or_404(ImportRun, key=key)
    return run, _importer(request, run.kind)


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, kind: str) -> HttpResponse:
    """Bring a file; below it the runs so far."""
    importer = _importer(request, kind)
    form = UploadForm(request.POST or None, request.FILES or None)
    in_the_way = None
    if request.method == "POST" and form.is_valid():
        try:
            run = _begin(importer, form, request.user)
        except SourceError as error:
            form.add_error("file", str(error))
        except runs.ImportRefused as refused:
            form.add_error(None, str(refused))
            in_the_way = refused.run
        except OSError:
            logger.exception("Import: the upload could not be kept")
            form.add_error(None, DISK)
        else:
            return redirect("import_run", run.key)
    context = {
        "importer": importer,
        "form": form,
        "in_the_way": in_the_way,
        "runs": ImportRun.objects.filter(kind=kind).order_by("-pk")[:RECENT],
        "columns": [column for column in importer.columns if column.heading],
    }
    return render(request, "wagtailadmin/imports/index.html", context)


def _begin(importer: Importer, form: UploadForm, user) -> ImportRun:
    """Django keeps small uploads in memory only; reading them needs a file."""
    upload, key = form.cleaned_data["file"], form.cleaned_data["key"]
    with tempfile.NamedTemporaryFile(suffix=".import") as copy:
        for chunk in upload.chunks():
            copy.write(chunk)
        copy.flush()
        return runs.begin(importer, Path(copy.name), upload.name, user, key)


@require_safe
def import_example(request: HttpRequest, kind: str, ending: str) -> HttpResponse:
    """The example table."""
    importer = _importer(request, kind)
    if ending == "xlsx":
        content, mime = examples.xlsx(importer), XLSX
    elif ending == "csv":
        content, mime = examples.csv_text(importer), "text/csv; charset=utf-8"
    else:
        raise Http404
    return HttpResponse(
        content,
        content_type=mime,
        headers={"Content-Disposition": f'attachment; filename="contoh-impor-{kind}.{ending}"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def import_run(request: HttpRequest, key) -> HttpResponse:
    """What a run looks like in its present state, and by POST what leads it on."""
    run, importer = _run(request, key)
    if request.method == "POST":
        return _act(request, run, importer)
    shown = request.GET.get("tampil", "")
    rows = run.rows.all()
    counted = runs.counts(run)
    if shown not in (*ACTIONS, *OUTCOMES):
        shown = WRONG if run.state == READY and counted.get(WRONG) else ""
    if shown in ACTIONS:
        rows = rows.filter(action=shown)
    elif shown:
        rows = rows.filter(outcome=shown)
    screen = Paginator(rows, PER_SCREEN).get_page(request.GET.get("halaman"))
    context = {
        "run": run,
        "importer": importer,
        "counts": counted,
        "done": counted["total"] - counted["left"],
        "filters": _filters(run, counted, shown),
        "shown": shown,
        "screen": screen,
        "rows": [_told(importer, run, row) for row in screen],
        "is_working": run.state in WORK,
        "is_ready": run.state == READY,
        "is_done": run.state == DONE,
        "may_stop": (run.state, DONE) in MOVES,
        "to_write": counted.get(NEW, 0) + counted.get(CHANGE, 0),
        "wrong": counted.get(WRONG, 0),
        "drafts": counted.get(SAVED, 0),
        "live": counted.get(PUBLISHED, 0),
        "may_publish": importer.may_publish(request.user),
        "may_undo": runs.may_undo(run) and _may_undo(request, importer, counted),
    }
    return render(request, "wagtailadmin/imports/run.html", context)


def _filters(run: ImportRun, counted: dict[str, int], shown: str) -> list[dict]:
    named = [(key, words) for key, words in (ACTIONS | OUTCOMES).items() if counted.get(key)]
    links = [
        {"words": "Semua baris", "count": counted["total"], "url": "?tampil=semua", "is_current": not shown}
    ]
    links += [
        {"words": words, "count": counted[key], "url": f"?tampil={key}", "is_current": key == shown}
        for key, words in named
    ]
    return links


def _told(importer: Importer, run: ImportRun, row: ImportRow) -> dict:
    labels = {column.field: column.label for column in importer.columns}
    outcome = OUTCOMES.get(row.outcome, "")
    return {
        "row": row,
        "name": importer.name(row),
        "state": outcome or ACTIONS.get(row.action, "Belum diperiksa"),
        "notes": [known | {"label": labels.get(known["field"], "")} for known in row.notes],
        "changes": row.changes,
        "fix": reverse("import_row", args=[run.key, row.number]) if run.state == READY else "",
        "page": importer.admin_url(row) if row.target and row.outcome in WRITTEN else "",
    }


def _may_undo(request: HttpRequest, importer: Importer, counted: dict[str, int]) -> bool:
    """What is public goes by the hand of those who publish."""
    return not counted.get(PUBLISHED) or importer.may_publish(request.user)


def _act(request: HttpRequest, run: ImportRun, importer: Importer) -> HttpResponse:
    act = request.POST.get("act", "lanjut")
    try:
        if act == "lanjut":
            runs.advance(run, importer, request.user)
        elif act == "batal":
            runs.move(run, DISCARDED)
            messages.success(request, "Impor dibatalkan. Tidak ada yang ditulis.")
            return redirect("imports", run.kind)
        elif act in ("simpan", "terbit"):
            if act == "terbit" and not importer.may_publish(request.user):
                raise PermissionDenied
            runs.move(run, WRITING, publish=act == "terbit", decided_by=request.user)
        elif act == "henti":
            runs.move(run, DONE)
        elif act == "terbitkan":
            if not importer.may_publish(request.user):
                raise PermissionDenied
            runs.move(run, PUBLISHING, decided_by=request.user)
        elif act == "urungkan":
            if not _may_undo(request, importer, runs.counts(run)):
                raise PermissionDenied
            if not runs.may_undo(run):
                raise runs.ImportRefused("Hanya impor terakhir yang dapat diurungkan.", run)
            runs.move(run, UNDOING, decided_by=request.user)
    except runs.ImportRefused as refused:
        messages.error(request, str(refused))
    except ArchiveError as error:
        messages.error(request, ZIP_GONE.format(words=error))
    except OSError:
        logger.exception("Import run %s cannot go on", run.key)
        messages.error(request, DISK)
    return _answer(request, run)


def _answer(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """To the script how far it is; to a browser without it the screen."""
    if "application/json" not in request.headers.get("Accept", ""):
        return redirect("import_run", run.key)
    counted = runs.counts(run)
    told = {
        "working": run.state in WORK,
        "state": STATES[run.state],
        "done": counted["total"] - counted["left"],
        "total": counted["total"],
    }
    return JsonResponse(told)


@require_http_methods(["GET", "HEAD", "POST"])
def import_row(request: HttpRequest, key, number: int) -> HttpResponse:
    """Mend one row of the preview, without going back to the spreadsheet."""
    run, importer = _run(request, key)
    row = get_object_or_404(ImportRow, run=run, number=number)
    form = RowForm(request.POST or None, importer=importer, row=row)
    if request.method == "POST" and form.is_valid():
        try:
            row = runs.correct(run, row, form.cells(), importer)
        except runs.ImportRefused as refused:
            messages.error(request, str(refused))
            return redirect("import_run", run.key)
        except ArchiveError as error:
            messages.error(request, ZIP_GONE.format(words=error))
            return redirect("import_run", run.key)
        if not row.faults:
            messages.success(request, f"Baris {row.number} sudah benar.")
            return redirect("import_run", run.key)
        form = RowForm(importer=importer, row=row)
    context = {
        "run": run,
        "importer": importer,
        "row": row,
        "form": form,
        "general": [note for note in row.notes if not note["field"] or note["field"] not in form.fields],
        "name": importer.name(row),
    }
    return render(request, "wagtailadmin/imports/row.html", context)
