"""The office writes questions; one without a right answer is refused with words, and what was typed stays."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from pelatihan.courses.quizzes import runs
from pelatihan.models import Question, QuestionBank, Quiz
from tests.access.people import sign_in
from tests.corpus import silence
from tests.factories.home import DocumentFactory, ImageFactory
from tests.factories.pelatihan import (
    BankFactory,
    LessonFactory,
    ParticipantFactory,
    QuestionFactory,
    QuizFactory,
)

pytestmark = pytest.mark.django_db


def listed(*values) -> dict:
    """A list of a block as its form sends it."""
    items = {str(n): {"value": v, "order": str(n), "deleted": ""} for n, v in enumerate(values)}
    return {"count": str(len(values)), **items}


def option(text: str, right: bool = False) -> dict:
    return {"text": text, "feedback": "", **({"right": "on"} if right else {})}


def question_data(bank, kind="satu", value=None, **fields) -> dict:
    value = value or {"options": listed(option("Ya", True), option("Tidak"))}
    return nested_form_data(
        {"bank": str(bank.pk), "text": "Bolehkah?", "picture": "", "picture_alt": "", "audio": ""}
        | {"answer": streamfield([(kind, value)])}
        | fields
    )


@pytest.fixture
def bank():
    return BankFactory()


@pytest.mark.parametrize("person", ["Operator", "Penerbit"])
def test_the_office_writes_a_question_of_each_kind(client, bank, person):
    sign_in(client, person)
    image = ImageFactory().pk
    pairs = [{"picture": str(image), "alt": f"Tanda {n}", "text": f"Arti {n}"} for n in range(2)]
    values = {
        "satu": None,
        "beberapa": {"options": listed(option("A", True), option("B", True), option("C"))},
        "benar_salah": {"right": "salah", "feedback": ""},
        "urutan": {"items": listed("Buka", "Simpan"), "feedback": ""},
        "jodohkan": {"pairs": listed(*pairs), "feedback": ""},
        "isian": {"accepted": listed("balai desa"), "feedback": ""},
    }
    for kind, value in values.items():
        answer = client.post(reverse("soal:add"), question_data(bank, kind, value))
        assert answer.status_code == 302, kind
    made = Question.objects.order_by("pk")
    assert [question.kind for question in made] == list(values)
    assert all(question.can_be_asked for question in made)
    assert len(runs.asked_now(QuizFactory(bank=bank), 1)) == 6


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("satu", {"options": listed(option("Ya"), option("Tidak"))}, "Belum ada pilihan yang benar."),
        (
            "satu",
            {"options": listed(option("Ya", True), option("Tidak", True))},
            "Semua pilihan ditandai benar.",
        ),
        ("urutan", {"items": listed("Buka", "buka "), "feedback": ""}, "Tulis sedikitnya dua yang berbeda."),
        ("isian", {"accepted": listed("?!"), "feedback": ""}, "Tulis sedikitnya satu jawaban yang diterima."),
    ],
)
def test_a_question_without_a_right_answer_is_refused_and_stays_in_the_form(client, bank, kind, value, words):
    sign_in(client, "Operator")
    answer = client.post(reverse("soal:add"), question_data(bank, kind, value))
    text = answer.content.decode()
    assert (answer.status_code, Question.objects.count()) == (200, 0)
    assert words in text
    assert "Bolehkah?" in text


def test_a_picture_says_what_is_on_it(client, bank):
    sign_in(client, "Operator")
    image = ImageFactory(description="")
    answer = client.post(reverse("soal:add"), question_data(bank, picture=str(image.pk)))
    assert (answer.status_code, Question.objects.count()) == (200, 0)


def test_a_recording_is_a_recording(client, bank):
    sign_in(client, "Operator")
    answer = client.post(reverse("soal:add"), question_data(bank, audio=str(DocumentFactory().pk)))
    assert (answer.status_code, Question.objects.count()) == (200, 0)
    assert "Ini bukan rekaman suara." in answer.content.decode()
    voice = DocumentFactory(file=ContentFile(silence(), "soal.mp3"))
    client.post(reverse("soal:add"), question_data(bank, audio=str(voice.pk)))
    assert Question.objects.get().audio == voice


def test_a_question_that_is_changed_has_a_new_version(client, bank):
    sign_in(client, "Operator")
    question = QuestionFactory(bank=bank)
    client.post(reverse("soal:edit", args=[question.pk]), question_data(bank))
    question.refresh_from_db()
    assert (question.text, question.version) == ("Bolehkah?", 2)


def quiz_data(bank, **fields) -> dict:
    return {
        "title": "Kuis berita",
        "lesson": LessonFactory().pk,
        "purpose": "latihan",
        "bank": bank.pk,
        "draw": "",
        "pass_percent": "70",
        "max_attempts": "",
        "is_open": "on",
    } | fields


def test_a_publisher_puts_a_quiz_into_a_lesson(client, bank):
    sign_in(client, "Penerbit")
    answer = client.post(reverse("kuis:add"), quiz_data(bank))
    made = Quiz.objects.get()
    assert (answer.status_code, made.title, made.draw, made.max_attempts) == (302, "Kuis berita", None, None)


@pytest.mark.parametrize(
    "wrong",
    [{"pass_percent": "101"}, {"pass_percent": "-1"}, {"draw": "0"}, {"max_attempts": "0"}, {"lesson": ""}],
)
def test_figures_that_make_no_sense_are_refused(client, bank, wrong):
    sign_in(client, "Penerbit")
    answer = client.post(reverse("kuis:add"), quiz_data(bank, **wrong))
    assert (answer.status_code, Quiz.objects.count()) == (200, 0)


def test_what_people_answered_is_not_deleted_with_what_asked_it(client):
    sign_in(client, "Penerbit")
    quiz = QuizFactory(questions=1)
    attempt = runs.submit(runs.start(quiz, ParticipantFactory()))
    refused = client.post(reverse("kuis:delete", args=[quiz.pk]), follow=True)
    assert "Kuis ini sudah dikerjakan atau dicetak" in refused.content.decode()
    client.post(reverse("bank-soal:delete", args=[quiz.bank_id]))
    client.post(reverse("soal:delete", args=[quiz.bank.questions.get().pk]))
    attempt.refresh_from_db()
    assert (Quiz.objects.count(), QuestionBank.objects.count(), Question.objects.count()) == (1, 1, 0)
    assert attempt.answers.get().frozen["text"]


def test_a_deleted_lesson_leaves_its_quiz_and_the_results(client):
    quiz = QuizFactory(questions=1)
    somebody = ParticipantFactory()
    attempt = runs.start(quiz, somebody)
    quiz.lesson.delete()
    assert runs.submit(attempt).submitted_at is not None
    sign_in(client, "Penerbit")
    assert client.get(reverse("kuis:index")).status_code == 200
