"""The file of an import: a table, or a ZIP with one table and the files that it names."""

from pathlib import Path

from home.casework.imports.columns import Table, TableError
from home.casework.imports.importers import Importer
from project.lib import office_files, spreadsheets
from project.lib.archives import Archive, ArchiveError

_TABLES = (".xlsx", ".csv", ".json", ".xls", ".txt")

NO_TABLE = "ZIP ini tidak memuat tabel. Masukkan satu berkas XLSX, CSV, atau JSON di samping PDF-nya."
TWO_TABLES = "ZIP ini memuat lebih dari satu tabel: {names}. Sisakan satu saja."
NO_ROWS = "Tabel ini tidak berisi baris. Isi mulai di bawah judul kolomnya."


class SourceError(ValueError):
    """A file that can't be imported; its text tells the person in Indonesian what to do."""


def read(importer: Importer, path: Path) -> tuple[Table, bool]:
    """The rows of an uploaded file, and whether it is an archive that is needed later. Raises `SourceError`."""
    try:
        if _is_archive(path):
            with Archive(path) as archive:
                table, is_archive = _table_in(importer, archive), True
        else:
            with path.open("rb") as file:
                table, is_archive = importer.read(file.read(spreadsheets.MAX_BYTES + 1)), False
    except (ArchiveError, spreadsheets.SpreadsheetError, TableError) as error:
        raise SourceError(str(error)) from error
    if not table.rows:
        raise SourceError(NO_ROWS)
    return table, is_archive


def _is_archive(path: Path) -> bool:
    """A ZIP that is no workbook of Excel or LibreOffice; those are ZIPs too."""
    with path.open("rb") as file:
        head = file.read(4)
        if head != b"PK\x03\x04":
            return False
        file.seek(0)
        data = file.read(spreadsheets.MAX_BYTES + 1)
    try:
        office_files.kind_of(data)
    except office_files.OfficeFileError as error:
        return str(error) in (office_files.NOT_OFFICE, office_files.BROKEN, office_files.TOO_LARGE)
    return False


def _table_in(importer: Importer, archive: Archive) -> Table:
    """Of several tables the one whose headings the import knows."""
    candidates = [name for name in archive.names if name.lower().endswith(_TABLES)]
    if not candidates:
        raise SourceError(NO_TABLE)
    read, faults = {}, []
    for name in candidates[:20]:
        try:
            read[name] = importer.read(archive.read(name))
        except (spreadsheets.SpreadsheetError, TableError) as error:
            faults.append(f"{name}: {error}")
    if len(read) > 1:
        raise SourceError(TWO_TABLES.format(names=", ".join(sorted(read))))
    if not read:
        raise SourceError(faults[0])
    return next(iter(read.values()))
