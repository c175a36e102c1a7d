"""A certificate as a sheet, from what was frozen in it, and the list of certificates as a table file."""

import hashlib
import io
import logging
from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from PIL import Image

from home.casework import codes
from home.identity.media import VillageImage
from home.pages import frame
from home.pages.addresses import absolute
from pelatihan.certificates import pdf, rules
from pelatihan.certificates.models import Certificate
from project.lib.localdates import MONTHS, format_date, format_moment, now

logger = logging.getLogger(__name__)

CHECK = "/pelatihan/sertifikat/"
LEADS = {
    rules.ATTENDANCE: "atas kehadirannya dalam program",
    rules.PASSED: "yang telah lulus pelatihan dalam program",
}
UNSIGNED = "……………………………………"


def check_address(certificate: Certificate) -> str:
    """Where the QR leads."""
    return absolute(f"{CHECK}{codes.shown(certificate.code)}/")


def sheet_of(certificate: Certificate) -> pdf.Sheet:
    says = certificate.snapshot
    village, signatory = says["village"], says["signatory"]
    day = format_date(certificate.issued_at)
    return pdf.Sheet(
        village=f"Pemerintah {village['name']}",
        place=village["place"],
        colour=village["colour"],
        title=rules.KINDS[certificate.kind],
        number=certificate.number_text,
        name=says["name"],
        lead=LEADS[certificate.kind],
        programme=says["programme"],
        details=tuple(details(certificate)),
        signature=pdf.Signature(
            place=", ".join(filter(None, (village["town"], day))),
            office=signatory["office"],
            name=signatory["name"] or UNSIGNED,
        ),
        address=check_address(certificate),
        check_at=absolute(CHECK).partition("://")[2],
        code=codes.shown(certificate.code),
        issued_at=certificate.issued_at,
        mark="CONTOH" if village["example"] else "",
    )


def details(certificate: Certificate) -> list[str]:
    """The lines below the name of the programme; also for the screen."""
    says = certificate.snapshot
    parts = [
        span([date.fromisoformat(day) for day in says["days"]]),
        f"hadir {says['attended']} dari {says['expected']} sesi",
        f"setara {says['hours']} jam pelajaran (JP)" if says["hours"] else "",
    ]
    lines = [" · ".join(filter(None, parts))]
    if certificate.kind == rules.PASSED:
        lines.append(" · ".join(filter(None, (_tests(says["tests"]), _tasks(says["tasks"])))))
    return lines


def _tests(tests: list[dict]) -> str:
    scores = [test["score"].partition(" ")[0] for test in tests]
    return f"nilai tes akhir {' dan '.join(filter(None, (', '.join(scores[:-1]), scores[-1])))} dari 100"


def _tasks(tasks: list[dict]) -> str:
    return f"latihan praktik lulus {len(tasks)} dari {len(tasks)}" if tasks else ""


def span(days: list[date]) -> str:
    """ "25 November 2026", "2–4 Desember 2026", "25 November sampai 4 Desember 2026"."""
    if not days:
        return ""
    first, last = days
    if first == last:
        return format_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_date(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} sampai {format_date(last)}"
    return f"{format_date(first)} sampai {format_date(last)}"


# The sheet is drawn once and kept


def read_sheet(certificate: Certificate) -> bytes:
    """The sheet as it was kept; where it was not yet, or its file is lost or no longer what it was, it is drawn from
    what was frozen."""
    if certificate.pdf:
        try:
            with certificate.pdf.storage.open(certificate.pdf.name) as file:
                data = file.read()
        except OSError:
            logger.error("The sheet of certificate %s is lost, it is drawn again", certificate.pk)
        else:
            if hashlib.sha256(data).hexdigest() == certificate.pdf_sha256:
                return data
            logger.error("The sheet of certificate %s was changed, it is drawn again", certificate.pk)
    return keep_sheet(certificate)


def keep_sheet(certificate: Certificate) -> bytes:
    """Draws the sheet and keeps it. Where the disk refuses, the certificate is no less valid: it is drawn again when
    somebody asks for it."""
    data = pdf.draw(sheet_of(certificate), village_logo())
    before = certificate.pdf.name or ""
    storage = certificate.pdf.storage
    try:
        name = storage.save("certificates/sertifikat.pdf", ContentFile(data))
    except OSError:
        logger.exception("The sheet of certificate %s could not be kept", certificate.pk)
        return data
    mine = Certificate.objects.filter(pk=certificate.pk, pdf=before).update(
        pdf=name, pdf_sha256=hashlib.sha256(data).hexdigest()
    )
    if not mine:  # of two who drew it at the same moment one is kept
        storage.delete(name)
    elif before:
        storage.delete(before)
    certificate.refresh_from_db(fields=["pdf", "pdf_sha256"])
    return data


def sheets_of(certificates: Sequence[Certificate], title: str) -> bytes:
    """One file to print for a whole class, drawn from what was frozen."""
    return pdf.draw_all([sheet_of(one) for one in certificates], village_logo(), title)


def village_logo() -> Image.Image | None:
    """The logo as it was uploaded; None where there is none, or its file is lost."""
    key = frame.at_hand().village.logo_id
    image = VillageImage.objects.filter(pk=key).first() if key else None
    if image is None:
        return None
    try:
        with image.file.open("rb") as file, Image.open(file) as found:
            return found.convert("RGBA")
    except OSError as error:
        logger.warning("The logo is missing on certificates: %s", error)
        return None


# The list


_HEADS = (
    ("Nomor", 30),
    ("Nama", 34),
    ("Jenis", 26),
    ("Status", 12),
    ("Terbit", 20),
    ("Diterbitkan oleh", 24),
    ("Alasan", 40),
    ("Diganti dengan", 30),
    ("Kode pemeriksaan", 40),
)
_HEAD_ROW = 4


def certificates_xlsx(programme, certificates) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Sertifikat"
    _text(sheet, 1, 1, f"Daftar sertifikat: {programme.name}").font = Font(bold=True, size=14)
    _text(sheet, 2, 1, f"Dibaca {format_moment(now())}")
    for column, (words, width) in enumerate(_HEADS, 1):
        cell = _text(sheet, _HEAD_ROW, column, words)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, one in enumerate(certificates, _HEAD_ROW + 1):
        values = (
            one.number_text,
            one.name,
            one.get_kind_display(),
            one.get_status_display(),
            format_date(one.issued_at),
            one.issued_by_name,
            one.reason,
            one.replaced_by.number_text if one.replaced_by else "",
            codes.shown(one.code),
        )
        for column, words in enumerate(values, 1):
            _text(sheet, row, column, words)
    sheet.freeze_panes = sheet.cell(_HEAD_ROW + 1, 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text(sheet, row: int, column: int, words: str):
    """Always as text: a name that begins with "=" is a name and no formula."""
    cell = sheet.cell(row, column)
    cell.value = words
    cell.data_type = "s"
    return cell
