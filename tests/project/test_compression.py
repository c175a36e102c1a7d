"""What is compressed on the way: words for everyone, never the admin's secrets, never what is compact already."""

import gzip
import io

import pytest
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory

from home.identity import renditions
from project.compression import PublicGZipMiddleware
from tests.factories.home import DocumentFactory, ImageFactory, UserFactory, VillageFactory, shown

LONG = b"<p>kartu keluarga</p>" * 100
ACCEPTS = {"accept-encoding": "gzip, deflate, br"}


def answer(path="/", response=None, headers=ACCEPTS):
    response = response or HttpResponse(LONG)
    return PublicGZipMiddleware(lambda request: response)(RequestFactory().get(path, headers=headers))


@pytest.mark.django_db
def test_a_public_page_is_compressed_and_the_same_words(client):
    VillageFactory(name="Sungai Rumbai")
    plain = client.get("/")
    packed = client.get("/", headers=ACCEPTS)
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content)


def test_who_cannot_unpack_gets_plain_words_and_caches_are_told():
    response = answer(headers={})
    assert (response.get("Content-Encoding"), response.content, response["Vary"]) == (
        None,
        LONG,
        "Accept-Encoding",
    )


@pytest.mark.django_db
def test_the_admin_is_never_compressed(client):
    """Its pages hold CSRF tokens; compressed, their length would give them away bit by bit (BREACH)."""
    client.force_login(UserFactory(is_superuser=True))
    for address in ("/admin/login/", "/admin/", "/admin/account/"):
        response = client.get(address, headers=ACCEPTS, follow=True)
        assert (response.status_code, response.get("Content-Encoding")) == (200, None), address


def test_short_answers_stay_as_they_are():
    assert answer(response=HttpResponse(b"ok")).get("Content-Encoding") is None


@pytest.mark.parametrize("kind", ["text/css", "application/json", "image/svg+xml", "application/xml"])
def test_all_that_is_words_is_compressed(kind):
    assert answer(response=HttpResponse(LONG, content_type=kind)).get("Content-Encoding") == "gzip"


@pytest.mark.parametrize("kind", ["image/webp", "image/jpeg", "application/pdf", "application/zip"])
def test_compact_files_keep_their_length_for_the_progress_bar(kind):
    response = answer(response=FileResponse(io.BytesIO(LONG), content_type=kind))
    assert (response.get("Content-Encoding"), response["Content-Length"]) == (None, str(len(LONG)))


@pytest.mark.django_db
def test_a_downloaded_document_and_a_picture_say_their_size(client):
    document, image = shown(DocumentFactory()), ImageFactory()
    picture = image.renditions.get(filter_spec=renditions.SOCIAL)
    for address, size in ((document.url, document.file.size), (picture.url, picture.file.size)):
        response = client.get(address, headers=ACCEPTS)
        assert (response.get("Content-Encoding"), response["Content-Length"]) == (None, str(size)), address
        assert len(b"".join(response.streaming_content)) == size
