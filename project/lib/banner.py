"""Draws the picture that a shared link shows when its page has none: emblem, name and place on the village's colour.

Centred, since some messengers cut a square out of the middle. Whatever the name and the emblem are, something that
looks cared for comes out; the typeface is the open one of the package font-source-sans-pro.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from font_source_sans_pro import SourceSansPro, SourceSansProSemibold
from PIL import Image, ImageDraw, ImageFont

from project.lib.words import clean_query

SIZE = (1200, 630)  # px: what messengers and social networks show whole
PAPER = "#fbf8f2"
SAND = "#f5eddf"
GOLD = "#e8c77a"

_TEXT_WIDTH = 1040
_FINER = 4  # shapes are drawn so many times larger and then reduced, which smooths their edges
_BAND = 50  # height of the batik above and below
_GAP = 22
_EMBLEM = 196
_LOGO = 132  # the largest square within the emblem's disc, with some air
# Sizes of the letters that are tried, the largest first, each with the lines that it may take.
_NAME = (*((size, 1) for size in range(84, 67, -4)), (66, 2), (60, 2), (54, 2), (48, 3), (42, 3))
_PLACE = ((38, 1), (34, 1), (30, 2), (26, 2))

Font = ImageFont.FreeTypeFont
Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    text: str
    font: Font


def draw(name: str, place: str, colour: str, logo: Image.Image | None = None) -> Image.Image:
    """The picture. `colour` is "#rrggbb", dark enough for white text; `logo` may be transparent and of any size."""
    picture = Image.new("RGB", SIZE, colour)
    band = _band(colour)
    picture.paste(band, (0, 0))
    picture.paste(band, (0, SIZE[1] - _BAND))
    blocks = [
        (_fitted(name, SourceSansProSemibold, _NAME), "white"),
        (_fitted(place, SourceSansPro, _PLACE), SAND),
    ]
    height = _EMBLEM + sum(_GAP + sum(map(_line_height, lines)) for lines, _ in blocks if lines)
    y = (SIZE[1] - height) // 2
    emblem = _emblem(colour, logo)
    picture.paste(emblem, ((SIZE[0] - _EMBLEM) // 2, y), emblem)
    y += _EMBLEM
    pen = ImageDraw.Draw(picture)
    for lines, fill in blocks:
        y += _GAP
        for line in lines:
            pen.text((SIZE[0] / 2, y), line.text, fill, line.font, anchor="ma")
            y += _line_height(line)
    return picture


# --- Text ------------------------------------------------------------------------------------------------------------


def _fitted(text: str, path: str, sizes: tuple[tuple[int, int], ...]) -> list[Line]:
    """The text in the largest size that takes few enough lines; what is longer even then ends with "…"."""
    text = _readable(text, _font(path, sizes[0][0]))
    if not text:
        return []
    for size, most in sizes:
        font = _font(path, size)
        lines = list(_wrapped(text, font))
        if len(lines) <= most:
            break
    else:
        lines = lines[:most]
        lines[-1] = _cut(f"{lines[-1]}…", font)
    return [Line(line, font) for line in lines]


def _font(path: str, size: int) -> Font:
    # The simple layout is in every Pillow, and has no script to fail on.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _readable(text: str, font: Font) -> str:
    """On one line and without the characters that the typeface has not: they would stand there as boxes."""
    box = bytes(font.getmask("\U0010ffff"))
    visible = clean_query(text, len(text))
    return " ".join("".join(letter for letter in visible if bytes(font.getmask(letter)) != box).split())


def _wrapped(text: str, font: Font) -> Iterator[str]:
    """Lines of whole words; a word that is wider than a line is broken."""
    line = ""
    for word in text.split(" "):
        together = f"{line} {word}".strip()
        if font.getlength(together) <= _TEXT_WIDTH:
            line = together
            continue
        if line:
            yield line
        while font.getlength(word) > _TEXT_WIDTH:
            length = next(end for end in range(len(word), 0, -1) if font.getlength(word[:end]) <= _TEXT_WIDTH)
            yield word[:length]
            word = word[length:]
        line = word
    yield line


def _cut(line: str, font: Font) -> str:
    while font.getlength(line) > _TEXT_WIDTH:
        line = f"{line[:-2]}…"
    return line


def _line_height(line: Line) -> int:
    return round(line.font.size * 1.15)


# --- Shapes ----------------------------------------------------------------------------------------------------------


def _drawn(
    size: tuple[int, int], ground: str | tuple, paint: Callable[[ImageDraw.ImageDraw], None]
) -> Image.Image:
    """A small picture with smooth edges; `paint` draws on a sheet that is `_FINER` times as large."""
    sheet = Image.new("RGBA", (size[0] * _FINER, size[1] * _FINER), ground)
    paint(ImageDraw.Draw(sheet))
    return sheet.resize(size, Image.Resampling.LANCZOS)


def _band(colour: str) -> Image.Image:
    """The band of batik that stands over every page: rhombus and seed (components/motif.html)."""
    tile_width = 3 * _BAND
    scale = _BAND * _FINER / 16

    def paint(pen: ImageDraw.ImageDraw) -> None:
        for x in (12, 36):
            for wide, high, stroke in ((12, 7, 1.2), (7, 4, 0.6)):
                corners = [
                    (x - wide, 8),
                    (x, 8 - high),
                    (x + wide, 8),
                    (x, 8 + high),
                    (x - wide, 8),
                    (x, 8 - high),
                ]
                pen.line(_scaled(corners, scale), GOLD, round(stroke * scale), joint="curve")
            pen.ellipse(_scaled([(x - 1.9, 5.2), (x + 1.9, 10.8)], scale), GOLD)
        for x in (0, 24, 48):
            for y in (2.5, 13.5):
                pen.ellipse(_scaled([(x - 1.1, y - 1.1), (x + 1.1, y + 1.1)], scale), GOLD)

    tile = _drawn((tile_width, _BAND), colour, paint).convert("RGB")
    band = Image.new("RGB", (SIZE[0], _BAND))
    for left in range(0, SIZE[0], tile_width):
        band.paste(tile, (left, 0))
    return band


def _emblem(colour: str, logo: Image.Image | None) -> Image.Image:
    """A disc of paper with the logo on it, so that a dark or transparent one is seen on any colour; or else the house
    on stilts of the site's own crest (components/crest.html)."""
    mark = _mark(logo)

    def paint(pen: ImageDraw.ImageDraw) -> None:
        edge, rim = _EMBLEM * _FINER, 5 * _FINER
        pen.ellipse((0, 0, edge - 1, edge - 1), GOLD)
        pen.ellipse((rim, rim, edge - rim - 1, edge - rim - 1), PAPER)
        if mark is None:
            _crest(pen, colour)

    disc = _drawn((_EMBLEM, _EMBLEM), (0, 0, 0, 0), paint)
    if mark is not None:
        disc.alpha_composite(mark, tuple((_EMBLEM - side) // 2 for side in mark.size))
    return disc


def _mark(logo: Image.Image | None) -> Image.Image | None:
    """The logo without its empty margin, in the size of the disc. None where there is nothing to see."""
    if logo is None:
        return None
    picture = logo.convert("RGBA")
    seen = picture.getbbox()
    if seen is None:
        return None
    picture = picture.crop(seen)
    scale = _LOGO / max(picture.size)
    return picture.resize([max(1, round(side * scale)) for side in picture.size], Image.Resampling.LANCZOS)


def _crest(pen: ImageDraw.ImageDraw, colour: str) -> None:
    scale = _LOGO * _FINER / 48
    inset = (_EMBLEM - _LOGO) * _FINER / 2

    def placed(points: list[Point]) -> list[Point]:
        return [(x * scale + inset, y * scale + inset) for x, y in points]

    shield = [(24, 2), (44, 8.5), *_curve((44, 22.5), (44, 34), (36, 42), (24, 46))]
    pen.polygon(placed([*shield, *_curve((24, 46), (12, 42), (4, 34), (4, 22.5)), (4, 8.5)]), colour)
    roof = [
        *_curve((9, 20), (15, 19), (20, 15.5), (24, 9.5)),
        *_curve((24, 9.5), (28, 15.5), (33, 19), (39, 20)),
    ]
    pen.polygon(placed([*roof, (35.5, 21.5), (35.5, 26.5), (12.5, 26.5), (12.5, 21.5)]), PAPER)
    pen.rectangle(placed([(21, 21.5), (27, 26.5)]), colour)
    for x in (15, 24, 33):
        pen.line(placed([(x, 26.5), (x, 32)]), PAPER, round(1.8 * scale))
    for y, left, right in ((34, 10.5, 37.5), (39, 15, 33)):
        wave = [
            (left + step / 4, y + 1.1 * math.sin((left + step / 4) * 0.7))
            for step in range(int(right - left) * 4)
        ]
        pen.line(placed(wave), GOLD, round(1.6 * scale), joint="curve")


def _curve(start: Point, first: Point, second: Point, end: Point, steps: int = 16) -> list[Point]:
    """Points of a cubic Bézier curve."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        points.append(
            tuple(
                sum(
                    weight * point[axis]
                    for weight, point in zip(weights, (start, first, second, end), strict=True)
                )
                for axis in (0, 1)
            )
        )
    return points


def _scaled(points: list[Point], scale: float) -> list[Point]:
    return [(x * scale, y * scale) for x, y in points]
