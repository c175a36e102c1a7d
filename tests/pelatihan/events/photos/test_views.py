"""Photos of an event: only with consent, clean, private, and gone with their file when somebody asks."""

import io
import uuid
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from home.models import AccessRecord
from pelatihan.events.photos import views
from pelatihan.events.photos.admin import event_photos
from pelatihan.models import EventPhoto
from pelatihan.reports.runs import make_report
from tests.corpus import METADATA_MARKS, encoded, phone_photo, scene
from tests.factories.home import UserFactory
from tests.factories.pelatihan import EventFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory(roles=["Fasilitator"])
    client.force_login(user)
    return user


@pytest.fixture
def event(coordinator):
    return EventFactory(programme__coordinator=coordinator)


def at(event, rest="") -> str:
    return f"/pelatihan/fasilitator/berkas/kegiatan/{event.pk}/foto/{rest}"


def send(client, event, data=None, **values):
    file = io.BytesIO(encoded(scene(), "JPEG") if data is None else data)
    file.name = "Siti Rahasia.jpg"
    form = {"key": str(uuid.uuid4()), "file": file, "caption": "Peserta berlatih", "consent": "on"}
    return client.post(
        at(event), {name: value for name, value in (form | values).items() if value is not None}
    )


def test_a_photo_is_kept_once_without_what_the_camera_wrote(client, event, coordinator):
    data, key = phone_photo(), str(uuid.uuid4())
    assert any(mark in data for mark in METADATA_MARKS)
    for _ in range(2):
        send(client, event, data, key=key)
    photo = EventPhoto.objects.get()
    kept = photo.file.read()
    assert not any(mark in kept for mark in METADATA_MARKS)
    assert (photo.width, photo.height) == Image.open(io.BytesIO(kept)).size
    assert "Siti" not in photo.file.name
    assert photo.consent_by_name == coordinator.get_username()
    assert photo.consent_at is not None
    answer = client.get(at(event, f"{photo.pk}/"))
    assert b"".join(answer.streaming_content) == kept
    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]


def test_without_consent_nothing_is_stored_and_the_words_stay(client, event):
    shown = send(client, event, consent=None).content.decode()
    assert "centang bila mereka setuju" in shown
    assert "Pilih fotonya sekali lagi." in shown
    assert 'value="Peserta berlatih"' in shown
    assert not EventPhoto.objects.exists()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"caption": ""}, "Tulis apa yang terlihat"),
        ({"caption": "x" * 201}, "200"),
        ({"caption": "NIK 1504052101900001"}, "NIK"),
        ({"file": None}, "Pilih fotonya."),
        ({"data": b""}, "kosong"),
        ({"data": b"<html>"}, "bukan foto"),
        ({"data": b"%PDF-1.4"}, "bukan foto"),
    ],
)
def test_what_is_wrong_is_told(client, event, values, words):
    shown = send(client, event, **values).content.decode()
    assert "Ada yang perlu diperbaiki" in shown
    assert words in shown
    assert not EventPhoto.objects.exists()


def test_an_event_has_an_end_of_photos(client, event, monkeypatch):
    monkeypatch.setattr(views, "MOST", 1)
    send(client, event)
    assert "Paling banyak 1 foto" in send(client, event).content.decode()
    assert EventPhoto.objects.count() == 1


def test_the_key_of_another_event_is_told(client, event, coordinator):
    key = str(uuid.uuid4())
    send(client, event, key=key)
    other = EventFactory(programme__coordinator=coordinator)
    assert "sudah pernah dikirim" in send(client, other, key=key).content.decode()


def test_only_who_coordinates_sees_photos(client, event):
    send(client, event)
    photo = EventPhoto.objects.get()
    leader = UserFactory(roles=["Fasilitator"])
    client.force_login(leader)
    assert client.get(at(event, f"{photo.pk}/")).status_code == 404
    SessionFactory(event=event, facilitators=[leader])
    assert client.get(at(event)).status_code == 403
    assert client.get(at(event, f"{photo.pk}/")).status_code == 403
    assert client.post(at(event, f"{photo.pk}/tarik/")).status_code == 403
    assert send(client, event).status_code == 403
    assert EventPhoto.objects.count() == 1


@pytest.fixture
def photo(event):
    return EventPhoto.objects.create(
        event=event, file=ContentFile(b"\xff\xd8", "a.jpg"), width=4, height=3, caption="Kader membuka peta"
    )


def test_a_withdrawn_photo_goes_with_its_file_and_old_reports_say_so(
    client, event, photo, django_capture_on_commit_callbacks
):
    report = make_report(event.programme)
    address = f"/pelatihan/fasilitator/program/{event.programme_id}/laporan/{report.pk}/"
    shown = client.get(address).content.decode()
    assert at(event, f"{photo.pk}/") in shown
    assert "Kader membuka peta" in shown
    public = client.get(f"{address}?untuk=umum").content.decode()
    assert "Kader membuka peta" not in public
    assert "/foto/" not in public
    storage, name = photo.file.storage, photo.file.name
    with django_capture_on_commit_callbacks(execute=True):
        client.post(at(event, f"{photo.pk}/tarik/"))
        client.post(at(event, f"{photo.pk}/tarik/"))  # pressed twice
    assert not storage.exists(name)
    assert not EventPhoto.objects.exists()
    shown = client.get(address).content.decode()
    assert "Foto ditarik." in shown
    assert "Kader membuka peta" not in shown
    assert (
        AccessRecord.objects.filter(kind="foto kegiatan", record=str(photo.pk), action="hapus").count() == 1
    )


def test_a_photo_that_came_later_is_not_in_an_older_report(client, event):
    report = make_report(event.programme)
    send(client, event)
    shown = client.get(f"/pelatihan/fasilitator/program/{event.programme_id}/laporan/{report.pk}/")
    assert "Tidak ada foto." in shown.content.decode()


def test_after_five_years_photos_go_with_their_files(photo, django_capture_on_commit_callbacks):
    kind, storage, name = event_photos(), photo.file.storage, photo.file.name
    assert kind.forget(kind.due(kind.before())) == 0
    EventPhoto.objects.update(consent_at=timezone.now() - timedelta(days=5 * 366))
    with django_capture_on_commit_callbacks(execute=True):
        assert kind.forget(kind.due(kind.before())) == 1
    assert not storage.exists(name)
