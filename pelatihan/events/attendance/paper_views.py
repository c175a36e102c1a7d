"""Paper in and out: the sheet to sign, typing it in, and the scan of what was signed."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from home.casework import access_log
from home.casework.keys import key_in, read_key
from home.casework.rules import TOOK
from home.identity.models import VillageSettings
from pelatihan.events.access import facilitator
from pelatihan.events.attendance import rules, runs
from pelatihan.events.attendance.lists import corrections, read_list
from pelatihan.events.attendance.paper import COLUMNS, USUAL, columns_of, sheet_pdf
from pelatihan.events.attendance.runs import APPLIED, CONFLICT, KNOWN, Mark, NewPerson
from pelatihan.events.letterheads import letterhead
from pelatihan.events.people.forms import NIK_TYPED
from pelatihan.events.people.rules import Neighbourhood, read_neighbourhood
from pelatihan.events.programmes.models import Session
from pelatihan.events.programmes.queries import places
from pelatihan.events.programmes.rules import DRAFT
from pelatihan.events.rules import NAME_LETTERS, clean_line
from pelatihan.events.screens import UNKNOWN, led_session, session_crumbs
from project.lib import nik
from project.lib.texts import on_one_line


@facilitator
@require_safe
def session_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Which columns the sheet shall have."""
    session = led_session(request, pk)
    context = {
        "title": "Daftar hadir (PDF)",
        "session": session,
        "columns": [(name, words, name in USUAL) for name, (words, _, _) in COLUMNS.items()],
        "breadcrumbs": session_crumbs(session, ("Daftar hadir", None)),
    }
    return render(request, "pelatihan/events/attendance/session_sheet.html", context)


@facilitator
@require_safe
def session_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    session = led_session(request, pk)
    filled = request.GET.get("isi") == "ya"
    access_log.log(request, "sesi", pk, TOOK, "daftar hadir")
    pdf = sheet_pdf(
        session,
        read_list(session).lines,
        letterhead(VillageSettings.for_request(request)),
        columns=columns_of(request.GET.getlist("kolom")),
        filled=filled,
        footnotes=corrections(session),
        made_at=timezone.now(),
    )
    name = f"daftar-hadir-{session.day:%Y-%m-%d}-{'terisi' if filled else 'kosong'}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def session_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Typing in what stands on the signed sheet, in its order. Only rows that were changed here are written, each by
    itself, so nobody's later note is overwritten."""
    session = led_session(request, pk)
    if session.state == DRAFT:
        messages.warning(request, runs.NOT_OPEN)
        return redirect("session_list", pk)
    found = read_list(session)
    faults, new_faults = {}, {}
    if request.method == "POST":
        written, faults = _type_in(request, session, found)
        came, new_faults = _new_rows(request, session)
        if not faults and not new_faults:
            told = f"{written + came} baris disimpan." if written + came else "Tidak ada yang berubah."
            messages.success(request, told)
            return redirect("session_list", pk)
        found = read_list(session)
    context = {
        "title": "Ketik dari kertas",
        "session": session,
        "rows": [
            (line, request.POST.get(f"s{line.person.pk}", line.status), faults.get(line.person.pk, ""))
            for line in found.lines
        ],
        "statuses": rules.STATUSES.items(),
        "new": _empty_rows(request, new_faults),
        "key": key_in(request) or uuid.uuid4(),
        "breadcrumbs": session_crumbs(session, ("Ketik dari kertas", None)),
    }
    return render(request, "pelatihan/events/attendance/session_paper.html", context)


def _type_in(request: HttpRequest, session: Session, found) -> tuple[int, dict[int, str]]:
    """How many rows were written, and what was not, by person."""
    written, faults = 0, {}
    key, reason = key_in(request), on_one_line(request.POST.get("reason", ""))
    if key is None:
        return 0, {}
    rest = request.POST.get("rest", "")
    for line in found.lines:
        person = line.person.pk
        typed, was = request.POST.get(f"s{person}"), request.POST.get(f"w{person}", "")
        if typed == was == rules.UNMARKED:
            typed = rest
        if typed is None or typed == was or typed not in {*rules.STATUSES, rules.UNMARKED}:
            continue
        seen = tuple(one for one in request.POST.get(f"h{person}", "").split() if read_key(one))
        if typed == rules.UNMARKED and not seen:
            continue
        mark = Mark(
            participant=person,
            status=typed,
            happened_at=timezone.now(),
            # The same press is the same note; a choice that is changed back after the form came again is another.
            id=uuid.uuid5(key, f"{person}:{typed}:{' '.join(sorted(seen))}"),
            replaces=seen,
            method=rules.PAPER,
            reason=reason,
        )
        answer = runs.take(session, mark, request.user)
        if answer.result in {APPLIED, KNOWN}:
            written += 1
        else:
            faults[person] = answer.words.removesuffix(" Ubah?")
    return written, faults


NEW_ROWS = 10


def _new_rows(request: HttpRequest, session: Session) -> tuple[int, dict[int, str]]:
    """Whoever wrote himself into the empty rows: how many, and what is wrong, by row."""
    written, faults, key = 0, {}, key_in(request)
    reason = on_one_line(request.POST.get("reason", ""))
    for row in range(NEW_ROWS):
        name = clean_line(request.POST.get(f"name{row}", ""))
        if not name or key is None:
            continue
        at_typed = request.POST.get(f"at{row}", "")
        try:
            at = read_neighbourhood(at_typed)
        except ValueError as fault:
            faults[row] = str(fault)
            continue
        if nik.find(name):
            faults[row] = NIK_TYPED
        elif len(name) > NAME_LETTERS:
            faults[row] = "Nama ini terlalu panjang."
        else:
            new = NewPerson(uuid.uuid5(key, f"baris:{row}"), name, at)
            mark = Mark(
                0,
                rules.PRESENT_STATUS,
                timezone.now(),
                uuid.uuid5(key, f"hadir:{row}"),
                method=rules.PAPER,
                reason=reason,
            )
            answer = runs.walk_in(session, new, mark, request.user)
            if answer.result in {APPLIED, KNOWN, CONFLICT}:
                written += 1
            else:
                faults[row] = answer.words
    return written, faults


def _empty_rows(request: HttpRequest, faults: dict[int, str]) -> list[dict]:
    return [
        {
            "row": row,
            "name": request.POST.get(f"name{row}", ""),
            "at": request.POST.get(f"at{row}", ""),
            "fault": faults.get(row, ""),
        }
        for row in range(NEW_ROWS)
    ]


@facilitator
@require_POST
def session_represented(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Somebody came in another's place: one who is on the list already, or somebody new."""
    session = led_session(request, pk)
    name, key = clean_line(request.POST.get("by", "")), key_in(request)
    if key is None or not name or len(name) > NAME_LETTERS or nik.find(name):
        messages.warning(request, NIK_TYPED if nik.find(name) else "Tulis nama orang yang datang.")
        return redirect("session_person", pk, person)
    try:
        at = read_neighbourhood(request.POST.get("at", ""))
    except ValueError:
        at = Neighbourhood()
    listed = [place.participant for place in places([session.event_id])]
    if person not in {one.pk for one in listed} | {one.root for one in listed}:
        raise Http404
    same = [one for one in listed if one.pk != person and name in {str(one), one.name}]
    representative = same[0].pk if len(same) == 1 else NewPerson(uuid.uuid5(key, "wakil"), name, at)
    seen = tuple(one for one in request.POST.get("seen", "").split() if read_key(one))
    reason = on_one_line(request.POST.get("reason", "")).strip()
    mark = Mark(person, rules.REPRESENTED, timezone.now(), key, seen, reason=reason)
    answer = runs.represent(session, mark, representative, request.user)
    if answer.result in {APPLIED, KNOWN}:
        messages.success(request, f"{name} dicatat hadir sebagai wakil.")
    else:
        messages.warning(request, answer.words or UNKNOWN)
    return redirect("session_person", pk, person)
