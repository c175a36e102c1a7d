"""Who gets which certificate, what its number looks like, and how its code is read.

Being there and being able are two things: a certificate of attendance never says that somebody passed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from home.casework import codes

ATTENDANCE, PASSED = "kehadiran", "lulus"
KINDS = {ATTENDANCE: "Sertifikat kehadiran", PASSED: "Sertifikat lulus pelatihan"}

VALID, REPLACED, REVOKED = "berlaku", "diganti", "dicabut"
STATUSES = {VALID: "Berlaku", REPLACED: "Diganti", REVOKED: "Dicabut"}

# Of a run over a whole programme.
RUNNING, DONE, STOPPED = "berjalan", "selesai", "dihentikan"
RUN_STATES = {RUNNING: "Berjalan", DONE: "Selesai", STOPPED: "Dihentikan"}
ISSUED, KNOWN, LACKING = "terbit", "sudah_ada", "belum_memenuhi"
OUTCOMES = {ISSUED: "Terbit", KNOWN: "Sudah punya", LACKING: "Tidak terbit"}

# What the last test has to be: handed in, or passed.
TAKEN, TO_PASS = "diikuti", "lulus"
TEST_RULES = {TO_PASS: "Lulus tes akhir", TAKEN: "Cukup mengikuti tes akhir"}

# Counted on when the meaning of a condition changes; each certificate keeps the one it was given by.
CONDITIONS_VERSION = 1

REASON_LETTERS = 300
NAME_LETTERS = 200


# Who gets one


@dataclass(frozen=True)
class Conditions:
    """What a programme asks for. `percent` is of the sessions in which somebody was expected."""

    percent: int
    test: str = TO_PASS


@dataclass(frozen=True)
class Task:
    """A required exercise, and how somebody passed it; empty while he has not."""

    title: str
    result: str = ""


@dataclass(frozen=True)
class LastTest:
    """A last test, and how somebody did in it; None while he has not handed it in. `score` is for people."""

    title: str
    passed: bool | None = None
    score: str = ""


@dataclass(frozen=True)
class Facts:
    """What is known of one person in one programme. Of the sessions only those that are closed: what is still to come
    can be neither attended nor missed. Whoever was represented was not there."""

    expected: int
    attended: int
    represented: int = 0
    tasks: tuple[Task, ...] = ()
    tests: tuple[LastTest, ...] = ()


def needed_sessions(expected: int, percent: int) -> int:
    """How many of these sessions are enough, the share compared as it is: of 4 sessions 75 percent are 3, of 5 they
    are 3.75 and so 4."""
    return -(-expected * percent // 100)


def missing(kind: str, facts: Facts, conditions: Conditions) -> list[str]:
    """What somebody lacks for a certificate, in words; nothing where it is due."""
    lacks = _of_attendance(facts, conditions)
    if kind == PASSED:
        lacks += _of_practice(facts.tasks) + _of_tests(facts.tests, conditions.test)
        if conditions.test == TAKEN and not facts.tasks:
            # Somebody who only sat a test has shown nothing yet.
            lacks.append("Program ini belum punya latihan wajib, jadi kelulusan belum dapat dibuktikan.")
    return lacks


def _of_attendance(facts: Facts, conditions: Conditions) -> list[str]:
    if not facts.expected:
        return ["Belum ada sesi yang ditutup dan mengharapkan orang ini."]
    needed = needed_sessions(facts.expected, conditions.percent)
    if facts.attended >= needed:
        return []
    words = f"Baru hadir {facts.attended} dari {facts.expected} sesi; perlu {needed}."
    if facts.represented:
        words += f" Diwakili di {facts.represented} sesi, dan itu tidak dihitung hadir."
    return [words]


def _of_practice(tasks: Iterable[Task]) -> list[str]:
    return [f"Latihan “{task.title}” belum lulus." for task in tasks if not task.result]


def _of_tests(tests: tuple[LastTest, ...], rule: str) -> list[str]:
    if not tests:
        return ["Program ini belum punya tes akhir, jadi kelulusan belum dapat dibuktikan."]
    lacks = [f"Tes akhir “{test.title}” belum diikuti." for test in tests if test.passed is None]
    if rule == TO_PASS:
        lacks += [f"Tes akhir “{test.title}”: {test.score}." for test in tests if test.passed is False]
    return lacks


def attended_words(facts: Facts) -> str:
    """ "hadir 3 dari 4 sesi"."""
    return f"hadir {facts.attended} dari {facts.expected} sesi"


# Numbers

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
NUMBER, MONTH, YEAR = "{nomor}", "{bulan}", "{tahun}"
_TOKEN = re.compile(r"\{[^{}]*\}")


def number_text(form: str, number: int, year: int, month: int) -> str:
    """ "007/SERT-PEL/DESA/XI/2026" for the form "{nomor}/SERT-PEL/DESA/{bulan}/{tahun}"."""
    values = {NUMBER: f"{number:03d}", MONTH: _ROMAN[month - 1], YEAR: str(year)}
    return _TOKEN.sub(lambda token: values[token[0]], form)


def number_form_fault(form: str) -> str:
    """Why numbers of this form could be mistaken for each other or cannot be made; empty where they are fine."""
    tokens = _TOKEN.findall(form)
    if set(re.sub(_TOKEN, "", form)) & set("{}"):
        return "Ada kurung kurawal yang tidak berpasangan."
    if unknown := [token for token in tokens if token not in (NUMBER, MONTH, YEAR)]:
        return f"{unknown[0]} tidak dikenal. Yang dapat dipakai: {NUMBER}, {MONTH}, dan {YEAR}."
    if tokens.count(NUMBER) != 1 or tokens.count(YEAR) != 1:
        return f"Tulis {NUMBER} dan {YEAR} masing-masing satu kali, supaya tidak ada dua nomor yang sama."
    if re.search(r"[0-9}](\{nomor\}|\{tahun\})|(\{nomor\}|\{tahun\})[0-9{]", form):
        return f"Pisahkan {NUMBER} dan {YEAR} dari angka lain, misalnya dengan garis miring."
    return ""


# Codes

_RANDOM_LETTERS = 27  # of five bits each, so more than 128 bits: nobody guesses one
CODE_LETTERS = _RANDOM_LETTERS + 1  # with the check letter; seven groups of four


def new_code() -> str:
    return codes.random(_RANDOM_LETTERS)


def read_code(typed: str) -> str | None:
    """The code that somebody typed or a QR holds, in its one form; None where it cannot be one."""
    try:
        code = codes.read(typed)
    except codes.WrongCode:
        return None
    return code if len(code) == CODE_LETTERS else None
