"""Rupiah as Indonesians write it: shown as "Rp1.234.567,00", read as people type it.

Amounts are `Decimal` with two places, as the database keeps them (18 digits in all). The way of writing follows EYD V
and CLDR: no space after "Rp", dots between thousands, a comma before the sen. Ambiguous input is refused with words:
"1.500" is one thousand five hundred, but "1.5" could be a typing error for either, and money must not be guessed.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

from django import forms
from django.core.exceptions import ValidationError

SEN = Decimal("0.01")
WHOLE_DIGITS = 16  # Decimal(18, 2)

_TYPED_LIMIT = 40  # characters; no amount that fits is longer
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([. ])[0-9]{3}(?:\1[0-9]{3})*")
_PLAIN = re.compile(r"[0-9]+")
_SPACES = re.compile(r"\s+")  # also the no-break and narrow spaces that Excel and Word put between thousands

EXAMPLES = "Tulis misalnya 15000, 15.000, atau 15.000,50."


def format_rupiah(amount: Decimal | int, symbol: bool = True) -> str:
    """ "Rp1.234.567,00", or "1.234.567,00" without the symbol; a negative amount begins with a minus sign.

    Raises TypeError for a float, which cannot hold money exactly, and ValueError for NaN and infinities.
    """
    if isinstance(amount, float):
        raise TypeError("Money is Decimal or int, never float.")
    amount = Decimal(amount)
    if not amount.is_finite():
        raise ValueError("Jumlah uang tidak berupa angka.")
    amount = amount.quantize(SEN, rounding=ROUND_HALF_UP)
    text = f"{abs(amount):,.2f}".translate(str.maketrans(",.", ".,"))
    return ("-" if amount < 0 else "") + ("Rp" if symbol else "") + text


def parse_rupiah(text: str) -> Decimal:
    """The amount in what a person typed or pasted, with two decimal places.

    Understands "1234567", "1.234.567", "1 234 567", "1234567,5", "Rp 1.000", "Rp1.000,-", and negatives as "-1.000",
    "1.000-" or "(1.000)". Raises ValueError, with Indonesian words that say what to write, for anything else.
    """
    if len(text) > _TYPED_LIMIT:
        raise ValueError(f"Jumlah ini terlalu panjang. {EXAMPLES}")
    number = _SPACES.sub(" ", text.replace("\N{MINUS SIGN}", "-")).strip()
    number, negative = _without_sign(number)
    number = number.removesuffix(",-").rstrip()
    whole, comma, sen = number.partition(",")
    if comma and "," in sen:
        raise ValueError(f"Koma hanya dipakai sekali, sebelum sen; ribuan dipisahkan titik. {EXAMPLES}")
    if comma and not re.fullmatch(r"[0-9]{1,2}", sen):
        raise ValueError(f"Sesudah koma tulis satu atau dua angka sen; ribuan dipisahkan titik. {EXAMPLES}")
    if _GROUPED.fullmatch(whole):
        whole = whole.replace(".", "").replace(" ", "")
    elif re.fullmatch(r"[0-9]+\.[0-9]{1,2}", whole):
        raise ValueError(f"“{text.strip()}” bisa berarti dua hal. Pakai koma untuk sen. {EXAMPLES}")
    elif re.fullmatch(r"[0-9][0-9. ]*", whole) and not _PLAIN.fullmatch(whole):
        raise ValueError(f"Titik memisahkan ribuan: tiga angka sesudah setiap titik. {EXAMPLES}")
    elif not _PLAIN.fullmatch(whole):
        raise ValueError(f"“{text.strip()}” bukan jumlah uang. {EXAMPLES}")
    if len(whole.lstrip("0")) > WHOLE_DIGITS:
        raise ValueError(f"Jumlah ini terlalu besar: paling banyak {WHOLE_DIGITS} angka sebelum koma.")
    amount = Decimal(f"{whole}.{sen.ljust(2, '0')}")
    return -amount if negative and amount else amount


def _without_sign(number: str) -> tuple[str, bool]:
    """The number without "Rp" and its one sign, and whether it is negative. Two signs are left for the refusal."""
    if number.startswith("(") and number.endswith(")"):
        return _without_symbol(number[1:-1].strip()), True
    if number.startswith("-"):
        return _without_symbol(number[1:].lstrip()), True
    number = _without_symbol(number)
    if number.startswith("-"):  # "Rp-1.000"
        return number[1:].lstrip(), True
    if number.endswith("-") and not number.endswith(",-"):  # "1.000-", as bookkeeping programs print it
        return number[:-1].rstrip(), True
    return number, False


def _without_symbol(number: str) -> str:
    return re.sub(r"\ARp\.?\s*", "", number, flags=re.IGNORECASE)


class RupiahField(forms.CharField):
    """A form field for money: people type "15.000", the form gets a Decimal, an empty field is None.

    Not `type=number`: browsers refuse "15.000,50" there or read it in their own language.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, *, min_value: Decimal | int | None = None, **kwargs):
        kwargs.setdefault("empty_value", None)
        super().__init__(**kwargs)
        self.min_value = min_value

    def to_python(self, value):
        if isinstance(value, Decimal):
            return value
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        try:
            amount = parse_rupiah(text)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error
        if self.min_value is not None and amount < self.min_value:
            raise ValidationError(
                f"Jumlah ini paling kecil {format_rupiah(self.min_value)}.", code="min_value"
            )
        return amount

    def prepare_value(self, value):
        """An amount from the database is shown as it would be typed; what someone typed is shown back unchanged."""
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            return format_rupiah(value, symbol=False)
        return value

    def has_changed(self, initial, data):
        """Compares amounts, not spellings: "15000" for 15.000,00 is no change."""
        if self.disabled:
            return False
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True
