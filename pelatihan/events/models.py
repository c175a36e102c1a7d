"""Who learns, and with whom: participants, classes, and who belongs to which class.

A participant is a person and no account: most people in the hall have no e-mail. An account may belong to one, and goes
without taking along what its owner has learned.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from home.casework.keys import Keyed
from pelatihan.events import rules
from pelatihan.events.people.rules import AGE_GROUPS, MOST, SEXES, Neighbourhood


class Participant(models.Model):
    """Somebody who learns, or who comes to an event. Progress, attempts, practice and attendance belong to it.

    Of what lists of participants ask for, only what is counted later; never a NIK.
    """

    name = models.CharField("nama", max_length=200)
    note = models.CharField(
        "keterangan",
        max_length=80,
        blank=True,
        help_text="Pembeda bila namanya sama, misalnya “RT 02” atau “guru PAUD”.",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="akun",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="participant",
    )
    sex = models.CharField("L/P", max_length=1, choices=list(SEXES.items()), blank=True)
    age_group = models.CharField("kelompok umur", max_length=10, choices=list(AGE_GROUPS.items()), blank=True)
    rt = models.PositiveSmallIntegerField("RT", null=True, blank=True)
    rw = models.PositiveSmallIntegerField("RW", null=True, blank=True)
    dusun = models.CharField("dusun", max_length=60, blank=True)
    element = models.CharField("unsur atau jabatan", max_length=60, blank=True)
    phone = models.CharField("nomor HP", max_length=16, blank=True)  # E.164
    # When he agreed that his name is kept for the training, said or signed (UU 27/2022, Pasal 20).
    consent_at = models.DateTimeField("persetujuan", null=True, blank=True)
    # Turned out to be somebody who was there already (pelatihan.events.people).
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged_from", editable=False
    )
    created_at = models.DateTimeField("dicatat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "peserta"
        verbose_name_plural = "peserta"
        default_permissions = ()
        ordering = ["name", "note", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="pelatihan_participant_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(sex__in=[*SEXES, ""]), name="pelatihan_participant_sex_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(age_group__in=[*AGE_GROUPS, ""]), name="pelatihan_participant_age_is_known"
            ),
            models.CheckConstraint(
                condition=(models.Q(rt=None) | models.Q(rt__range=(1, MOST)))
                & (models.Q(rw=None) | models.Q(rw__range=(1, MOST))),
                name="pelatihan_participant_rt_is_a_number",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.note}" if self.note else self.name

    @property
    def at(self) -> Neighbourhood:
        return Neighbourhood(self.rw, self.rt)

    @property
    def root(self) -> int:
        """The key of whom he counts as."""
        return self.merged_into_id or self.pk


class TrainingClass(Keyed):
    """People who learn together, and who leads them."""

    name = models.CharField("nama kelas", max_length=120)
    courses = models.ManyToManyField(
        "pelatihan.CoursePage", verbose_name="kursus", blank=True, related_name="classes"
    )
    facilitators = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="fasilitator", related_name="led_classes"
    )
    participants = models.ManyToManyField(Participant, through="Membership", related_name="classes")
    # While the class is open its printed cards sign in. Kept as the moment of opening, so that the limit of four hours
    # holds whatever else happens.
    opened_at = models.DateTimeField("dibuka", null=True, editable=False)
    archived_at = models.DateTimeField("diarsipkan", null=True, editable=False)
    created_at = models.DateTimeField("dibuat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "kelas"
        verbose_name_plural = "kelas"
        default_permissions = ()
        permissions = [("lead_trainingclass", "Dapat memimpin kelas")]
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="pelatihan_trainingclass_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(archived_at=None) | models.Q(opened_at=None),
                name="pelatihan_trainingclass_archived_is_closed",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def open_until(self):
        """The moment at which the cards of this class stop to sign in, or None where it is not open."""
        return rules.open_until(self.opened_at, timezone.now())

    @property
    def is_open(self) -> bool:
        return self.open_until is not None


class Membership(models.Model):
    """A participant in a class."""

    training_class = models.ForeignKey(
        TrainingClass, verbose_name="kelas", on_delete=models.CASCADE, related_name="memberships"
    )
    participant = models.ForeignKey(
        Participant, verbose_name="peserta", on_delete=models.CASCADE, related_name="memberships"
    )
    # Counted on when a card is lost: the code of the lost one no longer fits (pelatihan.events.cards).
    card_number = models.PositiveIntegerField("kartu ke", default=1)
    added_at = models.DateTimeField("ditambahkan", default=timezone.now, editable=False)
    # From the key of the form and the line of the list: a form sent twice brings nobody twice.
    key = models.UUIDField("kunci", null=True, unique=True, editable=False)

    class Meta:
        verbose_name = "anggota kelas"
        verbose_name_plural = "anggota kelas"
        default_permissions = ()
        ordering = ["participant__name", "participant__note", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["training_class", "participant"], name="pelatihan_membership_once"
            ),
        ]

    def __str__(self):
        return f"{self.participant} di {self.training_class}"


class Observation(models.Model):
    """What the facilitator saw somebody do, for whoever uses no account, and for whoever was helped."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="observations")
    lesson = models.ForeignKey("pelatihan.LessonPage", on_delete=models.CASCADE, related_name="observations")
    level = models.PositiveSmallIntegerField("terlihat", choices=list(rules.LEVELS.items()))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    noted_by_name = models.CharField(max_length=200)
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "pengamatan"
        verbose_name_plural = "pengamatan"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["participant", "lesson"], name="pelatihan_observation_one_each"),
            models.CheckConstraint(
                condition=models.Q(level__in=list(rules.LEVELS)),
                name="pelatihan_observation_level_is_known",
            ),
        ]

    def __str__(self):
        return f"{self.participant}: {self.get_level_display()}"
