"""Reads of quizzes and attempts."""

from collections import Counter, defaultdict
from collections.abc import Collection
from fractions import Fraction

from django.db.models import Count, IntegerField, Q
from django.db.models.functions import Coalesce, Least

from home.identity.media import VillageImage
from home.pages.queries import visible
from pelatihan.courses.models import LessonPage
from pelatihan.courses.quizzes import rules
from pelatihan.courses.quizzes.models import ExtraAttempts, Question, Quiz, QuizAnswer, QuizAttempt
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


def allowed(quiz: Quiz, participant) -> int | None:
    """How many attempts this person has; None without limit."""
    if quiz.max_attempts is None:
        return None
    extra = ExtraAttempts.objects.filter(quiz=quiz, participant=participant).first()
    return rules.attempts_allowed(quiz.max_attempts, extra.count if extra else 0)


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


def statistics_of(first: Collection[QuizAttempt]) -> list[tuple[dict, ItemStatistics]]:
    """Of each question of a quiz, in each of its wordings: how people did in these attempts, the first ones of each.
    Later ones have seen the questions. The hardest question comes first. One query."""
    totals = {attempt.pk: attempt.share for attempt in first}
    answers: dict[tuple, list[Answered]] = defaultdict(list)
    for answer in QuizAnswer.objects.filter(attempt__in=list(totals)):
        # A question that was deleted is told by its words.
        item = (answer.question_id or answer.frozen["text"], answer.version)
        answers[item].append(Answered(answer.frozen, answer.given, answer.mark, totals[answer.attempt_id]))
    found = [(items[0].frozen, item_statistics(items)) for items in answers.values()]
    return sorted(found, key=lambda line: (line[1].share, line[0]["text"]))


def average(shares: Collection[Fraction]) -> Fraction | None:
    """None where there are none."""
    return sum(shares, Fraction()) / len(shares) if shares else None


def people_without_attempts(quiz: Quiz, people: Collection) -> dict[int, int]:
    """Who among them has used up his attempts without passing, with how many he used. Two queries."""
    if quiz.max_attempts is None:
        return {}
    extras = dict(
        ExtraAttempts.objects.filter(quiz=quiz, participant__in=people).values_list("participant", "count")
    )
    used: Counter[int] = Counter()
    through: set[int] = set()  # those who passed, or are in the middle of an attempt
    for person, passed in QuizAttempt.objects.filter(quiz=quiz, participant__in=people).values_list(
        "participant", "passed"
    ):
        used[person] += 1
        if passed is not False:
            through.add(person)
    return {
        person: count
        for person, count in used.items()
        if person not in through
        and rules.attempts_left(rules.attempts_allowed(quiz.max_attempts, extras.get(person, 0)), count) == 0
    }


def quizzes_of_class(training_class, restricted: tuple[str, ...]) -> list[Quiz]:
    """The quizzes of the lessons of a class's courses, those too that are closed, in the order of the lessons."""
    lessons = visible(LessonPage.objects.all(), restricted)
    below = Q()
    for path in training_class.courses.values_list("path", flat=True):
        below |= Q(path__startswith=path)
    if not below:
        return []
    return list(
        Quiz.objects.filter(lesson__in=lessons.filter(below).values("pk"))
        .select_related("lesson")
        .order_by("lesson__path", "pk")
    )


def first_test_before(attempt: QuizAttempt) -> QuizAttempt | None:
    """Of a last test: how the same person did in the first test with the same questions."""
    if attempt.quiz.purpose != rules.POST:
        return None
    before = QuizAttempt.objects.filter(
        participant=attempt.participant_id,
        quiz__bank=attempt.quiz.bank_id,
        quiz__purpose=rules.PRE,
        submitted_at__isnull=False,
    )
    return before.order_by("submitted_at").first()
