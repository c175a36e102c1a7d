"""Finds what looks like a NIK, the number of a person's identity card, which is never kept or shown.

A NIK has 16 digits: province, regency and district (two each), day (women's plus 40), month and year of birth, and a
serial number of four (Permendagri 102/2019). People part it by spaces, dots or hyphens; a table's columns of amounts
are parted by several kinds of signs, or have no date in the place of the date.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

LENGTH = 16
# Groups of digits with the same single sign between all of them. Line ends part numbers: two cells of a table are two.
_RUNS = re.compile(r"(?<!\d)\d+(?:([ .\-\u00a0\u2009\u202f])\d+(?:\1\d+)*)?(?!\d)", re.ASCII)
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+", re.ASCII)  # thousands, as in 1.504.052.101.900.001
_PROVINCES = {
    *range(11, 20),
    21,
    *range(31, 37),
    *range(51, 54),
    *range(61, 66),
    *range(71, 77),
    81,
    82,
    *range(91, 98),
}


@dataclass(frozen=True)
class Found:
    """Where one stands in its text, and how it may be shown."""

    start: int
    end: int
    masked: str


def find(text: str) -> list[Found]:
    """All of them, in order; none overlaps another."""
    found = []
    for run in _RUNS.finditer(text):
        if run.end() - run.start() < LENGTH or _AMOUNT.fullmatch(run[0]):
            continue
        groups = [(group.start(), group.end()) for group in re.finditer(r"\d+", run[0])]
        place = 0
        while place < len(groups):
            size = _groups_of_one(run[0], groups[place:])
            if size:
                start, end = groups[place][0], groups[place + size - 1][1]
                digits = re.sub(r"\D", "", run[0][start:end])
                found.append(Found(run.start() + start, run.start() + end, _masked(digits)))
            place += size or 1
    return found


def mask(text: str) -> str:
    """The text with the middle of each hidden."""
    return _replaced(text, lambda found: found.masked)


def leave_out(text: str) -> str:
    """The text without any digit of them, for what is searched in."""
    return _replaced(text, lambda found: "[NIK]")


def _replaced(text: str, words: Callable[[Found], str]) -> str:
    parts, last = [], 0
    for one in find(text):
        parts += [text[last : one.start], words(one)]
        last = one.end
    return "".join([*parts, text[last:]])


def _groups_of_one(run: str, groups: list[tuple[int, int]]) -> int:
    """How many of the groups, from the first, make up a NIK; 0: they make none."""
    digits = ""
    for count, (start, end) in enumerate(groups, 1):
        digits += run[start:end]
        if len(digits) >= LENGTH:
            return count if len(digits) == LENGTH and is_plausible(digits) else 0
    return 0


def is_plausible(digits: str) -> bool:
    """Whether 16 digits name a province, a regency, a district, a day and a month that can be."""
    province, regency, district, day, month = (int(digits[at : at + 2]) for at in range(0, 10, 2))
    return (
        province in _PROVINCES
        and regency > 0
        and district > 0
        and (1 <= day <= 31 or 41 <= day <= 71)
        and 1 <= month <= 12
        and digits[12:] != "0000"
    )


def _masked(digits: str) -> str:
    return f"{digits[:4]}{'*' * 8}{digits[12:]}"
