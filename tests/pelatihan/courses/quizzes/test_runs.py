"""Attempts begin, are saved and handed in: each once, whatever is pressed twice."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from pelatihan.courses.progress.models import LessonFinished
from pelatihan.courses.progress.queries import progress_table, step_ids
from pelatihan.courses.progress.runs import mark_steps
from pelatihan.courses.quizzes import rules, runs
from pelatihan.courses.quizzes.queries import (
    open_quizzes,
    people_without_attempts,
    statistics_of,
    submitted,
)
from pelatihan.models import ExtraAttempts, QuizAnswer, QuizAttempt
from tests.factories.home import ImageFactory, UserFactory
from tests.factories.pelatihan import (
    BankFactory,
    ParticipantFactory,
    QuestionFactory,
    QuizFactory,
    TrainingClassFactory,
)
from tests.parallel import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def siti():
    return ParticipantFactory(name="Siti")


@pytest.fixture
def quiz():
    return QuizFactory(questions=4, pass_percent=50)


def right(answer) -> list[str]:
    return answer.frozen["right"]


def wrong(answer) -> list[str]:
    return [next(o["key"] for o in answer.frozen["options"] if o["key"] not in answer.frozen["right"])]


def answer(attempt, *how):
    """Answers the questions in their order, each with `right`, `wrong` or None."""
    rows = attempt.answers.order_by("number")
    runs.save(attempt, {row.number: say and say(row) for row, say in zip(rows, how, strict=False)})


# Beginning.


def test_begun_twice_it_is_one_attempt(siti, quiz):
    assert runs.start(quiz, siti) == runs.start(quiz, siti)
    assert (QuizAttempt.objects.count(), QuizAnswer.objects.count()) == (1, 4)


def test_the_next_attempt_draws_anew_and_the_limit_holds(siti):
    quiz = QuizFactory(questions=3, max_attempts=2)
    first = runs.submit(runs.start(quiz, siti))
    second = runs.submit(runs.start(quiz, siti))
    assert (first.number, second.number) == (1, 2)
    with pytest.raises(runs.NoAttemptsLeft):
        runs.start(quiz, siti)
    assert QuizAttempt.objects.count() == 2


def test_the_database_refuses_an_attempt_too_many_and_a_second_open_one(siti, quiz):
    facts = {"quiz": quiz, "participant": siti, "pass_percent": 50, "seed": 1}
    QuizAttempt.objects.create(**facts, number=1, allowed=1)
    for number, allowed in ((2, 1), (1, None), (2, None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            QuizAttempt.objects.create(**facts, number=number, allowed=allowed)


def test_one_persons_attempts_are_nobody_elses(siti, quiz):
    other = ParticipantFactory()
    assert runs.start(quiz, siti) != runs.start(quiz, other)


def test_a_bank_without_a_right_answer_has_nothing_to_ask(siti):
    quiz = QuizFactory()
    QuestionFactory(
        bank=quiz.bank, answer=[("satu", {"options": [{"text": "A", "right": False, "feedback": ""}]})]
    )
    QuestionFactory(bank=quiz.bank, answer=[])
    with pytest.raises(runs.NothingToAsk):
        runs.start(quiz, siti)
    assert open_quizzes([quiz.lesson_id]) == []


def test_a_draw_is_counted_by_what_there_is_to_draw():
    few, many = QuizFactory(questions=2, draw=5), QuizFactory(questions=5, draw=2)
    found = open_quizzes([few.lesson_id, many.lesson_id])
    assert {quiz.pk: quiz.asked for quiz in found} == {few.pk: 2, many.pk: 2}


def test_first_and_last_test_of_a_bank_ask_the_same_questions(siti):
    bank = BankFactory()
    for _ in range(12):
        QuestionFactory(bank=bank)
    asked = []
    for purpose in ("awal", "akhir"):
        for somebody in (siti, ParticipantFactory()):
            attempt = runs.start(QuizFactory(bank=bank, purpose=purpose, draw=4), somebody)
            asked.append(set(attempt.answers.values_list("question", flat=True)))
    assert [len(questions) for questions in asked] == [4] * 4
    assert asked == asked[:1] * 4


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("allowed", [1, 3])
def test_twenty_begin_at_the_same_moment_and_the_limit_holds(tmp_path, allowed):
    somebody, quiz = ParticipantFactory(), QuizFactory(questions=2, max_attempts=allowed)

    def look():
        attempts = QuizAttempt.objects.filter(submitted_at__isnull=False).order_by("number")
        return [(attempt.number, attempt.answers.count()) for attempt in attempts]

    def begin_and_hand_in():
        runs.submit(runs.start(quiz, somebody))

    ended, numbers = at_once(tmp_path, [begin_and_hand_in] * 20, look)
    assert {type(end) for end in ended} <= {type(None), runs.NoAttemptsLeft}
    assert numbers == [(number, 2) for number in range(1, len(numbers) + 1)]
    assert 1 <= len(numbers) <= allowed


def use_up(quiz, somebody) -> int:
    """Hands in blank attempts until there is none left; answers how many."""
    count = 0
    while True:
        try:
            runs.submit(runs.start(quiz, somebody))
        except runs.NoAttemptsLeft:
            return count
        count += 1


def test_one_attempt_more_is_one_however_often_the_button_is_pressed(siti):
    quiz, by, other = QuizFactory(questions=1, max_attempts=2), UserFactory(), ParticipantFactory()
    assert use_up(quiz, siti) == 2
    for _ in range(2):
        runs.give_one_more(quiz, siti, 2, by)
    assert use_up(quiz, siti) == 1
    runs.give_one_more(quiz, siti, 3, by)
    runs.give_one_more(quiz, siti, 2, by)  # from an old screen
    assert (use_up(quiz, siti), use_up(quiz, other)) == (1, 2)
    assert ExtraAttempts.objects.get().count == 2


def test_who_has_used_up_his_attempts_is_known(siti):
    quiz = QuizFactory(questions=1, max_attempts=1)
    passed, running, fresh = (ParticipantFactory() for _ in range(3))
    use_up(quiz, siti)
    attempt = runs.start(quiz, passed)
    answer(attempt, right)
    runs.submit(attempt)
    runs.start(quiz, running)
    people = [siti.pk, passed.pk, running.pk, fresh.pk]
    assert people_without_attempts(quiz, people) == {siti.pk: 1}
    runs.give_one_more(quiz, siti, 1, UserFactory())
    assert people_without_attempts(quiz, people) == {}


def test_what_a_picture_shows_is_kept_with_the_attempt(siti):
    quiz, image = QuizFactory(), ImageFactory(description="Gembok tertutup")
    pairs = [
        {"picture": image, "alt": "", "text": "Aman"},
        {"picture": image, "alt": "Segitiga", "text": "Awas"},
    ]
    QuestionFactory(bank=quiz.bank, picture=image, answer=[("jodohkan", {"pairs": pairs, "feedback": ""})])
    frozen = runs.start(quiz, siti).answers.get().frozen
    assert (frozen["alt"], {row["alt"] for row in frozen["rows"]}) == (
        "Gembok tertutup",
        {"Gembok tertutup", "Segitiga"},
    )


# Saving.


def test_a_question_stays_as_it_was_when_the_attempt_began(siti, quiz):
    attempt = runs.start(quiz, siti)
    question = quiz.bank.questions.first()
    before = attempt.answers.get(question=question)
    question.text = "Lain?"
    question.save()
    kept = attempt.answers.get(question=question)
    assert (kept.frozen, kept.version, question.version) == (before.frozen, 1, 2)
    question.delete()
    answer(attempt, right, right, right, right)
    assert runs.submit(attempt).share == 1


def test_nothing_is_judged_before_it_is_handed_in(siti, quiz):
    attempt = runs.start(quiz, siti)
    answer(attempt, wrong, None)
    attempt.refresh_from_db()
    assert (attempt.passed, attempt.earned) == (None, None)
    assert set(attempt.answers.values_list("earned", flat=True)) == {None}


def test_one_answer_leaves_the_others_alone(siti, quiz):
    attempt = runs.start(quiz, siti)
    answer(attempt, right, right)
    runs.save(attempt, {2: None})
    given = list(attempt.answers.order_by("number").values_list("given", flat=True))
    assert [bool(one) for one in given] == [True, False, False, False]


# Handing in.


def test_handed_in_twice_the_first_result_stands(siti, quiz):
    attempt = runs.start(quiz, siti)
    answer(attempt, right, right, wrong, None)
    first = runs.submit(attempt)
    assert not runs.save(attempt, {3: right(attempt.answers.get(number=3))})
    second = runs.submit(attempt)
    assert (first.share, first.passed, first.submitted_at) == (Fraction(1, 2), True, second.submitted_at)
    assert second.share == first.share


def test_what_was_needed_is_what_was_said_at_the_start(siti, quiz):
    attempt = runs.start(quiz, siti)
    quiz.pass_percent = 100
    quiz.save()
    answer(attempt, right, right)
    assert runs.submit(attempt).passed


def test_the_stored_score_equals_a_recomputation(siti):
    quiz = QuizFactory(pass_percent=Decimal("66.67"))
    kinds = {
        "beberapa": {"options": [{"text": t, "right": t in "AC", "feedback": ""} for t in "ABCD"]},
        "urutan": {"items": ["Buka", "Tulis", "Simpan"], "feedback": ""},
        "isian": {"accepted": ["balai desa"], "feedback": ""},
    }
    for kind, value in kinds.items():
        QuestionFactory(bank=quiz.bank, answer=[(kind, value)])
    attempt = runs.start(quiz, siti)
    says = {"beberapa": lambda key: key[:1], "urutan": lambda key: key, "isian": lambda key: "Balai Desa"}
    for row in attempt.answers.all():
        runs.save(attempt, {row.number: says[row.frozen["kind"]](row.frozen["right"])})
    attempt = runs.submit(attempt)
    marks = [rules.judge(row.frozen, row.given) for row in attempt.answers.all()]
    assert [row.mark for row in attempt.answers.all()] == marks
    assert attempt.share == rules.score(marks) == Fraction(5, 6)
    assert (attempt.passed, attempt.words) == (True, "Lulus: 83,33 dari 66,67 yang diperlukan.")


def test_statistics_count_first_attempts_that_were_handed_in(siti, quiz):
    """Kolibri 5585: unfinished quizzes were averaged into the class's result."""
    first = runs.start(quiz, siti)
    answer(first, right, right, wrong, wrong)
    runs.submit(first)
    again = runs.start(quiz, siti)
    answer(again, right, right, right, right)
    runs.submit(again)
    unfinished = ParticipantFactory()
    answer(runs.start(quiz, unfinished), wrong)
    handed_in = submitted([quiz.pk], [siti, unfinished])
    found = statistics_of([attempts[0] for attempts in handed_in.values()])
    assert [(line.people, line.right) for _, line in found] == [(1, 0), (1, 0), (1, 1), (1, 1)]


# The lesson.


def test_a_passed_quiz_of_a_lesson_whose_steps_are_done_finishes_it(siti, quiz):
    lesson = quiz.lesson
    mark_steps(siti, lesson, step_ids(lesson))
    attempt = runs.start(quiz, siti)
    runs.submit(attempt)
    assert not LessonFinished.objects.filter(participant=siti).exists()
    again = runs.start(quiz, siti)
    answer(again, right, right, right, right)
    runs.submit(again)
    assert LessonFinished.objects.filter(participant=siti, lesson=lesson).exists()
    assert progress_table([siti], [lesson])[siti.pk, lesson.pk].finished


# Paper.


def test_a_sheet_sent_twice_is_one_sheet_and_everybody_answers_the_same(siti, quiz):
    one, by = TrainingClassFactory(members=[siti]), UserFactory(first_name="Ani", last_name="")
    key = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    paper = runs.make_paper(quiz, one, key)
    assert runs.make_paper(quiz, one, key) == paper
    typed = [runs.type_in(paper, who, {}, by) for who in (siti, ParticipantFactory())]
    assert len({str([row.frozen for row in attempt.answers.all()]) for attempt in typed}) == 1
    assert typed[0].typed_by_name == "Ani"


def test_a_sheet_typed_in_again_is_corrected_and_no_second_attempt(siti, quiz):
    paper, by = runs.make_paper(quiz, TrainingClassFactory(), uuid4()), UserFactory()
    first = runs.type_in(paper, siti, {}, by)
    rights = {row.number: right(row) for row in first.answers.all()}
    second = runs.type_in(paper, siti, rights, by)
    assert (second.pk, second.number, second.share, second.passed) == (first.pk, 1, 1, True)
    assert (first.share, first.passed) == (0, False)


def test_paper_and_screen_count_to_one_limit(siti):
    quiz = QuizFactory(questions=2, max_attempts=2)
    by, one = UserFactory(), TrainingClassFactory()
    open_one = runs.start(quiz, siti)
    runs.type_in(runs.make_paper(quiz, one, uuid4()), siti, {}, by)
    with pytest.raises(runs.NoAttemptsLeft):
        runs.type_in(runs.make_paper(quiz, one, uuid4()), siti, {}, by)
    assert runs.start(quiz, siti) == open_one


def test_a_clock_an_hour_wrong_ends_no_attempt(siti, quiz):
    attempt = runs.start(quiz, siti)
    QuizAttempt.objects.filter(pk=attempt.pk).update(started_at=timezone.now() + timedelta(hours=1))
    answer(attempt, right, right, right, right)
    assert runs.submit(attempt).passed
