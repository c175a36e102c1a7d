"""Forms of programmes, their events and sessions, and of whoever wants to come."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.text import slugify

from home.casework.keys import KeyedForm
from home.casework.seen import SeenForm
from home.identity.roles import FACILITATOR
from pelatihan.courses.models import CoursePage
from pelatihan.events.forms import person_words
from pelatihan.events.models import Participant, TrainingClass
from pelatihan.events.people.forms import NIK_TYPED, AsksWho, NeighbourhoodField
from pelatihan.events.programmes.models import Event, MentoringRequest, Programme, Session
from pelatihan.events.programmes.rules import (
    APPROVED,
    APPROVED_STAYS,
    LATE_MINUTES,
    OPENS_BEFORE,
)
from pelatihan.events.queries import led_by
from pelatihan.events.rules import NAME_LETTERS, clean_line
from project.lib import nik, phone
from project.lib.datefields import DateField, TimeField


def _day(**kwargs) -> DateField:
    widget = forms.DateInput(attrs={"autocomplete": "off", "inputmode": "numeric"}, format="%d/%m/%Y")
    return DateField(widget=widget, **kwargs)


def _clock(**kwargs) -> TimeField:
    widget = forms.TimeInput(attrs={"autocomplete": "off", "inputmode": "numeric"}, format="%H.%M")
    return TimeField(widget=widget, **kwargs)


def _facilitators():
    return get_user_model().objects.filter(is_active=True, groups__name=FACILITATOR)


class _ProgrammeForm(SeenForm, KeyedForm):
    """No NIK in any of its words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name not in {"key", "seen"}:
                field.label = field.label[:1].upper() + field.label[1:]

    def clean(self):
        cleaned = super().clean()
        for name, value in list(cleaned.items()):
            if name != "seen" and isinstance(value, str) and nik.find(value):
                self.add_error(name, NIK_TYPED)
        return cleaned


class ProgrammeForm(_ProgrammeForm):
    starts_on = _day(label="Mulai", help_text="Misalnya 25/11/2026.")
    ends_on = _day(label="Selesai")

    class Meta:
        model = Programme
        fields = [
            "name",
            "starts_on",
            "ends_on",
            "funder",
            "needs",
            "goals",
            "invited",
            "courses",
            "coordinator",
            "is_public",
            "obstacles",
            "follow_up",
        ]
        widgets = {
            "courses": forms.CheckboxSelectMultiple,
            "invited": forms.TextInput(attrs={"inputmode": "numeric"}),
        }
        help_texts = {
            "name": "Misalnya “Pendampingan Situs Desa 2026”.",
            "funder": "Siapa yang membiayai, misalnya “APBDes” atau nama perguruan tinggi.",
            "needs": "Apa yang ditemukan sebelum program dimulai.",
            "goals": "Apa yang hendak dicapai.",
            "invited": "Berapa undangan yang dibagikan. Kosongkan bila sama dengan daftar undangan.",
            "courses": "Yang dipelajari di program ini.",
            "coordinator": "Yang mengesahkan daftar hadir dan mengubah program ini. Bila Anda memilih orang lain, "
            "program ini pindah ke tangannya.",
            "is_public": "Undangan, jadwal dan jumlah peserta tampil di situs. Nama peserta tidak pernah tampil.",
            "obstacles": "Diisi setelah berjalan. Masuk ke laporan.",
            "follow_up": "Diisi setelah berjalan. Masuk ke laporan.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["courses"].queryset = CoursePage.objects.live().public().order_by("path")
        self.fields["courses"].label_from_instance = lambda course: course.title
        if self.instance.pk is None:  # whoever makes it coordinates it
            del self.fields["coordinator"]
            return
        people = _facilitators() | get_user_model().objects.filter(pk=self.instance.coordinator_id)
        self.fields["coordinator"].queryset = people.distinct().order_by("first_name", "username")
        self.fields["coordinator"].label_from_instance = person_words
        self.fields["coordinator"].required = True

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("starts_on") and cleaned.get("ends_on") and cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", "Tanggal selesai sebelum tanggal mulai.")
        return cleaned

    def save(self, commit=True):
        if self.instance._state.adding:  # anew for each try of `once`
            self.instance.slug = free_slug(self.instance.name)
        return super().save(commit)


def free_slug(name: str) -> str:
    """An address that no other programme has."""
    stem = slugify(name)[:50].strip("-") or "program"
    taken = set(Programme.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    if stem not in taken:
        return stem
    return next(slug for number in range(2, 10_000) if (slug := f"{stem}-{number}") not in taken)


class EventForm(_ProgrammeForm):
    class Meta:
        model = Event
        fields = ["kind", "title", "invitation", "takes_registrations", "places", "training_class"]
        widgets = {"places": forms.TextInput(attrs={"inputmode": "numeric"})}
        help_texts = {
            "title": "Misalnya “Sosialisasi e-government”.",
            "invitation": "Untuk siapa, apa yang dibawa. Tampil di situs bila programnya tampil.",
            "takes_registrations": "Warga dapat mendaftar sendiri di situs.",
            "places": "Kosongkan bila tidak dibatasi. Yang mendaftar sesudahnya masuk daftar tunggu.",
            "training_class": "Kelas yang belajar di kegiatan ini, bila ada.",
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        own = led_by(user).filter(archived_at=None)
        if self.instance.training_class_id:
            own = own | TrainingClass.objects.filter(pk=self.instance.training_class_id)
        self.fields["training_class"].queryset = own.distinct()
        self.fields["training_class"].empty_label = "Tanpa kelas"


class SessionForm(_ProgrammeForm):
    """Day and hours are those of the session's own zone, whoever types and wherever the server stands."""

    beside = ("starts_at", "ends_at", "opens_at", "closes_at")
    day = _day(label="Tanggal", help_text="Misalnya 25/11/2026.")
    starts = _clock(label="Mulai", help_text="Misalnya 08.00.")
    ends = _clock(label="Selesai")
    opens = _clock(
        label="Hadir mandiri dibuka",
        required=False,
        help_text="Sejak kapan peserta boleh mencatat diri. Bila kosong, setengah jam sebelum mulai.",
    )
    closes = _clock(
        label="Hadir mandiri ditutup", required=False, help_text="Bila kosong, saat sesi selesai."
    )

    class Meta:
        model = Session
        fields = ["topic", "place", "zone", "late_minutes", "facilitators"]
        widgets = {
            "facilitators": forms.CheckboxSelectMultiple,
            "late_minutes": forms.TextInput(attrs={"inputmode": "numeric"}),
        }
        help_texts = {
            "topic": "Misalnya “Hari pertama: menulis berita”. Bila kosong, judul kegiatannya.",
            "late_minutes": "Yang datang sesudahnya terlambat, dan tetap hadir. Kosongkan bila tidak dicatat.",
            "facilitators": "Siapa yang mencatat kehadiran. Koordinator selalu boleh.",
        }

    field_order = [
        "key",
        "topic",
        "place",
        "day",
        "starts",
        "ends",
        "zone",
        "late_minutes",
        "opens",
        "closes",
        "facilitators",
    ]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["facilitators"].queryset = _facilitators().distinct().order_by("first_name", "username")
        self.fields["facilitators"].label_from_instance = person_words
        if self.instance.pk is None:
            self.initial.setdefault("zone", settings.TIME_ZONE)
            self.initial.setdefault("late_minutes", LATE_MINUTES)
            self.initial.setdefault("facilitators", [user.pk])
            return
        zone = ZoneInfo(self.instance.zone)
        local = {
            name: getattr(self.instance, f"{name}_at").astimezone(zone)
            for name in ("starts", "ends", "opens", "closes")
        }
        self.initial |= {name: moment.time() for name, moment in local.items()}
        self.initial["day"] = local["starts"].date()

    def clean(self):
        cleaned = super().clean()
        if self.instance.state == APPROVED:
            self.add_error(None, APPROVED_STAYS)
        if self.errors:
            return cleaned
        zone = ZoneInfo(cleaned["zone"])
        moments = {
            name: datetime.combine(cleaned["day"], cleaned[name], zone) if cleaned.get(name) else None
            for name in ("starts", "ends", "opens", "closes")
        }
        moments["opens"] = moments["opens"] or moments["starts"] - OPENS_BEFORE
        moments["closes"] = moments["closes"] or moments["ends"]
        if moments["ends"] <= moments["starts"]:
            self.add_error("ends", "Jam selesai harus setelah jam mulai.")
        if moments["closes"] <= moments["opens"]:
            self.add_error("closes", "Jam ditutup harus setelah jam dibuka.")
        for name, moment in moments.items():
            setattr(self.instance, f"{name}_at", moment)
        return cleaned


class RegisterForm(forms.Form):
    """Somebody wants to come. No account, no NIK; the telephone only if he wants to be told."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    name = forms.CharField(
        label="Nama",
        max_length=NAME_LETTERS,
        widget=forms.TextInput(attrs={"autocomplete": "name", "autocapitalize": "words"}),
    )
    at = NeighbourhoodField(label="RT", required=False, help_text="Misalnya 03, atau RT 03/RW 01.")
    phone = forms.CharField(
        label="Nomor HP",
        required=False,
        max_length=30,
        help_text="Bila Anda ingin dikabari. Hanya fasilitator yang melihatnya.",
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    consent = forms.BooleanField(
        label="Saya setuju nama saya dicatat untuk kegiatan ini",
        error_messages={"required": "Tanpa persetujuan Anda, nama Anda tidak kami catat."},
        help_text="Dipakai untuk daftar hadir dan laporan jumlah peserta. Anda dapat meminta dihapus kapan saja.",
    )

    def clean_name(self):
        name = clean_line(self.cleaned_data["name"])
        if nik.find(name):
            raise forms.ValidationError(NIK_TYPED)
        if not name:
            raise forms.ValidationError("Tulis nama Anda.")
        return name

    def clean_phone(self):
        typed = self.cleaned_data["phone"].strip()
        try:
            return phone.normalise(typed) if typed else ""
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from fault


class MentoringForm(AsksWho, _ProgrammeForm):
    """Somebody asks to be accompanied: who, where, what for. Often it is somebody who comes to no event."""

    name = forms.CharField(
        label="Nama, bila belum ada di pilihan di atas",
        required=False,
        max_length=NAME_LETTERS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    at = NeighbourhoodField(label="RT-nya", required=False, help_text="Misalnya 03, atau RT 03/RW 01.")

    class Meta:
        model = MentoringRequest
        fields = ["participant", "wish", "note"]
        help_texts = {
            "note": "Misalnya “ingin belajar WhatsApp, sulit berjalan”. Jangan menulis penyakit atau NIK.",
        }

    field_order = ["key", "participant", "name", "who", "at", "wish", "note"]

    def __init__(self, *args, programme: Programme, **kwargs):
        super().__init__(*args, **kwargs)
        near = Q(registrations__event__programme=programme) | Q(mentoring_requests__programme=programme)
        people = Participant.objects.filter(near, merged_into=None).distinct()
        self.fields["participant"].queryset = people
        self.fields["participant"].empty_label = "Pilih orangnya"
        self.fields["participant"].required = False
        self.ask_who()
        self.order_fields(self.field_order)

    def clean_name(self):
        return clean_line(self.cleaned_data["name"])

    def clean(self):
        cleaned = super().clean()
        chosen, name = cleaned.get("participant"), cleaned.get("name")
        if not chosen and not name and "name" not in self.errors:
            self.add_error("name", "Pilih orangnya, atau tulis namanya.")
        elif chosen and name:
            self.add_error("name", "Pilih orangnya atau tulis namanya, jangan keduanya.")
        return cleaned

    def save(self, commit=True):
        if self.cleaned_data["name"]:
            at = self.cleaned_data["at"]
            self.instance.participant = self.known or Participant.objects.create(
                name=self.cleaned_data["name"], rt=at.rt, rw=at.rw
            )
        return super().save(commit)
