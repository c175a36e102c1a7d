"""Reads the pasted text of a regulation: its opening, BAB, Bagian, Paragraf, Pasal, ayat, huruf and angka, dictums, the
closing, the explanation and the annexes (Lampiran II UU 12/2011, followed by Permendagri 111/2014).

Pure: plain text in, plain data out. A heading is a line with nothing else on it; "Pasal 5" that a line break put at the
start of a line within a sentence begins nothing. No word is lost, whatever is pasted: what is not understood stays
where it stood, as a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from layanan.regulations.text_lines import Line, continues, has_ended, joined, leads_on, read_lines

MAX_NOTES = 40
MAX_DEPTH = 4
TITLE_LINES, TITLE_LETTERS = 4, 110  # of the title of a BAB or Bagian
HEADING_LETTERS = 300  # with its title beside it; longer lines are text


class Kind(StrEnum):
    OPENING = "pembukaan"
    BAB = "bab"
    BAGIAN = "bagian"
    PARAGRAF = "paragraf"
    PASAL = "pasal"
    DICTUM = "diktum"
    CLOSING = "penutup"
    EXPLANATION = "penjelasan"
    ANNEX = "lampiran"


# Those that stand on the first level, whatever came before.
OUTER = {Kind.OPENING, Kind.BAB, Kind.DICTUM, Kind.CLOSING, Kind.EXPLANATION, Kind.ANNEX}
# What may hold a unit of the others.
_HOLDERS = {
    Kind.BAB: {Kind.EXPLANATION, Kind.ANNEX},
    Kind.BAGIAN: {Kind.BAB, Kind.EXPLANATION, Kind.ANNEX},
    Kind.PARAGRAF: {Kind.BAGIAN, Kind.BAB},
    Kind.PASAL: {Kind.PARAGRAF, Kind.BAGIAN, Kind.BAB, Kind.EXPLANATION, Kind.ANNEX},
}
# What a unit is called that has no heading of its own in the text.
_IMPLIED = {Kind.OPENING: "Pembukaan", Kind.CLOSING: "Penutup"}


class Style(StrEnum):
    TEXT = "text"
    ITEM = "item"  # with a mark that hangs beside its text: "(1)", "a.", "1."
    LINE = "line"  # kept as the line it was: titles, tables, signatures
    LABEL = "label"  # "Menimbang:", above what belongs to it


@dataclass(frozen=True, slots=True)
class Paragraph:
    style: Style
    text: str
    mark: str = ""
    depth: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading with all that stands beneath it until the next one. `level` is 0 for the outermost; a unit of a higher
    level belongs to the last one of a lower level before it. `inside`: the explanation or annex it is a part of."""

    kind: Kind
    level: int
    label: str
    title: str
    anchor: str
    paragraphs: tuple[Paragraph, ...]
    inside: Kind | None = None

    @property
    def name(self) -> str:
        return self.label or _IMPLIED.get(self.kind, "")

    @property
    def full_name(self) -> str:
        return f"Penjelasan {self.name}" if self.inside is Kind.EXPLANATION else self.name


@dataclass(frozen=True)
class LawText:
    """`notes` tell the editor what to look at again; `removed` are the lines that belonged to the sheets."""

    units: tuple[Unit, ...] = ()
    notes: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def count(self, kind: Kind) -> int:
        """How many of a kind the regulation itself has, without its explanation and annexes."""
        return sum(unit.kind is kind and unit.inside is None for unit in self.units)

    def find(self, anchor: str) -> Unit | None:
        return next((unit for unit in self.units if unit.anchor == anchor), None)


@lru_cache(maxsize=8)
def parse(text: str) -> LawText:
    """Never fails; takes time in proportion to the text's length. Kept for a moment: a long text is asked for part by
    part."""
    lines = read_lines(text)
    reader = _Reader(lines.kept, lines.width)
    reader.read()
    return LawText(tuple(reader.units()), tuple(reader.notes.shown()), tuple(lines.removed))


# --- Numbers ---------------------------------------------------------------------------------------------------------

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_UNITS = ("SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN")


def roman(text: str) -> int:
    """The value of a roman number; sloppy ones ("IIII") count too."""
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -value if value < max(values[position + 1 :], default=0) else value
        for position, value in enumerate(values)
    )


def _ordinals() -> dict[str, int]:
    """KESATU to KESEMBILANPULUHSEMBILAN, without spaces."""
    found = {"PERTAMA": 1, "KESEPULUH": 10, "KESEBELAS": 11}
    for number, unit in enumerate(_UNITS, 1):
        found[f"KE{unit}"] = number
        if number > 1:
            found[f"KE{unit}BELAS"] = 10 + number
            found[f"KE{unit}PULUH"] = 10 * number
            for last, digit in enumerate(_UNITS, 1):
                found[f"KE{unit}PULUH{digit}"] = 10 * number + last
    return found


ORDINALS = _ordinals()


def _order(number: str) -> tuple[int, str]:
    """5 before 5A before 5B before 6; roman numbers by their value."""
    if number[0].isdigit():
        digits = re.match(r"\d+", number).group()
        return int(digits), number[len(digits) :]
    return roman(number), ""


def _follows(number: str, last: str | None) -> bool:
    """Whether a number is the next: 6 after 5 or 5A, 5A after 5, 5B after 5A; the first is 1."""
    value, letters = _order(number)
    if last is None:
        return value == 1
    before, its_letters = _order(last)
    if value == before:
        after = chr(ord(its_letters[-1]) + 1) if its_letters else "A"
        return letters == its_letters[:-1] + after
    return value == before + 1 and letters in ("", "A")


# --- What a line may be ----------------------------------------------------------------------------------------------

_BAB = re.compile(r"(?:BAB|Bab)\s+([IVXLCDM]{1,12}|\d{1,3})(?:\s*[.:–-])?(?:\s+(\S.*))?")
_BAGIAN = re.compile(
    r"(?:Bagian|BAGIAN)\s+((?:Ke|KE)[A-Za-z]+(?:\s(?:[Bb]elas|[Pp]uluh|BELAS|PULUH))?|Pertama|PERTAMA)(?:\s+(\S.*))?"
)
_PARAGRAF = re.compile(r"(?:Paragraf|PARAGRAF)\s+(\d{1,3}|(?:Ke|KE)[a-zA-Z]+)(?:\s+(\S.*))?")
_PASAL = re.compile(r"(?:Pasal|PASAL)\s*(\d{1,4}\s?[A-Z]{0,2}|[IVXLC]{1,7})\s?[.:]?")
_EXPLAINED = re.compile(
    r"(?:Pasal|PASAL)\s+(\d{1,4}\s?[A-Z]{0,2}|[IVXLC]{1,7})\s*[.:]?\s*(Cukup [Jj]elas\b.*)"
)
_DICTUM = re.compile(r"((?:PERTAMA|KE[A-Z]{3,})(?:\s(?:BELAS|PULUH)(?:\s[A-Z]+)?)?)(\s*:)?(?:\s+(\S.*))?")
_LABEL = re.compile(
    r"(Menimbang|MENIMBANG|Mengingat|MENGINGAT|Memperhatikan|MEMPERHATIKAN|Membaca|MEMBACA|Menetapkan|MENETAPKAN)"
    r"(\s*:)?(?:\s*(\S.*))?"
)
_DECIDES = re.compile(r"M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N(\s*:)?")
_AGREED = re.compile(
    r"(?:Dengan|DENGAN) (?:Kesepakatan|KESEPAKATAN|Persetujuan|PERSETUJUAN) (?:Bersama|BERSAMA)\s?:?"
)
_SIGNED = re.compile(
    r"(?:Ditetapkan|Diundangkan|Disahkan|DITETAPKAN|DIUNDANGKAN|DISAHKAN)\s+(?:di|DI|pada|PADA)\b.*"
)
_EXPLANATION = re.compile(r"P\s?E\s?N\s?J\s?E\s?L\s?A\s?S\s?A\s?N(?:\s+(ATAS\b.*))?")
_GENERAL = re.compile(r"(?:I\s?\.?\s+)?(?:UMUM|Umum)\s?[.:]?")
_BY_PASAL = re.compile(r"(?:II\s?\.?\s+)?(?:PASAL DEMI PASAL|Pasal [Dd]emi [Pp]asal)\s?[.:]?")
_ANNEX = re.compile(r"LAMPIRAN(?:\s+([IVXLC]{1,7}|\d{1,3}))?(?:\s*[.:])?(?:\s+([A-Z0-9(].*))?")
_EXPLAINED_PART = re.compile(r"(?:Ayat \(\d{1,3}[a-z]?\)|Huruf [a-z]{1,2}|Angka \d{1,3}|Diktum \w+)\s?[.:]?")
_MARK = re.compile(
    r"(?:\((?P<ayat>\d{1,3}[a-z]?|[a-z])\)"
    r"|(?P<item>\d{1,3}[a-z]?|[a-zA-Z]|([a-z])\3)(?P<sign>[.)])"
    r"|(?P<bullet>[-–•●▪]))(?:\s+|$)"
)
# What follows on a number within a sentence: "Pasal 5 ayat (2)".
_GOING_ON_WORDS = "ayat huruf angka dan atau dan/atau sampai s.d. jo jo. juncto serta"
_GOING_ON = frozenset(_GOING_ON_WORDS.split())


def _is_heading(text: str) -> bool:
    """Whether a line looks like one, wherever it stands."""
    return any(
        pattern.fullmatch(text)
        for pattern in (_PASAL, _BAB, _BAGIAN, _PARAGRAF, _DECIDES, _SIGNED, _EXPLANATION, _ANNEX)
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


# --- Paragraphs ------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Open:
    style: Style
    mark: str = ""
    depth: int = 0
    pieces: list[str] = field(default_factory=list)

    @property
    def last(self) -> str:
        return self.pieces[-1] if self.pieces else ""


class _Body:
    """The paragraphs beneath one heading, as their lines come."""

    def __init__(self, width: int):
        self.width = width
        self.found: list[_Open] = []
        self.ladder: list[
            tuple[str, int]
        ] = []  # the kinds of marks from the outer to the inner, with their numbers

    @property
    def last(self) -> str:
        return self.found[-1].last if self.found else ""

    def add_line(self, text: str) -> None:
        self.found.append(_Open(Style.LINE, pieces=[text]))

    def add_label(self, text: str) -> None:
        self.found.append(_Open(Style.LABEL, mark=text))
        self.ladder.clear()

    @property
    def awaits_colon(self) -> bool:
        """A PDF's columns come one after the other: "Menimbang", ":", "a."."""
        return not self.found or self.found[-1].style is Style.LABEL

    def take_colon(self) -> None:
        if self.found and not self.found[-1].mark.endswith(":"):
            self.found[-1].mark += ":"

    def add(self, line: Line) -> None:
        if line.is_row:
            self.add_line(line.text)
            return
        text, marked = line.text, False
        while (match := _MARK.match(text)) and self._begins(match, inner=marked):
            self._open(match)
            text, marked = text[match.end() :], True
        if not text:
            return
        if marked or self._goes_on(line):
            self.found[-1].pieces.append(text)
        else:
            self.found.append(_Open(Style.TEXT, pieces=[text]))

    def _goes_on(self, line: Line) -> bool:
        if not self.found or self.found[-1].style in (Style.LINE, Style.LABEL):
            return False
        if not self.found[-1].pieces:  # its mark stood alone on a line
            return True
        return continues(self.last, line, self.width)

    def _begins(self, match: re.Match, inner: bool) -> bool:
        """Whether a mark begins something, or is a number of the sentence that the line goes on with."""
        kind, number = _mark(match)
        in_order = self._is_next(kind, number)
        if inner:  # "(1) a. …"
            return in_order and number == 1
        if match["item"] and match["item"].isupper() and not in_order:  # "H. Amir"
            return False
        before = self.found[-1] if self.found else None
        if before is None or before.style in (Style.LINE, Style.LABEL) or not before.pieces:
            return True
        if kind == "-":
            return has_ended(before.last) or any(rung == "-" for rung, _ in self.ladder)
        if has_ended(before.last):
            return True
        return in_order and not leads_on(before.last)

    def _is_next(self, kind: str, number: int) -> bool:
        return number == 1 or any(rung == kind and number == last + 1 for rung, last in self.ladder)

    def _open(self, match: re.Match) -> None:
        kind, number = _mark(match)
        depth = next((place for place, (rung, _) in enumerate(self.ladder) if rung == kind), len(self.ladder))
        del self.ladder[depth:]
        self.ladder.append((kind, number))
        mark = "•" if match["bullet"] in ("●", "▪") else match.group().strip()
        self.found.append(_Open(Style.ITEM, mark, min(depth, MAX_DEPTH)))


def _mark(match: re.Match) -> tuple[str, int]:
    """The kind of a mark and its place in the order: "b." is the second of "a."."""
    if match["bullet"]:
        return "-", 1
    value = match["ayat"] or match["item"]
    sign = "()" if match["ayat"] else match["sign"]
    if value[0].isdigit():
        return f"1{sign}", int(re.match(r"\d+", value).group())
    letter = ord(value[0].lower()) - ord("a") + 1
    return f"{'A' if value.isupper() else 'a'}{sign}", letter if len(value) == 1 else 26 + letter


# --- Units -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _OpenUnit:
    kind: Kind
    level: int
    label: str
    name: str  # of which its anchor is made
    body: _Body
    titles: list[str] = field(default_factory=list)
    inside: Kind | None = None


class _Notes:
    """What the editor should look at again."""

    def __init__(self):
        self.found: list[str] = []

    def add(self, words: str) -> None:
        self.found.append(words)

    def shown(self) -> list[str]:
        more = len(self.found) - MAX_NOTES
        return self.found if more <= 0 else [*self.found[:MAX_NOTES], f"Dan {more} catatan lain."]

    def step(self, what: str, number: str, last: str | None, seen: set[str]) -> None:
        """Tells where a numbering leaps, goes back, or says a number twice."""
        if number in seen:
            self.add(f"{what} {number} ada lebih dari sekali. Periksa nomornya.")
        elif not _follows(number, last):
            if last is None:
                self.add(f"{what} yang pertama ialah {what} {number}. Periksa apakah ada yang terlewat.")
            elif _order(number) < _order(last):
                self.add(f"Sesudah {what} {last} datang {what} {number}. Periksa urutannya.")
            else:
                self.add(f"Sesudah {what} {last} langsung {what} {number}. Periksa apakah ada yang terlewat.")


class _Reader:
    def __init__(self, lines: Sequence[Line], width: int):
        self.lines = lines
        self.width = width
        self.place = 0
        self.open: list[_OpenUnit] = []
        self.above: list[_OpenUnit] = []  # what the next line stands in, from the outermost
        self.names: set[str] = set()
        self.notes = _Notes()
        self.inside: Kind | None = None
        self.prefix = ""
        self.decided = False  # MEMUTUSKAN has been read
        self.as_lines = True  # a title, before the first label
        self.bab: str | None = None
        self.pasal: str | None = None
        self.amending: _OpenUnit | None = None  # the roman Pasal that quotes others
        self.dictum = 0
        self.seen: dict[str, set[str]] = {"BAB": set(), "Pasal": set()}

    # --- reading ---

    def read(self) -> None:
        readers = (
            self._pasal,
            self._bab,
            self._bagian,
            self._paragraf,
            self._dictum,
            self._label,
            self._closing,
            self._explanation,
            self._annex,
        )
        while self.place < len(self.lines):
            line = self.lines[self.place]
            self.place += 1
            if line.is_row or not any(read(line.text) for read in readers):
                self._text(line)

    def _text(self, line: Line) -> None:
        if not self.open:
            self._begin(Kind.OPENING, "", "pembukaan")
        body = self.open[-1].body
        if line.text == ":" and body.awaits_colon:
            body.take_colon()
        elif self.as_lines and not line.is_row:
            body.add_line(line.text)
        elif self.inside is Kind.EXPLANATION and _EXPLAINED_PART.fullmatch(line.text) and self._may_begin():
            body.add_label(line.text)
        else:
            body.add(line)

    def _begin(self, kind: Kind, label: str, name: str, level: int | None = None) -> _OpenUnit:
        if level is None:
            level = 0 if kind in OUTER and self.inside is None else self._level(kind)
        unit = _OpenUnit(kind, level, label, name, _Body(self.width), inside=self.inside)
        while self.above and self.above[-1].level >= level:
            self.above.pop()
        self.above.append(unit)
        self.open.append(unit)
        self.names.add(name)
        self.as_lines = kind is Kind.CLOSING or (kind is Kind.OPENING and not self.decided)
        return unit

    def _level(self, kind: Kind) -> int:
        """One below what it belongs to."""
        held = self._holding(_HOLDERS[kind])
        return held.level + 1 if held else 0

    def _holding(self, kinds: set[Kind]) -> _OpenUnit | None:
        """The innermost of these kinds that is open."""
        return next((unit for unit in reversed(self.above) if unit.kind in kinds), None)

    @property
    def _before(self) -> str:
        return self.open[-1].body.last if self.open else ""

    @property
    def _next(self) -> str:
        return self.lines[self.place].text if self.place < len(self.lines) else ""

    def _may_begin(self, in_order: bool = False) -> bool:
        """Whether a line that looks like a heading is one, and no part of a sentence that a line break has parted."""
        after = self._next
        if after[:1] in (",", ";") or after.partition(" ")[0] in _GOING_ON:
            return False
        return self._ends_before(in_order and not after[:1].islower())

    def _ends_before(self, in_order: bool) -> bool:
        """Whether what was read so far is finished; what is not may still end before the next in order."""
        before = self._before
        if not before or has_ended(before) or self.open[-1].body.found[-1].style is Style.LINE:
            return True
        return in_order and not leads_on(before)

    def _titles(self, rest: str, upper: bool) -> list[str]:
        """The title beside or below a heading."""
        found = [rest] if rest else []
        ahead = []
        for line in self.lines[self.place : self.place + TITLE_LINES]:
            if _is_heading(line.text) or line.is_row:
                break
            if upper and not line.text.isupper():
                break
            if (
                _MARK.match(line.text)
                or len(line.text) > TITLE_LETTERS
                or line.text.endswith((".", ";", ":"))
            ):
                break
            ahead.append(line.text)
        end = self.place + len(ahead)
        closed = end >= len(self.lines) or _is_heading(self.lines[end].text)
        if upper or closed:
            self.place = end
            return found + ahead
        return found

    def _bab(self, text: str) -> bool:
        match = _BAB.fullmatch(text)
        if not match or len(text) > HEADING_LETTERS or (match[2] and not match[2].isupper()):
            return False
        number = match[1]
        if not self._may_begin(_follows(number, self.bab)):
            return False
        self.amending = None
        if self.inside is None:
            self.notes.step("BAB", number, self.bab, self.seen["BAB"])
            self.seen["BAB"].add(number)
        self.bab = number
        unit = self._begin(Kind.BAB, f"BAB {number}", f"{self.prefix}bab-{number}")
        unit.titles = self._titles(match[2] or "", upper=True)
        if not unit.titles:
            unit.titles = self._titles("", upper=False)
        return True

    def _bagian(self, text: str) -> bool:
        return self._division(Kind.BAGIAN, _BAGIAN, text)

    def _paragraf(self, text: str) -> bool:
        return self._division(Kind.PARAGRAF, _PARAGRAF, text)

    def _division(self, kind: Kind, pattern: re.Pattern, text: str) -> bool:
        match = pattern.fullmatch(text)
        if not match or len(text) > HEADING_LETTERS or (match[2] and not match[2][0].isupper()):
            return False
        if not self.open or not self._may_begin():
            return False
        above = self._holding(_HOLDERS[kind] & {Kind.BAB, Kind.BAGIAN})
        base = f"{above.name}-" if above else self.prefix
        unit = self._begin(kind, f"{kind.value.capitalize()} {match[1]}", f"{base}{kind.value}-{match[1]}")
        unit.titles = self._titles(match[2] or "", upper=False)
        return True

    def _pasal(self, text: str) -> bool:
        match = _PASAL.fullmatch(text)
        explained = self.inside is Kind.EXPLANATION and not match and _EXPLAINED.fullmatch(text)
        if not match and not explained:
            return False
        number = (match or explained)[1].replace(" ", "")
        is_roman = not number[0].isdigit()
        quoted = self.amending is not None and not is_roman
        if not self._may_begin(not quoted and _follows(number, self.pasal)):
            return False
        if not quoted:
            if self.inside is None:
                self.notes.step("Pasal", number, self.pasal, self.seen["Pasal"])
                self.seen["Pasal"].add(number)
            self.pasal = number
        level = self.amending.level + 1 if quoted else None
        unit = self._begin(Kind.PASAL, f"Pasal {number}", f"{self.prefix}pasal-{number}", level)
        if is_roman and self.inside is None:
            self.amending = unit
        if explained:
            unit.body.add(Line(explained[2]))
        return True

    def _dictum(self, text: str) -> bool:
        if not self.decided or self.inside or self.seen["Pasal"] or self.seen["BAB"]:
            return False
        match = _DICTUM.fullmatch(text)
        if not match:
            return False
        label, rest = match[1], match[3] or ""
        if label.replace(" ", "") not in ORDINALS:  # "KESATU BELAS…": a word of the sentence came along
            label, _, more = label.partition(" ")
            rest = f"{more} {rest}".strip()
        number = ORDINALS.get(label.replace(" ", ""))
        if number is None:
            return False
        in_order = number == self.dictum + 1
        if (
            not (match[2] or in_order)
            or (rest[:1].islower() and not match[2])
            or not self._may_begin(in_order)
        ):
            return False
        if not in_order:
            self.notes.add(f"Diktum {label} tidak berurutan. Periksa apakah ada yang terlewat.")
        self.dictum = number
        unit = self._begin(Kind.DICTUM, label, f"diktum-{label}")
        if rest:
            unit.body.add(Line(rest))
        return True

    def _label(self, text: str) -> bool:
        if self.open and self.open[-1].kind is not Kind.OPENING:
            return False
        if match := _DECIDES.fullmatch(text):
            self.decided = True
            self._opening_line(f"MEMUTUSKAN{':' if match[1] else ''}")
            return True
        if _AGREED.fullmatch(text):
            self._opening_line(text)
            return True
        match = _LABEL.fullmatch(text)
        if not match:
            return False
        rest = match[3] or ""
        if not (match[2] or not rest or _MARK.match(rest) or rest.startswith("bahwa ")):
            return False
        self._opening_label(f"{match[1]}{':' if match[2] else ''}", rest)
        return True

    def _opening_line(self, text: str) -> None:
        """In the middle of the paper, as what follows until the next label."""
        if not self.open:
            self._begin(Kind.OPENING, "", "pembukaan")
        self.open[-1].body.add_line(text)
        self.as_lines = True

    def _opening_label(self, label: str, rest: str) -> None:
        if not self.open:
            self._begin(Kind.OPENING, "", "pembukaan")
        self.as_lines = False
        body = self.open[-1].body
        body.add_label(label)
        rest = rest.removeprefix(":").strip()
        if rest:
            body.add(Line(rest))

    def _closing(self, text: str) -> bool:
        if self.inside or not _SIGNED.fullmatch(text):
            return False
        if self.open and self.open[-1].kind is Kind.CLOSING:
            self._text(Line(text))
            return True
        if not self.open or self.open[-1].kind is Kind.OPENING or not self._ends_before(in_order=True):
            return False
        self._begin(Kind.CLOSING, "", "penutup").body.add_line(text)
        return True

    def _explanation(self, text: str) -> bool:
        if self.inside is Kind.EXPLANATION:
            if _GENERAL.fullmatch(text) and "penjelasan-umum" not in self.names:
                self._begin(Kind.EXPLANATION, text, "penjelasan-umum", level=1)
                return True
            if _BY_PASAL.fullmatch(text) and "penjelasan-pasal-demi-pasal" not in self.names:
                self._begin(Kind.EXPLANATION, text, "penjelasan-pasal-demi-pasal", level=1)
                return True
        match = _EXPLANATION.fullmatch(text)
        if not match or not self.open or self.open[-1].kind is Kind.OPENING:
            return False
        self._enter(Kind.EXPLANATION, "penjelasan-")
        unit = self._begin(Kind.EXPLANATION, "PENJELASAN", "penjelasan", level=0)
        if match[1]:
            unit.body.add_line(match[1])
        self.as_lines = True
        return True

    def _annex(self, text: str) -> bool:
        match = _ANNEX.fullmatch(text)
        if (
            not match
            or not self.open
            or self.open[-1].kind is Kind.OPENING
            or not self._may_begin(in_order=True)
        ):
            return False
        if match[2] and not match[2].isupper():
            return False
        label = f"LAMPIRAN {match[1]}" if match[1] else "LAMPIRAN"
        name = _slug(label)
        self._enter(Kind.ANNEX, f"{name}-")
        unit = self._begin(Kind.ANNEX, label, name, level=0)
        if match[2]:
            unit.body.add_line(match[2])
        return True

    def _enter(self, inside: Kind, prefix: str) -> None:
        self.inside, self.prefix = inside, prefix
        self.bab = self.pasal = self.amending = None

    # --- the result ---

    def units(self) -> Iterator[Unit]:
        anchors = _Anchors()
        for unit in self.open:
            anchor = anchors.take(_slug(unit.name))
            yield Unit(
                unit.kind,
                unit.level,
                unit.label,
                joined(unit.titles),
                anchor,
                tuple(self._paragraphs(unit, anchor, anchors)),
                unit.inside,
            )
        self._last_notes()

    def _paragraphs(self, unit: _OpenUnit, anchor: str, anchors: "_Anchors") -> Iterator[Paragraph]:
        last: str | None = None
        for part in unit.body.found:
            own = ""
            if unit.kind is Kind.PASAL and part.depth == 0 and re.fullmatch(r"\(\d+[a-z]?\)", part.mark):
                number = part.mark[1:-1].upper()
                own = anchors.take(f"{anchor}-ayat-{number.lower()}")
                if unit.inside is None and not _follows(number, last):
                    self.notes.add(
                        f"{unit.label}: ayat ({number.lower()}) "
                        + (f"datang sesudah ayat ({last.lower()})." if last else "ialah ayat yang pertama.")
                        + " Periksa nomornya."
                    )
                last = number
            yield Paragraph(part.style, joined(part.pieces), part.mark, part.depth, own)

    def _last_notes(self) -> None:
        kinds = {unit.kind for unit in self.open}
        if self.open and not kinds & {Kind.PASAL, Kind.DICTUM}:
            self.notes.found.insert(
                0,
                "Tidak ada Pasal atau diktum yang ditemukan. Judul pasal harus berdiri sendiri di barisnya, misalnya "
                "“Pasal 5”.",
            )


class _Anchors:
    """Each name once; the next of the same gets a number."""

    def __init__(self):
        self.taken: dict[str, int] = {}

    def take(self, name: str) -> str:
        count = self.taken.get(name, 0) + 1
        self.taken[name] = count
        if count == 1:
            return name
        return self.take(f"{name}-{count}")
