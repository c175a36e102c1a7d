"""Dates and times as the village says them: "Rabu, 25 November 2026, pukul 09.30 WIB".

The names are kept here, since Django's own Indonesian formats shorten months and use other marks. Moments are shown in
the village's zone (`settings.TIME_ZONE`), whatever zone the viewer's account has: an office opens at one hour for all.
"""

import datetime as dt
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
