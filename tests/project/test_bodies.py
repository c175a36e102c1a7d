"""What nobody takes, and what is far too large, is refused before it is read."""

import pytest
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http.multipartparser import MultiPartParser
from django.test import Client
from django.urls import reverse

from home.models import ContentPage
from home.search.views import search_page
from project.bodies import ADMIN_BYTES, FILES_BYTES, PUBLIC_BYTES, takes_post
from tests.factories.home import ContentPageFactory, UserFactory

pytestmark = pytest.mark.django_db

FORM = "multipart/form-data; boundary=x"
PART = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-\r\n--x--'


@pytest.fixture
def written(monkeypatch):
    """Names of the files that Django began to write to the disk."""
    names = []
    monkeypatch.setattr(
        TemporaryFileUploadHandler, "new_file", lambda self, field, name, *rest, **more: names.append(name)
    )
    return names


@pytest.fixture
def parsed(monkeypatch):
    """The bodies that Django began to take apart."""
    found = []
    parse = MultiPartParser.parse
    monkeypatch.setattr(MultiPartParser, "parse", lambda self: found.append(self) or parse(self))
    return found


@pytest.fixture
def stranger():
    """Not signed in, and with the cookie that makes the site look for the form's token in the body."""
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "a" * 32
    return client


def send(client, address: str, length: int, **more):
    """Claims a length without sending so much."""
    return client.generic("POST", address, PART, content_type=FORM, CONTENT_LENGTH=str(length), **more)


@pytest.mark.parametrize(
    ("address", "limit"),
    [
        ("/", PUBLIC_BYTES),
        ("/tidak-ada/", PUBLIC_BYTES),
        ("/admin", PUBLIC_BYTES),
        ("/admin/login/", ADMIN_BYTES),
        ("/admin/documents/add/", ADMIN_BYTES),
        ("/pelatihan/fasilitator/", PUBLIC_BYTES),
        ("/pelatihan/fasilitator/berkas/sesi/1/pindaian/", FILES_BYTES),
        ("/pelatihan/fasilitator/berkas/kegiatan/1/foto/", FILES_BYTES),
    ],
)
def test_a_body_over_the_limit_is_refused_in_words_before_anything_is_written(
    client, written, address, limit
):
    response = send(client, address, limit + 1)
    assert (response.status_code, written) == (413, [])
    assert "terlalu besar" in response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"] or address.startswith("/admin/")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", ["/", "/admin/login/"])
def test_what_is_below_the_limit_comes_through(client, address):
    assert send(client, address, len(PART)).status_code != 413


@pytest.mark.parametrize("length", ["", "abc", "-1"])
def test_a_length_that_is_none_is_no_fault(client, length):
    response = client.generic("POST", "/", PART, content_type=FORM, CONTENT_LENGTH=length)
    assert response.status_code not in (413, 500)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/profil/",
        "/tidak-ada/",
        "/cari/",
        "/pengumuman/",
        "/healthz",
        "/sitemap.xml",
        "/documents/1/a.pdf",
    ],
)
def test_a_public_address_without_a_form_refuses_one_unread(stranger, parsed, address):
    ContentPageFactory(title="Profil", slug="profil")
    response = send(stranger, address, len(PART))
    assert (response.status_code, response["Allow"], parsed) == (405, "GET, HEAD", [])


@pytest.mark.parametrize("method", ["get", "head"])
def test_reading_goes_on(client, method):
    assert getattr(client, method)(ContentPageFactory(title="Profil").url).status_code == 200


def test_a_form_of_a_public_address_is_read(stranger, parsed, monkeypatch):
    """And the token in it missed. Who has a form says so: a view by a mark, a page by its methods."""
    page = ContentPageFactory(title="Profil")
    assert send(stranger, reverse("wagtailcore_login"), len(PART)).status_code == 403
    monkeypatch.setattr(ContentPage, "allowed_http_methods", ("GET", "HEAD", "POST"))
    assert send(stranger, page.url, len(PART)).status_code == 403
    monkeypatch.setattr(search_page, "takes_post", False, raising=False)
    takes_post(search_page)
    assert send(stranger, reverse("search"), len(PART)).status_code == 403
    assert len(parsed) == 3


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/documents/add/"])
def test_a_stranger_sends_the_admin_no_more_than_words(stranger, parsed, written, address):
    response = send(stranger, address, PUBLIC_BYTES + 1)
    assert (response.status_code, response.url.split("?")[0]) == (302, "/admin/login/")
    told = send(stranger, address, PUBLIC_BYTES + 1, HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    assert (told.status_code, parsed, written) == (403, [], [])


def test_who_is_signed_in_sends_files(client, parsed):
    client.force_login(UserFactory(is_superuser=True))
    body = PART.replace(b"%PDF-", b"%PDF-" + bytes(PUBLIC_BYTES))
    assert client.post("/admin/documents/add/", body, content_type=FORM).status_code == 200
    assert parsed


def test_every_file_that_the_site_takes_fits():
    from project.lib import documents, photos

    assert 2 * max(documents.MAX_BYTES, photos.MAX_BYTES) < ADMIN_BYTES
