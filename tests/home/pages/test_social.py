"""What WhatsApp and others show of a shared link: every public page has a title, a sentence and a picture they take."""

import io
import logging
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from home.identity import renditions
from home.models import HomePage, VillageSettings
from home.pages import frame, social
from project.lib import banner
from tests.factories.home import (
    ContentPageFactory,
    ImageFactory,
    NewsPageFactory,
    NoticeFactory,
    VillageFactory,
)
from tests.factories.pelatihan import ProgrammeFactory
from tests.factories.site import full_site

pytestmark = pytest.mark.django_db

LIMIT = 300_000


class Head(HTMLParser):
    """The properties of Open Graph and Twitter in a page, each of which may stand there once."""

    def __init__(self, response):
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(response.content.decode().partition("</head>")[0])

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name = attrs.get("property") or attrs.get("name") or ""
        if tag == "meta" and name.startswith(("og:", "twitter:")):
            assert name not in self.found, name
            self.found[name] = attrs["content"]


def head(client, address) -> dict[str, str]:
    return Head(client.get(address, headers={"host": "jahat.example"})).found


def fetched(client, url: str):
    assert url.startswith("https://desa.example/")
    return client.get(url.removeprefix("https://desa.example"))


def opened(response) -> Image.Image:
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    content = b"".join(response.streaming_content) if response.streaming else response.content
    assert len(content) <= LIMIT
    return Image.open(io.BytesIO(content))


def test_every_public_page_has_all_that_a_preview_needs(client):
    addresses = {**full_site(), "search": "/cari/", "found": "/cari/?q=kartu", "notice": "/pengumuman/1/"}
    NoticeFactory(pk=1)
    addresses["programme"] = f"/pelatihan/kegiatan/{ProgrammeFactory(is_public=True).slug}/"
    for name, address in addresses.items():
        found = head(client, address)
        assert set(found) == {
            "og:title",
            "og:description",
            "og:url",
            "og:type",
            "og:locale",
            "og:site_name",
            "og:image",
            "og:image:width",
            "og:image:height",
            "og:image:alt",
            "twitter:card",
        }, name
        assert [key for key, value in found.items() if not value.strip()] == [], name
        assert found["og:url"] == f"https://desa.example{address}", name
        assert found["twitter:card"] == "summary_large_image"
        picture = opened(fetched(client, found["og:image"]))
        assert (picture.format, picture.size) == ("JPEG", (1200, 630)), name
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630"), name


def test_without_a_summary_the_village_introduces_itself(client):
    VillageFactory()
    ContentPageFactory(title="Profil")
    place = "Desa Tebing Tinggi, Kecamatan Pemayung, Kabupaten Batanghari"
    found = head(client, "/profil/")
    assert (found["og:description"], found["og:image:alt"]) == (place, place)


def test_the_home_page_is_shared_under_the_village_s_name(client):
    VillageFactory()
    assert head(client, "/")["og:title"] == "Desa Tebing Tinggi"
    HomePage.objects.update(seo_title="Situs resmi")
    frame.raise_version()
    assert head(client, "/")["og:title"] == "Situs resmi"


def test_titles_and_texts_are_escaped(client):
    ContentPageFactory(title='"><script>', slug="profil", intro="“Satu” & <b>dua</b>.")
    found = head(client, "/profil/")
    assert (found["og:title"], found["og:description"]) == ('"><script>', "“Satu” & dua.")


def test_a_search_is_shared_with_its_words(client):
    assert head(client, "/cari/?q=kartu%20%26%20akta&lain=1")["og:url"] == (
        "https://desa.example/cari/?q=kartu+%26+akta"
    )


# A page's own picture.


def test_a_page_shows_its_own_picture_with_its_description(client):
    image = ImageFactory(description="Panen raya di sawah")
    ContentPageFactory(title="Profil", social_image=image)
    found = head(client, "/profil/")
    rendition = image.renditions.get(filter_spec=renditions.SOCIAL)
    assert found["og:image"] == f"https://desa.example{rendition.url}"
    assert found["og:image:alt"] == "Panen raya di sawah"


def test_a_picture_whose_size_could_not_be_made_gives_way_to_the_village_s(client):
    image = ImageFactory()
    image.renditions.all().delete()
    ContentPageFactory(title="Profil", social_image=image)
    assert "/media/berbagi/" in head(client, "/profil/")["og:image"]


def test_news_is_shared_with_its_photo_unless_another_was_chosen(client):
    photo, chosen = ImageFactory(description="Panen"), ImageFactory(description="Sawah")
    news = NewsPageFactory(title="Panen raya", picture=photo)
    found = head(client, news.url)
    assert (found["og:image:alt"], found["og:type"]) == ("Panen", "article")
    news.social_image = chosen
    news.save()
    assert head(client, news.url)["og:image:alt"] == "Sawah"


# The village's picture.


@pytest.fixture
def village():
    return VillageFactory()


def address(client) -> str:
    return head(client, "/")["og:image"].removeprefix("https://desa.example")


def kept(settings) -> list[Path]:
    return sorted((settings.MEDIA_ROOT / social.FOLDER).iterdir())


@pytest.fixture
def drawings(monkeypatch):
    """Counts how often the picture is drawn."""
    seen = []
    real = banner.draw

    def draw(*args):
        seen.append(args)
        return real(*args)

    monkeypatch.setattr(banner, "draw", draw)
    return seen


def test_it_is_drawn_once_and_may_be_kept_for_ever(client, settings, village, drawings):
    url = address(client)
    assert drawings == [], "a page never waits for a drawing"
    first, second = client.get(url), client.get(url)
    assert first.content == second.content
    assert len(drawings) == 1
    assert drawings[0][:3] == ("Desa Tebing Tinggi", "Kecamatan Pemayung, Kabupaten Batanghari", "#7a1d2e")
    assert [file.name for file in kept(settings)] == [Path(url).name]
    assert first["Cache-Control"] == "public, max-age=31536000, immutable"
    assert first["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert dict(first.cookies) == {}


def test_showing_the_kept_one_asks_the_database_once(client, village):
    url = address(client)
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    assert len(queries) == 1  # whether anything has changed


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Lain"},
        {"designation": "Nagari"},
        {"district": "Lain"},
        {"main_colour": "#14532d"},
        {"logo": "new"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_it_shows_changes_its_address_and_the_former_file_goes(client, settings, village, change):
    before = address(client)
    client.get(before)
    for name, value in change.items():
        setattr(village, name, ImageFactory() if value == "new" else value)
    village.save()
    after = address(client)
    assert after != before
    assert client.get(after).status_code == 200
    assert [file.name for file in kept(settings)] == [Path(after).name]
    answer = client.get(before)
    assert (answer.status_code, answer["Location"]) == (302, f"https://desa.example{after}")
    assert "Cache-Control" not in answer


def test_what_it_does_not_show_leaves_its_address(client, village):
    before = address(client)
    village.phone = "+6274321234"
    village.save()
    assert address(client) == before


def test_the_logo_is_drawn(client, village, drawings):
    village.logo = ImageFactory()
    village.save()
    client.get(address(client))
    assert drawings[0][3].size == (1000, 750)


@pytest.mark.parametrize("fault", ["lost", "damaged"])
def test_without_the_logo_s_file_the_picture_is_there_for_a_while(client, settings, village, caplog, fault):
    image = ImageFactory()
    village.logo = image
    village.save()
    path = Path(image.file.path)
    content = path.read_bytes()
    path.unlink() if fault == "lost" else path.write_bytes(content[:200])
    url = address(client)
    answer = client.get(url)
    assert opened(answer).size == (1200, 630)
    assert answer["Cache-Control"] == social.WITHOUT_LOGO
    assert "logo is missing" in caplog.text
    assert not (settings.MEDIA_ROOT / social.FOLDER).exists()
    path.write_bytes(content)
    assert client.get(url)["Cache-Control"].endswith("immutable")


def test_a_disk_that_takes_nothing_only_means_to_draw_again(client, settings, village, caplog, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with caplog.at_level(logging.WARNING):
        assert opened(client.get(address(client))).size == (1200, 630)
    assert "could not be kept" in caplog.text
    assert kept(settings) == []


def test_a_site_without_an_identity_has_a_picture_too(client):
    assert not VillageSettings.objects.exists()
    assert opened(client.get(address(client))).size == (1200, 630)


@pytest.mark.parametrize("name", ["x", "0" * 16, "..%2f..%2fbalai", "a" * 400])
def test_any_other_name_leads_to_the_present_picture_and_reads_no_file(client, village, name):
    answer = client.get(f"/media/berbagi/{name}.jpg")
    assert answer.status_code in (302, 404)
    if answer.status_code == 302:
        assert answer["Location"].endswith(address(client))
