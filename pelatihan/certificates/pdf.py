"""Draws a certificate: one A4 sheet, lying, that a village hangs on a wall.

The same facts always give the same bytes: the creation date is the day of issue, and nothing is random. All of it is
drawn with lines and letters, so it is sharp on any printer; nothing stands within 9 mm of the edge, where many print
nothing.
"""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import segno
from font_source_sans_pro import SourceSansPro, SourceSansProBold, SourceSansProSemibold
from fpdf import FPDF
from PIL import Image

FONT = "Source"
INK, SOFT, GOLD, PALE_GOLD = (34, 28, 24), (91, 80, 72), (185, 138, 47), (232, 199, 122)
WIDE, HIGH = 297.0, 210.0
CENTRE = WIDE / 2
EDGE = 9.0  # from the edge of the paper to the frame
BAND = 8.0  # its width
MARGIN = 34.0  # from the edge of the paper to the longest line
POINT = 25.4 / 72  # mm

LOGO = 21.0
QR = 27.0
QUIET_ZONE = 4  # modules of white around the code (ISO/IEC 18004)


@dataclass(frozen=True)
class Signature:
    place: str  # "Tebing Tinggi, 27 November 2026"
    office: str
    name: str


@dataclass(frozen=True)
class Sheet:
    """What stands on it, in the words in which it stands there."""

    village: str
    place: str
    colour: str  # "#rrggbb"
    title: str
    number: str
    name: str
    lead: str  # the line above the name of the programme
    programme: str
    details: tuple[str, ...]  # the lines below it
    signature: Signature
    address: str  # where the QR leads
    check_at: str  # where the code is typed, and the code, for whoever has no camera
    code: str
    issued_at: datetime
    mark: str = ""  # across an example


def draw(sheet: Sheet, logo: Image.Image | None = None) -> bytes:
    return draw_all([sheet], logo, f"{sheet.title} {sheet.number}")


def draw_all(sheets: Sequence[Sheet], logo: Image.Image | None, title: str) -> bytes:
    """One file to print for many; the letters and the logo are in it once."""
    paper = _Paper(title, sheets[0].village, max(sheet.issued_at for sheet in sheets))
    for sheet in sheets:
        paper.put(sheet, logo)
    return bytes(paper.output())


class _Paper(FPDF):
    def __init__(self, title: str, author: str, created: datetime):
        super().__init__(orientation="L", format="A4")
        self.set_creation_date(created)
        self.set_title(title)
        self.set_author(author)
        self.set_lang("id")
        self.set_auto_page_break(False)
        self.set_margin(0)
        for style, path in (("", SourceSansPro), ("B", SourceSansProBold), ("I", SourceSansProSemibold)):
            # The form of the same typeface that every printer and reader takes.
            self.add_font(FONT, style, Path(path).with_suffix(".ttf"))

    def put(self, sheet: Sheet, logo: Image.Image | None) -> None:
        self.main = tuple(int(sheet.colour[start : start + 2], 16) for start in (1, 3, 5))
        self.add_page()
        if sheet.mark:
            self._mark(sheet.mark)
        self.put_frame()
        y = self.put_head(sheet, logo)
        y = self.put_title(sheet, y)
        y = self.put_person(sheet.name, y)
        self.put_programme(sheet, y)
        self.put_check(sheet)
        self.put_signature(sheet.signature)

    # Letters

    def readable(self, text: str) -> str:
        """On one line and without what the typeface has no sign for: it would stand there as a box. An accent that it
        lacks leaves the letter."""
        self.set_font(FONT, "", 12)
        known = self.current_font.cmap
        letters = []
        for letter in " ".join(text.split()):
            if ord(letter) in known:
                letters.append(letter)
            else:
                bare = unicodedata.normalize("NFKD", letter)
                letters += [part for part in bare if ord(part) in known and not unicodedata.combining(part)]
        return " ".join("".join(letters).split())

    def centred(
        self, text: str, y: float, size: float, style: str = "", colour=INK, spacing: float = 0
    ) -> None:
        """One line around the middle; `y` is where its letters stand."""
        self.set_font(FONT, style, size)
        self.set_text_color(*colour)
        self.set_char_spacing(spacing)
        self.text(CENTRE - self.get_string_width(text) / 2, y, text)
        self.set_char_spacing(0)

    def fitted(self, text: str, sizes: range, lines: int, style: str) -> tuple[list[str], int]:
        """The text in the largest of these sizes in which it takes at most so many lines, and that size."""
        text = self.readable(text)
        for size in sizes:
            self.set_font(FONT, style, size)
            found = list(self._wrapped(text))
            if len(found) <= lines:
                break
        if len(found) == 2:
            found = self._balanced(text, found)
        return found, size

    def _wrapped(self, text: str) -> Iterator[str]:
        """Lines of whole words; a word that is wider than a line is broken."""
        room = WIDE - 2 * MARGIN
        line = ""
        for word in text.split(" "):
            together = f"{line} {word}".strip()
            if self.get_string_width(together) <= room:
                line = together
                continue
            if line:
                yield line
            while self.get_string_width(word) > room:
                length = max(
                    1, next(n for n in range(len(word), 0, -1) if self.get_string_width(word[:n]) <= room)
                )
                yield word[:length]
                word = word[length:]
            line = word
        yield line

    def _balanced(self, text: str, lines: list[str]) -> list[str]:
        """Two lines of about one length, rather than a long one over a single word."""
        if " ".join(lines) != text:  # a word was broken
            return lines
        room = WIDE - 2 * MARGIN
        words = text.split(" ")
        pairs = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
        fitting = [pair for pair in pairs if max(map(self.get_string_width, pair)) <= room]
        return list(min(fitting, key=lambda pair: max(map(self.get_string_width, pair))))

    # Parts, from above

    def put_head(self, sheet: Sheet, logo: Image.Image | None) -> float:
        top = EDGE + BAND + 7.5
        self._emblem(logo, top)
        y = top + LOGO + 6.5
        self.centred(self.readable(sheet.village).upper(), y, 12.5, "B", spacing=1.4)
        if sheet.place:
            y += 5.2
            self.centred(self.readable(sheet.place), y, 10.5, colour=SOFT)
        return y

    def put_title(self, sheet: Sheet, y: float) -> float:
        y += 16
        self.centred(sheet.title.upper(), y, 29, "B", self.main, spacing=3.2)
        y += 7
        self.centred(f"Nomor {sheet.number}", y, 11, colour=SOFT, spacing=0.3)
        return y

    def put_person(self, name: str, y: float) -> float:
        """The name is as large as it can be; one of 200 letters takes two lines."""
        self.centred("diberikan kepada", y + 9.5, 12.5, colour=SOFT)
        lines, size = self.fitted(name, range(42, 21, -1), 1, "I")
        if len(lines) > 1:
            lines, size = self.fitted(name, range(23, 5, -1), 2, "I")
        y += 9.5
        height = size * POINT
        block = height * (1 + 1.08 * (len(lines) - 1))
        y += (20 - block) / 2 + 1.2
        for place, line in enumerate(lines):
            self.centred(line, y + height * (0.78 + 1.08 * place), size, "I")
        y += block + (20 - block) / 2 + 1.2
        self._rule(y)
        return y

    def put_programme(self, sheet: Sheet, y: float) -> None:
        y += 8.5
        self.centred(sheet.lead, y, 12.5)
        lines, size = self.fitted(sheet.programme, range(19, 11, -1), 2, "B")
        for line in lines:
            y += size * POINT * 1.22
            self.centred(line, y, size, "B", self.main)
        y += 1.4
        for details in sheet.details:
            lines, size = self.fitted(details, range(12, 5, -1), 1, "")
            for line in lines:
                y += 5.8
                self.centred(line, y, size)

    def put_check(self, sheet: Sheet) -> None:
        """Below on the left: how somebody finds out whether this paper is genuine."""
        left, bottom = EDGE + BAND + 6.5, HIGH - EDGE - BAND - 5
        self._qr(sheet.address, left, bottom - QR)
        left += QR + 2.5
        self.set_text_color(*SOFT)
        self.set_font(FONT, "B", 9.5)
        self.text(left, bottom - 13.6, "Periksa keasliannya")
        self.set_font(FONT, "", 9)
        self.text(left, bottom - 9.4, sheet.check_at)
        self.set_text_color(*INK)
        self.set_font(FONT, "I", 9.5)
        self.text(left, bottom - 5, sheet.code)

    def put_signature(self, signature: Signature) -> None:
        """Below on the right, with room for a hand and a stamp."""
        middle, bottom = WIDE - EDGE - BAND - 6.5 - 34, HIGH - EDGE - BAND - 6
        room = 68.0
        lines = (
            (signature.place, bottom - 31.5, "", 10.5, INK),
            (f"{signature.office},", bottom - 26.3, "", 10.5, INK),
            (signature.name, bottom - 1, "B", 11.5, INK),
        )
        for text, y, style, size, colour in lines:
            words = self.readable(text)
            while size > 5:
                self.set_font(FONT, style, size)
                if self.get_string_width(words) <= room:
                    break
                size -= 0.5
            self.set_text_color(*colour)
            self.text(middle - self.get_string_width(words) / 2, y, words)
        self.set_draw_color(*SOFT)
        self.set_line_width(0.25)
        self.line(middle - room / 2 + 4, bottom + 0.6, middle + room / 2 - 4, bottom + 0.6)

    # Shapes

    def put_frame(self) -> None:
        """A band of batik: rhombus and seed, as over every page of the site (components/motif.html)."""
        inner = EDGE + BAND
        self.set_fill_color(*self.main)
        for box in (
            (EDGE, EDGE, WIDE - 2 * EDGE, BAND),
            (EDGE, HIGH - inner, WIDE - 2 * EDGE, BAND),
            (EDGE, inner, BAND, HIGH - 2 * inner),
            (WIDE - inner, inner, BAND, HIGH - 2 * inner),
        ):
            self.rect(*box, style="F")
        self._row(inner, WIDE - inner, EDGE + BAND / 2, upright=False)
        self._row(inner, WIDE - inner, HIGH - EDGE - BAND / 2, upright=False)
        self._row(inner, HIGH - inner, EDGE + BAND / 2, upright=True)
        self._row(inner, HIGH - inner, WIDE - EDGE - BAND / 2, upright=True)
        for x in (EDGE + BAND / 2, WIDE - EDGE - BAND / 2):
            for y in (EDGE + BAND / 2, HIGH - EDGE - BAND / 2):
                self._flower(x, y)
        self.set_draw_color(*GOLD)
        self.set_line_width(0.35)
        gap = inner + 1.6
        self.rect(gap, gap, WIDE - 2 * gap, HIGH - 2 * gap)

    def _row(self, start: float, end: float, across: float, *, upright: bool) -> None:
        count = round((end - start) / (BAND * 1.5))
        step = (end - start) / count
        for place in range(count):
            self._rhombus(start + step * (place + 0.5), across, step, upright)
        for place in range(count + 1):
            along = start + step * place
            for side in (-1, 1):
                self._dot(along, across + side * BAND * 0.34, 0.42, upright)

    def _rhombus(self, along: float, across: float, step: float, upright: bool) -> None:
        self.set_draw_color(*PALE_GOLD)
        for wide, high, stroke in ((0.5, 0.43, 0.32), (0.29, 0.25, 0.18)):
            corners = ((-wide * step, 0), (0, -high * BAND), (wide * step, 0), (0, high * BAND))
            self.set_line_width(stroke)
            self.polygon([self._at(along + x, across + y, upright) for x, y in corners])
        seed = (
            (0, -1.35),
            (0.62, -0.7),
            (0.9, 0),
            (0.62, 0.7),
            (0, 1.35),
            (-0.62, 0.7),
            (-0.9, 0),
            (-0.62, -0.7),
        )
        self.set_fill_color(*PALE_GOLD)
        self.polygon([self._at(along + x * 0.75, across + y * 0.75, upright) for x, y in seed], style="F")

    @staticmethod
    def _at(along: float, across: float, upright: bool) -> tuple[float, float]:
        return (across, along) if upright else (along, across)

    def _dot(self, along: float, across: float, radius: float, upright: bool) -> None:
        x, y = self._at(along, across, upright)
        self.set_fill_color(*PALE_GOLD)
        self.ellipse(x - radius, y - radius, 2 * radius, 2 * radius, style="F")

    def _flower(self, x: float, y: float) -> None:
        """In the corners: four seeds around a dot, as in kawung."""
        self.set_fill_color(*self.main)
        self.rect(x - BAND / 2, y - BAND / 2, BAND, BAND, style="F")
        self.set_draw_color(*PALE_GOLD)
        self.set_line_width(0.3)
        self.rect(x - BAND / 2 + 0.7, y - BAND / 2 + 0.7, BAND - 1.4, BAND - 1.4)
        self.set_fill_color(*PALE_GOLD)
        for down, right in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
            with self.rotation(45 * down * right, x + right * 1.45, y + down * 1.45):
                self.ellipse(x + right * 1.45 - 0.62, y + down * 1.45 - 1.45, 1.24, 2.9, style="F")
        self.ellipse(x - 0.45, y - 0.45, 0.9, 0.9, style="F")

    def _rule(self, y: float) -> None:
        """A hairline with the seed in its middle."""
        self.set_draw_color(*GOLD)
        self.set_line_width(0.35)
        for side in (-1, 1):
            self.line(CENTRE + side * 4.5, y, CENTRE + side * 62, y)
        self.set_fill_color(*GOLD)
        self.polygon([(CENTRE - 2.6, y), (CENTRE, y - 1.3), (CENTRE + 2.6, y), (CENTRE, y + 1.3)], style="F")

    def _emblem(self, logo: Image.Image | None, top: float) -> None:
        picture = _visible(logo)
        if picture is None:
            self._crest(top)
            return
        scale = min(LOGO / picture.height, 3 * LOGO / picture.width)
        wide, high = picture.width * scale, picture.height * scale
        file = io.BytesIO()
        picture.save(file, "PNG")
        self.image(file, CENTRE - wide / 2, top + (LOGO - high) / 2, wide, high)

    def _crest(self, top: float) -> None:
        """The house on stilts of the site's own crest (components/crest.html), on a grid of 48."""
        scale = LOGO / 46
        left = CENTRE - 24 * scale

        def placed(points) -> list[tuple[float, float]]:
            return [(left + x * scale, top + (y - 1.5) * scale) for x, y in points]

        shield = [(24, 2), (44, 8.5), *_curve((44, 22.5), (44, 34), (36, 42), (24, 46))]
        shield += [*_curve((24, 46), (12, 42), (4, 34), (4, 22.5)), (4, 8.5)]
        self.set_fill_color(*self.main)
        self.polygon(placed(shield), style="F")
        roof = [
            *_curve((9, 20), (15, 19), (20, 15.5), (24, 9.5)),
            *_curve((24, 9.5), (28, 15.5), (33, 19), (39, 20)),
        ]
        self.set_fill_color(255, 255, 255)
        self.polygon(placed([*roof, (35.5, 21.5), (35.5, 26.5), (12.5, 26.5), (12.5, 21.5)]), style="F")
        self.set_fill_color(*self.main)
        self.polygon(placed([(21, 21.5), (27, 21.5), (27, 26.5), (21, 26.5)]), style="F")
        self.set_draw_color(255, 255, 255)
        self.set_line_width(1.8 * scale)
        for x in (15, 24, 33):
            self.polyline(placed([(x, 26.5), (x, 31.5)]))
        self.set_draw_color(*PALE_GOLD)
        self.set_line_width(1.7 * scale)
        for start, wide, y in ((10.5, 9, 34), (15, 6, 39)):
            wave = []
            for place in range(3):
                x, lift = start + place * wide, (-2.2 if place % 2 == 0 else 2.2)
                wave += _curve((x, y), (x + wide / 3, y + lift), (x + 2 * wide / 3, y + lift), (x + wide, y))
            self.polyline(placed(wave))

    def _qr(self, address: str, x: float, y: float) -> None:
        """One rectangle for each run of dark modules in a row."""
        code = segno.make(address, error="m", micro=False)
        size = QR / code.symbol_size(border=QUIET_ZONE)[0]
        self.set_fill_color(0, 0, 0)
        for row, modules in enumerate(code.matrix, QUIET_ZONE):
            start = None
            for column, dark in enumerate([*modules, 0], QUIET_ZONE):
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    # A hair more than its size: else some readers of PDF show white lines between the rows.
                    self.rect(
                        x + start * size, y + row * size, (column - start) * size, size * 1.02, style="F"
                    )
                    start = None

    def _mark(self, words: str) -> None:
        """Across the sheet, below everything."""
        with self.rotation(28, CENTRE, HIGH / 2):
            self.set_font(FONT, "B", 130)
            self.set_text_color(246, 241, 232)
            self.text(CENTRE - self.get_string_width(words) / 2, HIGH / 2 + 16, words)


def _visible(logo: Image.Image | None) -> Image.Image | None:
    """The logo without its empty margin, no larger than a printer shows. None where there is nothing to see."""
    if logo is None:
        return None
    picture = logo.convert("RGBA")
    seen = picture.getbbox()
    if seen is None:
        return None
    picture = picture.crop(seen)
    picture.thumbnail((700, 700), Image.Resampling.LANCZOS)
    return picture


def _curve(start, first, second, end, steps: int = 14) -> list[tuple[float, float]]:
    """Points of a cubic Bézier curve."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        corners = (start, first, second, end)
        points.append(
            tuple(
                sum(w * corner[axis] for w, corner in zip(weights, corners, strict=True)) for axis in (0, 1)
            )
        )
    return points
