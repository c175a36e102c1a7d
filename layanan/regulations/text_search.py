"""Search within the text of one regulation: the Pasal, dictums and other units that have the words, in any form."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from home.search.rules import PREFIX_LETTERS, query_words
from layanan.regulations.text_parser import Unit, parse
from project.lib.words import excerpt, stem, words

HITS = 50


@dataclass(frozen=True, slots=True)
class Hit:
    unit: Unit
    text: str

    def excerpt(self, asked: Sequence[str]) -> str:
        return excerpt(self.text, asked)


@dataclass(frozen=True, slots=True)
class Found:
    """`partial`: no unit has all the words, these have some. `more`: there are more than these."""

    asked: list[str]
    hits: list[Hit]
    partial: bool = False
    more: bool = False


def search(text: str, query: str) -> Found:
    """In the order of the text."""
    asked = query_words(query)
    if not asked:
        return Found(asked, [])
    units = _index(text)
    found = [unit for unit, known in units if all(_has(known, word) for word in asked)]
    partial = not found
    if partial:
        found = [unit for unit, known in units if any(_has(known, word) for word in asked)]
    hits = [Hit(unit, _text(unit)) for unit in found[:HITS]]
    return Found(asked, hits, partial and bool(hits), len(found) > HITS)


def _has(known: frozenset[str], word: str) -> bool:
    if word in known or stem(word) in known:
        return True
    return len(word) >= PREFIX_LETTERS and any(one.startswith(word) for one in known)


@lru_cache(maxsize=8)
def _index(text: str) -> list[tuple[Unit, frozenset[str]]]:
    """Every unit with its words and their roots."""
    found = []
    for unit in parse(text).units:
        spoken = frozenset(words(f"{unit.name} {unit.title} {_text(unit)}"))
        found.append((unit, spoken | frozenset(map(stem, spoken))))
    return found


def _text(unit: Unit) -> str:
    """What stands beneath its heading."""
    return " ".join(filter(None, (part for one in unit.paragraphs for part in (one.mark, one.text))))
