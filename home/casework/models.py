"""What the ground of all casework keeps: how often something came, who looked at what, what was forgotten."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from home.casework.rules import ACTIONS


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


class AppendOnly(models.QuerySet):
    """What has happened has happened. Rows go by `forget` alone, when their time is over."""

    def update(self, **kwargs):
        raise TypeError("These rows are only added to.")

    def delete(self):
        raise TypeError("These rows are only added to; `forget` takes away what is over.")

    def forget(self) -> int:
        return super().delete()[0]


class AccessRecord(models.Model):
    """Who looked at personal data or took it away, and when. Nothing of the data itself is copied here."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="akun",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    who = models.CharField("oleh", max_length=200, blank=True)  # the account may go, or change its name
    kind = models.CharField("jenis data", max_length=40)
    record = models.CharField("nomor catatan", max_length=40)
    action = models.CharField("yang dilakukan", max_length=10, choices=list(ACTIONS.items()))
    what = models.CharField("bagian", max_length=120, blank=True)
    at = models.DateTimeField("waktu", default=timezone.now, db_index=True)

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = "catatan akses"
        verbose_name_plural = "catatan akses"
        default_permissions = ()  # read by the administrator alone
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "record"], name="home_accessrecord_of_record")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(action__in=list(ACTIONS)), name="home_accessrecord_action_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.who}: {self.get_action_display()} {self.kind} {self.record}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("These rows are only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("These rows are only added to.")


class Deletion(models.Model):
    """How many records of a kind went on a day because their time was over. Says nothing about whom they concerned."""

    kind = models.SlugField("jenis", max_length=40)
    count = models.PositiveIntegerField("jumlah")
    at = models.DateTimeField("waktu", default=timezone.now)
    dry = models.BooleanField("percobaan", default=False)  # only counted, by `--dry-run`

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = "penghapusan berkala"
        verbose_name_plural = "penghapusan berkala"
        default_permissions = ()
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "at"], name="home_deletion_of_kind")]
        constraints = [
            models.CheckConstraint(condition=models.Q(count__gte=1), name="home_deletion_counts_something"),
        ]

    def __str__(self):
        return f"{self.kind}: {self.count}"
