"""The example table of an import, to be filled in: as XLSX, and as CSV the way Excel writes it in Indonesia."""

import csv
import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from home.casework.imports.importers import Importer

_INK, _PAPER = "FFFFFF", "1F5D4C"
_LAST_ROW = 1000  # rows formatted as text, so that Excel leaves "1/2" and "005" alone


def xlsx(importer: Importer) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Isi di sini"
    columns = [column for column in importer.columns if column.heading]
    for place, column in enumerate(columns, 1):
        head = sheet.cell(1, place, column.heading)
        head.font = Font(bold=True, color=_INK)
        head.fill = PatternFill("solid", fgColor=_PAPER)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(place)].width = 40 if column.long else 20
        for row in range(2, _LAST_ROW + 1):
            sheet.cell(row, place).number_format = "@"
    for number, example in enumerate(importer.examples(), 2):
        for place, column in enumerate(columns, 1):
            sheet.cell(number, place, example.get(column.field, ""))
    sheet.freeze_panes = "A2"
    notes = book.create_sheet("Petunjuk")
    notes.append(["Kolom", "Isinya", "Contoh"])
    for column in columns:
        notes.append([column.heading, column.help, column.example])
    for letter, width in zip("ABC", (28, 70, 40), strict=True):
        notes.column_dimensions[letter].width = width
    for cell in notes[1]:
        cell.font = Font(bold=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_text(importer: Importer) -> bytes:
    columns = [column for column in importer.columns if column.heading]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in columns])
    for example in importer.examples():
        writer.writerow([example.get(column.field, "") for column in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode()
