"""What happened after a training, counted by days and by months. Pure.

What people do afterwards is counted from the day after the programme's end; what the village has of it stands as one
figure a month, before, during and after.
"""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from project.lib.localdates import MONTHS, months_later, zone

SPANS = (30, 60, 90)  # days after the end
MONTHS_AROUND = 6  # shown before the beginning and after the end


@dataclass(frozen=True)
class Deed:
    """Something that a trained person did: `what` names the thing, so that the same one counts once."""

    day: date
    person: int
    what: int
    is_good: bool = True


@dataclass(frozen=True)
class Window:
    """The first so many days after a programme. None where no day of it has come."""

    days: int
    first: date
    last: date
    is_over: bool
    has_begun: bool
    pages: int = 0
    images: int = 0
    described: int = 0  # images with words of their own for what they show
    active: int = 0  # people who did any of it


def windows(ends_on: date, today: date, pages: Iterable[Deed], images: Iterable[Deed]) -> tuple[Window, ...]:
    pages, images = list(pages), list(images)
    first = ends_on + timedelta(days=1)
    found = []
    for days in SPANS:
        last = ends_on + timedelta(days=days)
        published = [deed for deed in pages if first <= deed.day <= last]
        uploaded = [deed for deed in images if first <= deed.day <= last]
        found.append(
            Window(
                days=days,
                first=first,
                last=last,
                is_over=last < today,
                has_begun=first <= today,
                pages=len({deed.what for deed in published}),
                images=len(uploaded),
                described=sum(deed.is_good for deed in uploaded),
                active=len({deed.person for deed in [*published, *uploaded]}),
            )
        )
    return tuple(found)


# Months.


def months_around(starts_on: date, ends_on: date, today: date) -> list[date]:
    """The first days of the months that are looked at; none of them has yet to come, unless the programme has."""
    first = months_later(starts_on.replace(day=1), -MONTHS_AROUND)
    last = max(min(months_later(ends_on.replace(day=1), MONTHS_AROUND), today.replace(day=1)), first)
    found = [first]
    while found[-1] < last:
        found.append(months_later(found[-1], 1))
    return found


def local_day(moment: datetime) -> date:
    return moment.astimezone(zone()).date()


def month_end(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def short_month(month: date) -> str:
    """ "Nov 26", as it fits below a picture."""
    return f"{MONTHS[month.month - 1][:3]} {month.year % 100:02}"


def place(day: date, months: Sequence[date]) -> float | None:
    """Where a day lies in a series of months, whose figures stand in the middle of each; None outside of it."""
    if not months or not months[0] <= day <= month_end(months[-1]):
        return None
    month = day.replace(day=1)
    within = (day.day - 0.5) / month_end(month).day - 0.5
    return min(max(months.index(month) + within, 0), max(len(months) - 1, 0))


@dataclass(frozen=True)
class Series:
    """One figure a month; None where nobody knows it."""

    key: str
    title: str
    unit: str
    months: tuple[tuple[date, Decimal | int | None], ...]


def series(key: str, title: str, unit: str, months: Sequence[date], known: Iterable) -> Series:
    """A month that a subject says nothing about stays unknown."""
    figures = {month.replace(day=1): figure for month, figure in known}
    return Series(key, title, unit, tuple((month, figures.get(month)) for month in months))
