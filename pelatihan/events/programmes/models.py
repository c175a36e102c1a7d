"""Programmes with their events and sessions, who is registered, and who asked to be accompanied."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from home.casework.keys import Keyed
from pelatihan.events.programmes import rules
from project.lib.localdates import format_day, format_time


class Programme(Keyed):
    """What is done over some months with one aim, such as a mentoring programme with its meetings and trainings."""

    name = models.CharField("nama program", max_length=160)
    slug = models.SlugField("alamat", max_length=60, unique=True)
    funder = models.CharField("penyandang dana", max_length=160, blank=True)
    starts_on = models.DateField("mulai")
    ends_on = models.DateField("selesai")
    needs = models.TextField("kebutuhan yang ditemukan", max_length=4000, blank=True)
    goals = models.TextField("tujuan", max_length=4000, blank=True)
    obstacles = models.TextField("kendala", max_length=4000, blank=True)
    follow_up = models.TextField("tindak lanjut", max_length=4000, blank=True)
    invited = models.PositiveIntegerField("jumlah yang diundang", null=True, blank=True)
    coordinator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="koordinator",
        null=True,
        on_delete=models.SET_NULL,
        related_name="coordinated_programmes",
    )
    courses = models.ManyToManyField(
        "pelatihan.CoursePage", verbose_name="kursus", blank=True, related_name="programmes"
    )
    is_public = models.BooleanField("tampil di situs", default=False)
    created_at = models.DateTimeField("dibuat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "program"
        verbose_name_plural = "program"
        default_permissions = ()
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="pelatihan_programme_has_a_name"),
            models.CheckConstraint(
                condition=Q(starts_on__lte=F("ends_on")), name="pelatihan_programme_ends_after_it_begins"
            ),
        ]

    def __str__(self):
        return self.name


class Event(Keyed):
    """A part of a programme to which people are invited: a meeting, or a training of several sessions."""

    programme = models.ForeignKey(
        Programme, verbose_name="program", on_delete=models.PROTECT, related_name="events"
    )
    kind = models.CharField("jenis", max_length=20, choices=list(rules.KINDS.items()))
    title = models.CharField("judul", max_length=160)
    invitation = models.TextField("undangan", max_length=2000, blank=True)
    takes_registrations = models.BooleanField("menerima pendaftaran", default=False)
    places = models.PositiveIntegerField("jumlah tempat", null=True, blank=True)
    training_class = models.ForeignKey(
        "pelatihan.TrainingClass",
        verbose_name="kelas",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    created_at = models.DateTimeField("dibuat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="pelatihan_event_has_a_title"),
            models.CheckConstraint(
                condition=Q(kind__in=list(rules.KINDS)), name="pelatihan_event_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(places=None) | Q(places__gte=1), name="pelatihan_event_has_room_for_somebody"
            ),
        ]

    def __str__(self):
        return self.title


class Session(Keyed):
    """One meeting at one place. Attendance is taken in it."""

    event = models.ForeignKey(
        Event, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="sessions"
    )
    topic = models.CharField("acara", max_length=160, blank=True)
    place = models.CharField("tempat", max_length=160)
    starts_at = models.DateTimeField("mulai")
    ends_at = models.DateTimeField("selesai")
    zone = models.CharField("zona waktu", max_length=20, choices=list(rules.ZONES.items()))
    late_minutes = models.PositiveSmallIntegerField(
        "batas terlambat (menit)",
        null=True,
        blank=True,
        default=rules.LATE_MINUTES,
        validators=[MaxValueValidator(rules.MOST_LATE_MINUTES)],
    )
    # Between these moments people may note themselves; facilitators are not bound to them.
    opens_at = models.DateTimeField("presensi dibuka")
    closes_at = models.DateTimeField("presensi ditutup")
    state = models.CharField(
        "keadaan", max_length=10, choices=list(rules.STATES.items()), default=rules.DRAFT, editable=False
    )
    facilitators = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="fasilitator", blank=True, related_name="led_sessions"
    )
    approved_at = models.DateTimeField("disahkan", null=True, editable=False)
    approved_by_name = models.CharField(max_length=200, blank=True, editable=False)
    # Who was expected when it was approved, by the keys of the people: nothing that comes later changes the figures.
    approved_people = models.JSONField(null=True, editable=False)

    class Meta:
        verbose_name = "sesi"
        verbose_name_plural = "sesi"
        default_permissions = ()
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__lt=F("ends_at")), name="pelatihan_session_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(opens_at__lt=F("closes_at")), name="pelatihan_session_closes_after_it_opens"
            ),
            models.CheckConstraint(
                condition=Q(late_minutes=None) | Q(late_minutes__lte=rules.MOST_LATE_MINUTES),
                name="pelatihan_session_late_limit_is_hours",
            ),
            models.CheckConstraint(
                condition=Q(state__in=list(rules.STATES)), name="pelatihan_session_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(zone__in=list(rules.ZONES)), name="pelatihan_session_zone_is_known"
            ),
        ]

    def __str__(self):
        return self.topic or self.event.title

    def _local(self, moment):
        """On the clock of the place, whoever looks and wherever the server stands."""
        return moment.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    def clock_at(self, moment) -> str:
        """ "08.05" on the clock of the place."""
        return format_time(self._local(moment))

    def in_words(self, moment) -> str:
        """ "Rabu, 25 November 2026, pukul 08.05 WIB", likewise."""
        return f"{format_day(self._local(moment).date())}, pukul {self.clock_at(moment)} {rules.ZONES[self.zone]}"

    @property
    def day(self):
        return self._local(self.starts_at).date()

    @property
    def clock(self) -> str:
        """ "08.00–10.00 WIB"."""
        return f"{self.clock_at(self.starts_at)}–{self.clock_at(self.ends_at)} {rules.ZONES[self.zone]}"

    @property
    def approved_when(self) -> str:
        return self.in_words(self.approved_at)

    @property
    def when(self) -> str:
        """ "Rabu, 25 November 2026, pukul 08.00–10.00 WIB"."""
        return f"{format_day(self.day)}, pukul {self.clock}"


class Registration(models.Model):
    """Who belongs to an event, as what, since when and until when. Never deleted: past sessions keep their people."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="registrations")
    participant = models.ForeignKey(
        "pelatihan.Participant", on_delete=models.PROTECT, related_name="registrations"
    )
    role = models.CharField(
        "sebagai", max_length=12, choices=list(rules.ROLES.items()), default=rules.PARTICIPANT
    )
    source = models.CharField("lewat", max_length=16, choices=list(rules.SOURCES.items()))
    since = models.DateTimeField("sejak")
    removed_at = models.DateTimeField("keluar", null=True)
    waiting = models.BooleanField("daftar tunggu", default=False)
    # The number on the sheet, kept so that a sheet printed anew has the order of the one that was signed.
    number = models.PositiveIntegerField("nomor")
    key = models.UUIDField("kunci", null=True, unique=True, editable=False)
    created_at = models.DateTimeField("dicatat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "pendaftaran"
        verbose_name_plural = "pendaftaran"
        default_permissions = ()
        ordering = ["event_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "participant"], name="pelatihan_registration_once"),
            models.UniqueConstraint(fields=["event", "number"], name="pelatihan_registration_number_once"),
            models.CheckConstraint(
                condition=Q(role__in=list(rules.ROLES)), name="pelatihan_registration_role_is_known"
            ),
            models.CheckConstraint(
                condition=Q(source__in=list(rules.SOURCES)), name="pelatihan_registration_source_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.participant} di {self.event}"


class MentoringRequest(Keyed):
    """Somebody asks to be accompanied, at home or with a group, until it is done in a session."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="mentoring_requests")
    participant = models.ForeignKey(
        "pelatihan.Participant", on_delete=models.PROTECT, related_name="mentoring_requests"
    )
    wish = models.CharField("didampingi", max_length=10, choices=list(rules.WISHES.items()))
    note = models.CharField("kebutuhan", max_length=300, blank=True)
    session = models.ForeignKey(
        Session, null=True, on_delete=models.SET_NULL, related_name="mentoring_requests"
    )
    noted_by_name = models.CharField(max_length=200)
    noted_at = models.DateTimeField("dicatat", default=timezone.now)

    class Meta:
        verbose_name = "permintaan pendampingan"
        verbose_name_plural = "permintaan pendampingan"
        default_permissions = ()
        ordering = ["noted_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(wish__in=list(rules.WISHES)), name="pelatihan_mentoringrequest_wish_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.participant}: {self.get_wish_display()}"
