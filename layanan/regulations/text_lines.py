"""Lines of a text that was copied from a PDF or from Word, before anybody asks what they mean.

What belongs to the sheet and not to the text (numbers of pages, the head that stands on each, the first words of the
next page at the foot of this one) is set aside, and given back, so that nobody loses anything without knowing. Cells of
a table stay on a line of their own.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

CELL_GAP = "\N{EM SPACE}"
MIN_WIDTH, MAX_WIDTH = 60, 110  # letters of a line that was broken at the edge of its sheet
WITHIN_SENTENCE = 0.05  # of all lines
PAGE_LETTERS = 400  # a page has more; two numbers with less between them are cells of a table
HEAD_LINES = 2  # lines beside a page's number that may be the sheet's head or foot
REPEATED = 2  # a head stands on as many pages at least

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
)  # soft hyphens, zero widths, directions
_LIGATURES = re.compile("[\ufb00-\ufb06]+")  # "ﬁ" of a PDF's font
_SYMBOL_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc]")  # as Word's symbol font has them
_CELLS = re.compile(r" *\t[ \t]*| {3,}")
_AMOUNT = re.compile(r"(?:Rp\.?)? ?[\d.,()%-]+(?:,-)?", re.IGNORECASE)
_LABEL = re.compile(r"(?:menimbang|mengingat|memperhatikan|membaca|menetapkan)?\s*:?", re.IGNORECASE)
_FIRST_MARK = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]{1,2})[.)]+|[-–•●▪:]")
_PAGE_NUMBER = re.compile(
    r"(?:halaman|hal\.?|page)\s*\|?\s*\d{1,4}(?:\s*(?:dari|of|/)\s*\d{1,4})?"
    r"|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|\d{1,4}\s*\|\s*(?:halaman|page|p\s?a\s?g\s?e)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{1,4}")
_CATCHWORD = re.compile(r"(.{1,80}?)\s*(?:\.(?:\s?\.){2,}|…)")
_ENDED = re.compile(r"(?:[.;:!?][\"'”’)\]]*|[,;]\s*(?:dan|atau|dan/atau))$")

# A sentence that breaks off after one of these goes on with a number: "dalam Pasal", "ayat (1) dan", "huruf".
_LEADING_WORDS = """
    ayat huruf angka pasal bab bagian paragraf nomor butir diktum dalam pada dan atau dan/atau dengan sampai s.d. s/d jo
    jo. dimaksud ketentuan oleh untuk dari ke di tahun tanggal lampiran maupun serta melalui menurut
"""
_LEADING = frozenset(_LEADING_WORDS.split())


@dataclass(slots=True)
class Line:
    """One line, its words parted by single spaces. `after_gap`: an empty line stood before it; `is_row`: it holds cells
    of a table."""

    text: str
    after_gap: bool = False
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """`width`: letters of a full line, 0 where each paragraph is one line, as Word gives it. `removed`: what belongs to
    the sheets."""

    kept: list[Line]
    removed: list[str] = field(default_factory=list)
    width: int = 0


def has_ended(text: str) -> bool:
    """Whether a sentence, or a piece of a list, is finished here: "…; dan" ends one too."""
    return bool(_ENDED.search(text[-16:]))


def leads_on(text: str) -> bool:
    """Whether a sentence that breaks off here goes on with a number or a name."""
    return text.rpartition(" ")[2].strip("“”\"'(").casefold() in _LEADING


def read_lines(text: str) -> Lines:
    """Never fails; takes time in proportion to the text's length."""
    lines: list[Line] = []
    gap = False
    for raw in _normalised(text).splitlines():
        line = _line(raw)
        if not line.text:
            gap = True
            continue
        line.after_gap, gap = gap, False
        lines.append(line)
    aside = _of_sheets(lines)
    kept = []
    for number, line in enumerate(lines):
        if number in aside:
            continue
        if number - 1 in aside:  # the page ended here, and not the paragraph
            line.after_gap = False
        kept.append(line)
    return Lines(kept, [lines[number].text for number in sorted(aside)], _width(kept))


def _normalised(text: str) -> str:
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text or "")).replace("\u00a0", " ")
    text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return _SYMBOL_BULLETS.sub("•", text)


def _line(raw: str) -> Line:
    raw = raw.strip()
    if "\t" in raw or "   " in raw:
        cells = [" ".join(cell.split()) for cell in _CELLS.split(raw)]
        if _is_row(cells):
            return Line(CELL_GAP.join(cell for cell in cells if cell), is_row=True)
    return Line(" ".join(raw.split()))


def _is_row(cells: Sequence[str]) -> bool:
    """Three cells, or a name with its amount. A mark before a sentence ("a.", "Menimbang :") is no cell."""
    start = 0
    while start < len(cells) and (_LABEL.fullmatch(cells[start]) or _FIRST_MARK.fullmatch(cells[start])):
        start += 1
    words = [cell for cell in cells[start:] if cell]
    return len(words) > 2 or (len(words) == 2 and bool(_AMOUNT.fullmatch(words[1])))


# --- What belongs to the sheets --------------------------------------------------------------------------------------


def _of_sheets(lines: Sequence[Line]) -> set[int]:
    """The positions of lines that belong to the sheets."""
    numbers = _page_numbers(lines)
    aside = numbers | _heads(lines, numbers)
    return aside | _catchwords(lines, numbers, aside)


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines that are a page's number. Bare ones count only where they follow on each other, a page between them: "1"
    alone may be a cell of a table."""
    said = {place for place, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)}
    bare: list[int] = []
    last, letters = 0, 0
    for place, line in enumerate(lines):
        if place in said:
            last, letters = int(_DIGITS.search(line.text).group()), 0
        elif _DIGITS.fullmatch(line.text) and _follows(int(line.text), last, letters):
            bare.append(place)
            last, letters = int(line.text), 0
        else:
            letters += len(line.text)
    return said | set(bare) if len(bare) > 1 or said else said


def _follows(number: int, last: int, letters: int) -> bool:
    if letters < PAGE_LETTERS:
        return False
    return number == last + 1 or (last == 0 and number == 2)  # the first page often has none


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _beside(lines: Sequence[Line], numbers: Iterable[int], taken: set[int]) -> list[int]:
    """Positions just before or after a page's number."""
    found = []
    for position in sorted(numbers):
        for step in (-1, 1):
            near = position + step
            for _ in range(HEAD_LINES):
                if not 0 <= near < len(lines) or near in taken:
                    break
                found.append(near)
                near += step
    return list(dict.fromkeys(found))


def _heads(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """What stands beside the numbers of several pages, or breaks several sentences, in the same words."""
    beside = [place for place in _beside(lines, numbers, numbers) if _may_be_head(lines[place].text)]
    often = Counter(_key(lines[place].text) for place in beside)
    found = {place for place in beside if often[_key(lines[place].text)] >= REPEATED}
    breaking = [place for place in range(1, len(lines) - 1) if _breaks_sentence(lines, place)]
    often = Counter(_key(lines[place].text) for place in breaking)
    return found | {place for place in breaking if often[_key(lines[place].text)] >= REPEATED}


_PART_OF_TEXT = re.compile(
    r"(?:pasal|bab|bagian|paragraf|ayat|huruf|angka|lampiran|penjelasan|memutuskan)\b|[(\d]|\w{1,2}[.)]",
    re.IGNORECASE,
)


def _may_be_head(text: str) -> bool:
    return len(text) >= 8 and not has_ended(text) and not _PART_OF_TEXT.match(text)


def _breaks_sentence(lines: Sequence[Line], place: int) -> bool:
    before, line, after = lines[place - 1].text, lines[place], lines[place + 1].text
    return (
        line.text.isupper()
        and _may_be_head(line.text)
        and not has_ended(before)
        and not before.isupper()
        and after[0].islower()
    )


def _catchwords(lines: Sequence[Line], numbers: set[int], aside: set[int]) -> set[int]:
    """The first words of the next page at the foot of this one: "Pasal 5 . . ."."""
    found = set()
    for place in _beside(lines, numbers, numbers):
        match = _CATCHWORD.fullmatch(lines[place].text)
        after = place + 1
        while after in aside:
            after += 1
        if match and after < len(lines):
            first, said = (re.sub(r"\W", "", words).casefold() for words in (match[1], lines[after].text))
            if first and said.startswith(first):
                found.add(place)
    return found


def _width(lines: Sequence[Line]) -> int:
    """Where lines were broken at the edge of a sheet, every few of them begin in the midst of a sentence."""
    lengths = sorted(len(line.text) for line in lines if not line.is_row)
    within = sum(line.text[0].islower() and not _FIRST_MARK.match(line.text) for line in lines)
    if not lengths or within < len(lines) * WITHIN_SENTENCE:
        return 0
    full = lengths[len(lengths) * 9 // 10]
    return 0 if full > MAX_WIDTH + 30 else min(max(full, MIN_WIDTH), MAX_WIDTH)


# --- Joining ---------------------------------------------------------------------------------------------------------


def continues(before: str, line: Line, width: int) -> bool:
    """Whether a line goes on with the sentence or paragraph that `before` was the last line of."""
    if (
        line.is_row
        or _are_title_and_sentence(before, line.text)
        or _are_title_and_sentence(line.text, before)
    ):
        return False
    if _is_parted(before, line.text):
        return True
    if has_ended(before):
        full = before.endswith(".") and len(before) >= width * 0.85
        return bool(width) and full and not line.after_gap
    if line.text[0].islower() or line.text[0] in ",;.)" or leads_on(before):
        return True
    return bool(width) and not line.after_gap and len(before) >= width * 0.5


def _are_title_and_sentence(title: str, sentence: str) -> bool:
    """One all in capitals, and more than an abbreviation, the other not."""
    return title.isupper() and title.count(" ") > 1 and any(map(str.islower, sentence))


def joined(pieces: Sequence[str]) -> str:
    """The lines of a paragraph as one. A word that was parted at the end of a line is whole again; "undang-" before
    "undangan" keeps its hyphen."""
    text: list[str] = []
    for piece in pieces:
        if text and _is_parted(text[-1], piece):
            parted = text.pop()
            last = parted.rpartition(" ")[2]
            text.append(parted if _keeps_hyphen(last[:-1], piece) else parted[:-1])
            text.append(piece)
        else:
            if text:
                text.append(" ")
            text.append(piece)
    return "".join(text)


def _is_parted(before: str, after: str) -> bool:
    return len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and after[0].isalpha()


def _keeps_hyphen(before: str, after: str) -> bool:
    """A word said twice, an abbreviation ("KTP-el", "e-KTP"), or a name in two parts."""
    if after[:4].casefold() in before.casefold():
        return True
    return before.isupper() != after.split()[0].isupper() and (before.isupper() or after[0].isupper())
