"""From the printed card to the class board: a new trainee on a small phone, and the facilitator who leads."""

import json
import re
import secrets

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import Watch, assert_accessible, assert_no_sideways_scroll

LEADER = "fasilitator-uji"
TRAINEE = "Siti Uji Kartu"
SLOW = 30_000  # ms
READ_CLASS = """
import json
from pelatihan.models import *
from pelatihan.events.cards import code_of
one = TrainingClass.objects.get(name="Kelas uji kartu")
lesson = LessonPage.objects.get(slug="menulis-dan-menerbitkan-berita")
print(json.dumps({
    "pk": one.pk,
    "code": code_of(one.memberships.get()),
    "lesson": lesson.get_url(),
    "exercise": Exercise.objects.get(lesson=lesson, required=True).pk,
    "quiz": Quiz.objects.get(lesson=lesson).pk,
    "right": {
        question.text: [option["value"]["text"] for option in question.answer.raw_data[0]["value"].get("options", [])
                        if option["value"]["right"]]
        or question.answer.raw_data[0]["value"].get("right")
        or [item["value"] for item in question.answer.raw_data[0]["value"].get("items", [])]
        for question in Quiz.objects.get(lesson=lesson).bank.questions.all()
    },
}))
"""


@pytest.fixture
def password(site) -> str:
    """That of the facilitator."""
    made = secrets.token_urlsafe(12)
    site.python(
        "import json, sys;"
        "from django.contrib.auth import get_user_model;"
        "from django.contrib.auth.models import Group;"
        "name, password = json.load(sys.stdin);"
        "user = get_user_model().objects.create_user(name, password=password, first_name='Rini');"
        "user.groups.add(Group.objects.get(name='Fasilitator'))",
        stdin=json.dumps([LEADER, made]),
    )
    return made


@pytest.fixture
def leader(new_context, site, password) -> Page:
    page = new_context().new_page()
    page.goto("/pelatihan/fasilitator/")
    page.fill("input[name=username]", LEADER)
    page.fill("input[name=password]", password)
    page.click("form button[type=submit]")
    page.wait_for_url("**/pelatihan/fasilitator/")
    return page


def look(page: Page, width: int = 320) -> None:
    """Every screen of people's own: nothing wider than the phone, nothing that axe finds."""
    assert_accessible(page)
    size = page.viewport_size
    assert_no_sideways_scroll(page, width)
    page.set_viewport_size(size)


def make_class(leader: Page) -> None:
    leader.get_by_role("link", name="Buat kelas").click()
    look(leader)
    leader.get_by_label("Nama kelas").fill("Kelas uji kartu")
    leader.get_by_label("Menulis dan menerbitkan berita desa").check()
    leader.get_by_label("Nama peserta").fill(f"{TRAINEE}\n")
    leader.get_by_role("button", name="Buat kelas").click()
    expect(leader.get_by_text("Kelas “Kelas uji kartu” dibuat.")).to_be_visible()
    leader.get_by_role("link", name="Ruang latihan").click()
    leader.get_by_role("button", name="Buat ruang latihan").click()
    expect(leader.get_by_text("Ruang latihan terbuka sejak")).to_be_visible()
    look(leader)
    leader.go_back()
    leader.get_by_role("link", name="Kelas uji kartu").first.click()


def write_news(phone: Page) -> None:
    """In the real admin, on the phone."""
    phone.get_by_role("link", name="Buka folder latihan saya").click()
    phone.get_by_role("link", name="Tambah halaman di bawahnya").first.click()
    phone.get_by_role("link", name="Berita").first.click()
    phone.fill("#id_title", "Gotong royong membersihkan balai")
    phone.fill("#id_intro", "Warga membersihkan balai desa pada hari Minggu.")
    phone.locator("#id_body-add, .c-sf-add-button").first.click()
    phone.get_by_role("option", name="Tulisan").click()
    editor = phone.locator("[contenteditable=true]").first
    editor.click()
    phone.keyboard.type("Warga datang pagi membawa sapu dan cangkul.")
    phone.keyboard.press("Enter")
    phone.keyboard.type("Siang harinya semua makan bersama di halaman.")
    # The editor writes what was typed into its form a moment later.
    expect(phone.locator("input[name=body-0-value]")).to_have_value(re.compile("bersama di halaman"))
    phone.get_by_role("button", name="Tindakan lain").click()
    phone.get_by_role("button", name="Terbitkan").click()
    phone.wait_for_url("**/admin/pages/*/", timeout=SLOW)


def take_quiz(phone: Page, right: dict) -> None:
    for question, answer in right.items():
        field = phone.locator("fieldset", has_text=question)
        if isinstance(answer, str):
            field.get_by_label("Benar" if answer == "benar" else "Salah", exact=True).check()
        elif field.locator("select").count():
            for number, item in enumerate(answer, 1):
                field.locator(".rows label", has_text=item).locator("select").select_option(str(number))
        else:
            for text in answer:
                field.get_by_label(text, exact=True).check()


def test_a_trainee_comes_with_a_card_and_the_facilitator_sees_what_he_learned(site, phone, leader):
    make_class(leader)
    known = json.loads(site.python(READ_CLASS))
    address = f"/pelatihan/masuk/#{known['code']}"

    phone.goto(address)
    phone.get_by_role("button", name="Masuk dan belajar").click()
    expect(phone.locator(".fault", has_text="sedang tidak dibuka")).to_be_visible()

    leader.get_by_role("button", name="Buka kelas").click()
    expect(leader.get_by_text("Kelas sedang dibuka")).to_be_visible()
    look(leader)

    watch = Watch(phone, site.url)
    phone.goto("/pelatihan/")
    phone.goto(address)
    assert phone.url.endswith("/pelatihan/masuk/")  # the code stays in no history
    look(phone)
    phone.get_by_role("button", name="Masuk dan belajar").click()
    expect(phone.get_by_text(f"Selamat datang, {TRAINEE}")).to_be_visible()
    look(phone)

    phone.get_by_role("link", name="Mulai").first.click()
    phone.wait_for_url(f"**{known['lesson']}")
    buttons = phone.get_by_role("button", name="Sudah saya lakukan")
    for number in range(buttons.count()):
        with phone.expect_response("**/pelatihan/saya/pelajaran/**"):
            buttons.nth(number).click()
    expect(phone.get_by_text(f"Kemajuan disimpan atas nama {TRAINEE}.")).to_be_visible()

    phone.goto(f"/pelatihan/saya/latihan/{known['exercise']}/")
    look(phone)
    phone.get_by_role("button", name="Mulai latihan").click()
    phone.get_by_role("button", name="Periksa pekerjaan saya").click()
    expect(phone.get_by_text("Belum ada berita di folder latihan Anda.")).to_be_visible()
    look(phone)
    write_news(phone)
    phone.goto(f"/pelatihan/saya/latihan/{known['exercise']}/")
    phone.get_by_role("button", name="Periksa pekerjaan saya").click()
    expect(phone.get_by_text("Lulus mandiri")).to_be_visible()
    look(phone)

    phone.goto(f"/pelatihan/saya/kuis/{known['quiz']}/")
    phone.get_by_role("button", name="Mulai").first.click()
    take_quiz(phone, known["right"])
    phone.get_by_role("button", name="Kumpulkan").click()
    expect(phone.get_by_text("100 dari 70")).to_be_visible()

    phone.goto("/pelatihan/saya/")
    expect(phone.get_by_text("1 dari 1 pelajaran selesai.")).to_be_visible()
    watch.assert_quiet()

    leader.reload()
    expect(leader.get_by_role("cell", name="✓ selesai")).to_be_visible()
    look(leader)

    leader.get_by_role("button", name="Tutup kelas").click()
    phone.reload()
    phone.wait_for_url("**/admin/login/**")
