"""Attendance on the facilitator's screens: the list, what a tap on it does, and the course of the session."""

import json
import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from home.casework import access_log
from home.casework.keys import read_key
from pelatihan.events.access import facilitator
from pelatihan.events.attendance import rules, runs, sync
from pelatihan.events.attendance.cards import code_of
from pelatihan.events.attendance.forms import WalkInForm
from pelatihan.events.attendance.lists import AttendanceList, Line, read_list, trail
from pelatihan.events.attendance.runs import APPLIED, KNOWN, Answer, Mark
from pelatihan.events.people.queries import known_in_programme
from pelatihan.events.people.rules import Known, alike
from pelatihan.events.programmes import runs as programme_runs
from pelatihan.events.programmes.models import Registration, Session
from pelatihan.events.programmes.queries import may_coordinate, sessions_of
from pelatihan.events.programmes.rules import APPROVED, CLOSED
from pelatihan.events.screens import GONE_ON, UNKNOWN, led_session, number_in, session_crumbs
from project.lib.texts import on_one_line

LATE_NEEDS_REASON = (
    "Siapa yang datang lewat batas tercatat terlambat dengan sendirinya. Tulis alasan bila tidak begitu."
)
ONLY_COORDINATOR_APPROVES = "Hanya koordinator program yang dapat mengesahkan sesi."
MOST_KEPT = 100  # lists of one device that are asked about at a time
CAMERA = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"


@facilitator
@require_safe
def session_list(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of a session: who is there, and the buttons to say so. Works without scripts and without a device of
    one's own."""
    session = led_session(request, pk)
    found = read_list(session)
    context = {
        "title": str(session),
        "session": session,
        "found": found,
        "coordinates": may_coordinate(session.event.programme, request.user),
        "statuses": rules.STATUSES.items(),
        "walk_in": WalkInForm(),
        "breadcrumbs": session_crumbs(session),
    }
    return render(request, "pelatihan/events/attendance/session_list.html", context)


@facilitator
@require_POST
def session_mark(request: HttpRequest, pk: int) -> HttpResponse:
    """One status for one person. The form carries the notes that stood when it was made, so that nobody overwrites what
    he did not see."""
    session = led_session(request, pk)
    person, status = number_in(request, "person"), request.POST.get("status", "")
    key, seen = read_key(request.POST.get("key", "")), request.POST.get("seen", "").split()
    if (
        person is None
        or key is None
        or None in map(read_key, seen)
        or status not in {*rules.STATUSES, "batal"}
    ):
        messages.warning(request, UNKNOWN)
        return redirect("session_list", pk)
    status = rules.UNMARKED if status == "batal" else status
    reason = on_one_line(request.POST.get("reason", "")).strip()
    mark = Mark(
        participant=person,
        status=status,
        happened_at=timezone.now(),
        id=key,
        replaces=tuple(seen) if status == rules.UNMARKED or request.POST.get("change") else (),
        by_hand=status in rules.PRESENT and bool(reason),
        reason=reason,
    )
    if status == rules.UNMARKED and not seen:
        messages.warning(request, UNKNOWN)
    elif status == rules.LATE and not reason:
        messages.warning(request, LATE_NEEDS_REASON)
        return redirect("session_person", pk, person)
    else:
        _say(request, session, person, runs.take(session, mark, request.user))
    return redirect(reverse("session_list", args=[pk]) + f"#orang-{person}")


def _say(request: HttpRequest, session: Session, person: int, answer: Answer) -> None:
    found = Registration.objects.filter(event=session.event_id, participant=person)
    name = next((str(one.participant) for one in found.select_related("participant")), "")
    if answer.result == APPLIED:
        words = f"{name}: {rules.STATUSES.get(answer.row.status, 'belum ditandai').lower()}."
        messages.success(request, words)
    elif answer.result == KNOWN:
        messages.success(request, f"{name}. {answer.words}" if answer.words else f"{name}: sudah tercatat.")
    else:
        messages.warning(request, f"{name}: {answer.words}" if name else answer.words)


@facilitator
@require_POST
def session_walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who is on no list. Similar names are told, and do not stop anybody."""
    session = led_session(request, pk)
    form = WalkInForm(request.POST)
    if not form.is_valid():
        context = {
            "title": "Datang langsung",
            "form": form,
            "submit": "Datang langsung",
            "breadcrumbs": session_crumbs(session, ("Datang langsung", None)),
        }
        return render(request, "pelatihan/events/class_form.html", context)
    new = form.person
    similar = _alike(session, new)
    mark = Mark(0, rules.PRESENT_STATUS, timezone.now(), form.cleaned_data["mark"], method=rules.WALK_IN)
    answer = runs.walk_in(session, new, mark, request.user)
    if answer.result in {APPLIED, KNOWN}:
        messages.success(request, f"{new.name} dicatat hadir.")
        for one in similar:
            merge = reverse("event_merge", args=[session.event_id])
            words = 'Namanya mirip dengan {}. <a href="{}?satu={}&amp;dua={}">Orangnya sama? Bandingkan</a>'
            messages.warning(request, format_html(words, one, merge, one.pk, answer.row.participant_id))
    else:
        messages.warning(request, answer.words)
    return redirect("session_list", pk)


def _alike(session: Session, new: runs.NewPerson) -> list[Known]:
    return alike(new.name, new.at, known_in_programme(session.event.programme_id))[:3]


@facilitator
@require_POST
def session_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens, closes and approves the session."""
    session = led_session(request, pk)
    act = request.POST.get("act", "")
    done = {
        "buka": lambda: programme_runs.open_session(session),
        "tutup": lambda: runs.close(session, request.user),
        "buka_lagi": lambda: runs.reopen(session, request.user),
        "sahkan": lambda: runs.approve(session, request.user),
    }.get(act)
    words = {
        "buka": "Sesi dibuka. Kehadiran dapat dicatat.",
        "tutup": "Sesi ditutup. Yang belum ditandai dicatat tidak hadir; buka lagi sesinya untuk mengurungkan itu.",
        "buka_lagi": "Sesi dibuka lagi. Yang dicatat tidak hadir saat ditutup kembali belum ditandai.",
        "sahkan": "Sesi disahkan. Perubahan sesudah ini hanya oleh koordinator, dengan alasan.",
    }
    if done is None:
        messages.warning(request, UNKNOWN)
    elif act == "sahkan" and not _may_approve(request, session):
        messages.warning(request, ONLY_COORDINATOR_APPROVES)
    elif done():
        messages.success(request, words[act])
    else:
        messages.warning(request, GONE_ON)
    return redirect("session_list", pk)


def _may_approve(request: HttpRequest, session: Session) -> bool:
    return may_coordinate(session.event.programme, request.user)


@facilitator
@require_safe
def session_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Before closing: who would be noted as absent."""
    session = led_session(request, pk)
    found = read_list(session)
    context = {
        "title": "Tutup sesi?",
        "session": session,
        "unmarked": [line for line in found.counted if not line.status],
        "found": found,
        "until": session.in_words(session.ends_at) if timezone.now() < session.ends_at else "",
        "breadcrumbs": session_crumbs(session, ("Tutup sesi", None)),
    }
    return render(request, "pelatihan/events/attendance/session_close.html", context)


@facilitator
@require_safe
def session_approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Before approval: what is still to be made sure, and that only the coordinator changes something afterwards."""
    session = led_session(request, pk)
    if not _may_approve(request, session):
        messages.warning(request, ONLY_COORDINATOR_APPROVES)
        return redirect("session_list", pk)
    if session.state != CLOSED:
        messages.warning(request, GONE_ON)
        return redirect("session_list", pk)
    context = {
        "title": "Sahkan sesi?",
        "session": session,
        "found": read_list(session),
        "scans": session.scans.count(),
        "breadcrumbs": session_crumbs(session, ("Sahkan", None)),
    }
    return render(request, "pelatihan/events/attendance/session_approve.html", context)


@facilitator
@require_safe
def session_person(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Everything that was noted about one person, and the way to change it."""
    session = led_session(request, pk)
    found = read_list(session)
    line = _line(found, person)
    context = {
        "title": str(line.person),
        "session": session,
        "line": line,
        "others": [other.person for other in found.lines if other is not line],
        "notes": trail(session, line.person),
        "statuses": rules.STATUSES.items(),
        "key": uuid.uuid4(),
        "locked": session.state == APPROVED and not may_coordinate(session.event.programme, request.user),
        "needs_reason": session.state == APPROVED,
        "breadcrumbs": session_crumbs(session, (str(line.person), None)),
    }
    return render(request, "pelatihan/events/attendance/session_person.html", context)


def _line(found: AttendanceList, person: int) -> Line:
    line = next((line for line in found.lines if line.person.pk == person), None)
    return line or get_object_or_404(Registration.objects.none())


@facilitator
@require_POST
def session_held(request: HttpRequest, pk: int) -> HttpResponse:
    """The coordinator takes a note that came after the session was approved."""
    session = led_session(request, pk)
    key = read_key(request.POST.get("note", ""))
    if key is None or not _may_approve(request, session):
        messages.warning(request, UNKNOWN)
    elif runs.take_held(session, key, request.user):
        messages.success(request, "Catatan susulan diterima.")
    else:
        messages.warning(request, GONE_ON)
    return redirect("session_list", pk)


# For devices that may be without signal


@facilitator
@require_safe
def offline_list(request: HttpRequest) -> HttpResponse:
    """The shell of the list, the same for everybody and without a name: the device fills it from its own memory."""
    response = render(request, "pelatihan/events/attendance/offline_list.html", {"title": "Presensi"})
    response.headers["Permissions-Policy"] = CAMERA  # to scan cards
    return response


@facilitator
@require_safe
def offline_kept(request: HttpRequest) -> JsonResponse:
    """A device asks which of the lists that it keeps may stay on it: the sessions of whoever is signed in, by their
    state. Of the others it forgets the names."""
    asked = [int(key) for key in request.GET.getlist("sesi")[:MOST_KEPT] if key.isascii() and key.isdecimal()]
    mine = sessions_of(request.user).filter(pk__in=[key for key in asked if key < 2**63])
    return JsonResponse({"user": request.user.pk, "states": dict(mine.values_list("pk", "state"))})


@facilitator
@require_safe
def offline_data(request: HttpRequest, pk: int) -> JsonResponse:
    """The list of a session for the device of whoever leads it."""
    session = led_session(request, pk)
    access_log.log_look(request, "sesi", pk, "daftar nama di HP")
    found = read_list(session)
    return JsonResponse(
        {
            "user": request.user.pk,
            "csrf": get_token(request),
            "now": timezone.now().isoformat(),
            "session": {
                "id": session.pk,
                "title": str(session),
                "event": session.event.title,
                "place": session.place,
                "starts": session.starts_at.isoformat(),
                "ends": session.ends_at.isoformat(),
                "clock": session.when,
                "late_minutes": session.late_minutes,
                "zone": session.zone,
                "state": session.state,
                "coordinates": may_coordinate(session.event.programme, request.user),
            },
            "people": [_as_data(line) for line in found.lines],
        }
    )


def _as_data(line: Line) -> dict:
    note = line.note
    return {
        "id": line.person.pk,
        "name": line.person.name,
        "note": line.person.note,
        "at": str(line.person.at) if line.person.rt else "",
        "number": line.number,
        "guest": "" if line.counts else line.role_words,
        "gone": line.gone,
        "also": line.also,
        "cards": [code_of(one) for one in {one.pk: one for one in (line.person, *line.records)}.values()],
        "status": line.status,
        "heads": line.heads,
        "unsure": line.unsure,
        "by": note.recorded_by_name if note else "",
        "when": note.clock if note else "",
    }


@facilitator
@require_POST
def offline_sync(request: HttpRequest) -> JsonResponse:
    """Takes what a device has kept. Notes of somebody else, who used this device before, are not taken in the name of
    whoever is signed in now."""
    try:
        data = json.loads(request.body)
        parcel = sync.read_parcel(data, timezone.now())
    except (ValueError, RecursionError, sync.Unreadable) as fault:
        words = str(fault) if isinstance(fault, sync.Unreadable) else sync.UNREADABLE
        return JsonResponse({"words": words}, status=422)
    if data.get("user") != request.user.pk:
        return JsonResponse({"user": request.user.pk}, status=409)
    return JsonResponse({"answers": sync.receive(parcel, request.user), "csrf": get_token(request)})
