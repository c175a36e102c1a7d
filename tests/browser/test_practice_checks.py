"""Each check of an exercise that is done in the practice room: one right run through the real admin, by hand, as the
trainee; and what the editor keeps by itself while somebody practises.

Each test has a trainee and a room of its own, which no other test reads. An exercise begins and ends on its own screen.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from project.lib.localdates import now
from tests import corpus
from tests.browser.test_approval import AUTOSAVE, EDITOR_READY, approve

SLOW = 30_000  # ms
HANDS_REST = 1_000  # ms until the editor of texts has put into the form what was typed
TITLE = "Gotong royong di balai desa"
TWO = ("Warga membersihkan balai desa pagi ini.", "Kegiatan dilanjutkan dengan makan bersama.")
SHEET = {"kind": "perdes", "number": "3", "enacted_on": "2026-02-02", "promulgated_on": "2026-02-03"}
CHECKS = {
    "berita": {},
    "foto": {},
    "dokumen": {},
    "peraturan": SHEET,
    "pulihkan": {},
    "jadwal": {},
    "persetujuan": {},
    "tarik": {},
    "data_warga": {},
    "privasi": {},
    "tabel": {},
}
MORE = ("pulihkan", "berita")  # for what the editor keeps by itself

MAKE = """
import json, sys
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from pelatihan.events.cards import BACKEND
from pelatihan.models import CoursePage, Exercise, LessonPage, Participant, TrainingIndexPage
from pelatihan.practice.checks.catalogue import CHECKS
from pelatihan.practice.rooms import make_room

course = TrainingIndexPage.objects.get().add_child(instance=CoursePage(title="Kursus latihan", intro="Uji."))
step = ("step", {"title": "Baca", "text": "", "expected": "Terbaca."})
made = []
for number, (check, values) in enumerate(json.load(sys.stdin)):
    lesson = course.add_child(instance=LessonPage(title=f"Pelajaran latihan {number}", intro="Uji.", steps=[step]))
    raw = [{"type": check, "value": {"title": "Yang diperiksa", **values}}]
    exercise = Exercise(lesson=lesson, title=f"Latihan {number}", task="Kerjakan.", checks=json.dumps(raw))
    exercise.save()
    room = make_room(Participant.objects.create(name=f"Peserta {number}"))
    user = room.participant.user
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    made.append([check, exercise.pk, room.folder_id, session.session_key])
print(json.dumps([made, [key for key, check in CHECKS.items() if check.needs_room]]))
"""


@dataclass
class Trainee:
    """Somebody in his practice room, with the one exercise he does."""

    page: Page
    exercise: int
    folder: int

    def begin(self) -> None:
        self.page.goto(f"/pelatihan/saya/latihan/{self.exercise}/")
        self.page.get_by_role("button", name="Mulai latihan").click()
        expect(self.page.get_by_role("button", name="Periksa pekerjaan saya")).to_be_visible()

    def check(self) -> str:
        """What the exercise says of the work as it is now."""
        self.page.goto(f"/pelatihan/saya/latihan/{self.exercise}/")
        self.page.get_by_role("button", name="Periksa pekerjaan saya").click()
        return self.page.locator("main").inner_text()

    def passes(self) -> None:
        said = self.check()
        assert "Lulus mandiri" in said, said

    def add(self, kind: str, app: str = "home") -> None:
        """Opens the form of a new page in his folder."""
        self.page.goto(f"/admin/pages/add/{app}/{kind}/{self.folder}/")
        self._ready()

    def open_seeded(self) -> str:
        """Opens the page that was put into the folder, by the folder's list; answers its address."""
        self.page.goto(f"/admin/pages/{self.folder}/")
        self.page.locator("main table a[href$='/edit/']").first.click()
        self._ready()
        return self.page.url.split("#")[0]

    def _ready(self) -> None:
        expect(self.page.locator("footer button.action-save")).to_be_visible(timeout=SLOW)
        self.page.wait_for_timeout(EDITOR_READY)

    @property
    def body(self):
        return self.page.locator("[data-contentpath=body]")

    def add_block(self, name: str) -> None:
        self.body.locator(".c-sf-add-button").last.click()
        self.page.get_by_role("option", name=name, exact=True).click()

    def write_text(self, *paragraphs: str) -> None:
        self.body.locator("[contenteditable=true]").last.click()
        for paragraph in paragraphs:
            self.page.keyboard.type(paragraph)
            self.page.keyboard.press("Enter")
        self.page.wait_for_timeout(HANDS_REST)

    def write_news(self, title: str = TITLE) -> None:
        self.add("newspage")
        self.page.fill("[name=title]", title)
        self.page.fill("[name=intro]", "Kabar hari ini.")
        self.add_block("Tulisan")
        self.write_text(*TWO)

    def upload(self, button: str, kind: str, title: str, file: dict, **fields: str) -> None:
        """A file of his own, through the chooser of a block."""
        self.body.get_by_role("button", name=button).last.click()
        self.page.locator(".modal [role=tab]", has_text="Unggah").click()
        field = f".modal [name={kind}-chooser-upload-"
        self.page.set_input_files(f"{field}file]", file)
        for name, value in {"title": title, **fields}.items():
            self.page.fill(f"{field}{name}]", value)
        self.page.locator(f".modal form:has([name={kind}-chooser-upload-file]) [type=submit]").click()
        expect(self.page.locator(".modal")).to_be_hidden(timeout=SLOW)

    def publish(self) -> None:
        self.page.locator("footer button[name=action-publish]").click()
        self.wait_for_list()

    def wait_for_list(self) -> None:
        """Where the admin leads when a page was handed on."""
        self.page.wait_for_url(
            lambda url: "/add/" not in url and "/edit/" not in url and "/revert/" not in url
        )
        expect(self.page.locator(".messages .success")).to_be_visible(timeout=SLOW)

    def show_status(self) -> None:
        self.page.get_by_role("button", name="Buka atau tutup status").click()


@pytest.fixture(scope="module")
def made(site) -> tuple[list, list[str]]:
    asks = [*CHECKS.items(), *((check, {}) for check in MORE)]
    return json.loads(site.python(MAKE, stdin=json.dumps(asks)).strip().splitlines()[-1])


@pytest.fixture
def trainee(made, site, new_context) -> Callable[[str], Trainee]:
    """`trainee("berita")` has begun the exercise with that check; `number` names another one with the same."""

    def begun(check: str, number: int = 0) -> Trainee:
        _, exercise, folder, session = [one for one in made[0] if one[0] == check][number]
        context = new_context()
        context.add_cookies([{"name": "sessionid", "value": session, "url": site.url}])
        found = Trainee(context.new_page(), exercise, folder)
        found.begin()
        return found

    return begun


def test_every_check_that_needs_a_room_is_done_here(made):
    assert sorted(made[1]) == sorted(CHECKS)


def test_news_is_written_and_published(trainee):
    siti = trainee("berita")
    siti.write_news()
    siti.publish()
    siti.passes()


def test_a_photo_gets_words_of_its_own(trainee):
    siti = trainee("foto")
    siti.write_news()
    siti.add_block("Gambar")
    photo = {"name": "IMG_2023.jpg", "mimeType": "image/jpeg", "buffer": corpus.phone_photo()}
    siti.upload("Pilih gambar", "image", "IMG_2023", photo, description="Warga menyapu halaman balai desa")
    siti.publish()
    siti.passes()


def test_a_document_gets_a_title_and_is_linked(trainee):
    siti = trainee("dokumen")
    siti.add("contentpage")
    siti.page.fill("[name=title]", "Jadwal ronda bulan Desember")
    siti.add_block("Daftar dokumen")
    document = {"name": "scan001.pdf", "mimeType": "application/pdf", "buffer": corpus.pdf(1)}
    siti.upload("Pilih dokumen", "document", "Jadwal ronda RT 02 bulan Desember", document)
    siti.publish()
    siti.passes()


def test_a_regulation_is_entered_as_its_sheet_says(trainee):
    siti = trainee("peraturan")
    siti.add("regulationpage", "layanan")
    page = siti.page
    for name, value in (
        ("number", "3"),
        ("year", "2026"),
        ("subject", "Pengelolaan Sampah"),
        ("enacted_on", "02/02/2026"),
        ("promulgated_on", "03/02/2026"),
    ):
        page.fill(f"[name={name}]", value)
        page.keyboard.press("Tab")  # closes the calendar
    page.locator("[data-contentpath=document], #panel-child-isi-document-section").first.get_by_role(
        "button", name="Pilih dokumen"
    ).click()
    page.locator(".modal [role=tab]", has_text="Unggah").click()
    file = {"name": "perdes.pdf", "mimeType": "application/pdf", "buffer": corpus.pdf(1)}
    page.set_input_files(".modal [name=document-chooser-upload-file]", file)
    page.fill(".modal [name=document-chooser-upload-title]", "Perdes 3 Tahun 2026")
    page.locator(".modal form:has([name=document-chooser-upload-file]) [type=submit]").click()
    expect(page.locator(".modal")).to_be_hidden(timeout=SLOW)
    siti.publish()
    siti.passes()


def restore(siti: Trainee) -> None:
    """By the history of the page, as the exercise says."""
    address = siti.open_seeded()
    siti.page.goto(address.replace("/edit/", "/history/"))
    # The first version stands at the bottom.
    siti.page.locator("main tbody").get_by_role("button", name="Tindakan").last.click()
    siti.page.locator("a[href*='/revert/']:visible").first.click()
    siti._ready()


def test_an_older_version_is_restored_and_published(trainee):
    siti = trainee("pulihkan")
    restore(siti)
    siti.publish()
    siti.passes()


def test_a_page_is_put_on_the_schedule(trainee):
    siti = trainee("jadwal")
    siti.write_news()
    siti.show_status()
    siti.page.get_by_role("button", name="Atur jadwal").click()
    siti.page.fill("[name=go_live_at]", (now() + timedelta(days=3)).strftime("%d/%m/%Y %H:%M"))
    siti.page.get_by_role("button", name="Simpan jadwal").click()
    siti._ready()
    siti.publish()
    siti.passes()


def test_a_page_is_submitted_and_approved_by_another(trainee, signed_in):
    siti = trainee("persetujuan")
    siti.write_news()
    siti.page.locator("footer .w-dropdown__toggle").click()
    siti.page.locator("footer button[name=action-submit]").click()
    siti.wait_for_list()
    assert "Minta Penerbit menyetujuinya." in siti.check()
    address = siti.page.get_by_role("link", name="Buka tempatnya").get_attribute("href")
    publisher = signed_in("penerbit")
    publisher.goto(address)
    approve(publisher)
    siti.passes()


def test_a_page_is_taken_down(trainee):
    siti = trainee("tarik")
    siti.open_seeded()
    siti.page.locator("footer .w-dropdown__toggle").click()
    siti.page.locator("footer a", has_text="Tarik dari situs").click()
    siti.page.locator("main form [type=submit]").click()
    expect(siti.page.locator(".messages .success")).to_be_visible(timeout=SLOW)
    siti.passes()


def test_personal_data_is_taken_out_of_a_page(trainee):
    siti = trainee("data_warga")
    siti.open_seeded()
    siti.body.locator("[contenteditable=true]").last.click()
    siti.page.keyboard.press("Control+A")
    siti.page.keyboard.press("Delete")
    siti.write_text(
        "Rapat RT 02 membahas jadwal ronda dan iuran kebersihan untuk bulan depan.",
        "Hasil rapat ditempel di papan pengumuman balai desa.",
    )
    siti.publish()
    siti.passes()


def test_a_page_is_made_private(trainee):
    siti = trainee("privasi")
    siti.open_seeded()
    siti.show_status()
    siti.page.locator("button:visible", has_text="Ubah privasi").first.click()
    siti.page.locator("[name=restriction_type][value=login]").check()
    siti.page.locator("form:has([name=restriction_type]) [type=submit]").click()
    expect(siti.page.get_by_text("Tidak terlihat oleh umum").first).to_be_visible(timeout=SLOW)
    siti.passes()


def test_a_wrong_total_is_put_right(trainee):
    siti = trainee("tabel")
    siti.open_seeded()
    siti.page.fill("[name=body-0-value-cell-3-1]", "65.250.000")
    siti.publish()
    siti.passes()


# What the editor keeps by itself.


def kept_by_itself(siti: Trainee, what: Callable[[], None]) -> None:
    """Does what the editor then keeps, without any button."""
    with siti.page.expect_response(
        lambda answer: answer.request.method == "POST" and answer.url.endswith("/edit/"), timeout=4 * AUTOSAVE
    ) as kept:
        what()
    assert kept.value.json()["success"] is True


def versions(site, folder: int) -> list[list]:
    """Each version of the pages below a folder, by its number, who wrote it, and its words, oldest first."""
    words = site.python(
        "import json; from wagtail.models import Page, Revision;"
        f"pages = Page.objects.get(pk={folder}).get_children().values_list('pk', flat=True);"
        "rows = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in pages]).order_by('pk');"
        "print(json.dumps([[row.pk, str(row.user), row.content['intro'], str(row.content['body'])] for row in rows]))"
    )
    return json.loads(words)


def test_what_is_kept_by_itself_after_restoring_overwrites_nothing_that_was_put_there(site, trainee):
    siti = trainee("pulihkan", 1)
    before = versions(site, siti.folder)
    restore(siti)
    siti.page.locator("footer button.action-save").click()
    expect(siti.page.locator(".messages .success")).to_be_visible(timeout=SLOW)
    siti.open_seeded()
    kept_by_itself(siti, lambda: siti.page.fill("[name=intro]", "Jam kantor desa, kata uji coba."))
    after = versions(site, siti.folder)
    assert (after[: len(before)], len(after) > len(before)) == (before, True)
    assert "Versi lama sudah dipulihkan, lalu isinya berubah lagi." in siti.check()
    restore(siti)
    siti.publish()
    siti.passes()


def test_a_draft_that_was_kept_by_itself_is_told_as_a_draft(trainee):
    siti = trainee("berita", 1)
    siti.write_news()
    siti.page.wait_for_url(
        "**/edit/", timeout=4 * AUTOSAVE
    )  # from the first time on it has an address of its own
    kept_by_itself(siti, lambda: siti.page.fill("[name=intro]", "Kabar pagi ini."))
    assert "sudah ditulis, tetapi masih draf." in siti.check()
