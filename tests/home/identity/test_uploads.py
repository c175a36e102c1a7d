"""The admin's own upload pages, as an editor uses them: words beside the field, nothing typed lost, never a 500."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import UploadedFile

from home.identity import renditions
from home.identity.media import VillageDocument, VillageImage
from home.identity.uploads import DOCUMENT_HELP, PHOTO_HELP
from project.lib import documents, pdf, photos
from tests import corpus
from tests.home.identity.test_media import files, make_document, make_image, stored_marks, upload

pytestmark = pytest.mark.django_db

ADD_MANY = "wagtailimages:add_multiple"
XHR = {"headers": {"x-requested-with": "XMLHttpRequest"}}


def add_many(client, data: bytes, name: str = "IMG_1.jpg", content_type: str = "image/jpeg", **fields):
    fields = (
        {"title": "Panen raya"}
        | fields
        | {"files[]": SimpleUploadedFile(name, data, content_type=content_type)}
    )
    return client.post(reverse(ADD_MANY), fields, **XHR)


def add_one(client, data: bytes, name: str = "IMG_1.jpg", title: str = "Panen raya"):
    return client.post(
        reverse("wagtailimages:add"), {"title": title, "file": upload(data, name), "collection": 1}
    )


def choose(client, data: bytes, name: str = "IMG_1.jpg", title: str = "Panen raya"):
    """The tab "Upload" of the image chooser in a page's editor."""
    fields = {"title": title, "file": upload(data, name), "collection": 1}
    return client.post(
        reverse("wagtailimages_chooser:create"),
        {f"image-chooser-upload-{name}": v for name, v in fields.items()},
    )


def accepts(html: str) -> set[str]:
    return set(re.findall(r'accept="([^"]*)"', html))


@pytest.mark.parametrize("address", ["wagtailimages:add", ADD_MANY, "wagtailimages_chooser:choose"])
def test_every_file_dialog_offers_only_what_no_browser_breaks_on(admin_client, address):
    """wagtail#13971, #13972: Safari on a Mac crashes or renames when image/heic is listed."""
    response = admin_client.get(reverse(address))
    html = response.content.decode()
    if address.endswith("choose"):
        html = json.loads(html)["html"]
    assert accepts(html) == {"image/jpeg,image/png,image/webp"}


def test_the_dialog_for_replacing_a_photo_offers_the_same(admin_client):
    html = admin_client.get(reverse("wagtailimages:edit", args=[make_image().pk])).content.decode()
    assert accepts(html) == {"image/jpeg,image/png,image/webp"}


def test_the_uploader_for_many_lets_heic_through_its_check_in_the_browser(admin_client):
    html = admin_client.get(reverse(ADD_MANY)).content.decode()
    endings = re.search(r'data-accept-file-types="/\\\.\(([^)]*)\)\$/i"', html)[1].split("|")
    assert {"jpg", "jpeg", "png", "webp", "heic"} <= set(endings)
    assert {"svg", "gif", "avif"} & set(endings) == set()
    assert PHOTO_HELP in html


@pytest.mark.parametrize("add", [add_many, add_one, choose], ids=["many", "one", "chooser"])
@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("JPEG", "IMG_1.JPG"),
        ("JPEG", "IMG_1.jpeg"),
        ("JPEG", "IMG_1.jfif"),
        ("JPEG", "IMG_1.png"),
        ("JPEG", "IMG_1"),
        ("HEIF", "IMG_1.HEIC"),
        ("HEIF", "IMG_1.jpg"),
        ("WEBP", "IMG_1.jpg"),
        ("PNG", "layar.PNG"),
    ],
)
def test_an_honest_photo_is_taken_at_every_door_whatever_it_is_called(
    admin_client, settings, add, form, name
):
    """wagtail's "extension does not match the file format" would turn phone photos away."""
    response = add(admin_client, corpus.phone_photo(form), name)
    assert response.status_code in (200, 302)
    image = VillageImage.objects.get()
    assert (image.title, image.width, image.height) == ("Panen raya", 640, 480)
    assert image.renditions.filter(filter_spec__in=renditions.SPECS).count() == len(renditions.SPECS)
    assert stored_marks(settings) == {}


@pytest.mark.parametrize("claimed", ["text/html", "image/svg+xml", "application/pdf", ""])
def test_the_claimed_type_decides_nothing(admin_client, claimed):
    assert add_many(admin_client, corpus.phone_photo(), content_type=claimed).json()["success"] is True
    response = add_many(admin_client, corpus.SVG, "foto.jpg", "image/jpeg")
    assert response.json() == {"success": False, "error_message": photos.NOT_A_PHOTO}


@pytest.fixture(scope="module")
def unwanted():
    return corpus.unwanted_photos()


def test_every_unwanted_file_gets_words_from_the_uploader_for_many(admin_client, settings, unwanted):
    """reliability.md T15: never a 500, nothing stored."""
    answers = {}
    for kind, data in unwanted.items():
        response = add_many(admin_client, data, "foto.jpg")
        answers[kind] = (
            response.status_code,
            response.json()["success"],
            "oto" in response.json()["error_message"],
        )
    del answers["moving WebP"], answers["APNG of 500 frames"]  # "Gambar bergerak …"
    assert answers == dict.fromkeys(answers, (200, False, True))
    assert VillageImage.objects.count() == 0
    assert files(settings) == []


@pytest.mark.parametrize("add", [add_one, choose], ids=["one", "chooser"])
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("SVG with a script", photos.NOT_A_PHOTO),
        ("bomb of 169 megapixels", photos.TOO_LARGE),
        ("JPEG cut in half", photos.BROKEN),
        ("nothing", photos.EMPTY),
    ],
)
def test_a_refusal_stands_beside_the_field_and_the_title_stays(
    admin_client, settings, unwanted, add, kind, words
):
    response = add(admin_client, unwanted[kind], "foto.jpg", title="Panen raya 2026")
    assert response.status_code == 200
    html = response.content.decode()
    if add is choose:
        html = json.loads(html)["htmlFragment"]
    assert words in html
    assert 'value="Panen raya 2026"' in html
    assert "Upload a valid image" not in html
    assert files(settings) == []


def test_a_missing_photo_is_asked_for_in_indonesian(admin_client):
    response = admin_client.post(reverse("wagtailimages:add"), {"title": "Panen raya", "collection": 1})
    assert "Pilih foto yang akan diunggah." in response.content.decode()
    assert 'value="Panen raya"' in response.content.decode()


@pytest.mark.parametrize("name", corpus.NASTY_NAMES[:-1])
def test_any_name_of_a_photo_is_harmless(admin_client, settings, name):
    """reliability.md T16. The name reaches the title only, as text."""
    assert add_many(admin_client, corpus.phone_photo(), name).status_code == 200
    stored = files(settings)
    assert {
        re.fullmatch(r"[0-9a-f]{16}(\.[\w.-]+)?\.(jpg|webp|png)", path.name) is not None for path in stored
    } == {True}


def test_the_uploader_for_many_sets_only_the_clean_copy_aside(admin_client, settings):
    """When another field is wrong Wagtail keeps the upload below MEDIA_ROOT until the form is right."""
    response = add_many(admin_client, corpus.phone_photo(), title="x" * 300)
    assert response.status_code == 200
    assert UploadedFile.objects.count() == 1
    assert stored_marks(settings) == {}

    waiting = UploadedFile.objects.get()
    response = admin_client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]),
        {f"uploaded-image-{waiting.pk}-title": "Panen raya", f"uploaded-image-{waiting.pk}-collection": 1},
        **XHR,
    )
    assert response.json()["success"] is True
    image = VillageImage.objects.get()
    assert (image.width, image.renditions.count() >= len(renditions.SPECS)) == (640, True)
    assert len(image.file_hash) == 40
    assert stored_marks(settings) == {}


def replace(client, image: VillageImage, data: bytes, title: str = "Panen raya"):
    return client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": title, "file": upload(data), "collection": image.collection_id, "description": ""},
    )


def test_replacing_a_photo_removes_the_old_one_and_makes_its_sizes(
    admin_client, settings, django_capture_on_commit_callbacks
):
    image = make_image()
    before = set(files(settings))
    with django_capture_on_commit_callbacks(execute=True):
        response = replace(admin_client, image, corpus.phone_photo("PNG", (900, 300)))
    assert response.status_code == 302
    fresh = VillageImage.objects.get()
    assert (fresh.width, fresh.file_size) == (900, fresh.file.size)
    assert {item.filter_spec for item in fresh.renditions.all()} == set(renditions.SPECS)
    assert before & set(files(settings)) == set()
    assert len(files(settings)) == 1 + len(renditions.SPECS)
    assert stored_marks(settings) == {}


def test_a_refused_replacement_keeps_photo_and_sizes(admin_client, settings):
    image = make_image()
    before = files(settings)
    response = replace(admin_client, image, corpus.SVG, title="Panen raya 2026")
    assert response.status_code == 200
    assert photos.NOT_A_PHOTO in response.content.decode()
    assert 'value="Panen raya 2026"' in response.content.decode()
    assert [path for path in before if not path.exists()] == []


def test_changing_only_the_title_keeps_the_file(admin_client, settings):
    image = make_image()
    before = files(settings, "original_images")
    admin_client.post(
        reverse("wagtailimages:edit", args=[image.pk]), {"title": "Baru", "collection": image.collection_id}
    )
    assert VillageImage.objects.get().title == "Baru"
    assert files(settings, "original_images") == before


def test_a_duplicate_is_still_recognised(admin_client):
    assert add_many(admin_client, corpus.phone_photo()).json()["duplicate"] is False
    assert add_many(admin_client, corpus.phone_photo()).json()["duplicate"] is True


def test_the_page_of_photos_opens_although_a_source_is_gone(admin_client):
    """reliability.md T9."""
    image = make_image()
    image.file.storage.delete(image.file.name)
    assert admin_client.get(reverse("wagtailimages:index")).status_code == 200
    assert admin_client.get(reverse("wagtailimages:edit", args=[image.pk])).status_code == 200


# --- documents ------------------------------------------------------------------------------------------------------


def add_document(client, data: bytes, name: str = "Perdes 3.pdf", title: str = "Perdes 3"):
    return client.post(
        reverse("wagtaildocs:add"), {"title": title, "file": upload(data, name), "collection": 1}
    )


def add_documents(client, data: bytes, name: str = "Perdes 3.pdf", title: str = "Perdes 3"):
    return client.post(
        reverse("wagtaildocs:add_multiple"), {"title": title, "files[]": upload(data, name)}, **XHR
    )


def choose_document(client, data: bytes, name: str = "Perdes 3.pdf", title: str = "Perdes 3"):
    fields = {"title": title, "file": upload(data, name), "collection": 1}
    return client.post(
        reverse("wagtaildocs_chooser:create"),
        {f"document-chooser-upload-{name}": value for name, value in fields.items()},
    )


DOCUMENT_DOORS = pytest.mark.parametrize(
    "add", [add_document, add_documents, choose_document], ids=["one", "many", "chooser"]
)


@DOCUMENT_DOORS
def test_a_pdf_is_taken_at_every_door_with_its_facts(admin_client, add):
    assert add(admin_client, corpus.pdf(4)).status_code in (200, 302)
    document = VillageDocument.objects.get()
    assert (document.title, document.filename, document.page_count) == ("Perdes 3", "Perdes_3.pdf", 4)
    assert (document.file_size, len(document.file_hash)) == (len(corpus.pdf(4)), 40)


@DOCUMENT_DOORS
@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        pytest.param(b"<html>", "perdes.pdf", pdf.NOT_A_PDF, id="no PDF"),
        pytest.param(corpus.broken_pdf(), "perdes.pdf", pdf.BROKEN, id="broken"),
        pytest.param(corpus.pdf(password="x"), "perdes.pdf", pdf.PASSWORD, id="password"),
        pytest.param(b"", "perdes.pdf", documents.EMPTY, id="empty"),
        pytest.param(corpus.SVG, "perdes.svg", documents.UNKNOWN, id="SVG"),
        pytest.param(corpus.pdf() + bytes(21 * 1024 * 1024), "perdes.pdf", documents.TOO_HEAVY, id="heavy"),
    ],
)
def test_a_bad_document_gets_its_words_at_every_door(admin_client, settings, add, data, name, words):
    """Bad input of issue 2: a PDF that is no PDF."""
    response = add(admin_client, data, name, title="Perdes tentang Pasar")
    assert response.status_code == 200
    if add is add_documents:
        assert response.json() == {"success": False, "error_message": words}
    else:
        html = response.content.decode()
        if add is choose_document:
            html = json.loads(html)["htmlFragment"]
        assert words in html
        assert 'value="Perdes tentang Pasar"' in html
    assert VillageDocument.objects.count() == 0
    assert files(settings) == []


def test_the_document_dialog_offers_the_allowed_kinds(admin_client):
    html = admin_client.get(reverse("wagtaildocs:add")).content.decode()
    assert accepts(html) == {".pdf,.docx,.xlsx,.odt,.ods,.mp3,.ogg,.m4a"}
    assert DOCUMENT_HELP in html


def test_a_document_is_replaced_under_its_address(admin_client, settings, django_capture_on_commit_callbacks):
    document = make_document(corpus.pdf(1))
    with django_capture_on_commit_callbacks(execute=True):
        response = admin_client.post(
            reverse("wagtaildocs:edit", args=[document.pk]),
            {
                "title": "Perdes 3",
                "file": upload(corpus.pdf(2), "Perdes 3.pdf"),
                "collection": document.collection_id,
            },
        )
    assert response.status_code == 302
    fresh = VillageDocument.objects.get()
    assert (fresh.url, fresh.page_count, fresh.file_size) == (document.url, 2, len(corpus.pdf(2)))
    assert len(files(settings)) == 1


def test_the_account_page_offers_no_profile_picture(admin_client):
    """Its form opens any format and size; nobody would see the picture."""
    html = admin_client.get(reverse("wagtailadmin_account")).content.decode()
    assert "avatar-avatar" not in html
