"""What lessons are told about their quizzes."""

from collections import defaultdict

from pelatihan.courses.activities import Activity, LessonActivities, State
from pelatihan.courses.quizzes import rules
from pelatihan.courses.quizzes.models import Quiz
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
        return {pair: set(state.done) for pair, state in self.state(people, lessons).items()}

    def told(self, people, lessons) -> dict[tuple[int, int], str]:
        return {pair: state.told for pair, state in self.state(people, lessons).items() if state.told}

    def state(self, people, lessons) -> dict[tuple[int, int], State]:
        """One query for both."""
        quizzes = Quiz.objects.filter(lesson__in=lessons).values("pk")
        done: dict[tuple[int, int], set[str]] = defaultdict(set)
        told: dict[tuple[int, int], str] = {}
        for (person, _), attempts in submitted(quizzes, people).items():
            quiz = attempts[-1].quiz
            pair = person, quiz.lesson_id
            if any(attempt.passed for attempt in attempts):
                done[pair].add(quiz.key)
            else:
                told[pair] = f"{quiz.title}: {attempts[-1].words}"
        return {
            pair: State(frozenset(done.get(pair, ())), told.get(pair, ""))
            for pair in done.keys() | told.keys()
        }


def _note(quiz: Quiz) -> str:
    questions = f"{quiz.asked} soal"
    if quiz.purpose == rules.PRE:
        return f"{questions}. Untuk melihat apa yang sudah Anda tahu; tidak ada yang gagal."
    tries = f", boleh dicoba {quiz.max_attempts} kali" if quiz.max_attempts else ""
    return f"{questions}, lulus dengan {rules.number(quiz.pass_percent)} dari 100{tries}."
