"""Reads of the numbers of the law."""

from home.standards.models import LegalPeriod
from home.standards.rules import DEFAULTS, Period


def all_periods() -> dict[str, Period]:
    """By key; a missing row counts as its default. One query: the frame keeps them."""
    stored = {row.key: row.as_period() for row in LegalPeriod.objects.all()}
    return {key: default.period for key, default in DEFAULTS.items()} | stored


def period(key: str) -> Period:
    """A number of the law as it stands now. Within a request it costs no query. Raises KeyError for an unknown key."""
    from home.pages import frame  # the frame is made of pages, and pages ask for periods

    return frame.at_hand().periods[key]
