"""Looks into a PDF without trusting it: a child process with limits on time and memory opens it (`pdf_child`)."""

import json
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from project.lib.words import without_controls

MAX_BYTES = 20 * 1024 * 1024
MAX_PAGES = 2000
CPU_SECONDS = 8
WALL_SECONDS = 20
MEMORY_BYTES = 384 * 1024 * 1024  # address space; an honest file of 20 MB is read with 128
MAX_LETTERS = 400_000  # of its text; a village budget with its notes has about 60,000

_CHILD = Path(__file__).with_name("pdf_child.py")
_CHILDREN = threading.BoundedSemaphore(2)

NOT_A_PDF = "Berkas ini bukan PDF. Simpan atau pindai ulang dokumennya sebagai PDF, lalu unggah lagi."
BROKEN = "PDF ini rusak atau belum lengkap. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
PASSWORD = "PDF ini dilindungi kata sandi. Simpan salinannya tanpa kata sandi, lalu unggah salinan itu."  # noqa: S105
TOO_HEAVY = (
    "PDF ini lebih besar dari 20 MB. Perkecil dulu, misalnya dengan memindai ulang 150 dpi hitam-putih."
)
TOO_COMPLEX = (
    "PDF ini terlalu rumit untuk diperiksa. Cetak ulang sebagai PDF baru, lalu unggah yang baru itu."
)
TOO_MANY_PAGES = "PDF ini lebih dari 2.000 halaman. Bagi menjadi beberapa berkas."
BUSY = "Server sedang memeriksa dokumen lain. Tunggu sebentar, lalu coba lagi."


class PdfError(ValueError):
    """A PDF that can't be taken; its text tells the person in Indonesian what to do."""


@dataclass(frozen=True)
class PdfFacts:
    """`texts` are those of its first pages; `complete` says that none was left out."""

    pages: int
    texts: tuple[str, ...] = field(default=(), compare=False)
    complete: bool = field(default=True, compare=False)


def examine(source: str | Path | BinaryIO) -> PdfFacts:
    """What is known about the PDF at a path or in a binary file, which is read from its start.

    Raises `PdfError` when it isn't one, is protected, broken, too heavy, or takes its reader too long.
    """
    data = _read(source)
    # The standard lets up to 1,024 bytes of something else stand before the header.
    if b"%PDF-" not in data[:1024]:
        raise PdfError(NOT_A_PDF)
    if len(data) > MAX_BYTES:
        raise PdfError(TOO_HEAVY)
    answer = _ask_child(data)
    if answer.get("fault") == "password":
        raise PdfError(PASSWORD)
    if "pages" not in answer:
        raise PdfError(BROKEN)
    if answer["pages"] > MAX_PAGES:
        raise PdfError(TOO_MANY_PAGES)
    texts = tuple(_plain(text) for text in answer["texts"])
    return PdfFacts(answer["pages"], texts, answer["complete"])


def _plain(text: str) -> str:
    """A page's text as people would copy it: words parted at a line's end are whole again."""
    text = text.replace("\r\n", "\n").replace("\ufffe\n", "").replace("\ufffe", "").replace("\u00ad", "")
    return without_controls(text).strip()


def _read(source: str | Path | BinaryIO) -> bytes:
    if isinstance(source, str | Path):
        with Path(source).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    source.seek(0)
    return source.read(MAX_BYTES + 1)


def _ask_child(data: bytes) -> dict:
    if not _CHILDREN.acquire(timeout=WALL_SECONDS):
        raise PdfError(BUSY)
    try:
        child = subprocess.run(  # noqa: S603 - our own file, no word of it comes from outside
            # -I: neither the environment nor the folder we stand in can slip in another module.
            [sys.executable, "-I", str(_CHILD), str(CPU_SECONDS), str(MEMORY_BYTES), str(MAX_LETTERS)],
            input=data,
            capture_output=True,
            timeout=WALL_SECONDS,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PdfError(TOO_COMPLEX) from error
    finally:
        _CHILDREN.release()
    if child.returncode:  # stopped by a limit, or fallen over
        raise PdfError(TOO_COMPLEX)
    try:
        return json.loads(child.stdout)
    except ValueError as error:
        raise PdfError(BROKEN) from error
