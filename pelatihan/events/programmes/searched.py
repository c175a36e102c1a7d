"""Programmes are found by the site's search, with what their public page says of their aims and events."""

from django.urls import reverse
from wagtail import hooks

from home.search.rules import Hit
from pelatihan.events.programmes.models import Programme

NEWEST = 100  # of these the search looks through all; older ones are in the news


@hooks.register("register_searched_records")
def searched_programmes():
    return public_hits


def public_hits() -> list[Hit]:
    """Two queries."""
    programmes = Programme.objects.filter(is_public=True).prefetch_related("events")[:NEWEST]
    return [_as_hit(programme) for programme in programmes]


def _as_hit(programme: Programme) -> Hit:
    events = programme.events.all()
    invitations = [event.invitation for event in events]
    texts = [
        programme.goals,
        *invitations,
        ", ".join(f"{event.get_kind_display()}: {event.title}" for event in events),
    ]
    address = reverse("public_programme", args=[programme.slug])
    return Hit(None, programme.name, "Kegiatan", address, "programme", tuple(filter(None, texts)))
