"""What somebody has done in lessons. It belongs to a participant, never to an account."""

from django.db import models
from django.utils import timezone


class StepDone(models.Model):
    """A step of a lesson that somebody has done; a row each, so that two tabs cannot undo each other."""

    participant = models.ForeignKey(
        "pelatihan.Participant", on_delete=models.CASCADE, related_name="steps_done"
    )
    lesson = models.ForeignKey("pelatihan.LessonPage", on_delete=models.CASCADE, related_name="steps_done")
    step = models.CharField("langkah", max_length=36)  # the id of its block
    done_at = models.DateTimeField("dilakukan", default=timezone.now)

    class Meta:
        verbose_name = "langkah selesai"
        verbose_name_plural = "langkah selesai"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["participant", "lesson", "step"], name="pelatihan_stepdone_once"),
        ]

    def __str__(self):
        return f"{self.participant}: {self.step}"


class LessonFinished(models.Model):
    """That somebody finished a lesson stays, whatever becomes of the lesson."""

    participant = models.ForeignKey(
        "pelatihan.Participant", on_delete=models.CASCADE, related_name="lessons_finished"
    )
    lesson = models.ForeignKey(
        "pelatihan.LessonPage", null=True, on_delete=models.SET_NULL, related_name="finished"
    )
    title = models.CharField("judul waktu itu", max_length=255)
    # The revision that was live then. A number and no key: old revisions are cleared away.
    version = models.PositiveBigIntegerField("versi yang dilihat", null=True)
    finished_at = models.DateTimeField("selesai", default=timezone.now)

    class Meta:
        verbose_name = "pelajaran selesai"
        verbose_name_plural = "pelajaran selesai"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["participant", "lesson"], name="pelatihan_lessonfinished_once"),
        ]

    def __str__(self):
        return f"{self.participant}: {self.title}"
