"""How regulations are numbered, named and dated."""

from datetime import date

import pytest

from layanan.regulations import rules
from layanan.regulations.rules import MAX_ORDER, Dates, date_faults, number_order, slug, title


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


DAY = [date(2024, 3, day) for day in (1, 4, 8, 15)]


def test_dates_in_order_have_no_fault_and_may_be_the_same_day():
    assert date_faults("perdes", 2024, Dates(*DAY)) == {}
    assert date_faults("perdes", 2024, Dates(*DAY[:1] * 4)) == {}
    assert date_faults("kepkades", 2024, Dates(enacted=DAY[0], reported=DAY[1])) == {}


@pytest.mark.parametrize(
    ("kind", "year", "dates", "field"),
    [
        ("perdes", 2024, Dates(enacted=date(2023, 12, 31)), "enacted_on"),
        ("perdes", 2024, Dates(agreed=DAY[1], enacted=DAY[0]), "enacted_on"),
        ("perdes", 2024, Dates(enacted=DAY[1], promulgated=DAY[0]), "promulgated_on"),
        ("perdes", 2024, Dates(agreed=DAY[1], promulgated=DAY[0]), "promulgated_on"),
        ("perkades", 2024, Dates(promulgated=DAY[1], reported=DAY[0]), "reported_on"),
        ("kepkades", 2024, Dates(enacted=DAY[1], reported=DAY[0]), "reported_on"),
        ("kepkades", 2024, Dates(enacted=DAY[0], promulgated=DAY[1]), "promulgated_on"),
        ("perkades", 2024, Dates(agreed=DAY[0], enacted=DAY[1]), "agreed_on"),
    ],
)
def test_dates_that_cannot_be_true_are_named_by_field(kind, year, dates, field):
    assert list(date_faults(kind, year, dates)) == [field]


def test_each_kind_has_the_gazette_of_the_law():
    """Permendagri 111/2014: a Perdes in the Lembaran Desa, what the head sets in the Berita Desa, no decision."""
    assert [rules.gazette(kind) for kind in ("perdes", "permakades", "perkades", "kepkades")] == [
        "Lembaran Desa",
        "Berita Desa",
        "Berita Desa",
        "",
    ]


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
