"""A shared page says what it is and where it stands."""

from urllib.parse import unquote

from project.lib import sharing


def test_a_message_holds_name_words_and_address():
    assert sharing.message("Posyandu", "Kamis pagi.", "https://desa.example/a/") == (
        "*Posyandu*\nKamis pagi.\n\nSelengkapnya: https://desa.example/a/"
    )


def test_a_message_without_words_has_no_empty_line_more():
    assert sharing.message("Posyandu", "", "https://desa.example/a/") == (
        "*Posyandu*\n\nSelengkapnya: https://desa.example/a/"
    )


def test_the_link_carries_the_whole_message():
    text = "*A & B*\nLubang #2 = 50 %?\n\nSelengkapnya: https://desa.example/a/?b=c"
    address, _, carried = sharing.whatsapp(text).partition("?text=")
    assert address == "https://wa.me/"
    assert unquote(carried) == text
    assert not set("&#= \n") & set(carried)
