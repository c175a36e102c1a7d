"""The import of an invitation list: a file, what would be written, and the decisions about names that are alike."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from home.casework import access_log
from home.casework.rules import LOOKED
from pelatihan.events.access import facilitator
from pelatihan.events.models import Participant
from pelatihan.events.people import importer
from pelatihan.events.people.importer import Row
from pelatihan.events.people.queries import invitable
from pelatihan.events.people.rules import Neighbourhood
from pelatihan.events.programmes import runs
from pelatihan.events.programmes.models import Event
from pelatihan.events.programmes.rules import PARTICIPANT, ROLES
from pelatihan.events.screens import UNKNOWN, event_crumbs, led_event
from project.lib.spreadsheets import SpreadsheetError
from project.lib.texts import on_one_line


class TableForm(forms.Form):
    file = forms.FileField(
        label="Tabel undangan",
        help_text="XLSX atau CSV dengan judul kolom di baris pertama: Nama, L/P, RT, Dusun, Unsur, HP. "
        "Hanya Nama yang harus ada.",
        error_messages={"required": "Pilih berkasnya."},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def event_import(request: HttpRequest, pk: int) -> HttpResponse:
    event = led_event(request, pk)
    if request.method == "POST" and "rows" in request.POST:
        return _write(request, event)
    form = TableForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            rows = importer.read(form.cleaned_data["file"].read())
        except SpreadsheetError as fault:
            form.add_error("file", str(fault))
        else:
            return preview(request, event, rows)
    context = {
        "title": "Impor daftar undangan",
        "event": event,
        "form": form,
        "breadcrumbs": event_crumbs(event, ("Impor undangan", None)),
    }
    return render(request, "pelatihan/events/people/import.html", context)


def preview(
    request: HttpRequest,
    event: Event,
    rows: list[Row],
    *,
    role: str = PARTICIPANT,
    known: Iterable[Participant] = (),
    decided=None,
    open_rows=(),
) -> HttpResponse:
    """What a list would bring. `known` are people who were chosen beside it."""
    found = importer.compare(event, rows)
    access_log.log(request, "kegiatan", event.pk, LOOKED, "daftar undangan yang diimpor")
    context = {
        "title": "Periksa daftar undangan",
        "event": event,
        "rows": [(row, (decided or {}).get(row.number, ""), row.number in open_rows) for row in found],
        "new": sum(not row.there and not row.fault and not row.choices for row in found),
        "there": sum(bool(row.there) for row in found),
        "alike": sum(row.must_be_decided for row in found),
        "wrong": sum(bool(row.fault) for row in found),
        "open_rows": open_rows,
        "role": role,
        "known": known,
        "table": json.dumps([asdict(row) | {"choices": []} for row in rows]),
        "breadcrumbs": event_crumbs(event, ("Impor undangan", None)),
    }
    return render(request, "pelatihan/events/people/import_preview.html", context)


def _write(request: HttpRequest, event: Event) -> HttpResponse:
    try:
        table = json.loads(request.POST["rows"])
        if len(table) > importer.MOST_ROWS:
            raise ValueError(importer.TOO_MANY)
        rows = [_again(one) for one in table]
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        messages.warning(request, UNKNOWN)
        return redirect("event_import", event.pk)
    decided = {
        int(name[1:]): value
        for name, value in request.POST.items()
        if name[:1] == "d" and name[1:].isascii() and name[1:].isdecimal() and len(name) < 12
    }
    role = request.POST.get("role", "")
    role = role if role in ROLES else PARTICIPANT
    chosen = [
        int(key)
        for key in request.POST.getlist("known")
        if key.isascii() and key.isdecimal() and len(key) < 19
    ]
    known = list(invitable(event).filter(pk__in=chosen))
    rows = importer.compare(event, rows)
    try:
        outcome = importer.write(event, rows, decided, role=role)
    except ValueError as fault:
        open_rows = tuple(fault.args[0])
        return preview(request, event, rows, role=role, known=known, decided=decided, open_rows=open_rows)
    runs.invite(event, known, role=role)
    messages.success(request, told(outcome, len(known)))
    return redirect("event", event.pk)


def told(outcome: importer.Outcome, chosen: int = 0) -> str:
    """What a list brought, in words, with how many were chosen beside it."""
    words = f"{outcome.added + chosen} orang ditambahkan"
    words += f", {outcome.known} sudah ada" if outcome.known else ""
    words += f", {outcome.left} dilewati" if outcome.left else ""
    return f"{words}."


def _again(data: dict) -> Row:
    """A row of the preview, read as if it stood in a table: whoever changes it on the way changes what he may type."""
    at = data["at"]
    cells = {
        "Nama": data["name"],
        "L/P": data["sex"],
        "RT": "" if at["rt"] is None else str(Neighbourhood(at["rw"], at["rt"])),
        "Dusun": data["dusun"],
        "Unsur": data["element"],
        "HP": data["phone"],
        "Umur": data["age_group"],
        "Keterangan": data["note"],
    }
    row = importer.read_cells(int(data["number"]), cells)
    row.fault = row.fault or on_one_line(str(data["fault"]))[:200]
    return row
