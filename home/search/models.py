"""The words people use for one thing, so that "surat miskin" finds the SKTM guide; and those that find nothing yet."""

from django.core.exceptions import ValidationError
from django.db import models

from home.search.rules import MISS_LETTERS
from project.lib.words import split_terms

MAX_TERMS = 20  # each one is looked up when the group changes


class Synonym(models.Model):
    """A group of words or phrases that mean the same.

    A page that contains one of them is found by all of them: the others are indexed with the page (`rules.py`), and
    a change here indexes the pages concerned anew (`indexing.py`).
    """

    words = models.TextField(
        "kata yang artinya sama",
        max_length=500,
        unique=True,
        help_text=(
            "Tulis kata atau istilah yang artinya sama, dipisahkan koma. "
            "Contoh: SKTM, surat keterangan tidak mampu, surat miskin. "
            "Halaman yang memuat salah satunya akan ditemukan dengan semuanya."
        ),
        error_messages={"unique": "Kelompok kata ini sudah ada."},
    )

    class Meta:
        verbose_name = "kelompok kata pencarian"
        verbose_name_plural = "kata pencarian"
        ordering = ["words"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(words__contains=","),
                name="home_synonym_has_two_terms",
                violation_error_message="Tulis sedikitnya dua kata atau istilah, dipisahkan koma.",
            ),
        ]

    def __str__(self):
        return self.words

    def save(self, *args, **kwargs):
        """Stores the group in one shape, however it was typed, so that "unique" means something."""
        self.words = ", ".join(self.terms)
        super().save(*args, **kwargs)

    @property
    def terms(self) -> list[str]:
        """The words and phrases of the group, as typed."""
        return split_terms(self.words)

    def clean(self):
        """Refuses a group of fewer than two different terms, which could not help anyone, and an endless one."""
        super().clean()
        if not self.words:
            return  # the field itself says that it must be filled
        self.words = ", ".join(self.terms)
        if len(self.terms) < 2:
            raise ValidationError(
                {"words": "Tulis sedikitnya dua kata atau istilah yang berbeda, dipisahkan koma."}
            )
        if len(self.terms) > MAX_TERMS:
            raise ValidationError(
                {"words": f"Paling banyak {MAX_TERMS} kata atau istilah dalam satu kelompok."}
            )


class MissedSearch(models.Model):
    """How often something was searched for in vain on one day: the words and a number, nothing about who asked.

    By the day and no finer, since a minute could be laid beside the web server's log, which knows addresses.
    """

    query = models.CharField("yang dicari", max_length=MISS_LETTERS)
    day = models.DateField("hari")
    count = models.PositiveIntegerField("berapa kali", default=0)

    class Meta:
        verbose_name = "pencarian tanpa hasil"
        verbose_name_plural = "pencarian tanpa hasil"
        default_permissions = ()  # nobody edits these; whoever keeps the synonyms reads them
        constraints = [
            models.UniqueConstraint(fields=["day", "query"], name="home_missedsearch_one_row_a_day"),
        ]

    def __str__(self):
        return f"{self.query} ({self.count})"
