"""Whatever door a photo or document comes in by, only the checked copy is stored, and nothing is left behind."""

import hashlib
import io
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from PIL import Image, ImageDraw
from wagtail.models import Site, UploadedFile
from wagtail.users.models import UserProfile

from home.identity import renditions
from home.identity.media import VillageDocument, VillageImage
from home.identity.models import VillageSettings
from project.lib import photos
from project.lib.documents import DocumentError
from project.lib.photos import PhotoError
from tests import corpus
from tests.factories.home import shown

pytestmark = pytest.mark.django_db


def upload(data: bytes, name: str = "IMG_2026.JPG") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def make_image(data: bytes | None = None, **fields) -> VillageImage:
    fields = {"title": "Panen"} | fields
    return VillageImage.objects.create(file=upload(data or corpus.phone_photo()), **fields)


def make_document(data: bytes | None = None, name: str = "Perdes 3.pdf", **fields) -> VillageDocument:
    return VillageDocument.objects.create(title="Perdes 3", file=upload(data or corpus.pdf(), name), **fields)


def files(settings, folder: str = "") -> list[Path]:
    return sorted(path for path in (Path(settings.MEDIA_ROOT) / folder).rglob("*") if path.is_file())


def stored_marks(settings) -> dict[str, list[bytes]]:
    """Which stored files carry which marks of metadata."""
    found = {}
    for path in files(settings):
        data = path.read_bytes()
        marks = [mark for mark in corpus.METADATA_MARKS if mark in data]
        picture = Image.open(io.BytesIO(data))
        if marks or dict(picture.getexif()) or dict(picture.getexif().get_ifd(0x8825)):
            found[path.name] = marks
    return found


# --- photos: every door ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_no_stored_byte_tells_where_a_photo_was_taken(settings, form):
    """reliability.md headline 1: Wagtail's renditions keep GPS. Done when, issue 2: staff's photos included."""
    image = make_image(corpus.phone_photo(form))
    # Sizes that only the admin or a later template asks for come from the same clean copy.
    for spec in ("original", "max-165x165", "width-400", "fill-300x300|format-png"):
        image.get_rendition(spec)
    assert len(files(settings)) == 1 + len(renditions.SPECS) + 4
    assert stored_marks(settings) == {}


def test_the_record_tells_size_and_hash_of_the_stored_bytes(settings):
    image = make_image(corpus.heavy_photo())
    stored = files(settings, "original_images")[0].read_bytes()
    fresh = VillageImage.objects.get(pk=image.pk)
    assert (fresh.width, fresh.height) == (1536, 2048)
    assert fresh.file_size == len(stored)
    assert fresh.file_hash == hashlib.sha1(stored, usedforsecurity=False).hexdigest()


def test_the_stored_name_is_random():
    assert make_image().file.name.removeprefix("original_images/") != make_image().file.name
    assert "IMG_2026" not in make_image().file.name


def test_a_file_given_by_assignment_is_cleaned(settings):
    image = VillageImage(title="Panen")
    image.file = File(io.BytesIO(corpus.phone_photo("HEIF")), name="a.heic")
    image.save()
    assert stored_marks(settings) == {}
    assert (image.width, image.height) == (640, 480)


def test_a_file_saved_through_the_field_is_cleaned(settings):
    image = VillageImage(title="Panen")
    image.file.save("a.png", ContentFile(corpus.phone_photo("PNG")), save=True)
    assert stored_marks(settings) == {}
    image.refresh_from_db()
    assert image.file_size == image.file.size
    assert len(image.file_hash) == 40


def test_many_at_once_are_cleaned(settings):
    VillageImage.objects.bulk_create(
        [
            VillageImage(title="Panen", file=upload(corpus.phone_photo()), width=1, height=1, file_size=1)
            for _ in range(2)
        ]
    )
    assert len(files(settings)) == 2
    assert stored_marks(settings) == {}


def test_a_photo_is_redrawn_once_in_a_save(monkeypatch):
    """Each redrawing of a JPEG costs a little sharpness."""
    calls = []
    encode = photos._encode
    monkeypatch.setattr(
        photos, "_encode", lambda *args, **options: calls.append(1) or encode(*args, **options)
    )
    image = make_image()
    assert len(calls) == 1
    image.title = "Panen raya"
    image.save()
    assert len(calls) == 1


@pytest.mark.parametrize("data", [corpus.SVG, corpus.png_bomb(9_000), b"", corpus.pdf()])
def test_what_cannot_be_cleaned_is_not_stored_in_any_form(settings, data):
    with pytest.raises(PhotoError):
        VillageImage.objects.create(title="Panen", file=ContentFile(data, name="panen.jpg"))
    assert VillageImage.objects.count() == 0
    assert files(settings) == []


def test_a_refused_replacement_leaves_the_photo_as_it_was(settings):
    image = make_image()
    before = files(settings)
    image.file = upload(corpus.SVG)
    with pytest.raises(PhotoError):
        image.save()
    assert files(settings) == before
    assert VillageImage.objects.get(pk=image.pk).renditions.count() == len(renditions.SPECS)


def test_a_new_file_removes_the_old_one_and_its_sizes(settings, django_capture_on_commit_callbacks):
    image = make_image()
    before = set(files(settings))
    with django_capture_on_commit_callbacks(execute=True):
        image.file = upload(corpus.phone_photo("PNG", (900, 300)))
        image.save()
    after = set(files(settings))
    assert before & after == set()
    assert len(after) == 1 + len(renditions.SPECS)
    fresh = VillageImage.objects.get(pk=image.pk)
    assert (fresh.width, fresh.height) == (900, 300)
    assert {rendition.file.name.split(".")[0].split("/")[-1] for rendition in fresh.renditions.all()} == {
        Path(fresh.file.name).stem
    }


def test_the_old_file_stays_when_the_new_one_does_not_reach_the_database(
    settings, django_capture_on_commit_callbacks
):
    image = make_image()
    old = image.file.name
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        image.file = upload(corpus.phone_photo("PNG"))
        image.save()
        transaction.set_rollback(True)
    assert VillageImage.objects.get(pk=image.pk).file.name == old
    assert image.file.storage.exists(old)


def test_deleting_a_photo_removes_all_its_files(settings, django_capture_on_commit_callbacks):
    image = make_image()
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert files(settings) == []


def test_wagtails_waiting_room_keeps_only_the_clean_copy(settings, admin_user):
    """The uploader for many files sets a photo aside when its form lacks something else; below MEDIA_ROOT."""
    UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(VillageImage),
        file=upload(corpus.phone_photo()),
        uploaded_by_user=admin_user,
    )
    assert len(files(settings, "wagtail_uploads")) == 1
    assert stored_marks(settings) == {}


@pytest.mark.parametrize(("data", "kept"), [(corpus.phone_photo(), 1), (corpus.moving("GIF"), 0)])
def test_a_profile_picture_is_cleaned_or_dropped(settings, admin_user, data, kept):
    profile = UserProfile.get_for_user(admin_user)
    profile.avatar = upload(data)
    profile.save()
    assert len(files(settings)) == kept
    assert stored_marks(settings) == {}


# --- sizes ----------------------------------------------------------------------------------------------------------


def test_the_fixed_sizes_exist_after_saving():
    """performance.md: made when saved, never inside a page view."""
    image = make_image(corpus.heavy_photo())
    stored = {rendition.filter_spec: rendition for rendition in image.renditions.all()}
    assert set(stored) == set(renditions.SPECS)
    assert {spec: (item.width, item.height) for spec, item in stored.items() if "webp" in spec} == {
        "fill-208x156|format-webp": (208, 156),
        "fill-416x312|format-webp": (416, 312),
        "width-480|format-webp": (480, 640),
        "width-960|format-webp": (960, 1280),
        renditions.LOGO: (96, 128),
    }
    assert {Image.open(item.file).format for spec, item in stored.items() if "webp" in spec} == {"WEBP"}
    assert {Image.open(item.file).format for spec, item in stored.items() if "jpeg" in spec} == {"JPEG"}


def test_the_logo_keeps_its_transparent_ground():
    """On the coloured band of the page a white box around the crest would show."""
    image = make_image(corpus.transparent("PNG"))
    logo = Image.open(image.renditions.get(filter_spec=renditions.LOGO).file)
    assert (logo.format, logo.mode) == ("WEBP", "RGBA")
    assert logo.getchannel("A").getextrema()[0] < 10


def test_a_screen_is_shown_exactly_where_that_is_lighter():
    """Letters on plain ground: WebP without loss is lighter than with, and does not blur them."""
    screen = Image.new("RGB", (720, 400), "#fbf8f2")
    pen = ImageDraw.Draw(screen)
    for line in range(12):
        pen.text((20, 10 + 32 * line), "Surat keterangan tidak mampu, gratis", "#221c18", font_size=28)
    screen = screen.quantize(16, dither=Image.Dither.NONE).convert("RGB")
    image = make_image(corpus.encoded(screen, "PNG"))
    shown = Image.open(image.renditions.get(filter_spec="width-960|format-webp").file)
    assert shown.format == "WEBP"
    assert shown.convert("RGB").tobytes() == screen.tobytes()


def test_grain_is_not_shown_exactly_since_that_would_be_heavier():
    image = make_image(corpus.encoded(Image.effect_noise((480, 360), 90), "PNG"))
    assert image.file.name.endswith(".png")
    assert image.renditions.get(filter_spec="width-480|format-webp").file.read(16)[12:] == b"VP8 "  # not VP8L


def test_the_sizes_are_light(settings):
    """A village connection carries about 40 KB a second. Figures for a photo with more grain than phones give."""
    assert (settings.WAGTAILIMAGES_WEBP_QUALITY, settings.WAGTAILIMAGES_JPEG_QUALITY) == (65, 72)
    image = make_image(corpus.heavy_photo())
    weight = {rendition.filter_spec: rendition.file.size for rendition in image.renditions.all()}
    assert weight["fill-208x156|format-webp"] < 5_000
    assert weight["fill-208x156|format-jpeg"] < 5_000
    assert weight["width-480|format-webp"] < 30_000
    assert weight["width-960|format-webp"] < 250_000


def test_the_social_preview_stays_under_300_kb_even_for_pure_grain():
    """WhatsApp shows no preview picture above that."""
    noise = Image.merge("RGB", [Image.effect_noise((1600, 1000), 200) for _ in range(3)])
    image = make_image(corpus.encoded(noise, "PNG"))
    social = image.renditions.get(filter_spec=renditions.SOCIAL)
    assert (social.width, social.height) == (1200, 630)
    assert Image.open(social.file).format == "JPEG"
    assert 20_000 < social.file.size <= renditions.SOCIAL_LIMIT


@pytest.mark.parametrize("size", [(400, 300), (1000, 750), (300, 2000), (1, 1)])
def test_the_social_preview_of_a_small_or_narrow_photo_has_its_full_size(size):
    """Facebook shows what is smaller as a small square beside the words."""
    image = make_image(corpus.encoded(Image.new("RGB", size, "#1f5d4c"), "JPEG"))
    social = image.renditions.get(filter_spec=renditions.SOCIAL)
    assert (social.width, social.height) == Image.open(social.file).size == (1200, 630)
    assert social.file.size <= renditions.SOCIAL_LIMIT


def test_the_social_preview_of_a_transparent_drawing_stands_on_white():
    image = make_image(corpus.encoded(Image.new("RGBA", (300, 300), (0, 0, 0, 0)), "PNG"))
    social = Image.open(image.renditions.get(filter_spec=renditions.SOCIAL).file)
    assert (social.size, social.getpixel((600, 315))) == ((1200, 630), (255, 255, 255))


def test_names_of_sizes_lie_flat_in_their_folder_and_fit():
    """`project.media` serves one folder without sub-folders."""
    image = make_image(focal_point_x=100, focal_point_y=90, focal_point_width=20, focal_point_height=20)
    names = [rendition.file.name for rendition in image.renditions.all()]
    assert len(names) == len(set(names)) == len(renditions.SPECS)
    assert {name.count("/") for name in names} == {1}
    assert {name.startswith(f"images/{Path(image.file.name).stem}.") for name in names} == {True}


def test_saving_a_title_makes_no_size_again():
    image = make_image()
    before = sorted(image.renditions.values_list("pk", "file"))
    image.title = "Panen raya"
    image.save()
    assert sorted(image.renditions.values_list("pk", "file")) == before


def test_a_new_focal_point_makes_new_crops_and_drops_the_old(settings, django_capture_on_commit_callbacks):
    image = make_image()
    before = {item.filter_spec: item.pk for item in image.renditions.all()}
    with django_capture_on_commit_callbacks(execute=True):
        image.focal_point_x, image.focal_point_y = 600, 440
        image.focal_point_width = image.focal_point_height = 60
        image.save()
    after = {item.filter_spec: item.pk for item in image.renditions.all()}
    assert set(after) == set(renditions.SPECS)
    assert {spec for spec in after if after[spec] != before[spec]} == {
        s for s in renditions.SPECS if "fill" in s
    }
    assert len(files(settings)) == 1 + len(renditions.SPECS)


def test_a_full_disk_while_making_sizes_does_not_lose_the_photo(monkeypatch, caplog):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(VillageImage, "create_renditions", full)
    image = make_image()
    assert VillageImage.objects.get(pk=image.pk).renditions.count() == 0
    assert "make_renditions" in caplog.text


def test_make_renditions_brings_back_what_is_missing(settings, capsys):
    image, untouched = make_image(), make_image()
    rendition = image.renditions.first()
    Path(rendition.file.path).unlink()  # the file is gone, the row still claims it
    image.renditions.exclude(pk=rendition.pk).first().delete()
    kept = sorted(untouched.renditions.values_list("pk", flat=True))

    call_command("make_renditions")

    fresh = VillageImage.objects.get(pk=image.pk)
    assert {item.filter_spec for item in fresh.renditions.all()} == set(renditions.SPECS)
    assert all(Path(item.file.path).exists() for item in fresh.renditions.all())
    assert sorted(untouched.renditions.values_list("pk", flat=True)) == kept
    assert "2/2 photos looked at, 2 renditions made" in capsys.readouterr().out


def test_make_renditions_names_a_photo_whose_source_is_gone_and_goes_on(capsys):
    lost, other = make_image(), make_image()
    Path(lost.file.path).unlink()
    for image in (lost, other):
        image.renditions.all().delete()
    with pytest.raises(CommandError, match=f"1 of 2 photos could not be read: \\[{lost.pk}\\]"):
        call_command("make_renditions")
    assert other.renditions.count() == len(renditions.SPECS)


def test_sizes_come_with_the_photo(django_assert_num_queries):
    """Two queries for any number of photos, also along a foreign key."""
    for _ in range(3):
        make_image()
    with django_assert_num_queries(2):
        assert [len(image.renditions.all()) for image in VillageImage.objects.all()] == [
            len(renditions.SPECS)
        ] * 3
    with django_assert_num_queries(2):
        assert len(VillageImage.objects.in_bulk()) == 3


def test_sizes_come_along_a_foreign_key(django_assert_num_queries):
    village = VillageSettings.for_site(Site.objects.get())
    village.logo = make_image()
    village.save()
    village = VillageSettings.objects.get(pk=village.pk)
    with django_assert_num_queries(2):
        assert len(village.logo.renditions.all()) == len(renditions.SPECS)


def test_no_address_makes_sizes_on_request():
    """CVE-2026-54260 (GHSA-f2p5-j6fg-5cxf): unbounded filter specs."""
    with pytest.raises(NoReverseMatch):
        reverse("wagtailimages_serve", args=("x", 1, "width-100"))


def test_wagtails_commands_can_walk_over_photos():
    """A manager that always prefetches breaks a plain `iterator()`."""
    make_image()
    make_document()
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
    call_command("dumpdata", "home.VillageImage", stdout=io.StringIO())


# --- documents ------------------------------------------------------------------------------------------------------


def test_a_document_made_in_code_knows_size_hash_and_pages():
    """Wagtail leaves the hash empty there; an empty ETag answers 304 for a replaced regulation (reliability.md §2)."""
    data = corpus.pdf(4)
    document = VillageDocument.objects.get(pk=make_document(data).pk)
    assert (document.page_count, document.file_size) == (4, len(data))
    assert document.file_hash == hashlib.sha1(data, usedforsecurity=False).hexdigest()


def test_a_document_saved_through_the_field_is_checked_and_measured():
    document = VillageDocument(title="Data")
    document.file.save("data.xlsx", ContentFile(corpus.xlsx()), save=True)
    document.refresh_from_db()
    assert (document.file_size, document.page_count, document.filename) == (
        len(corpus.xlsx()),
        None,
        "data.xlsx",
    )
    assert len(document.file_hash) == 40


@pytest.mark.parametrize("data", [b"<html>", corpus.pdf(password="x"), corpus.phone_photo(), b""])
def test_a_refused_document_is_not_stored(settings, data):
    with pytest.raises(DocumentError):
        VillageDocument.objects.create(title="Perdes", file=ContentFile(data, name="perdes.pdf"))
    assert VillageDocument.objects.count() == 0
    assert files(settings) == []


def test_the_path_of_a_document_cannot_be_guessed():
    one, other = make_document(), make_document()
    assert one.filename == other.filename == "Perdes_3.pdf"
    assert one.file.name != other.file.name
    assert len(one.file.name.split("/")[1]) == 16


def test_a_new_version_keeps_its_address_and_changes_its_hash(settings, django_capture_on_commit_callbacks):
    """Links to a regulation are shared in WhatsApp groups."""
    document = make_document(corpus.pdf(1))
    url, fingerprint = document.url, document.file_hash
    with django_capture_on_commit_callbacks(execute=True):
        document.file = upload(corpus.pdf(2), "Perdes 3.pdf")
        document.save()
    fresh = VillageDocument.objects.get(pk=document.pk)
    assert (fresh.url, fresh.page_count) == (url, 2)
    assert fresh.file_hash != fingerprint
    assert len(files(settings)) == 1


@pytest.mark.parametrize("name", [name for name in corpus.NASTY_NAMES if name])
def test_any_file_name_gives_a_document_that_can_be_fetched(client, name):
    """reliability.md T16."""
    document = VillageDocument(title="Perdes")
    document.file = ContentFile(corpus.pdf(), name=name)
    document.save()
    response = client.get(shown(document).url)
    assert response.status_code == 200
    assert "\n" not in response["Content-Disposition"]
    assert "<" not in response["Content-Disposition"]


@pytest.mark.parametrize(
    ("data", "name", "kind", "disposition"),
    [
        (corpus.pdf_with_script(), "perdes.pdf", "application/pdf", "inline"),
        (corpus.pdf_with_script(), "perdes.html", "application/pdf", "inline"),
        (
            corpus.docx(),
            "surat.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "attachment",
        ),
        (
            corpus.opendocument("ods"),
            "data.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "attachment",
        ),
    ],
)
def test_a_document_is_served_so_that_nothing_in_it_can_run(client, data, name, kind, disposition):
    """reliability.md T17."""
    document = shown(make_document(data, name))
    response = client.get(document.url)
    assert b"".join(response.streaming_content) == data
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"].split(";")[0] == disposition
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["ETag"] == f'"{document.file_hash}"'


def test_a_document_whose_file_has_vanished_is_not_found(client):
    """pretalx 2026.1: 500 when a stored file vanished."""
    document = shown(make_document())
    Path(document.file.path).unlink()
    assert client.get(document.url).status_code == 404


def test_nothing_but_sizes_has_an_address_below_media(client):
    image, document = make_image(), make_document()
    assert client.get(f"/media/{image.file.name}").status_code == 404
    assert client.get(f"/media/{document.file.name}").status_code == 404
    assert client.get(image.renditions.first().url).status_code == 200
