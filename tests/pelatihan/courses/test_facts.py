"""A course says for whom it is, what to have ready and what to have done before; its booklet holds all lessons."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import PageViewRestriction

from pelatihan.courses.blocks import QuestionBlock
from pelatihan.models import CoursePage
from tests.factories.pelatihan import CourseFactory, LessonFactory

pytestmark = pytest.mark.django_db


def after(*courses, **values) -> CoursePage:
    return CourseFactory(prerequisites=[("course", course) for course in courses], **values)


def text(client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_to_have_ready_and_to_have_done_stands_on_the_course(client):
    first = CourseFactory(title="Masuk dengan aman")
    course = after(first, level="lanjut", needs="HP dan akun.")

    page = text(client, course.url)

    assert "Siapkan dulu:</strong> HP dan akun." in page
    assert f'<a class="tap" href="{first.url}">Masuk dengan aman</a>' in page
    assert "Lanjutan" in page


def test_a_course_that_is_not_public_is_asked_of_nobody(client):
    hidden = CourseFactory(title="Rahasia", live=False)
    closed = CourseFactory(title="Tertutup")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    course = after(hidden, closed)

    page = text(client, course.url)

    assert "Sebaiknya sudah menyelesaikan" not in page


def test_courses_do_not_ask_for_each_other_in_a_ring():
    first = CourseFactory()
    second = after(first)
    first.prerequisites = [("course", second)]

    with pytest.raises(ValidationError) as refused:
        first.clean()
    assert list(refused.value.message_dict) == ["prerequisites"]
    second.clean()


@pytest.mark.parametrize("code", ["3.9", "abc", "3.1;2.2"])
def test_a_code_that_digcomp_does_not_have_is_refused(code):
    course = CourseFactory()
    course.digcomp = code

    with pytest.raises(ValidationError) as refused:
        course.full_clean()
    assert list(refused.value.message_dict) == ["digcomp"]


STEP = {"title": "Buka situs", "text": "", "expected": "Beranda.", "trouble": "Periksa kuota."}


def test_the_booklet_holds_every_public_lesson_with_what_to_do_when_it_fails(client):
    course = CourseFactory(title="Belajar", slug="belajar", needs="HP.")
    LessonFactory(parent=course, title="Satu", steps=[("step", STEP)])
    LessonFactory(parent=course, title="Dua", steps=[("step", STEP)])
    LessonFactory(parent=course, title="Nanti", live=False)

    page = text(client, "/pelatihan/belajar/buku/")

    assert page.count("<b>Kalau tidak berhasil:</b> Periksa kuota.") == 2
    assert "2. Dua" in page
    assert "Nanti" not in page
    assert "Periksa kuota." in text(client, "/pelatihan/belajar/satu/")


def test_a_course_that_is_not_public_has_no_booklet(client):
    CourseFactory(slug="tersembunyi", live=False)

    assert client.get("/pelatihan/tersembunyi/buku/").status_code == 404
    assert client.get("/pelatihan/tidak-ada/buku/").status_code == 404


def test_no_lesson_takes_the_address_of_the_booklet():
    lesson = LessonFactory(slug="satu")
    lesson.slug = "buku"

    with pytest.raises(ValidationError) as refused:
        lesson.full_clean()
    assert list(refused.value.message_dict) == ["slug"]


# Questions to oneself


def options(*right: bool) -> list[dict]:
    return [
        {"text": f"Pilihan {number}", "right": one, "feedback": f"Sebab {number}."}
        for number, one in enumerate(right, 1)
    ]


def question(*right: bool):
    block = QuestionBlock()
    return block.clean(block.to_python({"text": "Mana yang benar?", "options": options(*right)}))


@pytest.mark.parametrize(
    ("right", "words"),
    [
        ((False, False), "Belum ada pilihan yang benar. Centang “Ini benar” pada jawabannya."),
        ((True, True), "Semua pilihan ditandai benar. Hapus centangnya pada yang salah."),
    ],
)
def test_a_question_without_a_right_or_a_wrong_answer_is_refused(right, words):
    with pytest.raises(StructBlockValidationError) as refused:
        question(*right)
    assert refused.value.block_errors["options"].messages == [words]


def test_a_question_has_two_options_or_more():
    with pytest.raises(StructBlockValidationError):
        question(True)
    assert len(question(True, False)["options"]) == 2


def test_each_option_says_whether_it_is_right_and_why_without_scripts(client):
    lesson = LessonFactory(
        questions=[("question", {"text": "Mana yang <benar>?", "options": options(False, True)})]
    )

    page = text(client, lesson.url)

    assert "<h3>Mana yang &lt;benar&gt;?</h3>" in page
    assert '<summary>Pilihan 1</summary><p class="answer"><b>Belum tepat.</b> Sebab 1.</p>' in page
    assert '<summary>Pilihan 2</summary><p class="answer"><b>Benar.</b> Sebab 2.</p>' in page


def test_the_booklet_asks_on_paper_without_the_answers(client):
    course = CourseFactory(slug="belajar")
    LessonFactory(parent=course, questions=[("question", {"text": "Mana?", "options": options(False, True)})])

    page = text(client, "/pelatihan/belajar/buku/")

    assert page.count("☐ Pilihan") == 2
    assert "Sebab" not in page


def test_a_lesson_without_questions_speaks_of_none(client):
    assert "Periksa diri" not in text(client, LessonFactory().url)
