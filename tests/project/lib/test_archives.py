"""A ZIP is read without trusting a name, a size or a path in it."""

import stat
import zipfile

import pytest

from project.lib import archives
from project.lib.archives import Archive, ArchiveError


@pytest.fixture
def make(tmp_path):
    def make(files: dict[str, bytes], change=None):
        path = tmp_path / "berkas.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                entry = zipfile.ZipInfo(name)
                entry.compress_type = zipfile.ZIP_DEFLATED
                if change:
                    change(entry)
                archive.writestr(entry, data)
        return path

    return make


def test_a_file_is_found_by_its_name_alone_in_any_case_of_letters(make):
    with Archive(make({"naskah/Perdes-3.PDF": b"isi", "tabel.csv": b"a"})) as archive:
        assert archive.find("perdes-3.pdf") == "naskah/Perdes-3.PDF"
        assert archive.find("Naskah\\PERDES-3.pdf") == "naskah/Perdes-3.PDF"
        assert archive.read("naskah/Perdes-3.PDF") == b"isi"


def test_a_name_that_stands_twice_needs_its_folder(make):
    with Archive(make({"2023/sk.pdf": b"1", "2024/sk.pdf": b"2"})) as archive:
        with pytest.raises(ArchiveError, match="beberapa berkas bernama “sk.pdf”"):
            archive.find("sk.pdf")
        assert archive.read(archive.find("2024/sk.pdf")) == b"2"


def test_a_missing_file_is_named(make):
    with Archive(make({"a.pdf": b"1"})) as archive, pytest.raises(ArchiveError, match="“b.pdf” tidak ada"):
        archive.find("b.pdf")


def test_what_a_mac_adds_is_no_file(make):
    files = {"a.pdf": b"1", "__MACOSX/._a.pdf": b"x", ".DS_Store": b"x", "folder/": b""}

    with Archive(make(files)) as archive:
        assert archive.names == ["a.pdf"]


@pytest.mark.parametrize(
    "name", ["../a.pdf", "naskah/../../a.pdf", "/etc/passwd", "C:\\a.pdf", "..\\a.pdf", "a\u202efdp.exe"]
)
def test_names_that_lead_elsewhere_are_refused(make, name):
    with pytest.raises(ArchiveError, match="tidak wajar"):
        Archive(make({name: b"1"}))


def test_a_link_is_refused(make):
    def link(entry):
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16

    with pytest.raises(ArchiveError, match="tidak wajar"):
        Archive(make({"a.pdf": b"/etc/passwd"}, link))


def test_a_locked_archive_is_refused(make):
    path = make({"a.pdf": b"1"})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)

    with pytest.raises(ArchiveError) as refused:
        Archive(path)
    assert str(refused.value) == archives.PASSWORD


def test_a_bomb_is_refused_before_any_of_it_is_unpacked(make, monkeypatch):
    monkeypatch.setattr(archives, "MAX_UNPACKED", 1_000_000)
    path = make({f"{number}.pdf": b"\0" * 400_000 for number in range(3)})

    with pytest.raises(ArchiveError) as refused:
        Archive(path)
    assert str(refused.value) == archives.TOO_LARGE


def test_no_more_is_unpacked_of_a_file_than_a_document_may_have(make, monkeypatch):
    monkeypatch.setattr(archives, "MAX_FILE", 1000)

    with (
        Archive(make({"a.pdf": b"\0" * 1001})) as archive,
        pytest.raises(ArchiveError, match="lebih besar dari 20 MB"),
    ):
        archive.read("a.pdf")


def test_too_many_files_are_refused_by_the_list_alone(make, monkeypatch):
    monkeypatch.setattr(archives, "MAX_FILES", 3)

    with pytest.raises(ArchiveError) as refused:
        Archive(make({f"{number}.pdf": b"" for number in range(7)}))
    assert str(refused.value) == archives.TOO_MANY_FILES


def test_what_is_no_zip_or_is_broken_is_refused(make, tmp_path):
    broken = tmp_path / "x.zip"
    for data in (b"", b"PK\x03\x04", b"%PDF-1.4", make({"a": b"1"}).read_bytes()[:-10]):
        broken.write_bytes(data)
        with pytest.raises(ArchiveError) as refused:
            Archive(broken)
        assert str(refused.value) == archives.NOT_A_ZIP


def test_a_file_whose_bytes_were_changed_is_refused(make):
    path = make({"a.pdf": b"isi yang benar" * 50})
    data = bytearray(path.read_bytes())
    data[40] ^= 0xFF
    path.write_bytes(data)

    with Archive(path) as archive, pytest.raises(ArchiveError, match="di dalam ZIP rusak"):
        archive.read("a.pdf")
