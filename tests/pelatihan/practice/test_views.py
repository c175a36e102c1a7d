"""The screen of an exercise: begin, have it checked, read what to do next, begin again."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from wagtail.models import Page

from pelatihan.courses.progress import runs as progress
from pelatihan.courses.progress.queries import progress_table, step_ids
from pelatihan.models import PracticeAttempt
from pelatihan.practice import runs
from tests.factories.home import UserFactory
from tests.factories.pelatihan import (
    ExerciseFactory,
    LessonFactory,
    ParticipantFactory,
    TrainingClassFactory,
    practice_room,
)
from tests.pelatihan.practice.office import TWO, Office

pytestmark = pytest.mark.django_db


@pytest.fixture
def siti(client):
    room = practice_room(name="Siti")
    client.force_login(room.participant.user)
    return Office(client, room)


def at(exercise) -> str:
    return f"/pelatihan/saya/latihan/{exercise.pk}/"


def in_folder(siti) -> list[Page]:
    return list(Page.objects.child_of(siti.room.folder))


def post(siti, exercise, act, **data) -> str:
    return siti.client.post(at(exercise), {"act": act, **data}, follow=True).content.decode()


def test_from_the_beginning_to_passed(siti):
    exercise = ExerciseFactory()
    assert "Mulai latihan" in siti.client.get(at(exercise)).content.decode()
    assert "Periksa pekerjaan saya" in post(siti, exercise, "mulai")
    assert "Belum ada berita" in post(siti, exercise, "periksa")
    page = siti.news(texts=TWO[:1])
    said = post(siti, exercise, "periksa")
    assert f"/admin/pages/{page.pk}/edit/#panel-child-isi-body-section" in said
    siti.edit(page)
    assert "Lulus mandiri" in post(siti, exercise, "periksa")


def test_begun_twice_it_has_begun_once(siti):
    exercise = ExerciseFactory(asks=["tabel"])
    for _ in range(2):
        post(siti, exercise, "mulai")
    assert PracticeAttempt.objects.count() == 1
    assert len(in_folder(siti)) == 1


def test_beginning_again_brings_back_what_was_put_there_and_keeps_what_was_passed(siti):
    exercise = ExerciseFactory(asks=["tarik"])
    attempt = runs.begin(exercise, siti.room.participant)
    [page] = in_folder(siti)
    siti.unpublish(page)
    post(siti, exercise, "periksa")
    post(siti, exercise, "ulang")
    attempt.refresh_from_db()
    [again] = in_folder(siti)
    assert (again.pk == page.pk, again.live, attempt.result) == (False, True, "mandiri")


def test_without_a_room_it_says_whom_to_ask(client):
    client.force_login(UserFactory(roles=["Peserta"]))
    exercise = ExerciseFactory()
    answer = client.post(at(exercise), {"act": "mulai"}, follow=True)
    assert "Minta fasilitator" in answer.content.decode()
    assert not PracticeAttempt.objects.exists()


def test_staff_make_their_own_room(client):
    operator = UserFactory(roles=["Operator"])
    client.force_login(operator)
    client.post(at(ExerciseFactory()), {"act": "mulai"})
    assert operator.participant.practice_room.is_open


def test_what_was_typed_stays_beside_what_is_wrong_with_it(client):
    client.force_login(UserFactory(roles=["Peserta"]))
    exercise = ExerciseFactory(
        asks=[("temukan", {"question": "Berapa?", "accepted": ["tujuh"], "page": "/"})]
    )
    name = f"jawaban-{exercise.checks[0].id}"
    answer = client.post(at(exercise), {"act": "periksa", name: "<delapan>"})
    text = answer.content.decode()
    assert ('value="&lt;delapan&gt;"' in text, "belum tepat" in text) == (True, True)


@pytest.mark.parametrize(
    "data", [{}, {"act": "lain"}, {"act": "periksa", "jawaban-x": "y"}, {"act": "ulang"}]
)
def test_a_tampered_form_is_no_error(siti, data):
    assert siti.client.post(at(ExerciseFactory(asks=["tabel"])), data, follow=True).status_code == 200


def test_the_exercise_of_a_lesson_that_is_not_public_does_not_exist(siti):
    assert siti.client.get(at(ExerciseFactory(lesson=LessonFactory(live=False)))).status_code == 404


def test_a_lesson_is_finished_with_its_exercise_and_the_board_tells_what_was_said(client, siti):
    exercise = ExerciseFactory()
    lesson, who = exercise.lesson, siti.room.participant
    progress.mark_steps(who, lesson, step_ids(lesson))
    post(siti, exercise, "mulai")
    post(siti, exercise, "periksa")
    before = progress_table([who], [lesson])[who.pk, lesson.pk]
    ani = UserFactory(roles=["Fasilitator"])
    one = TrainingClassFactory(facilitators=[ani], members=[who], courses=[lesson.get_parent().specific])
    progress.unmark_step(who, lesson, step_ids(lesson)[0])
    second = LessonFactory(parent=lesson.get_parent().specific)
    assert second
    siti.news()
    progress.mark_steps(who, lesson, step_ids(lesson))
    post(siti, exercise, "periksa")
    after = progress_table([who], [lesson])[who.pk, lesson.pk]
    client.force_login(ani)
    board = client.get(f"/pelatihan/fasilitator/kelas/{one.pk}/").content.decode()
    assert ((before.done, before.required, before.finished), after.finished) == ((1, 2, False), True)
    assert "✓ selesai" in board


def test_the_exercise_stands_on_the_lessons_page(client):
    exercise = ExerciseFactory(title="Tulis berita")
    text = client.get(exercise.lesson.url).content.decode()
    assert f'href="{at(exercise)}"' in text


def test_an_exercise_that_goes_leaves_what_was_passed(siti):
    exercise = ExerciseFactory()
    runs.begin(exercise, siti.room.participant)
    siti.news()
    post(siti, exercise, "periksa")
    exercise.delete()
    kept = PracticeAttempt.objects.get()
    assert (kept.exercise, kept.title, kept.result) == (None, exercise.title, "mandiri")


@pytest.mark.django_db(transaction=True)
def test_twenty_presses_at_once_are_one_beginning():
    exercise = ExerciseFactory(asks=["temukan"])
    who = ParticipantFactory(user=UserFactory(roles=["Peserta"]))
    # The tests' SQLite lives in memory, where parallel writers are refused at once: one after the other.
    alone = connection.vendor == "sqlite"
    ready, failed = Barrier(1 if alone else 20), []

    def press():
        try:
            ready.wait(timeout=30)
            runs.begin(exercise, who)
        except Exception as error:  # noqa: BLE001  told by the test
            failed.append(error)
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(20)]
    for thread in threads:
        thread.start()
        if alone:
            thread.join()
    for thread in threads:
        thread.join()
    assert (failed, PracticeAttempt.objects.count()) == ([], 1)
