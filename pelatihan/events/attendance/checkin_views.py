"""The screens of whoever notes himself, and the code that the hall sees."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from home.casework import codes, throttle
from pelatihan.events.access import facilitator
from pelatihan.events.attendance import checkin, rules, runs
from pelatihan.events.attendance.cards import participant_with
from pelatihan.events.attendance.runs import APPLIED, KNOWN, Mark
from pelatihan.events.models import Participant
from pelatihan.events.programmes.models import Session
from pelatihan.events.programmes.queries import places
from pelatihan.events.programmes.rules import CLOSED, DRAFT
from pelatihan.events.screens import HOME, led_session, session_crumbs
from project.bodies import takes_post
from project.lib import qr

MISTYPED = "Kode ini salah ketik. Periksa hurufnya, lalu coba lagi."
STALE = "Kode ini sudah berganti, atau bukan kode sesi yang sedang berlangsung. Ketik kode yang terlihat sekarang."
NOT_LISTED = (
    "Nama Anda belum ada di daftar kegiatan ini. Beri tahu fasilitator; ia dapat langsung menambahkannya."
)
BUSY = "Terlalu banyak kode yang salah dicoba. Tunggu sepuluh menit, atau minta fasilitator mencatat Anda."
FOREIGN_CARD = "Kartu ini bukan kartu peserta kegiatan ini. Tunjukkan kartunya kepada fasilitator."


class CodeForm(forms.Form):
    kode = forms.CharField(
        label="Kode hadir",
        max_length=40,
        help_text="Enam huruf dan angka yang terlihat di layar depan.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class OwnCardForm(forms.Form):
    kartu = forms.CharField(
        label="Kode kartu peserta",
        max_length=40,
        help_text="Delapan huruf dan angka di bawah kode QR kartu Anda.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


@facilitator
@require_safe
def session_code(request: HttpRequest, pk: int) -> HttpResponse:
    """For the projector: the code that is good now."""
    session = led_session(request, pk)
    now = timezone.now()
    address = checkin.address_at(session, now)
    context = {
        "title": "Hadir mandiri",
        "session": session,
        "takes": checkin.takes(session, now),
        "code": codes.shown(checkin.code_at(session, now)),
        "qr": qr.svg(address, label="Kode QR untuk mencatat hadir"),
        "breadcrumbs": session_crumbs(session, ("Hadir mandiri", None)),
    }
    return render(request, "pelatihan/events/attendance/session_code.html", context)


@takes_post
@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """First the code of the hall, which gives a ticket; then who somebody is."""
    if request.method in ("GET", "HEAD") and "kode" in request.GET:
        return _ticket(request, CodeForm(request.GET))
    if request.method == "POST" and "kode" in request.POST:
        return _ticket(request, CodeForm(request.POST))
    session = checkin.session_of_ticket(request)
    if session is None:
        return _ask_code(request, CodeForm())
    if not checkin.takes(session, timezone.now()):
        return _ask_code(request, CodeForm(), _why_not(session))
    return _who(request, session)


def _ask_code(request: HttpRequest, form: CodeForm, words: str = "") -> HttpResponse:
    context = {
        "title": "Catat hadir",
        "form": form,
        "words": words,
        "breadcrumbs": [
            HOME,
            {"title": "Belajar", "url": "/pelatihan/"},
            {"title": "Catat hadir", "url": None},
        ],
    }
    return render(request, "pelatihan/events/attendance/check_in.html", context)


def _ticket(request: HttpRequest, form: CodeForm) -> HttpResponse:
    if not form.is_valid():
        return _ask_code(request, form)
    now = timezone.now()
    open_sessions = checkin.open_at(now).values_list("pk", flat=True)
    try:
        session = throttle.guess(
            checkin.limits(request, "hadir-kode", open_sessions),
            lambda: checkin.session_with(form.cleaned_data["kode"], now),
        )
    except codes.WrongCode:
        form.add_error("kode", MISTYPED)
        return _ask_code(request, form)
    except throttle.TooOften:
        form.add_error("kode", BUSY)
        return _ask_code(request, form)
    if session is None:
        form.add_error("kode", STALE)
        return _ask_code(request, form)
    if not checkin.takes(session, now):
        return _ask_code(request, CodeForm(), _why_not(session))
    response = redirect("check_in")
    checkin.give_ticket(response, session)
    return response


def _why_not(session: Session) -> str:
    if session.state not in {DRAFT, CLOSED} and timezone.now() < session.opens_at:
        return f"Presensi sesi ini dibuka pukul {session.clock_at(session.opens_at)}. Pindai kodenya lagi setelah itu."
    if session.state == DRAFT:
        return "Sesi ini belum dibuka oleh fasilitator. Tunggu sebentar, lalu pindai kodenya lagi."
    return "Presensi sesi ini sudah ditutup. Temui fasilitator; ia masih dapat mencatat Anda."


def _who(request: HttpRequest, session: Session) -> HttpResponse:
    """A signed-in person presses one button; everybody else types the code of his card."""
    person = None
    if request.user.is_authenticated:
        person = Participant.objects.filter(user=request.user).first()
    form = OwnCardForm(request.POST if "kartu" in request.POST else None)
    if request.method == "POST":
        if "kartu" in request.POST:
            chosen = _by_card(request, session, form)
        else:
            chosen = person
            if chosen is None:
                messages.warning(request, NOT_LISTED)
        if chosen is not None:
            return _note(request, session, chosen)
    context = {
        "title": "Catat hadir",
        "session": session,
        "person": person,
        "form": form,
        "sign_in": f"{reverse('wagtailadmin_login')}?next={checkin.PATH}",
        "breadcrumbs": [
            HOME,
            {"title": "Belajar", "url": "/pelatihan/"},
            {"title": "Catat hadir", "url": None},
        ],
    }
    return render(request, "pelatihan/events/attendance/check_in_who.html", context)


def _by_card(request: HttpRequest, session: Session, form: OwnCardForm) -> Participant | None:
    if not form.is_valid():
        return None
    people = [
        one
        for place in places([session.event_id])
        for one in (place.participant, place.participant.merged_into)
        if one
    ]
    try:
        found = throttle.guess(
            checkin.limits(request, "hadir-kartu", [session.pk]),
            lambda: participant_with(form.cleaned_data["kartu"], people),
        )
    except codes.WrongCode:
        form.add_error("kartu", MISTYPED)
        return None
    except throttle.TooOften:
        form.add_error("kartu", BUSY)
        return None
    if found is None:
        form.add_error("kartu", FOREIGN_CARD)
    return found


def _note(request: HttpRequest, session: Session, person: Participant) -> HttpResponse:
    mark = Mark(person.pk, rules.PRESENT_STATUS, timezone.now(), method=rules.SELF)
    answer = runs.take(session, mark, None)
    if answer.result in {APPLIED, KNOWN}:
        context = {
            "title": f"{person.name}, Anda tercatat",
            "session": session,
            "row": answer.row,
            "known": answer.words,
            "breadcrumbs": [
                HOME,
                {"title": "Belajar", "url": "/pelatihan/"},
                {"title": "Catat hadir", "url": None},
            ],
        }
        return render(request, "pelatihan/events/attendance/checked_in.html", context)
    messages.warning(request, NOT_LISTED if answer.words == runs.NOT_OF_THIS_SESSION else answer.words)
    return redirect("check_in")
