"""The regulations as open data: every column of the registers, status and relations, as JSON and as CSV.

Satu Data (Perpres 39/2019): a dataset says what it is, from whom, of when, and under which licence.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from home.pages.addresses import absolute
from layanan.regulations.models import RegulationPage
from layanan.regulations.queries import published, relations_between
from layanan.regulations.relations import RELATIONS
from project.lib.localdates import zone

AT_ONCE = 200  # rows held in memory while they are written
# What a spreadsheet program would run as a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# Name in the data, what it means.
FIELDS = {
    "id": "nomor tetap baris ini",
    "jenis": "jenis peraturan (Permendagri 111/2014)",
    "nomor": "nomor peraturan, sebagai teks",
    "tahun": "tahun penetapan",
    "judul": "nama lengkap",
    "tentang": "perihal",
    "status": "berlaku, diubah, atau dicabut",
    "disepakati": "tanggal kesepakatan dengan BPD",
    "ditetapkan": "tanggal penetapan",
    "diundangkan": "tanggal pengundangan",
    "lembaran": "Lembaran Desa atau Berita Desa",
    "nomor_lembaran": "nomor dalam lembaran atau berita desa",
    "nomor_laporan": "nomor laporan kepada Bupati",
    "dilaporkan": "tanggal laporan",
    "uraian_singkat": "uraian dalam buku register (Permendagri 47/2016)",
    "keterangan": "keterangan dalam buku register",
    "ringkasan": "isinya dengan bahasa sehari-hari",
    "subjek": "subjek menurut JDIH",
    "bidang_hukum": "bidang hukum menurut JDIH",
    "penandatangan": "yang menandatangani",
    "alamat": "halaman peraturan",
    "pdf": "naskah",
    "pdf_ukuran": "ukuran naskah dalam byte",
    "pdf_halaman": "jumlah halaman naskah",
    "hubungan": "hubungan dengan peraturan lain, dua arah",
    "diperbarui": "saat halaman terakhir diterbitkan",
}


def rows(restricted: tuple[str, ...]) -> Iterator[dict]:
    """One dictionary for each published regulation, newest first. Two queries whatever their number."""
    related = _relations(restricted)
    for page in published(restricted).iterator(AT_ONCE):
        yield _row(page, related.get(page.pk, []))


def _row(page: RegulationPage, related: list[dict]) -> dict:
    document = page.document
    return {
        "id": page.pk,
        "jenis": page.kind_label,
        "nomor": page.number,
        "tahun": page.year,
        "judul": page.title,
        "tentang": page.subject,
        "status": page.status,
        "disepakati": _iso(page.agreed_on),
        "ditetapkan": _iso(page.enacted_on),
        "diundangkan": _iso(page.promulgated_on),
        "lembaran": page.gazette if page.promulgated_on else "",
        "nomor_lembaran": page.gazette_number,
        "nomor_laporan": page.reported_number,
        "dilaporkan": _iso(page.reported_on),
        "uraian_singkat": page.brief,
        "keterangan": page.register_note,
        "ringkasan": page.plain_summary,
        "subjek": page.topics,
        "bidang_hukum": page.field_of_law,
        "penandatangan": page.signatory,
        "alamat": page.canonical_url,
        "pdf": absolute(document.url) if document else None,
        "pdf_ukuran": document.file_size if document else None,
        "pdf_halaman": document.page_count if document else None,
        "hubungan": related,
        "diperbarui": page.last_published_at.astimezone(zone()).isoformat(timespec="seconds")
        if page.last_published_at
        else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _relations(restricted: tuple[str, ...]) -> dict[int, list[dict]]:
    """By regulation, what it does and what is done to it. A target that is not public is named, without address."""
    found = defaultdict(list)
    for source, kind, target, citation in relations_between(restricted):
        does, suffers = RELATIONS[kind]
        found[source.pk].append(
            {
                "hubungan": does,
                "judul": target.title if target else citation,
                "alamat": target.canonical_url if target else None,
            }
        )
        if target:
            found[target.pk].append(
                {"hubungan": suffers, "judul": source.title, "alamat": source.canonical_url}
            )
    return found


def dataset(listed: Sequence[dict], village: str, licence: str, address: str) -> dict:
    """The data with what describes it."""
    newest = max((row["diperbarui"] for row in listed if row["diperbarui"]), default=None)
    return {
        "judul": f"Peraturan {village}",
        "definisi": "Semua peraturan desa dan keputusan kepala desa yang diterbitkan di situs desa.",
        "produsen": village,
        "sumber": address,
        "lisensi": licence,
        "pemutakhiran": newest,
        "jumlah": len(listed),
        "kolom": FIELDS,
        "data": listed,
    }


def as_csv(listed: Sequence[dict]) -> str:
    """As Excel reads it in Indonesia: with BOM and semicolons; no cell is a formula."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(FIELDS)
    for row in listed:
        writer.writerow([_cell(row[name]) for name in FIELDS])
    return out.getvalue()


def _cell(value) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(f"{one['hubungan']} {one['judul']}" for one in value)
    if isinstance(value, datetime):
        value = value.isoformat()
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
