"""What a lesson asks for besides its steps: quizzes, exercises. Each of these subjects tells by the hook
"register_lesson_activities" what it knows, an instance of `LessonActivities`; courses need not know them."""

from collections.abc import Collection
from dataclasses import dataclass

from wagtail import hooks

Keys = set[str]
Person = int  # key of a participant
Lesson = int  # key of a lesson page


@dataclass(frozen=True)
class Activity:
    """A way in, on the lesson's page. `key` is what its completion is called in the progress ("kuis:3")."""

    key: str
    label: str
    note: str
    url: str
    icon: str


@dataclass(frozen=True)
class State:
    """What somebody has done of a lesson's activities, and what he was last told where he is not through."""

    done: frozenset[str] = frozenset()
    told: str = ""


class LessonActivities:
    """What one subject knows; each answer takes at most one or two queries, however many people and lessons."""

    def of_lesson(self, lesson) -> list[Activity]:
        """For the lesson's public page, the same for everyone. At most one query."""
        return []

    def required(self, lessons: Collection) -> dict[Lesson, Keys]:
        """What has to be done, now, for each lesson page."""
        return {}

    def done(
        self, people: Collection[Person], lessons: Collection[Lesson]
    ) -> dict[tuple[Person, Lesson], Keys]:
        """What is done. What is no longer required may be among it."""
        return {}

    def told(
        self, people: Collection[Person], lessons: Collection[Lesson]
    ) -> dict[tuple[Person, Lesson], str]:
        """What was last said to somebody who is not through with it, in one sentence, for the facilitator."""
        return {}

    def state(
        self, people: Collection[Person], lessons: Collection[Lesson]
    ) -> dict[tuple[Person, Lesson], State]:
        """Both at once, for whoever shows both; a subject that reads them from one table does so in one query."""
        done, told = self.done(people, lessons), self.told(people, lessons)
        return {
            pair: State(frozenset(done.get(pair, ())), told.get(pair, ""))
            for pair in done.keys() | told.keys()
        }


def all_activities() -> list[LessonActivities]:
    return hooks.get_hooks("register_lesson_activities")


def activities_of(lesson) -> list[Activity]:
    """None for a lesson that has no key yet: it is only being previewed."""
    if lesson.pk is None:
        return []
    return [activity for known in all_activities() for activity in known.of_lesson(lesson)]
