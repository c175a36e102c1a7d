"""Names lie on a phone only as long as their list is needed there, whatever screen is opened next; and what a phone
with a wrong clock or a foreign card brings."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hall import CLOSE, KEPT, person, tap, waiting

TAKE_OFF = """
import sys
from pelatihan.models import *
session = Session.objects.get(pk=int(sys.stdin.read()))
session.facilitators.clear()
Programme.objects.filter(pk=session.event.programme_id).update(coordinator=None)
"""
MOMENTS = """
import json, sys
from django.utils import timezone
from pelatihan.models import *
notes = AttendanceNote.objects.filter(session=int(sys.stdin.read()))
print(json.dumps([[round((timezone.now() - one.happened_at).total_seconds()), one.odd, one.status] for one in notes]))
"""
PERSONAL, PUBLIC = "/pelatihan/fasilitator/program/", "/pelatihan/"


def lists(page: Page) -> str:
    return page.evaluate(KEPT)["lists"]


def expect_no_names(page: Page) -> None:
    for _ in range(40):
        if lists(page) == "[]":
            return
        page.wait_for_timeout(100)
    assert lists(page) == "[]"


@pytest.mark.parametrize("change", [CLOSE, TAKE_OFF], ids=["closed", "taken off"])
def test_names_go_on_any_personal_screen_once_the_list_is_needed_no_more(hall, new_phone, change):
    page = new_phone().new_page()
    hall.open_list(page, hall.facilitators[0])
    page.goto(PERSONAL)
    page.wait_for_load_state("networkidle")
    assert "Peserta Uji" in lists(page)  # the session goes on, and so does the list
    hall.site.python(change, stdin=str(hall.session))
    page.goto(PERSONAL)
    expect_no_names(page)


def test_names_go_when_the_list_itself_hears_that_the_session_is_closed(hall, new_phone):
    page = new_phone().new_page()
    hall.open_list(page, hall.facilitators[0])
    hall.site.python(CLOSE, stdin=str(hall.session))
    page.reload()
    expect(page.get_by_text("Sesi ini sudah ditutup.")).to_be_visible()
    expect_no_names(page)


def test_what_waits_keeps_its_list_until_it_is_sent(hall, new_phone):
    context = new_phone()
    page = context.new_page()
    hall.open_list(page, hall.facilitators[0])
    context.set_offline(True)
    tap(page, 3)
    expect(waiting(page)).to_have_text("1 belum terkirim")
    page.goto("about:blank")
    hall.site.python(CLOSE, stdin=str(hall.session))
    context.set_offline(False)
    page.goto(PERSONAL)
    page.wait_for_load_state("networkidle")
    assert "Peserta Uji" in lists(page)
    page.goto(f"/pelatihan/fasilitator/presensi/#sesi={hall.session}")
    expect(waiting(page)).to_have_text("Semua catatan sudah di server", timeout=20_000)
    expect_no_names(page)


def test_no_name_stays_on_the_screen_of_whoever_is_not_signed_in_any_more(hall, new_phone):
    context = new_phone()
    page = context.new_page()
    hall.open_list(page, hall.facilitators[0])
    context.set_offline(True)
    tap(page, 3)
    context.clear_cookies()
    context.set_offline(False)
    expect(page.get_by_role("link", name="Masuk")).to_be_visible()
    assert "1 catatan di HP ini belum terkirim dan tetap tersimpan." in page.inner_text("main")
    assert "Peserta Uji" not in page.content()


def test_names_go_when_somebody_else_has_signed_in(hall, new_phone):
    context = new_phone()
    page = context.new_page()
    hall.open_list(page, hall.facilitators[0])
    other = (
        context.new_page()
    )  # the sign-in itself forgets them; here it happened in another tab, before the list
    context.clear_cookies()
    hall.sign_in(other, hall.facilitators[1], PERSONAL)
    page.evaluate(
        """async (list) => {
            const opened = await new Promise((done) => {
                const asked = indexedDB.open("balai");
                asked.onsuccess = () => done(asked.result);
            });
            opened.transaction("lists", "readwrite").objectStore("lists").put(list);
        }""",
        {"id": hall.session, "user": 0, "offset": 0, "people": [{"name": "Peserta Uji 01"}]}
        | {"session": {"ends": "2999-01-01T00:00:00Z"}},
    )
    assert "Peserta Uji" in lists(page)
    other.reload()
    expect_no_names(other)


def test_after_signing_out_elsewhere_old_names_go_on_public_pages_too(hall, new_phone):
    """The session ended by itself, and nobody opens a personal screen again: the worker forgets by the clock."""
    context = new_phone()
    page = context.new_page()
    hall.open_list(page, hall.facilitators[0])
    context.clear_cookies()
    page.goto(PUBLIC)
    page.evaluate(
        """async () => {
            const result = (ask) => new Promise((done) => { ask.onsuccess = () => done(ask.result); });
            const database = await result(indexedDB.open("balai"));
            const store = database.transaction("lists", "readwrite").objectStore("lists");
            const [list] = await result(store.getAll());
            list.session.ends = new Date(Date.now() - 25 * 3_600_000).toISOString();
            await result(store.put(list));
        }"""
    )
    assert "Peserta Uji" in lists(page)
    page.goto(PUBLIC)
    expect_no_names(page)


@pytest.mark.parametrize("days", [-1, 2])
def test_a_phone_whose_clock_is_days_off_notes_the_right_hour(hall, new_phone, days):
    context = new_phone()
    page = context.new_page()
    page.add_init_script(
        f"""{{
            const off = {days} * 86_400_000, Real = Date;
            window.Date = class extends Real {{
                constructor(...given) {{ super(...(given.length ? given : [Real.now() + off])); }}
                static now() {{ return Real.now() + off; }}
            }};
        }}"""
    )
    hall.open_list(page, hall.facilitators[0])
    context.set_offline(True)
    tap(page, 1)
    expect(waiting(page)).to_have_text("1 belum terkirim")
    page.reload()
    expect(person(page, 1)).to_contain_text("tersimpan di HP")  # the list is still there
    context.set_offline(False)
    expect(waiting(page)).to_have_text("Semua catatan sudah di server", timeout=20_000)
    ((seconds, odd, status),) = json.loads(hall.site.python(MOMENTS, stdin=str(hall.session)))
    assert 0 <= seconds < 120
    assert (odd, status) == (True, "hadir")


CAMERA = """
    window.BarcodeDetector = class { async detect() { return window.shown ? [{ rawValue: window.shown }] : []; } };
    navigator.mediaDevices.getUserMedia = async () => {
        const canvas = document.createElement("canvas");
        canvas.getContext("2d").fillRect(0, 0, 9, 9);
        setInterval(() => canvas.getContext("2d").fillRect(0, 0, 9, 9), 100);
        return canvas.captureStream();
    };
"""


def test_the_camera_tells_a_card_of_another_village(hall, new_phone):
    page = new_phone().new_page()
    page.add_init_script(CAMERA)
    hall.open_list(page, hall.facilitators[0])
    page.get_by_text("Kartu peserta").click()
    page.get_by_role("button", name="Pindai dengan kamera").click()
    said = page.locator("[data-scanned]")
    code = hall.facts["codes"][0]
    for shown, words in (
        (f"https://desa-lain.example/pelatihan/hadir/#{code}", "Kartu ini dari situs desa lain."),
        ("https://", "Kartu ini dari situs desa lain."),
        (f"{hall.site.url}/pelatihan/hadir/#0000-0000", "Kartu ini bukan kartu peserta kegiatan ini."),
        ("WIFI:S:Balai;;", "Kartu ini bukan kartu peserta kegiatan ini."),
    ):
        said.evaluate("place => { place.textContent = ''; }")
        page.evaluate("shown => { window.shown = shown; }", shown)
        expect(said).to_have_text(words)
    assert hall.read()["rows"] == 0
    page.evaluate("shown => { window.shown = shown; }", f"{hall.site.url}/pelatihan/hadir/#{code}")
    expect(said).to_have_text("Peserta Uji 01: hadir.")
    expect(person(page, 1)).to_contain_text("di server")
