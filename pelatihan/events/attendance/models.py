"""Attendance: notes that are only ever added, and what counts for each person in each session."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from home.casework.private_files import PrivateStorage
from pelatihan.events.attendance import rules

_STATUSES = [*rules.STATUSES, rules.UNMARKED]


class AttendanceNote(models.Model):
    """What somebody noted about a person in a session. Never changed; a correction is another note."""

    # Made on the device, so that what is sent again is known again.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        "pelatihan.Session", on_delete=models.PROTECT, related_name="attendance_notes"
    )
    participant = models.ForeignKey(
        "pelatihan.Participant", on_delete=models.PROTECT, related_name="attendance_notes"
    )
    status = models.CharField(max_length=12, choices=list(rules.STATUSES.items()), blank=True)
    # The notes that it corrects, by their ids. No foreign key: a correction may arrive before what it corrects.
    replaces = models.JSONField(default=list)
    happened_at = models.DateTimeField("terjadi")
    recorded_at = models.DateTimeField("dicatat", default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_by_name = models.CharField(max_length=200)
    method = models.CharField(max_length=16, choices=list(rules.METHODS.items()))
    offline = models.BooleanField("tanpa sinyal", default=False)
    device = models.CharField("perangkat", max_length=36, blank=True)
    clock_offset = models.IntegerField("selisih jam perangkat (detik)", default=0)
    reason = models.CharField("alasan", max_length=rules.REASON_LETTERS, blank=True)
    odd = models.BooleanField("janggal", default=False)
    # Arrived after the session was approved: waits for the coordinator and counts for nothing until he takes it.
    held = models.BooleanField("menunggu koordinator", default=False)
    # Of whoever came in somebody's place: whom he represents.
    represents = models.ForeignKey(
        "pelatihan.Participant", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "catatan kehadiran"
        verbose_name_plural = "catatan kehadiran"
        default_permissions = ()
        ordering = ["recorded_at", "id"]
        indexes = [models.Index(fields=["session", "participant"], name="pelatihan_note_of_person")]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=_STATUSES), name="pelatihan_note_status_is_known"),
            models.CheckConstraint(
                condition=Q(method__in=list(rules.METHODS)), name="pelatihan_note_method_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.participant}: {self.get_status_display() or 'dibatalkan'}"

    @property
    def clock(self) -> str:
        """When it happened, on the clock of the place."""
        return self.session.clock_at(self.happened_at)

    @property
    def happened(self) -> str:
        return self.session.in_words(self.happened_at)

    @property
    def recorded(self) -> str:
        return self.session.in_words(self.recorded_at)

    @property
    def odd_words(self) -> str:
        """Why somebody should look at it, for a note that is `odd`."""
        off = timedelta(seconds=abs(self.clock_offset))
        if off <= rules.CLOCK_OFF:
            return f"dicatat untuk {self.happened}, jauh di luar jam sesi"
        minutes = round(off.total_seconds() / 60)
        words = f"{minutes} menit" if minutes < 120 else f"{round(minutes / 60)} jam"
        return f"jam HP yang mencatatnya selisih {words}"


class Attendance(models.Model):
    """What counts for one person in one session now. Follows from the notes; written together with them."""

    session = models.ForeignKey("pelatihan.Session", on_delete=models.PROTECT, related_name="attendance")
    participant = models.ForeignKey(
        "pelatihan.Participant", on_delete=models.PROTECT, related_name="attendance"
    )
    status = models.CharField(max_length=12, choices=list(rules.STATUSES.items()), blank=True)
    note = models.ForeignKey(AttendanceNote, null=True, on_delete=models.PROTECT, related_name="+")
    heads = models.JSONField(default=list)  # the notes that stand, for whoever corrects them
    unsure = models.BooleanField("perlu dipastikan", default=False)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["session", "participant"], name="pelatihan_attendance_once"),
            models.CheckConstraint(
                condition=Q(status__in=_STATUSES), name="pelatihan_attendance_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(status=rules.UNMARKED, note=None)
                | (~Q(status=rules.UNMARKED) & Q(note__isnull=False)),
                name="pelatihan_attendance_has_its_note",
            ),
        ]

    def __str__(self):
        return f"{self.participant}: {self.get_status_display() or 'belum ditandai'}"


class AttendanceScan(models.Model):
    """A photo or scan of the signed sheet: the evidence. Nobody but those who lead the session sees it."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey("pelatihan.Session", on_delete=models.PROTECT, related_name="scans")
    file = models.FileField("berkas", storage=PrivateStorage(), upload_to="daftar-hadir")
    size = models.PositiveIntegerField("ukuran", default=0)  # bytes
    added_by_name = models.CharField(max_length=200)
    added_at = models.DateTimeField("ditambahkan", default=timezone.now)

    class Meta:
        verbose_name = "pindaian daftar hadir"
        verbose_name_plural = "pindaian daftar hadir"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"Pindaian {self.pk}: {self.session}"
