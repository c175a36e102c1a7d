"""A short answer is right when somebody knows it, however he spells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.courses.quizzes.short_answers import distance, is_right
from project.lib.words import words


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("Balai Desa", "balai desa"),
        ("  di  BALAI desa. ", "balai desa"),
        ("balaidesa", "balai desa"),
        ("oleh Pak Kades", "kades"),
        ("balai dsea", "balai desa"),
        ("sekertaris desa", "sekretaris desa"),
        ("tiga", "3"),
        ("3 hari", "tiga hari"),
        ("dua belas", "12"),
        ("dua puluh lima", "25"),
        ("Rp 2.500", "rp 2500"),
        ("2,5", "2.5"),
        ("ya", "Ya"),
        ("OTP", "otp"),
        ("ibu", "Ibu"),
    ],
)
def test_what_is_meant_is_right(typed, accepted):
    assert is_right(typed, ["lain sama sekali", accepted])


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("", "balai desa"),
        ("   .,! ", "balai desa"),
        ("kantor camat", "balai desa"),
        ("OTB", "OTP"),
        ("tidak boleh", "boleh"),
        ("13", "12"),
        ("2501", "2500"),
        ("2,5", "25"),
        ("2,5", "2,6"),
        ("0812345678", "0812345679"),
        ("balai desa dan kantor camat", "balai desa"),
        ("x" * 5000, "balai desa"),
    ],
)
def test_what_is_something_else_is_wrong(typed, accepted):
    assert not is_right(typed, [accepted])


def test_nothing_accepted_makes_nothing_right():
    assert not is_right("ya", [])
    assert not is_right("ya", ["", "?!"])


@given(st.text(max_size=30))
def test_whatever_has_words_is_right_for_itself(text):
    assert is_right(text, [text]) == bool(words(text))


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_the_distance_is_the_same_both_ways_and_none_only_between_equals(one, other):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
