"""Dates and times as the village says them: "Rabu, 25 November 2026, pukul 09.30 WIB".

Read as people type them: "25/11/2026", "25 November 2026", "09.30"; what could mean another day is refused in words.

The names are kept here, since Django's own Indonesian formats shorten months and use other marks. Moments are shown in
the village's zone (`settings.TIME_ZONE`), whatever zone the viewer's account has: an office opens at one hour for all.
"""

import calendar
import datetime as dt
import re
from zoneinfo import ZoneInfo

from django.conf import settings

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
# The three zones of Indonesia (Keppres 41/1987); Pontianak is the second tz database name inside WIB.
ZONE_LABELS = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}

# How offices write months besides: shortened, and in the spelling from before 1972 that many still use.
_MONTH_SPELLINGS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_SPELLINGS |= {name[:3]: number for name, number in _MONTH_SPELLINGS.items()}
_MONTH_SPELLINGS |= {"agt": 8, "sept": 9, "pebruari": 2, "peb": 2, "nopember": 11, "nop": 11}

_NUMBERS = re.compile(r"([0-9]{1,2})\s*([/.-])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,8})")
_WORDS = re.compile(r"([0-9]{1,2})[\s-]+([a-z]+)\.?[\s-]+([0-9]{1,8})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_TIME = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2}))?")
_MOMENT = re.compile(r"(.+?)(?:,\s*|\s+|(?<=[0-9])t(?=[0-9]))(?:(?:pukul|jam)\s+)?([0-9]{1,2}[.:][0-9.:]+)")
_YEARS = range(1900, 2200)  # outside it a digit is missing or one too many


def zone() -> ZoneInfo:
    """The village's time zone."""
    return ZoneInfo(settings.TIME_ZONE)


def zone_label() -> str:
    """ "WIB", "WITA" or "WIT". Raises ValueError when the settings name a zone outside Indonesia."""
    try:
        return ZONE_LABELS[settings.TIME_ZONE]
    except KeyError:
        raise ValueError(f"Zona waktu {settings.TIME_ZONE} bukan zona waktu Indonesia.") from None


def now() -> dt.datetime:
    """This moment in the village's zone."""
    return dt.datetime.now(zone())


def today() -> dt.date:
    """The date in the village: until 07.00 WIB it is still yesterday in UTC."""
    return now().date()


def _local(value: dt.date | dt.time) -> dt.date | dt.time:
    """A moment with a zone in the village's zone; plain dates, times and naive moments as they are."""
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(zone())
    return value


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later (earlier where `months` is negative), or that month's last day
    where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def format_date(day: dt.date) -> str:
    """ "25 November 2026", for a date or the local date of a moment."""
    day = _local(day)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_day(day: dt.date) -> str:
    """ "Rabu, 25 November 2026", for a date or the local date of a moment."""
    return f"{DAYS[_local(day).weekday()]}, {format_date(day)}"


def format_time(time: dt.time | dt.datetime) -> str:
    """ "09.30": 24 hours, a dot as EYD asks."""
    return f"{_local(time):%H.%M}"


def format_moment(moment: dt.datetime) -> str:
    """ "Rabu, 25 November 2026, pukul 09.30 WIB". Raises ValueError for a moment without a zone: it may be any hour."""
    if moment.tzinfo is None:
        raise ValueError("Waktu ini tidak menyebut zonanya.")
    return f"{format_day(moment)}, pukul {format_time(moment)} {zone_label()}"


def parse_date(text: str) -> dt.date:
    """The day in "25/11/2026", "25-11-2026", "25.11.2026", "25 November 2026" or "2026-11-25": the day comes first,
    the year has four digits. Raises ValueError, in Indonesian words, for anything else."""
    typed = text.strip().lower()
    if match := _ISO.fullmatch(typed):
        year, month, day = map(int, match.groups())
    elif match := _NUMBERS.fullmatch(typed):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
    elif (match := _WORDS.fullmatch(typed)) and match[2] in _MONTH_SPELLINGS:
        day, month, year = int(match[1]), _MONTH_SPELLINGS[match[2]], int(match[3])
    else:
        raise ValueError("Ini belum berupa tanggal. Tulis hari, bulan, lalu tahun, misalnya 25/11/2026.")
    if year not in _YEARS:
        raise ValueError("Tulis tahunnya lengkap dengan empat angka, misalnya 25/11/2026.")
    if not 1 <= month <= 12:
        raise ValueError(f"Bulan {month} tidak ada. Tulis hari, bulan, lalu tahun, misalnya 25/11/2026.")
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise ValueError(f"Tanggal {day} {MONTHS[month - 1]} {year} tidak ada.") from None


def parse_time(text: str) -> dt.time:
    """The time in "09.30" or "09:30". Raises ValueError, in Indonesian words, for anything else."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise ValueError("Tulis jam dan menitnya, misalnya 08.00.")
    try:
        return dt.time(*(int(part or 0) for part in match.groups()))
    except ValueError:
        raise ValueError("Jam ditulis dari 00.00 sampai 23.59.") from None


def parse_moment(text: str) -> dt.datetime:
    """Day and time in "25/11/2026 08.00" or "25 November 2026, pukul 08.00", without a zone. Raises ValueError, in
    Indonesian words, for anything else: a day alone is no moment."""
    match = _MOMENT.fullmatch(text.strip().lower())
    if match is None:
        raise ValueError("Tulis tanggal dan jamnya, misalnya 25/11/2026 08.00.")
    return dt.datetime.combine(parse_date(match[1]), parse_time(match[2]))
