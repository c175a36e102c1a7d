"""What the facilitator's screens have in common."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from pelatihan.events.programmes.models import Event, Programme, Session
from pelatihan.events.programmes.queries import may_coordinate, programmes_of, sessions_of

HOME = {"title": "Beranda", "url": "/"}
UNKNOWN = "Isian itu tidak dikenali, jadi tidak ada yang diubah. Muat ulang halaman ini, lalu coba lagi."
GONE_ON = "Keadaan sesi ini sudah berubah, jadi tidak ada yang diubah. Periksa keadaannya di bawah."


def posted(request: HttpRequest):
    return request.POST if request.method == "POST" else None


def number_in(request: HttpRequest, name: str) -> int | None:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 19 else None


def led_programme(request: HttpRequest, pk: int) -> Programme:
    """A programme of this facilitator; that of others does not exist for him."""
    return get_object_or_404(programmes_of(request.user), pk=pk)


def coordinated_programme(request: HttpRequest, pk: int) -> Programme:
    """As `led_programme`; refused to those who only lead a session of it."""
    programme = led_programme(request, pk)
    if not may_coordinate(programme, request.user):
        raise PermissionDenied
    return programme


def led_event(request: HttpRequest, pk: int) -> Event:
    events = Event.objects.filter(programme__in=programmes_of(request.user)).select_related("programme")
    return get_object_or_404(events, pk=pk)


def coordinated_event(request: HttpRequest, pk: int) -> Event:
    event = led_event(request, pk)
    if not may_coordinate(event.programme, request.user):
        raise PermissionDenied
    return event


def led_session(request: HttpRequest, pk: int) -> Session:
    return get_object_or_404(sessions_of(request.user), pk=pk)


def crumbs(*trail: tuple[str, str | None]) -> list[dict]:
    return [
        HOME,
        {"title": "Program saya", "url": reverse("programmes")},
        *({"title": title, "url": url} for title, url in trail),
    ]


def programme_crumbs(programme: Programme, *trail: tuple[str, str | None]) -> list[dict]:
    return crumbs((programme.name, reverse("programme", args=[programme.pk])), *trail)


def event_crumbs(event: Event, *trail: tuple[str, str | None]) -> list[dict]:
    here = event.title, reverse("event", args=[event.pk])
    return programme_crumbs(event.programme, here, *trail)


def session_crumbs(session: Session, *trail: tuple[str, str | None]) -> list[dict]:
    here = str(session) if trail else None, reverse("session_list", args=[session.pk])
    if not trail:
        return event_crumbs(session.event, (str(session), None))
    return event_crumbs(session.event, here, *trail)
