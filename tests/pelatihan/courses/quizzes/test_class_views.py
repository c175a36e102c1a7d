"""The facilitator prints sheets, types in what was written on them, and sees which questions were hard."""

import uuid

import pytest

from pelatihan.courses.quizzes import runs
from pelatihan.models import ExtraAttempts, QuizAttempt, QuizPaper
from tests.factories.home import UserFactory
from tests.factories.pelatihan import (
    ParticipantFactory,
    QuestionFactory,
    QuizFactory,
    TrainingClassFactory,
    choices,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ani(client):
    user = UserFactory(first_name="Ani", last_name="", roles=["Fasilitator"])
    client.force_login(user)
    return user


@pytest.fixture
def siti():
    return ParticipantFactory(name="Siti")


@pytest.fixture
def quiz():
    return QuizFactory(questions=3, pass_percent=50, max_attempts=2)


@pytest.fixture
def one(ani, siti, quiz):
    course = quiz.lesson.get_parent().specific
    return TrainingClassFactory(facilitators=[ani], courses=[course], members=[siti])


def at(one, rest="") -> str:
    return f"/pelatihan/fasilitator/kelas/{one.pk}/kuis/{rest}"


def typing(paper, person) -> str:
    return at(paper.training_class, f"lembar/{paper.pk}/isi/{person.pk}/")


def rights(paper, *numbers) -> dict:
    return {f"soal-{n}": q["frozen"]["right"] for n, q in enumerate(paper.questions, 1) if n in numbers}


def test_the_board_leads_to_the_quizzes_of_the_class(client, one, quiz):
    other = QuizFactory(questions=1, title="Kuis kursus lain")
    board = client.get(f"/pelatihan/fasilitator/kelas/{one.pk}/").content.decode()
    assert f'href="{at(one)}"' in board
    text = client.get(at(one)).content.decode()
    assert (quiz.title in text, other.title in text) == (True, False)
    assert client.get(at(one, f"{other.pk}/")).status_code == 404


def test_the_class_of_others_does_not_exist(client, one, quiz, siti):
    paper = runs.make_paper(quiz, one, uuid.uuid4())
    client.force_login(UserFactory(roles=["Fasilitator"]))
    for path in (at(one), at(one, f"{quiz.pk}/"), at(one, f"lembar/{paper.pk}/"), typing(paper, siti)):
        assert client.get(path).status_code == 404
    assert client.post(typing(paper, siti), rights(paper, 1)).status_code == 404
    assert not QuizAttempt.objects.exists()


def test_a_class_of_none_and_a_class_without_courses_are_no_error(client, ani, quiz):
    empty = TrainingClassFactory(facilitators=[ani])
    assert "belum punya kuis" in client.get(at(empty)).content.decode()
    nobody = TrainingClassFactory(facilitators=[ani], courses=[quiz.lesson.get_parent().specific])
    assert client.get(at(nobody, f"{quiz.pk}/")).status_code == 200


def test_a_button_pressed_twice_makes_one_sheet(client, one, quiz):
    data = {"key": str(uuid.uuid4())}
    first, second = (client.post(at(one, f"{quiz.pk}/"), data) for _ in range(2))
    paper = QuizPaper.objects.get()
    assert (first.url, second.url) == (at(one, f"lembar/{paper.pk}/"),) * 2


@pytest.mark.parametrize("key", ["", "x"])
def test_a_tampered_key_is_no_error(client, one, quiz, key):
    assert client.post(at(one, f"{quiz.pk}/"), {"key": key}).status_code == 302


def test_nothing_to_print_is_said(client, one):
    empty = QuizFactory(lesson=QuizFactory(questions=1).lesson)
    one.courses.add(empty.lesson.get_parent().specific)
    answer = client.post(at(one, f"{empty.pk}/"), {"key": str(uuid.uuid4())}, follow=True)
    assert "belum berisi soal" in answer.content.decode()


def test_the_sheet_has_numbers_letters_a_code_and_no_key(client, one, quiz):
    paper = runs.make_paper(quiz, one, uuid.uuid4())
    text = client.get(at(one, f"lembar/{paper.pk}/")).content.decode()
    assert f"Lembar {paper.pk}" in text
    assert (text.count("<b>A.</b>"), text.count("<b>C.</b>"), text.count('class="qr"')) == (3, 3, 1)
    assert "Tentang Ya." not in text


def test_what_is_typed_in_becomes_an_attempt_of_that_person(client, one, quiz, siti):
    paper = runs.make_paper(quiz, one, uuid.uuid4())
    answer = client.post(typing(paper, siti), rights(paper, 1, 2), follow=True)
    attempt = QuizAttempt.objects.get()
    assert (attempt.participant, attempt.words, attempt.typed_by_name) == (
        siti,
        "Lulus: 66,66 dari 50 yang diperlukan.",
        "Ani",
    )
    assert "Siti: Lulus: 66,66" in answer.content.decode()
    assert client.get(typing(paper, siti)).content.decode().count(" checked") == 2


def test_typed_in_twice_it_is_one_attempt_and_can_be_corrected(client, one, quiz, siti):
    paper = runs.make_paper(quiz, one, uuid.uuid4())
    for numbers in ((1,), (1,), (1, 2, 3)):
        client.post(typing(paper, siti), rights(paper, *numbers))
    attempt = QuizAttempt.objects.get()
    assert (attempt.number, attempt.share) == (1, 1)


def test_a_question_changed_after_printing_is_judged_as_it_was_printed(client, one, quiz, siti):
    paper = runs.make_paper(quiz, one, uuid.uuid4())
    for question in quiz.bank.questions.all():
        question.answer = [("satu", choices("Lain", "Sama", right=("Lain",)))]
        question.save()
    client.post(typing(paper, siti), rights(paper, 1, 2, 3))
    assert QuizAttempt.objects.get().share == 1


def test_somebody_who_is_not_in_the_class_has_no_sheet(client, one, quiz):
    paper = runs.make_paper(quiz, one, uuid.uuid4())
    assert client.post(typing(paper, ParticipantFactory()), rights(paper, 1)).status_code == 404


def test_with_no_attempt_left_nothing_is_typed_in_and_it_is_said(client, one, quiz, siti):
    for _ in range(2):
        runs.submit(runs.start(quiz, siti))
    paper = runs.make_paper(quiz, one, uuid.uuid4())
    answer = client.post(typing(paper, siti), rights(paper, 1), follow=True)
    assert "sudah memakai semua kesempatan" in answer.content.decode()
    assert QuizAttempt.objects.count() == 2


def test_the_facilitator_gives_one_more_attempt_to_who_has_none_left(client, one, quiz, siti):
    for _ in range(2):
        runs.submit(runs.start(quiz, siti))
    page = at(one, f"{quiz.pk}/")
    button = f'name="lagi" value="{siti.pk}"'
    assert button in client.get(page).content.decode()
    answer = client.post(page, {"lagi": siti.pk, "dipakai": "2"}, follow=True)
    text = answer.content.decode()
    assert ("Siti boleh mencoba sekali lagi." in text, button in text) == (True, False)
    assert runs.start(quiz, siti).number == 3


@pytest.mark.parametrize(
    "data", [{"lagi": "99999"}, {"lagi": "x", "dipakai": "2"}, {"dipakai": "x"}, {"dipakai": "9" * 30}]
)
def test_a_tampered_gift_is_no_error_and_gives_nothing(client, one, quiz, siti, data):
    assert client.post(at(one, f"{quiz.pk}/"), {"lagi": siti.pk} | data).status_code == 302
    assert not ExtraAttempts.objects.exists()


def test_a_nik_on_the_sheet_is_not_typed_in(client, one, quiz, siti):
    QuestionFactory(bank=quiz.bank, answer=[("isian", {"accepted": ["ya"], "feedback": ""})])
    paper = runs.make_paper(quiz, one, uuid.uuid4())
    number = next(n for n, q in enumerate(paper.questions, 1) if q["frozen"]["kind"] == "isian")
    answer = client.post(typing(paper, siti), {f"soal-{number}": "1504052101900001"})
    assert "Jangan menulis NIK." in answer.content.decode()
    assert not QuizAttempt.objects.exists()


def test_results_and_hard_questions_are_there(client, one, quiz, siti):
    attempt = runs.start(quiz, siti)
    runs.save(attempt, {row.number: row.frozen["right"] for row in attempt.answers.filter(number__lte=2)})
    runs.submit(attempt)
    runs.start(quiz, siti)
    text = client.get(at(one, f"{quiz.pk}/")).content.decode()
    assert text.count("Percobaan ") == 1  # the one that is still open is nobody's result
    assert "1 dari 1 orang menjawab benar seluruhnya, rata-rata 100 dari 100." in text
    assert "0 dari 1 orang menjawab benar seluruhnya, rata-rata 0 dari 100. 1 tidak menjawab." in text
    assert "1 dari 1 orang sudah mengerjakan, 1 lulus" in client.get(at(one)).content.decode()


def test_a_large_class_takes_few_queries(client, one, quiz, django_assert_max_num_queries):
    people = [ParticipantFactory() for _ in range(20)]
    for person in people:
        one.participants.add(person)
        runs.submit(runs.start(quiz, person))
    runs.make_paper(quiz, one, uuid.uuid4())
    client.get(at(one))
    with django_assert_max_num_queries(10):
        client.get(at(one))
    with django_assert_max_num_queries(13):
        client.get(at(one, f"{quiz.pk}/"))
