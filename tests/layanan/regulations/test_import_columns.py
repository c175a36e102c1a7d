"""What offices write in a table of regulations, and what Excel and OpenSID make of it."""

from datetime import date

import pytest

from home.casework.imports.columns import plain
from layanan.regulations.import_columns import COLUMNS, read_day, read_row

ROW = {"kind": "Perdes", "number": "3", "year": "2024", "subject": "Sampah", "enacted_on": "5/3/2024"}


def read(**cells):
    return read_row(ROW | cells)


def faults(reading):
    return {note["field"]: note["words"] for note in reading.notes if note["fault"]}


def warnings(reading):
    return {note["field"]: note["words"] for note in reading.notes if not note["fault"]}


def test_a_plain_row_is_read():
    reading = read()

    assert reading.values == {
        "kind": "perdes",
        "number": "3",
        "year": 2024,
        "subject": "Sampah",
        "enacted_on": date(2024, 3, 5),
    }
    assert reading.notes == []


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("PERDES", "perdes"),
        ("Peraturan Desa", "perdes"),
        ("Peraturan Desa (Perdes)", "perdes"),
        ("peraturan bersama", "permakades"),
        ("Peraturan Bersama Kepala Desa", "permakades"),
        ("Peraturan Kepala Desa", "perkades"),
        ("SK Kades", "kepkades"),
        ("Keputusan Kepala Desa", "kepkades"),
    ],
)
def test_kinds_are_known_by_all_their_names(typed, kind):
    assert read(kind=typed).values["kind"] == kind


def test_an_unknown_kind_is_named_with_those_that_are_known():
    assert faults(read(kind="Qanun")) == {
        "kind": "Jenis “Qanun” tidak dikenal. Tulis salah satu: Peraturan Desa, Peraturan Bersama Kepala Desa, "
        "Peraturan Kepala Desa, Keputusan Kepala Desa."
    }


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", "3"),
        ("3 A", "3 A"),
        ("188.45/12/2026", "188.45/12/2026"),
        ("Nomor 08", "8"),
        ("005/12/2026", "005/12/2026"),
    ],
)
def test_numbers_stay_as_offices_write_them(typed, number):
    reading = read(number=typed)

    assert (reading.values["number"], faults(reading)) == (number, {})


@pytest.mark.parametrize("typed", ["3 Tahun 2023", "Nomor 03 TAHUN 2023", "No. 3, tahun 2023"])
def test_a_year_beside_the_number_is_read_too(typed):
    reading = read_row({"kind": "Perdes", "number": typed, "subject": "Sampah", "enacted_on": "5/3/2023"})

    assert (reading.values["number"], reading.values["year"], reading.notes) == ("3", 2023, [])


def test_a_number_that_excel_took_for_a_day_is_named():
    assert faults(read(number="2026-12-01")) == {
        "number": "Excel mengubah nomor ini menjadi tanggal (2026-12-01). Beri kolomnya format Teks, lalu tulis lagi."
    }


@pytest.mark.parametrize("typed", ["", "-", "0"])
def test_a_missing_number_is_named(typed):
    assert faults(read(number=typed)) == {"number": "Nomornya kosong."}


@pytest.mark.parametrize(
    "typed",
    [
        "5/3/2024",
        "05-03-2024",
        "5.3.2024",
        "5 Maret 2024",
        "Selasa, 5 Maret 2024",
        "2024-03-05",
        "2024/03/05",
        "2024-03-05 00:00:00",
        "5 Mar 2024",
    ],
)
def test_days_are_read_in_any_order_that_has_one_meaning(typed):
    assert read_day(typed) == (date(2024, 3, 5), False)


def test_a_serial_number_of_excel_is_read_and_said():
    reading = read(enacted_on="45356")

    assert reading.values["enacted_on"] == date(2024, 3, 5)
    assert warnings(reading) == {"enacted_on": "Angka 45356 dari Excel dibaca sebagai 5 Maret 2024."}


@pytest.mark.parametrize("typed", ["3/25/2024", "5/3/24", "31/2/2024", "kemarin", "2024"])
def test_a_day_that_cannot_be_read_is_named_with_what_was_typed(typed):
    words = faults(read(enacted_on=typed))["enacted_on"]

    assert words.startswith(f"“{typed}”: ")


def test_a_year_that_is_missing_follows_from_the_day():
    assert read(year="").values["year"] == 2024


@pytest.mark.parametrize("typed", ["24", "20244", "dua ribu", "1024"])
def test_a_year_that_is_none_is_named(typed):
    assert list(faults(read(year=typed))) == ["year"]


def test_a_full_title_gives_kind_number_year_and_subject():
    reading = read_row(
        {"subject": "Peraturan Desa Contoh Nomor 4 Tahun 2023 tentang Pasar Desa.", "enacted_on": "1/2/2023"}
    )

    assert reading.values == {
        "kind": "perdes",
        "number": "4",
        "year": 2023,
        "subject": "Pasar Desa",
        "enacted_on": date(2023, 2, 1),
    }


def test_a_title_that_says_another_number_or_year_is_named():
    reading = read(subject="Perdes Nomor 4 Tahun 2023 tentang Pasar")

    assert faults(reading) == {
        "number": "Judulnya menyebut nomor 4, kolom nomor berisi 3.",
        "year": "Judulnya menyebut tahun 2023, kolom tahun berisi 2024.",
    }


def test_opensids_cells_with_a_number_and_a_day_are_parted():
    reading = read_row(
        {
            "kind": "Peraturan Desa",
            "enacted": "Nomor 3, Tanggal 5 Maret 2024",
            "subject": "Sampah",
            "reported": "Nomor 141/27/2024, Tanggal 08 Maret 2024",
            "promulgated_and_gazette_perdes": "Nomor 3, Tanggal 6 Maret 2024",
            "promulgated_and_gazette_other": "Nomor , Tanggal ",
        }
    )

    assert reading.values == {
        "kind": "perdes",
        "number": "3",
        "year": 2024,
        "subject": "Sampah",
        "enacted_on": date(2024, 3, 5),
        "promulgated_on": date(2024, 3, 6),
        "gazette_number": "3",
        "reported_number": "141/27/2024",
        "reported_on": date(2024, 3, 8),
    }
    assert reading.notes == []


def test_the_kind_decides_which_gazette_counts():
    both = {"gazette_perdes": "3", "gazette_other": "9"}

    assert read(**both).values["gazette_number"] == "3"
    assert read(kind="Perkades", **both).values["gazette_number"] == "9"
    decision = read(kind="Kepkades", **both)
    assert "gazette_number" not in decision.values
    assert list(warnings(decision)) == ["gazette_number"]


def test_relations_are_read_one_by_one():
    reading = read(mencabut="Perdes Nomor 1 Tahun 2019; Perdes No. 2 Tahun 2020 tentang Air")

    assert reading.relations == [
        ("mencabut", "Perdes Nomor 1 Tahun 2019"),
        ("mencabut", "Perdes No. 2 Tahun 2020 tentang Air"),
    ]
    assert reading.notes == []


def test_a_relation_that_cannot_be_read_is_kept_as_text_and_said():
    reading = read(mengubah="aturan pasar yang lama")

    assert reading.relations == [("mengubah", "aturan pasar yang lama")]
    assert list(warnings(reading)) == ["mengubah"]
    assert faults(reading) == {}


def test_an_empty_cell_says_nothing():
    reading = read(promulgated_on="-", brief="", reported_on="0000-00-00")

    assert set(reading.values) == {"kind", "number", "year", "subject", "enacted_on"}


def test_no_heading_means_two_columns():
    meant = {}
    for column in COLUMNS:
        for name in filter(None, (column.heading, *column.also)):
            assert meant.setdefault(plain(name), column.field) == column.field
