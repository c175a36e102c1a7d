"""Only the made sizes of photos have an address of their own; nothing else in the media folder does."""

from pathlib import Path

import pytest
from django.urls import reverse

from home.identity import renditions
from tests.factories.home import DocumentFactory, ImageFactory, shown

pytestmark = pytest.mark.django_db


def put(settings, name: str, content: bytes = b"secret") -> Path:
    path = Path(settings.MEDIA_ROOT) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_rendition_is_served_with_its_bytes(client):
    rendition = ImageFactory().renditions.get(filter_spec=renditions.SOCIAL)
    response = client.get(rendition.url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(response.streaming_content) == rendition.file.read()


def test_the_address_of_every_rendition_is_the_view_s(client):
    image = ImageFactory()
    names = {reverse("media", args=[Path(found.file.name).name]) for found in image.renditions.all()}
    assert {found.url for found in image.renditions.all()} == names
    assert len(names) == len(renditions.SPECS)


def test_a_rendition_may_be_kept_for_ever_and_runs_nothing(client):
    rendition = ImageFactory().renditions.first()
    response = client.get(rendition.url)
    assert {
        name: response[name]
        for name in (
            "Cache-Control",
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Cross-Origin-Resource-Policy",
        )
    } == {
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    response.close()


def test_the_uploaded_photo_itself_has_no_address(client):
    image = ImageFactory()
    name = Path(image.file.name).name
    assert Path(image.file.path).is_file()
    for address in (f"/media/{image.file.name}", f"/media/images/{name}", f"/media/original_images/{name}"):
        assert client.get(address).status_code == 404, address


def test_a_document_s_file_has_no_address_beside_the_one_with_protective_headers(client):
    document = shown(DocumentFactory())
    name = Path(document.file.name).name
    assert Path(document.file.path).is_file()
    for address in (f"/media/{document.file.name}", f"/media/images/{name}"):
        assert client.get(address).status_code == 404, address
    assert client.get(document.url).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "../secret.jpg",
        "..%2fsecret.jpg",
        "%2e%2e%2fsecret.jpg",
        "..%5csecret.jpg",
        "..\\secret.jpg",
        "%2e%2e/secret.jpg",
        "....//secret.jpg",
        "deep/secret.jpg",
        "deep%2fsecret.jpg",
        ".hidden",
        "..",
        ".",
        "%00secret.jpg",
        "deep",
        "a" * 10_000 + ".jpg",
    ],
)
def test_no_name_leads_out_of_the_folder_or_to_what_is_hidden(client, settings, name):
    for path in ("secret.jpg", "images/deep/secret.jpg", "images/.hidden", "images/there.jpg"):
        put(settings, path)
    assert client.get("/media/images/there.jpg").status_code == 200
    assert client.get(f"/media/images/{name}").status_code == 404


@pytest.mark.parametrize("address", ["/media/", "/media/images/", "/media/images", "/media/secret.jpg"])
def test_folders_are_not_listed(client, settings, address):
    put(settings, "secret.jpg")
    assert client.get(address, follow=True).status_code == 404


def test_a_photo_that_is_missing_on_the_disk_is_not_there_and_no_fault(client):
    rendition = ImageFactory().renditions.first()
    Path(rendition.file.path).unlink()
    assert client.get(rendition.url).status_code == 404


def test_photos_are_only_read(client):
    rendition = ImageFactory().renditions.first()
    assert client.post(rendition.url).status_code == 405
