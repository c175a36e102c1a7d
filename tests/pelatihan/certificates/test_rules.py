"""Who gets which certificate, and why not; numbers and codes."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.casework import codes
from pelatihan.certificates.rules import (
    ATTENDANCE,
    CODE_LETTERS,
    PASSED,
    TAKEN,
    TO_PASS,
    Conditions,
    Facts,
    LastTest,
    Task,
    missing,
    needed_sessions,
    new_code,
    number_form_fault,
    number_text,
    read_code,
)

NORMAL = Conditions(75)
DONE = (Task("Tulis berita", "mandiri"),)
GOOD = (LastTest("Tes akhir", True, "80 dari 70 yang diperlukan"),)


@pytest.mark.parametrize(
    ("expected", "percent", "needed"),
    [(4, 75, 3), (5, 75, 4), (3, 75, 3), (1, 75, 1), (8, 75, 6), (7, 1, 1), (3, 100, 3), (0, 75, 0)],
)
def test_the_share_is_compared_as_it_is(expected, percent, needed):
    assert needed_sessions(expected, percent) == needed


def test_exactly_three_of_four_are_enough():
    assert missing(ATTENDANCE, Facts(4, 3), NORMAL) == []


def test_two_of_four_are_told_in_numbers_that_are_true():
    assert missing(ATTENDANCE, Facts(4, 2), NORMAL) == ["Baru hadir 2 dari 4 sesi; perlu 3."]


def test_whoever_was_represented_was_not_there():
    (words,) = missing(ATTENDANCE, Facts(4, 2, represented=1), NORMAL)
    assert words == "Baru hadir 2 dari 4 sesi; perlu 3. Diwakili di 1 sesi, dan itu tidak dihitung hadir."


def test_without_a_closed_session_there_is_nothing_to_certify():
    assert missing(ATTENDANCE, Facts(0, 0), NORMAL) == [
        "Belum ada sesi yang ditutup dan mengharapkan orang ini."
    ]


def test_attendance_asks_for_no_test():
    facts = Facts(4, 4, tasks=(Task("Tulis berita"),), tests=(LastTest("Tes akhir"),))
    assert missing(ATTENDANCE, facts, NORMAL) == []


def test_passing_asks_for_presence_practice_and_test():
    facts = Facts(4, 2, tasks=(Task("Tulis berita"), *DONE), tests=(LastTest("Tes akhir"),))
    assert missing(PASSED, facts, NORMAL) == [
        "Baru hadir 2 dari 4 sesi; perlu 3.",
        "Latihan “Tulis berita” belum lulus.",
        "Tes akhir “Tes akhir” belum diikuti.",
    ]
    assert missing(PASSED, Facts(4, 3, tasks=DONE, tests=GOOD), NORMAL) == []


def test_nobody_passes_where_nothing_was_tested():
    (words,) = missing(PASSED, Facts(4, 4, tasks=DONE), NORMAL)
    assert "belum punya tes akhir" in words


def test_a_test_that_was_failed_by_a_hair_is_told_as_it_was():
    failed = (LastTest("Tes akhir", False, "69,99 dari 70 yang diperlukan"),)
    facts = Facts(4, 4, tests=failed)
    assert missing(PASSED, facts, Conditions(75, TO_PASS)) == [
        "Tes akhir “Tes akhir”: 69,99 dari 70 yang diperlukan."
    ]
    (words,) = missing(PASSED, facts, Conditions(75, TAKEN))
    assert "belum punya latihan wajib" in words
    assert missing(PASSED, replace(facts, tasks=DONE), Conditions(75, TAKEN)) == []


people = st.builds(
    lambda expected, attended, represented, tasks, tests: Facts(
        expected, min(attended, expected), represented, tuple(tasks), tuple(tests)
    ),
    st.integers(0, 60),
    st.integers(0, 60),
    st.integers(0, 5),
    st.lists(st.builds(Task, st.just("Latihan"), st.sampled_from(["", "mandiri", "dibantu"])), max_size=4),
    st.lists(
        st.builds(LastTest, st.just("Tes"), st.sampled_from([None, False, True]), st.just("60 dari 70")),
        max_size=3,
    ),
)
asked = st.builds(Conditions, st.integers(1, 100), st.sampled_from([TAKEN, TO_PASS]))


@given(people, asked)
def test_attendance_is_due_exactly_from_the_share_on(facts, conditions):
    due = facts.expected > 0 and Fraction(facts.attended, facts.expected) >= Fraction(conditions.percent, 100)
    assert (missing(ATTENDANCE, facts, conditions) == []) == due


@given(people, asked)
def test_the_words_are_true_as_they_are_read(facts, conditions):
    """ "need 3, you have 3, not enough" can never be printed (Sensei 943)."""
    for words in missing(ATTENDANCE, facts, conditions):
        found = re.match(r"Baru hadir (\d+) dari (\d+) sesi; perlu (\d+)\.", words)
        if found:
            has, of, needed = map(int, found.groups())
            assert has < needed <= of
            assert Fraction(needed - 1, of) < Fraction(conditions.percent, 100) <= Fraction(needed, of)


@given(people, asked)
def test_whoever_passed_was_there_too(facts, conditions):
    lacks = missing(PASSED, facts, conditions)
    assert set(missing(ATTENDANCE, facts, conditions)) <= set(lacks)
    if not lacks:
        assert facts.tests
        assert all(test.passed is not None for test in facts.tests)
        assert all(task.result for task in facts.tasks)
        if conditions.test == TO_PASS:
            assert all(test.passed for test in facts.tests)
        else:
            assert facts.tasks


@given(people, asked)
def test_one_session_more_takes_nothing_away(facts, conditions):
    better = Facts(facts.expected + 1, facts.attended + 1, facts.represented, facts.tasks, facts.tests)
    for kind in (ATTENDANCE, PASSED):
        assert len(missing(kind, better, conditions)) <= len(missing(kind, facts, conditions))


def test_a_number_as_offices_write_it():
    form = "{nomor}/SERT-PEL/DESA/{bulan}/{tahun}"
    assert number_text(form, 7, 2026, 11) == "007/SERT-PEL/DESA/XI/2026"
    assert number_text(form, 1234, 2026, 1) == "1234/SERT-PEL/DESA/I/2026"


@pytest.mark.parametrize(
    "form",
    [
        "",
        "007/2026",
        "{nomor}/DESA",
        "{tahun}/DESA",
        "{nomor}{tahun}",
        "1{nomor}/{tahun}",
        "{nomor}/{tahun}1",
        "{nomor}/{nomor}/{tahun}",
        "{nomor}/{hari}/{tahun}",
        "{nomor}/{tahun}/{",
        "{nomor.__class__}/{nomor}/{tahun}",
    ],
)
def test_a_form_that_could_give_two_certificates_one_number_is_refused(form):
    assert number_form_fault(form)


@pytest.mark.parametrize(
    "form", ["{nomor}/SERT-PEL/DESA/{bulan}/{tahun}", "400.10/{nomor}/{tahun}", "No. {nomor} th. {tahun}"]
)
def test_forms_that_offices_use_are_taken(form):
    assert number_form_fault(form) == ""


def test_a_code_is_read_however_it_was_copied():
    code = new_code()
    assert len(code) == CODE_LETTERS
    typed = codes.shown(code).lower().replace("0", "o").replace("1", "l").replace("v", "u")
    assert read_code(f"  {typed} ") == code
    assert codes.shown(code).count("-") == 6


@given(st.data())
def test_one_slip_of_the_hand_is_always_noticed(data):
    code = new_code()
    place = data.draw(st.integers(0, CODE_LETTERS - 2))
    other = data.draw(st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ".replace(code[place], "")))
    assert read_code(code[:place] + other + code[place + 1 :]) is None
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert read_code(swapped) == (code if code[place] == code[place + 1] else None)


@given(st.text(max_size=40))
def test_nothing_else_is_a_code(text):
    assert read_code(text) is None


def test_codes_are_all_different():
    assert len({new_code() for _ in range(2000)}) == 2000
