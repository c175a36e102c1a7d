"""Reads of progress, for one person as for a whole class."""

from collections import defaultdict
from collections.abc import Collection

from pelatihan.courses.activities import all_activities
from pelatihan.courses.progress.models import LessonFinished, StepDone
from pelatihan.courses.progress.rules import Progress, Standing, next_step, progress, step_key


def step_ids(lesson) -> list[str]:
    """The ids of a lesson's steps in their order, without reading its pictures."""
    return [str(block["id"]) for block in lesson.steps.raw_data if block.get("id")]


def required_keys(lessons: Collection) -> dict[int, set[str]]:
    """What each lesson asks for now."""
    keys = {lesson.pk: {step_key(step) for step in step_ids(lesson)} for lesson in lessons}
    for known in all_activities():
        for lesson, asked in known.required(lessons).items():
            keys[lesson] |= asked
    return keys


def progress_table(people: Collection, lessons: Collection) -> dict[tuple[int, int], Progress]:
    """How far each of these participants is in each of these lessons, by the keys of both. A few queries, however many
    there are."""
    persons, pages = [person.pk for person in people], [lesson.pk for lesson in lessons]
    asked = required_keys(lessons)
    done: dict[tuple[int, int], set[str]] = defaultdict(set)
    for person, lesson, step in _steps(persons, pages).values_list("participant_id", "lesson_id", "step"):
        done[person, lesson].add(step_key(step))
    for known in all_activities():
        for pair, keys in known.done(persons, pages).items():
            done[pair] |= keys
    finished = set(
        LessonFinished.objects.filter(participant__in=persons, lesson__in=pages).values_list(
            "participant_id", "lesson_id"
        )
    )
    return {
        (person, lesson): progress(
            asked[lesson], done.get((person, lesson), ()), (person, lesson) in finished
        )
        for person in persons
        for lesson in pages
    }


def standings(people: Collection, lessons: Collection) -> dict[int, Standing]:
    """For each participant who is in the middle of a lesson: where he last did something, and since when he is there.
    One query."""
    by_key = {lesson.pk: lesson for lesson in lessons}
    steps: dict[tuple[int, int], dict] = defaultdict(dict)
    rows = _steps([person.pk for person in people], list(by_key))
    for person, lesson, step, at in rows.values_list("participant_id", "lesson_id", "step", "done_at"):
        steps[person, lesson][step] = at
    found: dict[int, Standing] = {}
    for (person, lesson), done in steps.items():
        number = next_step(step_ids(by_key[lesson]), done)
        since = max(done.values())
        if number and (person not in found or found[person].since < since):
            found[person] = Standing(lesson, number, since)
    return found


def done_steps(participant, lesson) -> set[str]:
    return set(StepDone.objects.filter(participant=participant, lesson=lesson).values_list("step", flat=True))


def _steps(people: Collection[int], lessons: Collection[int]):
    return StepDone.objects.filter(participant__in=people, lesson__in=lessons)
