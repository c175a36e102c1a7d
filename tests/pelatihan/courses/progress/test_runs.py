"""What somebody has done stays done, counts once, and is the same wherever it is shown."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail import hooks

from pelatihan.courses.activities import LessonActivities
from pelatihan.courses.progress import runs
from pelatihan.courses.progress.models import LessonFinished, StepDone
from pelatihan.courses.progress.queries import progress_table, read, step_ids
from pelatihan.events.queries import participant_of
from pelatihan.models import LessonPage
from tests.factories.home import UserFactory
from tests.factories.pelatihan import LessonFactory, ParticipantFactory, steps

pytestmark = pytest.mark.django_db


@pytest.fixture
def somebody():
    return ParticipantFactory()


@pytest.fixture
def lesson():
    return LessonFactory(steps=steps("Satu", "Dua", "Tiga"))


def standing(somebody, lesson):
    return progress_table([somebody], [lesson])[somebody.pk, lesson.pk]


def edit(lesson, *titles):
    """Publishes the lesson with other steps; those of the same title keep their ids."""
    kept = {block["value"]["title"]: block for block in lesson.steps.raw_data}
    new = dict(zip(titles, steps(*titles), strict=True))
    lesson.steps = [
        kept.get(title) or {"type": "step", "value": new[title][1], "id": f"new-{title}"} for title in titles
    ]
    lesson.save_revision().publish()
    lesson.refresh_from_db()


def test_a_step_marked_twice_counts_once(somebody, lesson):
    first = step_ids(lesson)[0]
    runs.mark_steps(somebody, lesson, [first])
    runs.mark_steps(somebody, lesson, [first, first])
    assert (standing(somebody, lesson).done, StepDone.objects.count()) == (1, 1)


def test_all_steps_finish_the_lesson_and_keep_the_version_seen(somebody, lesson):
    lesson.save_revision().publish()
    lesson.refresh_from_db()
    runs.mark_steps(somebody, lesson, step_ids(lesson))
    kept = LessonFinished.objects.get()
    assert (kept.title, kept.version) == (lesson.title, lesson.live_revision_id)
    assert standing(somebody, lesson).finished


def test_finished_stays_finished_when_the_lesson_grows(somebody, lesson):
    runs.mark_steps(somebody, lesson, step_ids(lesson))
    edit(lesson, "Satu", "Dua", "Tiga", "Empat")
    found = standing(somebody, lesson)
    assert (found.finished, found.done, found.required) == (True, 3, 4)
    runs.unmark_step(somebody, lesson, step_ids(lesson)[0])
    assert standing(somebody, lesson).finished


def test_a_step_that_an_editor_took_out_is_nothing(somebody, lesson):
    gone = step_ids(lesson)[2]
    edit(lesson, "Satu", "Dua")
    runs.mark_steps(somebody, lesson, [gone, "tidak-ada"])
    assert (standing(somebody, lesson).done, StepDone.objects.count()) == (0, 0)


def test_a_lesson_without_steps_is_never_finished(somebody):
    empty = LessonFactory(steps=[])
    runs.settle(somebody, empty)
    assert not LessonFinished.objects.exists()


def test_one_persons_progress_is_nobody_elses(somebody, lesson):
    other = ParticipantFactory()
    runs.mark_steps(somebody, lesson, step_ids(lesson))
    table = progress_table([somebody, other], [lesson])
    assert (table[somebody.pk, lesson.pk].done, table[other.pk, lesson.pk].done) == (3, 0)


def test_a_quiz_that_is_required_belongs_to_the_lesson(somebody, lesson):
    passed = set()

    class Quizzes(LessonActivities):
        def required(self, lessons):
            return {lesson.pk: {"kuis:1"}}

        def done(self, people, lessons):
            return {(somebody.pk, lesson.pk): passed}

    with hooks.register_temporarily("register_lesson_activities", Quizzes()):
        runs.mark_steps(somebody, lesson, step_ids(lesson))
        before = standing(somebody, lesson)
        passed.add("kuis:1")
        after = runs.settle(somebody, lesson)
    assert (before.done, before.required, before.finished) == (3, 4, False)
    assert (after.done, after.required, after.finished) == (4, 4, True)


def test_progress_of_a_device_is_added_and_not_more(somebody, lesson):
    draft = LessonFactory(live=False, parent=lesson.get_parent().specific)
    kept = {lesson.pk: [step_ids(lesson)[0], "unknown"], draft.pk: step_ids(draft), 987654: ["x"]}
    assert runs.take_over(somebody, kept) == 1
    assert runs.take_over(somebody, kept) == 1
    assert StepDone.objects.count() == 1


def test_the_account_goes_and_what_was_learned_stays(lesson):
    user = UserFactory(first_name="Siti", last_name="Contoh")
    siti = participant_of(user)
    runs.mark_steps(siti, lesson, step_ids(lesson))
    get_user_model().objects.filter(pk=user.pk).delete()
    siti.refresh_from_db()
    assert (siti.name, siti.user, standing(siti, lesson).finished) == ("Siti Contoh", None, True)


def test_the_lesson_goes_and_its_name_stays(somebody, lesson):
    runs.mark_steps(somebody, lesson, step_ids(lesson))
    title = lesson.title
    lesson.delete()
    kept = LessonFinished.objects.get()
    assert (kept.title, kept.lesson) == (title, None)


def test_somebody_stands_where_he_last_did_a_step(somebody, lesson):
    other = LessonFactory(steps=steps("A", "B"), parent=lesson.get_parent().specific)
    runs.mark_steps(somebody, lesson, step_ids(lesson)[:2])
    runs.mark_steps(somebody, other, step_ids(other)[:1])
    long_ago = timezone.now() - timedelta(days=3)
    StepDone.objects.filter(lesson=other).update(done_at=long_ago)
    found = read([somebody, ParticipantFactory()], [lesson, other]).standings
    assert {person: (at.lesson, at.step) for person, at in found.items()} == {somebody.pk: (lesson.pk, 3)}


def test_a_class_is_read_with_as_many_queries_as_one_person(somebody, lesson):
    for _ in range(5):
        LessonFactory(parent=lesson.get_parent().specific)
    stored = list(LessonPage.objects.all())
    people = [somebody, *ParticipantFactory.create_batch(5)]
    with CaptureQueriesContext(connection) as alone:
        progress_table([somebody], stored[:1])
    with CaptureQueriesContext(connection) as together:
        progress_table(people, stored)
    assert len(together) == len(alone)
