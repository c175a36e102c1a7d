"""Reads of quizzes and attempts."""

from collections import defaultdict
from collections.abc import Collection
from fractions import Fraction

from django.db.models import Count, IntegerField, Q
from django.db.models.functions import Coalesce, Least

from home.identity.media import VillageImage
from home.pages.queries import visible
from pelatihan.courses.models import LessonPage
from pelatihan.courses.quizzes.models import Question, Quiz, QuizAnswer, QuizAttempt
from pelatihan.courses.quizzes.statistics import Answered, ItemStatistics, item_statistics


def open_quizzes(lessons: Collection[int]) -> list[Quiz]:
    """The quizzes of these lessons that somebody can take, each with `asked`, how many questions it asks. One without
    a question is none: nobody could get through it. One query."""
    known = Count("bank__questions", filter=Q(bank__questions__can_be_asked=True))
    quizzes = Quiz.objects.filter(lesson__in=lessons, is_open=True).annotate(
        known=known, asked=Least("known", Coalesce("draw", "known", output_field=IntegerField()))
    )
    return list(quizzes.filter(known__gt=0).order_by("lesson", "pk"))


def askable(bank: int) -> dict[int, Question]:
    """The questions of a bank that have a right answer, by their keys."""
    return Question.objects.filter(bank=bank, can_be_asked=True).in_bulk()


def public_quiz(pk: int, restricted: tuple[str, ...]) -> Quiz | None:
    """The quiz, if its lesson is one that everybody may read."""
    lessons = visible(LessonPage.objects.all(), restricted)
    return (
        Quiz.objects.filter(pk=pk, lesson__in=lessons.values("pk")).select_related("lesson", "bank").first()
    )


def attempts_of(quiz: Quiz, participant) -> list[QuizAttempt]:
    """In their order."""
    found = list(QuizAttempt.objects.filter(quiz=quiz, participant=participant).order_by("number"))
    for attempt in found:
        attempt.quiz = quiz
    return found


def submitted(quizzes: Collection, people: Collection) -> dict[tuple[int, int], list[QuizAttempt]]:
    """What was handed in, by participant and quiz, in the order of the attempts. An attempt that is not handed in
    counts nowhere. One query."""
    rows = QuizAttempt.objects.filter(quiz__in=quizzes, participant__in=people, submitted_at__isnull=False)
    found: dict[tuple[int, int], list[QuizAttempt]] = defaultdict(list)
    for attempt in rows.select_related("quiz").order_by("number"):
        found[attempt.participant_id, attempt.quiz_id].append(attempt)
    return found


def pictures_of(questions: Collection[dict]) -> dict[int, VillageImage]:
    """The pictures that frozen questions show, with their sizes, for two queries. A deleted one is not among them."""
    wanted = {question["picture"] for question in questions}
    wanted |= {row["picture"] for question in questions for row in question["rows"]}
    found = VillageImage.objects.filter(pk__in=wanted - {None}).prefetch_related("renditions")
    return {image.pk: image for image in found}


def statistics_of(quiz: Quiz, people: Collection) -> list[tuple[dict, ItemStatistics]]:
    """Of each question of a quiz, in each of its wordings: how these people did in their first attempt. Later ones
    have seen the questions. The hardest first."""
    first = [attempts[0] for (_, of), attempts in submitted([quiz.pk], people).items() if of == quiz.pk]
    totals = {attempt.pk: attempt.share for attempt in first}
    answers: dict[tuple, list[Answered]] = defaultdict(list)
    for answer in QuizAnswer.objects.filter(attempt__in=list(totals)):
        # A question that was deleted is told by its words.
        item = (answer.question_id or answer.frozen["text"], answer.version)
        answers[item].append(Answered(answer.frozen, answer.given, answer.mark, totals[answer.attempt_id]))
    found = [(items[0].frozen, item_statistics(items)) for items in answers.values()]
    return sorted(found, key=lambda line: (line[1].share, line[0]["text"]))


def class_average(attempts: Collection[QuizAttempt]) -> Fraction | None:
    """None where nobody handed anything in."""
    shares = [attempt.share for attempt in attempts]
    return sum(shares, Fraction()) / len(shares) if shares else None
