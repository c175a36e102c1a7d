"""When terms of office overlap. Plain data in, plain data out."""

from datetime import date


def overlaps(begins: date, ends: date | None, other_begins: date, other_ends: date | None) -> bool:
    """Whether two terms share a day; a term without an end goes on. The first and the last day both count."""
    return (ends is None or other_begins <= ends) and (other_ends is None or begins <= other_ends)


def is_in_office(begins: date, ends: date | None, day: date) -> bool:
    return begins <= day and (ends is None or day <= ends)
