"""Sheets of the example regulations: A4 PDFs in the form of Lampiran Permendagri 111/2014.

Each page carries "CONTOH – bukan peraturan resmi", in its head and across the paper. The same
regulation always gives the same bytes: the creation date is the enactment, nothing is random.
"""

from datetime import UTC, datetime, time

from font_source_sans_pro import SourceSansPro, SourceSansProBold
from fpdf import FPDF

from layanan.example.budgets import INCOME, SPENDING, Budget
from layanan.example.shapes import Regulation
from layanan.regulations.rules import KINDS
from project.lib.localdates import format_date

MARK = "CONTOH – bukan peraturan resmi"
FONT = "Source"
GREY, PALE, INK, MAROON = (95, 88, 82), (238, 232, 222), (28, 24, 22), (122, 29, 46)
MARGIN = 24  # mm, left and right
LINE = 5.4  # mm
ENDINGS = {"perdes": "LEMBARAN DESA", "perkades": "BERITA DESA", "permakades": "BERITA DESA"}
SOURCE_OF_LAW = {
    "perdes": "PERATURAN DESA",
    "perkades": "PERATURAN KEPALA DESA",
    "kepkades": "KEPUTUSAN KEPALA DESA",
}


class Sheet(FPDF):
    """An A4 page with the example mark and a page number."""

    def __init__(self, title: str, created: datetime):
        super().__init__(format="A4")
        self.set_creation_date(created)
        self.set_title(title)
        self.set_author("Desa contoh")
        self.set_lang("id")
        self.set_margins(MARGIN, 24, MARGIN)
        self.set_auto_page_break(True, margin=22)
        self.add_font(FONT, "", SourceSansPro)
        self.add_font(FONT, "B", SourceSansProBold)
        self.alias_nb_pages()

    def header(self) -> None:
        with self.rotation(52, self.w / 2, self.h / 2):
            self.set_font(FONT, "B", 112)
            self.set_text_color(*PALE)
            width = self.get_string_width("CONTOH")
            self.text(self.w / 2 - width / 2, self.h / 2 + 16, "CONTOH")
        self.set_y(11)
        self.set_font(FONT, "B", 9)
        self.set_text_color(*MAROON)
        self.cell(0, 5, MARK, align="C")
        self.set_y(24)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font(FONT, "", 9)
        self.set_text_color(*GREY)
        self.cell(0, 5, f"{MARK} · halaman {self.page_no()} dari {{nb}}", align="C")

    def write_lines(self, *lines: str, style: str = "", size: float = 11, gap: float = 0) -> None:
        """Centred lines; long ones break."""
        self.set_font(FONT, style, size)
        self.set_text_color(*INK)
        for line in lines:
            self.multi_cell(0, LINE, line, align="C", new_x="LMARGIN", new_y="NEXT")
        self.ln(gap)

    def clause(self, label: str, lines: list[str], indent: float = 30) -> None:
        """Writes "Menimbang : a. …": the label once, then the lines beside it."""
        self.set_font(FONT, "", 11)
        self.set_text_color(*INK)
        for position, line in enumerate(lines):
            if self.will_page_break(LINE * 2):
                self.add_page()
            if position == 0:
                self.cell(indent - 4, LINE, label)
                self.cell(4, LINE, ":")
            self.set_x(MARGIN + indent)
            mark, _, words = line.partition(" ")
            self.cell(8, LINE, mark)
            self.multi_cell(
                self.w - 2 * MARGIN - indent - 8, LINE, words, align="J", new_x="LMARGIN", new_y="NEXT"
            )
        self.ln(2)

    def paragraphs(self, lines: tuple[str, ...]) -> None:
        """The lines of an article; "(1)" and "a." hang to the left of their words."""
        self.set_font(FONT, "", 11)
        for line in lines:
            first, _, rest = line.partition(" ")
            hangs = first.startswith("(") or (len(first) == 2 and first.endswith("."))
            indent = 8 if hangs else 0
            if self.will_page_break(LINE * 2):
                self.add_page()
            if hangs:
                self.cell(indent, LINE, first)
            self.multi_cell(0, LINE, rest if hangs else line, align="J", new_x="LMARGIN", new_y="NEXT")
        self.ln(2)


def amount(value: int) -> str:
    """An amount in a budget table: no symbol, negative in parentheses."""
    words = f"{abs(value):,}".replace(",", ".") + ",00"
    return f"({words})" if value < 0 else words


def budget_table(sheet: Sheet, budget: Budget) -> None:
    """The annex with income, spending by field, and financing. Amounts in rupiah, negatives in parentheses."""
    rows: list[tuple[str, str, int, str]] = [("4", "PENDAPATAN", budget.income, "B")]
    rows += [(code, label, getattr(budget, name), "") for name, (code, label) in INCOME.items()]
    rows.append(("5", "BELANJA", budget.total_spending, "B"))
    rows += [("", label, value, "") for label, value in zip(SPENDING, budget.spending, strict=True)]
    rows.append(("", "Surplus/(Defisit)", budget.deficit, "B"))
    rows.append(("6", "PEMBIAYAAN", budget.brought_forward, "B"))
    rows.append(("6.1.1", "Sisa lebih (SiLPA) tahun lalu", budget.brought_forward, ""))
    rows.append(("", "SiLPA tahun berkenaan", budget.deficit + budget.brought_forward, "B"))
    widths = (14, 108, 40)
    sheet.set_draw_color(*GREY)
    for code, label, value, style in [("Kode", "Uraian", None, "B"), *rows]:
        sheet.set_font(FONT, style, 10)
        sheet.set_text_color(*INK)
        sheet.cell(widths[0], 7, code, border="B")
        sheet.cell(widths[1], 7, label, border="B")
        words = "Anggaran (Rp)" if value is None else amount(value)
        sheet.cell(widths[2], 7, words, border="B", align="R", new_x="LMARGIN", new_y="NEXT")


def regulation_pdf(regulation: Regulation, village: str, regency: str) -> bytes:
    """The sheet of one regulation. ``village`` and ``regency`` without the words "Desa", "Kabupaten"."""
    name = village.upper()
    kind = KINDS[regulation.kind].upper()
    heading = SOURCE_OF_LAW[regulation.kind]
    number = f"NOMOR {regulation.number} TAHUN {regulation.year}"
    created = datetime.combine(regulation.enacted_on, time(8), UTC)
    sheet = Sheet(
        f"{KINDS[regulation.kind]} {village} Nomor {regulation.number} Tahun {regulation.year}", created
    )
    sheet.add_page()
    sheet.write_lines(f"KEPALA DESA {name}", f"KABUPATEN {regency.upper()}", style="B", size=12, gap=4)
    sheet.write_lines(f"{kind} {name}", number, style="B", gap=2)
    sheet.write_lines("TENTANG", gap=1)
    sheet.write_lines(regulation.subject.upper(), style="B", gap=3)
    sheet.write_lines("DENGAN RAHMAT TUHAN YANG MAHA ESA", gap=1)
    sheet.write_lines(f"KEPALA DESA {name},", gap=3)
    sheet.clause("Menimbang", [f"{'abcdef'[i]}. {words}" for i, words in enumerate(regulation.considering)])
    sheet.clause("Mengingat", [f"{i}. {words}" for i, words in enumerate(regulation.recalling, 1)])
    if regulation.agreed_on:
        sheet.write_lines("Dengan Kesepakatan Bersama", gap=0)
        sheet.write_lines(f"BADAN PERMUSYAWARATAN DESA {name}", "dan", f"KEPALA DESA {name}", gap=2)
    sheet.write_lines("MEMUTUSKAN:", style="B", gap=1)
    sheet.set_font(FONT, "", 11)
    sheet.cell(26, LINE, "Menetapkan")
    sheet.cell(4, LINE, ":")
    sheet.multi_cell(
        0, LINE, f"{heading} TENTANG {regulation.subject.upper()}.", new_x="LMARGIN", new_y="NEXT"
    )
    sheet.ln(3)
    for chapter in regulation.body:
        if sheet.will_page_break(LINE * 4):
            sheet.add_page()
        sheet.write_lines(*filter(None, (chapter.heading, chapter.title)), style="B")
        sheet.paragraphs(chapter.lines)
    _signatures(sheet, regulation, village)
    if regulation.budget:
        sheet.add_page()
        sheet.write_lines("LAMPIRAN", f"{kind} {name}", number, style="B", gap=3)
        sheet.write_lines(f"RINGKASAN APB DESA TAHUN ANGGARAN {regulation.budget.year}", style="B", gap=4)
        budget_table(sheet, regulation.budget)
    return bytes(sheet.output())


def _signatures(sheet: Sheet, regulation: Regulation, village: str) -> None:
    """Where and when it was enacted and promulgated. No names: an example has nobody to sign it."""
    name = village.upper()
    if sheet.will_page_break(LINE * 15):
        sheet.add_page()
    half = sheet.w / 2
    sheet.ln(4)
    sheet.set_font(FONT, "", 11)
    sheet.set_text_color(*INK)
    blank = "(contoh, tanpa tanda tangan)"
    lines = [
        f"Ditetapkan di {village}",
        f"pada tanggal {format_date(regulation.enacted_on)}",
        f"KEPALA DESA {name},",
        blank,
    ]
    for line in lines:
        sheet.set_x(half - 4)
        sheet.multi_cell(0, LINE, line, align="L", new_x="LMARGIN", new_y="NEXT")
    if not regulation.promulgated_on:
        return
    sheet.ln(3)
    year, number = regulation.promulgated_on.year, regulation.number
    ending = f"{ENDINGS[regulation.kind]} {name} TAHUN {year} NOMOR {number}"
    for line in (
        f"Diundangkan di {village}",
        f"pada tanggal {format_date(regulation.promulgated_on)}",
        f"SEKRETARIS DESA {name},",
        blank,
        "",
        ending,
    ):
        sheet.multi_cell(0, LINE, line, align="L", new_x="LMARGIN", new_y="NEXT")
