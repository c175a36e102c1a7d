"""A copy goes back whole into an empty installation, and not at all where anything is wrong."""

import io
import json
import tarfile
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection

from home.casework.private_files import PrivateStorage
from project.copies import CopyFault, databases, manifest
from project.copies.folders import folders
from tests.factories.copies import empty_database, live_database
from tests.factories.home import DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(tmp_path, monkeypatch, settings) -> Path:
    """Of a site with a document, a private file and an import that is under way."""
    settings.DATA_DIR = tmp_path / "data"
    DocumentFactory()
    PrivateStorage().save("hadir/pindaian.pdf", ContentFile(b"%PDF-1.4 tanda tangan"))
    imports = settings.DATA_DIR / "imports"
    imports.mkdir(parents=True)
    (imports / "a.zip").write_bytes(b"zip")
    live_database(tmp_path, monkeypatch)
    call_command("backup", str(tmp_path / "backups"), verbosity=0, stdout=io.StringIO())
    return next((tmp_path / "backups").iterdir())


@pytest.fixture
def empty(copy, settings, tmp_path):
    """Another installation, with nothing in it. Its folders."""
    at = tmp_path / "empty"
    settings.DATA_DIR, settings.MEDIA_ROOT, settings.PRIVATE_ROOT = at, at / "media", at / "private"
    (at / "media" / "images").mkdir(parents=True)  # as a container has it
    with empty_database(at):
        yield at


def restore(copy: Path) -> str:
    said = io.StringIO()
    call_command("restore", str(copy), stdout=said)
    return said.getvalue()


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "sqlite3" not in path.name
    }


def stored(tmp_path) -> dict[str, bytes]:
    found = {}
    for name, folder in (("media", "media"), ("private", "private"), ("imports", "data/imports")):
        found |= {f"{name}/{path}": data for path, data in files(tmp_path / folder).items()}
    return found


def counted() -> dict[str, int]:
    """The rows of each table of the database that the settings name."""
    with databases.connected() as opened:
        return databases.contents(opened)["counts"]


def signed_anew(copy: Path, **changes) -> None:
    """The copy with other words about itself, and sums that fit."""
    facts = json.loads((copy / manifest.NAME).read_text()) | changes
    data = [path for path in copy.iterdir() if path.name not in (manifest.NAME, manifest.SUMS)]
    facts["files"] = {path.name: manifest.sum_of(path) for path in data}
    (copy / manifest.NAME).write_text(json.dumps(facts))
    manifest.write_sums(copy, facts["files"] | {manifest.NAME: manifest.sum_of(copy / manifest.NAME)})


def assert_refused(copy: Path, empty: Path, words: str) -> None:
    before = files(empty)
    with pytest.raises(CommandError, match=words) as refused:
        restore(copy)
    assert "Nothing was put back" in str(refused.value)
    assert files(empty) == before
    assert not (empty / ".restore").exists()


def assert_nothing_there(empty: Path) -> None:
    assert databases.tables_there() == []
    assert files(empty) == {}


# --- The way back ----------------------------------------------------------------------------------------------------


def test_all_of_it_goes_back(copy, empty, tmp_path):
    held = json.loads((copy / manifest.NAME).read_text())
    said = restore(copy)
    assert files(empty) == stored(tmp_path)
    assert len(files(empty)) >= 3
    assert counted() == held["counts"]
    assert held["counts"]["django_migrations"] > 100
    assert "counted and equal" in said
    assert f"private.tar: 1 files, {len(b'%PDF-1.4 tanda tangan')} bytes" in said
    assert "BALAI_SECRET_KEY" not in said
    assert not (empty / ".restore").exists()


def test_the_next_row_finds_a_free_number(copy, empty):
    """Sequences are put back too."""
    restore(copy)
    before = counted()["auth_group"]
    with databases.connected() as opened:
        opened.execute("INSERT INTO auth_group (name) VALUES ('baru')")
        opened.commit()
    assert counted()["auth_group"] == before + 1


def test_who_reads_what_was_put_back(copy, empty):
    """nginx reads the pictures; the rest is the site's own."""
    restore(copy)
    modes = {
        name: {path.stat().st_mode & 0o777 for path in (empty / name).rglob("*")}
        for name in ("media", "private")
    }
    assert modes == {"media": {0o755, 0o644}, "private": {0o700, 0o600}}
    if connection.vendor == "sqlite":
        assert Path(connection.settings_dict["NAME"]).stat().st_mode & 0o077 == 0


def test_another_secret_is_told(copy, empty, settings):
    settings.SECRET_KEY = "another-one-" * 5
    assert "BALAI_SECRET_KEY is another one" in restore(copy)


def test_what_lay_beside_an_older_sqlite_file_does_not_spoil_it(copy, empty):
    held = json.loads((copy / manifest.NAME).read_text())["counts"]
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        for ending in ("-wal", "-shm"):
            Path(name + ending).write_bytes(b"old pages")
    restore(copy)
    assert counted() == held


def test_a_run_that_was_killed_does_not_stand_in_the_way(copy, empty, tmp_path):
    (empty / ".restore" / "media").mkdir(parents=True)
    (empty / ".restore" / "media" / "half.pdf").write_bytes(b"half")
    restore(copy)
    assert files(empty) == stored(tmp_path)


def test_a_run_that_was_killed_while_it_moved_files_is_told(copy, empty):
    (empty / ".restore").mkdir()
    (empty / "media" / "half.pdf").write_bytes(b"half")
    with pytest.raises(CommandError, match="An earlier restore was killed here"):
        restore(copy)


# --- What is refused -------------------------------------------------------------------------------------------------


def test_a_file_that_changed_since(copy, empty):
    with (copy / "private.tar").open("r+b") as file:
        file.seek(700)
        file.write(b"x")
    assert_refused(copy, empty, "private.tar is not what it was")
    assert_nothing_there(empty)


@pytest.mark.parametrize("name", ["media.tar", "manifest.json", "SHA256SUMS"])
def test_a_file_that_is_missing(copy, empty, name):
    (copy / name).unlink()
    assert_refused(copy, empty, f"{name} is missing")


@pytest.mark.parametrize("text", ["", "nonsense\n", "\x00", f"{'0' * 64}  ..\n"])
def test_sums_that_are_none(copy, empty, text):
    (copy / "SHA256SUMS").write_text(text)
    assert_refused(copy, empty, "damaged|cannot be read")


def test_no_copy_at_all(empty, tmp_path):
    assert_refused(tmp_path / "nowhere", empty, "is missing")


ARCHIVES = {f"{name}.tar": {"files": 0, "bytes": 0} for name in ("media", "private", "imports")}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"engine": "oracle"}, "a copy of oracle"),
        ({"format": 2}, "the form 2"),
        ({"migrations": {"home": ["9999_later"]}}, r"newer version of the program \(home.9999_later"),
        ({"archives": ARCHIVES | {"later.tar": {"files": 1, "bytes": 1}}}, "later.tar"),
        ({"archives": ARCHIVES | {"media.tar": {"files": 1, "bytes": 1 << 60}}}, "MB are needed"),
        ({"archives": {"media.tar": {"files": 0, "bytes": 0}}}, "does not name all archives"),
        ({"archives": []}, "is damaged"),
        ({"archives": ARCHIVES | {"media.tar": {}}}, "is damaged"),
    ],
)
def test_a_copy_that_does_not_fit(copy, empty, changes, words):
    signed_anew(copy, **changes)
    assert_refused(copy, empty, words)
    assert_nothing_there(empty)


def test_a_database_that_is_not_empty(copy, empty):
    with databases.connected() as opened:
        opened.execute("CREATE TABLE surat (id integer)")
        opened.commit()
    assert_refused(copy, empty, "has 1 tables")
    assert databases.tables_there() == ["surat"]


@pytest.mark.parametrize("place", ["media/images/a.webp", "private/b.pdf", "imports/c.zip"])
def test_a_folder_that_is_not_empty(copy, empty, place):
    (empty / place).parent.mkdir(parents=True, exist_ok=True)
    (empty / place).write_bytes(b"mine")
    assert_refused(copy, empty, "is not empty. Nothing is overwritten")
    assert databases.tables_there() == []


def test_an_archive_that_was_cut_short(copy, empty):
    """Its sum fits: it was so when it was signed."""
    archive = copy / "private.tar"
    for size in (600, 512, 0):
        archive.write_bytes(archive.read_bytes()[:size])
        signed_anew(copy)
        assert_refused(copy, empty, "cannot be read|cut short|unexpected end")
        assert_nothing_there(empty)


def member(name: str, **facts) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    for key, value in facts.items():
        setattr(info, key, value)
    return info


@pytest.mark.parametrize(
    "evil",
    [
        member("/etc/cron.d/evil", size=4),
        member("private/../../evil", size=4),
        member("media/evil", size=4),
        member("evil", size=4),
        member("private/link", type=tarfile.SYMTYPE, linkname="/etc/passwd"),
        member("private/hard", type=tarfile.LNKTYPE, linkname="private/ok"),
        member("private/device", type=tarfile.CHRTYPE, devmajor=1, devminor=3),
        member("private/pipe", type=tarfile.FIFOTYPE),
        member("private", size=4),
    ],
    ids=lambda info: info.name,
)
def test_a_member_that_leads_out_or_is_no_file(copy, empty, evil):
    with tarfile.open(copy / "private.tar", "w") as archive:
        archive.addfile(member("private/ok", size=4), io.BytesIO(b"ok.."))
        archive.addfile(evil, io.BytesIO(b"evil"))
    signed_anew(copy)
    assert_refused(copy, empty, "leads out of it|is no file|cannot be read|twice|directory")
    assert_nothing_there(empty)


def test_a_member_that_is_there_twice(copy, empty):
    with tarfile.open(copy / "private.tar", "w") as archive:
        for text in (b"one", b"two"):
            archive.addfile(member("private/ok", size=3), io.BytesIO(text))
    signed_anew(copy)
    assert_refused(copy, empty, "twice")


def test_a_database_that_does_not_hold_what_was_promised(copy, empty):
    counts = json.loads((copy / manifest.NAME).read_text())["counts"]
    signed_anew(copy, counts=counts | {"home_user": 10**6})
    assert_refused(copy, empty, "home_user: .* instead of 1000000")
    assert_nothing_there(empty)


def test_a_database_file_that_is_damaged(copy, empty):
    (copy / databases.file_name()).write_bytes(b"no database at all" * 100)
    signed_anew(copy)
    assert_refused(copy, empty, "not a database|pg_restore")
    assert_nothing_there(empty)


def test_files_that_cannot_be_moved_in_are_taken_out_again(copy, empty, monkeypatch):
    def refuse(*args):
        raise CopyFault("the disk is gone")

    monkeypatch.setattr(databases, "put_back", refuse)
    assert_refused(copy, empty, "the disk is gone")
    assert_nothing_there(empty)


def test_each_folder_of_the_village_is_in_the_copy(copy):
    assert {folder.archive for folder in folders()} <= {path.name for path in copy.iterdir()}
