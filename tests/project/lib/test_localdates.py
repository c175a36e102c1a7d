"""Dates read as Indonesians say them, in the village's own zone and with the program's own names."""

import datetime as dt
from calendar import monthrange
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from project.lib import localdates

UTC = dt.UTC
WEDNESDAY = dt.date(2026, 11, 25)


def test_a_date_is_written_out():
    assert localdates.format_date(WEDNESDAY) == "25 November 2026"
    assert localdates.format_day(WEDNESDAY) == "Rabu, 25 November 2026"


def test_every_month_has_its_full_indonesian_name():
    names = " ".join(localdates.format_date(dt.date(2026, month, 1)).split()[1] for month in range(1, 13))
    assert names == "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"


def test_every_day_has_its_indonesian_name():
    monday = dt.date(2026, 11, 23)
    names = [localdates.format_day(monday + dt.timedelta(n)).split(",")[0] for n in range(7)]
    assert names == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def test_names_do_not_follow_the_language_of_the_viewer():
    with translation.override("en"):
        assert localdates.format_day(WEDNESDAY) == "Rabu, 25 November 2026"


def test_time_has_a_dot_and_24_hours():
    assert localdates.format_time(dt.time(9, 30)) == "09.30"
    assert localdates.format_time(dt.time(0, 0)) == "00.00"
    assert localdates.format_time(dt.time(15, 5, 59)) == "15.05"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Asia/Jakarta", "Rabu, 25 November 2026, pukul 09.30 WIB"),
        ("Asia/Makassar", "Rabu, 25 November 2026, pukul 10.30 WITA"),
        ("Asia/Jayapura", "Rabu, 25 November 2026, pukul 11.30 WIT"),
    ],
)
def test_a_moment_is_shown_in_the_zone_of_the_village(settings, zone, shown):
    settings.TIME_ZONE = zone
    assert localdates.format_moment(dt.datetime(2026, 11, 25, 2, 30, tzinfo=UTC)) == shown


def test_a_moment_ignores_the_zone_of_the_viewers_account():
    with timezone.override(ZoneInfo("Asia/Jayapura")):
        shown = localdates.format_moment(dt.datetime(2026, 11, 25, 2, 30, tzinfo=UTC))
    assert shown == "Rabu, 25 November 2026, pukul 09.30 WIB"


# From 17.00 UTC the village has a new day: between 00.00 and 07.00 WIB the two dates differ.
@pytest.mark.parametrize(
    ("utc", "local_day", "local_time"),
    [
        (dt.datetime(2026, 11, 24, 16, 59, 59, tzinfo=UTC), "Selasa, 24 November 2026", "23.59"),
        (dt.datetime(2026, 11, 24, 17, 0, tzinfo=UTC), "Rabu, 25 November 2026", "00.00"),
        (dt.datetime(2026, 11, 24, 23, 59, tzinfo=UTC), "Rabu, 25 November 2026", "06.59"),
        (dt.datetime(2026, 11, 25, 0, 0, tzinfo=UTC), "Rabu, 25 November 2026", "07.00"),
        (dt.datetime(2026, 12, 31, 17, 0, tzinfo=UTC), "Jumat, 1 Januari 2027", "00.00"),
    ],
)
def test_after_midnight_in_the_village_it_is_the_new_day(utc, local_day, local_time):
    assert localdates.format_day(utc) == local_day
    assert localdates.format_time(utc) == local_time
    with time_machine.travel(utc, tick=False):
        assert localdates.format_day(localdates.today()) == local_day


def test_today_follows_the_zone_of_the_village(settings):
    with time_machine.travel(dt.datetime(2026, 11, 24, 15, 30, tzinfo=UTC), tick=False):
        assert localdates.today() == dt.date(2026, 11, 24)
        settings.TIME_ZONE = "Asia/Jayapura"
        assert localdates.today() == dt.date(2026, 11, 25)


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="zonanya"):
        localdates.format_moment(dt.datetime(2026, 11, 25, 9, 30))


def test_a_zone_outside_indonesia_has_no_label(settings):
    settings.TIME_ZONE = "UTC"
    with pytest.raises(ValueError, match="bukan zona waktu Indonesia"):
        localdates.zone_label()


@given(st.dates())
def test_a_written_date_can_be_read_back(day):
    number, month, year = localdates.format_date(day).split()
    assert dt.date(int(year), localdates.MONTHS.index(month) + 1, int(number)) == day


@pytest.mark.parametrize(
    "typed",
    [
        "10/06/2025",
        "10-06-2025",
        "10.06.2025",
        " 10 / 6 / 2025 ",
        "10 Juni 2025",
        "10 juni 2025",
        "10-Jun-2025",
        "10 JUN. 2025",
        "2025-06-10",
    ],
)
def test_a_day_is_read_as_offices_write_it(typed):
    assert localdates.parse_date(typed) == dt.date(2025, 6, 10)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("1 Pebruari 2026", 2),
        ("1 Nopember 2026", 11),
        ("1 nop 2026", 11),
        ("1 Agt 2026", 8),
        ("1 Mei 2026", 5),
    ],
)
def test_months_in_old_and_short_spellings_are_read(typed, month):
    assert localdates.parse_date(typed) == dt.date(2026, month, 1)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_what_is_shown_is_read_back_as_the_same_day(day):
    assert localdates.parse_date(localdates.format_date(day)) == day
    assert localdates.parse_date(f"{day:%d/%m/%Y}") == day
    assert localdates.parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31/02/2025", "Tanggal 31 Februari 2025 tidak ada."),
        ("0/1/2025", "Tanggal 0 Januari 2025 tidak ada."),
        ("06/25/2026", "Bulan 25 tidak ada."),
        ("10/06/25", "Tulis tahunnya lengkap dengan empat angka"),
        ("10/06/20255", "Tulis tahunnya lengkap dengan empat angka"),
        ("10 Juni 0025", "Tulis tahunnya lengkap dengan empat angka"),
        ("10/06-2025", "belum berupa tanggal"),
        ("June 10 2025", "belum berupa tanggal"),
        ("10 June 2025", "belum berupa tanggal"),
        ("besok", "belum berupa tanggal"),
        ("10/06", "belum berupa tanggal"),
        ("9" * 5000, "belum berupa tanggal"),
        ("1/1/" + "9" * 5000, "belum berupa tanggal"),
        ("١٠/٠٦/٢٠٢٥", "belum berupa tanggal"),
    ],
)
def test_what_is_no_day_is_refused_in_words(typed, words):
    with pytest.raises(ValueError, match=words):
        localdates.parse_date(typed)


@pytest.mark.parametrize(
    ("typed", "hour", "minute"), [("08.00", 8, 0), ("8:00", 8, 0), (" 23.59 ", 23, 59), ("00:00:00", 0, 0)]
)
def test_a_time_is_read_with_dot_or_colon(typed, hour, minute):
    assert localdates.parse_time(typed) == dt.time(hour, minute)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("8", "Tulis jam dan menitnya"),
        ("0800", "Tulis jam dan menitnya"),
        ("jam 8", "Tulis jam dan menitnya"),
        ("24.00", "dari 00.00 sampai 23.59"),
        ("08.60", "dari 00.00 sampai 23.59"),
    ],
)
def test_what_is_no_time_is_refused_in_words(typed, words):
    with pytest.raises(ValueError, match=words):
        localdates.parse_time(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "01/12/2026 08.00",
        "01.12.2026 8:00",
        "1 Desember 2026, pukul 08.00",
        "1 Des 2026 jam 08.00",
        "2026-12-01 08:00:00",
        "2026-12-01T08:00",
    ],
)
def test_a_moment_is_read_as_day_and_time(typed):
    assert localdates.parse_moment(typed) == dt.datetime(2026, 12, 1, 8, 0)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("01/12/2026", "Tulis tanggal dan jamnya"),
        ("01/12/2026 8", "Tulis tanggal dan jamnya"),
        ("08.00", "Tulis tanggal dan jamnya"),
        ("31/02/2026 08.00", "Tanggal 31 Februari 2026 tidak ada."),
        ("01/12/26 08.00", "Tulis tahunnya lengkap"),
        ("01/12/2026 25.00", "dari 00.00 sampai 23.59"),
        ("besok pagi", "Tulis tanggal dan jamnya"),
    ],
)
def test_what_is_no_moment_is_refused_in_words(typed, words):
    with pytest.raises(ValueError, match=words):
        localdates.parse_moment(typed)


@given(st.text(max_size=60))
@pytest.mark.parametrize("read", [localdates.parse_date, localdates.parse_time, localdates.parse_moment])
def test_whatever_is_typed_is_read_or_refused_in_our_words(read, typed):
    try:
        read(typed)
    except ValueError as error:
        words = str(error)
    else:
        return
    assert any(part in words for part in ("misalnya", "tidak ada", "23.59"))


@given(st.dates(dt.date(1900, 1, 1), dt.date(2900, 1, 1)), st.integers(-600, 600))
def test_months_later_is_the_same_day_so_many_months_on_or_back_or_that_month_s_last(day, months):
    earlier = localdates.months_later(day, -months)
    assert (day.year * 12 + day.month) - (earlier.year * 12 + earlier.month) == months
    assert earlier.day == min(day.day, monthrange(earlier.year, earlier.month)[1])


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (dt.date(2024, 3, 31), 1, dt.date(2024, 2, 29)),
        (dt.date(2025, 3, 31), 1, dt.date(2025, 2, 28)),
        (dt.date(2026, 1, 15), 1, dt.date(2025, 12, 15)),
        (dt.date(2026, 12, 31), 12, dt.date(2025, 12, 31)),
        (dt.date(2024, 2, 29), 48, dt.date(2020, 2, 29)),
    ],
)
def test_a_shorter_month_gives_its_last_day(day, months, earlier):
    assert localdates.months_later(day, -months) == earlier
