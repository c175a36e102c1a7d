"""Hangs the report into the page of its programme, and says how long names stay in it."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from home.casework.retention import Kind
from pelatihan.reports.models import ProgrammeReport


@hooks.register("register_programme_link", order=90)
def report_link(programme) -> dict:
    return {"title": "Laporan", "url": reverse("programme_reports", args=[programme.pk])}


@hooks.register("register_retention")
def names_in_reports() -> Kind:
    return Kind(
        key="nama-dalam-laporan",
        name="Nama peserta di laporan program",
        why="Sesudah diperiksa, laporan cukup berisi angkanya.",
        kept=timedelta(days=5 * 365),
        due=lambda before: ProgrammeReport.objects.filter(asked_at__lt=before, names_gone_at=None),
        forget=forget_names,
    )


def forget_names(reports) -> int:
    """Only figures stay."""
    forgotten = list(reports)
    for report in forgotten:
        report.rows = []
        report.figures["speakers"] = []
        report.figures["certificates"] = [
            [number, "", kind, status] for number, _, kind, status in report.figures.get("certificates", [])
        ]
        report.names_gone_at = timezone.now()
        report.save(update_fields=["rows", "figures", "names_gone_at"])
    return len(forgotten)
