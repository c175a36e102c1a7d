"""A quiz as people take it: on a phone with a bad signal, without scripts, by keyboard, on paper."""

import json
from dataclasses import dataclass

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.checks import Watch, assert_accessible, assert_no_sideways_scroll

MAKE = """
import json
from django.contrib.auth import get_user_model
from home.models import VillageImage
from pelatihan.models import (
    CoursePage, LessonPage, Membership, Participant, Question, QuestionBank, Quiz, TrainingClass, TrainingIndexPage
)

course = TrainingIndexPage.objects.get().add_child(instance=CoursePage(title="Kursus kuis", intro="Uji."))
step = ("step", {"title": "Baca", "text": "", "expected": "Terbaca."})
lesson = course.add_child(instance=LessonPage(title="Pelajaran kuis", intro="Uji.", steps=[step]))
bank = QuestionBank.objects.create(name="Uji di peramban")
images = list(VillageImage.objects.all()[:3])


def options(*texts, right):
    return {"options": [{"text": text, "right": text in right, "feedback": f"Tentang {text}."} for text in texts]}


pairs = [{"picture": image, "alt": f"Tanda {n}", "text": f"Arti {n}"} for n, image in enumerate(images)]
for text, kind, answer in (
    ("Siapa yang boleh tahu kode OTP Anda?", "satu", options("Saya sendiri", "Petugas bank", right=["Saya sendiri"])),
    ("Apa yang ada di berita?", "beberapa", options("Waktu", "Tempat", "NIK", right=["Waktu", "Tempat"])),
    ("Kode OTP boleh diberikan kepada petugas.", "benar_salah", {"right": "salah", "feedback": "Jangan."}),
    ("Urutkan langkahnya.", "urutan", {"items": ["Tulis", "Periksa", "Ajukan"], "feedback": ""}),
    ("Cocokkan tandanya.", "jodohkan", {"pairs": pairs, "feedback": ""}),
    ("Di mana surat diambil?", "isian", {"accepted": ["balai desa"], "feedback": "Di balai desa."}),
):
    Question.objects.create(bank=bank, text=text, answer=[(kind, answer)])
quiz = Quiz.objects.create(lesson=lesson, title="Kuis uji", bank=bank, pass_percent=70)
training_class = TrainingClass.objects.create(name="Kelas kuis")
training_class.courses.add(course)
for name in ("Budi", "Siti"):
    person = Participant.objects.create(name=name)
    Membership.objects.create(training_class=training_class, participant=person)
print(json.dumps([quiz.pk, training_class.pk, person.pk]))
"""


@dataclass
class Made:
    quiz: int
    training_class: int
    person: int

    @property
    def address(self) -> str:
        return f"/pelatihan/saya/kuis/{self.quiz}/"


@pytest.fixture(scope="module")
def made(site) -> Made:
    return Made(*json.loads(site.python(MAKE)))


def answer_all(page) -> None:
    page.get_by_label("Saya sendiri").check()
    page.get_by_label("Waktu").check()
    page.get_by_label("Tempat").check()
    page.get_by_label("Salah", exact=True).check()
    for place, text in enumerate(("Tulis", "Periksa", "Ajukan"), 1):
        page.locator(".rows label", has_text=text).locator("select").select_option(str(place))
    for number in range(3):
        row = page.locator("label", has=page.get_by_alt_text(f"Tanda {number}"))
        row.locator("select").select_option(label=f"Arti {number}")
    page.get_by_label("Jawaban soal").fill("Balai dsea")


def test_on_a_phone_each_answer_is_kept_also_when_the_signal_was_away(signed_in, site, made):
    page = signed_in("operator")
    watch = Watch(page, site.url)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(made.address)
    assert_accessible(page)
    page.get_by_role("button", name="Mulai").click()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_label("Saya sendiri").check()
    page.get_by_text("Tersimpan.").wait_for()
    watch.assert_quiet()

    page.context.set_offline(True)
    page.get_by_label("Waktu").check()
    page.get_by_text("Belum terkirim.").wait_for()
    page.context.set_offline(False)
    page.get_by_text("Belum terkirim.").wait_for(state="detached", timeout=15_000)
    page.reload()
    assert page.get_by_label("Saya sendiri").is_checked()
    assert page.get_by_label("Waktu").is_checked()

    page.get_by_role("button", name="Kumpulkan").click()
    expect(page.get_by_text("Belum dikumpulkan.")).to_be_visible()
    assert_accessible(page)
    answer_all(page)
    page.get_by_role("button", name="Kumpulkan", exact=True).click()
    expect(page.get_by_text("Lulus: 100 dari 70 yang diperlukan.")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_without_scripts_and_by_keyboard_the_form_does_it(new_context, sign_ins, made):
    page = new_context(java_script_enabled=False, storage_state=sign_ins("penerbit")).new_page()
    page.goto(made.address)
    page.get_by_role("button", name="Mulai").press("Enter")
    page.get_by_label("Saya sendiri").press("Space")
    page.get_by_role("button", name="Simpan dulu").press("Enter")
    expect(page.get_by_text("Jawaban disimpan.")).to_be_visible()
    assert page.get_by_label("Saya sendiri").is_checked()
    answer_all(page)
    page.get_by_role("button", name="Kumpulkan").press("Enter")
    expect(page.get_by_text("Lulus: 100 dari 70 yang diperlukan.")).to_be_visible()


def test_the_sheet_fits_one_page_of_paper_and_is_typed_in(signed_in, site, made):
    page = signed_in("administrator")
    watch = Watch(page, site.url)
    rooms = f"/pelatihan/fasilitator/kelas/{made.training_class}/kuis/"
    page.goto(rooms)
    assert_accessible(page)
    page.get_by_role("link", name="Kuis uji").click()
    page.get_by_role("button", name="Buat lembar soal").click()
    assert_accessible(page)
    paper = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    text = paper[0].get_textpage().get_text_range()
    assert (len(paper), "Nama:" in text, "6. " in text, "Ketik jawaban" in text) == (1, True, True, False)
    assert_no_sideways_scroll(page)

    page.get_by_role("link", name="Ketik jawaban Siti").click()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    for label in ("Saya sendiri", "Waktu", "Tempat"):
        page.get_by_label(label).check()
    page.get_by_role("button", name="Simpan dan nilai").click()
    expect(page.get_by_text("Siti: Belum lulus: 33,33 dari 70 yang diperlukan.")).to_be_visible()
    page.goto(f"{rooms}{made.quiz}/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    watch.assert_quiet()
