"""The sheet that people sign: A4, with the head and the signature block of the village.

Paper stays the evidence, the system is the count. Signature cells are staggered, so that two neighbours do not write
over each other; ten rows are left for whoever comes without an invitation.
"""

from datetime import datetime

from font_source_sans_pro import SourceSansPro, SourceSansProBold
from fpdf import FPDF

from pelatihan.events.attendance.lists import Line
from pelatihan.events.attendance.models import AttendanceNote
from pelatihan.events.letterheads import Letterhead
from pelatihan.events.programmes.models import Session
from project.lib import phone
from project.lib.localdates import format_date, format_day, format_moment

FONT = "Source"
INK, SOFT, PALE = (34, 28, 24), (91, 80, 72), (243, 238, 230)
MARGIN = 14.0
ROW, HEAD = 9.5, 8.0  # mm
EMPTY_ROWS = 10
CONSENT = (
    "Dengan menandatangani daftar ini, saya setuju nama saya dicatat untuk kegiatan ini: daftar hadir, sertifikat, dan "
    "laporan jumlah peserta. Saya dapat meminta datanya dilihat, diperbaiki, atau dihapus di kantor desa "
    "(UU 27/2022). Jangan menulis NIK."
)

# Column of the table: heading, width in mm, how much of what is left it takes.
COLUMNS = {
    "lp": ("L/P", 10.0, 0),
    "alamat": ("RT/RW/dusun", 30.0, 0),
    "unsur": ("Jabatan/unsur", 34.0, 0),
    "hp": ("No. HP", 30.0, 0),
}
USUAL = ("lp", "alamat", "unsur")
SIGNATURE = 46.0
NUMBER = 10.0


class Sheet(FPDF):
    def __init__(self, head: Letterhead, title: str, created: datetime):
        super().__init__(format="A4")
        self.head = head
        self.set_creation_date(created)
        self.set_title(title)
        self.set_lang("id")
        self.set_margins(MARGIN, 12, MARGIN)
        self.set_auto_page_break(False)
        self.add_font(FONT, "", SourceSansPro)
        self.add_font(FONT, "B", SourceSansProBold)
        self.alias_nb_pages()

    def footer(self) -> None:
        self.set_y(-12)
        self._pen(8, SOFT)
        self.cell(0, 5, f"{self.title} · halaman {self.page_no()} dari {{nb}}", align="C")

    def _pen(self, size: float, colour=INK, style: str = "") -> None:
        self.set_font(FONT, style, size)
        self.set_text_color(*colour)

    def letterhead(self) -> None:
        self.set_y(12)
        for place, line in enumerate(self.head.lines):
            last = place == len(self.head.lines) - 1
            self._pen(15 if last else 11, INK, "B")
            self.cell(0, 6.4 if last else 5, line, align="C", new_x="LMARGIN", new_y="NEXT")
        if self.head.address:
            self._pen(9, SOFT)
            self.cell(0, 4.6, self.head.address, align="C", new_x="LMARGIN", new_y="NEXT")
        y = self.get_y() + 1.4
        self.set_draw_color(*INK)
        self.set_line_width(0.9)
        self.line(MARGIN, y, self.w - MARGIN, y)
        self.set_line_width(0.2)
        self.line(MARGIN, y + 1.2, self.w - MARGIN, y + 1.2)
        self.set_y(y + 4)

    def fitted(
        self, width: float, height: float, text: str, *, size: float = 10, align: str = "L", **cell
    ) -> None:
        """One line in its cell: smaller where it would not fit, and at last cut."""
        while self.get_string_width(text) > width - 2 and size > 6.5:
            size -= 0.5
            self.set_font_size(size)
        while (
            text and self.get_string_width(text + "…") > width - 2 and self.get_string_width(text) > width - 2
        ):
            text = text[:-1]
            if self.get_string_width(text + "…") <= width - 2:
                text += "…"
                break
        self.cell(width, height, text, align=align, **cell)


def columns_of(wanted) -> list[str]:
    """The columns that somebody chose, in the order of the sheet; the usual ones where he chose none."""
    return [name for name in COLUMNS if name in wanted] or list(USUAL)


def sheet_pdf(
    session: Session,
    lines: list[Line],
    head: Letterhead,
    *,
    columns: list[str],
    filled: bool,
    footnotes: dict[int, list[AttendanceNote]] | None = None,
    made_at: datetime,
) -> bytes:
    """The list to sign, or, `filled`, the list as it was noted, with the corrections that came after approval."""
    title = f"Daftar hadir: {session}"
    sheet = Sheet(head, title, made_at)
    name_width = sheet.w - 2 * MARGIN - NUMBER - SIGNATURE - sum(COLUMNS[name][1] for name in columns)
    widths = [NUMBER, name_width, *(COLUMNS[name][1] for name in columns), SIGNATURE]
    heads = ["No", "Nama", *(COLUMNS[name][0] for name in columns), "Kehadiran" if filled else "Tanda tangan"]
    marks = _footnote_marks(lines, footnotes or {})
    _begin(sheet, session, first=True)
    _table_head(sheet, widths, heads)
    rows: list[Line | None] = [*lines, *([] if filled else [None] * EMPTY_ROWS)]
    highest = max([line.number for line in lines], default=0)
    for place, line in enumerate(rows):
        if sheet.get_y() + ROW > sheet.h - 22:
            sheet.add_page()
            sheet.set_y(14)
            _table_head(sheet, widths, heads)
        number = line.number if line else highest + 1 + place - len(lines)
        _row(sheet, widths, number, line, columns, filled, marks)
    _footnotes(sheet, footnotes or {}, lines, marks)
    _closing(sheet, session, filled)
    return bytes(sheet.output())


def _begin(sheet: Sheet, session: Session, *, first: bool) -> None:
    sheet.add_page()
    sheet.letterhead()
    sheet._pen(14, INK, "B")
    sheet.cell(0, 7, "DAFTAR HADIR", align="C", new_x="LMARGIN", new_y="NEXT")
    sheet._pen(11.5, INK, "B")
    sheet.multi_cell(0, 5.4, session.event.title, align="C", new_x="LMARGIN", new_y="NEXT")
    sheet.ln(2)
    facts = [("Hari, tanggal", format_day(session.day)), ("Waktu", session.clock), ("Tempat", session.place)]
    if session.topic:
        facts.append(("Acara", session.topic))
    for label, words in facts:
        sheet._pen(10.5)
        sheet.cell(30, 5.2, label)
        sheet.cell(4, 5.2, ":")
        sheet.multi_cell(0, 5.2, words, new_x="LMARGIN", new_y="NEXT")
    sheet.ln(2.5)


def _table_head(sheet: Sheet, widths, heads) -> None:
    sheet.set_draw_color(*SOFT)
    sheet.set_line_width(0.2)
    sheet.set_fill_color(*PALE)
    for width, words in zip(widths, heads, strict=True):
        sheet._pen(9.5, INK, "B")
        sheet.cell(width, HEAD, words, border=1, align="C", fill=True)
    sheet.ln(HEAD)


def _row(sheet: Sheet, widths, number: int, line: Line | None, columns, filled: bool, marks) -> None:
    person = line.person if line else None
    values = {
        "lp": person.sex if person else "",
        "alamat": ", ".join(filter(None, (str(person.at) if person.rt else "", person.dusun)))
        if person
        else "",
        "unsur": person.element if person else "",
        "hp": phone.display(person.phone) if person and person.phone else "",
    }
    sheet._pen(10)
    sheet.cell(widths[0], ROW, str(number), border=1, align="C")
    name = str(person) if person else ""
    if line is not None and not line.counts:
        name = f"{name} ({line.role_words.lower()})"
    sheet._pen(10.5)
    sheet.fitted(widths[1], ROW, name, size=10.5, border=1)
    for width, column in zip(widths[2:-1], columns, strict=True):
        sheet._pen(9.5)
        sheet.fitted(width, ROW, values[column], size=9.5, border=1, align="C" if column == "lp" else "L")
    if filled:
        words = line.status_words
        if line.note is not None and line.status in ("hadir", "terlambat"):
            words += f" {line.note.clock}"
        sheet._pen(9.5)
        sheet.fitted(widths[-1], ROW, words + marks.get(line.person.pk, ""), size=9.5, border=1)
    else:
        sheet._pen(8, SOFT)
        left, half = sheet.get_x(), widths[-1] / 2
        sheet.cell(widths[-1], ROW, "", border=1)
        sheet.set_xy(left + (0 if number % 2 else half), sheet.get_y())
        sheet.cell(half, ROW * 0.6, f"{number}.")
    sheet.set_xy(MARGIN, sheet.get_y() + ROW)


def _footnote_marks(lines: list[Line], footnotes) -> dict[int, str]:
    changed = [line.person.pk for line in lines if footnotes.get(line.person.pk)]
    return {person: f" ({number})" for number, person in enumerate(changed, 1)}


def _footnotes(sheet: Sheet, footnotes, lines: list[Line], marks) -> None:
    for line in lines:
        for note in footnotes.get(line.person.pk, []):
            if sheet.get_y() > sheet.h - 30:
                sheet.add_page()
                sheet.set_y(14)
            sheet._pen(8.5, SOFT)
            status = note.get_status_display() or "tanda dibatalkan"
            words = f"{marks[line.person.pk].strip()} {line.person}: {_change(note, status)} "
            words += f"{format_moment(note.recorded_at)} oleh {note.recorded_by_name}. Alasan: {note.reason}"
            sheet.multi_cell(0, 4.4, words, new_x="LMARGIN", new_y="NEXT")


def _change(note: AttendanceNote, status: str) -> str:
    """Both values, where there was one before."""
    return f"diubah dari “{note.before}” menjadi “{status}”" if note.before else f"dicatat “{status}”"


def _closing(sheet: Sheet, session: Session, filled: bool) -> None:
    if sheet.get_y() > sheet.h - 70:
        sheet.add_page()
        sheet.set_y(14)
    sheet.ln(3)
    if not filled:
        sheet._pen(8.5, SOFT)
        sheet.multi_cell(0, 4.2, CONSENT, new_x="LMARGIN", new_y="NEXT")
        sheet.ln(2)
    top = sheet.get_y() + 2
    half = (sheet.w - 2 * MARGIN) / 2
    for place, (office, name) in enumerate(sheet.head.signers):
        left = MARGIN + half * (place % 2)
        sheet.set_xy(left, top)
        sheet._pen(10)
        first = f"{sheet.head.place}, {format_date(session.day)}" if place == 1 else "Mengetahui,"
        sheet.cell(half, 5, first, align="C")
        sheet.set_xy(left, top + 5)
        sheet.cell(half, 5, f"{office},", align="C")
        sheet.set_xy(left, top + 30)
        sheet._pen(10, INK, "B")
        sheet.fitted(half, 5, name or "(…………………………………………)", align="C")
