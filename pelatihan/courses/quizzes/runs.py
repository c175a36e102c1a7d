"""What changes attempts. All of it may be done twice, from two tabs, or at the same moment."""

from collections.abc import Mapping
from random import Random
from secrets import randbelow

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from pelatihan.courses.progress.runs import settle
from pelatihan.courses.quizzes import rules
from pelatihan.courses.quizzes.models import ExtraAttempts, Quiz, QuizAnswer, QuizAttempt, QuizPaper
from pelatihan.courses.quizzes.queries import allowed, askable, pictures_of

SEEDS = 2**31
_TRIES = 10  # of somebody who begins in many tabs at once


class NoAttemptsLeft(Exception):
    """All attempts are used."""


class NothingToAsk(Exception):
    """The bank has no question with a right answer."""


def asked_now(quiz: Quiz, seed: int) -> list[dict]:
    """The questions that these seeds draw, as they are now: {"question", "version", "frozen"}. Raises NothingToAsk."""
    questions = askable(quiz.bank_id)
    if not questions:
        raise NothingToAsk
    # The first and the last test ask the same: their lot is that of the bank.
    chosen_by = seed if quiz.purpose == rules.PRACTICE else quiz.bank_id
    random = Random(seed)  # noqa: S311  a lot, no secret
    drawn = [questions[key] for key in rules.draw(list(questions), quiz.draw, chosen_by, seed)]
    asked = [
        {"question": one.pk, "version": one.version, "frozen": rules.freeze(one.source, random)}
        for one in drawn
    ]
    _describe([question["frozen"] for question in asked])
    return asked


def _describe(questions: list[dict]) -> None:
    """What a picture shows stands at the question, or where the picture was uploaded; from now on with the attempt."""
    pictures = pictures_of(questions)
    for thing in (*questions, *(row for question in questions for row in question["rows"])):
        if thing["picture"] in pictures and not thing["alt"]:
            thing["alt"] = pictures[thing["picture"]].default_alt_text


def start(quiz: Quiz, participant) -> QuizAttempt:
    """The attempt that somebody is in, or else a new one. The row is the reservation: pressed twice, or in two tabs,
    it is one attempt. Raises NoAttemptsLeft, NothingToAsk."""
    seed = randbelow(SEEDS)
    questions = asked_now(quiz, seed)
    for _ in range(_TRIES):
        begun = QuizAttempt.objects.filter(quiz=quiz, participant=participant, submitted_at=None).first()
        if begun is not None:
            return begun
        try:
            with transaction.atomic():
                attempt = _reserve(quiz, participant, seed)
                _ask(attempt, questions)
                return attempt
        except IntegrityError:
            continue  # another tab was quicker: its attempt is the one
    raise NoAttemptsLeft


def _reserve(quiz: Quiz, participant, seed: int, **facts) -> QuizAttempt:
    used = QuizAttempt.objects.filter(quiz=quiz, participant=participant).aggregate(last=Max("number"))[
        "last"
    ]
    number = (used or 0) + 1
    most = allowed(quiz, participant)
    if most is not None and number > most:
        raise NoAttemptsLeft
    return QuizAttempt.objects.create(
        quiz=quiz,
        participant=participant,
        number=number,
        allowed=most,
        pass_percent=quiz.pass_percent,
        seed=seed,
        **facts,
    )


def _ask(attempt: QuizAttempt, questions: list[dict]) -> None:
    QuizAnswer.objects.bulk_create(
        QuizAnswer(
            attempt=attempt,
            number=number,
            question_id=question["question"],
            version=question["version"],
            frozen=question["frozen"],
        )
        for number, question in enumerate(questions, 1)
    )


def _locked(attempt: QuizAttempt) -> QuizAttempt:
    """Within a transaction: nobody hands it in while an answer is saved, nor the other way round. SQLite has no lock on
    a row and needs none, since its transactions write one after the other."""
    return QuizAttempt.objects.select_for_update().get(pk=attempt.pk)


def save(attempt: QuizAttempt, given: Mapping[int, rules.Given]) -> bool:
    """Keeps answers by the number of their question; judges nothing. False where the attempt was handed in before."""
    with transaction.atomic():
        if not _locked(attempt).is_open:
            return False
        for number, answer in given.items():
            QuizAnswer.objects.filter(attempt=attempt, number=number).update(given=answer)
    return True


def submit(attempt: QuizAttempt) -> QuizAttempt:
    """Hands an attempt in and judges it, once: handed in again, the first result stands."""
    with transaction.atomic():
        attempt = _locked(attempt)
        if attempt.is_open:
            _judge(attempt)
    _tell_progress(attempt)
    return attempt


def _judge(attempt: QuizAttempt) -> None:
    answers = list(attempt.answers.all())
    marks = [rules.judge(answer.frozen, answer.given) for answer in answers]
    for answer, mark in zip(answers, marks, strict=True):
        answer.earned, answer.possible = mark.earned, mark.possible
    QuizAnswer.objects.bulk_update(answers, ["earned", "possible"])
    share = rules.score(marks)
    attempt.earned, attempt.possible = share.numerator, share.denominator
    attempt.passed = rules.passes(attempt.quiz.purpose, share, attempt.pass_percent)
    attempt.submitted_at = attempt.submitted_at or timezone.now()
    attempt.save()


def _tell_progress(attempt: QuizAttempt) -> None:
    if attempt.passed and attempt.quiz.lesson is not None:
        settle(attempt.participant, attempt.quiz.lesson)


def give_one_more(quiz: Quiz, participant, seen: int, by) -> None:
    """Lets somebody try once more than he has. `seen` is how many attempts were on the screen: pressed twice, it is
    one more."""
    if quiz.max_attempts is None:
        return
    extra = rules.extra_for_one_more(quiz.max_attempts, seen)
    facts = {
        "count": extra,
        "given_by": by,
        "given_by_name": by.shown_name,
        "given_at": timezone.now(),
    }
    ExtraAttempts.objects.get_or_create(quiz=quiz, participant=participant, defaults=facts)
    # Never less than there was: the screen may be an old one.
    ExtraAttempts.objects.filter(quiz=quiz, participant=participant, count__lt=extra).update(**facts)


# On paper.


def make_paper(quiz: Quiz, training_class, key) -> QuizPaper:
    """A sheet for a class. `key` comes from the form: sent twice, it is one sheet. Raises NothingToAsk."""
    seed = randbelow(SEEDS)
    return QuizPaper.objects.get_or_create(
        key=key,
        defaults={
            "quiz": quiz,
            "training_class": training_class,
            "seed": seed,
            "questions": asked_now(quiz, seed),
        },
    )[0]


def type_in(paper: QuizPaper, participant, given: Mapping[int, rules.Given], by) -> QuizAttempt:
    """What somebody wrote on a sheet becomes an attempt, judged at once. Typed again, it is corrected: the sheet of
    paper has not changed. Raises NoAttemptsLeft."""
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                attempt = _of_paper(paper, participant)
                attempt.typed_by, attempt.typed_by_name = by, by.shown_name
                for number, answer in given.items():
                    QuizAnswer.objects.filter(attempt=attempt, number=number).update(given=answer)
                _judge(attempt)
            _tell_progress(attempt)
            return attempt
        except IntegrityError:
            continue
    raise NoAttemptsLeft


def _of_paper(paper: QuizPaper, participant) -> QuizAttempt:
    known = QuizAttempt.objects.select_for_update().filter(paper=paper, participant=participant).first()
    if known is not None:
        return known
    # It was handed in on paper, so it never stands open beside one that is being filled in on a screen.
    handed_in = {"submitted_at": timezone.now(), "passed": False, "earned": 0, "possible": 1}
    attempt = _reserve(paper.quiz, participant, paper.seed, paper=paper, **handed_in)
    _ask(attempt, paper.questions)
    return attempt
