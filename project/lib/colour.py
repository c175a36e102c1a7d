"""Colours and their contrast (WCAG 2.2, "relative luminance" and "contrast ratio")."""

import re

PAPER = "#fbf8f2"  # the page behind links and headings, see the style sheet's --paper
WHITE = "#ffffff"  # the text on buttons and the header band
MINIMUM_CONTRAST = 7.0  # WCAG 1.4.6 (AAA): many readers are old, many screens stand in the sun

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def _luminance(colour: str) -> float:
    if not _HEX.fullmatch(colour):
        raise ValueError("Tulis warna sebagai tanda # dan enam angka atau huruf a–f, misalnya #7a1d2e.")
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours "#rrggbb": 1 (the same) to 21 (black on white). Raises ValueError."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def check_main_colour(colour: str) -> str:
    """The village's main colour in lower case, when text in it and white text on it can be read by everyone.

    Raises ValueError, in Indonesian words, for anything but "#rrggbb" and below 7:1 on paper or under white text.
    """
    weakest = min(contrast(colour, PAPER), contrast(colour, WHITE))
    if weakest < MINIMUM_CONTRAST:
        shown = f"{int(weakest * 10) / 10:.1f}".replace(
            ".", ","
        )  # cut, not rounded: 6,96 must not read as 7,0
        raise ValueError(
            f"Warna ini terlalu terang: kontrasnya {shown} banding 1, padahal perlu sedikitnya 7 banding 1 "
            "supaya tulisan mudah dibaca. Pilih warna yang lebih gelap."
        )
    return colour.lower()
