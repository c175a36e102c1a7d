"""The life of a run has no dead end, and a row that repeats another names it."""

from hypothesis import given
from hypothesis import strategies as st

from home.casework.imports.rules import MOVES, OPEN, STATES, WORK, same_rows


def test_every_state_that_holds_others_up_leads_on():
    leads_on = {source for source, _ in MOVES} | set(WORK)

    assert set(OPEN) <= leads_on
    assert {state for pair in MOVES for state in pair} | set(WORK.values()) <= set(STATES)


def test_a_repeated_row_names_the_first():
    assert same_rows([(4, "b"), (2, "a"), (3, "a"), (9, "a"), (7, ""), (8, "")]) == {3: 2, 9: 2}


@given(st.lists(st.tuples(st.integers(1, 99), st.sampled_from(["", "a", "b"])), unique_by=lambda row: row[0]))
def test_of_each_identity_one_row_is_left(rows):
    repeated = same_rows(rows)
    left = [identity for number, identity in rows if identity and number not in repeated]

    assert sorted(left) == sorted({identity for _, identity in rows if identity})
    assert all(first < number for number, first in repeated.items())
