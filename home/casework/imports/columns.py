"""Finds in a table the columns that an import knows, whatever they are called and wherever they begin."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from project.lib.spreadsheets import Row, Sheet

_HEAD_ROWS = 20  # a letterhead or a title may stand above the headings


@dataclass(frozen=True)
class Column:
    """What one column holds. `also` are the other headings it goes by; one without a `heading` of ours is read and
    not offered in the example table."""

    field: str
    heading: str
    help: str = ""
    example: str = ""
    also: tuple[str, ...] = ()
    long: bool = False  # more than a line of text

    @property
    def label(self) -> str:
        return self.heading or self.also[0]


@dataclass
class Table:
    """What was read: the rows by their number with the known columns, and the headings that nobody knows."""

    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


class TableError(ValueError):
    """No table that this import knows; its text says in Indonesian which headings it needs."""


def plain(heading: str) -> str:
    """A heading to compare by: "Tgl. Ditetapkan" and "tgl_ditetapkan" are one.

    >>> plain(" Tgl.  DITETAPKAN *")
    'tgl ditetapkan'
    """
    return " ".join(re.sub(r"[\W_]+", " ", heading.casefold()).split())


def find_table(sheets: Iterable[Sheet], columns: Sequence[Column], needed: Sequence[str]) -> Table:
    """The first sheet with the `needed` columns, or more of the columns than any other. Raises `TableError`."""
    known = {
        plain(name): column.field for column in columns for name in (column.heading, *column.also) if name
    }
    best, headings = None, []
    for sheet in sheets:
        head = _head(sheet.rows[:_HEAD_ROWS], known)
        if head is None:
            headings = headings or (sheet.rows[0].cells if sheet.rows else [])
        elif best is None or len(head.fields) > len(best[0].fields):
            best = head, sheet
    if best is None or not set(needed) & set(best[0].fields.values()):
        raise TableError(_no_table(columns, headings))
    head, sheet = best
    rows = [row for row in sheet.rows if row.number > head.last and not _counts_columns(row)]
    read = [(row.number, _cells(row, head.fields)) for row in rows]
    return Table([(number, cells) for number, cells in read if cells], head.ignored)


@dataclass
class _Head:
    fields: dict[int, str]
    ignored: list[str]
    last: int


def _head(rows: Sequence[Row], known: dict[str, str]) -> _Head | None:
    """The row of headings, or two where the second parts a heading of the first."""
    best = None
    for position, row in enumerate(rows):
        pairs = [(row.cells, row.number)]
        if position + 1 < len(rows):
            pairs.append((_joined(row.cells, rows[position + 1].cells), rows[position + 1].number))
        for headings, last in pairs:
            fields, ignored = {}, []
            for place, heading in enumerate(headings):
                named = known.get(plain(heading))
                if named and named not in fields.values():
                    fields[place] = named
                elif heading:
                    ignored.append(heading)
            if len(fields) >= 2 and (best is None or len(fields) > len(best.fields)):
                best = _Head(fields, ignored, last)
    return best


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    width = max(len(above), len(below))
    pairs = zip(*(list(row) + [""] * (width - len(row)) for row in (above, below)), strict=True)
    return [first if first == second else f"{first} {second}".strip() for first, second in pairs]


def _counts_columns(row: Row) -> bool:
    """Registers number their columns below the headings: 1, 2, 3 …"""
    return len(row.cells) > 2 and row.cells == [str(number) for number in range(1, len(row.cells) + 1)]


def _cells(row: Row, fields: dict[int, str]) -> dict[str, str]:
    return {
        name: row.cells[place]
        for place, name in fields.items()
        if place < len(row.cells) and row.cells[place]
    }


def _no_table(columns: Sequence[Column], headings: Sequence[str]) -> str:
    wanted = ", ".join(column.heading for column in columns if column.heading)
    found = ", ".join(heading for heading in headings[:12] if heading)
    seen = f" Yang ada di baris pertama: {found[:200]}." if found else ""
    return f"Judul kolomnya tidak dikenali.{seen} Pakai judul kolom dari berkas contoh: {wanted}."
