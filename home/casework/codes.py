"""Codes that people read out, copy by hand and type: "7Q2M-K4XD".

The letters are Crockford's base 32, without those that are taken for others on paper; what was taken for another is
read as what it looks like. The last letter checks the others: it notices every letter that is wrong and every two
neighbours that changed places, by a weighted sum over the field of 32 elements (each place has a weight of its own).
"""

import secrets
from base64 import b32encode

from django.utils.crypto import salted_hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_OURS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)
_LOOKALIKES = str.maketrans("OILU", "011V")
_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
GROUP = 4
LONGEST = 30  # letters before the check letter; beyond it two places would have one weight


class WrongCode(ValueError):
    """A code that cannot be right: somebody mistyped it."""


def random(letters: int) -> str:
    """A code that nobody can guess from others, with its check letter: 5 bits a letter."""
    return with_check("".join(secrets.choice(ALPHABET) for _ in range(letters)))


def from_secret(purpose: str, text: str, letters: int) -> str:
    """The same code for the same text, as long as the site's secret stays; nothing needs to be stored."""
    digest = salted_hmac(f"home.casework.codes.{purpose}", text, algorithm="sha256").digest()
    return with_check(letters_of(digest)[:letters])


def letters_of(digest: bytes) -> str:
    """Bytes in letters of the alphabet: five bytes are eight letters."""
    return b32encode(digest).decode().translate(_TO_OURS)


def with_check(letters: str) -> str:
    """The letters with their check letter. Raises WrongCode where one is not of the alphabet."""
    if not 1 <= len(letters) <= LONGEST or any(letter not in _VALUE for letter in letters):
        raise WrongCode(letters)
    return letters + ALPHABET[_sum(letters)]


def plain(typed: str) -> str:
    """What somebody typed, as it is compared: without spaces and hyphens, in capitals, look-alikes put right."""
    return "".join(typed.split()).replace("-", "").upper().translate(_LOOKALIKES)


def read(typed: str) -> str:
    """The code that was typed. Raises WrongCode where its check letter does not fit."""
    code = plain(typed)
    if len(code) < 2 or with_check(code[:-1]) != code:
        raise WrongCode(typed)
    return code


def shown(code: str) -> str:
    """In groups of four."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def _sum(letters: str) -> int:
    total, weight = 0, 1
    for letter in reversed(letters):
        weight = _times_two(weight)
        total ^= _product(weight, _VALUE[letter])
    return total


def _times_two(value: int) -> int:
    """In the field of 32 elements, by x^5 + x^2 + 1."""
    value <<= 1
    return value ^ 0b100101 if value & 0b100000 else value


def _product(one: int, other: int) -> int:
    found = 0
    while other:
        if other & 1:
            found ^= one
        one, other = _times_two(one), other >> 1
    return found
