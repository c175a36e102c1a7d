"""A report as a table file: a sheet for each part, every name as text. Figures lead to the sheet of their rows."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from pelatihan.events.attendance.rules import STATUSES
from pelatihan.events.people.rules import AGE_GROUPS
from pelatihan.practice.rules import RESULTS
from pelatihan.reports import rules
from pelatihan.reports.details import scores, uncounted
from pelatihan.reports.models import ProgrammeReport
from project.lib.localdates import format_moment

ATTENDANCE, SCORES, PRACTICE, CERTIFICATES = "Kehadiran", "Nilai", "Praktik tiap orang", "Sertifikat"
_BEFORE_SESSIONS = 5  # columns of the attendance that say who somebody is
_TOTALS = {
    "expected": "Diharapkan",
    "present": "Hadir",
    "late": "Terlambat",
    "excused": "Izin",
    "ill": "Sakit",
    "represented": "Diwakili",
    "absent": "Tidak hadir",
    "unmarked": "Belum ditandai",
}


def report_xlsx(report: ProgrammeReport) -> bytes:
    book = Workbook()
    book.remove(book.active)
    figures = report.figures
    sessions = [(event, session) for event in figures["events"] for session in event["sessions"]]
    _summary(book, report, figures)
    _sessions(book, sessions)
    for title, lines in figures["groups"].items():
        rows = [[one["name"], one["registered"], one["present"]] for one in lines]
        sheet = _sheet(book, f"Menurut {title.replace('/', '-')}", [title, "Terdaftar", "Hadir"], rows)
        for row in range(2, len(rows) + 2):
            for column in (2, 3):
                _lead(sheet.cell(row, column), ATTENDANCE)
    _attendance(book, report, [one for _, one in sessions])
    facts = [[fact["name"], fact["figure"], fact["words"]] for fact in figures["facts"]]
    remarks = [["", "", remark] for remark in figures["remarks"]]
    tests = _sheet(book, "Tes", ["Ukuran", "Angka", "Keterangan"], facts + remarks)
    for row in range(2, len(facts) + 2):
        _lead(tests.cell(row, 2), SCORES)
    people = [*scores(report), *([name, "", "", why] for name, why in uncounted(report))]
    _sheet(book, SCORES, ["Nama", "Tes awal", "Tes akhir", "N-gain atau keterangan"], people)
    exercises = [[one["title"], one["tried"], one["alone"], one["helped"]] for one in figures["practice"]]
    practice = _sheet(book, "Praktik", ["Latihan", "Dicoba", "Mandiri", "Dibantu"], exercises)
    for row in range(2, len(exercises) + 2):
        for column in (2, 3, 4):
            _lead(practice.cell(row, column), PRACTICE)
    attempts = [
        [row["name"], title, RESULTS.get(result, "belum lulus")]
        for row in report.rows
        for title, result in row.get("practice", [])
    ]
    _sheet(book, PRACTICE, ["Nama", "Latihan", "Hasil"], attempts)
    _sheet(book, CERTIFICATES, ["Nomor", "Nama", "Jenis", "Keadaan"], figures["certificates"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _summary(book: Workbook, report: ProgrammeReport, figures: dict) -> None:
    """Each line, and the sheet where its figure comes from."""
    came, programme = figures["attendance"], figures["programme"]
    share = rules.percent(came["present"], figures["invited"])
    lines = [
        ("Program", programme["name"], ""),
        ("Desa", figures["village"]["name"], ""),
        ("Penyandang dana", programme["funder"], ""),
        ("Mulai", programme["starts_on"], ""),
        ("Selesai", programme["ends_on"], ""),
        ("Koordinator", programme["coordinator"], ""),
        ("Diundang", figures["invited"], ""),
        ("Terdaftar", came["registered"], ATTENDANCE),
        ("Hadir sedikitnya sekali (orang)", came["present"], ATTENDANCE),
        ("Hadir dibanding undangan", share, ""),
        ("Kehadiran (orang-sesi)", came["visits"], ATTENDANCE),
        ("Diharapkan (orang-sesi)", came["expected_visits"], ATTENDANCE),
        ("RT asal yang hadir", came["rt"], "Menurut RT"),
        ("Hadir tanpa RT", came["without_rt"], "Menurut RT"),
        ("Minta didampingi", figures["wishes"]["asked"], ""),
        ("Sertifikat", len(figures["certificates"]), CERTIFICATES),
        ("Kebutuhan yang ditemukan", programme["needs"], ""),
        ("Tujuan", programme["goals"], ""),
        ("Kendala", programme["obstacles"], ""),
        ("Tindak lanjut", programme["follow_up"], ""),
        ("Angka dibaca", format_moment(report.asked_at), ""),
        ("Dibuat oleh", report.asked_by_name, ""),
    ]
    sheet = _sheet(book, "Ringkasan", ["Apa", "Isi"], [line[:2] for line in lines])
    for row, (_, _, target) in enumerate(lines, 2):
        if target:
            _lead(sheet.cell(row, 2), target)


def _sessions(book: Workbook, sessions: list[tuple[dict, dict]]) -> None:
    heads = ["Kegiatan", "Jenis", "Waktu", "Tempat", "Acara", "Keadaan"]
    rows = [
        [event["title"], event["kind"], one["when"], one["place"], one["title"], one["state_words"]]
        + [one["totals"][name] for name in _TOTALS]
        for event, one in sessions
    ]
    sheet = _sheet(book, "Sesi", [*heads, *_TOTALS.values()], rows)
    for place in range(len(rows)):
        target = f"{get_column_letter(_BEFORE_SESSIONS + 1 + place)}1"
        for column in range(len(_TOTALS)):
            _lead(sheet.cell(place + 2, len(heads) + 1 + column), ATTENDANCE, target)


def _attendance(book: Workbook, report: ProgrammeReport, sessions: list[dict]) -> None:
    heads = ["Nama", "L/P", "Kelompok umur", "RT", "Unsur", *(one["when"] for one in sessions), "Hadir"]
    rows = []
    for one in report.rows:
        if not one.get("listed", True):
            continue
        words = [_status(one, session) for session in sessions]
        came = sum(status in ("hadir", "terlambat") for status in one["statuses"].values())
        age = AGE_GROUPS.get(one["age"], "")
        rows.append([one["name"], one["sex"], age, one["at"], one["element"], *words, came])
    _sheet(book, ATTENDANCE, heads, rows)


def _status(row: dict, session: dict) -> str:
    """ "–" where somebody was not expected, which is something else than not marked."""
    key = str(session["pk"])
    status = row["statuses"].get(key, row.get("going_on", {}).get(key))
    if status is None:
        return "–"
    return STATUSES.get(status, "Belum ditandai")


def _sheet(book: Workbook, title: str, heads: list[str], rows: list[list]):
    sheet = book.create_sheet(title)
    for column, words in enumerate(heads, 1):
        cell = sheet.cell(1, column, words)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = 34 if column == 1 else 18
    for place, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(place, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # what begins with "=" is a name and no formula
    sheet.freeze_panes = "B2"
    return sheet


def _lead(cell, sheet: str, target: str = "A1") -> None:
    """To the rows behind a figure."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!{target}")
    cell.font = Font(underline="single", color="0563C1")
