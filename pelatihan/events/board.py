"""The class board: each person and each lesson, and who is stuck where. One reading for the screen, the print and the
table file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from home.pages.queries import visible
from pelatihan.courses.models import CoursePage, LessonPage
from pelatihan.courses.progress.queries import Reading, read
from pelatihan.courses.progress.rules import Progress
from pelatihan.events.models import Membership, Observation, Participant, TrainingClass
from pelatihan.events.queries import members
from pelatihan.events.rules import LEVELS


@dataclass(frozen=True)
class Cell:
    """One person in one lesson. `level` is what the facilitator saw, or None."""

    progress: Progress
    level: int | None
    is_here: bool  # the lesson he is in the middle of

    @property
    def words(self) -> str:
        """What stands in the cell, "selesai, dibantu"."""
        parts = [self.progress.words if self.progress.done or self.progress.finished else ""]
        if self.level is not None:
            parts.append(LEVELS[self.level])
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Line:
    membership: Membership
    cells: list[Cell]

    @property
    def finished(self) -> int:
        return sum(cell.progress.finished for cell in self.cells)


@dataclass(frozen=True)
class Stuck:
    """Somebody in the middle of a lesson, and what a check last told him."""

    participant: Participant
    lesson: LessonPage
    step: int
    step_title: str
    since: datetime
    told: str
    level: int | None


@dataclass(frozen=True)
class Board:
    training_class: TrainingClass
    courses: list[tuple[CoursePage, list[LessonPage]]]
    lessons: list[LessonPage]
    lines: list[Line]
    stuck: list[Stuck]  # whoever stands still longest comes first


def lessons_by_course(courses, restricted: tuple[str, ...]) -> list[tuple[CoursePage, list[LessonPage]]]:
    """These courses with their public lessons, both in the order of the page tree. Two queries."""
    found = list(visible(courses, restricted).order_by("path"))
    below: dict[str, list[LessonPage]] = {course.path: [] for course in found}
    lessons = visible(LessonPage.objects.all(), restricted).order_by("path")
    for lesson in lessons:
        below.get(lesson.path[: -LessonPage.steplen], []).append(lesson)
    return [(course, below[course.path]) for course in found]


def read_board(training_class: TrainingClass, restricted: tuple[str, ...]) -> Board:
    courses = lessons_by_course(training_class.courses.all(), restricted)
    lessons = [lesson for _, below in courses for lesson in below]
    memberships = members(training_class)
    people = [membership.participant for membership in memberships]
    reading = read(people, lessons)
    table, here = reading.table, reading.standings
    seen = {
        (person, lesson): level
        for person, lesson, level in Observation.objects.filter(
            participant__in=people, lesson__in=lessons
        ).values_list("participant_id", "lesson_id", "level")
    }
    lines = [
        Line(
            membership,
            [
                Cell(
                    table[person.pk, lesson.pk],
                    seen.get((person.pk, lesson.pk)),
                    person.pk in here and here[person.pk].lesson == lesson.pk,
                )
                for lesson in lessons
            ],
        )
        for membership, person in zip(memberships, people, strict=True)
    ]
    return Board(training_class, courses, lessons, lines, _stuck(people, reading, seen))


def _stuck(people, reading: Reading, seen) -> list[Stuck]:
    """Sorted by how long they wait."""
    here = reading.standings

    def found() -> Iterator[Stuck]:
        for person in people:
            standing = here.get(person.pk)
            if standing is None:
                continue
            lesson = reading.lessons[standing.lesson]
            pair = person.pk, lesson.pk
            title = lesson.steps.raw_data[standing.step - 1]["value"].get("title", "")
            yield Stuck(
                person, lesson, standing.step, title, standing.since, reading.told(pair), seen.get(pair)
            )

    return sorted(found(), key=lambda stuck: stuck.since)
