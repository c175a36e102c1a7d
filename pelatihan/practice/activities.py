"""Exercises among what a lesson asks for."""

from collections import defaultdict

from django.urls import reverse

from pelatihan.courses.activities import Activity, LessonActivities, State
from pelatihan.practice.models import Exercise, PracticeAttempt


def key_of(exercise_id: int) -> str:
    return f"latihan:{exercise_id}"


class ExerciseActivities(LessonActivities):
    def of_lesson(self, lesson) -> list[Activity]:
        return [
            Activity(
                key_of(exercise.pk),
                exercise.title,
                "Latihan yang diperiksa",
                reverse("my_exercise", args=[exercise.pk]),
                "check",
            )
            for exercise in Exercise.objects.filter(lesson=lesson).defer("checks")
        ]

    def required(self, lessons):
        found: dict[int, set[str]] = {}
        rows = Exercise.objects.filter(lesson__in=[lesson.pk for lesson in lessons], required=True)
        for lesson, exercise in rows.values_list("lesson_id", "pk"):
            found.setdefault(lesson, set()).add(key_of(exercise))
        return found

    def done(self, people, lessons):
        return {pair: set(state.done) for pair, state in self.state(people, lessons).items()}

    def told(self, people, lessons):
        return {pair: state.told for pair, state in self.state(people, lessons).items() if state.told}

    def state(self, people, lessons):
        """One query for both."""
        done: dict[tuple[int, int], set[str]] = defaultdict(set)
        told: dict[tuple[int, int], str] = {}
        rows = PracticeAttempt.objects.filter(participant__in=people, exercise__lesson__in=lessons)
        for person, lesson, exercise, passed, findings in rows.order_by("checked_at").values_list(
            "participant_id", "exercise__lesson_id", "exercise_id", "passed_at", "findings"
        ):
            if passed:
                done[person, lesson].add(key_of(exercise))
            else:
                told[person, lesson] = next((one["words"] for one in findings if not one["ok"]), "")
        return {
            pair: State(frozenset(done.get(pair, ())), told.get(pair, ""))
            for pair in done.keys() | told.keys()
        }
