"""What lessons are told about their quizzes."""

from collections import defaultdict

from pelatihan.courses.activities import Activity, LessonActivities
from pelatihan.courses.quizzes import rules
from pelatihan.courses.quizzes.models import Quiz, QuizAttempt
from pelatihan.courses.quizzes.queries import open_quizzes, submitted


class QuizActivities(LessonActivities):
    def of_lesson(self, lesson) -> list[Activity]:
        return [
            Activity(quiz.key, quiz.title, _note(quiz), f"/pelatihan/saya/kuis/{quiz.pk}/", "check")
            for quiz in open_quizzes([lesson.pk])
        ]

    def required(self, lessons) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for quiz in open_quizzes([lesson.pk for lesson in lessons]):
            found[quiz.lesson_id].add(quiz.key)
        return dict(found)

    def done(self, people, lessons) -> dict[tuple[int, int], set[str]]:
        passed = QuizAttempt.objects.filter(
            participant__in=people, quiz__lesson__in=lessons, passed=True
        ).values_list("participant_id", "quiz__lesson_id", "quiz_id")
        found: dict[tuple[int, int], set[str]] = defaultdict(set)
        for person, lesson, quiz in passed:
            found[person, lesson].add(Quiz(pk=quiz).key)
        return dict(found)

    def told(self, people, lessons) -> dict[tuple[int, int], str]:
        quizzes = Quiz.objects.filter(lesson__in=lessons).values_list("pk", flat=True)
        found = {}
        for (person, _), attempts in submitted(quizzes, people).items():
            last = attempts[-1]
            if not any(attempt.passed for attempt in attempts):
                found[person, last.quiz.lesson_id] = f"{last.quiz.title}: {last.words}"
        return found


def _note(quiz: Quiz) -> str:
    questions = f"{quiz.asked} soal"
    if quiz.purpose == rules.PRE:
        return f"{questions}. Untuk melihat apa yang sudah Anda tahu; tidak ada yang gagal."
    tries = f", boleh dicoba {quiz.max_attempts} kali" if quiz.max_attempts else ""
    return f"{questions}, lulus dengan {rules.number(quiz.pass_percent)} dari 100{tries}."
