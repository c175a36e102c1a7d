"""Who holds which office in the village, from when to when. Never a NIK, never a private telephone number."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from home.officials.rules import is_in_office, overlaps
from home.pages.base import BasePage
from project.lib.localdates import format_date, today


class Position(models.Model):
    """An office, such as Sekretaris Desa, whoever holds it. One person at a time."""

    name = models.CharField(
        "nama jabatan",
        max_length=100,
        unique=True,
        help_text="Misalnya “Sekretaris Desa” atau “Kepala Dusun Tepian”.",
        error_messages={"unique": "Jabatan ini sudah ada."},
    )
    duties = models.TextField(
        "tugas",
        max_length=500,
        blank=True,
        help_text="Apa yang diurus, dengan kata sehari-hari, supaya warga tahu harus menemui siapa.",
    )
    order = models.PositiveSmallIntegerField(
        "urutan", default=100, help_text="Angka kecil tampil lebih dulu, misalnya 10 untuk Kepala Desa."
    )

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class Official(models.Model):
    """One person's term in one position."""

    position = models.ForeignKey(
        Position,
        on_delete=models.PROTECT,
        related_name="officials",
        verbose_name="jabatan",
        help_text="Bila belum ada, tambahkan dulu di menu Jabatan.",
    )
    name = models.CharField(
        "nama", max_length=100, help_text="Nama dan gelar saja. Jangan tulis NIK atau nomor telepon pribadi."
    )
    begins_on = models.DateField("menjabat sejak", help_text="Hari pertama menjabat, sesuai surat keputusan.")
    ends_on = models.DateField(
        "sampai",
        null=True,
        blank=True,
        help_text="Hari terakhir menjabat. Kosongkan bila belum ditentukan.",
    )
    photo = models.ForeignKey(
        "home.VillageImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="foto",
        help_text="Boleh dikosongkan. Foto hanya tampil bila persetujuan di bawah dicentang.",
    )
    photo_consent = models.BooleanField(
        "yang bersangkutan setuju fotonya ditampilkan",
        default=False,
        help_text="Tanyakan dulu kepada orangnya. Tanpa persetujuan, foto tidak tampil.",
    )
    order = models.PositiveSmallIntegerField(
        "urutan", default=100, help_text="Dipakai bila beberapa jabatan berurutan sama."
    )

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat desa"
        ordering = ["position__order", "order", "position__name", "-begins_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("begins_on")),
                name="official_ends_after_beginning",
                violation_error_message="Hari terakhir tidak boleh sebelum hari pertama.",
            ),
            # What both databases can hold: one open term, and one term from a day on. The rest of "no overlap" is
            # in clean(): SQLite has no exclusion constraint.
            models.UniqueConstraint(
                fields=["position"],
                condition=Q(ends_on__isnull=True),
                name="official_one_open_term",
                violation_error_message="Jabatan ini sudah dipegang orang lain tanpa tanggal berakhir.",
            ),
            models.UniqueConstraint(
                fields=["position", "begins_on"],
                name="official_one_beginning",
                violation_error_message="Sudah ada yang mulai menjabat di jabatan ini pada hari itu.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.position}"

    @property
    def is_current(self) -> bool:
        return is_in_office(self.begins_on, self.ends_on, today())

    @property
    def state(self) -> str:
        """For the list of the office: an expired term asks for a successor or a new date."""
        if self.is_current:
            return "Menjabat"
        return "Belum mulai" if self.begins_on > today() else "Masa jabatan habis"

    @property
    def shown_photo(self):
        return self.photo if self.photo_consent else None

    def clean(self):
        super().clean()
        if self.begins_on is None or self.position_id is None:
            return  # the fields themselves say so
        if self.ends_on is not None and self.ends_on < self.begins_on:
            raise ValidationError({"ends_on": "Hari terakhir tidak boleh sebelum hari pertama."})
        for other in Official.objects.filter(position_id=self.position_id).exclude(pk=self.pk):
            if overlaps(self.begins_on, self.ends_on, other.begins_on, other.ends_on):
                until = f"sampai {format_date(other.ends_on)}" if other.ends_on else "tanpa tanggal berakhir"
                raise ValidationError(
                    {
                        "begins_on": f"{other.name} memegang jabatan ini sejak {format_date(other.begins_on)} {until}. "
                        "Akhiri dulu masa jabatannya, atau pilih hari sesudahnya."
                    }
                )


class OfficialsPage(BasePage):
    """Who works for the village today, with what each one looks after."""

    intro = models.TextField(
        "ringkasan", max_length=400, blank=True, help_text="Satu kalimat di bawah judul halaman."
    )

    max_count = 1
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = []
    template = "home/officials/officials_page.html"
    searched_fields = ("intro",)
    content_panels = Page.content_panels + [FieldPanel("intro")]

    class Meta:
        verbose_name = "halaman pejabat desa"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        day = today()
        context["officials"] = list(
            Official.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), begins_on__lte=day)
            .select_related("position", "photo")
            .prefetch_related("photo__renditions")
        )
        context["breadcrumbs"] = self.breadcrumbs()
        return context
