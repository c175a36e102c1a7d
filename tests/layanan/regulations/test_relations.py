"""The rules of relations: what one regulation may do to another, and what follows for the other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layanan.regulations.relations import (
    BERLAKU,
    CHANGING,
    DICABUT,
    DIUBAH,
    MENCABUT,
    RELATIONS,
    Act,
    Relation,
    faults,
    reaches,
    status_of,
)

BEGIN = date(2020, 1, 1)


def act(pk: int, day: int = 0) -> Act:
    return Act(pk, f"Perdes {pk}", BEGIN + timedelta(days=day))


def positions(source, relations, live=(), revoked=()):
    return [position for position, _ in faults(source, relations, dict(live), dict(revoked))]


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        ([], BERLAKU),
        (["melaksanakan", "menetapkan"], BERLAKU),
        (["mengubah"], DIUBAH),
        (["mengubah_sebagian"], DIUBAH),
        (["mencabut_sebagian"], DIUBAH),
        (["mengubah", "mencabut"], DICABUT),
    ],
)
def test_a_whole_revocation_wins_and_a_partial_one_leaves_it_in_force_as_changed(kinds, status):
    assert status_of(kinds) == status


@given(st.lists(st.sampled_from(sorted(RELATIONS))))
def test_the_status_depends_on_neither_order_nor_number(kinds):
    assert status_of(kinds) == status_of(reversed(kinds)) == status_of(kinds * 2)


@given(st.lists(st.sampled_from(sorted(RELATIONS))), st.sampled_from(sorted(RELATIONS)))
def test_taking_the_last_changing_relation_away_restores_the_status(kinds, kind):
    rest = [other for other in kinds if other not in CHANGING]
    assert status_of(rest) == BERLAKU
    assert status_of([*rest, kind]) == (BERLAKU if kind not in CHANGING else status_of([kind]))


@given(st.sampled_from(sorted(RELATIONS)))
def test_no_regulation_does_anything_to_itself(kind):
    assert positions(act(1), [Relation(kind, act(1))]) == [0]


@given(st.sampled_from(sorted(RELATIONS)), st.integers(-400, 400))
def test_the_target_is_not_younger_than_the_source(kind, days):
    assert positions(act(1), [Relation(kind, act(2, days))]) == ([0] if days > 0 else [])


def test_a_regulation_is_wholly_revoked_once():
    target = act(1)
    assert positions(act(2, 1), [Relation(MENCABUT, target)], revoked={1: "Perdes 9"}) == [0]
    assert positions(act(2, 1), [Relation("mencabut_sebagian", target)], revoked={1: "Perdes 9"}) == []


def test_one_target_is_changed_once_by_the_same_regulation_and_may_be_carried_out_too():
    target = act(1)
    assert positions(act(2), [Relation("mengubah", target), Relation(MENCABUT, target)]) == [1]
    assert positions(act(2), [Relation("mengubah", target), Relation("melaksanakan", target)]) == []
    assert positions(act(2), [Relation("melaksanakan", target)] * 2) == [1]


def test_a_relation_that_only_names_its_target_is_no_fault_and_keeps_its_place():
    assert positions(act(2), [None, Relation("mengubah", act(2))]) == [1]


EDGES = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=12)


@given(EDGES)
def test_relations_that_are_let_through_one_after_another_never_form_a_circle(edges):
    """All of one day, so that the dates alone forbid nothing."""
    live: dict[int, set[int]] = {}
    for source, target in edges:
        others = {pk: targets for pk, targets in live.items() if pk != source}
        own = [Relation("melaksanakan", act(pk)) for pk in live.get(source, ())]
        if not faults(act(source), [*own, Relation("melaksanakan", act(target))], others, {}):
            live.setdefault(source, set()).add(target)
    for source, targets in live.items():
        assert not any(reaches(live, target, source) for target in targets)


@given(EDGES)
def test_every_refusal_of_a_circle_is_needed(edges):
    """What is refused would close one: nothing is forbidden for nothing."""
    live: dict[int, set[int]] = {}
    for source, target in edges:
        others = {pk: targets for pk, targets in live.items() if pk != source}
        if source != target and not faults(act(source), [Relation("mengubah", act(target))], others, {}):
            live.setdefault(source, set()).add(target)
        elif source != target:
            assert reaches(others, target, source)
