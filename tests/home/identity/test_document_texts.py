"""The text of an uploaded PDF is kept apart from it; one that shows a NIK comes in only by a publisher's reason."""

import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from home.identity.uploads import SCAN
from home.models import DocumentText, PersonalNumberPermit, VillageDocument
from tests import corpus
from tests.factories.home import DocumentFactory, UserFactory
from tests.factories.pdfs import scan_pdf, text_pdf

pytestmark = pytest.mark.django_db

NIK = "1504052101900001"  # invented
WITH_NIK = f"Daftar penerima\n1. Siti, {NIK}"
REASON = "Wajib menurut Perbup 12/2024 Pasal 3."
XHR = {"headers": {"x-requested-with": "XMLHttpRequest"}}


def document(data: bytes, name="a.pdf") -> VillageDocument:
    return DocumentFactory(file=ContentFile(data, name))


def told(document) -> tuple[str, int, bool]:
    found = DocumentText.objects.get(document=document)
    return found.text, found.pages_with_text, found.complete


def test_the_text_of_a_pdf_is_kept_apart_from_the_document():
    found = document(text_pdf("Peraturan tentang sampah rumah tangga.", "Penutup"))

    assert told(found) == ("Peraturan tentang sampah rumah tangga.\nPenutup", 1, True)


def test_a_scan_is_known_as_one():
    found = document(scan_pdf())

    assert told(found) == ("", 0, True)
    assert found.examined.is_scan is True


def test_what_is_no_pdf_has_none():
    document(corpus.docx(), "a.docx")

    assert not DocumentText.objects.exists()


def test_another_file_brings_another_text_and_its_deletion_takes_it_away():
    found = document(text_pdf("Naskah lama tentang pasar desa."))
    found.file = ContentFile(text_pdf("Naskah baru tentang pasar desa."), "b.pdf")
    found.save()
    assert told(found)[0] == "Naskah baru tentang pasar desa."

    found.file = ContentFile(corpus.docx(), "c.docx")
    found.save()
    assert not DocumentText.objects.exists()

    document(text_pdf("Lain"))
    VillageDocument.objects.all().delete()
    assert not DocumentText.objects.exists()


def test_changing_the_title_reads_nothing_again(monkeypatch):
    found = document(text_pdf("Naskah"))
    DocumentText.objects.update(text="tetap")
    found.title = "Baru"
    found.save()

    assert told(found)[0] == "tetap"


def test_no_digit_of_a_nik_is_kept():
    found = document(text_pdf(WITH_NIK))

    assert told(found)[0] == "Daftar penerima\n1. Siti, [NIK]"


# Who may


def add_one(client, data: bytes, **more):
    form = {"title": "SK", "file": SimpleUploadedFile("sk.pdf", data), "collection": 1} | more
    return client.post(reverse("wagtaildocs:add"), form)


def add_many(client, data: bytes, **more):
    form = {"title": "SK", "files[]": SimpleUploadedFile("sk.pdf", data)} | more
    return client.post(reverse("wagtaildocs:add_multiple"), form, **XHR)


def choose(client, data: bytes, **more):
    form = {"title": "SK", "file": SimpleUploadedFile("sk.pdf", data), "collection": 1} | more
    return client.post(
        reverse("wagtaildocs_chooser:create"),
        {f"document-chooser-upload-{name}": value for name, value in form.items()},
    )


def words(answer) -> str:
    text = answer.content.decode()
    if answer.headers["Content-Type"].startswith("application/json"):
        told = json.loads(text)
        return told.get("error_message") or told["htmlFragment"]
    return text


@pytest.mark.parametrize("add", [add_one, add_many, choose])
@pytest.mark.parametrize("role", ["Operator", "Penerbit"])
def test_a_pdf_that_shows_a_nik_is_refused_at_every_door_with_its_page(client, add, role):
    client.force_login(UserFactory(roles=[role]))

    said = words(add(client, text_pdf("Judul", WITH_NIK)))

    assert "halaman 2: 1504********0001" in said
    assert NIK not in said
    assert not VillageDocument.objects.exists()


@pytest.mark.parametrize("add", [add_one, choose])
def test_a_publisher_lets_it_in_with_a_reason_that_is_kept(client, add):
    publisher = UserFactory(roles=["Penerbit"], username="kades")
    client.force_login(publisher)
    assert "Alasan tetap memuat NIK" in words(add(client, text_pdf(WITH_NIK)))
    assert "Alasan tetap memuat NIK" in words(add(client, text_pdf(WITH_NIK), nik_reason="wajib"))

    add(client, text_pdf(WITH_NIK), nik_reason=REASON)

    found = VillageDocument.objects.get()
    permit = PersonalNumberPermit.objects.get()
    assert (permit.document, permit.reason, permit.given_by_name, permit.file_hash) == (
        found,
        REASON,
        "kades",
        found.file_hash,
    )
    form = client.get(reverse("wagtaildocs:edit", args=[found.pk])).content.decode()
    assert "Memuat NIK dengan izin kades" in form
    assert REASON in form


@pytest.mark.parametrize("add", [add_one, add_many, choose])
def test_an_operator_cannot_give_a_reason(client, add):
    client.force_login(UserFactory(roles=["Operator"]))

    said = words(add(client, text_pdf(WITH_NIK), nik_reason=REASON))

    assert "Alasan tetap memuat NIK" not in said
    assert "mintalah Penerbit" in said
    assert not VillageDocument.objects.exists()


def test_a_file_without_one_asks_for_no_reason_and_keeps_none(client):
    client.force_login(UserFactory(roles=["Penerbit"]))

    add_one(client, text_pdf("Sampah"), nik_reason=REASON)

    assert VillageDocument.objects.count() == 1
    assert not PersonalNumberPermit.objects.exists()


def test_a_scan_is_taken_and_its_form_says_what_that_means(client):
    client.force_login(UserFactory(roles=["Operator"]))

    add_one(client, scan_pdf())

    found = VillageDocument.objects.get()
    assert SCAN in client.get(reverse("wagtaildocs:edit", args=[found.pk])).content.decode()
    other = document(text_pdf("Naskah lengkap tentang sampah."))
    assert SCAN not in client.get(reverse("wagtaildocs:edit", args=[other.pk])).content.decode()


# Those that were there before


def test_older_documents_are_read_by_a_command_once(capsys):
    found = document(text_pdf(WITH_NIK))
    gone = document(text_pdf("Hilang"))
    gone.file.storage.delete(gone.file.name)
    DocumentText.objects.all().delete()

    for _ in range(2):
        call_command("examine_documents")

    assert told(found)[0] == "Daftar penerima\n1. Siti, [NIK]"
    out, err = capsys.readouterr()
    assert out == f"{found.pk} {found.title}: page 1, 1504********0001\n1 read.\n0 read.\n"
    assert err.count(f"{gone.pk} {gone.title}") == 2


def test_lists_of_documents_read_no_text(client, django_assert_max_num_queries):
    client.force_login(UserFactory(roles=["Operator"]))
    document(text_pdf("Rahasia negara"))

    assert "Rahasia negara" not in client.get(reverse("wagtaildocs:index")).content.decode()
