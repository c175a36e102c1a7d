"""The facilitator's screens of certificates: who gets which, issuing for all, and each one with its history. Whoever
coordinates the programme, and the administrator."""

import uuid
from collections import Counter
from functools import wraps

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from home.casework import access_log
from home.casework.codes import shown
from home.casework.keys import key_in
from home.casework.private_files import shown_name
from home.casework.rules import TOOK
from pelatihan.certificates import rules, runs
from pelatihan.certificates.forms import ReasonForm, SettingsForm
from pelatihan.certificates.models import Certificate, CertificateRun
from pelatihan.certificates.queries import certificates_of, known, lines_of, settings_of
from pelatihan.certificates.sheets import (
    certificates_xlsx,
    check_address,
    details,
    read_sheet,
    sheets_of,
)
from pelatihan.events.access import facilitator
from pelatihan.events.programmes.models import Programme
from pelatihan.events.programmes.queries import may_coordinate
from pelatihan.events.screens import UNKNOWN, led_programme, posted, programme_crumbs
from project.lib.spreadsheets import XLSX

PER_FILE = 50  # sheets of one file to print: two seconds of drawing

ONLY_COORDINATOR = "Sertifikat hanya diurus oleh koordinator program ini."


def coordinator(view):
    """For whoever coordinates the programme of the address, which the view gets. The programme of others does not
    exist; whoever only leads a session of it is told who may."""

    @facilitator
    @wraps(view)
    def with_programme(request: HttpRequest, pk: int, *args, **kwargs):
        programme = led_programme(request, pk)
        if not may_coordinate(programme, request.user):
            messages.warning(request, ONLY_COORDINATOR)
            return redirect("programme", pk)
        return view(request, programme, *args, **kwargs)

    return with_programme


def _crumbs(programme: Programme, *trail: tuple[str, str | None]) -> list[dict]:
    here = "Sertifikat", reverse("certificates", args=[programme.pk]) if trail else None
    return programme_crumbs(programme, here, *trail)


def _kind(kind: str) -> str:
    if kind not in rules.KINDS:
        raise Http404
    return kind


@coordinator
@require_safe
def certificates(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Everybody with what he has and what he lacks, and below all certificates that were ever issued."""
    asked = settings_of(programme)
    found = known(programme, asked, request.frame.restricted)
    lines = lines_of(programme, asked, found)
    context = {
        "title": "Sertifikat",
        "programme": programme,
        "asked": asked,
        "lines": lines,
        "kinds": [(kind, words, len(_due(lines, kind))) for kind, words in rules.KINDS.items()],
        "held": len(found.held),
        "to_come": found.to_come,
        "running": CertificateRun.objects.filter(programme=programme, state=rules.RUNNING),
        "certificates": certificates_of(programme),
        "prints": _prints(programme),
        "breadcrumbs": _crumbs(programme),
    }
    return render(request, "pelatihan/certificates/certificates.html", context)


def _due(lines, kind: str) -> list:
    """Whoever has none and lacks nothing."""
    return [line for line in lines if kind not in line.certificates and not line.lacks[kind]]


@coordinator
@require_http_methods(["GET", "HEAD", "POST"])
def certificate_settings(request: HttpRequest, programme: Programme) -> HttpResponse:
    asked = settings_of(programme)
    form = SettingsForm(posted(request), instance=asked)
    if request.method == "POST" and form.is_valid():
        try:
            runs.change_settings(form, programme)
        except runs.Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Ketentuan disimpan. Sertifikat yang sudah terbit tidak berubah.")
            return redirect("certificates", programme.pk)
    context = {
        "title": "Ketentuan sertifikat",
        "form": form,
        "submit": "Simpan",
        "breadcrumbs": _crumbs(programme, ("Ketentuan", None)),
    }
    return render(request, "pelatihan/events/class_form.html", context)


@coordinator
@require_http_methods(["GET", "HEAD", "POST"])
def certificate_issue(request: HttpRequest, programme: Programme, kind: str) -> HttpResponse:
    """Who gets one now and who lacks what; by POST the one confirmation."""
    asked = settings_of(programme)
    found = known(programme, asked, request.frame.restricted)
    lines = lines_of(programme, asked, found)
    due = _due(lines, _kind(kind))
    if request.method == "POST":
        return _confirmed(request, programme, kind, lines)
    context = {
        "title": f"Terbitkan {rules.KINDS[kind].lower()}",
        "programme": programme,
        "asked": asked,
        "kind": kind,
        "due": due,
        "owned": [(line, line.certificates[kind]) for line in lines if kind in line.certificates],
        "lacking": [
            (line, line.lacks[kind]) for line in lines if kind not in line.certificates and line.lacks[kind]
        ],
        "to_come": found.to_come,
        "key": uuid.uuid4(),
        "running": CertificateRun.objects.filter(programme=programme, kind=kind, state=rules.RUNNING).first(),
        "breadcrumbs": _crumbs(programme, (f"Terbitkan {rules.KINDS[kind].lower()}", None)),
    }
    return render(request, "pelatihan/certificates/issue.html", context)


def _confirmed(request: HttpRequest, programme: Programme, kind: str, lines: list) -> HttpResponse:
    """Only whoever stood in the preview gets one; whether it is due is asked once more for each."""
    key, seen = key_in(request), set(request.POST.getlist("orang"))
    people = [line.participant for line in lines if str(line.participant.pk) in seen]
    if key is None or not people:
        messages.warning(request, UNKNOWN)
        return redirect("certificate_issue", programme.pk, kind)
    try:
        run = runs.begin(programme, kind, people, request.user, key)
    except runs.Refused as refused:
        messages.warning(request, str(refused))
        return redirect("certificate_issue", programme.pk, kind)
    runs.advance(run)
    return redirect("certificate_run", programme.pk, run.key)


@coordinator
@require_http_methods(["GET", "HEAD", "POST"])
def certificate_run(request: HttpRequest, programme: Programme, key: uuid.UUID) -> HttpResponse:
    """How far a run is; by POST it goes on for a few seconds, or is stopped."""
    run = get_object_or_404(CertificateRun, programme=programme, key=key)
    if request.method == "POST":
        if request.POST.get("act") == "henti":
            runs.stop(run)
        else:
            runs.advance(run)
        if "application/json" not in request.headers.get("Accept", ""):
            return redirect("certificate_run", programme.pk, key)
    lines = list(run.lines.select_related("certificate"))
    done = sum(bool(line.outcome) for line in lines)
    is_working = run.state == rules.RUNNING
    if request.method == "POST":
        return JsonResponse({"working": is_working, "done": done, "total": len(lines)})
    context = {
        "title": f"Penerbitan {rules.KINDS[run.kind].lower()}",
        "programme": programme,
        "run": run,
        "lines": lines,
        "done": done,
        "issued": sum(line.outcome == rules.ISSUED for line in lines),
        "is_working": is_working,
        "breadcrumbs": _crumbs(programme, ("Penerbitan", None)),
    }
    return render(request, "pelatihan/certificates/run.html", context)


@coordinator
@require_http_methods(["GET", "HEAD", "POST"])
def certificate(request: HttpRequest, programme: Programme, certificate: int) -> HttpResponse:
    """One certificate with its history; by POST it is replaced or revoked."""
    one = get_object_or_404(
        Certificate.objects.select_related("replaced_by"), programme=programme, pk=certificate
    )
    act = request.POST.get("act", "")
    forms = {
        name: ReasonForm(request.POST if act == name else None, prefix=name) for name in ("ganti", "cabut")
    }
    if request.method == "POST":
        if act not in forms:
            messages.warning(request, UNKNOWN)
            return redirect("certificate", programme.pk, one.pk)
        if forms[act].is_valid():
            return _end(request, programme, one, act, forms[act].cleaned_data["reason"])
    context = {
        "title": one.number_text,
        "programme": programme,
        "certificate": one,
        "code": shown(one.code),
        "details": details(one),
        "check_address": check_address(one),
        "replaces": Certificate.objects.filter(replaced_by=one).first(),
        "replacing": forms["ganti"],
        "revoking": forms["cabut"],
        "wrong": next((form for form in forms.values() if form.errors), None),
        "breadcrumbs": _crumbs(programme, (one.number_text, None)),
    }
    return render(request, "pelatihan/certificates/certificate.html", context)


def _end(request: HttpRequest, programme: Programme, one: Certificate, act: str, reason: str) -> HttpResponse:
    if act == "cabut":
        if runs.revoke(one, reason, request.user):
            messages.success(
                request, "Sertifikat dicabut. Halaman pemeriksaannya menyebutnya tidak berlaku lagi."
            )
        return redirect("certificate", programme.pk, one.pk)
    try:
        new = runs.replace(one, reason, request.user)
    except runs.Refused as refused:
        messages.warning(request, str(refused))
        return redirect("certificate", programme.pk, one.pk)
    messages.success(request, f"Penggantinya bernomor {new.number_text}. Cetak dan serahkan yang ini.")
    return redirect("certificate", programme.pk, new.pk)


@coordinator
@require_safe
def certificate_sheet(request: HttpRequest, programme: Programme, certificate: int) -> HttpResponse:
    one = get_object_or_404(Certificate, programme=programme, pk=certificate)
    access_log.log(request, "sertifikat", one.pk, TOOK, "selembar sertifikat")
    return sheet_answer(one)


def sheet_answer(one: Certificate) -> HttpResponse:
    """The sheet as a download under a name that somebody finds again."""
    return _pdf(read_sheet(one), f"Sertifikat {one.number_text} {one.name}.pdf")


def _pdf(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type="application/pdf")
    answer.headers["Content-Disposition"] = content_disposition_header(True, shown_name(name))
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _to_print(programme: Programme, kind: str):
    return Certificate.objects.filter(programme=programme, kind=kind, status=rules.VALID)


def _prints(programme: Programme) -> list[dict]:
    """The files with all valid certificates of a kind, in parts."""
    counted = Counter(
        Certificate.objects.filter(programme=programme, status=rules.VALID)
        .order_by()
        .values_list("kind", flat=True)
    )
    return [
        {
            "words": rules.KINDS[kind].lower(),
            "url": f"{reverse('certificate_sheets', args=[programme.pk, kind])}?bagian={part}",
            "part": part if number > PER_FILE else 0,
            "sheets": min(PER_FILE, number - (part - 1) * PER_FILE),
        }
        for kind, number in sorted(counted.items())
        for part in range(1, -(-number // PER_FILE) + 1)
    ]


@coordinator
@require_safe
def certificate_sheets(request: HttpRequest, programme: Programme, kind: str) -> HttpResponse:
    """All valid certificates of a kind as one file to print, at most fifty at a time."""
    screen = Paginator(_to_print(programme, _kind(kind)), PER_FILE).get_page(request.GET.get("bagian"))
    chosen = list(screen)
    if not chosen:
        raise Http404
    access_log.log(request, "sertifikat", programme.pk, TOOK, f"{len(chosen)} lembar sertifikat")
    title = f"{rules.KINDS[kind]} {programme.name}"
    return _pdf(sheets_of(chosen, title), f"{title} {screen.number}.pdf")


@coordinator
@require_safe
def certificate_table(request: HttpRequest, programme: Programme) -> HttpResponse:
    """All certificates of the programme as XLSX."""
    access_log.log(request, "sertifikat", programme.pk, TOOK, "daftar nama dan nomor")
    disposition = f'attachment; filename="sertifikat-{programme.pk}.xlsx"'
    content = certificates_xlsx(programme, certificates_of(programme))
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition})
