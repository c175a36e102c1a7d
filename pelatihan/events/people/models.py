"""What is known of two records that turned out to be one person."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class ParticipantMerge(models.Model):
    """Two records of one person put together. Both stay, so that it can be taken back."""

    kept = models.ForeignKey("pelatihan.Participant", on_delete=models.PROTECT, related_name="merges_kept")
    merged = models.ForeignKey("pelatihan.Participant", on_delete=models.PROTECT, related_name="merges")
    # Those that had been put together with `merged` before: they follow it, and come back with it.
    followers = models.JSONField(default=list)
    # What moved along, named by model, so that taking it back moves exactly that.
    moved = models.JSONField(default=dict)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "penggabungan peserta"
        verbose_name_plural = "penggabungan peserta"
        default_permissions = ()
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="pelatihan_merge_of_two"),
            models.UniqueConstraint(
                fields=["merged"], condition=Q(undone_at=None), name="pelatihan_merge_once"
            ),
        ]

    def __str__(self):
        return f"{self.merged} → {self.kept}"
