"""A long text in parts, each light enough for one page, and its table of contents.

Parts end before a BAB where that is near, else before a Pasal; within a unit only where it is longer than a part.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.utils.html import escape

from layanan.regulations.text_parser import Kind, LawText, Paragraph, Style, Unit, parse

# Bytes of HTML. With the frame of a page (about 27,000) and the contents below 60,000, and compressed below 12,000.
WHOLE_BYTES = 20_000  # a text that stands on the regulation's own page
PART_BYTES = 16_000
CONTENTS_BYTES = 12_000
TAG_BYTES = 70  # around each paragraph and heading, more than is there
LINK_BYTES = 80  # of a line of the contents, with an address of usual length
PIECE_LETTERS = PART_BYTES // 8  # of a paragraph longer than a part; a letter has at most six bytes
NEAR_END = 0.6  # of a part: a BAB that begins behind this begins the next part
TITLE_LETTERS = 80  # of a title in the contents
PARTS_SHOWN = 3  # on each side of the present one, where there are too many to name


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit as one part has it: all of it, its beginning, or what goes on."""

    unit: Unit
    paragraphs: tuple[Paragraph, ...]
    goes_on: bool = False

    @property
    def tag(self) -> str:
        return tag(self.unit)


@dataclass(frozen=True, slots=True)
class Part:
    """`above` are the headings that what comes first here stands under."""

    number: int
    pieces: tuple[Piece, ...]
    above: tuple[Unit, ...] = ()

    @property
    def name(self) -> str:
        """ "Pasal 5 – Pasal 14" """
        return _span([piece.unit.full_name for piece in self.pieces])

    @property
    def headings_above(self) -> list[tuple[str, Unit]]:
        return [(tag(unit), unit) for unit in self.above]


def _span(names: Sequence[str]) -> str:
    return names[0] if names[0] == names[-1] else f"{names[0]} – {names[-1]}"


def tag(unit: Unit) -> str:
    """The text stands below a heading of the second level, and HTML has six."""
    return f"h{min(3 + unit.level, 6)}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: a heading and the Pasal beneath it, each with the number of its part; `covers` names
    them in short where they are left out. Without a unit: Pasal that stand under none."""

    unit: Unit | None
    part: int
    inner: tuple[tuple[Unit, int], ...]
    covers: str = ""

    @property
    def title(self) -> str:
        return shortened(self.unit.title)


def shortened(title: str) -> str:
    return title if len(title) <= TITLE_LETTERS else f"{title[: TITLE_LETTERS - 1]}…"


@dataclass(frozen=True)
class DividedText:
    law: LawText
    parts: tuple[Part, ...]
    place: dict[str, int]  # the number of the part in which an anchor stands

    @property
    def is_whole(self) -> bool:
        return len(self.parts) == 1

    def part(self, number: str) -> Part:
        """The part of that number; the first where it is none, the last where there are fewer."""
        asked = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
        return self.parts[min(max(asked, 1), len(self.parts)) - 1]

    def near(self, part: Part) -> list[Part | None]:
        """All parts; of very many the first, the last and those around, None for a gap."""
        if sum(len(one.name) + TAG_BYTES for one in self.parts) <= CONTENTS_BYTES:
            return list(self.parts)
        shown = {1, len(self.parts), *range(part.number - PARTS_SHOWN, part.number + PARTS_SHOWN + 1)}
        found: list[Part | None] = []
        for one in self.parts:
            if one.number in shown:
                found.append(one)
            elif found[-1] is not None:
                found.append(None)
        return found

    @cached_property
    def contents(self) -> list[Entry]:
        """All headings with their Pasal; only the outer ones where all are too many, none where those are too."""
        entries = list(_entries(self.law.units, self.place))
        for shown in (entries, [_in_short(entry) for entry in entries if entry.unit]):
            if sum(map(_entry_bytes, shown)) <= CONTENTS_BYTES:
                return shown
        return []


@lru_cache(maxsize=8)
def divided(text: str) -> DividedText | None:
    """None where there is no text. Kept for a moment, as `parse` is."""
    law = parse(text)
    if not law.units:
        return None
    parts = tuple(_parts(law.units))
    place: dict[str, int] = {}
    for part in parts:
        for piece in part.pieces:
            place.setdefault(piece.unit.anchor, part.number)
            place.update({one.anchor: part.number for one in piece.paragraphs if one.anchor})
    return DividedText(law, parts, place)


# --- Dividing --------------------------------------------------------------------------------------------------------


def _bytes(text: str) -> int:
    return len(escape(text).encode())


def _paragraph_bytes(one: Paragraph) -> int:
    return _bytes(one.text) + len(one.mark) + len(one.anchor) + TAG_BYTES


def _heading_bytes(unit: Unit) -> int:
    return 2 * len(unit.anchor) + _bytes(unit.name) + _bytes(unit.title) + 2 * TAG_BYTES


def _unit_bytes(unit: Unit) -> int:
    return _heading_bytes(unit) + sum(map(_paragraph_bytes, unit.paragraphs))


def _cut(one: Paragraph) -> Iterator[Paragraph]:
    """A paragraph that no part can hold, between words where there are any."""
    if _paragraph_bytes(one) <= PART_BYTES:
        yield one
        return
    start = 0
    while start < len(one.text):
        end = start + PIECE_LETTERS
        if end < len(one.text):
            border = one.text.rfind(" ", start + 1, end)
            end = border + 1 if border != -1 else end
        words = one.text[start:end].strip()
        yield (
            Paragraph(Style.TEXT, words)
            if start
            else Paragraph(one.style, words, one.mark, one.depth, one.anchor)
        )
        start = end


_BORDERS = {Kind.BAB, Kind.EXPLANATION, Kind.ANNEX}


class _Divider:
    def __init__(self):
        self.done: list[list[Piece]] = []
        self.pieces: list[Piece] = []
        self.size = 0

    def add(self, unit: Unit) -> None:
        heading = _heading_bytes(unit)
        paragraphs = [piece for one in unit.paragraphs for piece in _cut(one)]
        sizes = [_paragraph_bytes(one) for one in paragraphs]
        whole = heading + sum(sizes)
        is_late = self.size > PART_BYTES * NEAR_END
        if self.size + whole > PART_BYTES:
            if is_late or whole <= PART_BYTES or self.size + heading + sum(sizes[:1]) > PART_BYTES:
                self.close()
        elif is_late and unit.kind in _BORDERS:
            self.close()
        self._put(unit, paragraphs, sizes, heading)

    def _put(self, unit: Unit, paragraphs: Sequence[Paragraph], sizes: Sequence[int], heading: int) -> None:
        self.size += heading
        begun, start = False, 0
        for place, size in enumerate(sizes):
            if self.size + size > PART_BYTES and place > start:
                self.pieces.append(Piece(unit, tuple(paragraphs[start:place]), begun))
                self.close()
                self.size, begun, start = heading, True, place
            self.size += size
        self.pieces.append(Piece(unit, tuple(paragraphs[start:]), begun))

    def close(self) -> None:
        """Headings at the end go with what they stand over."""
        moved: list[Piece] = []
        while len(self.pieces) > 1 and not self.pieces[-1].paragraphs and len(moved) < 4:
            moved.insert(0, self.pieces.pop())
        if self.pieces:
            self.done.append(self.pieces)
        self.pieces = moved
        self.size = sum(_heading_bytes(piece.unit) for piece in moved)


def _parts(units: Sequence[Unit]) -> Iterator[Part]:
    if sum(map(_unit_bytes, units)) <= WHOLE_BYTES:
        yield Part(1, tuple(Piece(unit, unit.paragraphs) for unit in units))
        return
    divider = _Divider()
    for unit in units:
        divider.add(unit)
    divider.done.append(divider.pieces)
    above: list[Unit] = []
    for number, pieces in enumerate(divider.done, 1):
        first = pieces[0].unit
        while above and above[-1].level >= first.level:
            above.pop()
        yield Part(number, tuple(pieces), tuple(above))
        for piece in pieces:
            while above and above[-1].level >= piece.unit.level:
                above.pop()
            above.append(piece.unit)


# --- Contents --------------------------------------------------------------------------------------------------------

_LISTED = {Kind.PASAL, Kind.DICTUM}


def _entries(units: Iterable[Unit], place: dict[str, int]) -> Iterator[Entry]:
    """Pasal and dictums beneath the heading that holds them; Bagian and Paragraf are left out."""
    outer: Unit | None = None
    inner: list[tuple[Unit, int]] = []
    for unit in units:
        if unit.kind in _LISTED and (unit.level or outer is None):
            inner.append((unit, place[unit.anchor]))
        elif unit.kind in _LISTED:  # the first that stands under no BAB
            yield _entry(outer, inner, place)
            outer, inner = None, [(unit, place[unit.anchor])]
        elif unit.kind not in (Kind.BAGIAN, Kind.PARAGRAF):
            if outer or inner:
                yield _entry(outer, inner, place)
            outer, inner = unit, []
    if outer or inner:
        yield _entry(outer, inner, place)


def _entry(outer: Unit | None, inner: list[tuple[Unit, int]], place: dict[str, int]) -> Entry:
    return Entry(outer, place[outer.anchor] if outer else inner[0][1], tuple(inner))


def _in_short(entry: Entry) -> Entry:
    names = [unit.name for unit, _ in entry.inner]
    return Entry(entry.unit, entry.part, (), _span(names) if names else "")


def _entry_bytes(entry: Entry) -> int:
    own = 2 * LINK_BYTES
    if entry.unit:
        own += 2 * len(entry.unit.anchor) + _bytes(f"{entry.unit.name}{entry.title}{entry.covers}")
    return own + sum(2 * len(unit.anchor) + len(unit.name) + LINK_BYTES for unit, _ in entry.inner)
