"""One button makes the report: a page to print and a table file, from the same frozen figures.

The full report names people, so it is for those who coordinate the programme. Whoever only leads a session of it reads
the form for everybody.
"""

import uuid
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from home.casework import access_log
from home.casework.keys import TAKEN, earlier, key_in, once
from home.casework.rules import LOOKED, TOOK
from pelatihan.evaluation.presentation import PAIRED
from pelatihan.events.access import facilitator
from pelatihan.events.photos.models import EventPhoto
from pelatihan.events.programmes.queries import may_coordinate
from pelatihan.events.programmes.rules import FEW, few
from pelatihan.events.screens import coordinated_programme, led_programme, programme_crumbs
from pelatihan.reports import rules
from pelatihan.reports.details import LEGEND, attendees, details, has_rows, scores, uncounted
from pelatihan.reports.gaps import gaps
from pelatihan.reports.models import ProgrammeReport
from pelatihan.reports.runs import make_report
from pelatihan.reports.sheets import report_xlsx
from project.lib.localdates import format_moment
from project.lib.spreadsheets import XLSX

KIND = "laporan program"  # in the access log


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def programme_reports(request: HttpRequest, pk: int) -> HttpResponse:
    """The reports so far, and the button that makes one of today, with what it would lack."""
    programme = led_programme(request, pk)
    coordinates = may_coordinate(programme, request.user)
    if request.method == "POST":
        if not coordinates:
            raise PermissionDenied
        return _make(request, programme)
    context = {
        "title": "Laporan",
        "programme": programme,
        "coordinates": coordinates,
        "gaps": gaps(programme) if coordinates else [],
        "reports": programme.reports.defer("figures", "rows", "measured"),
        "key": uuid.uuid4(),
        "breadcrumbs": programme_crumbs(programme, ("Laporan", None)),
    }
    return render(request, "pelatihan/reports/reports.html", context)


def _make(request: HttpRequest, programme) -> HttpResponse:
    if ProgrammeReport.objects.filter(key=key_in(request)).exclude(programme=programme):
        messages.warning(request, TAKEN)
        return redirect("programme_reports", programme.pk)
    made = earlier(request, programme.reports.all()) or once(
        lambda: make_report(programme, request.user, key_in(request)),
        lambda: earlier(request, programme.reports.all()),
    )
    messages.success(request, "Laporan dibuat. Angkanya tidak berubah lagi, meskipun dicetak nanti.")
    return redirect("programme_report", programme.pk, made.pk)


@facilitator
@require_safe
def programme_report(request: HttpRequest, pk: int, report: int) -> HttpResponse:
    """To read and to print; `?untuk=umum` for everybody: without names, and without numbers that could be somebody."""
    programme = led_programme(request, pk)
    found = get_object_or_404(programme.reports, pk=report)
    coordinates = may_coordinate(programme, request.user)
    public = request.GET.get("untuk") == "umum" or not coordinates
    context = _told_to_all(found, public) | {
        "programme": programme,
        "coordinates": coordinates,
        "breadcrumbs": programme_crumbs(
            programme,
            ("Laporan", reverse("programme_reports", args=[pk])),
            (format_moment(found.asked_at), None),
        ),
    }
    if not public:
        access_log.log(request, KIND, found.pk, LOOKED, "nama peserta")
        context |= {
            "linked": has_rows(found),
            "details": details(found),
            "attendees": attendees(found),
            "legend": LEGEND,
            "sessions": [one for event in found.figures["events"] for one in event["sessions"]],
            "scores": scores(found),
            "uncounted": uncounted(found),
            "photos": _photos(programme, found),
            # Our own template made it, from figures and escaped words, when the report was asked for.
            "measured": mark_safe(found.measured),  # noqa: S308
        }
    return render(request, "pelatihan/reports/report.html", context)


def _told_to_all(report: ProgrammeReport, public: bool) -> dict:
    figures = report.figures
    came = figures["attendance"]
    groups = {title: [rules.Group(**one) for one in lines] for title, lines in figures["groups"].items()}
    return {
        "title": f"Laporan {figures['programme']['name']}",
        "report": report,
        "figures": figures,
        "public": public,
        "period": [date.fromisoformat(figures["programme"][name]) for name in ("starts_on", "ends_on")],
        "share": _share(came["present"], figures["invited"], public),
        "visits_share": _share(came["visits"], came["expected_visits"], public),
        "came": _told(came, public),
        "groups": {
            title: rules.for_everybody(lines)
            if public
            else [(one.name, str(one.registered), str(one.present)) for one in lines]
            for title, lines in groups.items()
        },
        "few": FEW,
        "enough_pairs": _pairs(figures) >= FEW,
    }


def _told(numbers: dict, public: bool) -> dict[str, str]:
    """An RT is no person: how many there are tells nobody."""
    hide = public and numbers["present"] < FEW
    told = {name: few(number) if public else str(number) for name, number in numbers.items()}
    return told if hide else told | {"rt": str(numbers["rt"])}


def _share(part: int, whole: int, public: bool) -> str:
    """A share would tell the number that is hidden."""
    return "–" if public and 0 < part < FEW else rules.percent(part, whole)


def _pairs(figures: dict) -> int:
    """How many people took both tests."""
    return next((int(fact["figure"]) for fact in figures["facts"] if fact["name"] == PAIRED), 0)


def _photos(programme, report: ProgrammeReport) -> list[EventPhoto | None]:
    """Those of the day of the report, in its order; None for one that was withdrawn since."""
    there = {str(photo.key): photo for photo in EventPhoto.of(programme).select_related("event")}
    return [there.get(key) for key in report.figures.get("photos", [])]


@facilitator
@require_safe
def programme_report_table(request: HttpRequest, pk: int, report: int) -> HttpResponse:
    programme = coordinated_programme(request, pk)
    found = get_object_or_404(programme.reports, pk=report)
    if request.GET.get("untuk") == "umum":  # the table has names: for everybody there is the page alone
        return redirect(reverse("programme_report", args=[pk, report]) + "?untuk=umum")
    access_log.log(request, KIND, found.pk, TOOK, "nama peserta")
    name = f"laporan-{programme.slug}-{found.asked_at:%Y-%m-%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(report_xlsx(found), content_type=XLSX, headers=headers)
