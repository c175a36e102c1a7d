"""Photos of an event: taken in clean, kept where no address leads, shown to those who may read the full report.

The report for everybody shows none. What was public once is copied and cannot be withdrawn, and those who agreed to a
report agreed to no more. A village that wants to show a photo asks for that and puts it into its news.
"""

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
from pelatihan.events.attendance.runs import name_of
from pelatihan.events.attendance.scans import DISK
from pelatihan.events.people.forms import NIK_TYPED
from pelatihan.events.photos.models import EventPhoto
from pelatihan.events.photos.runs import withdraw
from pelatihan.events.programmes.models import Event
from pelatihan.events.screens import coordinated_event, event_crumbs, posted
from project.lib import nik
from project.lib.photos import ACCEPT, PhotoError, clean_photo, size_of

MOST = 20  # of an event: an appendix is no album, and a disk has an end


class PhotoForm(forms.Form):
    """A photo, which is redrawn without what the camera wrote into it."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    file = forms.FileField(
        label="Foto",
        help_text="JPEG, PNG, WebP, atau HEIC, paling besar 15 MB. Tempat dan waktu pemotretan dihapus dari foto.",
        error_messages={"required": "Pilih fotonya.", "empty": "Berkas foto ini kosong. Pilih fotonya lagi."},
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
    )
    caption = forms.CharField(
        label="Keterangan",
        max_length=200,
        help_text="Apa yang terlihat, misalnya “Peserta berlatih menulis berita”.",
        error_messages={"required": "Tulis apa yang terlihat di foto ini."},
    )
    consent = forms.BooleanField(
        label="Orang di foto ini setuju",
        help_text="Semua yang wajahnya dikenali sudah ditanya dan setuju fotonya masuk laporan; untuk anak, orang "
        "tuanya. Tanpa persetujuan foto tidak disimpan.",
        error_messages={
            "required": "Tanyakan dulu kepada orang di foto ini, lalu centang bila mereka setuju."
        },
    )

    def clean_file(self):
        try:
            return clean_photo(self.cleaned_data["file"])
        except PhotoError as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean_caption(self):
        if nik.find(self.cleaned_data["caption"]):
            raise forms.ValidationError(NIK_TYPED)
        return self.cleaned_data["caption"]

    def clean(self):
        """A browser sends no file twice by itself."""
        cleaned = super().clean()
        if self.errors and "file" in cleaned:
            self.add_error("file", "Pilih fotonya sekali lagi.")
        return cleaned


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def event_photos(request: HttpRequest, pk: int) -> HttpResponse:
    event = coordinated_event(request, pk)
    form = PhotoForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        fault = _keep(request, event, form)
        if not fault:
            messages.success(request, "Foto disimpan.")
            return redirect("event_photos", pk)
        form.add_error(None, fault)
    access_log.log(request, "kegiatan", pk, LOOKED, "foto")
    context = {
        "title": "Foto kegiatan",
        "event": event,
        "photos": event.photos.all(),
        "form": form,
        "breadcrumbs": event_crumbs(event, ("Foto", None)),
    }
    return render(request, "pelatihan/events/photos/photos.html", context)


def _keep(request: HttpRequest, event: Event, form: PhotoForm) -> str:
    """What is wrong; empty where the photo is kept, now or since the same form came before."""
    data = form.cleaned_data
    known = EventPhoto.objects.filter(key=data["key"]).first()
    if known is not None:
        return "" if known.event_id == event.pk else TAKEN
    if event.photos.count() >= MOST:
        return f"Paling banyak {MOST} foto untuk satu kegiatan. Tarik dulu yang tidak dipakai."
    width, height = size_of(data["file"])

    def keep():
        return EventPhoto.objects.create(
            key=data["key"],
            event=event,
            file=data["file"],
            width=width,
            height=height,
            caption=data["caption"],
            consent_by_name=name_of(request.user),
        )

    try:
        once(keep, event.photos.filter(key=data["key"]).first)
    except OSError:
        return DISK
    return ""


@facilitator
@require_safe
def event_photo(request: HttpRequest, pk: int, photo: int) -> HttpResponse:
    """The file. Who looked is noted where the page that shows it is read."""
    found = get_object_or_404(coordinated_event(request, pk).photos, pk=photo)
    return serve(request, found.file, f"{found.caption}.{found.file.name.rpartition('.')[2]}")


@facilitator
@require_POST
def event_photo_withdraw(request: HttpRequest, pk: int, photo: int) -> HttpResponse:
    """Somebody no longer agrees, or it was the wrong photo. Reports that had it say so."""
    event = coordinated_event(request, pk)
    if withdraw(event.photos.filter(pk=photo)):
        access_log.log(request, "foto kegiatan", photo, REMOVED)
        messages.success(request, "Foto ditarik dan dihapus. Laporan yang memuatnya menulis “Foto ditarik”.")
    return redirect("event_photos", pk)
