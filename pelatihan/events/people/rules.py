"""How people are told apart and counted: names with and without titles, RT and RW in all spellings."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

MALE, FEMALE = "L", "P"
SEXES = {MALE: "laki-laki", FEMALE: "perempuan"}

# From 60 on somebody is "lanjut usia" (UU 13/1998, Pasal 1); below 18 a child (UU 35/2014, Pasal 1).
AGE_GROUPS = {
    "anak": "di bawah 18 tahun",
    "muda": "18–35 tahun",
    "dewasa": "36–59 tahun",
    "lansia": "60 tahun ke atas",
}

# What a list of participants usually says under "jabatan/unsur". Suggestions only: each village has its own.
ELEMENTS = (
    "Perangkat desa",
    "BPD",
    "Ketua RT",
    "LPM",
    "PKK",
    "Kader posyandu",
    "Karang Taruna",
    "Kelompok tani",
    "Pelaku usaha",
    "Guru",
    "Tokoh masyarakat",
    "Warga",
)

_NOT_RT = "RT ditulis dengan angka, misalnya “03” atau “RT 03/RW 01”."
MOST = 999

_RT = re.compile(
    r"(?:rt\s*[.:/]?\s*)?0*(\d{1,3})(?:(?:\s*[/,–-]\s*|\s+|(?=rw))(?:rw\s*[.:/]?\s*)?0*(\d{1,3}))?"
)
_RT_RW = re.compile(r"rt\s*/\s*rw\s*[.:]?\s*0*(\d{1,3})\s*[/–-]\s*0*(\d{1,3})")


@dataclass(frozen=True)
class Neighbourhood:
    """An RT with its RW, where that is known. Neither: nobody wrote it down."""

    rw: int | None = None
    rt: int | None = None

    def __str__(self):
        if self.rt is None:
            return "tanpa RT" if self.rw is None else f"RW {self.rw:02}"
        return f"RT {self.rt:02}" + (f"/RW {self.rw:02}" if self.rw is not None else "")


def read_neighbourhood(text: str) -> Neighbourhood:
    """ "RT 1", "01", "RT.001/002", "rt 3 rw 2" and the like; nothing where nothing is written. Raises ValueError, in
    Indonesian words, for what is no RT."""
    typed = " ".join(text.casefold().split())
    if typed in {"", "-", "–"}:
        return Neighbourhood()
    match = _RT.fullmatch(typed) or _RT_RW.fullmatch(typed)
    if match is None or int(match[1]) == 0:
        raise ValueError(_NOT_RT)
    rw = int(match[2]) if match[2] and int(match[2]) else None
    return Neighbourhood(rw, int(match[1]))


def united(found: Iterable[Neighbourhood]) -> dict[Neighbourhood, Neighbourhood]:
    """Which RT each spelling means: one without RW is the one of that number whose RW is known, where there is exactly
    one. So "RT 1" and "RT 001/002" of a list are one RT and not two."""
    everyone = set(found)
    with_rw = defaultdict(set)
    for one in everyone:
        if one.rt is not None and one.rw is not None:
            with_rw[one.rt].add(one)
    return {
        one: next(iter(with_rw[one.rt])) if one.rw is None and len(with_rw.get(one.rt, ())) == 1 else one
        for one in everyone
    }


def count_rt(found: Iterable[Neighbourhood]) -> int:
    """How many RT people come from. Whoever has none is no RT; one without RW is none more where its number is there
    with an RW."""
    known = {one for one in found if one.rt is not None}
    numbers_with_rw = {one.rt for one in known if one.rw is not None}
    return sum(one.rw is not None or one.rt not in numbers_with_rw for one in known)


_TITLE = re.compile(
    r"\b(?:prof|drs|dra|dr|ir|h|hj|kh|ust|ustadz|ustadzah|tgk|bpk|bapak|ibu|sdr|sdri|s\s?\.?\s?[a-z]{1,4}|m\s?\.?\s?[a-z]{1,4}|a\s?\.?\s?md(?:\s?\.?\s?[a-z]{2,4})?)\."
)


def plain_name(name: str) -> str:
    """A name without titles, apostrophes and marks, for comparing: "Hj. Nur'aini, S.Pd." is "nuraini"."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    folded = folded.partition(",")[0]  # titles after a comma
    folded = re.sub(r"['’`‘ʼ]", "", folded)
    folded = _TITLE.sub(" ", folded)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", folded).split())


NEAR = 0.85  # difflib's ratio: of seven letters about one may differ
_PLACES = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789 ")}


class Spelling:
    """A name as it is compared, worked out once for many comparisons."""

    def __init__(self, name: str):
        self.plain = plain_name(name)
        words = self.plain.split()
        self.words = frozenset(words)
        self.ordered = " ".join(sorted(words))
        # A bit for each letter, another for its second time, and so on: what two names share is counted in one step.
        self.letters, times = 0, defaultdict(int)
        for letter in self.ordered:
            self.letters |= 1 << (times[letter] * len(_PLACES) + _PLACES[letter])
            times[letter] += 1

    def is_similar(self, other: "Spelling") -> bool:
        """Whether two names may be one person's: a letter differs, a name is left out, words stand the other way."""
        if not self.plain or not other.plain:
            return False
        if self.plain == other.plain:
            return True
        short, long = self.words, other.words
        if len(short) > len(long):
            short, long = long, short
        if short <= long and (len(short) > 1 or len(next(iter(short))) > 3):
            return True
        # No more letters can stand in the same order than both have; the costly look is for those that have enough.
        shared = (self.letters & other.letters).bit_count()
        if 2.0 * shared / (len(self.ordered) + len(other.ordered)) < NEAR:
            return False
        return SequenceMatcher(None, self.ordered, other.ordered).ratio() >= NEAR


def similar(one: str, other: str) -> bool:
    """Whether two names may be one person's."""
    return Spelling(one).is_similar(Spelling(other))


@dataclass(frozen=True)
class Known:
    """Somebody who is there already, as far as it takes to know him again."""

    pk: int
    name: str
    at: Neighbourhood = Neighbourhood()
    note: str = ""

    def __str__(self):
        return ", ".join(filter(None, (self.name, self.note, str(self.at) if self.at.rt else "")))

    @cached_property
    def spelling(self) -> Spelling:
        return Spelling(self.name)

    def may_be(self, spelling: Spelling, at: Neighbourhood) -> bool:
        """Similar name, and no other RT: whoever moved is another until somebody says he is the same."""
        apart = self.at.rt is not None and at.rt is not None and self.at.rt != at.rt
        return not apart and self.spelling.is_similar(spelling)


def alike(name: str, at: Neighbourhood, known: Iterable[Known]) -> list[Known]:
    """Who of them may be this person, the same name first."""
    spelling = Spelling(name)
    found = [one for one in known if one.may_be(spelling, at)]
    return sorted(found, key=lambda one: (one.spelling.plain != spelling.plain, one.at != at, one.name))
