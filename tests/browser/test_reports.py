"""A coordinator adds a photo, makes the report on a small phone and follows a figure to its people."""

import json
import re
import secrets

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import Watch, assert_accessible, assert_no_sideways_scroll
from tests.corpus import phone_photo

LONG = "N" * 200
PREPARE = """
import json, sys
from datetime import timedelta
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from pelatihan.events.attendance.runs import Mark, close, take
from pelatihan.models import Assessment, Event, Participant, Programme, Registration, Score, Session
name, password, people = json.load(sys.stdin)
user = get_user_model().objects.create_user(name, password=password, first_name="Rini")
user.groups.add(Group.objects.get(name="Fasilitator"))
today = timezone.localdate()
programme = Programme.objects.create(
    name="Uji laporan", slug="uji-laporan", starts_on=today, ends_on=today, coordinator=user, needs=people[0]
)
event = Event.objects.create(programme=programme, kind="pelatihan_teknis", title="Pelatihan uji")
Assessment.objects.create(programme=programme, way="kertas", equal=True, pre_out_of=10, post_out_of=10)
begin = timezone.now() - timedelta(hours=5)
session = Session.objects.create(
    event=event, place="Balai desa", zone="Asia/Jakarta", state="terbuka", starts_at=begin,
    ends_at=begin + timedelta(hours=2), opens_at=begin, closes_at=begin + timedelta(hours=2),
)
for number, who in enumerate(people, 1):
    person = Participant.objects.create(name=who, element="Kader", rt=number)
    Registration.objects.create(
        event=event, participant=person, source="undangan", since=begin - timedelta(days=1), number=number
    )
    take(session, Mark(participant=person.pk, status="hadir", happened_at=begin), user)
    for moment in ("awal", "akhir"):
        Score.objects.create(programme=programme, participant=person, moment=moment, points=number, out_of=10)
close(session, user)
print(json.dumps([programme.pk, event.pk]))
"""


def look(page: Page) -> None:
    """Nothing wider than the phone, nothing that axe finds."""
    assert_accessible(page)
    size = page.viewport_size
    assert_no_sideways_scroll(page, 320)
    page.set_viewport_size(size)


@pytest.fixture
def made(site, phone) -> tuple[str, str]:
    """The addresses of a programme's reports and of its event's photos; its coordinator is signed in on the phone."""
    name, password = "koordinator-laporan", secrets.token_urlsafe(12)
    people = [LONG, "Siti Aminah", "Tono"]
    programme, event = json.loads(site.python(PREPARE, stdin=json.dumps([name, password, people])))
    reports = f"/pelatihan/fasilitator/program/{programme}/laporan/"
    phone.goto(reports)
    phone.fill("input[name=username]", name)
    phone.fill("input[name=password]", password)
    phone.click("form button[type=submit]")
    phone.wait_for_url(f"**{reports}")
    return reports, f"/pelatihan/fasilitator/berkas/kegiatan/{event}/foto/"


def test_a_report_is_made_and_read_on_a_phone(site, phone, made):
    reports, photos = made
    watch = Watch(phone, site.url)
    expect(phone.get_by_role("heading", name="Yang masih kurang")).to_be_visible()
    look(phone)

    phone.get_by_role("link", name="Tambah foto").click()
    phone.wait_for_url(f"**{photos}")
    picture = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()}
    phone.get_by_label("Foto", exact=True).set_input_files(picture)
    phone.get_by_label("Keterangan").fill("Peserta berlatih")
    phone.get_by_role("button", name="Simpan foto").click()
    expect(phone.get_by_role("heading", name="Ada yang perlu diperbaiki")).to_be_visible()
    look(phone)
    phone.get_by_label("Foto", exact=True).set_input_files(picture)
    phone.get_by_label("Orang di foto ini setuju").check()
    phone.get_by_role("button", name="Simpan foto").click()
    expect(phone.get_by_text("Foto disimpan.")).to_be_visible()
    expect(phone.get_by_role("img", name="Peserta berlatih")).to_be_visible()
    look(phone)

    phone.goto(reports)
    phone.get_by_role("button", name="Buat laporan sekarang").click()
    expect(phone.get_by_text("Laporan dibuat.")).to_be_visible()
    look(phone)
    shown = phone.get_by_role("img", name="Peserta berlatih")
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("complete", True)
    assert shown.evaluate("image => image.naturalWidth") > 0

    phone.locator(".sum a[href='#r-hadir']").click()
    assert phone.url.endswith("#r-hadir")
    expect(phone.locator("#r-hadir")).to_be_in_viewport()
    expect(phone.locator("#r-hadir")).to_contain_text("Siti Aminah")
    look(phone)

    phone.get_by_role("link", name="Untuk umum").click()
    phone.wait_for_url("**?untuk=umum")
    expect(phone.get_by_text("tanpa nama dan foto")).to_be_visible()
    expect(phone.get_by_text("Siti Aminah")).to_have_count(0)
    look(phone)

    phone.get_by_role("link", name="Semua laporan").click()
    phone.wait_for_url(f"**{reports}")
    look(phone)

    phone.goto(photos)
    phone.get_by_role("button", name=re.compile("Tarik foto")).click()
    expect(phone.get_by_text("Foto ditarik dan dihapus.")).to_be_visible()
    phone.goto(reports)
    phone.locator(f"main a[href^='{reports}']").first.click()
    expect(phone.get_by_text("Foto ditarik.", exact=True)).to_be_visible()
    watch.assert_quiet()
