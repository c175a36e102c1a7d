"""A facilitator makes a class, sees where each person stands, and notes what he saw."""

import io
import uuid

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from home.casework import access_log
from pelatihan.courses.progress import runs as progress
from pelatihan.courses.progress.queries import progress_table, step_ids
from pelatihan.events import runs
from pelatihan.events.rules import Named
from pelatihan.models import Membership, Observation, Participant, StepDone, TrainingClass
from tests.factories.home import UserFactory
from tests.factories.pelatihan import (
    CourseFactory,
    LessonFactory,
    ParticipantFactory,
    TrainingClassFactory,
    steps,
)
from tests.parallel import at_once

pytestmark = pytest.mark.django_db

ADD = "/pelatihan/fasilitator/kelas/baru/"


@pytest.fixture
def ani():
    return UserFactory(first_name="Ani", last_name="", roles=["Fasilitator"])


@pytest.fixture
def leading(client, ani):
    client.force_login(ani)
    return client


@pytest.fixture
def lesson():
    return LessonFactory(steps=steps("Satu", "Dua", "Tiga"))


@pytest.fixture
def one(ani, lesson):
    siti = ParticipantFactory(name="Siti")
    return TrainingClassFactory(facilitators=[ani], courses=[lesson.get_parent().specific], members=[siti])


def at(one, rest="") -> str:
    return f"/pelatihan/fasilitator/kelas/{one.pk}/{rest}"


def class_data(**values) -> dict:
    return {"key": str(uuid.uuid4()), "name": "Kelas November", "names": "Siti\nBudi, RT 02", **values}


def test_a_class_is_made_with_its_people_once_however_often_the_button_is_pressed(leading, ani):
    course, data = CourseFactory(), class_data()
    data["courses"] = [course.pk]
    first = leading.post(ADD, data)
    second = leading.post(ADD, data)
    made = TrainingClass.objects.get()
    assert (first.url, second.url) == (at(made), at(made))
    assert ([str(p) for p in made.participants.all()], list(made.facilitators.all())) == (
        ["Budi, RT 02", "Siti"],
        [ani],
    )
    assert list(made.courses.all()) == [course]


def test_a_list_with_one_person_twice_is_said_and_nothing_typed_is_lost(leading):
    answer = leading.post(ADD, class_data(names="Siti\nSiti\nBudi"))
    text = answer.content.decode()
    assert "“Siti” tertulis dua kali" in text
    assert "Siti\nSiti\nBudi</textarea>" in text
    assert not Participant.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "0" * 40])
def test_a_form_whose_key_was_tampered_with_is_no_error(leading, key):
    assert leading.post(ADD, class_data(key=key)).status_code in {200, 302}


def test_the_class_of_others_does_not_exist(client, one):
    client.force_login(UserFactory(roles=["Fasilitator"]))
    addresses = ["", "tabel.xlsx", "ubah/", "kartu/", "peserta/"]
    assert {client.get(at(one, rest)).status_code for rest in addresses} == {404}
    assert client.post(at(one, "pintu/"), {"act": "buka"}).status_code == 404


def test_people_are_added_by_name_by_choosing_and_by_account(leading, one):
    known = ParticipantFactory(name="Lama")
    operator = UserFactory(first_name="Rini", last_name="")
    data = {"names": "Budi", "known": [known.pk], "accounts": [operator.pk]}
    leading.post(at(one, "peserta/"), data)
    leading.post(at(one, "peserta/"), {"known": [known.pk]})  # pressed again
    assert [p.name for p in one.participants.all()] == ["Budi", "Lama", "Rini", "Siti"]
    assert Participant.objects.get(name="Rini").user == operator


def test_nobody_chosen_is_said_in_words(leading, one):
    assert "Belum ada yang dipilih" in leading.post(at(one, "peserta/"), {}).content.decode()


def test_whoever_leaves_the_class_keeps_what_he_learned(leading, one, lesson):
    siti = one.participants.get()
    progress.mark_steps(siti, lesson, step_ids(lesson))
    leading.post(at(one, f"peserta/{siti.pk}/keluarkan/"))
    leading.post(at(one, f"peserta/{siti.pk}/keluarkan/"))
    assert (Membership.objects.count(), StepDone.objects.count()) == (0, 3)


def test_the_board_tells_who_is_stuck_where_and_one_tap_notes_that_he_was_helped(leading, one, lesson, ani):
    siti = one.participants.get()
    progress.mark_steps(siti, lesson, step_ids(lesson)[:1])
    text = leading.get(at(one)).content.decode()
    assert "Langkah 2, “Dua”, pelajaran" in text
    answer = leading.post(
        at(one, f"peserta/{siti.pk}/"), {"lesson": lesson.pk, "level": "1", "back": "board"}
    )
    noted = Observation.objects.get()
    assert (answer.url, noted.level, noted.noted_by_name) == (at(one), 1, "Ani")
    assert "1 dari 3 selesai, dibantu" in leading.get(at(one)).content.decode()


def test_what_was_seen_is_corrected_by_the_next_look(leading, one, lesson):
    siti = one.participants.get()
    for level in ("0", "2"):
        leading.post(at(one, f"peserta/{siti.pk}/"), {"lesson": lesson.pk, "level": level})
    assert [note.level for note in Observation.objects.all()] == [2]


@pytest.mark.parametrize("data", [{}, {"lesson": "x"}, {"level": "3"}, {"lesson": "9" * 30}])
def test_a_tampered_note_is_refused(leading, one, lesson, data):
    siti = one.participants.get()
    sent = {"lesson": lesson.pk, "level": "1"} | data if data else {}
    answer = leading.post(at(one, f"peserta/{siti.pk}/"), sent, follow=True)
    assert "tidak ada yang diubah" in answer.content.decode()
    assert not Observation.objects.exists()


def test_board_lesson_view_and_table_say_the_same(client, leading, one, lesson, ani):
    siti = one.participants.get()
    siti.user = UserFactory(roles=["Peserta"])
    siti.save()
    progress.mark_steps(siti, lesson, step_ids(lesson)[:2])
    words = progress_table([siti], [lesson])[siti.pk, lesson.pk].words
    board = leading.get(at(one)).content.decode()
    sheet = load_workbook(io.BytesIO(leading.get(at(one, "tabel.xlsx")).content)).active
    client.force_login(siti.user)
    own = client.get(f"/pelatihan/saya/pelajaran/{lesson.pk}/").content.decode()
    assert words == "2 dari 3 selesai"
    assert (words in board, words in own, sheet["D5"].value) == (True, True, words)


def test_a_name_that_looks_like_a_formula_is_a_name(leading, one):
    Participant.objects.update(name="=1+1")
    sheet = load_workbook(io.BytesIO(leading.get(at(one, "tabel.xlsx")).content)).active
    assert (sheet["A5"].value, sheet["A5"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize("people", [0, 1])
def test_a_class_of_one_and_of_none_has_a_board(leading, ani, lesson, people):
    small = TrainingClassFactory(
        facilitators=[ani],
        courses=[lesson.get_parent().specific],
        members=ParticipantFactory.create_batch(people),
    )
    for rest in ("", "tabel.xlsx", "kartu/", "peserta/"):
        assert leading.get(at(small, rest)).status_code == 200


def test_taking_the_people_of_a_class_away_is_noted(leading, one):
    leading.get(at(one, "tabel.xlsx"))
    leading.get(at(one, "kartu/"))
    noted = [(str(record), record.what) for record in access_log.of("kelas", one.pk)]
    assert noted == [
        (f"Ani: mengunduh kelas {one.pk}", "kartu masuk"),
        (f"Ani: mengunduh kelas {one.pk}", "tabel kemajuan"),
    ]


def test_the_door_opens_for_cards_and_closes(leading, one):
    leading.post(at(one, "pintu/"), {"act": "buka"})
    one.refresh_from_db()
    assert one.is_open
    leading.post(at(one, "pintu/"), {"act": "tutup"})
    one.refresh_from_db()
    assert not one.is_open
    answer = leading.post(at(one, "pintu/"), {"act": "lain"}, follow=True)
    assert "tidak ada yang diubah" in answer.content.decode()


def test_an_archived_class_cannot_be_opened_before_it_is_back(leading, one):
    leading.post(at(one, "pintu/"), {"act": "arsip"})
    leading.post(at(one, "pintu/"), {"act": "buka"})
    one.refresh_from_db()
    assert (one.is_open, one.archived_at is None) == (False, False)
    leading.post(at(one, "pintu/"), {"act": "pulihkan"})
    leading.post(at(one, "pintu/"), {"act": "buka"})
    one.refresh_from_db()
    assert one.is_open


def test_a_card_is_printed_for_whoever_has_no_other_way_in(leading, one, ani):
    one.memberships.create(participant=ParticipantFactory(user=UserFactory(roles=["Operator"])))
    text = leading.get(at(one, "kartu/")).content.decode()
    assert (text.count('class="trainee-card"'), text.count('class="qr"')) == (1, 1)
    assert "1 peserta bekerja di situs" in text


def test_the_board_of_a_large_class_takes_few_queries(leading, ani, django_assert_max_num_queries):
    course = CourseFactory()
    lessons = [LessonFactory(parent=course, steps=steps("A", "B")) for _ in range(4)]
    people = ParticipantFactory.create_batch(20)
    for person in people[:10]:
        progress.mark_steps(person, lessons[0], step_ids(lessons[0])[:1])
    large = TrainingClassFactory(
        facilitators=[ani], courses=[course], members=people, opened_at=timezone.now()
    )
    leading.get(at(large))
    with django_assert_max_num_queries(15):
        leading.get(at(large))


def test_nobody_keeps_these_screens(leading, one):
    assert leading.get(at(one)).headers["Cache-Control"] == "private, no-store"


def test_a_list_sent_again_brings_nobody_twice_and_is_no_fault(leading, one):
    data = {"key": str(uuid.uuid4()), "names": "Budi\nWati, RT 02"}
    answers = [leading.post(at(one, "peserta/"), data) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [302] * 3
    assert sorted(one.participants.values_list("name", flat=True)) == ["Budi", "Siti", "Wati"]


@pytest.mark.django_db(transaction=True)
def test_a_list_sent_twenty_times_at_the_same_moment_brings_each_once(tmp_path):
    one, key = TrainingClassFactory(), uuid.uuid4()
    names = [Named("Budi"), Named("Wati", "RT 02")]
    jobs = [lambda: runs.add_people(one, names, key=key)] * 20
    ended, people = at_once(tmp_path, jobs, lambda: Participant.objects.filter(classes=one).count())
    assert sorted(ended) == [0] * 19 + [2]
    assert people == 2
