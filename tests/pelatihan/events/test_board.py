"""The board, the lesson's own view and the table file never disagree, whatever was done."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from pelatihan.courses.progress import runs as progress
from pelatihan.courses.progress.queries import step_ids
from pelatihan.models import LessonFinished, LessonPage, StepDone
from tests.factories.home import UserFactory
from tests.factories.pelatihan import (
    CourseFactory,
    LessonFactory,
    ParticipantFactory,
    TrainingClassFactory,
    steps,
)

pytestmark = pytest.mark.django_db

PEOPLE, LESSONS, STEPS = 2, 2, 3


@pytest.fixture
def hall():
    """A class of two people, a course of two lessons; the second has no step at all."""
    course = CourseFactory()
    LessonFactory(parent=course, steps=steps(*"ABC"))
    LessonFactory(parent=course, steps=[])
    people = [
        ParticipantFactory(name=f"Orang {number}", user=UserFactory(roles=["Peserta"]))
        for number in range(PEOPLE)
    ]
    leader = UserFactory(roles=["Fasilitator"])
    one = TrainingClassFactory(facilitators=[leader], courses=[course], members=people)
    return one, leader, people, list(LessonPage.objects.child_of(course))


DONE = st.lists(st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, STEPS - 1)), max_size=8)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=DONE, taken_back=DONE)
def test_the_same_progress_everywhere(client, hall, done, taken_back):
    one, leader, people, lessons = hall
    StepDone.objects.all().delete()
    LessonFinished.objects.all().delete()
    ids = step_ids(lessons[0])
    for person, step in done:
        progress.mark_steps(people[person], lessons[0], [ids[step]])
    for person, step in taken_back:
        progress.unmark_step(people[person], lessons[0], ids[step])

    own = []
    for person in people:
        client.force_login(person.user)
        pages = [client.get(f"/pelatihan/saya/pelajaran/{lesson.pk}/") for lesson in lessons]
        own.append([page.context["progress"] for page in pages])
    client.force_login(leader)
    board = client.get(f"/pelatihan/fasilitator/kelas/{one.pk}/").context["board"]
    file = client.get(f"/pelatihan/fasilitator/kelas/{one.pk}/tabel.xlsx").content
    rows = list(load_workbook(io.BytesIO(file)).active.iter_rows(min_row=5, min_col=4, values_only=True))

    assert [[cell.progress for cell in line.cells] for line in board.lines] == own
    assert [[cell.words or None for cell in line.cells] for line in board.lines] == [
        [value or None for value in row] for row in rows
    ]
    assert all(0 <= cell.progress.share <= 1 for line in board.lines for cell in line.cells)
    assert not any(line.cells[1].progress.finished for line in board.lines)
    counted = {
        person: len(
            {step for who, step in done if who == person} - {s for who, s in taken_back if who == person}
        )
        for person in range(PEOPLE)
    }
    assert [line.cells[0].progress.done for line in board.lines] == list(counted.values())
