"""Reads what OpenSID gives out about a village's regulations, so that a village can move.

Its PPID interface (`api_informasi_publik/ppid`) answers `{"data": {"ppid": [ … ]}}`; an export of its documents is a
list of rows. The fields of a register stand in `attr`, as an object or as text of one, beside `nama` and `tahun`.
Category 2 of its documents are decisions of the head, 3 are regulations.
"""

import html
import json
from collections.abc import Iterator

from home.casework.imports.columns import Column, Table, TableError, plain
from project.lib.spreadsheets import MAX_ROWS, TOO_MANY_ROWS, decode

_MAX_DEPTH = 4
_DECISIONS, _REGULATIONS = "2", "3"
_DELETED = "3"  # `aksi` of a row that tells of a deletion

BROKEN = "Berkas JSON ini rusak atau belum lengkap. Ekspor ulang dari OpenSID, lalu unggah lagi."
NO_ROWS = "Berkas JSON ini tidak memuat daftar dokumen seperti ekspor OpenSID."


def is_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read(data: bytes, columns: tuple[Column, ...]) -> Table:
    """The rows by their place in the list, from 1. Raises `TableError`."""
    try:
        content = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise TableError(BROKEN) from error
    listed = _rows(content, 0)
    if not listed:
        raise TableError(NO_ROWS)
    if len(listed) > MAX_ROWS:
        raise TableError(TOO_MANY_ROWS)
    known = {
        plain(name): column.field for column in columns for name in (column.heading, *column.also) if name
    }
    rows, ignored = [], {}
    for number, row in enumerate(listed, 1):
        told = _flat(row)
        if told.get("aksi") == _DELETED:
            continue
        cells = {}
        for name, text in told.items():
            field = known.get(plain(name))
            if field is None:
                ignored[name] = True
            elif text and field not in cells:
                cells[field] = text
        if "file" in cells:  # an address of the old site; the file is asked for by its name
            cells["file"] = cells["file"].partition("?")[0].rstrip("/").rpartition("/")[2]
        if "kind" not in cells and told.get("kategori") == _DECISIONS:
            cells["kind"] = "Keputusan Kepala Desa"
        if cells:
            rows.append((number, cells))
    return Table(rows, list(ignored))


def _rows(content, depth: int) -> list[dict]:
    """The first list of objects in it."""
    if isinstance(content, list):
        return [row for row in content if isinstance(row, dict)]
    if isinstance(content, dict) and depth < _MAX_DEPTH:
        for part in content.values():
            if isinstance(part, dict | list) and (found := _rows(part, depth + 1)):
                return found
    return []


def _flat(row: dict) -> dict[str, str]:
    """One level, as text; what stands in `attr` counts before what stands beside it."""
    attributes = row.get("attr")
    if isinstance(attributes, str):
        try:
            attributes = json.loads(attributes)
        except ValueError:
            attributes = {}
    told = dict(_texts(attributes)) if isinstance(attributes, dict) else {}
    return told | {name: text for name, text in _texts(row) if name not in told}


def _texts(row: dict) -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            # OpenSID keeps some texts as HTML would write them.
            yield str(name), " ".join(html.unescape(str(value)).split())
