"""Shapes of the example courses: plain values, no database."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from PIL import Image

from pelatihan.example import screens


@dataclass(frozen=True)
class Step:
    """One action of a lesson.

    ``text`` is HTML. ``picture`` names a file in ``pictures/`` (a screenshot of this very site), "" for none; then
    ``picture_alt`` says what is to be seen. ``expected`` is what the learner should see afterwards; ``trouble`` what
    to try when it is not there.
    """

    title: str
    text: str
    expected: str
    trouble: str = ""
    tip: str = ""
    picture: str = ""
    picture_alt: str = ""
    link_label: str = ""
    link_url: str = ""


@dataclass(frozen=True)
class Option:
    text: str
    feedback: str
    right: bool = False


@dataclass(frozen=True)
class Question:
    """What a learner asks himself at the end."""

    text: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class QuizQuestion:
    """A question of a quiz; ``kind`` is one of pelatihan.courses.quizzes.rules, ``answer`` what its block holds."""

    text: str
    kind: str
    answer: dict
    screen: "Screen | None" = None
    pairs: tuple[tuple["Screen", str], ...] = ()


@dataclass(frozen=True)
class Screen:
    """A drawn picture: what it shows in words, and what draws it."""

    title: str
    words: str
    draw: Callable[[], Image.Image]


@dataclass(frozen=True)
class Exercise:
    """A checked exercise: pairs of a check of the catalogue and its settings."""

    title: str
    task: str
    checks: tuple[tuple[str, dict], ...]
    required: bool = True


@dataclass(frozen=True)
class Lesson:
    """At most eight steps; ``minutes`` for a beginner with help beside."""

    slug: str
    title: str
    intro: str
    goal: str
    minutes: int
    steps: tuple[Step, ...]
    questions: tuple[Question, ...] = ()
    quiz: tuple[QuizQuestion, ...] = ()
    exercises: tuple[Exercise, ...] = field(default=())


@dataclass(frozen=True)
class Course:
    """``audience`` is "perangkat" or "warga"; ``after`` are slugs of courses to do before."""

    slug: str
    title: str
    audience: str
    intro: str
    pillar: str
    digcomp: str
    needs: str
    lessons: tuple[Lesson, ...]
    after: tuple[str, ...] = ()


def one(text: str, right: str, *wrong: str, why: str) -> QuizQuestion:
    """One right answer; ``why`` is read by everybody afterwards."""
    options = [{"text": right, "right": True, "feedback": why}]
    options += [{"text": other, "right": False, "feedback": why} for other in wrong]
    return QuizQuestion(text, "satu", {"options": options})


def several(text: str, right: tuple[str, ...], wrong: tuple[str, ...], why: str) -> QuizQuestion:
    options = [{"text": each, "right": True, "feedback": why} for each in right]
    options += [{"text": each, "right": False, "feedback": why} for each in wrong]
    return QuizQuestion(text, "beberapa", {"options": options})


def statement(text: str, is_true: bool, why: str) -> QuizQuestion:
    return QuizQuestion(text, "benar_salah", {"right": "benar" if is_true else "salah", "feedback": why})


def in_order(text: str, *items: str, why: str) -> QuizQuestion:
    return QuizQuestion(text, "urutan", {"items": list(items), "feedback": why})


def short(text: str, *accepted: str, why: str) -> QuizQuestion:
    return QuizQuestion(text, "isian", {"accepted": list(accepted), "feedback": why})


def found(title: str, question: str, accepted: tuple[str, ...], page: str) -> tuple[str, dict]:
    """Something to be found on the site."""
    return "temukan", {"title": title, "question": question, "accepted": list(accepted), "page": page}


def done(title: str, statement: str, page: str) -> tuple[str, dict]:
    """Something done beside the site."""
    return "lakukan", {"title": title, "statement": statement, "page": page}


def showing(question: QuizQuestion, screen: Screen) -> QuizQuestion:
    """The same question, about a picture."""
    return replace(question, screen=screen)


def message(sender: str, text: str, file: str = "") -> Screen:
    attached = f", dengan lampiran {file}" if file else ""
    words = f"Pesan dari {sender}: “{text}”{attached}."
    return Screen(f"Pesan: {text}"[:80], words, partial(screens.message, sender, text, file))


def payment(name: str, amount: str) -> Screen:
    words = f"Layar pembayaran. Kepada {name}, jumlah {amount}."
    return Screen(f"Bayar {amount} kepada {name}", words, partial(screens.payment, name, amount))


def matching(text: str, *pairs: tuple[Screen, str], why: str) -> QuizQuestion:
    """Pictures and the words that belong to them."""
    return QuizQuestion(text, "jodohkan", {"feedback": why}, pairs=pairs)
