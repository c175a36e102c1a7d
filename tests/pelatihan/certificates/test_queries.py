"""What is known of each person of a programme."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pelatihan.certificates.queries import OBSERVED, known, lines_of, settings_of
from pelatihan.certificates.rules import ATTENDANCE, Facts, LastTest, Task, missing
from pelatihan.events.people.merges import merge, undo
from pelatihan.models import Assessment, CertificateSettings, Observation, PracticeAttempt
from tests.factories.certificates import ABSENT, LATE, REPRESENTED, THERE, hold, person, programme_with, sat
from tests.factories.evaluation import ScoreFactory
from tests.factories.home import UserFactory
from tests.factories.pelatihan import (
    CourseFactory,
    EventFactory,
    ExerciseFactory,
    LessonFactory,
    ParticipantFactory,
    QuizFactory,
    RegistrationFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


def facts(programme, name: str) -> Facts:
    found = known(programme, settings_of(programme), ())
    return found.facts[person(programme, name).root]


@pytest.fixture
def trained():
    """A programme with a course: an exercise and a last test in its lesson."""
    programme = programme_with(
        {"Siti": (THERE, LATE, ABSENT, THERE), "Budi": (THERE, REPRESENTED, THERE, ABSENT)}
    )
    course = CourseFactory()
    lesson = LessonFactory(parent=course)
    programme.courses.set([course])
    programme.exercise = ExerciseFactory(lesson=lesson, title="Tulis berita")
    programme.quiz = QuizFactory(lesson=lesson, title="Tes akhir", purpose="akhir", questions=1)
    return programme


def test_the_late_were_there_and_the_represented_were_not(trained):
    siti, budi = facts(trained, "Siti"), facts(trained, "Budi")
    assert (siti.attended, siti.expected, siti.represented) == (3, 4, 0)
    assert (budi.attended, budi.expected, budi.represented) == (2, 4, 1)
    conditions = settings_of(trained).conditions
    assert missing(ATTENDANCE, siti, conditions) == []
    assert missing(ATTENDANCE, budi, conditions) == [
        "Baru hadir 2 dari 4 sesi; perlu 3. Diwakili di 1 sesi, dan itu tidak dihitung hadir."
    ]


def test_only_closed_sessions_count(trained):
    SessionFactory(event=trained.events.get(), state="terbuka")
    SessionFactory(event=trained.events.get(), state="draf")
    found = known(trained, settings_of(trained), ())
    assert found.facts[person(trained, "Siti").pk].expected == 4
    assert (len(found.held), found.to_come) == (4, 2)


def test_whoever_joined_later_was_not_absent_before(trained):
    late = RegistrationFactory(
        event=trained.events.get(), participant=ParticipantFactory(name="Tari"), since="2026-11-28T00:00Z"
    )
    hold(trained, {late.participant: THERE})
    assert (facts(trained, "Tari").attended, facts(trained, "Tari").expected) == (2 - 1, 2)


def test_only_the_chosen_events_count(trained):
    meeting = EventFactory(programme=trained)
    siti = person(trained, "Siti")
    RegistrationFactory(event=meeting, participant=siti)
    hold(trained, {siti: ABSENT}, event=meeting)
    assert facts(trained, "Siti").expected == 5
    asked = CertificateSettings.objects.create(programme=trained)
    asked.events.set([trained.events.exclude(pk=meeting.pk).get()])
    assert facts(trained, "Siti").expected == 4


def test_guests_and_facilitators_are_not_among_the_people(trained):
    guest = RegistrationFactory(event=trained.events.get(), role="narasumber").participant
    assert guest.pk not in known(trained, settings_of(trained), ()).facts


def test_practice_and_last_test_are_read(trained):
    siti = person(trained, "Siti")
    assert facts(trained, "Siti").tasks == (Task("Tulis berita"),)
    assert facts(trained, "Siti").tests == (LastTest("Tes akhir"),)
    attempt = PracticeAttempt.objects.create(
        exercise=trained.exercise,
        participant=siti,
        title="Tulis berita",
        passed_at="2026-11-26T00:00Z",
        result="dibantu",
    )
    sat(trained.quiz, siti, 6999, 10000)
    assert facts(trained, "Siti").tasks == (Task("Tulis berita", "dibantu"),)
    assert facts(trained, "Siti").tests == (LastTest("Tes akhir", False, "69,99 dari 70 yang diperlukan"),)
    sat(trained.quiz, siti, 80, number=2)
    sat(trained.quiz, siti, 10, number=3)
    assert facts(trained, "Siti").tests == (LastTest("Tes akhir", True, "80 dari 70 yang diperlukan"),)
    attempt.delete()
    Observation.objects.create(
        participant=siti, lesson=trained.exercise.lesson, level=1, noted_by_name="Rini"
    )
    assert facts(trained, "Siti").tasks == (Task("Tulis berita"),)  # helped by hand is not yet able
    Observation.objects.update(level=2)
    assert facts(trained, "Siti").tasks == (Task("Tulis berita", OBSERVED),)


def test_a_test_that_is_not_handed_in_is_none(trained):
    attempt = sat(trained.quiz, person(trained, "Siti"), 100)
    type(attempt).objects.update(submitted_at=None, earned=None, possible=None, passed=None)
    assert facts(trained, "Siti").tests == (LastTest("Tes akhir"),)


def test_a_test_on_paper_counts_where_the_programme_tests_on_paper(trained):
    siti = person(trained, "Siti")
    sat(trained.quiz, siti, 100)
    Assessment.objects.create(programme=trained, way="kertas")
    assert facts(trained, "Siti").tests == (LastTest("Tes di kertas"),)
    ScoreFactory(programme=trained, participant=siti, moment="awal", points=10, out_of=10)
    assert facts(trained, "Siti").tests == (LastTest("Tes di kertas"),)
    score = ScoreFactory(programme=trained, participant=siti, moment="akhir", points="6.99", out_of=10)
    assert facts(trained, "Siti").tests == (LastTest("Tes di kertas", False, "69,9 dari 70 yang diperlukan"),)
    score.points = 7
    score.save()
    assert facts(trained, "Siti").tests == (LastTest("Tes di kertas", True, "70 dari 70 yang diperlukan"),)


def test_two_records_of_one_person_count_together(trained):
    siti, budi = person(trained, "Siti"), person(trained, "Budi")
    sat(trained.quiz, budi, 90)
    done = merge(siti, budi, UserFactory())
    found = known(trained, settings_of(trained), ())
    assert set(found.facts) == {siti.pk}
    both = found.facts[siti.pk]
    assert (both.attended, both.expected) == (4, 4)  # Budi was in the third
    assert both.tests[0].passed
    undo(done, None)
    assert facts(trained, "Siti").attended == 3
    assert facts(trained, "Siti").tests[0].passed is None


def queries(programme) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        asked = settings_of(programme)
        lines_of(programme, asked, known(programme, asked, ()))
    return len(caught)


def test_it_costs_the_same_for_many_as_for_few(trained):
    few = queries(trained)
    for _ in range(30):
        RegistrationFactory(event=trained.events.get())
    hold(trained, {person(trained, "Siti"): THERE})
    assert queries(trained) == few
    assert few <= 20
