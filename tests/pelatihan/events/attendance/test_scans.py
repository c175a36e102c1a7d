"""The signed sheet as evidence: clean, private, once."""

import io
import uuid

import pytest

from home.models import AccessRecord
from pelatihan.models import AttendanceScan
from tests.corpus import encoded, pdf, scene
from tests.factories.home import UserFactory
from tests.factories.pelatihan import SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    return SessionFactory()


def at(session, rest=""):
    return f"/pelatihan/fasilitator/berkas/sesi/{session.pk}/pindaian/{rest}"


def file(data, name):
    found = io.BytesIO(data)
    found.name = name
    return found


@pytest.mark.parametrize(("data", "kind"), [(pdf(), b"%PDF"), (encoded(scene(), "JPEG"), b"\xff\xd8")])
def test_a_scan_is_kept_once_and_shown_to_who_leads(client, session, data, kind):
    client.force_login(UserFactory(is_superuser=True))
    key = str(uuid.uuid4())
    for _ in range(2):
        client.post(at(session), {"key": key, "file": file(data, "Daftar Siti.pdf")})
    scan = AttendanceScan.objects.get()
    assert "Siti" not in scan.file.name
    answer = client.get(at(session, f"{scan.pk}/"))
    assert b"".join(answer.streaming_content).startswith(kind)
    assert "no-store" in answer["Cache-Control"]
    assert AccessRecord.objects.filter(kind="pindaian daftar hadir").count() == 1


@pytest.mark.parametrize("data", [b"", b"<html>", b"%PDF-1.4 kaputt", b"GIF89a"])
def test_what_is_no_scan_is_told(client, session, data):
    client.force_login(UserFactory(is_superuser=True))
    answer = client.post(at(session), {"key": str(uuid.uuid4()), "file": file(data, "a.pdf")})
    assert "Ada yang perlu diperbaiki" in answer.content.decode()
    assert not AttendanceScan.objects.exists()


def test_it_is_not_there_for_another_facilitator(client, session):
    client.force_login(UserFactory(is_superuser=True))
    client.post(at(session), {"key": str(uuid.uuid4()), "file": file(pdf(), "a.pdf")})
    scan = AttendanceScan.objects.get()
    client.force_login(UserFactory(roles=["Fasilitator"]))
    assert client.get(at(session, f"{scan.pk}/")).status_code == 404
    other = SessionFactory()
    client.force_login(UserFactory(is_superuser=True))
    assert client.get(at(other, f"{scan.pk}/")).status_code == 404


def test_a_wrong_scan_goes_with_its_file(client, session):
    client.force_login(UserFactory(is_superuser=True))
    client.post(at(session), {"key": str(uuid.uuid4()), "file": file(pdf(), "a.pdf")})
    scan = AttendanceScan.objects.get()
    storage, name = scan.file.storage, scan.file.name
    client.post(at(session, f"{scan.pk}/hapus/"))
    assert not storage.exists(name)
    assert not AttendanceScan.objects.exists()


def test_after_approval_only_the_coordinator_takes_a_scan_away(client):
    ani, budi = UserFactory(roles=["Fasilitator"]), UserFactory(roles=["Fasilitator"])
    session = SessionFactory(facilitators=[ani], event__programme__coordinator=budi, state="disahkan")
    client.force_login(ani)
    client.post(at(session), {"key": str(uuid.uuid4()), "file": file(pdf(), "a.pdf")})
    scan = AttendanceScan.objects.get()
    answer = client.post(at(session, f"{scan.pk}/hapus/"), follow=True)
    assert "Hanya koordinator" in answer.content.decode()
    assert AttendanceScan.objects.get().file.storage.exists(scan.file.name)
    client.force_login(budi)
    client.post(at(session, f"{scan.pk}/hapus/"))
    assert not AttendanceScan.objects.exists()
