"""Drawn screens for the quizzes: messages as they come to a phone, a payment, and the signs at the top of a screen.

Drawn and not photographed, so that no real person, number or brand is in them.
"""

from collections.abc import Callable
from textwrap import wrap

from font_source_sans_pro import SourceSansPro, SourceSansProSemibold
from PIL import Image, ImageDraw, ImageFont

WIDTH = 640
INK, SOFT, PAPER, BUBBLE, LEAF, LINE = "#221c18", "#554a42", "#e9e2d6", "#ffffff", "#1d5747", "#d8ccba"
_LETTERS = 34  # of a line in a bubble
_LINE = 42


def _font(size: int, strong: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(SourceSansProSemibold if strong else SourceSansPro, size)


def message(sender: str, text: str, file: str = "") -> Image.Image:
    """A chat message; ``file`` is the name of what is attached to it."""
    lines = wrap(text, _LETTERS)
    height = 110 + _LINE * len(lines) + (90 if file else 0) + 40
    picture = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, 74), fill=LEAF)
    pen.ellipse((22, 13, 70, 61), fill=PAPER)
    pen.text((88, 37), sender, "white", _font(32, True), anchor="lm")
    y = 100
    pen.rounded_rectangle((24, y, WIDTH - 60, height - 24), 22, fill=BUBBLE, outline=LINE, width=2)
    y += 18
    for line in lines:
        pen.text((48, y), line, INK, _font(32))
        y += _LINE
    if file:
        pen.rounded_rectangle((44, y + 8, WIDTH - 84, y + 80), 12, fill=PAPER)
        pen.text((64, y + 44), file, INK, _font(30, True), anchor="lm")
    return picture


def payment(name: str, amount: str) -> Image.Image:
    """What a phone shows before one pays with QRIS."""
    picture = Image.new("RGB", (WIDTH, 400), BUBBLE)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, 74), fill=LEAF)
    pen.text((WIDTH / 2, 37), "Bayar", "white", _font(34, True), anchor="mm")
    for y, label, value in ((110, "Kepada", name), (210, "Jumlah", amount)):
        pen.text((40, y), label, SOFT, _font(28))
        pen.text((40, y + 34), value, INK, _font(40, True))
    pen.rounded_rectangle((40, 318, WIDTH - 40, 380), 14, fill=LEAF)
    pen.text((WIDTH / 2, 349), "Lanjut", "white", _font(32, True), anchor="mm")
    return picture


def _sign(draw: Callable[[ImageDraw.ImageDraw], None]) -> Image.Image:
    picture = Image.new("RGB", (320, 320), BUBBLE)
    draw(ImageDraw.Draw(picture))
    return picture


def wifi() -> Image.Image:
    def draw(pen):
        for radius in (130, 90, 50):
            pen.arc((160 - radius, 220 - radius, 160 + radius, 220 + radius), 225, 315, INK, 18)
        pen.ellipse((144, 204, 176, 236), fill=INK)

    return _sign(draw)


def battery() -> Image.Image:
    def draw(pen):
        pen.rounded_rectangle((50, 100, 250, 220), 16, outline=INK, width=14)
        pen.rectangle((252, 138, 274, 182), fill=INK)
        pen.rectangle((74, 124, 130, 196), fill=INK)

    return _sign(draw)


def sound() -> Image.Image:
    def draw(pen):
        pen.polygon([(60, 130), (110, 130), (170, 80), (170, 240), (110, 190), (60, 190)], fill=INK)
        for radius in (50, 90):
            pen.arc((170 - radius, 160 - radius, 170 + radius, 160 + radius), 315, 45, INK, 16)

    return _sign(draw)
