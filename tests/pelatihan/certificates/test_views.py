"""The screens: of the coordinator, of whoever was given one, and of anybody who checks one."""

import io
import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from home.casework import access_log, codes, throttle
from home.casework.codes import with_check
from home.casework.models import AccessRecord, ThrottleCount
from pelatihan.certificates import runs, views
from pelatihan.models import Certificate, CertificateRun, CertificateSettings, Participant
from project.lib.pdf import examine
from tests.factories.certificates import ABSENT, THERE, certificate_for, hold, person, programme_with
from tests.factories.home import UserFactory
from tests.factories.pelatihan import RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return programme_with({"Siti": (THERE, THERE), "Budi": (THERE, THERE), "Tono": (THERE, ABSENT)})


@pytest.fixture
def coordinator(client, programme):
    client.force_login(programme.coordinator)
    return client


def at(programme, rest: str = "") -> str:
    return f"/pelatihan/fasilitator/program/{programme.pk}/sertifikat/{rest}"


def words(response) -> str:
    text = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(text.split())


def confirm(client, programme, *people, key=None, kind: str = "kehadiran"):
    form = {"key": key or uuid.uuid4(), "orang": [one.pk for one in people]}
    return client.post(at(programme, f"terbitkan/{kind}/"), form, follow=True)


# Who may


def test_whoever_only_leads_a_session_is_told_who_may(client, programme):
    helper = UserFactory(roles=["Fasilitator"])
    SessionFactory(event=programme.events.get(), facilitators=[helper])
    client.force_login(helper)
    for rest in ("", "ketentuan/", "terbitkan/kehadiran/", "tabel.xlsx"):
        response = client.get(at(programme, rest), follow=True)
        assert response.redirect_chain[-1][0] == f"/pelatihan/fasilitator/program/{programme.pk}/"
        assert "hanya diurus oleh koordinator" in words(response)
    confirm(client, programme, person(programme, "Siti"))
    assert not Certificate.objects.exists()


def test_the_programme_of_others_does_not_exist(client, programme):
    client.force_login(UserFactory(roles=["Fasilitator"]))
    assert client.get(at(programme)).status_code == 404


def test_a_certificate_is_found_below_its_own_programme_only(coordinator, programme):
    other = certificate_for("Orang lain")
    for rest in (f"{other.pk}/", f"{other.pk}/lembar.pdf"):
        assert coordinator.get(at(programme, rest)).status_code == 404
    coordinator.post(at(programme, f"{other.pk}/"), {"act": "cabut", "cabut-reason": "Iseng"})
    other.refresh_from_db()
    assert other.is_valid


def test_nobody_of_another_programme_is_slipped_in(coordinator, programme):
    stranger = person(programme_with({"Asing": (THERE,)}), "Asing")
    confirm(coordinator, programme, stranger)
    assert not CertificateRun.objects.exists()


# For all


def test_the_screen_says_who_has_what_and_who_lacks_what(coordinator, programme):
    runs.issue(programme, person(programme, "Siti"), "kehadiran", programme.coordinator)
    SessionFactory(event=programme.events.get())
    found = words(coordinator.get(at(programme)))
    assert "001/SERT-PEL/DESA/" in found
    assert "Baru hadir 1 dari 2 sesi; perlu 2." in found
    assert "belum punya tes akhir" in found
    assert "1 sesi belum ditutup, jadi belum dihitung." in found
    assert "Terbitkan sertifikat kehadiran (1)" in found
    assert "Terbitkan sertifikat lulus pelatihan" not in found


def test_preview_and_one_confirmation(coordinator, programme):
    page = coordinator.get(at(programme, "terbitkan/kehadiran/"))
    found = words(page)
    assert "Akan mendapat (2)" in found
    assert "Belum memenuhi syarat (1)" in found
    assert not Certificate.objects.exists()
    key = re.search(r'name="key" value="([^"]+)"', page.content.decode())[1]
    people = [person(programme, name) for name in ("Siti", "Budi")]
    done = confirm(coordinator, programme, *people, key=key)
    assert "Penerbitan selesai. 2 sertifikat terbit." in words(done)
    again = confirm(coordinator, programme, *people, key=key)
    assert "2 sertifikat terbit" in words(again)
    assert (Certificate.objects.count(), CertificateRun.objects.count()) == (2, 1)


def test_only_whoever_was_ticked_gets_one(coordinator, programme):
    confirm(coordinator, programme, person(programme, "Budi"))
    assert [one.name for one in Certificate.objects.all()] == ["Budi"]


def test_a_tampered_form_gets_nobody_what_is_not_due(coordinator, programme):
    done = confirm(coordinator, programme, person(programme, "Tono"))
    assert "Baru hadir 1 dari 2 sesi; perlu 2." in words(done)
    confirm(coordinator, programme, person(programme, "Siti"), kind="lulus")
    assert not Certificate.objects.exists()
    assert coordinator.get(at(programme, "terbitkan/gratis/")).status_code == 404
    assert "tidak dikenali" in words(confirm(coordinator, programme))


def test_a_second_run_is_refused_and_the_first_goes_on_step_by_step(coordinator, programme, monkeypatch):
    monkeypatch.setattr(runs, "STEP_SECONDS", 0)
    monkeypatch.setattr(runs.advance, "__defaults__", (0,))
    people = [person(programme, name) for name in ("Siti", "Budi")]
    page = confirm(coordinator, programme, *people)
    assert "1 dari 2 orang" in words(page)
    assert "sedang menerbitkan sertifikat yang sama" in words(confirm(coordinator, programme, *people))
    run = CertificateRun.objects.get()
    told = coordinator.post(
        at(programme, f"penerbitan/{run.key}/"), {"act": "lanjut"}, headers={"accept": "application/json"}
    )
    assert told.json() == {"working": False, "done": 2, "total": 2}


def test_a_run_is_stopped(coordinator, programme, monkeypatch):
    monkeypatch.setattr(runs.advance, "__defaults__", (0,))
    confirm(coordinator, programme, *[person(programme, name) for name in ("Siti", "Budi")])
    run = CertificateRun.objects.get()
    page = coordinator.post(at(programme, f"penerbitan/{run.key}/"), {"act": "henti"}, follow=True)
    assert "Penerbitan dihentikan. 1 sertifikat terbit." in words(page)


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_a_screen_of_many_costs_what_one_of_few_does(coordinator, programme):
    addresses = [at(programme), at(programme, "terbitkan/kehadiran/")]
    confirm(coordinator, programme, person(programme, "Siti"))
    few = [queries(coordinator, address) for address in addresses]
    for _ in range(25):
        RegistrationFactory(event=programme.events.get())
    hold(programme, {person(programme, "Siti"): THERE})
    assert [queries(coordinator, address) for address in addresses] == few
    assert max(few) <= 30


# What is asked for


def settings_form(**changed) -> dict:
    return {
        "version": 1,
        "percent": "80",
        "percent_source": "SK Kepala Desa 5/2026",
        "test": "lulus",
        "paper_percent": "70",
        "hours": "12",
        "number_form": "{nomor}/LAT/{tahun}",
        **changed,
    }


def test_conditions_are_changed_and_counted_on(coordinator, programme):
    issued = runs.issue(programme, person(programme, "Siti"), "kehadiran", programme.coordinator)
    page = coordinator.post(at(programme, "ketentuan/"), settings_form(), follow=True)
    assert "Ketentuan disimpan" in words(page)
    asked = CertificateSettings.objects.get(programme=programme)
    assert (asked.percent, asked.hours, asked.version) == (80, 12, 2)
    issued.refresh_from_db()
    assert issued.snapshot["conditions"]["percent"] == 75
    late = coordinator.post(at(programme, "ketentuan/"), settings_form(percent="1"))
    assert "baru saja diubah orang lain" in words(late)
    asked.refresh_from_db()
    assert asked.percent == 80


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"percent": "0"}, "paling sedikit 1"),
        ({"percent": "101"}, "paling banyak 100"),
        ({"percent": "75,5"}, "angka bulat"),
        ({"paper_percent": "101"}, "paling banyak 100"),
        ({"number_form": "{nomor}/DESA"}, "masing-masing satu kali"),
        ({"signatory": "Ahmad 1504051212900001"}, "NIK"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(coordinator, programme, changed, told):
    assert told in words(coordinator.post(at(programme, "ketentuan/"), settings_form(**changed)))
    assert not CertificateSettings.objects.filter(version=2).exists()


def test_only_events_of_the_programme_can_be_chosen(coordinator, programme):
    other = programme_with({"Lain": (THERE,)}).events.get()
    coordinator.post(at(programme, "ketentuan/"), settings_form(events=[other.pk]))
    assert not CertificateSettings.objects.filter(version=2).exists()


# One of them


def test_a_certificate_is_replaced_and_revoked_with_a_reason(coordinator, programme):
    siti = runs.issue(programme, person(programme, "Siti"), "kehadiran", programme.coordinator)
    here = at(programme, f"{siti.pk}/")
    assert "Alasan" in words(coordinator.post(here, {"act": "ganti", "ganti-reason": " "}))
    assert Certificate.objects.count() == 1
    page = coordinator.post(here, {"act": "ganti", "ganti-reason": "Nama salah"}, follow=True)
    new = Certificate.objects.get(replaces=siti)
    assert page.redirect_chain[-1][0] == at(programme, f"{new.pk}/")
    assert f"Mengganti {siti.number_text}" in words(page)
    old = words(coordinator.get(here))
    assert "Alasan: Nama salah" in old
    assert "Cabut sertifikat" not in old
    page = coordinator.post(
        at(programme, f"{new.pk}/"), {"act": "cabut", "cabut-reason": "Salah"}, follow=True
    )
    assert "Sertifikat dicabut" in words(page)
    assert "tidak dikenali" in words(coordinator.post(here, {"act": "hapus"}, follow=True))


def test_a_reason_holds_no_nik(coordinator, programme):
    siti = runs.issue(programme, person(programme, "Siti"), "kehadiran", programme.coordinator)
    form = {"act": "cabut", "cabut-reason": "NIK-nya 1504051212900001"}
    assert "NIK" in words(coordinator.post(at(programme, f"{siti.pk}/"), form))
    siti.refresh_from_db()
    assert siti.is_valid


def test_the_sheet_comes_as_a_file_with_a_name(coordinator, programme):
    siti = runs.issue(programme, person(programme, "Siti"), "kehadiran", programme.coordinator)
    answer = coordinator.get(at(programme, f"{siti.pk}/lembar.pdf"))
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "private, no-store"
    assert 'filename="Sertifikat 001-SERT-PEL-DESA-' in answer["Content-Disposition"]
    (logged,) = access_log.of("sertifikat", siti.pk)
    assert (logged.user, logged.action, logged.what) == (
        programme.coordinator,
        "unduh",
        "selembar sertifikat",
    )


def test_all_of_a_class_are_printed_from_one_file(coordinator, programme, monkeypatch):
    monkeypatch.setattr(views, "PER_FILE", 2)
    wrong = runs.issue(programme, person(programme, "Siti"), "kehadiran", programme.coordinator)
    runs.replace(wrong, "Nama salah", programme.coordinator)
    runs.issue(programme, person(programme, "Budi"), "kehadiran", programme.coordinator)
    hold(programme, {person(programme, "Tono"): THERE})
    hold(programme, {person(programme, "Tono"): THERE})
    runs.issue(programme, person(programme, "Tono"), "kehadiran", programme.coordinator)
    assert "Cetak 1 sertifikat kehadiran, bagian 2 (PDF)" in words(coordinator.get(at(programme)))
    names = []
    for part in (1, 2):
        answer = coordinator.get(at(programme, "cetak/kehadiran.pdf"), {"bagian": part})
        facts = examine(io.BytesIO(answer.content))
        names += [name for text in facts.texts for name in ("Siti", "Budi", "Tono") if name in text]
    assert names == ["Siti", "Budi", "Tono"]
    assert coordinator.get(at(programme, "cetak/lulus.pdf")).status_code == 404
    assert coordinator.get(at(programme, "cetak/gratis.pdf")).status_code == 404


def test_the_table_holds_no_formula(coordinator, programme):
    Participant.objects.filter(name="Siti").update(name='=HYPERLINK("http://jahat.example")')
    bad = Participant.objects.get(name__startswith="=")
    runs.issue(programme, bad, "kehadiran", programme.coordinator)
    answer = coordinator.get(at(programme, "tabel.xlsx"))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    cell = sheet.cell(5, 2)
    assert (cell.value, cell.data_type) == (bad.name, "s")
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert AccessRecord.objects.get().kind == "sertifikat"


# One's own


def owner(certificate: Certificate):
    user = UserFactory(roles=["Peserta"])
    Participant.objects.filter(pk=certificate.participant_id).update(user=user)
    return user


def test_whoever_was_given_one_finds_it_and_takes_it_home(client):
    mine = certificate_for("Siti")
    client.force_login(owner(mine))
    assert "Sertifikat saya" in words(client.get("/pelatihan/saya/"))
    assert mine.number_text in words(client.get("/pelatihan/saya/sertifikat/"))
    answer = client.get(f"/pelatihan/saya/sertifikat/{mine.pk}/lembar.pdf")
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "private, no-store"
    assert not access_log.of("sertifikat", mine.pk)  # it is his own


def test_nobody_gets_that_of_another(client):
    theirs = certificate_for("Siti")
    client.force_login(UserFactory(roles=["Peserta"]))
    assert "Sertifikat saya" not in words(client.get("/pelatihan/saya/"))
    assert client.get(f"/pelatihan/saya/sertifikat/{theirs.pk}/lembar.pdf").status_code == 404
    client.logout()
    for address in ("", f"{theirs.pk}/lembar.pdf"):
        assert client.get(f"/pelatihan/saya/sertifikat/{address}")["Location"].startswith("/admin/login/")


def test_one_that_was_revoked_is_shown_with_its_reason_and_not_handed_out(client):
    mine = certificate_for("Siti")
    runs.revoke(mine, "Salah orang", UserFactory())
    client.force_login(owner(mine))
    found = words(client.get("/pelatihan/saya/sertifikat/"))
    assert "Dicabut" in found
    assert "Salah orang" in found
    assert client.get(f"/pelatihan/saya/sertifikat/{mine.pk}/lembar.pdf").status_code == 404


# For anybody


def check(client, code: str):
    return client.get(f"/pelatihan/sertifikat/{code}/")


def main(response) -> str:
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def test_a_check_says_name_programme_kind_and_status_and_nothing_else(client):
    one = certificate_for("Siti Aminah", name="Literasi Digital")
    Participant.objects.update(note="RT 02", phone="+6281234567890")
    found = re.sub(r"<[^>]+>|\s", " ", main(check(client, codes.shown(one.code))))
    assert "Sertifikat ini berlaku" in found
    for shown in ("Siti Aminah", "Literasi Digital", "Sertifikat kehadiran", "Berlaku"):
        assert shown in found
    for hidden in (one.number_text, "RT 02", "+62812", one.issued_by_name, "2026", one.code, "sesi"):
        assert hidden not in found


@pytest.mark.parametrize("end", ["replace", "revoke"])
def test_one_that_is_not_valid_any_more_says_so_without_the_reason(client, end):
    one = certificate_for("Siti Aminah")
    getattr(runs, end)(one, "Alasan rahasia", UserFactory())
    found = main(check(client, one.code))
    assert "Tidak berlaku lagi" in found
    assert "Alasan rahasia" not in found
    assert "Sertifikat ini berlaku" not in found


def test_it_survives_its_owner(client):
    one = certificate_for("Siti Aminah")
    Certificate.objects.update(participant=None, issued_by=None)
    assert "Siti Aminah" in main(check(client, one.code))


def test_it_is_kept_nowhere_and_needs_no_session(client):
    one = certificate_for()
    client.force_login(UserFactory())
    for address in (
        "/pelatihan/sertifikat/",
        f"/pelatihan/sertifikat/{one.code}/",
        "/pelatihan/sertifikat/x/",
    ):
        client.cookies.clear()
        with CaptureQueriesContext(connection) as caught:
            answer = client.get(address)
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in answer.content.decode()
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
        assert not [query for query in caught if "django_session" in query["sql"]]
        assert len(caught) <= 6


@pytest.mark.parametrize(
    "typed", [with_check("7Q2M" * 6 + "7Q2"), "x", "7Q2M", "A" * 28, "%00", "ꦱ", "7" * 500]
)
def test_a_code_of_nobody_is_told_in_words(client, typed):
    answer = check(client, typed)
    assert answer.status_code == 404
    assert "Kode ini tidak tercatat di desa ini" in main(answer)


def test_a_code_is_typed_as_people_copy_it(client):
    one = certificate_for()
    typed = codes.shown(one.code).lower().replace("-", " ").replace("0", "o")
    answer = client.get("/pelatihan/sertifikat/", {"kode": f" {typed} "})
    assert answer["Location"] == f"/pelatihan/sertifikat/{codes.shown(one.code)}/"
    wrong = main(client.get("/pelatihan/sertifikat/", {"kode": typed[:-1]}))
    assert "tidak mungkin benar" in wrong
    assert 'class="fault"' in main(client.get("/pelatihan/sertifikat/", {"kode": ""}))


def test_who_asks_too_often_waits(client):
    """Only wrong codes count: a village may check three hundred of its own."""
    one = certificate_for()
    check(client, one.code)
    assert ThrottleCount.objects.get().count == 0
    for _ in range(throttle.HALL_LIMIT):
        throttle.count("sertifikat", "127.0.0.1", throttle.HALL_LIMIT, throttle.HALL_WINDOW)
    answer = check(client, one.code)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= timedelta(minutes=10).total_seconds()
    assert client.get("/pelatihan/sertifikat/").status_code == 200


def test_it_can_only_be_read(client):
    one = certificate_for()
    assert client.post(f"/pelatihan/sertifikat/{one.code}/").status_code == 405
    assert timezone.now() > one.issued_at
