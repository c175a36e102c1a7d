"""No picture that is stored or shown says where, when or with what it was taken, whichever door it came in by."""

import io
import re
import urllib.request
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests import corpus

# Where Pillow puts what it reads of metadata, in each of the forms that are taken in or given out.
NOTES = ("exif", "xmp", "XML:com.adobe.xmp", "Raw profile type exif", "comment", "Comment", "photoshop")
BYTES = (b"Exif\0\0", b"http://ns.adobe.com/xap", corpus.SERIAL.encode())
ADDRESSES = re.compile(r"(?:/media/|/static/)[^\"' ,)]+\.(?:jpe?g|png|webp)")


def metadata(data: bytes) -> list[str]:
    """What a picture gives away; of a file that is no picture, only what stands in its bytes."""
    found = [mark.decode() for mark in BYTES if mark in data]
    try:
        with Image.open(io.BytesIO(data)) as picture:
            found += [note for note in NOTES if note in picture.info] + [
                str(tag) for tag in picture.getexif()
            ]
    except Image.UnidentifiedImageError:
        pass
    return found


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 (our own address)
        return answer.read()


def media(site) -> dict[str, bytes]:
    folder = Path(site.environment["BALAI_DATA_DIR"]) / "media"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def given_away(files: dict[str, bytes]) -> dict[str, list[str]]:
    return {name: found for name, data in files.items() if (found := metadata(data))}


def add_one(page, name: str, photo: bytes) -> None:
    page.goto("/admin/images/add/")
    page.fill("input[name$=title]", name)
    page.set_input_files(
        "input[type=file]", {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": photo}
    )
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/add/" not in url)


def add_many(page, name: str, photo: bytes) -> None:
    page.goto("/admin/images/multiple/add/")
    page.set_input_files(
        "input[type=file]", {"name": f"{name}.heic", "mimeType": "image/heic", "buffer": photo}
    )
    title = page.locator("#upload-list input[name$=title]").first
    expect(title).to_be_visible(timeout=20_000)
    title.fill(name)
    page.locator("#upload-list form button[type=submit]").first.click()
    expect(title).to_be_hidden()


# An old piece of news of its own, so that no other test meets it on the home page.
SHOW = """
from datetime import date
from home.identity.media import VillageImage
from home.models import NewsIndexPage, NewsPage
one, many = (VillageImage.objects.get(title=title) for title in ("Foto satu", "Foto banyak"))
page = NewsPage(title="Foto uji", date=date(2020, 1, 1), intro="Uji.", picture=one, social_image=one)
page.body = [("image", {"image": many, "alt": "Uji", "caption": ""})]
NewsIndexPage.objects.get().add_child(instance=page)
page.save_revision().publish()
print(page.slug)
"""


@pytest.fixture(scope="module")
def uploaded(site, sign_ins, browser):
    """A photo from the form for one picture and a HEIC photo from the uploader for many, shown on a piece of news."""
    context = browser.new_context(base_url=site.url, storage_state=sign_ins("operator"))
    page = context.new_page()
    add_one(page, "Foto satu", corpus.phone_photo())
    add_many(page, "Foto banyak", corpus.phone_photo("HEIF"))
    context.close()
    return site.python(SHOW).strip()


@pytest.mark.parametrize("form", ["JPEG", "HEIF", "PNG", "WEBP"])
def test_the_check_sees_what_a_phone_writes(form):
    found = metadata(corpus.phone_photo(form))
    assert corpus.SERIAL in found
    assert "34853" in found  # the tag of the place


def test_no_stored_file_gives_anything_away(site, uploaded):
    files = media(site)
    originals = [name for name in files if name.startswith("original_images/")]
    assert len(originals) > 10, "the pictures of the example village and the two photos"
    assert given_away(files) == {}


def test_no_picture_on_a_public_page_gives_anything_away(site, uploaded):
    tree = ElementTree.fromstring(fetch(f"{site.url}/sitemap.xml"))
    pages = [urlsplit(place.text).path for place in tree.iterfind(".//{*}loc")]
    shown = {page: set(ADDRESSES.findall(fetch(f"{site.url}{page}").decode())) for page in pages}
    assert len(shown[f"/berita/{uploaded}/"]) > 8  # both photos in their sizes, and the one for sharing
    pictures = set().union(*shown.values())
    assert given_away({name: fetch(urljoin(site.url, name)) for name in pictures}) == {}
