"""Reports as they were asked for: the same day's figures, however often they are printed."""

import uuid

from django.db import models
from django.utils import timezone


class ProgrammeReport(models.Model):
    """A report of a programme, frozen at the moment of asking. `rows` holds who is behind the figures, and may be
    emptied while the figures stay."""

    key = models.UUIDField("kunci", unique=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey("pelatihan.Programme", on_delete=models.PROTECT, related_name="reports")
    asked_at = models.DateTimeField("dibuat", default=timezone.now)
    asked_by_name = models.CharField(max_length=200)
    figures = models.JSONField(default=dict)
    rows = models.JSONField(default=list)
    names_gone_at = models.DateTimeField(null=True, editable=False)  # since when only figures are in it
    # The measured part as it was drawn: tables and pictures without names.
    measured = models.TextField(blank=True)

    class Meta:
        verbose_name = "laporan program"
        verbose_name_plural = "laporan program"
        default_permissions = ()
        ordering = ["-asked_at", "-pk"]

    def __str__(self):
        return f"Laporan {self.programme}, {self.asked_at:%Y-%m-%d}"
