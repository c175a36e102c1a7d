"""Help in place: which lesson stands behind the question mark of a page type or of one of its fields."""

from django.db import models

from pelatihan.help.places import choices


class HelpLink(models.Model):
    """The office chooses it; a place without a row has no question mark."""

    place = models.CharField(
        "tempat",
        max_length=100,
        unique=True,
        choices=choices,
        help_text="Jenis halaman, atau salah satu isiannya. Tanda tanya muncul di sana.",
        error_messages={"unique": "Tempat ini sudah punya pelajaran. Ubah yang sudah ada."},
    )
    lesson = models.ForeignKey(
        "pelatihan.LessonPage",
        verbose_name="pelajaran",
        on_delete=models.CASCADE,
        related_name="help_links",
        help_text="Pelajaran yang dibuka oleh tanda tanya itu.",
    )

    class Meta:
        verbose_name = "bantuan di tempat"
        verbose_name_plural = "bantuan di tempat"
        ordering = ["place"]

    def __str__(self):
        return self.get_place_display()
