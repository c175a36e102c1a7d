"""A regulation is found by the words of its PDF, as it is now; a NIK in it finds nothing."""

import pytest
from django.core.files.base import ContentFile

from layanan.models import RegulationPage
from tests.factories.home import DocumentFactory, VillageFactory
from tests.factories.layanan import RegulationFactory
from tests.factories.pdfs import text_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def village():
    VillageFactory()


def regulation(text: str, **values) -> RegulationPage:
    document = DocumentFactory(file=ContentFile(text_pdf(text), "a.pdf"))
    return RegulationFactory(number="9", subject="Perikanan", document=document, **values)


def finds(client, word: str) -> list[bool]:
    """In the site's search, and in the list."""
    return [
        "perdes-9-2024" in client.get(url).content.decode()
        for url in (f"/cari/?q={word}", f"/regulasi/?q={word}")
    ]


def test_words_of_the_pdf_find_it(client):
    regulation("Setiap nelayan memakai jaring bermata lebar.")

    assert finds(client, "jaring") == [True, True]
    assert finds(client, "bubu") == [False, False]


def test_another_file_behind_the_same_document_changes_what_finds_it(client):
    document = regulation("Setiap nelayan memakai jaring.").document
    document.file = ContentFile(text_pdf("Setiap nelayan memakai bubu."), "b.pdf")
    document.save()

    assert finds(client, "jaring") == [False, False]
    assert finds(client, "bubu") == [True, True]


def test_without_the_document_its_words_find_nothing(client):
    page = regulation("Setiap nelayan memakai jaring.")
    page.document = None
    page.save()

    assert finds(client, "jaring") == [False, False]


def test_a_nik_in_it_finds_nothing(client):
    regulation("Penerima: Siti, 1504052101900001, RT 01")

    assert finds(client, "penerima") == [True, True]
    for word in ("1504052101900001", "1504", "0001"):
        assert finds(client, word) == [False, False], word


def test_one_that_is_not_public_is_not_found_by_it(client):
    page = regulation("Setiap nelayan memakai jaring.", live=False)
    document = page.document
    document.file = ContentFile(text_pdf("Setiap nelayan memakai bubu."), "b.pdf")
    document.save()

    assert finds(client, "jaring") == finds(client, "bubu") == [False, False]
