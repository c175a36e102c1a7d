"""The class board as a table file."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from pelatihan.events.board import Board
from project.lib.localdates import format_moment, now

_HEAD_ROWS = 4


def board_xlsx(board: Board) -> bytes:
    """What the screen shows: a row for each person, a column for each lesson, and the moment it was read."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Kemajuan kelas"
    _text(sheet, 1, 1, f"Kemajuan kelas: {board.training_class}").font = Font(bold=True, size=14)
    _text(sheet, 2, 1, f"Dibaca {format_moment(now())}")
    heads = ["Nama", "Keterangan", "Selesai", *(lesson.title for lesson in board.lessons)]
    for column, words in enumerate(heads, 1):
        cell = _text(sheet, _HEAD_ROWS, column, words)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = 28 if column == 1 else 18
    for row, line in enumerate(board.lines, _HEAD_ROWS + 1):
        person = line.membership.participant
        _text(sheet, row, 1, person.name)
        _text(sheet, row, 2, person.note)
        sheet.cell(row, 3, line.finished)
        for column, cell in enumerate(line.cells, 4):
            _text(sheet, row, column, cell.words)
    sheet.freeze_panes = sheet.cell(_HEAD_ROWS + 1, 2)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text(sheet, row: int, column: int, words: str):
    """Always as text: a name that begins with "=" is a name and no formula."""
    cell = sheet.cell(row, column)
    cell.value = words
    cell.data_type = "s"
    return cell
