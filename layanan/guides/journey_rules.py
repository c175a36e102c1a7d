"""Sums of a journey, said only where they are true."""

from dataclasses import dataclass
from decimal import Decimal

from project.lib.rupiah import format_rupiah


@dataclass(frozen=True)
class Part:
    """One service of a step: its cost in rupiah (0 is free) and its duration with its unit. None where nobody knows,
    as for a service that is not on this site."""

    cost: Decimal | None = None
    duration: int | None = None
    unit: str = ""


@dataclass(frozen=True)
class Step:
    """`any_of`: one of the parts is enough, otherwise all are to be done. `is_act`: something is to be done for which
    there is no guide, so neither its cost nor its time is known."""

    parts: tuple[Part, ...]
    any_of: bool = False
    optional: bool = False
    is_act: bool = False


def _sum(steps: list[Step], value) -> Decimal | int | None:
    """None where a step is unknown, or where it depends on which one is chosen."""
    total = 0
    for step in steps:
        if step.optional:
            continue
        values = [value(part) for part in step.parts]
        if step.is_act or not values or None in values:
            return None
        if step.any_of and len(set(values)) > 1:
            return None
        total += values[0] if step.any_of else sum(values)
    return total


def total_cost(steps: list[Step]) -> str:
    """ "Gratis" or an amount for all that must be done; empty where nobody can say it."""
    total = _sum(steps, lambda part: part.cost)
    if total is None or all(step.optional for step in steps):
        return ""
    return format_rupiah(total) if total else "Gratis"


def total_duration(steps: list[Step]) -> str:
    """ "3 hari kerja" where all that must be done is counted in one unit, one after the other; otherwise empty."""
    units = {part.unit for step in steps if not step.optional for part in step.parts}
    total = _sum(steps, lambda part: part.duration)
    return f"{total} {units.pop()}" if total and len(units) == 1 else ""
