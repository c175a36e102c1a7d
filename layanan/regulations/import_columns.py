"""Reads one row of a table of regulations: what offices write, what Excel makes of it, and what OpenSID exports.

OpenSID's names and its combined cells ("Nomor 3, Tanggal 5 Maret 2024") are those of its registers and of the `attr`
of its documents.
"""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field

from home.casework.imports.columns import Column
from home.casework.imports.importers import note
from layanan.regulations import citations
from layanan.regulations.relations import RELATIONS
from layanan.regulations.rules import GAZETTES, KINDS, OLDEST_YEAR, plain_number, plain_subject
from project.lib.localdates import format_date, parse_date
from project.lib.words import on_one_line, without_controls

COLUMNS = (
    Column(
        "kind",
        "jenis",
        "Perdes, Permakades, Perkades, atau Kepkades. Nama lengkapnya juga boleh.",
        "Perdes",
        ("jenis peraturan", "jenis peraturan di desa", "jenis_peraturan", "bentuk"),
    ),
    Column(
        "number",
        "nomor",
        "Seperti tertulis di naskah. Format kolomnya Teks, supaya Excel tidak mengubahnya.",
        "3",
        (
            "nomor peraturan",
            "no peraturan",
            "no ditetapkan",
            "nomor ditetapkan",
            "no kep kades",
            "noPeraturan",
        ),
    ),
    Column("year", "tahun", "Tahun dalam nomornya.", "2024", ("tahun peraturan", "tahun pengundangan")),
    Column(
        "subject",
        "tentang",
        "Tanpa kata “tentang”.",
        "Contoh Pengelolaan Sampah",
        ("judul", "nama", "perihal", "judul peraturan", "nama dokumen", "tentang judul"),
    ),
    Column(
        "enacted_on",
        "ditetapkan",
        "Tanggal penetapan: 5/3/2024 atau 5 Maret 2024.",
        "5/3/2024",
        ("tanggal ditetapkan", "tgl ditetapkan", "tanggal penetapan", "tgl penetapan", "tgl kep kades"),
    ),
    Column(
        "agreed_on",
        "disepakati",
        "Tanggal kesepakatan dengan BPD. Hanya untuk Perdes.",
        "28/2/2024",
        (
            "tanggal kesepakatan",
            "tgl kesepakatan",
            "tanggal disepakati",
            "tanggal kesepakatan peraturan desa",
        ),
    ),
    Column(
        "promulgated_on",
        "diundangkan",
        "Tanggal diundangkan Sekretaris Desa. Kosong untuk Kepkades.",
        "6/3/2024",
        (
            "tanggal diundangkan",
            "tgl diundangkan",
            "tanggal pengundangan",
            "tgl pengundangan",
            "diundangkan tanggal",
        ),
    ),
    Column(
        "gazette_number",
        "nomor lembaran atau berita",
        "Nomor dalam Lembaran Desa (Perdes) atau Berita Desa (Perkades, Permakades).",
        "3",
        ("nomor diundangkan", "no lembaran berita", "diundangkan nomor"),
    ),
    Column(
        "reported_number",
        "nomor laporan",
        "Nomor surat laporan kepada Bupati lewat Camat.",
        "141/27/2024",
        ("no lapor", "nomor dilaporkan", "nomor lapor"),
    ),
    Column(
        "reported_on",
        "dilaporkan",
        "Tanggal surat laporannya.",
        "8/3/2024",
        ("tgl lapor", "tanggal dilaporkan", "tanggal lapor", "tanggal laporan"),
    ),
    Column(
        "brief",
        "uraian singkat",
        "Satu kalimat untuk buku register.",
        "Cara warga memilah sampah.",
        ("uraian",),
    ),
    Column("register_note", "keterangan", "Kolom keterangan buku register.", "Contoh", ("ket",)),
    Column(
        "plain_summary",
        "ringkasan",
        "Isinya dengan bahasa sehari-hari, dua sampai lima kalimat.",
        "Contoh: sampah dipilah di rumah dan diangkut dua kali seminggu.",
        ("ringkasan warga", "abstrak", "isi singkat"),
        long=True,
    ),
    Column(
        "text",
        "naskah",
        "Teks lengkap peraturannya. Boleh dikosongkan.",
        "",
        ("teks", "isi", "isi peraturan", "teks lengkap"),
        long=True,
    ),
    Column(
        "file",
        "berkas",
        "Nama berkas PDF di dalam ZIP yang sama.",
        "perdes-3-2024.pdf",
        ("file", "nama berkas", "dokumen", "satuan", "pdf", "fileDownload", "lampiran"),
    ),
    *(
        Column(
            kind,
            words.lower(),
            f"Peraturan lain yang {inverse.lower().removesuffix(' dengan')} olehnya; beberapa dipisahkan titik koma.",
            "Perdes Nomor 1 Tahun 2019" if kind == "mencabut" else "",
            (kind,),
        )
        for kind, (words, inverse) in RELATIONS.items()
    ),
    Column("topics", "subjek", "Kata pokok untuk JDIH, dipisahkan tanda hubung.", "SAMPAH - RETRIBUSI"),
    Column("field_of_law", "bidang hukum", "Untuk JDIH.", "", ("bidangHukum",)),
    Column("signatory", "penandatangan", "Jabatan dan nama seperti tercetak.", ""),
    # Only other systems have these.
    Column("gazette_perdes", "", also=("no lembaran desa", "nomor lembaran desa")),
    Column("promulgated_perdes", "", also=("tgl lembaran desa", "tanggal lembaran desa")),
    Column("gazette_other", "", also=("no berita desa", "nomor berita desa")),
    Column("promulgated_other", "", also=("tgl berita desa", "tanggal berita desa")),
    Column(
        "enacted",
        "",
        also=("nomor dan tanggal ditetapkan", "nomor tanggal ditetapkan", "nomor dan tanggal keputusan"),
    ),
    Column("reported", "", also=("nomor dan tanggal dilaporkan", "nomor tanggal dilaporkan")),
    Column(
        "promulgated_and_gazette_perdes",
        "",
        also=(
            "nomor dan tanggal diundangkan dalam lembaran desa",
            "nomor dan tanggal diundangkan lembaran desa",
        ),
    ),
    Column(
        "promulgated_and_gazette_other",
        "",
        also=("nomor dan tanggal diundangkan dalam berita desa", "nomor dan tanggal diundangkan berita desa"),
    ),
)
NEEDED = ("number", "subject", "enacted")

_DATES = ("enacted_on", "agreed_on", "promulgated_on", "reported_on")
_TEXTS = ("brief", "register_note", "plain_summary", "text", "topics", "field_of_law", "signatory")
# Of several lines; those of relations part one from the next.
_LONG = {"brief", "plain_summary", "text", *RELATIONS}
# A cell of OpenSID with a number and a day: the field of each.
_COMBINED = {
    "enacted": ("number", "enacted_on"),
    "reported": ("reported_number", "reported_on"),
    "promulgated_and_gazette_perdes": ("gazette_perdes", "promulgated_perdes"),
    "promulgated_and_gazette_other": ("gazette_other", "promulgated_other"),
}
_BOTH = re.compile(
    r"(?:nomor|no\.?)?\s*(?P<number>.*?)\s*,?\s*(?:tanggal|tgl\.?)\s*(?P<day>.*)", re.IGNORECASE | re.DOTALL
)
_NOTHING = {"", "-", "--", "0", "0000-00-00", "00-00-0000", "null", "none", "nihil"}
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.0+)?")
_FIRST_SERIAL_DAY = dt.date(1899, 12, 30)  # Excel counts days from here
_WITH_YEAR = re.compile(r"(?P<number>\S.*?),?\s+tahun\s+(?P<year>[12]\d{3})", re.IGNORECASE)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?")
_WEEKDAY = re.compile(r"^(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\s*,?\s+", re.IGNORECASE)


@dataclass
class Reading:
    """What a row says. `values` are columns of the page; `relations` are pairs of kind and citation; `notes` what is
    wrong or worth knowing."""

    values: dict = field(default_factory=dict)
    relations: list[tuple[str, str]] = field(default_factory=list)
    file: str = ""
    notes: list[dict] = field(default_factory=list)

    def fault(self, name: str, words: str) -> None:
        self.notes.append(note(name, words))

    def warn(self, name: str, words: str) -> None:
        self.notes.append(note(name, words, fault=False))


def read_row(cells: dict[str, str]) -> Reading:
    """Reads the cells of one row, by field. An empty cell says nothing: it never empties what the site has."""
    cells = {name: _kept(name, text) for name, text in cells.items()}
    cells = {name: text for name, text in cells.items() if text.casefold() not in _NOTHING}
    for combined, names in _COMBINED.items():
        if combined in cells:
            cells = _parted(cells.pop(combined), names) | cells
    reading = Reading(file=cells.get("file", ""))
    title = citations.read(cells.get("subject", ""))
    _read_kind(cells, title, reading)
    _read_number(cells, title, reading)
    _read_subject(cells, title, reading)
    _choose_gazette(cells, reading)
    for name in _DATES:
        _read_date(cells, name, reading)
    _read_year(cells, title, reading)
    for name in ("gazette_number", "reported_number"):
        if name in cells:
            _read_code(cells, name, reading)
    for name in _TEXTS:
        if name in cells:
            reading.values[name] = cells[name]
    for kind in RELATIONS:
        _read_relations(kind, cells.get(kind, ""), reading)
    return reading


def _kept(name: str, text: str) -> str:
    """As a form would keep it; else the same file would seem to change something the next time."""
    text = without_controls(unicodedata.normalize("NFC", text)).strip()
    return text if name in _LONG else " ".join(on_one_line(text).split())


def _parted(text: str, names: tuple[str, str]) -> dict[str, str]:
    match = _BOTH.fullmatch(text)
    parts = (match["number"], match["day"]) if match else (text, "")
    return {
        name: part.strip()
        for name, part in zip(names, parts, strict=True)
        if part.strip().casefold() not in _NOTHING
    }


def _read_kind(cells, title, reading: Reading) -> None:
    typed = cells.get("kind", "")
    kind = citations.kind_of(typed)
    if kind:
        reading.values["kind"] = kind
    elif typed:
        known = ", ".join(KINDS.values())
        reading.fault("kind", f"Jenis “{typed[:60]}” tidak dikenal. Tulis salah satu: {known}.")
    elif title:
        reading.values["kind"] = title.kind
    else:
        reading.fault("kind", "Jenisnya kosong. Tulis misalnya Perdes atau Kepkades.")


def _read_number(cells, title, reading: Reading) -> None:
    typed = cells.get("number", "")
    if match := _WITH_YEAR.fullmatch(typed):  # many write both into the one column
        typed = match["number"]
        cells.setdefault("year", match["year"])
    if _ISO_DAY.fullmatch(typed):
        reading.fault(
            "number",
            f"Excel mengubah nomor ini menjadi tanggal ({typed}). Beri kolomnya format Teks, lalu tulis lagi.",
        )
        return
    number = plain_number(typed) or (title and title.number)
    if not number:
        reading.fault("number", "Nomornya kosong.")
    elif len(number) > 40:
        reading.fault("number", "Nomornya terlalu panjang, paling banyak 40 huruf.")
    else:
        reading.values["number"] = number
    if typed and title and number and title.number.casefold() != number.casefold():
        reading.fault("number", f"Judulnya menyebut nomor {title.number}, kolom nomor berisi {number}.")


def _read_subject(cells, title, reading: Reading) -> None:
    typed = cells.get("subject", "")
    if title and (match := re.search(r"\btentang\s+(.+)", typed, re.IGNORECASE | re.DOTALL)):
        typed = match[1]
    subject = plain_subject(typed)
    if not subject:
        reading.fault("subject", "Kolom “tentang” kosong.")
    elif len(subject) > 250:
        reading.fault("subject", f"Terlalu panjang: {len(subject)} huruf, paling banyak 250.")
    else:
        reading.values["subject"] = subject


def _choose_gazette(cells, reading: Reading) -> None:
    """OpenSID has columns for the Lembaran Desa and for the Berita Desa; the kind decides which counts."""
    kind = reading.values.get("kind")
    right, other = ("perdes", "other") if kind == "perdes" else ("other", "perdes")
    for name, prefix in (("promulgated_on", "promulgated"), ("gazette_number", "gazette")):
        given, strange = cells.get(f"{prefix}_{right}"), cells.get(f"{prefix}_{other}")
        if kind and kind not in GAZETTES:
            if given or strange:
                reading.warn(
                    name, "Keputusan tidak diundangkan; kolom Lembaran dan Berita Desa tidak dipakai."
                )
            continue
        if name not in cells and (given or strange):
            cells[name] = given or strange
        if strange and kind in GAZETTES:
            used = "tidak dipakai" if given else f"dipakai sebagai {GAZETTES[kind]}"
            wrong = "Berita Desa" if kind == "perdes" else "Lembaran Desa"
            reading.warn(name, f"{KINDS[kind]} diundangkan dalam {GAZETTES[kind]}; isi kolom {wrong} {used}.")


def _read_date(cells, name: str, reading: Reading) -> None:
    if name not in cells:
        return
    try:
        day, serial = read_day(cells[name])
    except ValueError as error:
        reading.fault(name, f"“{cells[name][:40]}”: {error}")
        return
    reading.values[name] = day
    if serial:
        reading.warn(name, f"Angka {cells[name]} dari Excel dibaca sebagai {format_date(day)}.")


def read_day(typed: str) -> tuple[dt.date, bool]:
    """The day that is meant, and whether it was a serial number of Excel. Raises ValueError, in Indonesian words."""
    text = _WEEKDAY.sub("", " ".join(typed.split()))
    if _SERIAL.fullmatch(text):
        return _FIRST_SERIAL_DAY + dt.timedelta(days=int(text.partition(".")[0])), True
    if match := re.fullmatch(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", text):
        text = "-".join(match.groups())
    text = re.sub(r"^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}(?::\d{2})?$", r"\1", text)
    return parse_date(text), False


def _read_year(cells, title, reading: Reading) -> None:
    typed = cells.get("year", "")
    enacted = reading.values.get("enacted_on")
    if typed:
        text = re.sub(r"\.0+$", "", typed)
        if not re.fullmatch(r"[12]\d{3}", text) or int(text) < OLDEST_YEAR:
            reading.fault("year", f"“{typed[:20]}” bukan tahun. Tulis empat angka, misalnya 2024.")
            return
        reading.values["year"] = int(text)
        if title and title.year != int(text):
            reading.fault("year", f"Judulnya menyebut tahun {title.year}, kolom tahun berisi {text}.")
    elif title or enacted:
        reading.values["year"] = title.year if title else enacted.year
    else:
        reading.fault("year", "Tahunnya kosong.")


def _read_code(cells, name: str, reading: Reading) -> None:
    if _ISO_DAY.fullmatch(cells[name]):
        reading.fault(
            name, f"Excel mengubah nomor ini menjadi tanggal ({cells[name]}). Tulis lagi sebagai teks."
        )
    else:
        reading.values[name] = " ".join(cells[name].split())


def _read_relations(kind: str, text: str, reading: Reading) -> None:
    for cited in re.split(r"[;\n]", text):
        cited = " ".join(cited.split())
        if not cited:
            continue
        if len(cited) > 400:
            reading.fault(kind, "Nama peraturan ini terlalu panjang, paling banyak 400 huruf.")
            continue
        if citations.read(cited) is None:
            reading.warn(
                kind,
                f"“{cited[:80]}” disimpan sebagai teks: jenis, nomor, dan tahunnya tidak terbaca, jadi tidak tertaut.",
            )
        reading.relations.append((kind, cited))
