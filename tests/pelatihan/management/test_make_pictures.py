"""The command that takes the pictures says what it needs, and takes them of an example site only.

That it takes them: tests/browser/test_make_pictures.py.
"""

import io
import subprocess
import sys
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from pelatihan.example.screenshots import browser, lessons
from pelatihan.management.commands import make_pictures
from tests.factories.home import VillageFactory


@pytest.fixture
def no_site(monkeypatch):
    """Whoever lacks a tool is told so before a site is made, which takes a minute."""

    @contextmanager
    def never(*args):
        pytest.fail("a site was made")
        yield

    monkeypatch.setattr(make_pictures, "running_site", never)


def test_without_chromium_it_says_how_to_get_it(monkeypatch, no_site, tmp_path):
    monkeypatch.delenv("BALAI_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match="apt install chromium"):
        call_command("make_pictures", into=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_chromium_that_is_named_and_not_there_is_named(monkeypatch, no_site, tmp_path):
    monkeypatch.setenv("BALAI_CHROMIUM", str(tmp_path / "peramban"))
    with pytest.raises(CommandError, match="BALAI_CHROMIUM names no program: .*peramban"):
        call_command("make_pictures")


def test_without_playwright_it_says_how_to_get_it(monkeypatch, no_site):
    monkeypatch.setenv("BALAI_CHROMIUM", sys.executable)
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(CommandError, match="requirements-dev.txt"):
        call_command("make_pictures")


def test_without_the_driver_s_library_it_says_how_to_get_it(monkeypatch, no_site):
    """On a bare Debian the program that drives Chromium ends at once."""
    monkeypatch.setenv("BALAI_CHROMIUM", sys.executable)
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", "/bin/false")
    with pytest.raises(CommandError, match="apt install libatomic1"):
        call_command("make_pictures")


def test_a_server_without_the_development_packages_knows_the_command():
    """Nothing of it imports Playwright before pictures are taken."""
    code = (
        "import sys; sys.modules['playwright'] = None; import django; django.setup();"
        "from django.core.management import call_command; call_command('make_pictures', '--help')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env={"DJANGO_SETTINGS_MODULE": "project.settings.test", "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "--only {lessons,readme}" in done.stdout


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("localhost:8000", "must begin with http"),
        ("http://127.0.0.1:1", "No site answers"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_in_words(address, words):
    with pytest.raises(CommandError, match=words):
        call_command("make_pictures", address=address)


@pytest.mark.django_db
def test_a_village_s_own_site_gets_no_tour(client, monkeypatch):
    village = VillageFactory(is_example=True)

    def from_here(address, timeout):
        return io.BytesIO(client.get("/").content)

    monkeypatch.setattr(make_pictures.urllib.request, "urlopen", from_here)
    make_pictures.need_example("http://localhost")
    village.is_example = False
    village.save()
    with pytest.raises(CommandError, match="a village's own"):
        make_pictures.need_example("http://localhost")


def test_each_lesson_s_picture_lies_in_the_repository():
    stored = {path.stem for path in make_pictures.PICTURES.glob("*.png")}
    assert stored == lessons.wanted()


def test_the_browser_is_looked_for_by_its_three_names(monkeypatch, tmp_path):
    monkeypatch.delenv("BALAI_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in reversed(browser.NAMES):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
        assert browser.find_chromium() == str(tmp_path / name)
