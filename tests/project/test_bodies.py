"""What is far too large is refused before it is read."""

import pytest
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from project.bodies import ADMIN_BYTES, PUBLIC_BYTES

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


def send(client, address: str, length: int):
    """Claims a length without sending so much."""
    return client.generic("POST", address, PART, content_type=FORM, CONTENT_LENGTH=str(length))


@pytest.mark.parametrize(
    ("address", "limit"),
    [
        ("/", PUBLIC_BYTES),
        ("/tidak-ada/", PUBLIC_BYTES),
        ("/admin", PUBLIC_BYTES),
        ("/admin/login/", ADMIN_BYTES),
        ("/admin/documents/add/", ADMIN_BYTES),
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


def test_every_file_that_the_site_takes_fits():
    from project.lib import documents, photos

    assert 2 * max(documents.MAX_BYTES, photos.MAX_BYTES) < ADMIN_BYTES
