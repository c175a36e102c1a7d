"""Reads tables as offices have them: XLSX, CSV as Excel writes it here, and the HTML tables that OpenSID calls XLS.

Every cell becomes text, so that one content reads the same whatever it was saved as: a day as 2026-11-25, a whole
number without decimals. Row numbers are those that the spreadsheet program shows beside its rows.
"""

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from project.lib import office_files

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 80 * 1024 * 1024  # bytes of an XLSX; 5,000 rows with long texts unpack to a quarter of it
MAX_ROWS = 5000
MAX_COLUMNS = 100
MAX_CELL = 400_000  # letters: a whole regulation may stand in a cell
MAX_HTML = (
    4 * 1024 * 1024
)  # letters; a register of 5,000 rows has half of it, and more costs its reader too long
_EMPTY_ROWS = (
    1000  # so many without content end a sheet; a format set for a whole column makes a million of them
)

EMPTY = "Berkas ini kosong. Pilih atau kirim ulang berkasnya."
UNKNOWN = "Berkas ini bukan tabel yang dapat dibaca. Simpan sebagai XLSX atau CSV, lalu unggah lagi."
TOO_HEAVY = "Tabel ini lebih besar dari 20 MB. Bagi menjadi beberapa berkas."
TOO_MANY_ROWS = "Tabel ini lebih dari 5.000 baris. Bagi menjadi beberapa berkas."
TOO_WIDE = "Tabel ini lebih dari 100 kolom. Hapus kolom yang tidak dipakai."
BROKEN = "Tabel ini rusak atau belum lengkap. Buka di Excel atau LibreOffice, simpan ulang, lalu unggah lagi."
NOT_A_TABLE_FILE = "Berkas ini bukan tabel Excel. Simpan sebagai XLSX atau CSV, lalu unggah lagi."


class SpreadsheetError(ValueError):
    """A table that can't be read; its text tells the person in Indonesian what to do."""


@dataclass(frozen=True)
class Row:
    number: int
    cells: list[str]

    def __bool__(self) -> bool:
        return any(self.cells)


@dataclass(frozen=True)
class Sheet:
    name: str
    rows: list[Row]  # those with content only


def read(data: bytes) -> list[Sheet]:
    """The sheets of a table, by its content and not by its name. Raises `SpreadsheetError`."""
    if not data.strip(b"\x00 \r\n\t"):
        raise SpreadsheetError(EMPTY)
    if len(data) > MAX_BYTES:
        raise SpreadsheetError(TOO_HEAVY)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(data)
    text = decode(data)
    if re.search(r"<table\b", text[:200_000], re.IGNORECASE):
        return _html(text)
    return [_csv(text)]


def decode(data: bytes) -> str:
    """Text as programs here write it: UTF-8 with or without BOM, UTF-16 with BOM, else Windows' cp1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16")
    if b"\x00" in data:
        raise SpreadsheetError(UNKNOWN)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SpreadsheetError(UNKNOWN) from error


def _sheet(name: str, rows: Iterable[tuple[int, list[str]]]) -> Sheet:
    """Keeps rows with content, within the limits."""
    kept, empty = [], 0
    for number, cells in rows:
        row = Row(number, [_clean(cell) for cell in cells])
        while row.cells and not row.cells[-1]:
            row.cells.pop()
        if not row:
            empty += 1
            if empty > _EMPTY_ROWS:
                break
            continue
        empty = 0
        if len(row.cells) > MAX_COLUMNS:
            raise SpreadsheetError(TOO_WIDE)
        kept.append(row)
        if len(kept) > MAX_ROWS:
            raise SpreadsheetError(TOO_MANY_ROWS)
    return Sheet(name, kept)


def _clean(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n").strip()


# Excel files


def _workbook(data: bytes) -> list[Sheet]:
    try:
        kind = office_files.kind_of(data)
    except office_files.OfficeFileError as error:
        raise SpreadsheetError(str(error)) from error
    if kind != "xlsx":
        raise SpreadsheetError(NOT_A_TABLE_FILE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
            raise SpreadsheetError(TOO_MANY_ROWS)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            return [_sheet(sheet.title, _cells(sheet)) for sheet in book.worksheets]
        finally:
            book.close()
    except SpreadsheetError:
        raise
    # A file made by hand can fail anywhere in its reader.
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        SyntaxError,
        LookupError,
        ValueError,
        TypeError,
    ) as error:
        raise SpreadsheetError(BROKEN) from error
    except (AttributeError, OverflowError, EOFError, OSError, zipfile.zlib.error) as error:
        raise SpreadsheetError(BROKEN) from error


def _cells(sheet) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()  # files say wrongly how large they are
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        yield number, [as_text(value) for value in row[: MAX_COLUMNS + 50]]


def as_text(value) -> str:
    """One cell as text. A moment at midnight is a day; a whole number has no decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


# CSV


def _csv(text: str) -> Sheet:
    rows = text.lstrip("\ufeff")
    delimiter = None
    if match := re.match(r"sep=(.)\r?\n", rows):  # Excel's own hint
        delimiter = match[1]
        rows = rows[match.end() :]
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(rows, newline=""), delimiter=delimiter or _delimiter(rows))
    first = 2 if match else 1
    try:
        return _sheet("", enumerate(reader, first))
    except csv.Error as error:
        raise SpreadsheetError(BROKEN) from error


def _delimiter(text: str) -> str:
    """What separates the cells: Excel writes a semicolon where the comma is the decimal sign, as in Indonesia. The
    one counts that parts the first rows into most cells, each row alike."""
    best, most = ";", 0
    for candidate in (";", ",", "\t", "|"):
        reader = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=candidate)
        widths = []
        try:
            for row in reader:
                if any(row):
                    widths.append(len(row))
                if len(widths) == 10:
                    break
        except csv.Error:
            continue
        alike = sum(width == widths[0] for width in widths) if widths else 0
        score = (widths[0] - 1) * alike if widths else 0
        if score > most:
            best, most = candidate, score
    return best


# HTML tables, as OpenSID exports its registers under the name of an Excel file


def _html(text: str) -> list[Sheet]:
    if len(text) > MAX_HTML:
        raise SpreadsheetError(TOO_MANY_ROWS)
    parser = _Tables()
    parser.feed(text)
    parser.close()
    sheets = [_sheet("", enumerate(_grid(rows), 1)) for rows in parser.tables]
    if not any(sheet.rows for sheet in sheets):
        raise SpreadsheetError(UNKNOWN)
    return sheets


@dataclass
class _Cell:
    text: str
    across: int
    down: int


class _Tables(HTMLParser):
    """Collects the rows of every table; of one within another, as its own."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[_Cell]]] = []
        self._open: list[list[list[_Cell]]] = []
        self._cell: _Cell | None = None

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self._open.append([])
            self.tables.append(self._open[-1])
            self._cell = None
        elif tag == "tr" and self._open:
            self._open[-1].append([])
            self._cell = None
        elif tag in ("td", "th") and self._open:
            if not self._open[-1]:
                self._open[-1].append([])
            spans = dict(attrs)
            self._cell = _Cell("", _span(spans.get("colspan")), _span(spans.get("rowspan")))
            self._open[-1][-1].append(self._cell)
        elif tag == "br" and self._cell:
            self._cell.text += "\n"

    def handle_endtag(self, tag):
        if tag in ("td", "th", "tr"):
            self._cell = None
        elif tag == "table" and self._open:
            self._open.pop()
            self._cell = None

    def handle_data(self, data):
        if self._cell:
            self._cell.text += data


def _span(value: str | None) -> int:
    return min(int(value), MAX_COLUMNS) if value and value.isascii() and value.isdigit() and int(value) else 1


def _grid(rows: list[list[_Cell]]) -> Iterator[list[str]]:
    """The table with every cell that spans rows or columns repeated in each of its places."""
    hanging: dict[int, tuple[str, int]] = {}
    for row in rows:
        line, cells = [], iter(row)
        below: dict[int, tuple[str, int]] = {}
        column = 0
        while column <= MAX_COLUMNS + 1:
            if column in hanging:
                text, left = hanging.pop(column)
                line.append(text)
                if left > 1:
                    below[column] = (text, left - 1)
                column += 1
                continue
            cell = next(cells, None)
            if cell is None:
                if not hanging:
                    break
                line.append("")
                column += 1
                continue
            text = " ".join(cell.text.split())
            for _ in range(cell.across):
                line.append(text)
                if cell.down > 1:
                    below[column] = (text, cell.down - 1)
                column += 1
        hanging = below
        yield line
