"""A copy of everything, whole or not at all, from which a site can be put back."""

import json
import sqlite3
import subprocess
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection

from home.casework.private_files import PrivateStorage
from project.copies import manifest
from tests.factories.copies import live_database
from tests.factories.home import DocumentFactory

pytestmark = pytest.mark.django_db

DATABASES = {"sqlite": "balai.sqlite3", "postgresql": "balai.dump"}


@pytest.fixture
def target(tmp_path, monkeypatch) -> Path:
    live_database(tmp_path, monkeypatch)
    return tmp_path / "backups"


def made(target: Path, **options) -> Path:
    call_command("backup", str(target), verbosity=0, **options)
    return max(found.parent for found in target.glob(f"balai-*/{manifest.NAME}"))


def test_a_copy_holds_the_database_and_the_files(target):
    """Of the database what stood in it before this test: another connection than the test's own reads it."""
    document = DocumentFactory()
    copy = made(target)
    assert {path.name for path in copy.iterdir()} >= {
        "media.tar",
        "private.tar",
        "manifest.json",
        "SHA256SUMS",
    }
    assert "Beranda" in titles(copy)
    with tarfile.open(copy / "media.tar") as archive:
        held = archive.extractfile(f"media/{document.file.name}").read()
    assert held == Path(document.file.path).read_bytes()


def titles(copy: Path) -> set[str]:
    """The titles of pages in a copy, read without Django."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(copy / "balai.sqlite3")) as file:
            return {title for (title,) in file.execute("SELECT title FROM wagtailcore_page")}
    words = ["pg_restore", "--data-only", "--table=wagtailcore_page", "--file=-", copy / "balai.dump"]
    text = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return {cell for line in text.splitlines() for cell in line.split("\t")}


def test_what_the_copy_says_about_itself(target):
    for name in ("a.pdf", "b.pdf"):
        PrivateStorage().save(name, ContentFile(b"12345"))
    facts = json.loads((made(target) / "manifest.json").read_text())
    assert facts["engine"] == connection.vendor
    assert facts["archives"]["private.tar"] == {"files": 2, "bytes": 10}
    assert facts["counts"]["wagtailcore_page"] >= 2
    assert "0001_initial" in facts["migrations"]["home"]
    assert set(facts["files"]) == {"media.tar", "private.tar", "imports.tar"} | {DATABASES[connection.vendor]}


def test_what_a_link_leads_to_is_copied_and_a_circle_is_no_trap(target, settings, tmp_path):
    """Where pictures were moved to another disk."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.jpg").write_bytes(b"a")
    (other / "back").symlink_to(settings.MEDIA_ROOT)
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "images").symlink_to(other)
    (settings.MEDIA_ROOT / "gone.jpg").symlink_to(tmp_path / "nowhere")
    with tarfile.open(made(target) / "media.tar") as archive:
        assert [(one.name, one.isreg()) for one in archive] == [("media/images/a.jpg", True)]


def test_the_sums_are_those_of_the_files(target):
    copy = made(target)
    assert subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=copy).returncode == 0
    (copy / "media.tar").write_bytes(b"x")
    assert subprocess.run(["sha256sum", "-c", "--status", "SHA256SUMS"], cwd=copy).returncode == 1


def test_nobody_else_on_the_machine_reads_it(target):
    copy = made(target)
    assert {path.stat().st_mode & 0o077 for path in (copy, *copy.iterdir())} == {0}


def test_the_oldest_copies_go_and_nothing_else_does(target):
    target.mkdir()
    for day in range(1, 6):
        (target / f"balai-2026-11-0{day}-010000").mkdir()
        (target / f"balai-2026-11-0{day}-010000" / manifest.NAME).touch()
    others = ["balai-2019-foto", "balai-2026-01-01-010000", "balai-zdata", "surat"]
    for other in others:
        (target / other).mkdir()
    newest = made(target, keep=3)
    left = sorted(path.name for path in target.iterdir())
    assert left == sorted(["balai-2026-11-04-010000", "balai-2026-11-05-010000", newest.name, *others])
    newest.rename(target / "balai-2026-11-06-010000")
    newest = made(target, keep=1)
    assert sorted(path.name for path in target.iterdir()) == sorted([newest.name, *others])


def test_a_copy_that_cannot_be_finished_leaves_nothing_and_drops_no_older_one(target, monkeypatch):
    older = made(target)

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(manifest, "write_sums", full)
    with pytest.raises(CommandError, match="No space left"):
        call_command("backup", str(target), keep=1)
    assert list(target.iterdir()) == [older]


def test_a_target_that_cannot_be_written_is_told_in_words(target, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match="No copy was made"):
        call_command("backup", str(tmp_path / "file" / "below"))


def test_keeping_none_is_refused(target):
    with pytest.raises(CommandError, match="--keep"):
        call_command("backup", str(target), keep=0)
