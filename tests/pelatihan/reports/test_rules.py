"""The figures of a report, checked against ones that were counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.events.people.rules import Neighbourhood
from pelatihan.events.programmes.rules import FEW, HIDDEN
from pelatihan.reports import rules
from pelatihan.reports.rules import Group, Person


def person(key, rt=None, rw=None, sex="", age="", element="", **statuses):
    numbered = {int(name[1:]): status for name, status in statuses.items()}
    return Person(key, f"Orang {key}", sex, age, Neighbourhood(rw, rt), element, numbered)


PEOPLE = [
    person(1, 1, sex="P", age="lansia", element="PKK", s1="hadir", s2="hadir"),
    person(2, 1, 2, sex="L", age="dewasa", element="Ketua RT", s1="terlambat", s2="izin"),
    person(3, 3, sex="L", age="dewasa", element="ketua rt", s1="tidak_hadir"),
    person(4, sex="P", element="Ketua RT", s2="hadir"),
    person(5, 3, s1="diwakili", s2=""),
]


def test_people_and_visits_are_two_figures():
    assert rules.attendance(PEOPLE) == rules.Attendance(
        registered=5, present=3, visits=4, expected_visits=8, rt=1, without_rt=1
    )


def test_by_rt_a_spelling_without_rw_joins_the_one_that_has_it():
    found = rules.by_rt(PEOPLE)
    assert found == [Group("RT 03", 2, 0), Group("RT 01/RW 02", 2, 2), Group("tanpa RT", 1, 1)]


def test_by_sex_age_and_element():
    assert rules.by_sex(PEOPLE) == [
        Group("Laki-laki", 2, 1),
        Group("Perempuan", 2, 2),
        Group("Tidak dicatat", 1, 0),
    ]
    assert [(one.name, one.registered) for one in rules.by_age(PEOPLE)] == [
        ("36–59 tahun", 2),
        ("60 tahun ke atas", 1),
        ("Tidak dicatat", 2),
    ]
    assert rules.by_element(PEOPLE) == [
        Group("Ketua RT", 3, 2),
        Group("PKK", 1, 1),
        Group("tidak dicatat", 1, 0),
    ]


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (24, 30, "80,0 %"),
        (1, 3, "33,3 %"),
        (2, 3, "66,7 %"),
        (1, 16, "6,3 %"),
        (0, 5, "0,0 %"),
        (5, 5, "100,0 %"),
        (1, 0, "–"),
    ],
)
def test_a_share_is_rounded_once_from_the_exact_one(part, whole, words):
    assert rules.percent(part, whole) == words


def test_a_small_cell_is_hidden_and_cannot_be_told_from_the_sum():
    groups = [Group("RT 01", 12, 10), Group("RT 02", 3, 0), Group("RT 03", 7, 6)]
    assert rules.for_everybody(groups) == [
        ("RT 01", "12", "10"),
        ("RT 02", HIDDEN, HIDDEN),
        ("RT 03", "–", "–"),
    ]


def test_two_small_cells_are_not_told_by_their_sum():
    """Of two groups of at least one person, a sum of two says that each is one, and of eight that each is four. Of two
    groups of which some came, perhaps none, a sum of two does not."""
    for small, came in ((1, "18"), (4, "–")):
        groups = [Group("PKK", small, small), Group("BPD", small, small), Group("Warga", 20, 18)]
        hidden = [("PKK", HIDDEN, HIDDEN), ("BPD", HIDDEN, HIDDEN), ("Warga", "–", came)]
        assert rules.for_everybody(groups) == hidden
    groups = [Group("PKK", 2, 2), Group("BPD", 3, 1), Group("Warga", 20, 18)]
    assert rules.for_everybody(groups)[2] == ("Warga", "20", "18")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_nobody_can_be_counted_out_of_a_table_for_everybody(numbers):
    shown = rules.for_everybody([Group(str(place), *pair) for place, pair in enumerate(numbers)])
    for column in (0, 1):
        cells = [(pair[column], line[column + 1]) for pair, line in zip(numbers, shown, strict=True)]
        assert all(word == str(number) or word in {HIDDEN, "–"} for number, word in cells)
        assert all(not 0 < number < FEW or word == HIDDEN for number, word in cells)
        hidden = [number for number, word in cells if word in {HIDDEN, "–"}]
        others = any(number and word == str(number) for number, word in cells)
        assert len(hidden) != 1 or not others
