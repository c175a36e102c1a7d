"""What the ground of all casework keeps: how often something came, who looked at what, what was forgotten."""

from django.db import models


class ThrottleCount(models.Model):
    """How often something came from one place in one stretch of time. Who that was cannot be read from it, nor that it
    was the same one as in the stretch before: `throttle.py`."""

    purpose = models.CharField("keperluan", max_length=60)
    who = models.CharField("sidik pengirim", max_length=64)
    ends_at = models.DateTimeField("berakhir", db_index=True)
    count = models.PositiveIntegerField("berapa kali", default=0)

    class Meta:
        verbose_name = "hitungan kiriman"
        verbose_name_plural = "hitungan kiriman"
        default_permissions = ()  # nobody looks at these or changes them
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "who", "ends_at"], name="home_throttlecount_one_row_a_window"
            ),
        ]

    def __str__(self):
        return f"{self.purpose} ({self.count})"
