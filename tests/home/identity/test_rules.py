"""Office hours are printed as people say them, and handed to the device as data."""

from datetime import date, time

import pytest

from home.identity.rules import Closure, Hours, HoursLine, device_hours, printed_hours, repeated_weekdays

LONG = {"opens": time(8), "closes": time(15, 30), "break_starts": time(12), "break_ends": time(13)}
FRIDAY = Hours(4, time(8), time(11, 30))


def test_neighbouring_days_with_equal_hours_share_a_line():
    hours = [Hours(day, **LONG) for day in (3, 1, 0, 2)] + [FRIDAY]
    assert printed_hours(hours) == [
        HoursLine("Senin–Kamis", "08.00–15.30", "istirahat 12.00–13.00"),
        HoursLine("Jumat", "08.00–11.30", ""),
    ]


def test_days_that_are_not_neighbours_keep_their_own_lines():
    hours = [Hours(0, time(8), time(12)), Hours(2, time(8), time(12))]
    assert [line.days for line in printed_hours(hours)] == ["Senin", "Rabu"]


def test_a_village_without_hours_prints_nothing():
    assert printed_hours([]) == []


def test_the_device_gets_each_weekday_from_monday_and_the_closed_days():
    data = device_hours(
        [FRIDAY], [Closure(date(2026, 12, 24), date(2026, 12, 25), "Natal")], "Asia/Jakarta", "WIB"
    )
    assert data == {
        "zone": "Asia/Jakarta",
        "label": "WIB",
        "week": [
            [],
            [],
            [],
            [],
            [{"opens": "08:00", "closes": "11:30", "break_starts": None, "break_ends": None}],
            [],
            [],
        ],
        "closed": [{"first": "2026-12-24", "last": "2026-12-25", "reason": "Natal"}],
    }


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 12, 24), date(2026, 12, 24), "Tutup 24 Desember 2026: Natal"),
        (date(2026, 12, 24), date(2026, 12, 25), "Tutup 24–25 Desember 2026: Natal"),
        (date(2026, 12, 31), date(2027, 1, 1), "Tutup 31 Desember 2026 sampai 1 Januari 2027: Natal"),
    ],
)
def test_a_closure_is_said_in_words(first, last, text):
    assert Closure(first, last, "Natal").text == text


def test_weekdays_written_twice_are_found():
    assert repeated_weekdays([0, 1, 0, 4, 4, 4]) == {0, 4}
