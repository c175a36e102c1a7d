"""Banks of questions, quizzes that draw from them, and what people answered.

An attempt is a row from its first moment, so a limit on attempts holds however often somebody begins at once. Its
questions lie in it as they were then; what the office changes later changes no attempt.
"""

import uuid
from decimal import Decimal
from fractions import Fraction

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from home.pages.blocks import ALT_MISSING, lacks_alt
from pelatihan.courses.quizzes import rules
from pelatihan.courses.quizzes.blocks import KindsBlock
from project.lib import audio
from project.lib.fields import StreamField


class QuestionBank(models.Model):
    """Questions about one subject. The first and the last test of a course draw from the same bank."""

    name = models.CharField(
        "nama bank soal",
        max_length=120,
        unique=True,
        help_text="Misalnya “Menulis berita” atau “Mengenali hoaks”.",
        error_messages={"unique": "Bank soal dengan nama ini sudah ada."},
    )

    class Meta:
        verbose_name = "bank soal"
        verbose_name_plural = "bank soal"
        ordering = ["name"]

    def __str__(self):
        return self.name


class Question(models.Model):
    """A question with its right answer. Its kind is the block that holds the answer."""

    bank = models.ForeignKey(
        QuestionBank,
        verbose_name="bank soal",
        on_delete=models.CASCADE,
        related_name="questions",
        help_text="Kuis mengambil soalnya dari sebuah bank soal.",
    )
    text = models.TextField(
        "pertanyaan",
        max_length=400,
        help_text="Satu hal saja, dengan kalimat pendek, misalnya “Siapa yang boleh tahu kode OTP Anda?”.",
    )
    picture = models.ForeignKey(
        "home.VillageImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="gambar",
        help_text="Yang ditanyakan, misalnya foto layar atau pesan. Boleh dikosongkan.",
    )
    picture_alt = models.CharField(
        "apa yang terlihat di gambar",
        max_length=300,
        blank=True,
        help_text="Bagi yang tidak melihat gambarnya. Jangan menyebut jawabannya.",
    )
    audio = models.ForeignKey(
        "home.VillageDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="suara",
        help_text="Pertanyaan yang dibacakan, bagi yang sulit membaca: MP3, OGG, atau M4A. Boleh dikosongkan.",
    )
    answer = StreamField(
        KindsBlock(),
        verbose_name="jawaban",
        help_text="Pilih satu jenis pertanyaan, lalu isi jawabannya.",
    )
    version = models.PositiveIntegerField("versi", default=1, editable=False)
    # A question without a right answer is refused by its form; one that came by another door is never asked. Kept in a
    # column, so that quizzes can be counted without reading their questions.
    can_be_asked = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = "soal"
        verbose_name_plural = "soal"
        ordering = ["bank__name", "pk"]

    def __str__(self):
        return self.text[:100]

    def save(self, *args, **kwargs):
        if self.pk is not None:
            self.version += 1
        self.can_be_asked = bool(self.kind) and not rules.faults(self.kind, self.source["answer"])
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if lacks_alt(self.picture, self.picture_alt):
            raise ValidationError({"picture_alt": ALT_MISSING})
        if self.audio and self.audio.file_extension.lower() not in audio.KINDS:
            raise ValidationError({"audio": "Ini bukan rekaman suara. Pilih berkas MP3, OGG, atau M4A."})

    @property
    def kind(self) -> str:
        """Empty while there is no answer."""
        raw = self.answer.raw_data
        return raw[0]["type"] if len(raw) else ""

    @property
    def source(self) -> dict:
        """The question as `rules.freeze` takes it, read without asking for its pictures."""
        answer = {name: _unwrapped(part) for name, part in self.answer.raw_data[0]["value"].items()}
        return {
            "kind": self.kind,
            "text": self.text,
            "picture": self.picture_id,
            "alt": self.picture_alt,
            "audio": self.audio_id,
            "answer": answer,
        }


def _unwrapped(part):
    """The values of a list as blocks store it, each wrapped with its id."""
    if not isinstance(part, list):
        return part
    return [item["value"] if isinstance(item, dict) and item.get("type") == "item" else item for item in part]


class Quiz(models.Model):
    """Questions that belong to a lesson, drawn anew for each attempt."""

    lesson = models.ForeignKey(
        "pelatihan.LessonPage",
        verbose_name="pelajaran",
        null=True,
        on_delete=models.SET_NULL,
        related_name="quizzes",
        help_text="Kuis tampil di akhir pelajaran ini, dan pelajarannya selesai bila kuisnya lulus.",
    )
    title = models.CharField("judul", max_length=120, help_text="Misalnya “Kuis: menulis berita”.")
    purpose = models.CharField(
        "untuk apa",
        max_length=10,
        choices=list(rules.PURPOSES.items()),
        default=rules.PRACTICE,
        help_text="Tes awal dan tes akhir dari bank soal yang sama menanyakan soal yang sama. Tes awal tidak "
        "menentukan lulus.",
    )
    bank = models.ForeignKey(
        QuestionBank,
        verbose_name="bank soal",
        on_delete=models.PROTECT,
        related_name="quizzes",
        help_text="Dari mana soalnya diambil.",
    )
    draw = models.PositiveSmallIntegerField(
        "jumlah soal",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text="Berapa soal yang diambil secara acak. Kosongkan untuk semuanya.",
    )
    pass_percent = models.DecimalField(
        "nilai lulus",
        max_digits=5,
        decimal_places=2,
        default=Decimal(70),
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text="Dari 100, misalnya 70.",
    )
    max_attempts = models.PositiveSmallIntegerField(
        "paling banyak dicoba",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text="Berapa kali satu orang boleh mencoba. Kosongkan bila tidak dibatasi.",
    )
    is_open = models.BooleanField(
        "dibuka",
        default=True,
        help_text="Hapus centangnya untuk menutup kuis. Yang sudah mulai masih dapat menyelesaikannya.",
    )

    class Meta:
        verbose_name = "kuis"
        verbose_name_plural = "kuis"
        ordering = ["lesson__path", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pass_percent__gte=0, pass_percent__lte=100),
                name="pelatihan_quiz_pass_is_percent",
                violation_error_message="Nilai lulus antara 0 dan 100.",
            ),
            models.CheckConstraint(
                condition=Q(draw=None) | Q(draw__gte=1),
                name="pelatihan_quiz_draws_something",
                violation_error_message="Jumlah soal sedikitnya 1.",
            ),
            models.CheckConstraint(
                condition=Q(max_attempts=None) | Q(max_attempts__gte=1),
                name="pelatihan_quiz_may_be_tried",
                violation_error_message="Boleh dicoba sedikitnya sekali.",
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=list(rules.PURPOSES)), name="pelatihan_quiz_purpose_is_known"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def key(self) -> str:
        """What it is called among the things that a lesson asks for."""
        return f"kuis:{self.pk}"


class QuizPaper(models.Model):
    """A sheet of questions that was printed for a class: everybody who writes on it answers the same ones."""

    key = models.UUIDField(
        "kunci", unique=True, default=uuid.uuid4, editable=False
    )  # sent twice, it is one sheet
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="papers")
    training_class = models.ForeignKey(
        "pelatihan.TrainingClass", on_delete=models.CASCADE, related_name="quiz_papers"
    )
    seed = models.PositiveIntegerField("undian")
    questions = models.JSONField("soal")  # of {"question", "version", "frozen"}
    made_at = models.DateTimeField("dibuat", default=timezone.now)

    class Meta:
        verbose_name = "lembar soal"
        verbose_name_plural = "lembar soal"
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self):
        return f"Lembar {self.pk}: {self.quiz}"


class QuizAttempt(models.Model):
    """One try of one person. Reserved when it begins, handed in once."""

    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="attempts")
    participant = models.ForeignKey(
        "pelatihan.Participant", on_delete=models.CASCADE, related_name="quiz_attempts"
    )
    number = models.PositiveIntegerField("percobaan ke")
    # As they were when it began.
    allowed = models.PositiveIntegerField("paling banyak dicoba", null=True)
    pass_percent = models.DecimalField("nilai lulus", max_digits=5, decimal_places=2)
    seed = models.PositiveIntegerField("undian")
    started_at = models.DateTimeField("mulai", default=timezone.now)
    submitted_at = models.DateTimeField("dikumpulkan", null=True)
    # The exact share, as a fraction.
    earned = models.PositiveBigIntegerField("didapat", null=True)
    possible = models.PositiveBigIntegerField("dari", null=True)
    passed = models.BooleanField("lulus", null=True)
    # Of an attempt that was written on paper: the sheet, and who typed it in.
    paper = models.ForeignKey(QuizPaper, null=True, on_delete=models.SET_NULL, related_name="attempts")
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    typed_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "percobaan kuis"
        verbose_name_plural = "percobaan kuis"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "participant", "number"], name="pelatihan_quizattempt_number_once"
            ),
            models.UniqueConstraint(
                fields=["quiz", "participant"],
                condition=Q(submitted_at=None),
                name="pelatihan_quizattempt_one_open",
            ),
            models.UniqueConstraint(fields=["paper", "participant"], name="pelatihan_quizattempt_paper_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & (Q(allowed=None) | Q(number__lte=F("allowed"))),
                name="pelatihan_quizattempt_within_limit",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, passed=None, earned=None, possible=None)
                | Q(
                    submitted_at__isnull=False,
                    passed__isnull=False,
                    possible__gte=1,
                    earned__lte=F("possible"),
                ),
                name="pelatihan_quizattempt_scored_once_submitted",
            ),
        ]

    def __str__(self):
        return f"{self.participant}: {self.quiz}, percobaan {self.number}"

    @property
    def is_open(self) -> bool:
        return self.submitted_at is None

    @property
    def share(self) -> Fraction:
        """Between 0 and 1; of an attempt that was handed in."""
        return Fraction(self.earned, self.possible)

    @property
    def words(self) -> str:
        return rules.result_words(self.quiz.purpose, self.share, self.pass_percent)


class ExtraAttempts(models.Model):
    """More attempts than the quiz allows, that a facilitator gave to one person."""

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="extras")
    participant = models.ForeignKey(
        "pelatihan.Participant", on_delete=models.CASCADE, related_name="extra_attempts"
    )
    count = models.PositiveIntegerField("tambahan")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    given_by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField("diberikan", default=timezone.now)

    class Meta:
        verbose_name = "kesempatan tambahan"
        verbose_name_plural = "kesempatan tambahan"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["quiz", "participant"], name="pelatihan_extraattempts_once"),
        ]

    def __str__(self):
        return f"{self.participant}: {self.quiz}, {self.count} kali lagi"


class QuizAnswer(models.Model):
    """A question in an attempt, as it was asked, with what was answered."""

    attempt = models.ForeignKey(QuizAttempt, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField("nomor")
    question = models.ForeignKey(Question, null=True, on_delete=models.SET_NULL, related_name="answers")
    version = models.PositiveIntegerField("versi soal")
    frozen = models.JSONField("soal")
    given = models.JSONField("jawaban", null=True)
    earned = models.PositiveSmallIntegerField(null=True)
    possible = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = "jawaban kuis"
        verbose_name_plural = "jawaban kuis"
        default_permissions = ()
        ordering = ["attempt_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "number"], name="pelatihan_quizanswer_number_once"),
        ]

    def __str__(self):
        return f"{self.attempt}, soal {self.number}"

    @property
    def mark(self) -> rules.Mark:
        return rules.Mark(self.earned, self.possible)
