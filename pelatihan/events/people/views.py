"""Two records that are one person: seen side by side, put together, and taken apart again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from home.casework import access_log
from home.casework.rules import LOOKED
from pelatihan.events.access import facilitator
from pelatihan.events.attendance.models import Attendance
from pelatihan.events.attendance.rules import STATUSES
from pelatihan.events.models import Participant
from pelatihan.events.people.merges import MergeRefused, merge, undo
from pelatihan.events.people.models import ParticipantMerge
from pelatihan.events.people.queries import known_in_programme
from pelatihan.events.programmes.models import Event
from pelatihan.events.screens import UNKNOWN, event_crumbs, led_event, number_in


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def event_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Similar names of an event's programme; by POST two of its people become one, or two again."""
    one = led_event(request, pk)
    if request.method == "POST":
        return _act(request, one)
    people = _people(one)
    chosen = [people.get(_chosen(request, name)) for name in ("satu", "dua")]
    preview = all(chosen) and chosen[0] != chosen[1]
    for person in chosen if preview else ():
        access_log.log(request, "peserta", person.pk, LOOKED, "data diri dan nomor HP")
    done = ParticipantMerge.objects.filter(
        undone_at=None, kept__registrations__event__programme=one.programme_id
    )
    context = {
        "title": "Gabungkan nama ganda",
        "event": one,
        "people": sorted(people.values(), key=str),
        "pairs": _similar(one, people),
        "preview": [_seen(person) for person in chosen] if preview else None,
        "done": done.select_related("kept", "merged").distinct(),
        "breadcrumbs": event_crumbs(one, ("Gabungkan nama ganda", None)),
    }
    return render(request, "pelatihan/events/people/merge.html", context)


def _people(event: Event) -> dict[int, Participant]:
    people = Participant.objects.filter(registrations__event__programme=event.programme_id, merged_into=None)
    people = people.distinct()
    return {person.pk: person for person in people}


def _chosen(request: HttpRequest, name: str) -> int | None:
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 19 else None


def _similar(event: Event, people) -> list[tuple[Participant, Participant]]:
    known = [one for one in known_in_programme(event.programme_id) if one.pk in people]
    pairs = {
        tuple(sorted((one.pk, other.pk)))
        for place, one in enumerate(known)
        for other in known[place + 1 :]
        if one.pk != other.pk and one.may_be(other.spelling, other.at)
    }
    return [(people[one], people[other]) for one, other in sorted(pairs)]


def _seen(person: Participant) -> dict:
    """What is known of somebody, and where he was noted."""
    rows = Attendance.objects.filter(participant=person).exclude(status="").select_related("session__event")
    return {
        "person": person,
        "sessions": [(row.session, STATUSES[row.status]) for row in rows.order_by("session__starts_at")],
    }


def _act(request: HttpRequest, event: Event) -> HttpResponse:
    people = _people(event)
    kept, merged = people.get(number_in(request, "satu")), people.get(number_in(request, "dua"))
    try:
        if number_in(request, "pisah") is not None:
            done = ParticipantMerge.objects.filter(
                pk=number_in(request, "pisah"), kept__registrations__event__programme=event.programme_id
            )
            for found in done.select_related("kept", "merged").distinct():
                undo(found, request.user)
                messages.success(request, f"{found.merged} dan {found.kept} kembali menjadi dua orang.")
        elif kept is None or merged is None:
            messages.warning(request, UNKNOWN)
        else:
            merge(kept, merged, request.user)
            messages.success(request, f"{merged} digabung dengan {kept}. Ini dapat dipisah lagi di bawah.")
    except MergeRefused as refused:
        messages.warning(request, str(refused))
    return redirect("event_merge", event.pk)
