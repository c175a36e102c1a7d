"""Photos of events for the report of their programme, kept only where everybody in them agreed."""

from django.db import models
from django.utils import timezone

from home.casework.keys import Keyed
from home.casework.private_files import PrivateStorage


class EventPhoto(Keyed):
    """A photo in which everybody agreed. That it is there is the consent: one without it is never stored, and one that
    is withdrawn goes with its file. Who noted the consent is kept, and when."""

    event = models.ForeignKey(
        "pelatihan.Event", verbose_name="kegiatan", on_delete=models.PROTECT, related_name="photos"
    )
    file = models.FileField("foto", storage=PrivateStorage(), upload_to="foto-kegiatan")
    width = models.PositiveIntegerField()  # px
    height = models.PositiveIntegerField()  # px
    caption = models.CharField("keterangan", max_length=200)
    consent_at = models.DateTimeField("persetujuan dicatat", default=timezone.now)
    consent_by_name = models.CharField(max_length=200)

    class Meta:
        verbose_name = "foto kegiatan"
        verbose_name_plural = "foto kegiatan"
        default_permissions = ()
        ordering = ["event_id", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(caption=""), name="pelatihan_eventphoto_says_what_it_shows"
            ),
        ]

    def __str__(self):
        return self.caption

    @classmethod
    def of(cls, programme) -> models.QuerySet["EventPhoto"]:
        """Those of all its events."""
        return cls.objects.filter(event__programme=programme)
