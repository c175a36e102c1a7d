"""Numbers of the law as data: a new regulation needs no new release of this software."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from home.standards.rules import DEFAULTS, MAX_VALUE, UNITS, Period


class LegalPeriod(models.Model):
    """One limit or term, with where it is written. Which ones there are follows from what the software asks for, so
    a village changes them and neither adds nor deletes any."""

    key = models.SlugField("kunci", max_length=40, unique=True, editable=False)
    label = models.CharField("untuk apa", max_length=200, editable=False)
    value = models.PositiveSmallIntegerField(
        "angka",
        validators=[
            MinValueValidator(1, "Tulis angka paling sedikit 1."),
            MaxValueValidator(MAX_VALUE, f"Tulis angka paling banyak {MAX_VALUE}."),
        ],
        help_text="Angkanya saja, misalnya 7.",
    )
    unit = models.CharField(
        "satuan",
        max_length=12,
        choices=UNITS,
        help_text="“Hari kerja” dihitung Senin sampai Jumat.",
    )
    source = models.CharField(
        "dasar hukum",
        max_length=250,
        help_text="Peraturan yang menentukannya, misalnya “Permendagri 111/2014 Pasal 8”. "
        "Bila desa sendiri yang menentukan, tulis “Kebijakan desa”.",
    )
    url = models.URLField(
        "tautan", blank=True, help_text="Alamat naskahnya di situs resmi. Boleh dikosongkan."
    )
    note = models.CharField(
        "catatan",
        max_length=250,
        blank=True,
        help_text="Misalnya mengapa angkanya diubah dan sejak kapan. Boleh dikosongkan.",
    )

    class Meta:
        verbose_name = "angka dari peraturan"
        verbose_name_plural = "angka dari peraturan"
        ordering = ["pk"]
        default_permissions = ("change",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value__gte=1, value__lte=MAX_VALUE),
                name="legal_period_is_positive",
                violation_error_message=f"Tulis angka dari 1 sampai {MAX_VALUE}.",
            ),
            models.CheckConstraint(
                condition=models.Q(unit__in=[unit for unit, _ in UNITS]),
                name="legal_period_unit_is_known",
                violation_error_message="Pilih hari, hari kerja, atau bulan.",
            ),
        ]

    def __str__(self):
        return self.label

    def as_period(self) -> Period:
        return Period(self.key, self.value, self.unit)


def ensure_periods() -> None:
    """Makes those that are missing. Safe to repeat: what a village changed stays; only the words that say what a
    number is for follow the software."""
    for key, default in DEFAULTS.items():
        LegalPeriod.objects.get_or_create(
            key=key,
            defaults={
                "label": default.label,
                "value": default.period.value,
                "unit": default.period.unit,
                "source": default.source,
            },
        )
        LegalPeriod.objects.filter(key=key).exclude(label=default.label).update(label=default.label)
