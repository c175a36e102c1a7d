"""A coordinator issues certificates on a small phone; somebody else holds the paper and scans its QR."""

import json
import re
import secrets
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from project.lib.pdf import examine
from tests.browser.checks import Watch, assert_accessible, assert_no_sideways_scroll

COORDINATOR = "koordinator-sertifikat"
OWNER = "siti-sertifikat"
LONG = "Raden Mas Muhammad Abdurrahman Kusumawardhana Al-Banjari, S.Pd., M.Pd."
PREPARE = """
import json, sys
from datetime import timedelta
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from pelatihan.events.attendance.runs import Mark, close, take
from pelatihan.models import Event, Participant, Programme, Registration, Session
name, owner, password, people = json.load(sys.stdin)
user = get_user_model().objects.create_user(name, password=password, first_name="Rini")
user.groups.add(Group.objects.get(name="Fasilitator"))
siti = get_user_model().objects.create_user(owner, password=password, first_name="Siti")
siti.groups.add(Group.objects.get(name="Peserta"))
today = timezone.localdate()
programme = Programme.objects.create(
    name="Uji sertifikat", slug="uji-sertifikat", starts_on=today, ends_on=today, coordinator=user
)
event = Event.objects.create(programme=programme, kind="pelatihan_teknis", title="Pelatihan uji")
begin = timezone.now() - timedelta(hours=5)
session = Session.objects.create(
    event=event, place="Balai desa", zone="Asia/Jakarta", state="terbuka", starts_at=begin,
    ends_at=begin + timedelta(hours=2), opens_at=begin, closes_at=begin + timedelta(hours=2),
)
for number, who in enumerate(people, 1):
    person = Participant.objects.create(name=who, user=siti if number == 1 else None)
    Registration.objects.create(
        event=event, participant=person, source="undangan", since=begin - timedelta(days=1), number=number
    )
    if who != people[-1]:
        take(session, Mark(participant=person.pk, status="hadir", happened_at=begin), user)
close(session, user)
print(programme.pk)
"""
# What the code on the sheet says: the text that it was drawn from.
READ_QR = """
import json
from pelatihan.certificates.sheets import sheet_of
from pelatihan.models import Certificate
print(json.dumps({one.name: sheet_of(one).address for one in Certificate.objects.all()}))
"""


def look(page: Page) -> None:
    """Nothing wider than the phone, nothing that axe finds."""
    assert_accessible(page)
    size = page.viewport_size
    assert_no_sideways_scroll(page, 320)
    page.set_viewport_size(size)


def sign_in(page: Page, address: str, name: str, password: str) -> None:
    page.goto(address)
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", password)
    page.click("form button[type=submit]")
    page.wait_for_url(f"**{address}")


@pytest.fixture
def password() -> str:
    return secrets.token_urlsafe(12)


@pytest.fixture
def programme(site, phone, password) -> str:
    """The address of a programme with one closed session; its coordinator is signed in on the phone."""
    people = ["Siti Aminah", LONG, "Tono"]
    key = site.python(PREPARE, stdin=json.dumps([COORDINATOR, OWNER, password, people])).strip()
    address = f"/pelatihan/fasilitator/program/{key}/"
    sign_in(phone, address, COORDINATOR, password)
    return address


def test_certificates_are_issued_on_a_phone_and_checked_from_their_qr(
    site, phone, programme, password, new_context
):
    watch = Watch(phone, site.url)
    phone.get_by_role("link", name="Sertifikat").click()
    expect(phone.get_by_text("Baru hadir 0 dari 1 sesi; perlu 1.").first).to_be_visible()
    look(phone)
    phone.get_by_role("link", name="Ketentuan").click()
    phone.get_by_label("Jam pelajaran (JP)").fill("6")
    look(phone)
    phone.get_by_role("button", name="Simpan").click()
    phone.get_by_role("link", name="Terbitkan sertifikat kehadiran (2)").click()
    expect(phone.get_by_role("heading", name="Akan mendapat (2)")).to_be_visible()
    look(phone)
    phone.get_by_role("button", name="Ya, terbitkan").click()
    expect(phone.get_by_text("Penerbitan selesai. 2 sertifikat terbit.")).to_be_visible()
    look(phone)

    with phone.expect_download() as download:
        phone.get_by_role("link", name=f"Unduh PDF sertifikat {LONG}").click()
    assert re.fullmatch(
        r"Sertifikat \d{3}-SERT-PEL-DESA-[IVX]+-\d{4} .+\.pdf", download.value.suggested_filename
    )
    (text,) = examine(BytesIO(Path(download.value.path()).read_bytes())).texts
    assert "".join(LONG.split()) in "".join(text.split())
    assert "setara 6 jam pelajaran (JP)" in text

    address = urlsplit(json.loads(site.python(READ_QR))["Siti Aminah"])
    stranger = new_context().new_page()
    stranger.set_viewport_size({"width": 360, "height": 740})
    strange = Watch(stranger, site.url)
    stranger.goto(address.path)
    expect(stranger.get_by_text("Sertifikat ini berlaku")).to_be_visible()
    for words in ("Siti Aminah", "Uji sertifikat", "Sertifikat kehadiran"):
        expect(stranger.get_by_text(words, exact=True)).to_be_visible()
    look(stranger)
    assert stranger.context.cookies() == []

    stranger.get_by_role("link", name="Periksa kode lain").click()
    stranger.get_by_label("Kode sertifikat").fill("7Q2M-7Q2M")
    stranger.get_by_role("button", name="Periksa").click()
    expect(stranger.get_by_text("tidak mungkin benar").first).to_be_visible()
    look(stranger)
    code = address.path.strip("/").rpartition("/")[2]
    stranger.get_by_label("Kode sertifikat").fill(code.lower().replace("-", " "))
    stranger.get_by_role("button", name="Periksa").click()
    expect(stranger.get_by_text("Sertifikat ini berlaku")).to_be_visible()

    phone.get_by_role("link", name="Ke daftar sertifikat").click()
    look(phone)
    phone.get_by_role("link", name=re.compile("Siti Aminah")).first.click()
    phone.get_by_text("Ganti dengan yang baru").click()
    phone.locator("#id_ganti-reason").fill("Lembarnya hilang")
    look(phone)
    phone.get_by_role("button", name="Ganti sertifikat").click()
    expect(phone.get_by_text("Penggantinya bernomor")).to_be_visible()
    look(phone)
    stranger.reload()
    expect(stranger.get_by_text("Tidak berlaku lagi: sudah diganti dengan sertifikat baru")).to_be_visible()
    look(stranger)
    strange.assert_quiet()
    watch.assert_quiet()

    sign_in(stranger, "/pelatihan/saya/", OWNER, password)
    stranger.get_by_role("link", name="Sertifikat saya").click()
    expect(stranger.get_by_text("Lembarnya hilang")).to_be_visible()
    look(stranger)
    with stranger.expect_download() as download:
        stranger.get_by_role("link", name="Unduh PDF").click()
    assert download.value.suggested_filename.startswith("Sertifikat ")
