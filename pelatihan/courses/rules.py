"""The domain of courses: pure functions, plain data in, plain data out."""

from collections.abc import Iterable, Mapping

# Codes of the European framework DigComp 2.2 (areas 1 to 5), and of its area 0 in UNESCO's DLGF: devices.
_CODE = r"(?:0\.[1-2]|1\.[1-3]|2\.[1-6]|3\.[1-4]|4\.[1-4]|5\.[1-4])"
DIGCOMP = rf"^{_CODE}(?:, {_CODE})*\Z"


# An address on this site. Browsers drop tabs and line ends and read a backslash as a slash, so "/\t/" would lead to
# another site.
SITE_ADDRESS = r"/(?![/\\])[^\s\\\x00-\x1f\x7f]*"
SITE_ADDRESS_WORDS = "Tulis alamat di situs ini yang diawali garis miring, misalnya /layanan/."


def leads_back(course: int, before: Iterable[int], stated: Mapping[int, Iterable[int]]) -> bool:
    """Whether a course is, at any remove, among those that are to be done before it."""
    seen: set[int] = set()
    waiting = list(before)
    while waiting:
        one = waiting.pop()
        if one == course:
            return True
        if one not in seen:
            seen.add(one)
            waiting += stated.get(one, ())
    return False
