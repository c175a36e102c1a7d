"""Reads of progress, for one person as for a whole class."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from pelatihan.courses.activities import State, all_activities
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


@dataclass(frozen=True)
class Reading:
    """What is known of some people in some lessons, read once for all that is shown of it."""

    people: list[int]
    lessons: dict[int, Page]
    asked: dict[int, set[str]]
    steps: dict[tuple[int, int], dict[str, datetime]]
    states: list[dict[tuple[int, int], State]]
    finished: set[tuple[int, int]]

    @property
    def table(self) -> dict[tuple[int, int], Progress]:
        """How far each person is in each lesson, by the keys of both."""
        return {
            (person, lesson): progress(
                self.asked[lesson], self._done((person, lesson)), (person, lesson) in self.finished
            )
            for person in self.people
            for lesson in self.lessons
        }

    def _done(self, pair: tuple[int, int]) -> set[str]:
        done = {step_key(step) for step in self.steps.get(pair, ())}
        return done.union(*(states[pair].done for states in self.states if pair in states))

    @property
    def standings(self) -> dict[int, Standing]:
        """For each person who is in the middle of a lesson: where he last did something, and since when he is there."""
        found: dict[int, Standing] = {}
        for (person, lesson), done in self.steps.items():
            number = next_step(step_ids(self.lessons[lesson]), done)
            since = max(done.values())
            if number and (person not in found or found[person].since < since):
                found[person] = Standing(lesson, number, since)
        return found

    def told(self, pair: tuple[int, int]) -> str:
        """What a check or a quiz last said."""
        return next((states[pair].told for states in self.states if pair in states and states[pair].told), "")


def read(people: Collection, lessons: Collection) -> Reading:
    """A few queries, however many people and lessons there are."""
    persons, pages = [person.pk for person in people], [lesson.pk for lesson in lessons]
    steps: dict[tuple[int, int], dict[str, datetime]] = defaultdict(dict)
    rows = StepDone.objects.filter(participant__in=persons, lesson__in=pages)
    for person, lesson, step, at in rows.values_list("participant_id", "lesson_id", "step", "done_at"):
        steps[person, lesson][step] = at
    finished = LessonFinished.objects.filter(participant__in=persons, lesson__in=pages)
    return Reading(
        people=persons,
        lessons={lesson.pk: lesson for lesson in lessons},
        asked=required_keys(lessons),
        steps=dict(steps),
        states=[known.state(persons, pages) for known in all_activities()],
        finished=set(finished.values_list("participant_id", "lesson_id")),
    )


def progress_table(people: Collection, lessons: Collection) -> dict[tuple[int, int], Progress]:
    """How far each of these participants is in each of these lessons, by the keys of both."""
    return read(people, lessons).table


def done_steps(participant, lesson) -> set[str]:
    return set(StepDone.objects.filter(participant=participant, lesson=lesson).values_list("step", flat=True))
