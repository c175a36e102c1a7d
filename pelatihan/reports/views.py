"""One button makes the report: a page to print and a table file, from the same frozen figures."""

import uuid
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from home.casework import access_log
from home.casework.keys import TAKEN, earlier, key_in, once
from home.casework.rules import TOOK
from pelatihan.events.access import facilitator
from pelatihan.events.screens import led_programme, programme_crumbs
from pelatihan.reports import rules
from pelatihan.reports.models import ProgrammeReport
from pelatihan.reports.runs import make_report
from pelatihan.reports.sheets import report_xlsx
from project.lib.spreadsheets import XLSX


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def programme_reports(request: HttpRequest, pk: int) -> HttpResponse:
    """The reports so far, and the button that makes one of today."""
    programme = led_programme(request, pk)
    if request.method == "POST" and ProgrammeReport.objects.filter(key=key_in(request)).exclude(
        programme=programme
    ):
        messages.warning(request, TAKEN)
        return redirect("programme_reports", pk)
    if request.method == "POST":
        made = earlier(request, programme.reports.all()) or once(
            lambda: make_report(programme, request.user, key_in(request)),
            lambda: earlier(request, programme.reports.all()),
        )
        messages.success(request, "Laporan dibuat. Angkanya tidak berubah lagi, meskipun dicetak nanti.")
        return redirect("programme_report", pk, made.pk)
    context = {
        "title": "Laporan",
        "programme": programme,
        "reports": programme.reports.defer("figures", "rows", "measured"),
        "key": uuid.uuid4(),
        "breadcrumbs": programme_crumbs(programme, ("Laporan", None)),
    }
    return render(request, "pelatihan/reports/reports.html", context)


@facilitator
@require_safe
def programme_report(request: HttpRequest, pk: int, report: int) -> HttpResponse:
    """To read and to print; `?untuk=umum` for everybody: without names, and without numbers that could be somebody."""
    programme = led_programme(request, pk)
    found = get_object_or_404(programme.reports, pk=report)
    public = request.GET.get("untuk") == "umum"
    figures = found.figures
    groups = {title: [rules.Group(**one) for one in lines] for title, lines in figures["groups"].items()}
    context = {
        "title": f"Laporan {figures['programme']['name']}",
        "programme": programme,
        "report": found,
        "figures": figures,
        "public": public,
        "period": [date.fromisoformat(figures["programme"][name]) for name in ("starts_on", "ends_on")],
        "share": _share(figures["attendance"]["present"], figures["invited"], public),
        "visits_share": _share(
            figures["attendance"]["visits"], figures["attendance"]["expected_visits"], public
        ),
        "came": _told(figures["attendance"], public),
        "groups": {
            title: rules.for_everybody(lines)
            if public
            else [(one.name, str(one.registered), str(one.present)) for one in lines]
            for title, lines in groups.items()
        },
        # Our own template made it, from figures and escaped words, when the report was asked for.
        "measured": mark_safe(found.measured),  # noqa: S308
        "few": rules.FEW,
        "enough_pairs": _pairs(figures) >= rules.FEW,
        "breadcrumbs": programme_crumbs(programme, ("Laporan", None)),
    }
    return render(request, "pelatihan/reports/report.html", context)


def _told(numbers: dict, public: bool) -> dict[str, str]:
    """An RT is no person: how many there are tells nobody."""
    hide = public and numbers["present"] < rules.FEW
    told = {name: rules.few(number) if public else str(number) for name, number in numbers.items()}
    return told if hide else told | {"rt": str(numbers["rt"])}


def _share(part: int, whole: int, public: bool) -> str:
    """A share would tell the number that is hidden."""
    return "–" if public and 0 < part < rules.FEW else rules.percent(part, whole)


def _pairs(figures: dict) -> int:
    return next((int(fact["figure"]) for fact in figures["facts"] if fact["figure"].isdecimal()), 0)


@facilitator
@require_safe
def programme_report_table(request: HttpRequest, pk: int, report: int) -> HttpResponse:
    programme = led_programme(request, pk)
    found = get_object_or_404(programme.reports, pk=report)
    access_log.log(request, "laporan program", found.pk, TOOK, "nama peserta")
    name = f"laporan-{programme.slug}-{found.asked_at:%Y-%m-%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(report_xlsx(found), content_type=XLSX, headers=headers)
