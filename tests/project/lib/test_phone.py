"""Telephone numbers: typed in many ways, one number; what is no Indonesian number is refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project.lib import phone

MOBILE = "+6281234567890"
mobile_numbers = st.from_regex(r"\A\+628[1-35-9][0-9]{7,10}\Z")
landline_numbers = st.from_regex(r"\A\+62[2-79][0-9]{7,10}\Z")


@pytest.mark.parametrize(
    ("typed", "e164"),
    [
        # The tried-out rows.
        ("0812 3456 7890", MOBILE),
        ("+62 812-3456-7890", MOBILE),
        ("62812345678", "+62812345678"),  # the usual library reads a landline +62 62812345678
        ("+62 0812 3456 7890", MOBILE),
        # As people type and paste it.
        ("6281234567890", MOBILE),
        ("62081234567890", MOBILE),
        ("+62 (0)812 3456 7890", MOBILE),
        ("006281234567890", MOBILE),
        ("081234567890", MOBILE),
        ("0812.3456.7890", MOBILE),
        ("81234567890", MOBILE),
        ("\u202a+62\u00a0812\u20113456\u20117890\u202c", MOBILE),  # copied from a contact
        ("０８１２３４５６７８９０", MOBILE),
        ("0811234567", "+62811234567"),
        # Landlines.
        ("0743-21234", "+6274321234"),
        ("(0743) 21234", "+6274321234"),
        ("021-34567890", "+622134567890"),
        ("0628-21234", "+6262821234"),  # an area code that begins like the country's
    ],
)
def test_one_number_however_it_is_typed(typed, e164):
    assert phone.normalise(typed) == e164


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "belum diisi"),
        (" - ", "belum diisi"),
        ("+", "hanya berisi angka"),
        ("0812", "terlalu pendek"),
        ("0743-212", "terlalu pendek"),
        ("0812345678901234", "terlalu panjang"),
        ("0" + "8" * 10_000, "terlalu panjang"),
        ("+60 12-345 6789", "bukan nomor Indonesia"),
        ("+1 202 555 0100", "bukan nomor Indonesia"),
        ("21234", "kode daerahnya"),
        ("12345678", "kode daerahnya"),
        ("+62", "terlalu pendek"),
        ("+62 180 000 0000", "bukan nomor telepon atau HP"),
        ("0840 1234 567", "bukan nomor telepon atau HP"),
        ("0812 3456 7890 / 0813 1111 2222", "terlalu panjang"),
        ("0812-3456-7890 (Ibu Sari)", "hanya berisi angka"),
        ("nol delapan", "hanya berisi angka"),
        ("0812+34567890", "hanya berisi angka"),
        ("١٢٣٤٥٦٧٨٩٠", "hanya berisi angka"),
    ],
)
def test_what_is_no_indonesian_number_is_refused_in_words(typed, reason):
    with pytest.raises(ValueError, match=reason):
        phone.normalise(typed)


@pytest.mark.parametrize(
    ("e164", "shown"),
    [
        ("+6281234567890", "0812-3456-7890"),
        ("+62812345678901", "0812-3456-78901"),
        ("+62811234567", "0811-234-567"),
        ("+628112345678", "0811-234-5678"),
        ("+6274321234", "0743-21234"),
        ("+62741123456", "0741-123-456"),
        ("+627417551234", "0741-755-1234"),
        ("+622134567890", "021-3456-7890"),
        ("", ""),
        ("bukan nomor", "bukan nomor"),
    ],
)
def test_numbers_are_shown_in_groups(e164, shown):
    assert phone.display(e164) == shown


@given(mobile_numbers | landline_numbers)
def test_what_is_shown_can_be_typed_back(e164):
    assert phone.normalise(phone.display(e164)) == e164
    assert phone.normalise(e164) == e164


@given(st.text(max_size=70))
def test_any_text_is_a_number_or_a_refusal(text):
    try:
        e164 = phone.normalise(text)
    except ValueError:
        return
    assert phone.normalise(e164) == e164


def test_only_mobile_numbers_have_whatsapp():
    assert phone.is_mobile(MOBILE)
    assert not phone.is_mobile("+6274321234")
    with pytest.raises(ValueError, match="nomor HP"):
        phone.whatsapp_link("+6274321234")


def test_the_whatsapp_link_has_digits_only_and_encoded_text():
    assert phone.whatsapp_link(MOBILE) == "https://wa.me/6281234567890"
    assert phone.whatsapp_link(MOBILE, "Syarat KK & akta?/ya") == (
        "https://wa.me/6281234567890?text=Syarat%20KK%20%26%20akta%3F%2Fya"
    )


def test_the_telephone_link_is_international():
    assert phone.tel_link(MOBILE) == "tel:+6281234567890"
