"""Somebody takes a quiz on the screen: with or without scripts, in two tabs, with a tampered form."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile

from pelatihan.courses.progress.queries import step_ids
from pelatihan.courses.progress.runs import mark_steps
from pelatihan.courses.quizzes import runs
from pelatihan.events.queries import participant_of
from pelatihan.models import LessonFinished, QuizAttempt
from tests.corpus import silence
from tests.factories.home import DocumentFactory, ImageFactory, UserFactory
from tests.factories.pelatihan import LessonFactory, ParticipantFactory, QuestionFactory, QuizFactory, choices

pytestmark = pytest.mark.django_db

JSON = {"headers": {"accept": "application/json"}}


@pytest.fixture
def siti(client):
    user = UserFactory(first_name="Siti", last_name="", roles=["Peserta"])
    client.force_login(user)
    return participant_of(user)


@pytest.fixture
def quiz():
    return QuizFactory(questions=3, pass_percent=50)


def at(quiz) -> str:
    return f"/pelatihan/saya/kuis/{quiz.pk}/"


def of(attempt) -> str:
    return f"/pelatihan/saya/kuis/percobaan/{attempt.pk}/"


@pytest.fixture
def attempt(siti, quiz):
    return runs.start(quiz, siti)


def right(attempt, *numbers) -> dict:
    """The fields of a form that answers these questions right."""
    rows = attempt.answers.filter(number__in=numbers)
    return {f"soal-{row.number}": row.frozen["right"] for row in rows}


def given(attempt) -> list:
    return list(attempt.answers.order_by("number").values_list("given", flat=True))


# Beginning.


def test_pressed_twice_one_attempt_begins(client, siti, quiz):
    first, second = client.post(at(quiz)), client.post(at(quiz))
    made = QuizAttempt.objects.get()
    assert (first.url, second.url) == (of(made), of(made))


def test_looking_at_a_quiz_begins_nothing(client, siti, quiz):
    text = client.get(at(quiz)).content.decode()
    assert "3 soal. Lulus dengan nilai 50 dari 100." in text
    assert not QuizAttempt.objects.exists()


def test_with_no_attempt_left_it_is_said(client, siti):
    quiz = QuizFactory(questions=1, max_attempts=1)
    runs.submit(runs.start(quiz, siti))
    assert client.post(at(quiz)).url == at(quiz)
    text = client.get(at(quiz)).content.decode()
    assert "Semua kesempatan mencoba sudah dipakai." in text
    assert "Coba lagi" not in text


def test_an_empty_and_a_closed_quiz_begin_nothing(client, siti):
    empty, closed = QuizFactory(), QuizFactory(questions=1, is_open=False)
    for quiz in (empty, closed):
        assert client.post(at(quiz)).url == at(quiz)
        assert client.get(at(quiz)).status_code == 200
    assert not QuizAttempt.objects.exists()


def test_whoever_is_in_the_middle_of_a_quiz_that_is_closed_may_finish_it(client, quiz, attempt):
    quiz.is_open = False
    quiz.save()
    assert client.post(at(quiz)).url == of(attempt)
    client.post(of(attempt), right(attempt, 1, 2, 3) | {"act": "kumpulkan"})
    assert QuizAttempt.objects.get().passed


def test_the_quiz_of_a_lesson_that_is_not_public_does_not_exist(client, siti):
    quiz = QuizFactory(questions=1, lesson=LessonFactory(live=False))
    assert (client.get(at(quiz)).status_code, client.post(at(quiz)).status_code) == (404, 404)


def test_nobody_is_sent_to_sign_in(client, quiz):
    assert client.get(at(quiz)).url == f"/admin/login/?next={at(quiz)}"


def test_it_is_kept_nowhere(client, attempt):
    assert client.get(of(attempt)).headers["Cache-Control"] == "private, no-store"


# Answering.


def test_the_attempt_of_somebody_else_does_not_exist(client, siti, quiz):
    other = runs.start(quiz, ParticipantFactory())
    data = right(other, 1, 2, 3) | {"act": "kumpulkan"}
    assert (client.get(of(other)).status_code, client.post(of(other), data).status_code) == (404, 404)
    other.refresh_from_db()
    assert (other.is_open, given(other)) == (True, [None] * 3)


def test_the_key_is_not_in_the_page_before_it_is_handed_in(client, siti):
    quiz = QuizFactory()
    for answer in (
        ("satu", choices("Merah", "Biru", right=("Merah",))),
        ("isian", {"accepted": ["balai rahasia"], "feedback": "Karena begitu."}),
        ("benar_salah", {"right": "salah", "feedback": "Itu keliru."}),
    ):
        QuestionFactory(bank=quiz.bank, answer=[answer])
    texts = set()
    for _ in range(2):
        attempt = runs.start(quiz, siti)
        text = client.get(of(attempt)).content.decode()
        for secret in ("Tentang Biru", "balai rahasia", "Karena begitu", "Itu keliru"):
            assert secret not in text
        # With the key turned round the page is the same, letter by letter.
        texts.add(_without_token(text))
        for row in attempt.answers.all():
            row.frozen["right"] = ["2"]
            row.save()
        assert _without_token(client.get(of(attempt)).content.decode()) in texts
        runs.submit(attempt)


def _without_token(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if "csrfmiddlewaretoken" not in line)


def test_saved_answers_stand_there_again_and_nothing_is_judged(client, attempt):
    answer = client.post(of(attempt), right(attempt, 2) | {"act": "simpan"})
    attempt.refresh_from_db()
    assert (answer.url, attempt.is_open) == (of(attempt), True)
    assert [bool(one) for one in given(attempt)] == [False, True, False]
    assert client.get(of(attempt)).content.decode().count(" checked") == 1


def test_one_answer_is_kept_as_it_is_given(client, attempt):
    answer = client.post(of(attempt), right(attempt, 1) | {"only": "1"}, **JSON)
    assert answer.json() == {"saved": True, "words": ""}
    assert [bool(one) for one in given(attempt)] == [True, False, False]


def test_an_old_tab_overwrites_nothing_that_it_did_not_change(client, attempt):
    shown = {f"was-{number}": "null" for number in (1, 2, 3)}
    client.post(of(attempt), right(attempt, 1) | shown | {"act": "simpan"})
    client.post(of(attempt), right(attempt, 3) | shown | {"act": "simpan"})
    assert [bool(one) for one in given(attempt)] == [True, False, True]


def test_an_answer_can_be_taken_back(client, siti):
    quiz = QuizFactory()
    QuestionFactory(bank=quiz.bank, answer=[("isian", {"accepted": ["ya"], "feedback": ""})])
    attempt = runs.start(quiz, siti)
    client.post(of(attempt), {"soal-1": "ya", "was-1": "null"})
    client.post(of(attempt), {"soal-1": "", "was-1": '"ya"'})
    assert given(attempt) == [None]


@pytest.mark.parametrize(
    "data",
    [
        {"soal-1": ["99", "x"], "soal-9": "1", "soal-1-1": "1"},
        {"only": "99"},
        {"only": "x", "soal-1": "1"},
        {"act": "lain"},
        {"was-1": "[", "soal-1": "\x00"},
    ],
)
def test_a_tampered_form_is_no_error_and_answers_nothing(client, attempt, data):
    assert client.post(of(attempt), data).status_code == 302
    assert given(attempt) == [None] * 3


def test_a_nik_is_not_kept_and_what_was_typed_stays_in_the_form(client, siti):
    quiz = QuizFactory()
    QuestionFactory(bank=quiz.bank, answer=[("isian", {"accepted": ["ya"], "feedback": ""})])
    attempt = runs.start(quiz, siti)
    answer = client.post(of(attempt), {"soal-1": "1504052101900001", "act": "kumpulkan"})
    text = answer.content.decode()
    assert (answer.status_code, given(attempt)) == (200, [None])
    assert 'value="1504052101900001"' in text
    assert text.count("Jangan menulis NIK.") == 2
    alone = client.post(of(attempt), {"soal-1": "1504052101900001", "only": "1"}, **JSON).json()
    assert (alone["saved"], given(attempt)) == (False, [None])


# Handing in.


def test_with_a_blank_one_it_asks_first_and_then_hands_in(client, attempt):
    data = right(attempt, 1, 2)
    asked = client.post(of(attempt), data | {"act": "kumpulkan"})
    attempt.refresh_from_db()
    assert (asked.url, attempt.is_open) == (f"{of(attempt)}?periksa=1", True)
    assert 'href="#soal-3">Soal 3</a>' in client.get(asked.url).content.decode()
    client.post(of(attempt), data | {"act": "kumpulkan-juga"})
    attempt.refresh_from_db()
    assert (attempt.passed, attempt.words) == (True, "Lulus: 66,66 dari 50 yang diperlukan.")


def test_pressed_twice_the_first_result_stands_and_it_is_said(client, attempt):
    data = right(attempt, 1) | {"act": "kumpulkan-juga"}
    client.post(of(attempt), data)
    again = client.post(of(attempt), right(attempt, 1, 2, 3) | {"act": "kumpulkan-juga"}, follow=True)
    attempt.refresh_from_db()
    assert attempt.words == "Belum lulus: 33,33 dari 50 yang diperlukan."
    assert "sudah dikumpulkan" in again.content.decode()
    late = client.post(of(attempt), right(attempt, 2) | {"only": "2"}, **JSON)
    assert (late.status_code, late.json()["saved"]) == (409, False)


def test_who_failed_and_may_try_again_is_not_shown_the_key(client, siti):
    quiz = QuizFactory(max_attempts=2)
    QuestionFactory(bank=quiz.bank, answer=[("satu", choices("Merah", "Biru", right=("Merah",)))])
    pages = []
    for _ in range(2):
        attempt = runs.start(quiz, siti)
        wrong = {"1": "2", "2": "1"}[attempt.answers.get().frozen["right"][0]]
        runs.save(attempt, {1: [wrong]})
        runs.submit(attempt)
        pages.append(client.get(of(attempt)).content.decode())
    first, last = pages
    assert ("Tentang Biru." in first, "Merah" in first, "Coba lagi" in first) == (True, False, True)
    assert ("Yang benar: <b>Merah</b>" in last, "Coba lagi" in last) == (True, False)


def test_the_first_test_tells_its_score_and_no_answer(client, siti):
    quiz = QuizFactory(questions=2, purpose="awal")
    attempt = runs.submit(runs.start(quiz, siti))
    text = client.get(of(attempt)).content.decode()
    assert "Nilai tes awal: 0 dari 100." in text
    assert ("Pertanyaan" in text, "Tentang Ya" in text, "Tentang Tidak" in text) == (False,) * 3


def test_the_last_test_is_compared_with_the_first(client, siti):
    pre = QuizFactory(questions=2, purpose="awal")
    post = QuizFactory(bank=pre.bank, purpose="akhir")
    runs.submit(runs.start(pre, siti))
    attempt = runs.start(post, siti)
    client.post(of(attempt), right(attempt, 1, 2) | {"act": "kumpulkan"})
    assert "Di tes awal nilai Anda 0, sekarang 100." in client.get(of(attempt)).content.decode()


# What questions look like.


def test_each_kind_is_asked_and_reviewed_with_its_pictures(client, siti, django_assert_max_num_queries):
    quiz, images = QuizFactory(pass_percent=1), [ImageFactory() for _ in range(3)]
    pairs = [{"picture": image, "alt": f"Tanda {n}", "text": f"Arti {n}"} for n, image in enumerate(images)]
    for answer in (
        ("jodohkan", {"pairs": pairs, "feedback": "Hafalkan."}),
        ("urutan", {"items": ["Buka", "Tulis", "Simpan"], "feedback": ""}),
        ("beberapa", choices("A", "B", "C", right=("A", "C"))),
        ("benar_salah", {"right": "benar", "feedback": ""}),
        ("isian", {"accepted": ["balai desa"], "feedback": ""}),
    ):
        QuestionFactory(bank=quiz.bank, picture=images[0], picture_alt="Layar", answer=[answer])
    attempt = runs.start(quiz, siti)
    client.get(of(attempt))
    with django_assert_max_num_queries(12):
        text = client.get(of(attempt)).content.decode()
    assert (text.count('alt="Layar"'), text.count('alt="Tanda 1"')) == (5, 1)
    images[1].delete()
    data = {}
    for row in attempt.answers.all():
        answer = row.frozen["right"]
        if isinstance(answer, dict):
            data |= {f"soal-{row.number}-{part}": option for part, option in answer.items()}
        else:
            data[f"soal-{row.number}"] = answer[:1] if row.frozen["kind"] == "isian" else answer
    client.post(of(attempt), data | {"act": "kumpulkan"})
    attempt.refresh_from_db()
    assert attempt.share == 1
    text = client.get(of(attempt)).content.decode()
    assert text.count('class="verdict benar"') == 5
    assert "1. Buka; 2. Tulis; 3. Simpan" in text
    assert "Tanda 1: Arti 1" in text
    assert "Hafalkan." in text


def test_the_lesson_leads_to_its_quiz(client, quiz):
    text = client.get(quiz.lesson.url).content.decode()
    assert f'href="{at(quiz)}"' in text
    assert "3 soal, lulus dengan 50 dari 100." in text


def test_a_lesson_that_did_not_hear_of_a_passed_quiz_hears_of_it_the_next_time(client, attempt, monkeypatch):
    lesson = attempt.quiz.lesson
    mark_steps(attempt.participant, lesson, step_ids(lesson))
    data = right(attempt, 1, 2, 3) | {"act": "kumpulkan"}
    with monkeypatch.context() as killed:
        killed.setattr(runs, "_tell_progress", lambda attempt: None)
        client.post(of(attempt), data)
    assert not LessonFinished.objects.exists()
    client.post(of(attempt), data)
    assert LessonFinished.objects.get().lesson == lesson


def test_the_account_goes_and_its_attempts_stay_with_the_person(client, siti, attempt):
    client.post(of(attempt), right(attempt, 1, 2, 3) | {"act": "kumpulkan"})
    get_user_model().objects.filter(pk=siti.user.pk).delete()
    attempt.refresh_from_db()
    assert (attempt.passed, attempt.participant.name, attempt.participant.user) == (True, "Siti", None)


def test_a_question_can_be_heard_by_who_answers_it_and_by_nobody_else(client, siti):
    voice = DocumentFactory(file=ContentFile(silence(), "soal.mp3"))
    quiz = QuizFactory()
    QuestionFactory(bank=quiz.bank, audio=voice)
    attempt, other = runs.start(quiz, siti), runs.start(quiz, ParticipantFactory())
    address = f"{of(attempt)}suara/1/"
    assert f'<audio controls preload="none" src="{address}">' in client.get(of(attempt)).content.decode()
    answer = client.get(address)
    assert (answer.headers["Content-Type"], b"".join(answer.streaming_content)) == ("audio/mpeg", silence())
    refused = [f"{of(other)}suara/1/", f"{of(attempt)}suara/2/"]
    assert [client.get(path).status_code for path in refused] == [404, 404]
    voice.delete()
    assert client.get(address).status_code == 404
    assert client.get(of(attempt)).status_code == 200


def test_a_question_without_a_recording_has_none(client, attempt):
    assert "<audio" not in client.get(of(attempt)).content.decode()
    assert client.get(f"{of(attempt)}suara/1/").status_code == 404
