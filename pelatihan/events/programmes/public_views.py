"""What everybody sees of a programme: invitation, schedule, how many came. No name ever."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from home.casework import throttle
from home.casework.keys import TAKEN, once
from home.pages.addresses import absolute
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.rules import PRESENT
from pelatihan.events.models import Participant
from pelatihan.events.people.rules import count_rt
from pelatihan.events.programmes import runs
from pelatihan.events.programmes.calendars import calendar
from pelatihan.events.programmes.forms import RegisterForm
from pelatihan.events.programmes.models import Event, Programme, Registration
from pelatihan.events.programmes.queries import announced
from pelatihan.events.programmes.rules import APPROVED, ONESELF, few
from pelatihan.events.screens import HOME
from project.bodies import takes_post

TOO_MANY = "Terlalu banyak pendaftaran dari sambungan ini. Tunggu sepuluh menit, lalu kirim lagi."


def _public(slug: str) -> Programme:
    return get_object_or_404(Programme, slug=slug, is_public=True)


def _crumbs(*trail: tuple[str, str | None]) -> list[dict]:
    return [
        HOME,
        {"title": "Belajar", "url": "/pelatihan/"},
        *({"title": title, "url": url} for title, url in trail),
    ]


@require_safe
def public_programme(request: HttpRequest, slug: str) -> HttpResponse:
    one = _public(slug)
    now = timezone.now()
    events = list(runs.counted(one))
    sessions = list(announced(one, now))
    context = {
        "title": one.name,
        "address": absolute(request.path),
        "description": f"Jadwal dan undangan: {one.name}. {one.goals}".strip(),
        "programme": one,
        "events": [
            (
                event,
                [session for session in sessions if session.event_id == event.pk],
                _open(event, sessions, now),
                None if event.places is None else max(0, event.places - event.people),
            )
            for event in events
        ],
        "results": results(one, sessions),
        "breadcrumbs": _crumbs((one.name, None)),
    }
    return render(request, "pelatihan/events/programmes/public_programme.html", context)


def _open(event: Event, sessions, now) -> bool:
    coming = any(session.event_id == event.pk and session.ends_at > now for session in sessions)
    return event.takes_registrations and coming


def results(programme: Programme, sessions) -> list[tuple[str, str]]:
    """Totals of the sessions that were approved. Numbers below five are not told."""
    approved = [session for session in sessions if session.state == APPROVED]
    found = standings(approved)
    present = {
        person for statuses in found.values() for person, status in statuses.items() if status in PRESENT
    }
    if not approved:
        return []
    people = Participant.objects.filter(pk__in=present)
    rt = count_rt(person.at for person in people)
    return [("sesi", str(len(approved))), ("orang hadir", few(len(present))), ("RT", str(rt))]


@require_safe
def programme_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    one = _public(slug)
    host = urlsplit(settings.BASE_URL).hostname or "balai"
    text = calendar(announced(one, timezone.now()), host, one.created_at)
    headers = {"Content-Disposition": f'attachment; filename="{one.slug}.ics"'}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


@takes_post
@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def event_register(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Somebody wants to come. Sent twice, he is registered once."""
    one = _public(slug)
    event = get_object_or_404(one.events, pk=pk)
    sessions = list(event.sessions.all())
    form = RegisterForm(request.POST if request.method == "POST" else None)
    context = {
        "title": f"Daftar: {event.title}",
        "programme": one,
        "event": event,
        "sessions": sessions,
        "form": form,
        "open": _open(event, sessions, timezone.now()),
        "full": event.places is not None and runs.taken_places(event) >= event.places,
        "breadcrumbs": _crumbs((one.name, f"/pelatihan/kegiatan/{one.slug}/"), ("Daftar", None)),
    }
    if request.method == "POST" and context["open"] and form.is_valid():
        sent = Registration.objects.filter(key=form.cleaned_data["key"])
        known = sent.filter(event=event).first()
        if known is None and sent.exists():
            form.add_error(None, TAKEN)
            return render(request, "pelatihan/events/programmes/register.html", context)
        if known is None:
            wait = throttle.count(
                "pendaftaran", throttle.address(request), throttle.HALL_LIMIT, throttle.HALL_WINDOW
            )
            if wait is not None:
                form.add_error(None, TOO_MANY)  # what was typed stays in the form
                return render(request, "pelatihan/events/programmes/register.html", context, status=429)
            known = _register(event, form)
        context |= {
            "title": "Anda terdaftar" if not known.waiting else "Anda di daftar tunggu",
            "place": known,
            "waiting": runs.waiting(event).filter(number__lte=known.number).count(),
        }
        return render(request, "pelatihan/events/programmes/registered.html", context)
    return render(request, "pelatihan/events/programmes/register.html", context)


def _register(event: Event, form: RegisterForm) -> Registration:
    data = form.cleaned_data

    def make():
        person = Participant.objects.create(
            name=data["name"],
            rt=data["at"].rt,
            rw=data["at"].rw,
            phone=data["phone"],
            consent_at=timezone.now(),
        )
        return runs.register(event, person, source=ONESELF, since=runs.first_day(event), key=data["key"])

    return once(make, Registration.objects.filter(event=event, key=data["key"]).first)
