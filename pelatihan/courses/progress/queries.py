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


def steps_of(people: Collection, lessons: Collection) -> list:
    """All that these participants did in these lessons, for both of the reads below. One query; the rows have the
    columns of StepDone and no more, since of a class there are tens of thousands."""
    rows = StepDone.objects.filter(participant__in=people, lesson__in=lessons)
    return list(rows.values_list("participant_id", "lesson_id", "step", "done_at", named=True))


def progress_table(
    people: Collection, lessons: Collection, steps: list | None = None
) -> dict[tuple[int, int], Progress]:
    """How far each of these participants is in each of these lessons, by the keys of both. A few queries, however many
    there are; one less for whoever brings the steps."""
    persons, pages = [person.pk for person in people], [lesson.pk for lesson in lessons]
    asked = required_keys(lessons)
    done: dict[tuple[int, int], set[str]] = defaultdict(set)
    for row in steps_of(people, lessons) if steps is None else steps:
        done[row.participant_id, row.lesson_id].add(step_key(row.step))
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


def standings(lessons: Collection, steps: list) -> dict[int, Standing]:
    """For each participant who is in the middle of a lesson: where he last did something, and since when he is there.
    No query."""
    by_key = {lesson.pk: lesson for lesson in lessons}
    times: dict[tuple[int, int], dict] = defaultdict(dict)
    for row in steps:
        times[row.participant_id, row.lesson_id][row.step] = row.done_at
    found: dict[int, Standing] = {}
    for (person, lesson), done in times.items():
        number = next_step(step_ids(by_key[lesson]), done)
        since = max(done.values())
        if number and (person not in found or found[person].since < since):
            found[person] = Standing(lesson, number, since)
    return found


def done_steps(participant, lesson) -> set[str]:
    return set(StepDone.objects.filter(participant=participant, lesson=lesson).values_list("step", flat=True))
