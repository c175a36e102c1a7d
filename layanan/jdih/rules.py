"""One regulation as a record of the JDIHN (Permenkumham 8/2019; keys and order of BPHN's template for its members).

Pure: plain data in, plain data out. Every value is a string; what a regulation does not have is "-" where the template
keeps it for books, and empty elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

NOT_A_BOOK = "-"  # of keys that only books have
IN_FORCE, NOT_IN_FORCE = "Berlaku", "Tidak Berlaku"


@dataclass(frozen=True)
class Place:
    """What all records of a village share."""

    author: str
    place: str
    field_of_law: str


@dataclass(frozen=True)
class Document:
    name: str
    url: str  # absolute
    pages: int | None


@dataclass(frozen=True)
class Act:
    """A regulation as far as the JDIH asks for it. Addresses are absolute, `updated` is in the village's zone."""

    pk: int
    title: str
    kind: str
    short_kind: str
    number: str
    year: int
    enacted_on: date | None
    promulgated_on: date | None
    gazette: str
    gazette_number: str
    topics: str
    field_of_law: str
    is_revoked: bool
    summary: str
    url: str
    updated: str
    document: Document | None = None


def source(act: Act) -> str:
    """ "LEMBARAN DESA 2024 (3): 12 hlm": where it was promulgated, and how long it is."""
    if not act.gazette or not act.promulgated_on:
        return ""
    number = f" ({act.gazette_number})" if act.gazette_number else ""
    pages = f": {act.document.pages} hlm" if act.document and act.document.pages else ""
    return f"{act.gazette.upper()} {act.promulgated_on.year}{number}{pages}"


def record(act: Act, place: Place) -> Mapping[str, str]:
    """The record, its keys in the template's order. An act that was never promulgated (a decision; an old one whose
    day nobody knows) carries the day on which it was set, since readers take no record without a day."""
    summary = " ".join(act.summary.split())
    day = act.promulgated_on or act.enacted_on
    told = {
        "idData": str(act.pk),
        "tahun_pengundangan": str(act.year),
        "tanggal_pengundangan": day.isoformat() if day else "",
        "jenis": act.kind,
        "noPeraturan": act.number,
        "judul": act.title,
        "noPanggil": NOT_A_BOOK,
        "singkatanJenis": act.short_kind,
        "tempatTerbit": place.place,
        "penerbit": NOT_A_BOOK,
        "deskripsiFisik": NOT_A_BOOK,
        "sumber": source(act),
        "subjek": act.topics.upper(),
        "isbn": NOT_A_BOOK,
        "status": NOT_IN_FORCE if act.is_revoked else IN_FORCE,
        "bahasa": "Indonesia",
        "bidangHukum": act.field_of_law or place.field_of_law,
        "teuBadan": place.author,
        "nomorIndukBuku": NOT_A_BOOK,
        "fileDownload": act.document.name if act.document else "",
        "urlDownload": act.document.url if act.document else "",
        "abstrak": summary,
        "urlabstrak": act.url if summary else "",
        "urlDetailPeraturan": act.url,
        "operasi": "4",
        "display": "1",
    }
    # Spellings and keys of newer readers, after those of the template.
    return told | {
        "urlAbstrak": told["urlabstrak"],
        "tanggal_penetapan": act.enacted_on.isoformat() if act.enacted_on else "",
        "last_updated": act.updated,
    }
