"""Dates read as Indonesians say them, in the village's own zone and with the program's own names."""

import datetime as dt
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
