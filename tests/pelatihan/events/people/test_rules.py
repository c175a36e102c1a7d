"""People are told apart and counted whatever way their names and RT are written."""

from difflib import SequenceMatcher
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pelatihan.events.people import rules
from pelatihan.events.people.rules import (
    NEAR,
    Known,
    Neighbourhood,
    alike,
    count_rt,
    plain_name,
    read_neighbourhood,
    similar,
    united,
)


@pytest.mark.parametrize(
    ("typed", "rt", "rw"),
    [
        ("RT 1", 1, None),
        ("01", 1, None),
        ("1", 1, None),
        ("RT.001/002", 1, 2),
        ("rt 001 rw 002", 1, 2),
        ("RT 03 / RW 01", 3, 1),
        ("RT/RW 004/002", 4, 2),
        ("3/2", 3, 2),
        ("RT.05", 5, None),
        ("RT:7", 7, None),
        ("007/000", 7, None),  # RW 0 is written where there is none
        ("", None, None),
        (" - ", None, None),
    ],
)
def test_an_rt_is_read_in_every_spelling(typed, rt, rw):
    assert read_neighbourhood(typed) == Neighbourhood(rw, rt)


@pytest.mark.parametrize("typed", ["Dusun Kenanga", "RT", "0", "RT 0", "1234", "RT satu", "1/2/3", "=1+1"])
def test_what_is_no_rt_is_said(typed):
    with pytest.raises(ValueError, match="angka"):
        read_neighbourhood(typed)


def near(*spellings):
    return [read_neighbourhood(one) for one in spellings]


def test_spellings_of_one_rt_are_one_rt():
    assert count_rt(near("RT 1", "01", "RT.001/002")) == 1


def test_an_empty_rt_is_not_an_eighth():
    assert count_rt(near("1", "2", "3", "4", "5", "6", "7", "", "-")) == 7


def test_one_number_in_two_rw_is_two_rt():
    assert count_rt(near("1/1", "1/2", "1")) == 2


def test_an_rt_without_rw_joins_the_only_one_of_its_number():
    assert united(near("1", "1/2")) == {
        Neighbourhood(None, 1): Neighbourhood(2, 1),
        Neighbourhood(2, 1): Neighbourhood(2, 1),
    }


def test_an_rt_without_rw_stays_by_itself_where_it_could_be_two():
    assert united(near("1", "1/1", "1/2"))[Neighbourhood(None, 1)] == Neighbourhood(None, 1)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (Neighbourhood(), "tanpa RT"),
        (Neighbourhood(None, 3), "RT 03"),
        (Neighbourhood(12, 103), "RT 103/RW 12"),
        (Neighbourhood(2, None), "RW 02"),
    ],
)
def test_how_an_rt_is_said(at, words):
    assert str(at) == words


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Hj. Nur'aini, S.Pd.", "nuraini"),
        ("Drs. H. Muhammad Yusuf, M.Pd.I", "muhammad yusuf"),
        ("Ma’ruf", "maruf"),
        ("SITI  AMINAH", "siti aminah"),
        ("dr. Rina", "rina"),
        ("I Made Suta", "i made suta"),
        ("José", "jose"),
    ],
)
def test_names_are_compared_without_titles_and_marks(name, plain):
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti Aminah", "SITI AMINAH, S.Pd."),
        ("Siti Aminah", "Siti Aminnah"),
        ("Siti Aminah", "Aminah Siti"),
        ("Nur'aini", "Nuraini"),
        ("Muhammad Yusuf", "Yusuf"),
        ("Budi Santoso Wijaya", "Budi Santoso"),
    ],
)
def test_names_of_one_person_are_similar(one, other):
    assert similar(one, other)
    assert similar(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Siti Aminah", "Siti Rahma"), ("Budi", "Badu"), ("Ani", "Anita Sari"), ("Budi", "…")]
)
def test_names_of_two_people_are_not(one, other):
    assert not similar(one, other)


def plainly_similar(one: str, other: str) -> bool:
    """As the rule says it, without anything that makes it quick."""
    first, second = plain_name(one).split(), plain_name(other).split()
    if not first or not second:
        return False
    short, long = sorted((set(first), set(second)), key=len)
    left_out = short <= long and (len(short) > 1 or len(next(iter(short))) > 3)
    ordered = (" ".join(sorted(words)) for words in (first, second))
    return first == second or left_out or SequenceMatcher(None, *ordered).ratio() >= NEAR


# Few letters, so that names are often nearly the same.
NAMES = st.lists(st.text("abin' ", max_size=9), max_size=4).map(" ".join) | st.text(max_size=30)


@given(NAMES, NAMES)
@example("a" * 150 + " b", "a" * 150 + " c")
@example("Siti Aminah", "Siti Aminnah")
@settings(max_examples=500, deadline=None)
def test_quickly_compared_names_are_the_same_as_plainly_compared_ones(one, other):
    assert similar(one, other) == plainly_similar(one, other)


@given(NAMES, st.integers(0, 8), st.sampled_from("abx "))
def test_a_slip_of_the_hand_is_judged_the_same(name, place, letter):
    other = name[:place] + letter + name[place + 1 :]
    assert similar(name, other) == plainly_similar(name, other)


def test_of_five_hundred_names_few_are_looked_at_closely(monkeypatch):
    """The costly comparison is for names that share most of their letters."""
    looked = []

    class Counting(SequenceMatcher):
        def ratio(self):
            looked.append(1)
            return super().ratio()

    monkeypatch.setattr(rules, "SequenceMatcher", Counting)
    given_names = ("Siti", "Budi", "Nurhayati", "Ahmad", "Wahyu", "Kartini", "Joko", "Dewi", "Hasan", "Yanti")
    families = ("Aminah", "Santoso", "Lubis", "Siregar", "Kurniawan", "Handayani", "Pratama", "Ginting")
    known = [
        Known(number, f"{one} {other} {'abcdefg'[number % 7]}")
        for number, (one, other) in enumerate(product(given_names, families))
    ]
    pairs = [(one, other) for one in known for other in known if one.may_be(other.spelling, other.at)]
    assert len(pairs) >= len(known)
    assert len(looked) < len(known) ** 2 / 20


def test_somebody_of_another_rt_is_somebody_else():
    known = [Known(1, "Siti Aminah", Neighbourhood(None, 1)), Known(2, "Siti Aminah", Neighbourhood(None, 2))]
    assert [one.pk for one in alike("Siti Aminah", Neighbourhood(None, 2), known)] == [2]
    assert [one.pk for one in alike("Siti Aminah", Neighbourhood(), known)] == [1, 2]


def test_the_same_name_comes_before_a_similar_one():
    known = [Known(1, "Siti Aminnah"), Known(2, "Siti Aminah")]
    assert [one.pk for one in alike("siti aminah", Neighbourhood(), known)] == [2, 1]
