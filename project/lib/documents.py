"""Decides whether a file may be offered for download, by its content, and gives it a harmless name."""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import BinaryIO

from django.core.files.base import ContentFile

from project.lib import office_files, pdf

KINDS = ("pdf", *office_files.KINDS)
MAX_BYTES = pdf.MAX_BYTES
# For the browser's file dialog. Endings, since few phones know the long names of the office formats.
ACCEPT = ",".join(f".{kind}" for kind in KINDS)
# Characters of a stored name. Most file systems stop at 255 bytes; the database column holds 100 with the folder.
_LONGEST_STEM = 60
_LONGEST_STEM_BYTES = 150

EMPTY = "Berkas ini kosong. Pilih atau kirim ulang berkasnya."
TOO_HEAVY = "Berkas ini lebih besar dari 20 MB. Perkecil dulu, atau bagi menjadi beberapa berkas."
UNKNOWN = "Jenis berkas ini tidak bisa dipakai. Unggah PDF, DOCX, XLSX, ODT, atau ODS."


class DocumentError(ValueError):
    """A file that can't be taken; its text tells the person in Indonesian what to do."""


class CheckedDocument(ContentFile):
    """The result of `check_document`: whoever holds one need not check it again. `pages` is None except for a PDF."""

    def __init__(self, content: bytes, name: str, pages: int | None):
        super().__init__(content, name=name)
        self.pages = pages


def check_document(file: BinaryIO, name: str) -> CheckedDocument:
    """The same bytes under a safe name whose ending tells the truth. Raises `DocumentError`."""
    file.seek(0)
    data = file.read(MAX_BYTES + 1)
    if not data:
        raise DocumentError(EMPTY)
    if len(data) > MAX_BYTES:
        raise DocumentError(TOO_HEAVY)
    ending = PurePosixPath(name.lower()).suffix.lstrip(".")
    try:
        if b"%PDF-" in data[:1024] or ending == "pdf":
            kind, pages = "pdf", pdf.examine(ContentFile(data)).pages
        elif ending in office_files.KINDS or data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            kind, pages = office_files.kind_of(data), None
        else:
            raise DocumentError(UNKNOWN)
    except (pdf.PdfError, office_files.OfficeFileError) as error:
        raise DocumentError(str(error)) from error
    return CheckedDocument(data, safe_name(name, kind), pages)


def safe_name(name: str, ending: str) -> str:
    """A file name that is harmless in a path, a header and a page: letters, digits, hyphen and underscore only.

    >>> safe_name("../Perdes No. 1 (final).docx.PDF", "pdf")
    'Perdes_No_1_final_docx.pdf'
    """
    stem = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    stem = re.sub(rf"\.{ending}$", "", stem, flags=re.IGNORECASE)
    # \w leaves letters and digits of every script; controls, marks that turn the writing direction, dots, quotes and
    # angle brackets all go.
    stem = re.sub(r"[^\w-]+", "_", stem).strip("_-")
    stem = re.sub(r"_{2,}", "_", stem)[:_LONGEST_STEM]
    stem = stem.encode()[:_LONGEST_STEM_BYTES].decode(errors="ignore").strip("_-")
    return f"{stem or 'dokumen'}.{ending}"
