"""Indonesian telephone numbers: typed in many ways, kept as E.164 ("+6281234567890"), shown as "0812-3456-7890".

Written by hand: the usual library takes "62812345678" typed without "+" for a landline in area 628, and it is heavier
than everything else in this package together. Sources: Permenkominfo 14/2018 (Rencana Dasar Teknis numbering) and the
number ranges of libphonenumber for Indonesia.
"""

import re
import unicodedata
from urllib.parse import quote

COUNTRY = "62"

# National numbers, without the leading 0. Mobile: 8 and 8 to 11 more digits, no operator begins with 80 or 84.
_MOBILE = re.compile(r"8[1-35-9][0-9]{7,10}")
# Landline: area code of 2 or 3 digits and 5 to 8 digits of the subscriber.
_LANDLINE = re.compile(r"[2-79][0-9]{7,10}")
_TWO_DIGIT_AREAS = ("21", "22", "24", "31", "61")  # Jakarta, Bandung, Semarang, Surabaya, Medan
_E164 = re.compile(r"\+62([2-9][0-9]+)")
# What people put between digits; everything invisible is dropped before.
_BETWEEN = re.compile(r"[\s.\-/()]")
_MOBILE_EXAMPLE = "0812-3456-7890"
_TYPED_LIMIT = 60  # characters


def normalise(text: str) -> str:
    """The number in E.164. Raises ValueError, in Indonesian words, when it is no Indonesian number.

    "0812…", "+62 812…", "62812…", "0062812…", "+62 0812…", "+62 (0)812…" and "812…" are one mobile number.
    """
    try:
        return _e164(text)
    except ValueError as error:
        raise ValueError(f"{error} Tulis misalnya {_MOBILE_EXAMPLE} atau 0743-21234.") from None


def normalise_mobile(text: str) -> str:
    """Like `normalise`, for a number that WhatsApp is to reach: refuses a landline, and offers none as an example."""
    try:
        number = _e164(text)
        if not is_mobile(number):
            raise ValueError("WhatsApp memerlukan nomor HP, bukan telepon rumah atau kantor.")
    except ValueError as error:
        raise ValueError(f"{error} Tulis misalnya {_MOBILE_EXAMPLE}.") from None
    return number


def _e164(text: str) -> str:
    digits = _digits(text)
    if digits.startswith("+"):
        if not digits.startswith("+" + COUNTRY):
            raise ValueError("Ini bukan nomor Indonesia: nomor Indonesia dimulai dengan 0 atau +62.")
        national = digits[3:].removeprefix("0")  # "+62 0812" is a common slip
    elif digits.startswith("0"):
        national = digits[1:]
    elif digits.startswith(COUNTRY) and len(digits) >= 11:
        national = digits[2:].removeprefix("0")
    elif digits.startswith("8"):
        national = digits
    else:
        raise ValueError("Nomor harus dimulai dengan 0 atau +62, dengan kode daerahnya.")
    if _MOBILE.fullmatch(national) or _LANDLINE.fullmatch(national):
        return f"+{COUNTRY}{national}"
    if len(national) < 9:
        raise ValueError("Nomor ini terlalu pendek. Periksa apakah ada angka yang tertinggal.")
    if len(national) > 11:
        raise ValueError("Nomor ini terlalu panjang. Periksa apakah ada angka yang berlebih.")
    raise ValueError("Ini bukan nomor telepon atau HP Indonesia.")


def _digits(text: str) -> str:
    """The digits of what was typed, with "+" in front for an international number."""
    if len(text) > _TYPED_LIMIT:
        raise ValueError("Nomor ini terlalu panjang.")
    # Numbers copied from contacts carry direction marks, no-break hyphens and full-width digits.
    text = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    text = "".join("-" if unicodedata.category(c) == "Pd" else c for c in text).strip()
    digits = _BETWEEN.sub("", text)
    if not digits:
        raise ValueError("Nomor belum diisi.")
    if not re.fullmatch(r"\+?[0-9]+", digits):
        raise ValueError("Nomor hanya berisi angka, spasi, dan tanda hubung; satu nomor saja.")
    if digits.startswith("00"):
        return "+" + digits[2:]
    return digits


def _national(e164: str) -> str:
    match = _E164.fullmatch(e164 or "")
    return match[1] if match else ""


def is_mobile(e164: str) -> bool:
    """Whether the number is a mobile one, the only kind that can have WhatsApp."""
    return bool(_MOBILE.fullmatch(_national(e164)))


def display(e164: str) -> str:
    """The number as Indonesians read it aloud: "0812-3456-7890", "0743-21234". What is no E.164 stays as it is."""
    national = _national(e164)
    if not national:
        return e164
    size = 2 if national.startswith(_TWO_DIGIT_AREAS) else 3  # area code, or the operator's 812
    head, rest = national[:size], national[size:]
    if len(rest) <= 5:
        return f"0{head}-{rest}"
    half = len(rest) // 2
    return f"0{head}-{rest[:half]}-{rest[half:]}"


def tel_link(e164: str) -> str:
    """ "tel:+6281234567890"."""
    return f"tel:{e164}"


def whatsapp_link(e164: str, text: str = "") -> str:
    """ "https://wa.me/6281234567890?text=…". Raises ValueError for a landline, which has no WhatsApp."""
    if not is_mobile(e164):
        raise ValueError(f"WhatsApp memerlukan nomor HP, dan {display(e164)} bukan nomor HP.")
    link = f"https://wa.me/{e164.removeprefix('+')}"
    return f"{link}?text={quote(text, safe='')}" if text else link
