"""Certificates, their numbers, and the runs that issue them for a whole programme.

A certificate stands by itself: what it says was frozen when it was issued. Accounts, people, courses and tests may go;
it stays. It is never deleted, only replaced or revoked, with a reason.
"""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from home.casework.private_files import PrivateStorage
from pelatihan.certificates import rules


def _percent() -> int:
    return settings.CERTIFICATE_ATTENDANCE_PERCENT


def _paper_percent() -> int:
    return settings.CERTIFICATE_PAPER_PERCENT


def _source() -> str:
    return settings.CERTIFICATE_ATTENDANCE_SOURCE


def _number_form() -> str:
    return settings.CERTIFICATE_NUMBER_FORM


class CertificateSettings(models.Model):
    """What a programme asks for, and what stands on its certificates. What was issued keeps what it was issued by."""

    programme = models.OneToOneField(
        "pelatihan.Programme", on_delete=models.CASCADE, related_name="certificate_settings"
    )
    events = models.ManyToManyField(
        "pelatihan.Event", verbose_name="kegiatan yang dihitung", blank=True, related_name="+"
    )
    percent = models.PositiveSmallIntegerField(
        "kehadiran paling sedikit (persen)",
        default=_percent,
        validators=[
            MinValueValidator(1, "Tulis angka paling sedikit 1."),
            MaxValueValidator(100, "Tulis angka paling banyak 100."),
        ],
    )
    percent_source = models.CharField("dasar angka itu", max_length=200, default=_source)
    test = models.CharField(
        "tes akhir", max_length=10, choices=list(rules.TEST_RULES.items()), default=rules.TO_PASS
    )
    # Of a test on paper (pelatihan.evaluation); a quiz says by itself from where on it is passed.
    paper_percent = models.PositiveSmallIntegerField(
        "nilai lulus tes di kertas (dari 100)",
        default=_paper_percent,
        validators=[MaxValueValidator(100, "Tulis angka paling banyak 100.")],
    )
    hours = models.PositiveSmallIntegerField(
        "jam pelajaran (JP)",
        null=True,
        blank=True,
        validators=[
            MinValueValidator(1, "Tulis angka paling sedikit 1, atau kosongkan."),
            MaxValueValidator(999, "Tulis angka paling banyak 999."),
        ],
    )
    number_form = models.CharField("bentuk nomor", max_length=80, default=_number_form)
    signatory = models.CharField("nama penanda tangan", max_length=100, blank=True)
    office = models.CharField("jabatan penanda tangan", max_length=100, blank=True)
    # Counted on with each change: each certificate names the one that it was issued by.
    version = models.PositiveIntegerField("versi", default=1, editable=False)

    class Meta:
        verbose_name = "ketentuan sertifikat"
        verbose_name_plural = "ketentuan sertifikat"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__range=(1, 100), paper_percent__range=(0, 100)),
                name="pelatihan_certificatesettings_percent",
            ),
            models.CheckConstraint(
                condition=Q(test__in=list(rules.TEST_RULES)),
                name="pelatihan_certificatesettings_test_is_known",
            ),
        ]

    def __str__(self):
        return f"Ketentuan sertifikat {self.programme}"

    @property
    def conditions(self) -> rules.Conditions:
        return rules.Conditions(self.percent, self.test)


class CertificateSeries(models.Model):
    """The last number of a year."""

    year = models.PositiveSmallIntegerField("tahun", unique=True)
    last = models.PositiveIntegerField("nomor terakhir", default=0)

    class Meta:
        verbose_name = "deret nomor sertifikat"
        verbose_name_plural = "deret nomor sertifikat"
        default_permissions = ()

    def __str__(self):
        return f"{self.year}: {self.last}"


class Certificate(models.Model):
    """One certificate of one person."""

    programme = models.ForeignKey(
        "pelatihan.Programme", on_delete=models.PROTECT, related_name="certificates"
    )
    participant = models.ForeignKey(
        "pelatihan.Participant", null=True, on_delete=models.SET_NULL, related_name="certificates"
    )
    kind = models.CharField("jenis", max_length=10, choices=list(rules.KINDS.items()))
    year = models.PositiveSmallIntegerField("tahun")
    number = models.PositiveIntegerField("urutan")
    number_text = models.CharField("nomor", max_length=120, unique=True)
    code = models.CharField(
        "kode pemeriksaan", max_length=rules.CODE_LETTERS, unique=True, default=rules.new_code
    )
    snapshot = models.JSONField("isi")  # as `queries.snapshot` makes it
    status = models.CharField(
        "status", max_length=10, choices=list(rules.STATUSES.items()), default=rules.VALID
    )
    issued_at = models.DateTimeField("terbit", default=timezone.now)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    issued_by_name = models.CharField(max_length=200)
    # When it stopped to be valid, by whom and why.
    ended_at = models.DateTimeField("berakhir", null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    ended_by_name = models.CharField(max_length=200, blank=True)
    reason = models.CharField("alasan", max_length=rules.REASON_LETTERS, blank=True)
    replaced_by = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaces", verbose_name="diganti dengan"
    )
    pdf = models.FileField(
        "lembar", storage=PrivateStorage(), upload_to="certificates", max_length=120, blank=True
    )
    pdf_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "sertifikat"
        verbose_name_plural = "sertifikat"
        default_permissions = ()
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "programme", "kind"],
                condition=Q(status=rules.VALID),
                name="pelatihan_certificate_one_valid",
            ),
            models.UniqueConstraint(fields=["year", "number"], name="pelatihan_certificate_number_once"),
            models.CheckConstraint(
                condition=Q(kind__in=list(rules.KINDS)), name="pelatihan_certificate_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(status=rules.VALID, ended_at=None, reason="")
                | (Q(status__in=[rules.REPLACED, rules.REVOKED], ended_at__isnull=False) & ~Q(reason="")),
                name="pelatihan_certificate_ended_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by=None) | (Q(status=rules.REPLACED) & ~Q(replaced_by=F("pk"))),
                name="pelatihan_certificate_replaced_by_another",
            ),
            models.CheckConstraint(
                condition=Q(pdf="", pdf_sha256="") | (~Q(pdf="") & ~Q(pdf_sha256="")),
                name="pelatihan_certificate_sheet_has_its_hash",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number_text}"

    @property
    def name(self) -> str:
        """Of its owner, as it was then."""
        return self.snapshot["name"]

    @property
    def is_valid(self) -> bool:
        return self.status == rules.VALID


class CertificateRun(models.Model):
    """Certificates of one kind for many people of a programme, one after another."""

    # Put into the form by the server: sent twice, it is one run.
    key = models.UUIDField("kunci", unique=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        "pelatihan.Programme", on_delete=models.PROTECT, related_name="certificate_runs"
    )
    kind = models.CharField("jenis", max_length=10, choices=list(rules.KINDS.items()))
    state = models.CharField(
        "keadaan", max_length=12, choices=list(rules.RUN_STATES.items()), default=rules.RUNNING
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_by_name = models.CharField(max_length=200)
    started_at = models.DateTimeField("dimulai", default=timezone.now)
    finished_at = models.DateTimeField("selesai", null=True)

    class Meta:
        verbose_name = "penerbitan sertifikat"
        verbose_name_plural = "penerbitan sertifikat"
        default_permissions = ()
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "kind"],
                condition=Q(state=rules.RUNNING),
                name="pelatihan_certificaterun_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=list(rules.RUN_STATES)), name="pelatihan_certificaterun_state_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.programme}"


class CertificateRunLine(models.Model):
    """One person of a run, and what became of it. Says by itself whether it is done."""

    run = models.ForeignKey(CertificateRun, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField("urutan")
    participant = models.ForeignKey(
        "pelatihan.Participant", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField("nama", max_length=rules.NAME_LETTERS)
    outcome = models.CharField("hasil", max_length=16, blank=True, choices=list(rules.OUTCOMES.items()))
    words = models.CharField("keterangan", max_length=1000, blank=True)
    certificate = models.ForeignKey(Certificate, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "baris penerbitan sertifikat"
        verbose_name_plural = "baris penerbitan sertifikat"
        default_permissions = ()
        ordering = ["run", "number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="pelatihan_certificaterunline_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=["", *rules.OUTCOMES]),
                name="pelatihan_certificaterunline_outcome_is_known",
            ),
        ]

    def __str__(self):
        return f"{self.number}. {self.name}"
