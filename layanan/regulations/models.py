"""Regulations of the village and decisions of its head."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.dispatch import receiver
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.signals import page_unpublished

from home.identity.models import VillageSettings
from home.pages.base import BasePage
from home.pages.queries import restricted_paths
from layanan.regulations.queries import regulation_page, regulation_years, same_number
from layanan.regulations.rules import (
    KINDS,
    OLDEST_YEAR,
    date_faults,
    number_order,
    plain_number,
    plain_subject,
    slug,
    title,
)
from project.lib import qr, sharing
from project.lib.words import clean_query

MAX_TITLE = 255


class RegulationIndexPage(BasePage):
    """All regulations, newest first, filtered by kind, year and word without JavaScript."""

    intro = models.TextField("ringkasan", max_length=400, blank=True)

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["layanan.RegulationPage"]
    template = "layanan/regulations/regulation_index_page.html"
    searched_fields = ("intro",)
    content_panels = Page.content_panels + [
        FieldPanel(
            "intro",
            help_text="Satu kalimat di bawah judul, misalnya “Peraturan desa dan keputusan kepala desa”.",
        )
    ]

    class Meta:
        verbose_name = "daftar peraturan"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        kind, year, query = (request.GET.get(name, "").strip() for name in ("jenis", "tahun", "q"))
        restricted = restricted_paths(request)
        items = regulation_page(kind, year, query, request.GET.get("halaman", "1"), restricted)
        chosen = {"jenis": kind, "tahun": year, "q": clean_query(query)}
        context |= {
            "items": items,
            "kinds": list(KINDS.items()),
            "years": regulation_years(restricted),
            "chosen_kind": kind,
            "chosen_year": year,
            "query": chosen["q"],
            "result_count": items.paginator.count,
            "filter_query": urlencode({name: value for name, value in chosen.items() if value}),
            "breadcrumbs": self.breadcrumbs(),
        }
        return context


class RegulationPage(BasePage):
    """One regulation: what it is called, when it was set, what it says in plain words, and its PDF.

    Title and address follow from kind, number, year and subject. Number and year may be missing in a draft, and are
    left out of copies; published, a kind, number and year stand once (`official`).
    """

    kind = models.CharField("jenis", max_length=20, choices=list(KINDS.items()), default="perdes")
    number = models.CharField(
        "nomor",
        max_length=40,
        null=True,
        help_text="Misalnya 3, atau 188.4/12/2026 untuk keputusan.",
        error_messages={"blank": "Isi nomornya sebelum menerbitkan."},
    )
    number_order = models.PositiveIntegerField("urutan nomor", default=0, editable=False)
    year = models.PositiveSmallIntegerField(
        "tahun",
        null=True,
        validators=[MinValueValidator(OLDEST_YEAR, "Tulis tahun lengkap, misalnya 2026.")],
        error_messages={"blank": "Isi tahunnya sebelum menerbitkan."},
    )
    subject = models.CharField("tentang", max_length=250, help_text="Tanpa kata “tentang” dan tanpa titik.")
    enacted_on = models.DateField("ditetapkan", null=True, help_text="Tanggal penetapan oleh Kepala Desa.")
    promulgated_on = models.DateField("diundangkan", null=True, blank=True)
    # The column is not called `summary`, which is what every page gives to search results.
    plain_summary = models.TextField(
        "isi dengan kata sederhana",
        max_length=2000,
        blank=True,
        help_text="Apa artinya bagi warga, tanpa bahasa hukum. Dua sampai lima kalimat.",
    )
    document = models.ForeignKey(
        "home.VillageDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="berkas PDF",
    )
    # A constraint cannot look at the parent table's `live`, so this column repeats it.
    official = models.BooleanField(default=False, editable=False)

    parent_page_types = ["layanan.RegulationIndexPage"]
    subpage_types = []
    template = "layanan/regulations/regulation_page.html"
    search_label = "Peraturan"
    searched_fields = ("subject", "plain_summary")
    exclude_fields_in_copy = ["number", "year", "official"]

    content_panels = [
        MultiFieldPanel(
            [
                FieldPanel("kind", help_text="Seperti tertulis di kepala naskahnya."),
                FieldRowPanel(
                    [
                        FieldPanel("number"),
                        FieldPanel("year", help_text="Tahun dalam nomornya, misalnya 2026."),
                    ]
                ),
                FieldPanel("subject"),
                FieldRowPanel(
                    [
                        FieldPanel("enacted_on"),
                        FieldPanel(
                            "promulgated_on",
                            help_text="Tanggal diundangkan Sekretaris Desa. Kosongkan untuk keputusan.",
                        ),
                    ]
                ),
            ],
            "Peraturan",
        ),
        FieldPanel("plain_summary"),
        FieldPanel("document", help_text="Naskah yang sudah ditandatangani, dipindai menjadi PDF."),
        BasePage.verified_panel,
    ]

    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("search_description"), FieldPanel("social_image")], "Tampilan saat dibagikan"
        )
    ]

    class Meta:
        verbose_name = "peraturan"
        verbose_name_plural = "peraturan"
        indexes = [
            models.Index(fields=["-year", "-enacted_on", "-number_order"], name="regulation_newest_first")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number", "year"],
                condition=models.Q(official=True),
                name="regulation_official_number_once",
            ),
            models.CheckConstraint(
                condition=models.Q(promulgated_on__isnull=True)
                | models.Q(enacted_on__isnull=True)
                | models.Q(promulgated_on__gte=models.F("enacted_on")),
                name="regulation_promulgated_after_enacted",
                violation_error_message="Pengundangan tidak boleh sebelum penetapan.",
            ),
        ]

    @property
    def summary(self) -> str:
        return self.search_description or self.plain_summary or self.subject

    @property
    def kind_label(self) -> str:
        return KINDS[self.kind]

    def full_clean(self, *args, **kwargs):
        self._derive()
        super().full_clean(*args, **kwargs)

    def save(self, clean=True, *args, **kwargs):
        self._derive()
        if kwargs.get("update_fields") and "live" in kwargs["update_fields"]:
            kwargs["update_fields"] = [*kwargs["update_fields"], "official"]
        super().save(clean, *args, **kwargs)

    def _derive(self) -> None:
        """Sets the columns that follow from others."""
        self.number = plain_number(self.number)
        self.subject = plain_subject(self.subject)
        self.number_order = number_order(self.number or "")
        self.official = self.live
        if self.kind in KINDS:
            village = VillageSettings.objects.only("designation", "name").first()
            name = village.name if village else ""
            self.title = title(self.kind, name, self.number, self.year, self.subject)[:MAX_TITLE]
        if self.path and self.first_published_at is None:
            # Follows the number until the address is known outside; then it stays.
            self.slug = self._get_autogenerated_slug(self.slug)

    def _get_autogenerated_slug(self, base_slug):
        # Wagtail adds a number to an address that is taken.
        return super()._get_autogenerated_slug(
            slugify(slug(self.kind, self.number, self.year, self.subject))[:200]
        )

    def clean(self):
        super().clean()
        faults = (
            date_faults(self.kind, self.year, self.enacted_on, self.promulgated_on)
            | self._number_fault()
            | self._document_fault()
        )
        if faults:
            raise ValidationError(faults)

    def minimal_clean(self):
        """Drafts may share a number; one that is being put on the schedule may not."""
        super().minimal_clean()
        if self.go_live_at and self.scheduled_revision and (fault := self._number_fault()):
            raise ValidationError(fault)

    def _number_fault(self) -> dict[str, str]:
        other = same_number(self)
        if other is None:
            return {}
        return {
            "number": f"Nomor {self.number} tahun {self.year} sudah dipakai oleh “{other.title}”. "
            "Periksa nomornya, atau ubah peraturan yang sudah ada itu."
        }

    def _document_fault(self) -> dict[str, str]:
        if self.document is None or self.document.file_extension == "pdf":  # the ending tells the truth
            return {}
        return {
            "document": f"“{self.document.title}” bukan PDF. Naskah peraturan dipasang sebagai PDF, supaya terbuka di "
            "setiap HP dan isinya tidak berubah. Simpan naskahnya sebagai PDF, unggah, lalu pilih lagi."
        }

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = self.breadcrumbs()
        context["qr"] = qr.svg(self.canonical_url)
        context["share_url"] = sharing.whatsapp(
            sharing.message(self.title, self.plain_summary, self.canonical_url)
        )
        return context


@receiver(page_unpublished, sender=RegulationPage)
def free_number(instance, **_signal) -> None:
    """Several pages at once, and those whose time is over, are unpublished as general pages, past `save()`."""
    RegulationPage.objects.filter(pk=instance.pk).update(official=False)
