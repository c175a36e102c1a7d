"""How regulations are numbered, named and dated."""

from datetime import date

import pytest

from layanan.regulations import rules
from layanan.regulations.rules import MAX_ORDER, date_faults, number_order, slug, title


@pytest.mark.parametrize(
    ("number", "order"),
    [
        ("3", 3),
        ("03", 3),
        ("12 A", 12),
        ("188.4/12/2026", 12),
        ("188.4/007/KEP/2026", 7),
        ("", 0),
        ("tanpa nomor", 0),
        ("²", 0),
        ("9" * 40, MAX_ORDER),
    ],
)
def test_a_number_sorts_by_the_part_that_counts(number, order):
    assert number_order(number) == order


def test_the_title_is_the_name_by_which_it_is_cited():
    assert title("perdes", "Tebing Tinggi", "3", 2024, "Pengelolaan Sampah") == (
        "Peraturan Desa Tebing Tinggi Nomor 3 Tahun 2024 tentang Pengelolaan Sampah"
    )


def test_a_draft_without_number_has_a_title_all_the_same():
    assert title("perkades", "Tebing Tinggi", None, 2024, "Penjabaran") == (
        "Peraturan Kepala Desa Tebing Tinggi tentang Penjabaran"
    )


@pytest.mark.parametrize(
    ("number", "year", "address"), [("3", 2024, "perdes-3-2024"), (None, None, "perdes-Pengelolaan Sampah")]
)
def test_the_address_follows_from_the_number(number, year, address):
    assert slug("perdes", number, year, "Pengelolaan Sampah") == address


def test_dates_in_order_have_no_fault():
    assert date_faults("perdes", 2024, date(2024, 3, 1), date(2024, 3, 4)) == {}


@pytest.mark.parametrize(
    ("kind", "year", "enacted", "promulgated", "field"),
    [
        ("perdes", 2024, date(2023, 12, 31), None, "enacted_on"),
        ("perdes", 2024, date(2024, 3, 4), date(2024, 3, 1), "promulgated_on"),
        ("kepkades", 2024, date(2024, 3, 1), date(2024, 3, 4), "promulgated_on"),
    ],
)
def test_dates_that_cannot_be_true_are_named_by_field(kind, year, enacted, promulgated, field):
    assert list(date_faults(kind, year, enacted, promulgated)) == [field]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("8", "8"),
        (" Nomor 8 ", "8"),
        ("NOMOR: 8", "8"),
        ("No. 08", "8"),
        ("no 8", "8"),
        ("04", "4"),
        ("0", "0"),
        ("005/12/2026", "005/12/2026"),
        ("188.4/12/2026", "188.4/12/2026"),
        ("Nomor", None),
        ("", None),
        (None, None),
    ],
)
def test_a_number_is_kept_alone(typed, number):
    assert rules.plain_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("tentang Sampah", "Sampah"),
        ("TENTANG  Sampah  Desa.", "Sampah Desa"),
        ("Tentangga", "Tentangga"),
        ("", ""),
    ],
)
def test_a_subject_is_kept_alone(typed, subject):
    assert rules.plain_subject(typed) == subject
