"""The columns of a table are found by their headings, wherever these stand and however they are written."""

import pytest

from home.casework.imports.columns import Column, TableError, find_table
from project.lib.spreadsheets import Row, Sheet

COLUMNS = (
    Column("number", "nomor", also=("nomor peraturan",)),
    Column("subject", "tentang"),
    Column("day", "ditetapkan", also=("tgl ditetapkan", "diundangkan tanggal")),
)


def sheet(*rows, first=1) -> Sheet:
    return Sheet("", [Row(number, list(cells)) for number, cells in enumerate(rows, first)])


def read(*sheets):
    return find_table(sheets, COLUMNS, ["number"])


def test_headings_are_known_in_any_writing_and_order():
    table = read(sheet(["TENTANG *", "Nomor_Peraturan", "Tgl. Ditetapkan"], ["Air", "3", "5/3/2024"]))

    assert table.rows == [(2, {"subject": "Air", "number": "3", "day": "5/3/2024"})]


def test_a_letterhead_above_and_numbers_of_columns_below_are_passed_over():
    table = read(
        sheet(
            ["BUKU PERATURAN"],
            ["Desa Contoh"],
            ["Nomor", "Tentang", "Ditetapkan"],
            ["1", "2", "3"],
            ["7", "Air"],
        )
    )

    assert table.rows == [(5, {"number": "7", "subject": "Air"})]


def test_a_heading_over_two_rows_is_read_as_one():
    table = read(
        sheet(
            ["NOMOR", "TENTANG", "DIUNDANGKAN", "DIUNDANGKAN"],
            ["NOMOR", "TENTANG", "TANGGAL", "NOMOR"],
            ["3", "Air", "6/3/2024", "9"],
        )
    )

    assert table.rows == [(3, {"number": "3", "subject": "Air", "day": "6/3/2024"})]


def test_of_two_columns_with_one_meaning_the_first_counts_and_strange_ones_are_named():
    table = read(sheet(["nomor", "nomor peraturan", "tentang", "NIK pemohon"], ["1", "2", "Air", "123"]))

    assert table.rows == [(2, {"number": "1", "subject": "Air"})]
    assert table.ignored == ["nomor peraturan", "NIK pemohon"]


def test_of_several_sheets_the_one_with_our_columns_is_read():
    table = read(sheet(["Petunjuk", "Isinya"], ["nomor", "angka"]), sheet(["nomor", "tentang"], ["1", "Air"]))

    assert table.rows == [(2, {"number": "1", "subject": "Air"})]


def test_a_row_without_a_known_cell_is_no_row():
    assert read(sheet(["nomor", "tentang", "x"], ["", "", "catatan"], ["1", "Air"])).rows == [
        (3, {"number": "1", "subject": "Air"})
    ]


def test_a_strange_table_is_told_which_headings_are_needed():
    with pytest.raises(TableError) as refused:
        read(sheet(["Nama", "Alamat"], ["x", "y"]))

    assert str(refused.value) == (
        "Judul kolomnya tidak dikenali. Yang ada di baris pertama: Nama, Alamat. "
        "Pakai judul kolom dari berkas contoh: nomor, tentang, ditetapkan."
    )
