"""What counts is decided from all notes, whatever the order in which they came (reference: attendance, 22 rules)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.events.attendance.rules import (
    STATUSES,
    Decision,
    Note,
    Place,
    arrival,
    decide,
    expected,
    is_odd,
    totals,
)

EIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)  # 08.00 WIB


def note(key, status, minute=0, *, replaces=(), person=1, automatic=False, held=False):
    when = EIGHT + timedelta(minutes=minute)
    return Note(key, person, status, when, frozenset(replaces), automatic, held)


def counted(*notes):
    found = decide(notes)
    return found.status, found.unsure


def test_nobody_said_anything_is_unmarked():
    assert decide([]) == Decision("", None, (), False)


def test_two_sightings_are_one_and_the_first_counts():
    found = decide([note("b", "hadir", 4), note("a", "hadir", 2)])
    assert found == Decision("hadir", "a", ("a", "b"), False)


def test_somebody_seen_in_time_and_late_was_in_time():
    assert counted(note("a", "terlambat", 30), note("b", "hadir", 5)) == ("hadir", False)


def test_who_was_seen_was_there_though_another_did_not_see_him():
    assert counted(note("a", "tidak_hadir", 50), note("b", "hadir", 5)) == ("hadir", False)


@pytest.mark.parametrize("other", ["izin", "sakit", "diwakili"])
def test_what_contradicts_itself_is_to_be_made_sure(other):
    assert counted(note("a", other, 50), note("b", "hadir", 5)) == ("hadir", True)


def test_absent_and_excused_contradict_each_other_where_people_said_so():
    assert counted(note("a", "tidak_hadir"), note("b", "izin")) == ("izin", True)


def test_what_closing_assumed_gives_way_to_what_somebody_saw():
    assert counted(note("a", "tidak_hadir", 120, automatic=True), note("b", "izin", 5)) == ("izin", False)


def test_a_correction_counts_against_plain_marks():
    marks = [note("a", "hadir", 2), note("b", "hadir", 3)]
    assert counted(*marks, note("c", "izin", 1, replaces=["a", "b"])) == ("izin", False)


def test_a_correction_that_did_not_know_another_mark_is_to_be_made_sure():
    found = [note("a", "hadir", 2), note("b", "hadir", 3), note("c", "izin", 9, replaces=["a"])]
    assert counted(*found) == ("izin", True)


def test_of_two_corrections_of_one_note_the_later_counts_and_is_to_be_made_sure():
    found = [note("a", "hadir"), note("b", "izin", 5, replaces=["a"]), note("c", "sakit", 6, replaces=["a"])]
    assert counted(*found) == ("sakit", True)


def test_a_correction_of_a_correction_counts():
    found = [note("a", "hadir"), note("b", "izin", 5, replaces=["a"]), note("c", "hadir", 1, replaces=["b"])]
    assert counted(*found) == ("hadir", False)


def test_taking_back_takes_back_what_it_names_and_nothing_else():
    taken = note("x", "", 9, replaces=["a"])
    assert counted(note("a", "hadir"), taken) == ("", False)
    assert counted(note("a", "hadir"), note("b", "izin"), taken) == ("izin", False)


def test_a_correction_may_arrive_before_what_it_corrects():
    assert counted(note("c", "izin", 5, replaces=["a"])) == ("izin", False)


def test_a_held_note_says_nothing():
    assert counted(note("a", "izin"), note("b", "hadir", held=True)) == ("izin", False)


def test_of_two_records_of_one_person_the_stronger_survives():
    assert counted(note("a", "tidak_hadir", person=1), note("b", "izin", person=2)) == ("izin", False)
    assert counted(note("a", "izin", person=1), note("b", "hadir", person=2)) == ("hadir", False)


def test_a_correction_after_two_records_became_one_counts_for_both():
    found = [note("a", "hadir", person=1), note("b", "izin", person=2)]
    assert counted(*found, note("c", "sakit", person=1, replaces=["a", "b"])) == ("sakit", False)


NOTES = st.lists(
    st.builds(
        note,
        st.sampled_from("abcdefgh"),
        st.sampled_from([*STATUSES, ""]),
        st.integers(0, 90),
        replaces=st.sets(st.sampled_from("abcdefgh"), max_size=2),
        person=st.sampled_from([1, 2]),
        automatic=st.booleans(),
        held=st.booleans(),
    ),
    unique_by=lambda one: one.id,
)


@given(NOTES, st.randoms())
def test_the_order_of_arrival_changes_nothing(notes, random):
    shuffled = list(notes)
    random.shuffle(shuffled)
    assert decide(shuffled) == decide(notes)


@given(NOTES)
def test_what_counts_is_what_somebody_noted(notes):
    found = decide(notes)
    assert (found.note is None) == (found.status == "")
    assert found.note is None or {one.id: one.status for one in notes}[found.note] == found.status
    assert found.note is None or found.note in found.heads


@pytest.mark.parametrize(
    ("minute", "limit", "status"),
    [(0, 15, "hadir"), (15, 15, "hadir"), (15.01, 15, "terlambat"), (-20, 15, "hadir"), (90, None, "hadir")],
)
def test_who_comes_after_the_limit_is_late(minute, limit, status):
    assert arrival("hadir", EIGHT + timedelta(minutes=minute), EIGHT, limit) == status


def test_nobody_is_late_who_is_excused():
    assert arrival("izin", EIGHT + timedelta(hours=1), EIGHT, 15) == "izin"


@pytest.mark.parametrize(
    ("seconds_off", "minute", "odd"),
    [
        (0, 5, False),
        (300, 5, False),
        (301, 5, True),
        (-86400, 5, True),
        (0, -121, True),
        (0, 239, False),
        (0, 241, True),
    ],
)
def test_a_clock_that_is_off_and_a_moment_far_outside_are_worth_a_look(seconds_off, minute, odd):
    found = is_odd(
        timedelta(seconds=seconds_off), EIGHT + timedelta(minutes=minute), EIGHT, EIGHT + timedelta(hours=2)
    )
    assert found is odd


@given(st.dictionaries(st.integers(1, 60), st.sampled_from([*STATUSES, ""])))
def test_the_sum_of_all_statuses_is_who_was_expected(statuses):
    found = totals(statuses)
    parts = found.present + found.excused + found.ill + found.represented + found.absent + found.unmarked
    assert parts == found.expected == len(statuses)
    assert found.late <= found.present


def test_whoever_is_late_is_present_and_shown_apart():
    assert totals({1: "hadir", 2: "terlambat", 3: ""}).words == "2 hadir, 1 di antaranya terlambat"
    assert totals({1: "hadir"}).words == "1 hadir"


ENDS = EIGHT + timedelta(hours=2)


def test_whoever_joins_later_was_not_expected_before():
    places = [Place(1, EIGHT - timedelta(days=1)), Place(2, ENDS + timedelta(days=7)), Place(3, ENDS)]
    assert expected(places, ENDS) == {1, 3}


def test_whoever_left_later_stays_in_the_sessions_before():
    places = [Place(1, EIGHT, ENDS + timedelta(days=1)), Place(2, EIGHT, EIGHT + timedelta(minutes=1))]
    assert expected(places, ENDS) == {1}


def test_whoever_was_noted_was_expected():
    assert expected([Place(2, EIGHT, EIGHT)], ENDS, [2, 7]) == {2, 7}
