"""What was learned: every case of the reference, and whatever else scores may be."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.courses.quizzes import rules as quizzes
from pelatihan.evaluation.rules import (
    Figures,
    Pair,
    Reply,
    Result,
    band,
    figures,
    gain,
    gain_number,
    match,
    number,
    question_gain,
    same_question,
)

BEGINS = datetime(2026, 11, 25, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def pairs(*scores: tuple[str | int, str | int]) -> list[Pair]:
    return [Pair(n, Fraction(before), Fraction(after)) for n, (before, after) in enumerate(scores)]


def of_class(before, after, people=24) -> Figures:
    return figures(pairs(*[(before, after)] * people))


# The cases of the reference, one by one.


def test_from_the_top_to_the_top_there_is_no_gain_but_a_place_in_the_averages():
    found = pairs((100, 100), (50, 75))
    assert (found[0].gain, found[0].words) == (None, "sudah maksimal")
    both = figures(found)
    assert (both.before, both.after) == (75, Fraction(175, 2))
    assert (both.mean_gain, both.mean_of, both.people) == (Fraction(1, 2), 1, 2)
    learning = match([Result(0, Fraction(1))], [Result(0, Fraction(1))])
    assert [pair.person for pair in learning.at_top] == [0]
    assert learning.from_top == ()


def test_whoever_falls_from_the_top_is_listed_and_has_neither_zero_nor_infinity():
    (one,) = pairs((100, 90))
    assert (one.gain, one.words, one.points) == (None, "turun dari maksimal", -10)
    learning = match([Result(7, Fraction(1))], [Result(7, Fraction(9, 10))])
    assert [pair.person for pair in learning.from_top] == [7]


def test_a_class_at_the_top_has_no_gain_and_no_crash():
    found = figures(pairs((100, 100), (100, 90), (100, 100), (100, 100), (100, 100)))
    assert (found.before, found.gain, found.mean_gain, found.mean_of, found.band) == (100, None, None, 0, "")
    assert gain_number(found.gain) == "–"


def test_a_loss_is_shown_as_a_loss():
    (one,) = pairs((90, 80))
    assert one.gain == -1
    assert gain_number(one.gain) == "−1,00"


def test_the_mean_of_gains_and_the_gain_of_means_are_two_figures():
    found = figures(pairs((90, 80), (20, 60)))
    assert (found.mean_gain, found.gain) == (Fraction(-1, 4), Fraction(1, 3))
    assert (gain_number(found.mean_gain), gain_number(found.gain)) == ("−0,25", "0,33")


def test_a_gain_of_next_to_nothing_at_the_ceiling_is_called_so():
    found = of_class("98.3", 100)
    assert (found.gain, found.band, found.near_ceiling) == (1, "tinggi", True)
    assert number(found.points, 1) == "1,7"
    assert of_class(85, 90).near_ceiling
    assert not of_class("84.99", 90).near_ceiling


def test_points_percent_and_gain_are_told_apart():
    found = of_class("76.6", "86.6")
    assert (gain_number(found.gain), found.band) == ("0,43", "sedang")
    assert (number(found.points), number(found.percent)) == ("10,00", "13,05")


def test_a_gain_from_the_reference():
    found = of_class("41.7", "79.5")
    assert (gain_number(found.gain), found.band) == ("0,65", "sedang")


def test_whoever_came_to_the_last_test_only_is_counted_and_never_began_at_zero():
    before = [Result(n, Fraction(1, 2)) for n in range(23)]
    after = [Result(n, Fraction(3, 4)) for n in range(24)]
    learning = match(before, after)
    assert (learning.figures.people, learning.only_after, learning.people) == (23, (23,), 24)
    assert (learning.figures.before, learning.figures.gain) == (50, Fraction(1, 2))


def test_whoever_left_early_is_shown_and_counts_for_no_gain():
    learning = match([Result(1, Fraction(1, 10)), Result(2, Fraction(1, 2))], [Result(2, Fraction(1))])
    assert (learning.only_before, learning.figures.before) == ((1,), 50)


def test_of_two_last_tests_the_first_one_after_the_beginning_counts():
    after = [
        Result(1, Fraction(1), BEGINS - HOUR),
        Result(1, Fraction(3, 5), BEGINS + HOUR),
        Result(1, Fraction(1), BEGINS + 2 * HOUR),
    ]
    learning = match([Result(1, Fraction(1, 5), BEGINS - HOUR)], after, BEGINS, BEGINS)
    assert (learning.pairs, learning.repeated, learning.too_early) == ((Pair(1, 20, 60),), 1, 1)


def test_a_first_test_that_came_too_late_is_flagged_and_counts_for_nothing():
    before = [Result(1, Fraction(1, 2), BEGINS + timedelta(minutes=1)), Result(2, Fraction(1, 2), BEGINS)]
    after = [Result(n, Fraction(1), BEGINS + HOUR) for n in (1, 2)]
    learning = match(before, after, BEGINS, BEGINS)
    assert (learning.late_before, [pair.person for pair in learning.pairs]) == ((1,), [2])
    # The facilitator lets the test be written in the hall.
    assert len(match(before, after, BEGINS, BEGINS + HOUR).pairs) == 2


def test_on_paper_nobody_knows_the_minute():
    learning = match([Result(1, Fraction(1, 2))], [Result(1, Fraction(1))], BEGINS, BEGINS)
    assert learning.late_before == ()
    assert len(learning.pairs) == 1


def test_tests_of_another_length_are_compared_by_their_percentages():
    assert match([Result(1, Fraction(5, 10))], [Result(1, Fraction(15, 20))]).pairs == (Pair(1, 50, 75),)


def test_tests_that_ask_other_things_have_no_gain():
    before, after = Result(1, Fraction(1, 2), form="satu"), Result(1, Fraction(1), form="dua")
    learning = match([before], [after])
    assert (learning.unequal, learning.pairs, learning.figures.gain) == ((1,), (), None)


@pytest.mark.parametrize("people", range(5))
def test_a_few_people_have_no_band(people):
    assert of_class(20, 60, people).band == ""


def test_five_people_have_one():
    assert of_class(20, 60, 5).band == "sedang"


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("-1", "rendah"),
        ("0.2999", "rendah"),
        ("0.3", "sedang"),
        ("0.7", "sedang"),
        ("0.7001", "tinggi"),
        ("1", "tinggi"),
    ],
)
def test_the_borders_belong_to_the_middle(value, word):
    assert band(Fraction(value), 5) == word


def test_a_blank_reply_is_something_else_than_a_wrong_one():
    right, wrong, blank = Reply(Fraction(1), False), Reply(Fraction(), False), Reply(Fraction(), True)
    found = question_gain("Apa itu OTP?", [(blank, right), (wrong, right), (wrong, blank), (right, right)])
    assert (found.before, found.after, found.blank_before, found.blank_after) == (25, 75, 1, 1)
    assert (found.gain, found.people) == (Fraction(2, 3), 4)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0.2999", "0,29"),
        ("0.3", "0,30"),
        ("0.2949", "0,29"),
        ("0.7001", "0,71"),
        ("0.7", "0,70"),
        ("0.6999", "0,70"),
        ("-0.001", "0,00"),
        ("0.005", "0,01"),
        ("-1", "−1,00"),
    ],
)
def test_what_is_printed_never_belies_the_band(value, shown):
    assert gain_number(Fraction(value)) == shown


# Whatever scores may be.

SCORES = st.fractions(0, 100, max_denominator=40)
SHARES = st.fractions(0, 1, max_denominator=12)


@given(SCORES, SCORES)
def test_a_gain_is_never_above_one_and_has_the_sign_of_the_points(before, after):
    value = gain(before, after)
    if value is not None:
        assert value <= 1
        assert (value > 0, value < 0) == (after > before, after < before)


@given(st.lists(st.tuples(SCORES, SCORES), min_size=1, max_size=12), st.randoms())
def test_the_order_of_people_changes_nothing(scores, random):
    shuffled = random.sample(scores, len(scores))
    assert figures(pairs(*scores)) == figures(pairs(*shuffled))


@given(
    st.lists(st.tuples(st.integers(0, 6), SHARES, st.sampled_from("ab")), max_size=12),
    st.lists(st.tuples(st.integers(0, 6), SHARES, st.sampled_from("ab")), max_size=12),
)
def test_everybody_is_in_exactly_one_group(before, after):
    learning = match(
        [Result(who, share, form=form) for who, share, form in before],
        [Result(who, share, form=form) for who, share, form in after],
    )
    assert learning.people == len({who for who, _, _ in before + after})
    names = [pair.person for pair in learning.pairs]
    names += [*learning.only_after, *learning.only_before, *learning.late_before, *learning.unequal]
    assert len(names) == len(set(names))


@given(st.fractions(-3, 1))
def test_a_printed_gain_has_the_band_of_the_exact_one(value):
    printed = Fraction(gain_number(value).replace("−", "-").replace(",", "."))
    assert band(printed, 5) == band(value, 5)
    assert abs(printed - value) <= Fraction(1, 100)


# When two questions are one.


def frozen(seed=1, **changes) -> dict:
    options = [
        {"text": "Ya", "right": True, "feedback": ""},
        {"text": "Tidak", "right": False, "feedback": ""},
        {"text": "Mungkin", "right": False, "feedback": ""},
    ]
    source = {"kind": "satu", "text": "Boleh?", "picture": None, "alt": "", "audio": None}
    source |= {"answer": {"options": options}} | changes
    return quizzes.freeze(source, Random(seed))


def test_a_shuffled_question_is_the_same_question():
    assert len({same_question(frozen(seed)) for seed in range(10)}) == 1


def test_a_changed_question_is_another_one():
    turned = [
        {"text": "Ya", "right": False, "feedback": ""},
        {"text": "Tidak", "right": True, "feedback": ""},
        {"text": "Mungkin", "right": False, "feedback": ""},
    ]
    others = [frozen(text="Bolehkah?"), frozen(picture=3), frozen(answer={"options": turned})]
    assert same_question(frozen()) not in {same_question(one) for one in others}


def test_rows_and_short_answers_are_compared_too():
    def order(*items, seed=1):
        return same_question(frozen(seed, kind="urutan", answer={"items": list(items)}))

    def short(*accepted):
        return same_question(frozen(kind="isian", answer={"accepted": list(accepted)}))

    assert order("a", "b", "c") == order("a", "b", "c", seed=5)
    assert order("a", "b", "c") != order("b", "a", "c")
    assert short("balai") == short("balai")
    assert short("balai") != short("kantor")
