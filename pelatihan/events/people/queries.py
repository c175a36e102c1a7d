"""Reads of people as events know them."""

from django.db.models import Q, QuerySet

from pelatihan.events.models import Participant
from pelatihan.events.people.rules import ELEMENTS, Known
from pelatihan.events.programmes.models import Event, Registration


def known_in(event: Event) -> list[Known]:
    """Who belongs to an event. Whoever was put together with somebody else is known by both names."""
    return _known(Participant.objects.filter(registrations__event=event))


def known_in_programme(programme: int) -> list[Known]:
    """Who belongs to an event of a programme, by its key."""
    return _known(Participant.objects.filter(registrations__event__programme=programme).distinct())


def everybody() -> list[Known]:
    """All people who are known to the village's trainings."""
    return _known(Participant.objects.all())


def _known(people: QuerySet[Participant]) -> list[Known]:
    found = people.select_related("merged_into")
    return [Known(one.root, one.name, (one.merged_into or one).at, one.note) for one in found]


def invitable(event: Event) -> QuerySet[Participant]:
    """Who may be chosen for an event by a tick: people of the programme's other events, of the event's class, and those
    who asked to be accompanied. Whoever else is known is found by his name."""
    near = Q(registrations__event__programme=event.programme_id)
    near |= Q(mentoring_requests__programme=event.programme_id)
    if event.training_class_id:
        near |= Q(memberships__training_class=event.training_class_id)
    there = Registration.objects.filter(event=event, removed_at=None).values("participant")
    return Participant.objects.filter(near, merged_into=None).exclude(pk__in=there).distinct()


def elements() -> list[str]:
    """What may stand under "unsur atau jabatan": the usual, and what this village has written."""
    written = Participant.objects.exclude(element="").values_list("element", flat=True).distinct()
    return sorted({*ELEMENTS, *written}, key=str.casefold)
