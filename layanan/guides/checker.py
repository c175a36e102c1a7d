"""Rules of the requirement checker: questions whose answers lead to the exact list of what to bring.

A tree is a list of questions, the first of which is asked first. An answer leads to another question by its key, or
ends. The answers given on the way pick from the guide's requirements, and may bring some of their own.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import slugify


@dataclass(frozen=True)
class Answer:
    """`next` is the key of the question that follows, empty where this answer ends; `extras` says whether it brings
    requirements of its own."""

    key: str
    text: str = ""
    next: str = ""
    extras: bool = False


@dataclass(frozen=True)
class Question:
    key: str
    text: str = ""
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Fault:
    """What is wrong, in words for the editor, and where: the number of the question, of its answer where it is one,
    and the field. Without a question it is about the whole tree."""

    message: str
    question: int | None = None
    answer: int | None = None
    field: str = "key"


@dataclass(frozen=True)
class Walk:
    """How far some answers lead: each question with its answer, and the question that comes now, none at the end."""

    given: tuple[tuple[Question, Answer], ...]
    question: Question | None

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(answer.key for _, answer in self.given)


def conditions(text: str) -> tuple[str, ...]:
    """The keys of answers in "hilang, rusak", made fit as the keys themselves are."""
    return tuple(key for part in text.split(",") if (key := slugify(part)))


def is_needed(only_for: tuple[str, ...], given: frozenset[str]) -> bool:
    """Whether a requirement belongs to this result: always, or with one of its answers."""
    return not only_for or not given.isdisjoint(only_for)


def walk(questions: list[Question], keys: list[str]) -> Walk | None:
    """Follows the answers from the first question; None where one of them is not there."""
    by_key = {question.key: question for question in questions}
    question, given = (questions[0] if questions else None), []
    for key in keys:
        if question is None or len(given) > len(questions):
            return None
        answer = next((answer for answer in question.answers if answer.key == key), None)
        if answer is None:
            return None
        given.append((question, answer))
        question = None
        if answer.next:
            question = by_key.get(answer.next)
            if question is None:
                return None
    return Walk(tuple(given), question)


def outline(questions: list[Question], limit: int) -> Iterator[tuple[int, Question, Answer, bool]]:
    """All ways in reading order: how deep, the question, the answer, whether it ends here. At most `limit` lines; a
    loop is followed once."""
    by_key = {question.key: question for question in questions}

    def below(question: Question, depth: int, above: tuple[str, ...]):
        for answer in question.answers:
            following = by_key.get(answer.next) if answer.next else None
            yield depth, question, answer, not answer.next
            if following is not None and following.key not in (*above, question.key):
                yield from below(following, depth + 1, (*above, question.key))

    if questions:
        for number, line in enumerate(below(questions[0], 0, ())):
            if number == limit:
                return
            yield line


def faults(questions: list[Question], requirements: list[tuple[str, ...]]) -> list[Fault]:
    """Everything that would leave a resident without a result. `requirements`: for each of the guide's requirements,
    in order, the answers it is for."""
    if not questions:
        named = {key for keys in requirements for key in keys}
        return [Fault(_no_answer(key)) for key in sorted(named)]
    return [
        *_keys(questions),
        *_ends(questions),
        *_loops(questions),
        *_unreachable(questions),
        *_conditions(questions, requirements),
        *_empty_results(questions, requirements),
    ]


def _keys(questions: list[Question]) -> Iterator[Fault]:
    counts = Counter(question.key for question in questions)
    answers = Counter(answer.key for question in questions for answer in question.answers)
    for q, question in enumerate(questions):
        if counts[question.key] > 1:
            yield Fault(f"Kunci “{question.key}” dipakai dua pertanyaan. Beri kunci lain.", q)
        for a, answer in enumerate(question.answers):
            if answers[answer.key] > 1:
                yield Fault(f"Kunci “{answer.key}” dipakai dua jawaban. Beri kunci lain.", q, a)


def _ends(questions: list[Question]) -> Iterator[Fault]:
    known = {question.key for question in questions}
    for q, question in enumerate(questions):
        if not question.answers:
            yield Fault("Pertanyaan ini buntu: belum ada jawabannya.", q, field="answers")
        for a, answer in enumerate(question.answers):
            if answer.next and answer.next not in known:
                yield Fault(f"Tidak ada pertanyaan dengan kunci “{answer.next}”.", q, a, "next")


def _successors(questions: list[Question]) -> dict[str, list[str]]:
    known = {question.key for question in questions}
    following = {question.key: [] for question in questions}
    for question in questions:
        following[question.key] += [answer.next for answer in question.answers if answer.next in known]
    return following


def _reached(following: dict[str, list[str]], starts: list[str]) -> set[str]:
    found, waiting = set(), list(starts)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += following[key]
    return found


def _loops(questions: list[Question]) -> Iterator[Fault]:
    following = _successors(questions)
    for q, question in enumerate(questions):
        for a, answer in enumerate(question.answers):
            if answer.next in following and question.key in _reached(following, [answer.next]):
                yield Fault("Jawaban ini memutar: warga kembali ke pertanyaan yang sama.", q, a, "next")


def _unreachable(questions: list[Question]) -> Iterator[Fault]:
    reached = _reached(_successors(questions), [questions[0].key])
    for q, question in enumerate(questions):
        if question.key not in reached:
            yield Fault("Tidak ada jawaban yang menuju pertanyaan ini.", q)


def _no_answer(key: str) -> str:
    return f"Ada syarat yang hanya untuk jawaban “{key}”, tetapi jawaban itu tidak ada."


def _conditions(questions: list[Question], requirements: list[tuple[str, ...]]) -> Iterator[Fault]:
    answers = {answer.key for question in questions for answer in question.answers}
    for key in sorted({key for keys in requirements for key in keys} - answers):
        yield Fault(_no_answer(key))


def _empty_results(questions: list[Question], requirements: list[tuple[str, ...]]) -> Iterator[Fault]:
    """Ends that can be reached by answers none of which asks for anything."""
    if () in requirements:
        return
    asked = {key for keys in requirements for key in keys}
    following = {question.key: [] for question in questions}
    for question in questions:
        for answer in question.answers:
            if not answer.extras and answer.key not in asked and answer.next in following:
                following[question.key].append(answer.next)
    bare = _reached(following, [questions[0].key])
    for q, question in enumerate(questions):
        for a, answer in enumerate(question.answers):
            if question.key in bare and not answer.next and not answer.extras and answer.key not in asked:
                yield Fault("Hasilnya kosong: tidak ada syarat untuk jalan ini.", q, a, "next")
