"""Looks into Word, Excel and LibreOffice files: real ones of a known kind, not bombs, without macros or passwords."""

import io
import struct
import zipfile

KINDS = ("docx", "xlsx", "odt", "ods")

MAX_PARTS = 5000
MAX_UNPACKED = 300 * 1024 * 1024  # bytes, as the archive claims; a 20 MB table of figures unpacks to less
_MAX_LIST = 1024 * 1024  # bytes of the small parts that are really read

NOT_OFFICE = (
    "Isi berkas ini bukan dokumen Word, Excel, atau LibreOffice. Simpan ulang sebagai PDF, DOCX, atau XLSX."
)
BROKEN = "Berkas ini rusak atau belum lengkap terkirim. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
OLD_OR_LOCKED = (
    "Berkas ini berformat lama (.doc, .xls) atau dilindungi kata sandi. "
    "Simpan sebagai DOCX, XLSX, atau PDF tanpa kata sandi."
)
PASSWORD = "Berkas ini dilindungi kata sandi. Simpan salinannya tanpa kata sandi, lalu unggah salinan itu."  # noqa: S105
MACROS = "Berkas ini berisi makro. Simpan sebagai DOCX atau XLSX biasa tanpa makro, atau sebagai PDF."
TOO_LARGE = (
    "Isi berkas ini terlalu besar untuk diperiksa. Bagi menjadi beberapa berkas, atau simpan sebagai PDF."
)

_OPENDOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


class OfficeFileError(ValueError):
    """A file that can't be taken; its text tells the person in Indonesian what to do."""


def kind_of(data: bytes) -> str:
    """One of `KINDS`, by content. Raises `OfficeFileError`."""
    if data.startswith(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    ):  # the container of .doc, .xls and of encrypted .docx
        raise OfficeFileError(OLD_OR_LOCKED)
    if not data.startswith(b"PK\x03\x04"):
        raise OfficeFileError(NOT_OFFICE)
    # Before Python builds an object for each: 20 MB can list 400,000 parts.
    if data.count(b"PK\x01\x02") > MAX_PARTS:
        raise OfficeFileError(TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _kind_of_archive(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, EOFError) as error:
        raise OfficeFileError(BROKEN) from error
    except (ValueError, KeyError, RuntimeError, struct.error, zipfile.zlib.error) as error:
        if isinstance(error, OfficeFileError):
            raise
        raise OfficeFileError(BROKEN) from error


def _kind_of_archive(archive: zipfile.ZipFile) -> str:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise OfficeFileError(PASSWORD)
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise OfficeFileError(TOO_LARGE)
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names):
        raise OfficeFileError(BROKEN)
    if any(name.lower().endswith("vbaproject.bin") or name.startswith("Basic/") for name in names):
        raise OfficeFileError(MACROS)
    if "mimetype" in names:
        kind = _OPENDOCUMENT.get(_part(archive, "mimetype").strip())
        if kind is None or "content.xml" not in names:
            raise OfficeFileError(NOT_OFFICE)
        if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
            raise OfficeFileError(PASSWORD)
        return kind
    if "[Content_Types].xml" not in names:
        raise OfficeFileError(NOT_OFFICE)
    if b"macroEnabled" in _part(archive, "[Content_Types].xml"):
        raise OfficeFileError(MACROS)
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise OfficeFileError(NOT_OFFICE)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of a part that says what the others are. Never more, whatever size it claims."""
    with archive.open(name) as part:
        return part.read(_MAX_LIST)
