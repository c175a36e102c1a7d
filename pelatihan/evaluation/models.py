"""How a programme's tests are measured, scores that were written on paper, and what people thought of a session."""

import uuid

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from pelatihan.evaluation import reactions

BY_QUIZ, ON_PAPER = "kuis", "kertas"
WAYS = {BY_QUIZ: "Kuis di situs ini", ON_PAPER: "Tes di kertas, nilainya diketik"}

BEFORE, AFTER = "awal", "akhir"
MOMENTS = {BEFORE: "Tes awal", AFTER: "Tes akhir"}


class Assessment(models.Model):
    """With which two tests a programme measures what was learned."""

    programme = models.OneToOneField(
        "pelatihan.Programme", on_delete=models.CASCADE, related_name="assessment"
    )
    way = models.CharField("cara", max_length=10, choices=list(WAYS.items()), default=BY_QUIZ)
    pre_quiz = models.ForeignKey(
        "pelatihan.Quiz",
        verbose_name="kuis tes awal",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    post_quiz = models.ForeignKey(
        "pelatihan.Quiz",
        verbose_name="kuis tes akhir",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    pre_out_of = models.DecimalField(
        "nilai tertinggi tes awal",
        max_digits=7,
        decimal_places=2,
        default=10,
        validators=[MinValueValidator(1)],
    )
    post_out_of = models.DecimalField(
        "nilai tertinggi tes akhir",
        max_digits=7,
        decimal_places=2,
        default=10,
        validators=[MinValueValidator(1)],
    )
    # Of tests on paper somebody has to say it; those of this site are compared question by question.
    equal = models.BooleanField("soal tes awal dan tes akhir setara", default=False)
    # A test that was written at the beginning of the first session is one before the training.
    pre_until = models.DateTimeField("tes awal dihitung sampai", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "cara mengukur"
        verbose_name_plural = "cara mengukur"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(way__in=list(WAYS)), name="pelatihan_assessment_way_is_known"),
            models.CheckConstraint(
                condition=Q(pre_out_of__gte=1, post_out_of__gte=1),
                name="pelatihan_assessment_has_something_to_reach",
            ),
            models.CheckConstraint(
                condition=Q(pre_quiz=None) | Q(post_quiz=None) | ~Q(pre_quiz=F("post_quiz")),
                name="pelatihan_assessment_of_two_quizzes",
            ),
        ]

    def __str__(self):
        return f"{self.programme}: {self.get_way_display()}"

    def out_of(self, moment: str):
        return self.pre_out_of if moment == BEFORE else self.post_out_of


class Score(models.Model):
    """What somebody reached in a test on paper."""

    programme = models.ForeignKey("pelatihan.Programme", on_delete=models.PROTECT, related_name="scores")
    participant = models.ForeignKey("pelatihan.Participant", on_delete=models.PROTECT, related_name="scores")
    moment = models.CharField("tes", max_length=5, choices=list(MOMENTS.items()))
    points = models.DecimalField("nilai", max_digits=7, decimal_places=2)
    out_of = models.DecimalField("dari", max_digits=7, decimal_places=2)  # as it was when this was typed
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    typed_by_name = models.CharField(max_length=200)
    typed_at = models.DateTimeField("diketik", default=timezone.now)

    class Meta:
        verbose_name = "nilai di kertas"
        verbose_name_plural = "nilai di kertas"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "participant", "moment"], name="pelatihan_score_once"
            ),
            models.CheckConstraint(
                condition=Q(moment__in=list(MOMENTS)), name="pelatihan_score_moment_is_known"
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0, out_of__gte=1, points__lte=F("out_of")),
                name="pelatihan_score_within_its_test",
            ),
        ]

    def __str__(self):
        return f"{self.participant}, {self.get_moment_display()}: {self.points} dari {self.out_of}"


class ReactionSheet(models.Model):
    """The public address at which people say how a session was, for whoever has the code."""

    session = models.OneToOneField(
        "pelatihan.Session", on_delete=models.CASCADE, related_name="reaction_sheet"
    )
    code = models.CharField("kode", max_length=20, unique=True)
    made_at = models.DateTimeField("dibuat", default=timezone.now)

    class Meta:
        verbose_name = "alamat tanggapan"
        verbose_name_plural = "alamat tanggapan"
        default_permissions = ()

    def __str__(self):
        return f"{self.session}: {self.code}"


class Reaction(models.Model):
    """What somebody thought of a session. Nobody knows who: no participant, no address, no hour. Its key came with the
    form and stands for the row, so that no number tells who was first."""

    key = models.UUIDField("kunci", primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey("pelatihan.Session", on_delete=models.CASCADE, related_name="reactions")
    face = models.CharField("wajah", max_length=10, choices=list(reactions.FACES.items()))
    line = models.CharField("pesan", max_length=reactions.LETTERS, blank=True)
    day = models.DateField("hari")

    class Meta:
        verbose_name = "tanggapan"
        verbose_name_plural = "tanggapan"
        default_permissions = ()
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(face__in=list(reactions.FACES)), name="pelatihan_reaction_face_is_known"
            ),
        ]

    def __str__(self):
        return self.get_face_display()
