"""The registers of regulations: Buku Peraturan di Desa, Buku Keputusan Kepala Desa, Buku Lembaran Desa dan Berita Desa.

Columns as in Permendagri 47/2016. A book is kept by year, in the order in which things were set or promulgated; what
was revoked or changed says so in the last column. Only published regulations stand in a public book.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from layanan.regulations.relations import BERLAKU
from layanan.regulations.rules import GAZETTES
from project.lib.localdates import format_date

if TYPE_CHECKING:
    from layanan.regulations.models import RegulationPage


def numbered(number: str | None, day: date | None) -> str:
    """ "Nomor 3, 18 Maret 2024"; what is not known is left out."""
    return ", ".join(
        part for part in (f"Nomor {number}" if number else "", format_date(day) if day else "") if part
    )


def _set(page: "RegulationPage") -> str:
    return numbered(page.number, page.enacted_on)


def _brief(page: "RegulationPage") -> str:
    return page.brief or page.plain_summary


def _agreed(page: "RegulationPage") -> str:
    return format_date(page.agreed_on) if page.agreed_on else ""


def _reported(page: "RegulationPage") -> str:
    return numbered(page.reported_number, page.reported_on)


def _promulgated_in(name: str) -> Callable[["RegulationPage"], str]:
    def cell(page: "RegulationPage") -> str:
        return numbered(page.gazette_number, page.promulgated_on) if page.gazette == name else ""

    return cell


def _note(page: "RegulationPage") -> str:
    return "; ".join(
        part for part in (page.register_note, page.status_words if page.status != BERLAKU else "") if part
    )


@dataclass(frozen=True)
class Book:
    """`kinds` stand in it, dated by `day`; `columns` after the row's number are headings with their cells."""

    slug: str
    title: str
    kinds: tuple[str, ...]
    day: str
    columns: tuple[tuple[str, Callable[["RegulationPage"], str]], ...]

    def rows(self, pages) -> Iterator[list[str]]:
        for page in pages:
            yield [cell(page) for _, cell in self.columns]


BOOKS = {
    book.slug: book
    for book in (
        Book(
            "peraturan",
            "Buku Peraturan di Desa",
            tuple(GAZETTES),
            "enacted_on",
            (
                ("Jenis peraturan", lambda page: page.kind_label),
                ("Nomor dan tanggal ditetapkan", _set),
                ("Tentang", lambda page: page.subject),
                ("Uraian singkat", _brief),
                ("Tanggal kesepakatan", _agreed),
                ("Nomor dan tanggal dilaporkan", _reported),
                ("Nomor dan tanggal diundangkan dalam Lembaran Desa", _promulgated_in("Lembaran Desa")),
                ("Nomor dan tanggal diundangkan dalam Berita Desa", _promulgated_in("Berita Desa")),
                ("Keterangan", _note),
            ),
        ),
        Book(
            "keputusan",
            "Buku Keputusan Kepala Desa",
            ("kepkades",),
            "enacted_on",
            (
                ("Nomor dan tanggal keputusan", _set),
                ("Tentang", lambda page: page.subject),
                ("Uraian singkat", _brief),
                ("Nomor dan tanggal dilaporkan", _reported),
                ("Keterangan", _note),
            ),
        ),
        Book(
            "lembaran-berita",
            "Buku Lembaran Desa dan Berita Desa",
            tuple(GAZETTES),
            "promulgated_on",
            (
                ("Jenis peraturan", lambda page: page.kind_label),
                ("Nomor dan tanggal ditetapkan", _set),
                ("Tentang", lambda page: page.subject),
                ("Diundangkan tanggal", lambda page: format_date(page.promulgated_on)),
                ("Nomor", lambda page: " ".join((page.gazette, page.gazette_number)).strip()),
                ("Keterangan", _note),
            ),
        ),
    )
}
