"""A run of an import: what was read, what is wrong with it, what became of each row. It outlives a killed process:
each row says by itself whether it has been done."""

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models

from home.casework.imports import rules


class ImportRun(models.Model):
    """One file that somebody brought. Nothing is written before it is confirmed; of one kind, one at a time."""

    # Put into the form by the server: sent twice, it is one run.
    key = models.UUIDField("kunci", unique=True, default=uuid.uuid4, editable=False)
    kind = models.CharField("jenis", max_length=40)
    state = models.CharField(
        "keadaan", max_length=20, choices=list(rules.STATES.items()), default=rules.CHECKING
    )
    file_name = models.CharField("berkas", max_length=150)
    has_archive = models.BooleanField(default=False)
    ignored = models.JSONField("kolom yang tidak dibaca", default=list)
    publish = models.BooleanField("langsung terbit", default=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_by_name = models.CharField(max_length=200)
    # In whose name rows are written: whoever decided on them, also when somebody else takes the work up again.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField("dimulai", auto_now_add=True)
    finished_at = models.DateTimeField("selesai", null=True)
    # Whoever works on it says until when he may be waited for; the next takes over then.
    claimed_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        default_permissions = ()  # each kind of import asks for the rights of what it writes
        constraints = [
            models.UniqueConstraint(
                fields=["kind"],
                condition=models.Q(state__in=rules.OPEN),
                name="home_importrun_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=list(rules.STATES)), name="home_importrun_state_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.file_name} ({self.get_state_display()})"

    @property
    def archive(self) -> Path:
        """Where the ZIP lies until its run has ended. Outside of what is served."""
        return Path(settings.DATA_DIR) / "imports" / f"{self.key}.zip"


class ImportRow(models.Model):
    """One row of the file. Columns that the import does not know are never kept: nobody asked for them."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField("baris")
    cells = models.JSONField("isi", default=dict)
    identity = models.CharField(max_length=200, blank=True, db_index=True)  # same: the same record
    action = models.CharField(max_length=10, blank=True, choices=list(rules.ACTIONS.items()))
    notes = models.JSONField(default=list)  # of {"field", "words", "fault"}
    changes = models.JSONField(default=list)  # of [what, before, after]
    file_facts = models.JSONField(default=dict)  # what the examination of its file found
    outcome = models.CharField(max_length=12, blank=True, choices=list(rules.OUTCOMES.items()))
    # What was written, and what stood there before: needed to take it back.
    target = models.PositiveBigIntegerField(null=True)
    written = models.PositiveBigIntegerField(null=True)
    before = models.PositiveBigIntegerField(null=True)
    document = models.PositiveBigIntegerField(null=True)

    class Meta:
        verbose_name = "baris impor"
        verbose_name_plural = "baris impor"
        default_permissions = ()
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="home_importrow_number_once"),
        ]

    def __str__(self):
        return f"Baris {self.number}"

    @property
    def faults(self) -> list[dict]:
        return [note for note in self.notes if note["fault"]]

    @property
    def warnings(self) -> list[dict]:
        return [note for note in self.notes if not note["fault"]]
