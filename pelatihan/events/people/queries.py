"""Reads of people as events know them."""

from pelatihan.events.models import Participant
from pelatihan.events.people.rules import Known
from pelatihan.events.programmes.models import Event


def known_in(event: Event) -> list[Known]:
    """Who belongs to an event. Whoever was put together with somebody else is known by both names."""
    people = Participant.objects.filter(registrations__event=event).select_related("merged_into")
    return [Known(one.root, one.name, (one.merged_into or one).at) for one in people]


def everybody() -> list[Known]:
    """All people who are known to the village's trainings."""
    people = Participant.objects.select_related("merged_into")
    return [Known(one.root, one.name, (one.merged_into or one).at) for one in people]
