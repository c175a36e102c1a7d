"""A report as a table file: a sheet for each part, every name as text."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from pelatihan.events.attendance.rules import STATUSES
from pelatihan.events.people.rules import AGE_GROUPS
from pelatihan.reports import rules
from pelatihan.reports.models import ProgrammeReport
from project.lib.localdates import format_moment


def report_xlsx(report: ProgrammeReport) -> bytes:
    book = Workbook()
    book.remove(book.active)
    figures = report.figures
    _summary(book, report, figures)
    sessions = [(event, session) for event in figures["events"] for session in event["sessions"]]
    _sheet(
        book,
        "Sesi",
        [
            "Kegiatan",
            "Jenis",
            "Waktu",
            "Tempat",
            "Acara",
            "Keadaan",
            "Diharapkan",
            "Hadir",
            "Terlambat",
            "Izin",
        ]
        + ["Sakit", "Diwakili", "Tidak hadir", "Belum ditandai"],
        [
            [event["title"], event["kind"], one["when"], one["place"], one["title"], one["state_words"]]
            + [
                one["totals"][name]
                for name in (
                    "expected",
                    "present",
                    "late",
                    "excused",
                    "ill",
                    "represented",
                    "absent",
                    "unmarked",
                )
            ]
            for event, one in sessions
        ],
    )
    for title, lines in figures["groups"].items():
        rows = [[one["name"], one["registered"], one["present"]] for one in lines]
        _sheet(book, f"Menurut {title.replace('/', '-')}", [title, "Terdaftar", "Hadir"], rows)
    _attendance(book, report, [one for _, one in sessions])
    _sheet(
        book,
        "Tes",
        ["Ukuran", "Angka", "Keterangan"],
        [[fact["name"], fact["figure"], fact["words"]] for fact in figures["facts"]]
        + [["", "", remark] for remark in figures["remarks"]],
    )
    _sheet(
        book,
        "Praktik",
        ["Latihan", "Dicoba", "Mandiri", "Dibantu"],
        [[one["title"], one["tried"], one["alone"], one["helped"]] for one in figures["practice"]],
    )
    _sheet(book, "Sertifikat", ["Nomor", "Nama", "Jenis", "Keadaan"], figures["certificates"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _summary(book: Workbook, report: ProgrammeReport, figures: dict) -> None:
    came, programme = figures["attendance"], figures["programme"]
    share = rules.percent(came["present"], figures["invited"])
    rows = [
        ["Program", programme["name"]],
        ["Desa", figures["village"]["name"]],
        ["Penyandang dana", programme["funder"]],
        ["Mulai", programme["starts_on"]],
        ["Selesai", programme["ends_on"]],
        ["Koordinator", programme["coordinator"]],
        ["Diundang", figures["invited"]],
        ["Terdaftar", came["registered"]],
        ["Hadir sedikitnya sekali (orang)", came["present"]],
        ["Hadir dibanding undangan", share],
        ["Kehadiran (orang-sesi)", came["visits"]],
        ["Diharapkan (orang-sesi)", came["expected_visits"]],
        ["RT asal yang hadir", came["rt"]],
        ["Hadir tanpa RT", came["without_rt"]],
        ["Minta didampingi", figures["wishes"]["asked"]],
        ["Kebutuhan yang ditemukan", programme["needs"]],
        ["Tujuan", programme["goals"]],
        ["Kendala", programme["obstacles"]],
        ["Tindak lanjut", programme["follow_up"]],
        ["Angka dibaca", format_moment(report.asked_at)],
        ["Dibuat oleh", report.asked_by_name],
    ]
    _sheet(book, "Ringkasan", ["Apa", "Isi"], rows)


def _attendance(book: Workbook, report: ProgrammeReport, sessions: list[dict]) -> None:
    heads = ["Nama", "L/P", "Kelompok umur", "RT", "Unsur", *(one["when"] for one in sessions), "Hadir"]
    rows = []
    for one in report.rows:
        words = [_status(one["statuses"], session) for session in sessions]
        came = sum(status in ("hadir", "terlambat") for status in one["statuses"].values())
        age = AGE_GROUPS.get(one["age"], "")
        rows.append([one["name"], one["sex"], age, one["at"], one["element"], *words, came])
    _sheet(book, "Kehadiran", heads, rows)


def _status(statuses: dict, session: dict) -> str:
    """ "–" where somebody was not expected, which is something else than not marked."""
    status = statuses.get(str(session["pk"]))
    if status is None:
        return "–"
    return STATUSES.get(status, "Belum ditandai")


def _sheet(book: Workbook, title: str, heads: list[str], rows: list[list]) -> None:
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
