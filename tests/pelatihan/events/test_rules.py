"""A class is open for four hours at most, and a list of names makes nobody twice."""

from datetime import UTC, datetime, timedelta

import pytest

from pelatihan.events.rules import OPEN_FOR, Named, open_until, read_names

NINE = datetime(2026, 11, 26, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "is_open"),
    [
        (timedelta(0), True),
        (OPEN_FOR - timedelta(seconds=1), True),
        (OPEN_FOR, False),
        (timedelta(hours=-1), False),  # opened by a clock that was an hour ahead
    ],
)
def test_a_class_is_open_for_four_hours(after, is_open):
    assert (open_until(NINE, NINE + after) is not None) == is_open


def test_a_class_that_nobody_opened_is_not_open():
    assert open_until(None, NINE) is None


def test_a_pasted_list_is_names_and_what_tells_them_apart():
    found = read_names(
        "1. Siti Aminah, RT 02\n\n 2)  Budi\u200b  Santoso \n- Siti Aminah, RT 03\n• Nur'aini, S.Pd."
    )
    assert found.people == [
        Named("Siti Aminah", "RT 02"),
        Named("Budi Santoso"),
        Named("Siti Aminah", "RT 03"),
        Named("Nur'aini", "S.Pd."),
    ]
    assert found.faults == []


def test_the_same_person_twice_is_one_and_is_said():
    found = read_names("Siti Aminah\nsiti  AMINAH")
    assert found.people == [Named("Siti Aminah")]
    assert found.faults == [
        "“siti AMINAH” tertulis dua kali. Bila ini dua orang, beri pembeda, misalnya “siti AMINAH, RT 02”."
    ]


def test_somebody_who_is_known_is_not_made_again():
    found = read_names("Budi, RT 01", known={Named("budi", "rt 01").key})
    assert found.people == []
    assert "sudah tercatat" in found.faults[0]


def test_a_line_that_is_no_name_is_said():
    found = read_names(f"{'x' * 201}\n, RT 02")
    assert (len(found.faults), found.people) == (2, [])


def test_a_nik_in_the_list_is_refused_and_not_said_again():
    found = read_names("Siti 1504054102900001, RT 02\nBudi, 15.04.05.410290.0001")
    assert found.people == []
    assert all("NIK" in fault and "1504" not in fault for fault in found.faults)
    assert len(found.faults) == 2
