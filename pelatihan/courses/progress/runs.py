"""What changes progress. All of it may be done twice."""

from collections.abc import Iterable, Mapping

from pelatihan.courses.models import LessonPage
from pelatihan.courses.progress.models import LessonFinished, StepDone
from pelatihan.courses.progress.queries import progress_table, step_ids
from pelatihan.courses.progress.rules import Progress


def mark_steps(participant, lesson: LessonPage, steps: Iterable[str]) -> None:
    """Notes these steps as done. One that the lesson no longer has is nothing: it was edited meanwhile."""
    current = set(step_ids(lesson))
    rows = [StepDone(participant=participant, lesson=lesson, step=step) for step in steps if step in current]
    StepDone.objects.bulk_create(rows, ignore_conflicts=True)
    settle(participant, lesson)


def unmark_step(participant, lesson: LessonPage, step: str) -> None:
    """Takes a step back. Whoever has finished the lesson has finished it."""
    StepDone.objects.filter(participant=participant, lesson=lesson, step=step).delete()


def settle(participant, lesson: LessonPage) -> Progress:
    """Notes that somebody has finished a lesson, once all is done that it asks for now, with the version he saw."""
    now = progress_table([participant], [lesson])[participant.pk, lesson.pk]
    if now.complete and not now.finished:
        LessonFinished.objects.get_or_create(
            participant=participant,
            lesson=lesson,
            defaults={"title": lesson.title, "version": lesson.live_revision_id},
        )
        return Progress(now.done, now.required, finished=True)
    return now


def take_over(participant, kept: Mapping[int, Iterable[str]]) -> int:
    """Adds what was done on a device before. Answers how many lessons something was taken from."""
    lessons = LessonPage.objects.live().public().filter(pk__in=list(kept))
    for lesson in lessons:
        mark_steps(participant, lesson, kept[lesson.pk])
    return len(lessons)
