"""Decides whether a file may be offered for download, by its content, and gives it a harmless name."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from django.core.files.base import ContentFile

from project.lib import audio, nik, office_files, pdf

KINDS = ("pdf", *office_files.KINDS, *audio.KINDS)
MAX_BYTES = pdf.MAX_BYTES
# For the browser's file dialog. Endings, since few phones know the long names of the office formats.
ACCEPT = ",".join(f".{kind}" for kind in KINDS)
# Characters of a stored name. Most file systems stop at 255 bytes; the database column holds 100 with the folder.
_LONGEST_STEM = 60
_LONGEST_STEM_BYTES = 150

EMPTY = "Berkas ini kosong. Pilih atau kirim ulang berkasnya."
TOO_HEAVY = "Berkas ini lebih besar dari 20 MB. Perkecil dulu, atau bagi menjadi beberapa berkas."
UNKNOWN = "Jenis berkas ini tidak bisa dipakai. Unggah PDF, DOCX, XLSX, ODT, ODS, atau rekaman suara MP3."


class DocumentError(ValueError):
    """A file that can't be taken; its text tells the person in Indonesian what to do."""


@dataclass(frozen=True)
class PersonalNumber:
    """Something in a PDF that looks like a NIK: on which page, and how it may be shown."""

    page: int
    masked: str


class CheckedDocument(ContentFile):
    """The result of `check_document`: whoever holds one need not check it again. `pages` is None except for a PDF, of
    which `texts` are the first pages and `complete` says that none was left out.

    What looks like a NIK is told (`niks`) and left out of `texts`: no copy of it is kept.
    """

    def __init__(
        self,
        content: bytes,
        name: str,
        pages: int | None,
        texts: Sequence[str] = (),
        complete: bool = True,
        niks: Sequence[PersonalNumber] = (),
    ):
        super().__init__(content, name=name)
        self.pages = pages
        self.texts = tuple(texts)
        self.complete = complete
        self.niks = tuple(niks)


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
            return _checked_pdf(data, name)
        elif ending in office_files.KINDS or data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            kind = office_files.kind_of(data)
        elif ending in audio.KINDS:
            kind = audio.kind_of(data)
        else:
            raise DocumentError(UNKNOWN)
    except (audio.AudioError, pdf.PdfError, office_files.OfficeFileError) as error:
        raise DocumentError(str(error)) from error
    return CheckedDocument(data, safe_name(name, kind), None)


def _checked_pdf(data: bytes, name: str) -> CheckedDocument:
    facts = pdf.examine(ContentFile(data))
    niks = [
        PersonalNumber(page, found.masked)
        for page, text in enumerate(facts.texts, 1)
        for found in nik.find(text)
    ]
    texts = [nik.leave_out(text) for text in facts.texts]
    return CheckedDocument(data, safe_name(name, "pdf"), facts.pages, texts, facts.complete, niks)


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
