"""The 18 courses, each practised through once: all steps, the quiz with its right answers, the exercises by the admin's
own forms, until the lesson is finished."""

import datetime as dt
import re

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Page

from pelatihan.courses.progress import runs as progress
from pelatihan.courses.progress.queries import progress_table, step_ids
from pelatihan.courses.quizzes import rules
from pelatihan.courses.quizzes import runs as quizzes
from pelatihan.courses.quizzes.models import Quiz
from pelatihan.events.trainees import account_of
from pelatihan.example.courses import COURSES, OFFICIALS, RESIDENTS
from pelatihan.models import CoursePage, Exercise, LessonPage
from pelatihan.practice import runs
from pelatihan.practice.checks.versions import GOOD
from tests.factories.home import UserFactory
from tests.factories.pelatihan import ParticipantFactory, practice_room
from tests.pelatihan.practice.office import (
    Office,
    documents_block,
    image_block,
    moment,
    rich_text,
    table_block,
)

# Each worker that runs one of these tests loads the example: one is enough.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("curriculum")]

LONGEST_SENTENCE = 24  # words; readers of primary-school level


@pytest.fixture(scope="module")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("curriculum-media")


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, media):
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        call_command("load_example")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def example(loaded, media, settings):
    settings.MEDIA_ROOT = media


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"[.!?:]\s+|\n", re.sub(r"<[^>]+>", " ", text)) if one.strip()]


def test_there_are_eight_for_officials_and_ten_for_residents():
    kinds = [course.audience for course in COURSES]
    assert (len(OFFICIALS), len(RESIDENTS)) == (8, 10)
    assert kinds == ["perangkat"] * 8 + ["warga"] * 10
    assert all(1 <= len(course.lessons) <= 3 for course in COURSES)


def test_every_course_has_a_quiz_and_every_lesson_something_to_do():
    assert [c.slug for c in COURSES if not any(lesson.quiz for lesson in c.lessons)] == []
    assert [lesson.slug for c in COURSES for lesson in c.lessons if not lesson.exercises] == []
    assert [lesson.slug for c in COURSES for lesson in c.lessons if not lesson.questions] == []


def test_sentences_are_short():
    long = [
        sentence
        for course in COURSES
        for lesson in course.lessons
        for step in lesson.steps
        for text in (step.title, step.text, step.expected, step.trouble, step.tip)
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def seeded(attempt) -> Page:
    return Page.objects.get(pk=next(iter(attempt.seeds.values()))["page"]).specific


class Hands:
    """How each check of the catalogue is done."""

    def __init__(self, office: Office):
        self.office = office

    def do(self, key: str, attempt, values) -> str:
        """Does it; answers what is to be typed."""
        return getattr(self, key)(attempt, values) or ""

    def berita(self, attempt, values):
        self.office.news()

    def foto(self, attempt, values):
        photos = [
            image_block(self.office.photo(f"Foto {n}", f"Sungai di pagi hari {n}", f"IMG_{n}.jpg"))
            for n in range(values["pictures"])
        ]
        self.office.news(extra=photos)

    def dokumen(self, attempt, values):
        self.office.page(extra=[documents_block(self.office.document())])

    def peraturan(self, attempt, values):
        self.office.regulation(document=self.office.document("Perdes 3 Tahun 2026").pk)

    def pulihkan(self, attempt, values):
        seeds = next(iter(attempt.seeds.values()))
        self.office.restore(seeded(attempt), seeds["good"])
        assert GOOD

    def jadwal(self, attempt, values):
        self.office.news(go_live_at=moment(timezone.now() + dt.timedelta(days=3)))

    def persetujuan(self, attempt, values):
        page = self.office.news(publish=False)
        self.office.submit(page)
        page.refresh_from_db()
        page.current_workflow_task_state.approve(user=UserFactory(roles=["Penerbit"]))

    def tarik(self, attempt, values):
        self.office.unpublish(seeded(attempt))

    def data_warga(self, attempt, values):
        text = (
            "<p>Rapat RT 02 membahas jadwal ronda dan iuran kebersihan untuk bulan depan.</p>"
            "<p>Hasil rapat ditempel di papan pengumuman balai desa.</p>"
        )
        self.office.edit(seeded(attempt), blocks=[("text", rich_text(text))])

    def privasi(self, attempt, values):
        self.office.make_private(seeded(attempt))

    def tabel(self, attempt, values):
        rows = ("Perbaikan jalan", "45.000.000"), ("Posyandu", "12.500.000"), ("Penerangan", "7.750.000")
        self.office.edit(seeded(attempt), blocks=[table_block(*rows, ("Jumlah", "65.250.000"))])

    def temukan(self, attempt, values):
        return values["accepted"][0]

    def lakukan(self, attempt, values):
        return "ya"


def take_quiz(quiz: Quiz, who) -> None:
    """Hands in the right answers, as the frozen questions know them."""
    attempt = quizzes.start(quiz, who)
    right = {
        answer.number: answer.frozen["right"][0]
        if answer.frozen["kind"] == rules.SHORT
        else answer.frozen["right"]
        for answer in attempt.answers.all()
    }
    quizzes.save(attempt, right)
    assert quizzes.submit(attempt).passed


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.slug)
def test_a_course_is_done_from_its_first_step_to_finished(example, client, course):
    office_worker = course.audience == "perangkat"
    if office_worker:
        room = practice_room(name="Peserta Contoh")
        who = room.participant
    else:
        who, room = ParticipantFactory(name="Warga Contoh"), None
        account_of(who)
        who.refresh_from_db()
    client.force_login(who.user)
    hands = Hands(Office(client, room)) if room else Hands(None)
    page = CoursePage.objects.get(slug=course.slug)
    lessons = list(LessonPage.objects.child_of(page))
    assert len(lessons) == len(course.lessons)
    for lesson in lessons:
        progress.mark_steps(who, lesson, step_ids(lesson))
        for quiz in Quiz.objects.filter(lesson=lesson):
            take_quiz(quiz, who)
        for exercise in Exercise.objects.filter(lesson=lesson, required=True):
            attempt = runs.begin(exercise, who)
            answers = {
                str(block.id): hands.do(block.block_type, attempt, block.value) for block in exercise.checks
            }
            findings = runs.check(attempt, answers)
            assert [one.words for one in findings if not one.ok] == [], exercise.title
            assert attempt.result == "mandiri"
    table = progress_table([who], lessons)
    assert [table[who.pk, lesson.pk].finished for lesson in lessons] == [True] * len(lessons)


def test_where_an_answer_is_to_be_found_it_stands(example, client):
    missing = []
    for exercise in Exercise.objects.filter(lesson__in=LessonPage.objects.all()):
        for block in exercise.checks:
            if block.block_type == "temukan":
                text = client.get(block.value["page"]).content.decode().lower()
                if not any(answer.lower() in text for answer in block.value["accepted"] if len(answer) > 2):
                    missing.append(block.value["question"])
    assert missing == []


def test_the_pages_that_exercises_lead_to_are_there(example, client):
    pages = {
        block.value["page"]
        for exercise in Exercise.objects.all()
        for block in exercise.checks
        if block.block_type in {"temukan", "lakukan"} and block.value["page"] != "/admin/"
    }
    steps = {step.value["link_url"] for lesson in LessonPage.objects.all() for step in lesson.steps}
    assert {page: client.get(page).status_code for page in pages | steps - {"", None}} == dict.fromkeys(
        pages | steps - {"", None}, 200
    )
