"""Shapes of the example courses: plain values, no database."""

from dataclasses import dataclass


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
class Lesson:
    """At most eight steps; ``minutes`` for a beginner with help beside."""

    slug: str
    title: str
    intro: str
    goal: str
    minutes: int
    steps: tuple[Step, ...]
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Course:
    """``audience`` is "perangkat" or "warga"."""

    slug: str
    title: str
    audience: str
    intro: str
    pillar: str
    digcomp: str
    needs: str
    lessons: tuple[Lesson, ...]
