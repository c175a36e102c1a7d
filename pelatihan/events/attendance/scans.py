"""Scans of signed sheets: taken in clean, kept where no address leads, shown to those who lead the session."""

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from home.casework import access_log
from home.casework.keys import TAKEN, once
from home.casework.private_files import serve
from home.casework.rules import LOOKED, REMOVED
from pelatihan.events.access import facilitator
from pelatihan.events.attendance.models import AttendanceScan
from pelatihan.events.attendance.runs import ONLY_COORDINATOR, name_of
from pelatihan.events.programmes.queries import may_coordinate
from pelatihan.events.programmes.rules import APPROVED
from pelatihan.events.screens import led_session, posted, session_crumbs
from project.lib.documents import DocumentError, check_document
from project.lib.photos import PhotoError, clean_photo

DISK = "Server tidak dapat menyimpan berkasnya sekarang. Coba lagi sebentar lagi."


class ScanForm(forms.Form):
    """A PDF, or a photo, which is redrawn without what the camera wrote into it."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    file = forms.FileField(
        label="Pindaian atau foto",
        help_text="PDF atau foto daftar hadir yang sudah ditandatangani, paling besar 20 MB.",
        error_messages={"required": "Pilih berkasnya."},
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/*"}),
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        try:
            if upload.read(5) == b"%PDF-":
                upload.seek(0)
                return check_document(upload, "daftar-hadir.pdf")
            upload.seek(0)
            return clean_photo(upload, "daftar-hadir")
        except (DocumentError, PhotoError) as fault:
            raise forms.ValidationError(str(fault)) from fault


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def session_scans(request: HttpRequest, pk: int) -> HttpResponse:
    session = led_session(request, pk)
    form = ScanForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid() and _is_taken(form, session):
        form.add_error(None, TAKEN)
    elif request.method == "POST" and form.is_valid():
        key, file = form.cleaned_data["key"], form.cleaned_data["file"]

        def keep():
            return AttendanceScan.objects.create(
                key=key, session=session, file=file, size=file.size, added_by_name=name_of(request.user)
            )

        try:
            once(keep, AttendanceScan.objects.filter(key=key, session=session).first)
        except OSError:
            form.add_error(None, DISK)
        else:
            messages.success(request, "Pindaian disimpan.")
            return redirect("session_scans", pk)
    context = {
        "title": "Foto/pindai daftar hadir bertanda tangan",
        "session": session,
        "scans": session.scans.all(),
        "form": form,
        "breadcrumbs": session_crumbs(session, ("Pindaian", None)),
    }
    return render(request, "pelatihan/events/attendance/session_scans.html", context)


def _is_taken(form: ScanForm, session) -> bool:
    return AttendanceScan.objects.filter(key=form.cleaned_data["key"]).exclude(session=session).exists()


@facilitator
@require_safe
def session_scan(request: HttpRequest, pk: int, scan: int) -> HttpResponse:
    session = led_session(request, pk)
    found = get_object_or_404(session.scans, pk=scan)
    access_log.log(request, "pindaian daftar hadir", found.pk, LOOKED)
    ending = found.file.name.rpartition(".")[2]
    return serve(request, found.file, f"Daftar hadir {session.day:%Y-%m-%d}.{ending}")


@facilitator
@require_POST
def session_scan_drop(request: HttpRequest, pk: int, scan: int) -> HttpResponse:
    """Takes a wrong scan away, with its file. After approval only the coordinator does: the scan is the evidence."""
    session = led_session(request, pk)
    if session.state == APPROVED and not may_coordinate(session.event.programme, request.user):
        messages.warning(request, ONLY_COORDINATOR)
        return redirect("session_scans", pk)
    for found in session.scans.filter(pk=scan):
        access_log.log(request, "pindaian daftar hadir", found.pk, REMOVED)
        found.delete()
        found.file.delete(save=False)  # last: a row without its file would show a scan that is not there
        messages.success(request, "Pindaian dihapus.")
    return redirect("session_scans", pk)
