"""Which files of the village nginx hands out: the made sizes of pictures, and no other."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ASK = """
import json
from home.models import VillageImage, VillageDocument
from home.identity.media import VillageRendition
from wagtail.models import ReferenceIndex
image = VillageImage.objects.first()
shown = next(d for d in VillageDocument.objects.all() if ReferenceIndex.get_references_to(d).exists())
print("found", json.dumps({
    "rendition": image.renditions.first().url,
    "original": image.file.name,
    "document": shown.file.name,
    "document_url": shown.url,
}))
"""


@pytest.fixture(scope="module")
def files(stack) -> dict[str, str]:
    return json.loads(stack.site.python(ASK).split("found ")[1])


def test_a_picture_comes_from_the_disk_with_its_headers_and_without_the_site(stack, files):
    before = stack.visitor.ask(files["rendition"])
    with stack.stopped():
        answer = stack.visitor.ask(files["rendition"])
    name = Path(files["rendition"]).name
    assert answer.body == before.body == (Path(stack.values["BALAI_PICTURES"]) / name).read_bytes()
    assert (answer.status, answer.get("Content-Type").split("/")[0]) == (200, "image")
    assert {
        name: answer.get(name)
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


def test_originals_and_documents_have_no_address_below_media(stack, files):
    media = Path(stack.values["BALAI_PICTURES"]).parent
    for kind in ("original", "document"):
        name = files[kind]
        assert (media / name).is_file()
        climbs = [f"images/../{name}", f"images/%2e%2e/{name}", f"images/..%2f{name}", f"images//../{name}"]
        for path in (name, f"images/{Path(name).name}", f"images/{name}", *climbs):
            assert stack.visitor.ask(f"/media/{path}").status in (400, 404), path


@pytest.mark.parametrize(
    "path", ["", "images/", "images/.", "images/.hidden", "../balai.sqlite3", "images/deep/a.jpg"]
)
def test_nothing_hidden_and_no_list_of_a_folder(stack, path):
    folder = Path(stack.values["BALAI_PICTURES"])
    (folder / ".hidden").write_bytes(b"secret")
    (folder / "deep").mkdir(exist_ok=True)
    (folder / "deep" / "a.jpg").write_bytes(b"secret")
    answer = stack.visitor.ask(f"/media/{path}")
    assert answer.status in (400, 404)
    assert b"secret" not in answer.body


def test_the_picture_of_shared_links_is_kept_by_nginx(stack):
    address = stack.visitor.ask("/").text.split('property="og:image" content="')[1].split('"')[0]
    path = urlsplit(address).path
    assert path.startswith("/media/berbagi/")
    before = stack.visitor.ask(path)
    assert (before.status, before.get("Content-Type")) == (200, "image/jpeg")
    assert before.get("Cache-Control") == "public, max-age=31536000, immutable"
    with stack.stopped():
        answer, line = stack.ask(path)
    assert answer.body == before.body
    assert line.endswith(" HIT")


def test_a_missing_picture_is_missing_in_indonesian(stack):
    answer = stack.visitor.ask("/media/images/tidak-ada.jpg")
    assert answer.status == 404
    assert '<html lang="id">' in answer.text


def test_a_document_is_asked_for_at_the_site_each_time(stack, files):
    for _ in range(2):
        answer, line = stack.ask(files["document_url"])
        assert (answer.status, answer.get("Cache-Control")) == (200, "private, no-cache")
        assert answer.get("Content-Security-Policy") == "default-src 'none'"
        assert int(answer.get("Content-Length")) == len(answer.body)
        assert line.endswith(" -")
