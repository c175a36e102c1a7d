"""Reads a ZIP that somebody sent, without unpacking it anywhere: no name in it ever becomes a path on the disk."""

import stat
import zipfile
from pathlib import Path, PurePosixPath
from types import TracebackType

MAX_FILES = 5000
MAX_UNPACKED = (
    2 * 1024 * 1024 * 1024
)  # bytes, as the archive claims; no more than this is ever unpacked of it
MAX_FILE = 20 * 1024 * 1024  # bytes of one file in it
_MAX_LIST = 8 * 1024 * 1024  # bytes at the end of the file that may list its parts

NOT_A_ZIP = "Berkas ini bukan ZIP, atau rusak. Buat ZIP-nya sekali lagi, lalu unggah lagi."
PASSWORD = "ZIP ini dilindungi kata sandi. Buat ulang tanpa kata sandi, lalu unggah lagi."  # noqa: S105
TOO_MANY_FILES = "ZIP ini berisi lebih dari 5.000 berkas. Bagi menjadi beberapa ZIP."
TOO_LARGE = "Isi ZIP ini terlalu besar setelah dibuka (lebih dari 2 GB). Bagi menjadi beberapa ZIP."
STRANGE_NAME = (
    "ZIP ini memuat nama berkas yang tidak wajar: “{name}”. Buat ZIP-nya sekali lagi dari satu folder."
)
FILE_TOO_LARGE = "“{name}” lebih besar dari 20 MB. Perkecil dulu berkasnya."
FILE_BROKEN = "“{name}” di dalam ZIP rusak. Buat ZIP-nya sekali lagi."
TWICE = "Ada beberapa berkas bernama “{name}” di dalam ZIP. Tulis dengan nama foldernya."
MISSING = "Berkas “{name}” tidak ada di dalam ZIP."


class ArchiveError(ValueError):
    """A ZIP, or a file in it, that can't be read; its text tells the person in Indonesian what to do."""


class Archive:
    """A ZIP whose list has been looked at. Raises `ArchiveError` when it can't be trusted or read."""

    def __init__(self, path: Path):
        # Before Python builds an object for each entry of the list.
        if _entries_in_list(path) > MAX_FILES * 2:
            raise ArchiveError(TOO_MANY_FILES)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, ValueError) as error:
            raise ArchiveError(NOT_A_ZIP) from error
        try:
            self._files = _files(self._zip.infolist())
        except ArchiveError:
            self._zip.close()
            raise

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The files with their folders, in the order of the archive."""
        return list(self._files)

    def find(self, name: str) -> str:
        """The file that somebody means by a name, with or without its folders, in any case of letters."""
        sought = _path(name)
        wanted = sought.casefold()
        exact = [file for file in self._files if file.casefold() == wanted]
        alike = exact or [
            file for file in self._files if file.casefold().endswith("/" + wanted.rpartition("/")[2])
        ]
        if not alike:
            raise ArchiveError(MISSING.format(name=name))
        if len(alike) > 1:
            raise ArchiveError(TWICE.format(name=name))
        return alike[0]

    def read(self, name: str) -> bytes:
        """One file of `names`."""
        entry = self._files[name]
        if entry.file_size > MAX_FILE:
            raise ArchiveError(FILE_TOO_LARGE.format(name=name))
        try:
            with self._zip.open(entry) as file:
                data = file.read(MAX_FILE + 1)
        except (
            zipfile.BadZipFile,
            zipfile.zlib.error,
            NotImplementedError,
            OSError,
            EOFError,
            RuntimeError,
        ) as e:
            raise ArchiveError(FILE_BROKEN.format(name=name)) from e
        if len(data) > MAX_FILE:
            raise ArchiveError(FILE_TOO_LARGE.format(name=name))
        return data


def _entries_in_list(path: Path) -> int:
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            file.seek(max(0, size - _MAX_LIST))
            return file.read().count(b"PK\x01\x02")
    except OSError as error:
        raise ArchiveError(NOT_A_ZIP) from error


def _files(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    if len(entries) > MAX_FILES:
        raise ArchiveError(TOO_MANY_FILES)
    if any(entry.flag_bits & 1 for entry in entries):
        raise ArchiveError(PASSWORD)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise ArchiveError(TOO_LARGE)
    files = {}
    for entry in entries:
        name = _path(entry.filename)
        parts = PurePosixPath(name).parts
        is_link = stat.S_ISLNK(entry.external_attr >> 16)
        if is_link or name.startswith("/") or ".." in parts or ":" in name or not name.isprintable():
            raise ArchiveError(STRANGE_NAME.format(name=name[:80]))
        if entry.is_dir() or parts[0] == "__MACOSX" or parts[-1].startswith("."):
            continue
        files[name] = entry
    return files


def _path(name: str) -> str:
    """With slashes, as some programs of Windows do not write it."""
    return name.strip().replace("\\", "/")
