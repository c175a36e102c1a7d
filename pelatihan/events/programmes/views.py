"""The facilitator's screens of programmes, their events and sessions, and who belongs to them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail import hooks

from home.casework import access_log
from home.casework.keys import earlier, once
from home.casework.rules import CHANGED, LOOKED, TOOK
from home.casework.seen import save_seen
from pelatihan.events.access import facilitator
from pelatihan.events.attendance.cards import address_of, code_of
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.rules import totals
from pelatihan.events.attendance.runs import name_of
from pelatihan.events.people.forms import PersonForm
from pelatihan.events.programmes import runs
from pelatihan.events.programmes.forms import (
    EventForm,
    MentoringForm,
    ProgrammeForm,
    SessionForm,
)
from pelatihan.events.programmes.models import Event, Programme, Registration, Session
from pelatihan.events.programmes.queries import may_coordinate, programmes_of
from pelatihan.events.programmes.rules import APPROVED, APPROVED_STAYS, MENTORING
from pelatihan.events.screens import (
    HOME,
    UNKNOWN,
    crumbs,
    event_crumbs,
    led_event,
    led_programme,
    led_session,
    number_in,
    posted,
    programme_crumbs,
    session_crumbs,
)
from project.lib import qr

ONLY_COORDINATOR = "Hanya koordinator program yang dapat mengubah ini."
NOT_EMPTY = "sudah ada isinya. Hapus dulu isinya; yang sudah berjalan tetap tersimpan."


def _form(
    request: HttpRequest, form, title: str, breadcrumbs, submit: str = "Simpan", **context
) -> HttpResponse:
    context |= {"title": title, "form": form, "breadcrumbs": breadcrumbs, "submit": submit}
    return render(request, "pelatihan/events/class_form.html", context)


def _refused(request: HttpRequest, programme: Programme) -> HttpResponse | None:
    if may_coordinate(programme, request.user):
        return None
    messages.warning(request, ONLY_COORDINATOR)
    return redirect("programme", programme.pk)


@facilitator
@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    context = {
        "title": "Program saya",
        "programmes": programmes_of(request.user),
        "breadcrumbs": [HOME, {"title": "Program saya", "url": None}],
    }
    return render(request, "pelatihan/events/programmes/programmes.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def programme_add(request: HttpRequest) -> HttpResponse:
    """Whoever makes a programme coordinates it."""
    form = ProgrammeForm(posted(request))
    mine = Programme.objects.filter(coordinator=request.user)
    if known := earlier(request, mine):
        return redirect("programme", known.pk)
    if request.method == "POST" and form.is_valid():
        form.instance.coordinator = request.user
        one = once(form.save, lambda: earlier(request, mine))
        messages.success(request, f"Program “{one}” dibuat. Tambahkan kegiatannya.")
        return redirect("programme", one.pk)
    return _form(request, form, "Buat program", crumbs(("Buat program", None)), "Buat program")


@facilitator
@require_safe
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    one = led_programme(request, pk)
    events = list(runs.counted(one).prefetch_related("sessions"))
    sessions = [session for event in events for session in event.sessions.all()]
    for session in sessions:
        session.event = next(event for event in events if event.pk == session.event_id)
    found = standings(sessions)
    context = {
        "title": one.name,
        "programme": one,
        "coordinates": may_coordinate(one, request.user),
        "events": [
            (event, event.people, [(s, totals(found[s.pk])) for s in event.sessions.all()])
            for event in events
        ],
        "links": [tell(one) for tell in hooks.get_hooks("register_programme_link")],
        "requests": one.mentoring_requests.select_related("participant", "session"),
        "breadcrumbs": crumbs((one.name, None)),
    }
    return render(request, "pelatihan/events/programmes/programme.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def programme_edit(request: HttpRequest, pk: int) -> HttpResponse:
    one = led_programme(request, pk)
    if refused := _refused(request, one):
        return refused
    form, saved = save_seen(request, one, lambda data, stands: ProgrammeForm(data, instance=stands))
    if saved:
        messages.success(request, "Program disimpan.")
        still = programmes_of(request.user).filter(pk=pk).exists()
        return redirect("programme", pk) if still else redirect("programmes")
    breadcrumbs = programme_crumbs(one, ("Ubah", None))
    return _form(request, form, "Ubah program", breadcrumbs, drop=reverse("programme_drop", args=[pk]))


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def programme_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes away a programme in which nothing took place."""
    one = led_programme(request, pk)
    if refused := _refused(request, one):
        return refused
    crumb = programme_crumbs(one, ("Hapus", None))
    return _drop(request, one, runs.drop_programme, "program", reverse("programmes"), crumb)


def _drop(request: HttpRequest, one, drop, kind: str, after: str, breadcrumbs) -> HttpResponse:
    """Asks, and by POST does it, unless something hangs on it by now."""
    if request.method == "POST":
        if drop(one):
            messages.success(request, f"{kind.capitalize()} “{one}” dihapus.")
        else:
            messages.warning(request, f"{kind.capitalize()} “{one}” tidak dihapus: {NOT_EMPTY}")
            return redirect(breadcrumbs[-2]["url"])
        return redirect(after)
    context = {
        "title": f"Hapus {kind}?",
        "one": one,
        "kind": kind,
        "back": breadcrumbs[-2]["url"],
        "breadcrumbs": breadcrumbs,
    }
    return render(request, "pelatihan/events/programmes/drop.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def event_add(request: HttpRequest, pk: int) -> HttpResponse:
    one = led_programme(request, pk)
    if refused := _refused(request, one):
        return refused
    form = EventForm(posted(request), user=request.user)
    if known := earlier(request, one.events.all()):
        return redirect("event", known.pk)
    if request.method == "POST" and form.is_valid():
        form.instance.programme = one
        event = once(form.save, lambda: earlier(request, one.events.all()))
        messages.success(request, f"Kegiatan “{event}” dibuat. Tambahkan sesinya.")
        return redirect("event", event.pk)
    return _form(
        request, form, "Buat kegiatan", programme_crumbs(one, ("Buat kegiatan", None)), "Buat kegiatan"
    )


@facilitator
@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    one = led_event(request, pk)
    sessions = list(one.sessions.select_related("event"))
    found = standings(sessions)
    places = one.registrations.select_related("participant__merged_into").order_by("number")
    context = {
        "title": one.title,
        "event": one,
        "coordinates": may_coordinate(one.programme, request.user),
        "sessions": [(session, totals(found[session.pk])) for session in sessions],
        "places": places,
        "breadcrumbs": event_crumbs(one)[:-1] + [{"title": one.title, "url": None}],
    }
    return render(request, "pelatihan/events/programmes/event.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def event_edit(request: HttpRequest, pk: int) -> HttpResponse:
    one = led_event(request, pk)
    if refused := _refused(request, one.programme):
        return refused
    form, saved = save_seen(
        request, one, lambda data, stands: EventForm(data, instance=stands, user=request.user)
    )
    if saved:
        runs.fill_places(form.instance)
        messages.success(request, "Kegiatan disimpan.")
        return redirect("event", pk)
    breadcrumbs = event_crumbs(one, ("Ubah", None))
    return _form(request, form, "Ubah kegiatan", breadcrumbs, drop=reverse("event_drop", args=[pk]))


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def event_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes away an event without sessions. Its people stay known."""
    one = led_event(request, pk)
    if refused := _refused(request, one.programme):
        return refused
    after = reverse("programme", args=[one.programme_id])
    return _drop(request, one, runs.drop_event, "kegiatan", after, event_crumbs(one, ("Hapus", None)))


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def session_add(request: HttpRequest, pk: int) -> HttpResponse:
    one = led_event(request, pk)
    if refused := _refused(request, one.programme):
        return refused
    last = one.sessions.last()
    initial = {"place": last.place, "zone": last.zone} if last else {}
    form = SessionForm(posted(request), user=request.user, initial=initial)
    if earlier(request, one.sessions.all()):
        return redirect("event", pk)
    if request.method == "POST":
        form.instance.event = one
        if form.is_valid():
            began = runs.first_start(one)
            session = once(form.save, lambda: earlier(request, one.sessions.all()))
            runs.follow(one, began, runs.first_start(one))
            messages.success(request, f"Sesi {session.when} dibuat.")
            return redirect("event", pk)
    return _form(request, form, "Buat sesi", event_crumbs(one, ("Buat sesi", None)), "Buat sesi")


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def session_edit(request: HttpRequest, pk: int) -> HttpResponse:
    one = led_session(request, pk)
    if refused := _refused(request, one.event.programme):
        return refused
    if one.state == APPROVED:
        messages.warning(request, APPROVED_STAYS)
        return redirect("session_list", pk)
    began, first = one.starts_at, runs.first_start(one.event)
    form, saved = save_seen(
        request, one, lambda data, stands: SessionForm(data, instance=stands, user=request.user)
    )
    if saved:
        now_first = runs.first_start(one.event)
        # Whoever belongs to it from its first session on belongs to whichever is the first now.
        runs.follow(one.event, began, now_first if began == first else form.instance.starts_at)
        runs.follow(one.event, first, now_first)
        messages.success(request, "Sesi disimpan.")
        return redirect("session_list", pk)
    breadcrumbs = session_crumbs(one, ("Ubah", None))
    return _form(request, form, "Ubah sesi", breadcrumbs, drop=reverse("session_drop", args=[pk]))


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def session_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes away a session that was never opened."""
    one = led_session(request, pk)
    if refused := _refused(request, one.event.programme):
        return refused
    after = reverse("event", args=[one.event_id])
    return _drop(request, one, runs.drop_session, "sesi", after, session_crumbs(one, ("Hapus", None)))


def _place(event: Event, pk: int) -> Registration:
    return get_object_or_404(Registration.objects.select_related("participant"), event=event, pk=pk)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def event_person(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    one = led_event(request, pk)
    found = _place(one, place)
    form, saved = save_seen(
        request, found.participant, lambda data, stands: PersonForm(data, instance=stands, by=request.user)
    )
    if saved:
        access_log.log(request, "peserta", found.participant_id, CHANGED, "data diri dan nomor HP")
        messages.success(request, f"Data {form.instance} disimpan.")
        return redirect("event", pk)
    access_log.log(request, "peserta", found.participant_id, LOOKED, "data diri dan nomor HP")
    return _form(request, form, str(found.participant), event_crumbs(one, (str(found.participant), None)))


@facilitator
@require_POST
def event_leave(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """Takes somebody out of an event from now on."""
    one = led_event(request, pk)
    found = _place(one, place)
    runs.leave(found)
    messages.success(
        request, f"{found.participant} keluar dari kegiatan ini. Kehadirannya sampai sekarang tetap."
    )
    return redirect("event", pk)


@facilitator
@require_POST
def event_back(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """Takes back that somebody was taken out."""
    one = led_event(request, pk)
    found = _place(one, place)
    runs.come_back(found)
    messages.success(request, f"{found.participant} kembali di kegiatan ini.")
    return redirect("event", pk)


@facilitator
@require_safe
def event_cards(request: HttpRequest, pk: int) -> HttpResponse:
    """Participants' cards to print and cut, for scanning at the door."""
    one = led_event(request, pk)
    places = one.registrations.filter(removed_at=None, waiting=False)
    people = {
        place.participant.root: place.participant
        for place in places.select_related("participant__merged_into")
    }
    access_log.log(request, "kegiatan", pk, TOOK, "kartu peserta")
    cards = [
        {
            "participant": person,
            "code": code_of(person),
            "qr": qr.svg(address_of(person), label=f"Kartu {person}"),
        }
        for person in ((one.merged_into or one) for one in people.values())
    ]
    context = {
        "title": "Kartu peserta",
        "event": one,
        "cards": cards,
        "breadcrumbs": event_crumbs(one, ("Kartu peserta", None)),
    }
    return render(request, "pelatihan/events/programmes/event_cards.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def mentoring_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody asks to be accompanied."""
    one = led_programme(request, pk)
    form = MentoringForm(posted(request), programme=one)
    form.is_valid()  # first: where the same form was faster, it now asks who that person is
    if earlier(request, one.mentoring_requests.all()):
        return redirect("programme", pk)
    if request.method == "POST" and form.is_valid():
        form.instance.programme = one
        form.instance.noted_by_name = name_of(request.user)
        once(form.save, lambda: earlier(request, one.mentoring_requests.all()))
        messages.success(request, "Permintaan pendampingan dicatat.")
        return redirect("programme", pk)
    breadcrumbs = programme_crumbs(one, ("Minta didampingi", None))
    return _form(request, form, "Minta didampingi", breadcrumbs, "Catat")


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def mentoring_place(request: HttpRequest, pk: int, wish: int) -> HttpResponse:
    """Puts a request into a mentoring session."""
    one = led_programme(request, pk)
    found = get_object_or_404(one.mentoring_requests.select_related("participant"), pk=wish)
    sessions = Session.objects.filter(event__programme=one, event__kind=MENTORING).exclude(state=APPROVED)
    if request.method == "POST":
        session = sessions.filter(pk=number_in(request, "session")).first()
        if session is None:
            messages.warning(request, UNKNOWN)
        else:
            runs.put_into(found, session)
            messages.success(request, f"{found.participant} ikut {session}, {session.when}.")
        return redirect("programme", pk)
    context = {
        "title": f"Dampingi {found.participant}",
        "programme": one,
        "wish": found,
        "sessions": sessions.select_related("event"),
        "breadcrumbs": programme_crumbs(one, (f"Dampingi {found.participant}", None)),
    }
    return render(request, "pelatihan/events/programmes/mentoring.html", context)
