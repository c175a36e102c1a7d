"""Whoever has signed in finds his progress again, on any device and without scripts."""

import json

import pytest

from pelatihan.courses.progress.queries import step_ids
from pelatihan.models import Participant, StepDone
from tests.factories.home import UserFactory
from tests.factories.pelatihan import LessonFactory, TrainingClassFactory, steps

pytestmark = pytest.mark.django_db

JSON = {"HTTP_ACCEPT": "application/json"}
MINE = "/pelatihan/saya/"


@pytest.fixture
def lesson():
    return LessonFactory(steps=steps("Satu", "Dua", "Tiga"))


@pytest.fixture
def siti(client):
    client.force_login(UserFactory(first_name="Siti", last_name="", roles=["Peserta"]))
    client.get(MINE)
    return Participant.objects.get()


def at(lesson) -> str:
    return f"{MINE}pelajaran/{lesson.pk}/"


def test_a_step_is_kept_and_told_again(client, siti, lesson):
    ids = step_ids(lesson)
    client.post(at(lesson), {"step": ids[1], "done": "1"}, **JSON)
    answer = client.get(at(lesson), **JSON).json()
    assert (answer["steps"], answer["name"], answer["finished"]) == ([ids[1]], "Siti", False)
    client.post(at(lesson), {"step": ids[1], "done": "0"}, **JSON)
    assert client.get(at(lesson), **JSON).json()["steps"] == []


def test_a_list_to_tick_does_without_scripts(client, siti, lesson):
    ids = step_ids(lesson)
    client.post(at(lesson), {"steps": ids[:2]})
    client.post(at(lesson), {"steps": [ids[1], "tampered"]})
    assert [row.step for row in StepDone.objects.all()] == [ids[1]]


def test_one_goes_on_where_one_was(client, siti, lesson):
    client.post(at(lesson), {"step": step_ids(lesson)[0]})
    text = client.get(MINE).content.decode()
    assert f'{lesson.url}#langkah-2">Lanjutkan dari langkah 2' in text


def test_the_courses_of_the_class_are_there_before_anything_is_done(client, siti, lesson):
    TrainingClassFactory(courses=[lesson.get_parent().specific], members=[siti])
    assert "belum dimulai" in client.get(MINE).content.decode()


def test_what_the_device_kept_is_taken_over_once(client, siti, lesson):
    kept = json.dumps({str(lesson.pk): step_ids(lesson)[:2]})
    for _ in range(2):
        assert client.post(f"{MINE}ambil-alih/", {"kept": kept}, **JSON).json() == {"taken": 1}
    assert StepDone.objects.count() == 2


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "x",
        "[]",
        "null",
        '{"x": []}',
        '{"1": 5}',
        '{"1": [5, null]}',
        "[" * 5000,
        '{"' + "9" * 40 + '": []}',
    ],
)
def test_what_is_no_progress_is_nothing(client, siti, kept):
    assert client.post(f"{MINE}ambil-alih/", {"kept": kept}, **JSON).json() == {"taken": 0}


def test_a_lesson_that_is_not_public_does_not_exist(client, siti):
    draft = LessonFactory(live=False)
    assert client.get(at(draft)).status_code == 404
    assert client.post(at(draft), {"step": "x"}).status_code == 404


def test_nobody_is_told_so_in_words_or_in_json(client, lesson):
    assert client.get(at(lesson), **JSON).status_code == 401
    assert client.get(at(lesson)).url == f"/admin/login/?next={at(lesson)}"


def test_the_lessons_own_page_knows_nobody(client, siti, lesson):
    signed_in = client.get(lesson.url).content
    client.logout()
    assert client.get(lesson.url).content.count(b"Siti") == signed_in.count(b"Siti") == 0
