"""Private files: nobody guesses them, nobody else reads them, and what belongs to nothing goes."""

import os
import re
import time
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import models
from django.db.migrations.writer import MigrationWriter
from django.http import Http404
from django.test import RequestFactory, override_settings
from django.utils import timezone

from home.casework import private_files
from home.casework.private_files import PrivateStorage, serve, shown_name

STRANGE = [
    "../../etc/passwd",
    "C:\\daftar\\hadir.PDF",
    "a.php.jpg",
    ".htaccess",
    "daftar\u202efdp.exe",
    "<img onerror=x>.pdf",
    "x" * 300 + ".pdf",
    "hadir\r\nSet-Cookie: a=b.pdf",
    "nol\x00.pdf",
]


@pytest.fixture
def root(settings) -> Path:
    return settings.PRIVATE_ROOT


def stored(name: str = "hadir/Daftar hadir Siti.pdf", content: bytes = b"%PDF-1.4") -> str:
    return PrivateStorage().save(name, ContentFile(content))


def file_named(name: str):
    return SimpleNamespace(name=name, storage=PrivateStorage(), __bool__=lambda self: True)


def test_it_lies_below_the_private_folder_under_a_random_name_and_only_the_site_reads_it(root):
    before = os.umask(0o022)
    try:
        name = stored()
    finally:
        os.umask(before)
    assert re.fullmatch(r"hadir/[0-9a-f]{32}\.pdf", name)
    modes = {path.stat().st_mode & 0o777 for path in (root, root / "hadir")}
    assert (modes, (root / name).stat().st_mode & 0o777) == ({0o700}, 0o600)


@pytest.mark.parametrize("name", [name for name in STRANGE if ".." not in name])
def test_nothing_of_the_sender_s_name_is_kept_but_an_ordinary_ending(root, name):
    stored_as = stored(re.sub(r"[\\/]", "-", name))
    assert re.fullmatch(r"[0-9a-f]{32}(\.[a-z0-9]{1,5})?", stored_as)
    assert (root / stored_as).read_bytes() == b"%PDF-1.4"


def test_a_path_that_leads_out_is_refused():
    with pytest.raises(Exception, match="traversal|joined path"):
        stored("../luar/x.pdf")


def test_it_has_no_address():
    storage: Storage = PrivateStorage()
    with pytest.raises(ValueError, match="no address"):
        storage.url(stored())


def test_a_field_that_lives_long_follows_the_setting(tmp_path):
    storage = PrivateStorage()
    with override_settings(PRIVATE_ROOT=tmp_path / "lain"):
        assert storage.path(storage.save("a.pdf", ContentFile(b"1"))).startswith(str(tmp_path / "lain"))


def test_a_migration_names_no_folder_of_this_machine(root):
    text, _ = MigrationWriter.serialize(models.FileField(storage=PrivateStorage(), upload_to="hadir"))
    assert "PrivateStorage()" in text
    assert str(root) not in text


def test_it_is_handed_out_as_a_download_that_nobody_keeps():
    answer = serve(RequestFactory().get("/"), file_named(stored()), "Daftar hadir Sesi 1.pdf")
    assert b"".join(answer) == b"%PDF-1.4"
    assert answer["Content-Disposition"] == 'attachment; filename="Daftar hadir Sesi 1.pdf"'
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("private, no-store", "nosniff")
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["", "hadir/tidak-ada.pdf"])
def test_a_file_that_is_gone_is_not_found(name):
    with pytest.raises(Http404):
        serve(RequestFactory().get("/"), file_named(name) if name else None, "x.pdf")


@pytest.mark.parametrize("name", STRANGE)
def test_a_download_s_name_does_no_harm(name):
    shown = shown_name(name)
    assert len(shown) <= 100
    assert not re.search(r"[\x00-\x1f/\\\u202e<>]", shown)
    assert not shown.startswith(".")


def test_a_download_keeps_a_good_name():
    assert (
        shown_name("Daftar hadir 25 November 2026 – RT 01.pdf") == "Daftar hadir 25 November 2026 – RT 01.pdf"
    )


@pytest.mark.django_db
def test_what_no_record_holds_is_found_after_a_day(root, monkeypatch):
    held, lost, new = (stored() for _ in range(3))
    monkeypatch.setattr(private_files, "private_fields", lambda: ["field"])
    monkeypatch.setattr(private_files, "_names", lambda field: [held])
    before = time.time() - timedelta(days=2).total_seconds()
    for name in (held, lost):
        os.utime(root / name, (before, before))
    assert private_files.without_record(timezone.now() - private_files.SETTLED) == [lost]
    assert private_files.set_aside([lost]) == 1
    aside = f"{private_files.ASIDE}/{lost}"
    assert {path.relative_to(root).as_posix() for path in root.rglob("*.pdf")} == {held, new, aside}
    assert private_files.without_record(timezone.now() + timedelta(days=9)) == [new]
    assert private_files.aside(timezone.now() - timedelta(days=1)) == []
    assert private_files.aside(timezone.now() + timedelta(days=1)) == [aside]
    assert private_files.delete([aside]) == 1
    assert {path.relative_to(root).as_posix() for path in root.rglob("*.pdf")} == {held, new}


def test_every_private_field_is_looked_at():
    """A field that is forgotten here would lose its files."""
    fields = {f"{field.model.__name__}.{field.name}" for field in private_files.private_fields()}
    assert fields >= {"AttendanceScan.file", "Certificate.pdf"}


def test_without_a_folder_there_is_nothing_to_find(monkeypatch):
    monkeypatch.setattr(private_files, "private_fields", list)
    assert private_files.without_record(timezone.now()) == []
