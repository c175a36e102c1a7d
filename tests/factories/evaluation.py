"""Makes what an evaluation is made of."""

from decimal import Decimal

import factory

from pelatihan.courses.quizzes.models import QuizAnswer, QuizAttempt
from pelatihan.courses.quizzes.rules import POST, PRE
from pelatihan.courses.quizzes.runs import asked_now
from pelatihan.evaluation.models import Reaction, ReactionSheet, Score
from tests.factories.pelatihan import ParticipantFactory, ProgrammeFactory, QuizFactory, SessionFactory


class ScoreFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Score

    programme = factory.SubFactory(ProgrammeFactory)
    participant = factory.SubFactory(ParticipantFactory)
    moment = "awal"
    points = Decimal(5)
    out_of = Decimal(10)
    typed_by_name = "Ani"


class ReactionSheetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ReactionSheet

    session = factory.SubFactory(SessionFactory)
    code = factory.Sequence(lambda n: f"K0DE{n}")


class ReactionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Reaction

    session = factory.SubFactory(SessionFactory)
    face = "senang"
    day = factory.LazyAttribute(lambda one: one.session.starts_at.date())


def two_tests(lesson, questions: int = 4):
    """A first and a last test that ask the same, of a lesson."""
    first = QuizFactory(lesson=lesson, purpose=PRE, title="Tes awal internet", questions=questions)
    return first, QuizFactory(lesson=lesson, purpose=POST, title="Tes akhir internet", bank=first.bank)


def taken(quiz, participant, right: int, at, blank: int = 0, **facts) -> QuizAttempt:
    """An attempt that was handed in: so many of its questions right, so many left blank, the others wrong."""
    questions = sorted(asked_now(quiz, 1), key=lambda one: one["question"])
    number = QuizAttempt.objects.filter(quiz=quiz, participant=participant).count() + 1
    attempt = QuizAttempt.objects.create(
        quiz=quiz,
        participant=participant,
        number=number,
        pass_percent=quiz.pass_percent,
        seed=1,
        started_at=at,
        submitted_at=at,
        earned=right,
        possible=len(questions),
        passed=True,
        **facts,
    )
    for place, question in enumerate(questions, 1):
        given = question["frozen"]["right"] if place <= right else ["9"]
        QuizAnswer.objects.create(
            attempt=attempt,
            number=place,
            question_id=question["question"],
            version=question["version"],
            frozen=question["frozen"],
            given=None if place > len(questions) - blank else given,
            earned=int(place <= right),
            possible=1,
        )
    return attempt
