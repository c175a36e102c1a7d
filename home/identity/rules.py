"""The village's names, and its office hours as plain data: what is printed, and what the device needs to say
"Buka sekarang"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from project.lib.localdates import format_date, format_time

WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]

# The first block of every kode wilayah: the 38 provinces. Kepmendagri 300.2.2-2138/2025.
PROVINCE_CODES = frozenset(
    str(code)
    for first, last in [(11, 19), (21, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 96)]
    for code in range(first, last + 1)
)
# What a clerk writes before a name although the page prints it.
DISTRICT_WORDS = ("Kecamatan", "Kec.")
REGENCY_WORDS = ("Kabupaten", "Kab.")
PROVINCE_WORDS = ("Provinsi", "Prov.")
# A name with a kind of its own: Kota Jambi is no kabupaten, a kapanewon (Yogyakarta) or distrik (Papua) no kecamatan.
OTHER_KINDS = ("Kota", "Kapanewon", "Kemantren", "Distrik")


def without_kind(name: str, kinds: Iterable[str]) -> str:
    """ "Kabupaten Batanghari" as "Batanghari": pages write the kind before the name themselves."""
    name = " ".join(name.split())
    for kind in kinds:
        rest = name[len(kind) :]
        if name.lower().startswith(kind.lower()) and (kind.endswith(".") or rest.startswith(" ")):
            return rest.strip()
    return name


def with_kind(kind: str, name: str) -> str:
    """ "Kabupaten Batanghari", but "Kota Jambi"; empty for an empty name."""
    has_its_own = name.startswith(tuple(f"{other} " for other in OTHER_KINDS))
    return name if has_its_own or not name else f"{kind} {name}"


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
