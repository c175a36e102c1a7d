"""One table reads the same whatever it was saved as; what is no table is refused in words."""

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from project.lib import spreadsheets
from project.lib.spreadsheets import SpreadsheetError, read

TABLE = [
    ["jenis", "nomor", "tentang"],
    ["Perdes", "3", "Sampah"],
    ["Kepkades", "188.45/12/2026", "Kader Posyandu – “baru”"],
]


def rows(data: bytes) -> list[list[str]]:
    return [row.cells for row in read(data)[0].rows]


def xlsx(table) -> bytes:
    book = Workbook()
    for row in table:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written(separator: str, newline: str = "\r\n") -> str:
    return newline.join(separator.join(row) for row in TABLE) + newline


@pytest.mark.parametrize(
    "data",
    [
        written(";").encode(),
        b"\xef\xbb\xbf" + written(";").encode(),
        written(";").encode("cp1252"),
        written(";").encode("utf-16"),
        written(",").encode(),
        written("\t").encode(),
        written(";", "\n").encode(),
        b"sep=;\r\n" + written(";").encode(),
        xlsx(TABLE),
    ],
    ids=["semicolon", "bom", "cp1252", "utf-16", "comma", "tab", "unix", "sep", "xlsx"],
)
def test_one_table_reads_the_same_whatever_it_was_saved_as(data):
    assert rows(data) == TABLE


def test_rows_have_the_numbers_that_excel_shows():
    data = b'a;b\r\n\r\n1;"dua\r\nbaris"\r\n3;4\r\n'

    assert [(row.number, row.cells) for row in read(data)[0].rows] == [
        (1, ["a", "b"]),
        (3, ["1", "dua\nbaris"]),
        (4, ["3", "4"]),
    ]
    assert [row.number for row in read(b"sep=;\r\na;b\r\n1;2\r\n")[0].rows] == [2, 3]


def test_cells_become_text():
    table = [["tgl", "jam", "bulat", "pecahan", "ya", "kosong"]]
    table.append([dt.datetime(2024, 3, 5), dt.datetime(2024, 3, 5, 9, 30), 3.0, 12.5, True, None])

    assert rows(xlsx(table))[1] == ["2024-03-05", "2024-03-05 09:30", "3", "12.5", "ya"]


def test_a_comma_within_a_text_does_not_part_a_table_of_semicolons():
    data = b"jenis;tentang\r\nPerdes;Pasar, Kios, dan Los\r\nPerdes;Air, Listrik\r\n"

    assert rows(data)[1:] == [["Perdes", "Pasar, Kios, dan Los"], ["Perdes", "Air, Listrik"]]


def test_an_html_table_called_xls_is_read_with_its_spans():
    data = b"""<html><body><table><tr><td>Surat</td></tr></table><table>
        <thead><tr><th rowspan="2">TENTANG</th><th colspan="2">DIUNDANGKAN</th></tr>
        <tr><th>TANGGAL</th><th>NOMOR</th></tr></thead>
        <tr><td>Sampah &amp;&nbsp;Air</td><td>6 Maret<br>2024</td><td>3</td></tr></table></body></html>"""

    assert [row.cells for row in read(data)[1].rows] == [
        ["TENTANG", "DIUNDANGKAN", "DIUNDANGKAN"],
        ["TENTANG", "TANGGAL", "NOMOR"],
        ["Sampah & Air", "6 Maret 2024", "3"],
    ]


def test_a_whole_column_of_formatted_cells_costs_nothing():
    book = Workbook()
    book.active.append(["jenis", "nomor"])
    book.active.append(["Perdes", "3"])
    book.active.cell(900_000, 1).number_format = "@"
    out = io.BytesIO()
    book.save(out)

    assert len(read(out.getvalue())[0].rows) == 2


def _bomb() -> bytes:
    """A workbook whose only sheet claims a hundred megabytes of spaces."""
    source, out = io.BytesIO(xlsx(TABLE)), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = b" " * 100_000_000 if part.filename.endswith("sheet1.xml") else old.read(part)
            new.writestr(part.filename, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", spreadsheets.EMPTY),
        (b" \r\n", spreadsheets.EMPTY),
        (b"a\x00b\x01;c", spreadsheets.UNKNOWN),
        (b"\x81\x8d;\x90", spreadsheets.UNKNOWN),
        (b"x" * (spreadsheets.MAX_BYTES + 1), spreadsheets.TOO_HEAVY),
        (b"a;b\r\n" * 5001, spreadsheets.TOO_MANY_ROWS),
        ((";".join("x" * 101) + "\r\n").encode(), spreadsheets.TOO_WIDE),
        (_bomb(), spreadsheets.TOO_MANY_ROWS),
        (b"<table></table>", spreadsheets.UNKNOWN),
        (b"<table>" + b"<td>" * 1_100_000, spreadsheets.TOO_MANY_ROWS),
        (b'a;"' + b"x" * 500_000 + b'"', spreadsheets.BROKEN),
    ],
    ids=[
        "empty",
        "blank",
        "binary",
        "no encoding",
        "heavy",
        "rows",
        "wide",
        "bomb",
        "no table",
        "html",
        "cell",
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data, words):
    with pytest.raises(SpreadsheetError) as refused:
        read(data)

    assert str(refused.value) == words


def test_a_workbook_cut_off_or_locked_is_refused():
    for data in (xlsx(TABLE)[:-400], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, b"PK\x03\x04rest"):
        with pytest.raises(SpreadsheetError):
            read(data)


@given(st.binary(max_size=400))
def test_no_bytes_end_in_anything_but_a_table_or_words(data):
    try:
        sheets = read(data)
    except SpreadsheetError:
        return
    assert all(isinstance(cell, str) for sheet in sheets for row in sheet.rows for cell in row.cells)
