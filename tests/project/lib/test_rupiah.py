"""Money is shown as EYD V writes it and read as people type it; what could mean two amounts is refused."""

from decimal import Decimal

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from project.lib.rupiah import RupiahField, format_rupiah, parse_rupiah

NBSP = "\N{NO-BREAK SPACE}"
amounts = st.decimals(min_value="-9999999999999999.99", max_value="9999999999999999.99", places=2)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Decimal("1234567"), "Rp1.234.567,00"),
        (Decimal("1234567.5"), "Rp1.234.567,50"),
        (Decimal(0), "Rp0,00"),
        (Decimal("-0.001"), "Rp0,00"),
        (Decimal("999.995"), "Rp1.000,00"),
        (Decimal("-15000"), "-Rp15.000,00"),
        (15000, "Rp15.000,00"),
    ],
)
def test_money_is_shown_without_space_with_dots_and_comma(amount, shown):
    assert format_rupiah(amount) == shown


def test_tables_show_money_without_symbol():
    assert format_rupiah(Decimal("-1234567.89"), symbol=False) == "-1.234.567,89"


def test_a_float_is_never_money():
    with pytest.raises(TypeError):
        format_rupiah(0.1)


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_number_is_never_shown_as_money(amount):
    with pytest.raises(ValueError, match="tidak berupa angka"):
        format_rupiah(amount)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        # The rows of the tried-out table: what every reader agrees on.
        ("1.234.567,50", "1234567.50"),
        ("1.234", "1234.00"),
        # Rows where the usual parsers fail.
        ("Rp 1.000", "1000.00"),
        ("(1.000)", "-1000.00"),
        ("1 000", "1000.00"),
        # As people type and paste it.
        ("1234567,5", "1234567.50"),
        ("1.234.567", "1234567.00"),
        ("1234567", "1234567.00"),
        ("rp1.000", "1000.00"),
        ("Rp. 1.000", "1000.00"),
        (f"Rp{NBSP}1{NBSP}000{NBSP}000", "1000000.00"),
        ("1.000,-", "1000.00"),
        ("Rp1.000,- ", "1000.00"),
        ("1.000-", "-1000.00"),
        ("-1.000", "-1000.00"),
        ("-Rp1.000", "-1000.00"),
        ("Rp -1.000", "-1000.00"),
        ("(Rp 1.000,25)", "-1000.25"),
        ("\N{MINUS SIGN}5", "-5.00"),
        ("0", "0.00"),
        ("-0", "0.00"),
        ("0,05", "0.05"),
        ("007", "7.00"),
        ("  15000  ", "15000.00"),
        ("9999999999999999,99", "9999999999999999.99"),
    ],
)
def test_money_is_read_as_people_type_it(typed, amount):
    parsed = parse_rupiah(typed)
    assert str(parsed) == amount


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        # The rows of the tried-out table that other parsers guess at: "1.5" became 15, "12.50" became 1250.
        ("1.5", "dua hal"),
        ("12.50", "dua hal"),
        ("1,234,567.00", "Koma hanya dipakai sekali"),
        ("1,234", "satu atau dua angka sen"),
        ("1,", "satu atau dua angka sen"),
        ("1,-,-", "satu atau dua angka sen"),
        ("1.23.456", "tiga angka"),
        ("1.2345", "tiga angka"),
        ("0.500", "tiga angka"),
        ("1 00", "tiga angka"),
        ("1.000 000", "tiga angka"),
        ("1.000.", "tiga angka"),
        ("12.", "tiga angka"),
        ("", "bukan jumlah uang"),
        ("Rp", "bukan jumlah uang"),
        ("gratis", "bukan jumlah uang"),
        ("1,5 juta", "satu atau dua angka"),
        ("2 juta", "bukan jumlah uang"),
        ("--5", "bukan jumlah uang"),
        ("(-5)", "bukan jumlah uang"),
        ("-5-", "bukan jumlah uang"),
        ("1e5", "bukan jumlah uang"),
        ("NaN", "bukan jumlah uang"),
        ("١٢٣", "bukan jumlah uang"),
        ("1_000", "bukan jumlah uang"),
        (",50", "bukan jumlah uang"),
        ("10000000000000000", "terlalu besar"),
        ("1" * 10_000, "terlalu panjang"),
    ],
)
def test_ambiguous_money_is_refused_with_words(typed, reason):
    with pytest.raises(ValueError, match=reason):
        parse_rupiah(typed)


@given(amounts, st.booleans())
def test_what_is_shown_can_be_typed_back(amount, symbol):
    assert parse_rupiah(format_rupiah(amount, symbol=symbol)) == amount


@given(st.text(max_size=60))
def test_any_text_is_an_amount_or_a_refusal(text):
    try:
        amount = parse_rupiah(text)
    except ValueError:
        return
    assert amount == amount.quantize(Decimal("0.01"))


class CostForm(forms.Form):
    cost = RupiahField(required=False, min_value=0)


def test_the_field_shows_an_amount_as_it_would_be_typed():
    field = CostForm(initial={"cost": Decimal("15000")})["cost"]
    assert field.value() == "15.000,00"
    assert 'inputmode="decimal"' in str(field)
    assert 'type="text"' in str(field)


def test_the_field_gives_a_decimal():
    form = CostForm({"cost": "Rp 15.000"})
    assert form.is_valid()
    assert form.cleaned_data == {"cost": Decimal("15000.00")}


def test_an_empty_field_is_nothing():
    form = CostForm({"cost": "  "})
    assert form.is_valid()
    assert form.cleaned_data == {"cost": None}


def test_a_refused_amount_stays_as_it_was_typed():
    form = CostForm({"cost": "12.50"})
    assert not form.is_valid()
    assert "Pakai koma untuk sen" in form.errors["cost"][0]
    assert form["cost"].value() == "12.50"


def test_the_smallest_amount_holds():
    form = CostForm({"cost": "-1"})
    assert form.errors == {"cost": ["Jumlah ini paling kecil Rp0,00."]}


@pytest.mark.parametrize(
    ("typed", "changed"), [("15000", False), ("15.000,00", False), ("15001", True), ("", True), ("1.5", True)]
)
def test_another_spelling_is_no_change(typed, changed):
    form = CostForm({"cost": typed}, initial={"cost": Decimal("15000.00")})
    assert form.has_changed() is changed
