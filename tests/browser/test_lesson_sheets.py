"""What the training prints: a lesson on one A4 page, trainees' cards to cut. And 0 axe violations on its pages."""

import json

import pypdfium2
import pytest

from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

LESSONS = (
    "import json; from pelatihan.models import *; print(json.dumps([p.get_url() for p in {}.objects.live()]))"
)
MAKE_CLASS = """
from pelatihan.events import runs
from pelatihan.events.rules import Named
from pelatihan.models import TrainingClass
one = TrainingClass.objects.create(name="Kelas cetak")
runs.add_people(one, [Named(f"Warga Contoh {number}", "RT 02") for number in range(8)])
print(one.pk)
"""
LARGEST = 60 * 1024  # bytes of a lesson without its pictures


@pytest.fixture(scope="module")
def lessons(site) -> list[str]:
    return json.loads(site.python(LESSONS.format("LessonPage")))


def sheets(page) -> int:
    return len(pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True)))


def test_each_lessons_card_is_one_sheet_of_paper(page, lessons):
    found = {}
    for address in lessons:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found[address] = sheets(page)
    assert len(found) >= 20
    assert {address: number for address, number in found.items() if number != 1} == {}


def test_every_course_and_lesson_is_open_to_everybody(phone, lessons, site):
    courses = json.loads(site.python(LESSONS.format("CoursePage")))
    for address in [*courses, *lessons]:
        answer = phone.goto(address)
        assert len(answer.body()) < LARGEST, address
        assert_accessible(phone)
        assert_no_sideways_scroll(phone)


def test_eight_trainees_cards_are_one_sheet(signed_in, site):
    key = site.python(MAKE_CLASS).strip()
    page = signed_in("administrator")
    page.goto(f"/pelatihan/fasilitator/kelas/{key}/kartu/")
    assert page.locator(".trainee-card").count() == 8
    assert sheets(page) == 1
