"""Templates show money, dates, sizes and numbers as Indonesians write them, and nothing for nothing."""

import datetime as dt
from decimal import Decimal

import pytest
from django.template import Context, Template


def render(expression, value):
    return Template("{% load formats %}{{ value|" + expression + " }}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("expression", "value", "shown"),
    [
        ("rupiah", Decimal("1234567"), "Rp1.234.567,00"),
        ("rupiah", Decimal(0), "Rp0,00"),
        ("tanggal", dt.date(2026, 8, 17), "17 Agustus 2026"),
        ("hari_tanggal", dt.date(2026, 11, 25), "Rabu, 25 November 2026"),
        ("jam", dt.time(9, 30), "09.30"),
        ("jam", dt.time(0, 0), "00.00"),
        ("waktu", dt.datetime(2026, 11, 24, 18, 0, tzinfo=dt.UTC), "Rabu, 25 November 2026, pukul 01.00 WIB"),
        ("telepon", "+6281234567890", "0812-3456-7890"),
        ("pisah_surel", "kantor@desa.id", "kantor@<wbr>desa.id"),
        ("pisah_surel", "<b>@desa.id", "&lt;b&gt;@<wbr>desa.id"),
    ],
)
def test_each_filter_shows_its_kind(expression, value, shown):
    assert render(expression, value) == shown


@pytest.mark.parametrize(
    "expression", ["rupiah", "tanggal", "hari_tanggal", "jam", "waktu", "telepon", "pisah_surel", "ukuran"]
)
@pytest.mark.parametrize("value", [None, ""])
def test_nothing_shows_nothing(expression, value):
    assert render(expression, value) == ""


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (1024, "1 KB"),
        (350 * 1024, "350 KB"),
        (1024 * 1024 - 1, "1 MB"),
        (1024 * 1024, "1 MB"),
        (1_258_291, "1,2 MB"),
        (20 * 1024 * 1024, "20 MB"),
        (1024**3 - 1, "1 GB"),
        (1024**3 * 5 // 2, "2,5 GB"),
    ],
)
def test_a_file_size_is_short_and_has_a_comma(size, shown):
    assert render("ukuran", size) == shown
