"""What a programme achieved, on a phone: a resident says how it was, a facilitator types scores in and reads it all."""

import json
import re
from dataclasses import dataclass

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.checks import Watch, assert_accessible, assert_no_sideways_scroll

MAKE = """
import json
import uuid
from datetime import timedelta
from decimal import Decimal
from django.contrib.auth import get_user_model
from django.utils import timezone
from pelatihan.courses.quizzes.runs import asked_now
from pelatihan.events.attendance.models import Attendance, AttendanceNote
from pelatihan.evaluation.models import Assessment, Score
from pelatihan.evaluation.runs import make_sheet, react
from pelatihan.models import (
    CoursePage, Event, LessonPage, Observation, Participant, Programme, Question, QuestionBank, Quiz, QuizAnswer,
    QuizAttempt, Registration, Session, TrainingIndexPage,
)

now = timezone.now()
today = timezone.localdate()
course = TrainingIndexPage.objects.get().add_child(instance=CoursePage(title="Kursus evaluasi", intro="Uji."))
step = ("step", {"title": "Baca", "text": "", "expected": "Terbaca."})
lesson = course.add_child(instance=LessonPage(title="Mengenali hoaks di grup WA", intro="Uji.", steps=[step]))


def programme_of(name, slug, **facts):
    made = Programme.objects.create(
        name=name, slug=slug, starts_on=today - timedelta(days=80), ends_on=today - timedelta(days=40)
    )
    made.courses.add(course)
    event = Event.objects.create(programme=made, kind="pelatihan_teknis", title="Pelatihan operator")
    sessions = [
        Session.objects.create(
            event=event, topic=topic, place="Balai desa", starts_at=start, ends_at=start + timedelta(hours=2),
            opens_at=start, closes_at=start + timedelta(hours=2), zone="Asia/Jakarta", state="terbuka",
        )
        for topic, start in (("Hari pertama", now - timedelta(days=60)), ("Hari kedua", now - timedelta(hours=1)))
    ]
    return made, event, sessions


programme, event, sessions = programme_of("Desa melek internet", "uji-evaluasi")
bank = QuestionBank.objects.create(name="Evaluasi di peramban")
options = [{"text": text, "right": text == "Ya", "feedback": ""} for text in ("Ya", "Tidak")]
questions = [
    Question.objects.create(
        bank=bank,
        text=text,
        answer=[("satu", {"options": options})],
    )
    for text in ("Apakah kode OTP dirahasiakan?", "Apakah tautan dari nomor asing di HP berbahaya?", "Bolehkah?")
]
first = Quiz.objects.create(lesson=lesson, title="Tes awal", bank=bank, purpose="awal")
last = Quiz.objects.create(lesson=lesson, title="Tes akhir", bank=bank, purpose="akhir")


def take(quiz, person, right, at):
    attempt = QuizAttempt.objects.create(
        quiz=quiz, participant=person, number=1, pass_percent=70, seed=1, started_at=at, submitted_at=at,
        earned=right, possible=3, passed=True,
    )
    for place, question in enumerate(sorted(asked_now(quiz, 1), key=lambda one: one["question"])):
        QuizAnswer.objects.create(
            attempt=attempt, number=place + 1, question_id=question["question"], version=question["version"],
            frozen=question["frozen"], given=question["frozen"]["right"] if place < right else None,
            earned=int(place < right), possible=1,
        )


for number in range(8):
    person = Participant.objects.create(name=f"Warga evaluasi {number + 1}")
    Registration.objects.create(
        event=event, participant=person, source="undangan", since=now - timedelta(days=90), number=number + 1
    )
    note = AttendanceNote.objects.create(
        session=sessions[0], participant=person, status="hadir", happened_at=now, recorded_by_name="Uji",
        method="daftar",
    )
    Attendance.objects.create(session=sessions[0], participant=person, status="hadir", note=note)
    Observation.objects.create(participant=person, lesson=lesson, level=number % 3, noted_by_name="Uji")
    if number < 7:
        take(first, person, number % 3, now - timedelta(days=70))
    take(last, person, 3 if number != 4 else 1, now - timedelta(days=50))
person.user = get_user_model().objects.filter(is_superuser=True).first()
person.save()
for number in range(6):
    react(sessions[0], uuid.uuid4(), ["senang", "biasa", "kecewa"][number % 2], "Waktunya kurang lama")
sheet = make_sheet(sessions[1])

paper, paper_event, _ = programme_of("Program di kertas", "uji-evaluasi-kertas")
for number, name in enumerate(("Siti", "Budi"), 1):
    Registration.objects.create(
        event=paper_event, participant=Participant.objects.create(name=name), source="undangan",
        since=now - timedelta(days=90), number=number,
    )
print(json.dumps([programme.pk, paper.pk, sessions[1].pk, sheet.code]))
"""


@dataclass
class Made:
    programme: int
    paper: int
    session: int
    code: str

    def at(self, rest: str = "", of: int | None = None) -> str:
        return f"/pelatihan/fasilitator/program/{of or self.programme}/evaluasi/{rest}"

    @property
    def door(self) -> str:
        return f"/pelatihan/tanggapan/{self.code}/"


@pytest.fixture(scope="module")
def made(site) -> Made:
    return Made(*json.loads(site.python(MAKE)))


def test_a_resident_says_how_it_was_without_scripts_and_without_a_cookie(new_context, site, made):
    context = new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    watch = Watch(page, site.url)
    page.goto(made.door)
    page.get_by_label("Apa yang sebaiknya diperbaiki, atau apa yang baik?").fill("NIK saya 1504052101900001")
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_text("Pilih salah satu wajah.").first).to_be_visible()
    expect(page.get_by_text("tampak seperti NIK").first).to_be_visible()
    page.get_by_text("Senang", exact=True).click()
    page.get_by_label("Apa yang sebaiknya diperbaiki, atau apa yang baik?").fill("Terima kasih, jelas sekali")
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_text("Tanggapan Anda sudah tersimpan, tanpa nama.")).to_be_visible()
    assert context.cookies() == []
    kept = f"list(Reaction.objects.filter(session={made.session}).values_list('face', 'line'))"
    said = site.python(f"from pelatihan.models import Reaction; print({kept})")
    assert said.strip() == "[('senang', 'Terima kasih, jelas sekali')]"
    watch.assert_quiet()


def test_the_form_is_accessible_on_a_phone(phone, site, made):
    watch = Watch(phone, site.url)
    phone.goto(made.door)
    assert_accessible(phone)
    phone.get_by_role("button", name="Kirim").click()
    assert_accessible(phone)
    assert_no_sideways_scroll(phone)
    watch.assert_quiet()


def test_a_facilitator_reads_everything_on_a_phone(signed_in, site, made):
    page = signed_in("administrator")
    watch = Watch(page, site.url)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(made.at())
    expect(page.get_by_role("heading", name="Yang dipelajari")).to_be_visible()
    expect(page.get_by_text("1 orang hanya ikut tes akhir")).to_be_visible()
    page.get_by_text("Nilai tiap orang (7)").click()
    expect(page.get_by_role("img", name="Rata-rata nilai 7 orang dari 100")).to_be_visible()
    # Letters of the pictures are as large as those around.
    letters = page.locator("svg.chart text").first.bounding_box()
    assert letters["height"] >= 13
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    for rest in ("cara/", "nilai/", f"tanggapan/{made.session}/"):
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(made.at(rest))
        assert_accessible(page)
        assert_no_sideways_scroll(page)
    watch.assert_quiet()


def test_scores_on_paper_are_typed_one_person_after_the_other(signed_in, site, made):
    page = signed_in("administrator")
    watch = Watch(page, site.url)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(made.at("cara/", made.paper))
    page.get_by_label("Tes di kertas, nilainya diketik").check()
    page.get_by_label("soal tes awal dan tes akhir setara").check()
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("link", name="Ketik nilai dari kertas").click()
    page.get_by_role("link", name="1. Siti").click()
    page.get_by_label("Tes awal (dari 10)").fill("41")
    page.get_by_role("button", name="Simpan, lanjut ke Budi").click()
    expect(page.get_by_text("Nilai tertinggi tes ini 10.").first).to_be_visible()
    assert_accessible(page)
    assert page.get_by_label("Tes awal (dari 10)").input_value() == "41"
    page.get_by_label("Tes awal (dari 10)").fill("4")
    page.get_by_label("Tes akhir (dari 10)").fill("7,5")
    page.get_by_role("button", name="Simpan, lanjut ke Budi").click()
    expect(page.get_by_role("heading", name="Budi")).to_be_visible()
    page.get_by_label("Tes akhir (dari 10)").fill("9")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Sudah diketik: 1 tes awal, 2 tes akhir, dari 2 orang.")).to_be_visible()
    assert_accessible(page)
    page.goto(made.at("", made.paper))
    expect(page.get_by_role("cell", name="0,58").first).to_be_visible()
    expect(page.get_by_text("1 orang hanya ikut tes akhir")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    watch.assert_quiet()


def test_the_code_to_hang_up_fills_one_page(signed_in, made):
    page = signed_in("administrator")
    page.goto(made.at(f"tanggapan/{made.session}/"))
    paper = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    text = paper[0].get_textpage().get_text_range()
    assert len(paper) == 1
    assert made.code in re.sub(r"\s", "", text)
    assert "Belum cukup" not in text
