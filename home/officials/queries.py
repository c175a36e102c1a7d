"""Reads of officials."""

from home.officials.models import Official


def holders(*positions: str) -> list[tuple[str, str]]:
    """Who holds these positions today, for the signatures of a printed sheet: position and name, in the order asked
    for; the name is empty where nobody holds it."""
    current = {
        official.position.name: official.name
        for official in Official.objects.filter(position__name__in=positions).select_related("position")
        if official.is_current
    }
    return [(position, current.get(position, "")) for position in positions]
