"""Reads which regulation a citation means: “Peraturan Desa Tebing Tinggi Nomor 3 Tahun 2019 tentang …”."""

import re
from typing import NamedTuple

from layanan.regulations.rules import KINDS, OLDEST_YEAR, plain_number

# Short names that offices write instead of the full one; the longest words of all names are tried first, so that
# “Peraturan Bersama Kepala Desa” is not taken for a “Peraturan Kepala Desa”.
_NAMES = {
    "perdes": ("peraturan desa", "perdes"),
    "permakades": (
        "peraturan bersama kepala desa",
        "peraturan bersama kades",
        "peraturan bersama",
        "permakades",
    ),
    "perkades": ("peraturan kepala desa", "peraturan kades", "perkades"),
    "kepkades": ("keputusan kepala desa", "keputusan kades", "kepkades", "sk kades", "sk kepala desa"),
}
_BY_LENGTH = sorted(
    ((name, kind) for kind, names in _NAMES.items() for name in names), key=lambda pair: -len(pair[0])
)
_NUMBER = re.compile(r"\b(?:nomor|no\.?)\s*:?\s*(?P<number>\S.{0,38}?)\s+(?:tahun|th\.?)\s+(?P<year>\d{4})\b")
_SHORT = re.compile(r"\b(?P<number>\d{1,6}[a-z]?)\s*/\s*(?P<year>\d{4})\b")


class Citation(NamedTuple):
    kind: str
    number: str
    year: int

    @property
    def key(self) -> str:
        """By which a citation and the regulation it means find each other; upper and lower case count the same."""
        return f"{self.kind}:{self.number.casefold()}:{self.year}"


def read(text: str) -> Citation | None:
    """The regulation that is meant, or None where kind, number or year is not said. The first one named counts."""
    words = " ".join(text.casefold().split())
    named = _first_named(words)
    if named is None:
        return None
    position, length, kind = named
    rest = words[position - length :]
    match = _NUMBER.search(rest) or _SHORT.search(rest)
    number = match and plain_number(match["number"])
    if not number or int(match["year"]) < OLDEST_YEAR:
        return None
    return Citation(kind, number, int(match["year"]))


def kind_of(text: str) -> str:
    """The kind that a text names, in full or short; empty where it names none."""
    named = _first_named(" ".join(text.casefold().split()))
    return named[2] if named else ""


def _first_named(words: str) -> tuple[int, int, str] | None:
    """Where the first name of a kind stands, minus its length, and the kind."""
    found = [(words.find(name), -len(name), kind) for name, kind in _BY_LENGTH if name in words]
    return min(found) if found else None


def key(kind: str, number: str | None, year: int | None) -> str:
    """The key of a regulation; empty while it has no number and year."""
    return Citation(kind, number, year).key if kind in KINDS and number and year else ""
