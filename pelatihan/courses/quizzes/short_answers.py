"""Judges a short answer leniently: what is asked for is whether somebody knows it, not how he spells it."""

import re
from collections.abc import Iterable

from project.lib.words import words

LETTERS = 200  # of an answer; nobody types more into one line

# Words that people put around an answer and that change nothing about it.
_SMALL_WORDS = """
    di ke dari pada untuk oleh yaitu adalah ialah itu ini ya nya si yang para sang kira dengan sebuah suatu
    bapak ibu pak bu kak
"""
_AROUND = frozenset(_SMALL_WORDS.split())
_NUMBER_WORDS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
_NUMBERS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS.split())}
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))", re.ASCII)
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)", re.ASCII)


def is_right(typed: str, accepted: Iterable[str]) -> bool:
    """Whether an answer says one of what is accepted: in any case, with or without signs and small words around it, a
    number in words or in digits, and with a slip or two of the hand in a long word. Never with another number."""
    said = _core(typed)
    return bool(said) and any(_same(said, core) for core in map(_core, accepted) if core)


def _core(text: str) -> list[str]:
    found = _in_digits(words(_DECIMAL.sub(" koma ", _THOUSANDS.sub("", text[:LETTERS]))))
    return [word for word in found if word not in _AROUND] or found


def _in_digits(said: list[str]) -> list[str]:
    """Number words up to 99 as digits: "dua puluh lima" is "25"."""
    found: list[str] = []
    tens = False
    for word in said:
        digit = _NUMBERS.get(word, word)
        last = found[-1] if found else ""
        if word in ("belas", "puluh") and len(last) == 1 and last.isdigit():
            found[-1] = f"1{last}" if word == "belas" else f"{last}0"
        elif tens and len(digit) == 1 and digit.isdigit():
            found[-1] = last[0] + digit
        else:
            found.append(digit)
        tens = word == "puluh" and len(found[-1]) == 2
    return found


def _same(said: list[str], core: list[str]) -> bool:
    one, other = "".join(said), "".join(core)
    if one == other:
        return True
    if any(letter.isdigit() for letter in one + other):
        return False
    return distance(one, other) <= _slips(len(other))


def _slips(letters: int) -> int:
    return 0 if letters < 5 else 1 if letters < 9 else 2


def distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many or have changed places with their neighbour."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        line = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(last[j] + 1, line[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]
