"""Office hours as plain data: what is printed, and what the device needs to say "Buka sekarang"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from project.lib.localdates import format_date, format_time

WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


@dataclass(frozen=True)
class Hours:
    """The hours of one weekday (Monday is 0). A day without hours is closed."""

    weekday: int
    opens: time
    closes: time
    break_starts: time | None = None
    break_ends: time | None = None

    @property
    def times(self) -> str:
        return f"{format_time(self.opens)}–{format_time(self.closes)}"

    @property
    def pause(self) -> str:
        if self.break_starts is None or self.break_ends is None:
            return ""
        return f"istirahat {format_time(self.break_starts)}–{format_time(self.break_ends)}"


@dataclass(frozen=True)
class Closure:
    """Days on which the office is closed although the week says open. Both ends included."""

    first_day: date
    last_day: date
    reason: str

    @property
    def text(self) -> str:
        days = format_date(self.last_day)
        if self.first_day != self.last_day:
            same_month = self.first_day.replace(day=1) == self.last_day.replace(day=1)
            days = (
                f"{self.first_day.day}–{days}"
                if same_month
                else f"{format_date(self.first_day)} sampai {days}"
            )
        return f"Tutup {days}: {self.reason}"


@dataclass(frozen=True)
class HoursLine:
    """One printed line: days that share the same hours."""

    days: str
    times: str
    pause: str


def printed_hours(hours: Iterable[Hours]) -> list[HoursLine]:
    """Neighbouring days with equal hours become one line: "Senin–Kamis 08.00–15.30"."""
    lines = []
    ordered = sorted(hours, key=lambda h: h.weekday)
    # Days in a run of equal hours share (weekday - position) only while they are neighbours.
    for _, run in groupby(
        enumerate(ordered), key=lambda pair: (pair[1].weekday - pair[0], pair[1].times, pair[1].pause)
    ):
        days = [h for _, h in run]
        first, last = WEEKDAYS[days[0].weekday], WEEKDAYS[days[-1].weekday]
        label = first if len(days) == 1 else f"{first}–{last}"
        lines.append(HoursLine(label, days[0].times, days[0].pause))
    return lines


def device_hours(hours: Iterable[Hours], closures: Iterable[Closure], zone: str, zone_label: str) -> dict:
    """What the badge on the device needs, as JSON data. The device compares in the village's zone, not its own."""
    week: list[list[dict]] = [[] for _ in WEEKDAYS]
    for h in hours:
        week[h.weekday].append(
            {
                "opens": h.opens.strftime("%H:%M"),
                "closes": h.closes.strftime("%H:%M"),
                "break_starts": h.break_starts and h.break_starts.strftime("%H:%M"),
                "break_ends": h.break_ends and h.break_ends.strftime("%H:%M"),
            }
        )
    closed = [
        {"first": c.first_day.isoformat(), "last": c.last_day.isoformat(), "reason": c.reason}
        for c in closures
    ]
    return {"zone": zone, "label": zone_label, "week": week, "closed": closed}


def repeated_weekdays(weekdays: Iterable[int]) -> set[int]:
    """Weekdays that are written more than once."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for weekday in weekdays:
        (repeated if weekday in seen else seen).add(weekday)
    return repeated
