"""Tables of regulations as offices have them. Nothing here needs the database, so browser tests use it too."""

import csv
import html
import io
import json
import zipfile

from openpyxl import Workbook

from project.lib.localdates import format_date, parse_date

HEADINGS = (
    "jenis",
    "nomor",
    "tahun",
    "tentang",
    "ditetapkan",
    "disepakati",
    "diundangkan",
    "nomor lembaran atau berita",
    "nomor laporan",
    "dilaporkan",
    "uraian singkat",
    "keterangan",
    "mencabut",
)


def regulation(number: int) -> dict[str, str]:
    """A row as an office types it. Every tenth is a decision, every seventh revokes the one before it."""
    year = 2015 + number // 10
    if number % 10 == 9:
        row = {
            "jenis": "Kepkades",
            "nomor": f"188.45/{number}/{year}",
            "tentang": f"Kader Ke-{number} – Posyandu",
        }
        return {**row, "tahun": str(year), "ditetapkan": f"{number % 27 + 1}/4/{year}"}
    row = {
        "jenis": "Perdes",
        "nomor": str(number),
        "tahun": str(year),
        "tentang": f"Urusan Nomor {number}; Air, Pasar, dan “Jalan”",
        "disepakati": f"1/3/{year}",
        "ditetapkan": f"5/3/{year}",
        "diundangkan": f"6 Maret {year}",
        "nomor lembaran atau berita": str(number),
        "nomor laporan": f"141/{number}/{year}",
        "dilaporkan": f"08-03-{year}",
        "uraian singkat": f"Uraian {number}.",
        "keterangan": "Contoh",
    }
    if number % 7 == 0 and number % 10:
        row["mencabut"] = f"Perdes Nomor {number - 1} Tahun {2015 + (number - 1) // 10}"
    return row


def csv_of(rows: list[dict[str, str]], encoding: str = "cp1252", delimiter: str = ";") -> bytes:
    """As Excel writes it in Indonesia."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    headings = list(dict.fromkeys([*HEADINGS, *(name for row in rows for name in row)]))
    writer.writerow(headings)
    writer.writerows([row.get(name, "") for name in headings] for row in rows)
    return out.getvalue().encode(encoding)


def xlsx_of(rows: list[dict[str, str]]) -> bytes:
    """With real days and numbers in the cells, where an office's table has them."""
    days = ("ditetapkan", "disepakati", "diundangkan", "dilaporkan")
    book = Workbook()
    headings = list(dict.fromkeys([*HEADINGS, *(name for row in rows for name in row)]))
    book.active.append(["Daftar peraturan"])
    book.active.append(headings)
    for row in rows:
        cells = []
        for name in headings:
            text = row.get(name, "")
            if text and name in days:
                text = parse_date(text)
            elif text.isdigit():
                text = int(text)
            cells.append(text or None)
        book.active.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_ATTRIBUTES = {
    "nomor": "no_ditetapkan",
    "ditetapkan": "tgl_ditetapkan",
    "disepakati": "tgl_kesepakatan",
    "diundangkan": "tgl_lembaran_desa",
    "nomor lembaran atau berita": "no_lembaran_desa",
    "nomor laporan": "no_lapor",
    "dilaporkan": "tgl_lapor",
    "uraian singkat": "uraian",
    "keterangan": "keterangan",
}


def opensid_of(rows: list[dict[str, str]]) -> bytes:
    """As OpenSID gives out its documents, days as dd-mm-yyyy."""
    listed = []
    for number, row in enumerate(rows, 1):
        attributes = {
            theirs: f"{parse_date(row[ours]):%d-%m-%Y}" if theirs.startswith("tgl") else row[ours]
            for ours, theirs in _ATTRIBUTES.items()
            if row.get(ours)
        }
        decision = row["jenis"] == "Kepkades"
        if decision:
            attributes["no_kep_kades"] = attributes.pop("no_ditetapkan")
            attributes["tgl_kep_kades"] = attributes.pop("tgl_ditetapkan")
        else:
            attributes["jenis_peraturan"] = "Peraturan Desa"
        listed.append(
            {
                "id": number,
                "kode_desa": "1504052001",
                "dokumen": None,
                "nama": row["tentang"].replace("“", "&ldquo;").replace("”", "&rdquo;"),
                "tgl_upload": "2024-03-09 10:00:00",
                "enabled": 1,
                "kategori": 2 if decision else 3,
                "tahun": row["tahun"],
                "aksi": 0,
                "mencabut": row.get("mencabut", ""),
                "attr": json.dumps(attributes),
            }
        )
    return json.dumps({"status": "ok", "data": {"ppid": listed, "pengiriman": "semua"}}).encode()


def zip_of(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def register_of(rows: list[dict[str, str]]) -> bytes:
    """OpenSID's Buku Peraturan di Desa as it is downloaded: an HTML page under the name of an Excel file."""

    def both(row: dict[str, str], number: str, day: str) -> str:
        return f"Nomor {row.get(number, '')}, Tanggal {_in_words(row.get(day, ''))}"

    headings = (
        "NOMOR URUT",
        "JENIS PERATURAN DI DESA",
        "NOMOR DAN TANGGAL DITETAPKAN",
        "TENTANG",
        "URAIAN SINGKAT",
        "TANGGAL KESEPAKATAN PERATURAN DESA",
        "NOMOR DAN TANGGAL DILAPORKAN",
        "NOMOR DAN TANGGAL DIUNDANGKAN DALAM LEMBARAN DESA",
        "NOMOR DAN TANGGAL DIUNDANGKAN DALAM BERITA DESA",
        "KET.",
    )
    lines = [
        "<html><body><table><tr><td colspan=10>BUKU PERATURAN DI DESA</td></tr></table><table><thead><tr>",
        *(f"<th>{heading}</th>" for heading in headings),
        "</tr><tr>",
        *(f"<th>{number}</th>" for number in range(1, 11)),
        "</tr></thead><tbody>",
    ]
    for number, row in enumerate(rows, 1):
        cells = (
            str(number),
            "Peraturan Desa",
            both(row, "nomor", "ditetapkan"),
            row["tentang"],
            row.get("uraian singkat", ""),
            _in_words(row.get("disepakati", "")),
            both(row, "nomor laporan", "dilaporkan"),
            both(row, "nomor lembaran atau berita", "diundangkan"),
            "Nomor , Tanggal ",
            row.get("keterangan", ""),
        )
        lines.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>")
    signatures = "<table><tr><td colspan=2></td><td colspan=3>MENGETAHUI</td></tr></table>"
    return "".join([*lines, "</tbody></table>", signatures, "</body></html>"]).encode()


def _in_words(day: str) -> str:
    return format_date(parse_date(day)) if day else ""
