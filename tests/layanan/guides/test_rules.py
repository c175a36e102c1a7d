"""Words of a service guide."""

from decimal import Decimal

from layanan.guides.rules import cost_text, duration_text, share_text


def test_free_is_a_word():
    assert cost_text(True, None) == "Gratis"


def test_a_price_is_printed_in_rupiah():
    assert cost_text(False, Decimal("15000")) == "Rp15.000,00"


def test_a_duration_has_number_and_unit():
    assert duration_text(1, "hari kerja") == "1 hari kerja"


def test_no_duration_is_no_text():
    assert duration_text(None, "hari kerja") == ""


def test_the_whatsapp_message_says_what_to_bring_and_where_the_rest_is():
    assert share_text("Kartu keluarga", ["KK lama", "Buku nikah"], "https://desa.example/layanan/kk/") == (
        "*Kartu keluarga*\nYang dibawa:\n- KK lama\n- Buku nikah\n\nSelengkapnya: https://desa.example/layanan/kk/"
    )
