"""What a trainer learns from the answers of many."""

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from pelatihan.courses.quizzes import rules
from pelatihan.courses.quizzes.statistics import ENOUGH, Answered, item_statistics
from tests.factories.pelatihan import choices

SOURCE = {
    "kind": "satu",
    "text": "?",
    "picture": None,
    "alt": "",
    "audio": None,
    "answer": choices("A", "B", right=("A",)),
}


def answered(text, total=0, seed=0):
    """Somebody chose the option of that text, in an order of his own; "" is blank."""
    question = rules.freeze(SOURCE, Random(seed))
    chosen = [option["key"] for option in question["options"] if option["text"] == text] or None
    return Answered(question, chosen, rules.judge(question, chosen), Fraction(total))


def test_options_are_counted_by_their_words_however_each_attempt_was_shuffled():
    found = item_statistics([answered(text, seed=seed) for seed, text in enumerate(["A", "A", "B", "", "A"])])
    assert (found.people, found.right, found.blank, found.share) == (5, 3, 1, Fraction(3, 5))
    assert found.chosen == (("A", 3, True), ("B", 1, False))


def test_a_class_of_one_is_counted_and_nothing_is_concluded_from_it():
    found = item_statistics([answered("B")])
    assert (found.people, found.separation, found.words) == (1, None, "")


def test_a_question_that_the_best_get_wrong_asks_for_a_look_at_its_key():
    weak = [answered("A", Fraction(1, 10))] * 6
    strong = [answered("B", Fraction(9, 10))] * 6
    found = item_statistics(weak + strong)
    assert found.separation == -1
    assert "kunci" in found.words


def test_a_question_that_parts_who_knows_from_who_does_not():
    found = item_statistics([answered("B", 0)] * 5 + [answered("A", 1)] * 5)
    assert (found.separation, found.words) == (1, "")


def test_hard_and_easy_are_said():
    assert "Sulit" in item_statistics([answered("B", 1)] * ENOUGH).words
    assert "sudah tahu" in item_statistics([answered("A", 1)] * ENOUGH).words


@given(st.lists(st.tuples(st.sampled_from(["A", "B", ""]), st.fractions(0, 1)), min_size=1, max_size=30))
def test_the_figures_keep_their_bounds(people):
    found = item_statistics([answered(text, total) for text, total in people])
    assert 0 <= found.share <= 1
    assert found.right + found.blank <= found.people
    assert (found.separation is None) == (len(people) < ENOUGH)
    assert found.separation is None or -1 <= found.separation <= 1
