"""A course says for whom it is, what to have ready and what to have done before; its booklet holds all lessons."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

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
