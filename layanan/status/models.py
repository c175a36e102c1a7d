"""Whether a service can be had today: a row beside its guide, since it changes at once and without approval, while the
guide's text waits for a Penerbit."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from layanan.guides.models import ServiceGuidePage
from layanan.status.rules import NORMAL, STATES, WORDS, told
from project.lib.localdates import now


class ServiceStatus(models.Model):
    """One row for each guide whose status was ever set; a guide without one is served as usual."""

    guide = models.OneToOneField(
        ServiceGuidePage, on_delete=models.CASCADE, related_name="+", verbose_name="layanan", editable=False
    )
    state = models.CharField(
        "keadaan",
        max_length=10,
        choices=STATES,
        default=NORMAL,
        help_text="Langsung tampil di panduannya, di daftar layanan, di pencarian, dan di beranda.",
    )
    reason = models.TextField(
        "sebab",
        max_length=300,
        blank=True,
        help_text="Apa yang terjadi dan apa yang sebaiknya dilakukan warga, misalnya “Jaringan ke Disdukcapil putus. "
        "Berkas tetap diterima, selesai besok”. Kosongkan bila normal.",
    )
    since = models.DateTimeField(
        "sejak", null=True, blank=True, help_text="Kosongkan bila mulai sekarang juga."
    )
    until = models.DateTimeField(
        "sampai",
        null=True,
        blank=True,
        help_text="Bila diisi, keadaannya kembali normal sendiri pada waktu itu. Kosongkan bila belum diketahui.",
    )
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="diisi oleh",
    )
    set_by_name = models.CharField("nama pengisi", max_length=150, blank=True, editable=False)
    set_at = models.DateTimeField("diisi pada", null=True, editable=False)
    # Rises with each change, so that whoever saves knows whether it is still what he saw.
    version = models.PositiveIntegerField("versi", default=0, editable=False)

    class Meta:
        verbose_name = "status layanan"
        verbose_name_plural = "status layanan"
        default_permissions = ("change",)
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state for state, _ in STATES]),
                name="service_state_is_known",
                violation_error_message="Pilih normal, gangguan, atau tutup sementara.",
            ),
            models.CheckConstraint(
                condition=Q(state=NORMAL, reason="", since__isnull=True, until__isnull=True)
                | (~Q(state=NORMAL) & ~Q(reason="") & Q(since__isnull=False)),
                name="service_state_says_why",
                violation_error_message="Tulis sebabnya.",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="service_state_ends_after_it_begins",
                violation_error_message="Waktu sampai harus sesudah waktu mulai.",
            ),
        ]

    def __str__(self):
        return f"{self.guide}: {WORDS[self.state]}"

    @property
    def told(self) -> str:
        return told(self.state, self.reason, self.since, self.until)

    @property
    def is_over(self) -> bool:
        return self.state == NORMAL or (self.until is not None and self.until <= now())

    def clean(self):
        super().clean()
        self.reason = " ".join(self.reason.split())
        if self.state == NORMAL:
            self.reason, self.since, self.until = "", None, None
            return
        # A form gives minutes only.
        self.since = self.since or now().replace(second=0, microsecond=0)
        errors = {}
        if not self.reason:
            errors["reason"] = "Tulis sebabnya, supaya warga tahu apa yang terjadi."
        if self.until and self.until <= self.since:
            errors["until"] = "Waktu sampai harus sesudah waktu mulai."
        elif self.until and self.until <= now():
            errors["until"] = "Waktu ini sudah lewat. Pilih waktu yang akan datang, atau pilih Normal."
        if errors:
            raise ValidationError(errors)
