"""Regulations of the village and decisions of its head."""

from urllib.parse import urlencode

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.dispatch import receiver
from django.utils.text import slugify
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.signals import pre_page_move

from home.identity.models import VillageSettings
from home.pages.addresses import absolute
from home.pages.base import BasePage
from home.pages.queries import restricted_paths
from home.pages.references import DocumentChooserBlock
from layanan.regulations import citations, relations, status
from layanan.regulations.books import BOOKS
from layanan.regulations.forms import RegulationPageForm
from layanan.regulations.linked_data import legislation
from layanan.regulations.queries import (
    older_than_its_target,
    regulation_page,
    regulation_years,
    relation_faults,
    relations_of,
    same_number,
)
from layanan.regulations.rules import (
    KINDS,
    OLDEST_YEAR,
    SHARED_NUMBERS,
    Dates,
    date_faults,
    gazette,
    number_order,
    plain_number,
    plain_subject,
    slug,
    title,
)
from layanan.regulations.text_panel import MAX_TEXT, TextPanel, text_fault
from layanan.regulations.text_parts import divided
from project.lib import nik, qr, sharing
from project.lib.fields import StreamField
from project.lib.words import clean_query

MAX_TITLE = 255


class AttachmentsBlock(blocks.StreamBlock):
    document = DocumentChooserBlock(
        label="Lampiran",
        icon="doc-full",
        help_text="Misalnya tabel anggaran, peta, atau daftar nama kegiatan.",
    )


class RegulationIndexPage(BasePage):
    """All regulations, newest first, filtered by kind, year and word without JavaScript."""

    intro = models.TextField("ringkasan", max_length=400, blank=True)

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["layanan.RegulationPage"]
    template = "layanan/regulations/regulation_index_page.html"
    review_key = "peninjauan_peraturan"
    searched_fields = ("intro",)
    content_panels = Page.content_panels + [
        FieldPanel(
            "intro",
            help_text="Satu kalimat di bawah judul, misalnya “Peraturan desa dan keputusan kepala desa”.",
        ),
        BasePage.verified_panel,
    ]

    class Meta:
        verbose_name = "daftar peraturan"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        kind, status, year, query = (
            request.GET.get(name, "").strip() for name in ("jenis", "status", "tahun", "q")
        )
        restricted = restricted_paths(request)
        items = regulation_page(kind, status, year, query, request.GET.get("halaman", "1"), restricted)
        chosen = {"jenis": kind, "status": status, "tahun": year, "q": clean_query(query)}
        context |= {
            "items": items,
            "kinds": list(KINDS.items()),
            "years": regulation_years(restricted),
            "chosen_kind": kind,
            "books": list(BOOKS.values()),
            "statuses": list(relations.STATUSES.items()),
            "chosen_status": status,
            "chosen_year": year,
            "query": chosen["q"],
            "result_count": items.paginator.count,
            "filter_query": urlencode({name: value for name, value in chosen.items() if value}),
            "breadcrumbs": self.breadcrumbs(),
        }
        return context


class RegulationQuerySet(PageQuerySet):
    def defer_streamfields(self):
        """The text is the longest of all; whoever leaves out the long columns (sitemap, the admin's lists) means it."""
        return super().defer_streamfields().defer("text")


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
    agreed_on = models.DateField("disepakati", null=True, blank=True)
    promulgated_on = models.DateField("diundangkan", null=True, blank=True)
    gazette_number = models.CharField("nomor lembaran atau berita desa", max_length=40, blank=True)
    reported_number = models.CharField("nomor laporan", max_length=60, blank=True)
    reported_on = models.DateField("dilaporkan", null=True, blank=True)
    brief = models.TextField("uraian singkat", max_length=500, blank=True)
    register_note = models.CharField("keterangan", max_length=250, blank=True)
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
    text = models.TextField("naskah", max_length=MAX_TEXT, blank=True)
    topics = models.CharField("subjek", max_length=250, blank=True)
    field_of_law = models.CharField("bidang hukum", max_length=100, blank=True)
    signatory = models.CharField("penandatangan", max_length=150, blank=True)
    attachments = StreamField(AttachmentsBlock(), blank=True, verbose_name="lampiran")
    # Follows from the live relations of others (`status`), in the transaction that changes these.
    status = models.CharField(
        "status",
        max_length=10,
        choices=list(relations.STATUSES.items()),
        default=relations.BERLAKU,
        editable=False,
    )
    # Whether it stands in the village's register. One that was written elsewhere, to practise, has a number of its own
    # world: it collides with none, revokes none and is in no list.
    in_register = models.BooleanField(default=True, editable=False)
    # A constraint cannot look at the parent table's `live`, so this column repeats it, for those in the register.
    official = models.BooleanField(default=False, editable=False)

    objects = PageManager.from_queryset(RegulationQuerySet)()

    parent_page_types = ["layanan.RegulationIndexPage"]
    subpage_types = []
    template = "layanan/regulations/regulation_page.html"
    search_label = "Peraturan"
    searched_fields = ("subject", "plain_summary")
    search_state = "status"
    exclude_fields_in_copy = [
        "number",
        "year",
        "official",
        "status",
        "gazette_number",
        "reported_number",
        "reported_on",
        "relations",
    ]
    base_form_class = RegulationPageForm

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
        TextPanel(),
        FieldPanel("attachments", help_text="Berkas yang menyertai naskahnya. Boleh dikosongkan."),
        InlinePanel(
            "relations",
            heading="Hubungan dengan peraturan lain",
            label="hubungan",
            help_text="Tulis hanya di peraturan yang baru. Di peraturan yang lama hubungan ini muncul sendiri, dan "
            "statusnya ikut berubah.",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel(
                            "agreed_on",
                            help_text="Tanggal kesepakatan bersama BPD. Hanya untuk Peraturan Desa.",
                        ),
                        FieldPanel(
                            "gazette_number",
                            help_text="Nomor dalam Lembaran Desa (Perdes) atau Berita Desa (Perkades). Kosongkan untuk "
                            "keputusan.",
                        ),
                    ]
                ),
                FieldRowPanel(
                    [
                        FieldPanel(
                            "reported_number", help_text="Nomor surat laporannya kepada Bupati lewat Camat."
                        ),
                        FieldPanel("reported_on", help_text="Tanggal surat laporannya."),
                    ]
                ),
                FieldPanel(
                    "brief",
                    help_text="Satu kalimat untuk buku register. Bila kosong, yang dicetak ialah ringkasan di atas.",
                ),
                FieldPanel("register_note", help_text="Kolom keterangan buku register. Boleh dikosongkan."),
            ],
            "Buku register (Permendagri 47/2016)",
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "topics",
                    help_text="Kata pokoknya, dipisahkan tanda hubung, misalnya “SAMPAH - RETRIBUSI”.",
                ),
                FieldPanel(
                    "field_of_law",
                    help_text="Kosongkan untuk memakai yang tertulis di Pengaturan, JDIH dan data peraturan.",
                ),
                FieldPanel(
                    "signatory", help_text="Jabatan dan nama seperti tercetak, misalnya “Kepala Desa, Nama”."
                ),
            ],
            "Keterangan untuk JDIH kabupaten",
            classname="collapsed",
        ),
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
                condition=models.Q(official=True) & ~models.Q(kind__in=sorted(SHARED_NUMBERS)),
                name="regulation_number_once",
            ),
            models.CheckConstraint(
                condition=models.Q(agreed_on__isnull=True)
                | models.Q(enacted_on__isnull=True)
                | models.Q(enacted_on__gte=models.F("agreed_on")),
                name="regulation_enacted_after_agreed",
                violation_error_message="Penetapan tidak boleh sebelum kesepakatan dengan BPD.",
            ),
            models.CheckConstraint(
                condition=models.Q(reported_on__isnull=True)
                | models.Q(enacted_on__isnull=True)
                | models.Q(reported_on__gte=models.F("enacted_on")),
                name="regulation_reported_after_enacted",
                violation_error_message="Pelaporan tidak boleh sebelum penetapan.",
            ),
            models.CheckConstraint(
                condition=models.Q(reported_on__isnull=True)
                | models.Q(promulgated_on__isnull=True)
                | models.Q(reported_on__gte=models.F("promulgated_on")),
                name="regulation_reported_after_promulgated",
                violation_error_message="Pelaporan tidak boleh sebelum pengundangan.",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=list(relations.STATUSES)),
                name="regulation_status_is_known",
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
    def short_title(self) -> str:
        """Without what it is about: "Peraturan Desa Nomor 3 Tahun 2024"."""
        number = f" Nomor {self.number}" if self.number else ""
        return f"{self.kind_label}{number}" + (f" Tahun {self.year}" if self.year else "")

    @property
    def document_address(self) -> str:
        """The signed original, for paper; empty where it is not on the site."""
        return absolute(self.document.url) if self.document else ""

    def long_texts(self) -> list[str]:
        examined = getattr(self.document, "examined", None)
        return [text for text in (self.text, examined.text if examined else "") if text]

    @property
    def kind_label(self) -> str:
        return KINDS[self.kind]

    @property
    def gazette(self) -> str:
        return gazette(self.kind)

    @property
    def status_words(self) -> str:
        return relations.STATUSES[self.status]

    @property
    def dates(self) -> Dates:
        return Dates(self.agreed_on, self.enacted_on, self.promulgated_on, self.reported_on)

    def full_clean(self, *args, **kwargs):
        self._derive()
        super().full_clean(*args, **kwargs)

    def save(self, clean=True, *args, **kwargs):
        """With the statuses that follow: of those it revokes or changes, or no longer does, and its own."""
        self._derive()
        update_fields = kwargs.get("update_fields")
        if update_fields and "live" in update_fields:
            kwargs["update_fields"] = [*update_fields, "official", "in_register"]
        with transaction.atomic():
            touched = status.hold(self) if update_fields is None or "live" in update_fields else None
            super().save(clean, *args, **kwargs)
            if touched is not None:
                status.follow(self, touched)

    @classmethod
    def from_serializable_data(cls, data, *args, **kwargs):
        """A draft may still name a PDF that was deleted; it then has none. A protected key is not looked after."""
        field = cls._meta.get_field("document")
        if data.get("document") and not field.related_model.objects.filter(pk=data["document"]).exists():
            data = data | {"document": None}
        return super().from_serializable_data(data, *args, **kwargs)

    def with_content_json(self, content):
        """What no editor writes stays as it is now, whichever draft is taken."""
        page = super().with_content_json(content)
        page.status, page.official, page.in_register = self.status, self.official, self.in_register
        return page

    def _stands_in_register(self) -> bool:
        """Decided by where it stands, or by where its form is about to put it. Without a place it is taken for one of
        the register, the stricter case."""
        if not self.path:
            return isinstance(getattr(self, "intended_parent", None), RegulationIndexPage | None)
        return RegulationIndexPage.objects.filter(path=self.path[: -self.steplen]).exists()

    def _derive(self) -> None:
        """Sets the columns that follow from others."""
        self.number = plain_number(self.number)
        self.subject = plain_subject(self.subject)
        self.number_order = number_order(self.number or "")
        self.in_register = self._stands_in_register()
        self.official = self.live and self.in_register
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
            date_faults(self.kind, self.year, self.dates)
            | self._gazette_fault()
            | self._younger_fault()
            | self._number_fault()
            | self._document_fault()
            | self._text_fault()
            | self._nik_faults()
        )
        if not getattr(self, "relations_in_form", False) and (wrong := relation_faults(self)):
            faults[NON_FIELD_ERRORS] = [words for _, words in wrong]
        if faults:
            raise ValidationError(faults)

    def minimal_clean(self):
        """Drafts may share a number; one that is being put on the schedule may not."""
        super().minimal_clean()
        if self.go_live_at and self.scheduled_revision and (fault := self._number_fault()):
            raise ValidationError(fault)

    def _gazette_fault(self) -> dict[str, str]:
        if self.gazette or not self.gazette_number:
            return {}
        return {"gazette_number": "Keputusan Kepala Desa tidak diundangkan. Kosongkan nomor ini."}

    def _younger_fault(self) -> dict[str, str]:
        other = older_than_its_target(self)
        if not other:
            return {}
        return {"enacted_on": f"“{other}” menyebut peraturan ini, jadi tidak mungkin ditetapkan lebih dulu."}

    def _number_fault(self) -> dict[str, str]:
        other = same_number(self) if self.in_register else None
        if other is None:
            return {}
        return {
            "number": f"Nomor {self.number} tahun {self.year} sudah dipakai oleh “{other.title}”. "
            "Periksa nomornya, atau ubah peraturan yang sudah ada itu."
        }

    def _nik_faults(self) -> dict[str, str]:
        names = ("subject", "brief", "register_note", "plain_summary", "signatory")
        found = {name: nik.find(getattr(self, name)) for name in names}
        return {
            name: f"Ini memuat nomor yang tampak seperti NIK ({ones[0].masked}). Hapus nomornya."
            for name, ones in found.items()
            if ones
        }

    def _text_fault(self) -> dict[str, str]:
        fault = text_fault(self.text)
        return {"text": fault} if fault else {}

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
        context["relations"] = relations_of(self, restricted_paths(request))
        context["linked_data"] = legislation(self, context["relations"], request.frame.village.full_name)
        context["text"] = divided(self.text)
        context["attached"] = [block.value for block in self.attachments if block.value]
        context["qr"] = qr.svg(self.canonical_url)
        context["share_url"] = sharing.whatsapp(
            sharing.message(self.title, self.plain_summary, self.canonical_url)
        )
        return context


class RegulationRelation(Orderable):
    """What one regulation does to another. The other way round is read from the same row.

    `citation` is always kept: the target may not be on the site yet, and is linked when it comes (`status.link`).
    """

    page = ParentalKey(RegulationPage, related_name="relations")
    kind = models.CharField(
        "hubungan", max_length=20, choices=[(kind, words) for kind, (words, _) in relations.RELATIONS.items()]
    )
    target = models.ForeignKey(
        RegulationPage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="relations_to_it",
        verbose_name="peraturan",
        help_text="Pilih bila peraturan itu ada di situs ini.",
    )
    citation = models.CharField(
        "atau tulis namanya",
        max_length=400,
        blank=True,
        help_text="Bila belum ada di situs ini, misalnya “Peraturan Desa Nomor 3 Tahun 2019 tentang Sampah”. "
        "Bila nanti dimuat, tautannya jadi sendiri.",
    )
    citation_key = models.CharField(max_length=80, blank=True, editable=False, db_index=True)
    # Repeats the page's `live`, since a constraint cannot look there.
    official = models.BooleanField(default=False, editable=False)

    panels = [
        FieldPanel("kind", help_text="Yang dilakukan peraturan ini terhadap peraturan itu."),
        PageChooserPanel("target", "layanan.RegulationPage"),
        FieldPanel("citation"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "hubungan peraturan"
        verbose_name_plural = "hubungan peraturan"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=list(relations.RELATIONS)),
                name="regulation_relation_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(target__isnull=True) | ~models.Q(page=models.F("target")),
                name="regulation_relation_to_another",
            ),
            models.CheckConstraint(
                condition=models.Q(target__isnull=False) | ~models.Q(citation=""),
                name="regulation_relation_names_its_target",
            ),
            models.UniqueConstraint(
                fields=["page", "kind", "target"],
                condition=models.Q(target__isnull=False),
                name="regulation_relation_once",
            ),
            models.UniqueConstraint(
                fields=["target"],
                condition=models.Q(kind=relations.MENCABUT, official=True),
                name="regulation_revoked_once",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.name}"

    @property
    def name(self) -> str:
        return self.target.title if self.target else self.citation

    def clean(self):
        super().clean()
        if not self.target_id and not self.citation.strip():
            raise ValidationError({"target": "Pilih peraturannya, atau tulis namanya di bawah."})

    def save(self, *args, **kwargs):
        self.official = self.page.live
        if self.target_id:
            self.citation = self.target.title[:400]
        read = citations.read(self.citation)
        self.citation_key = read.key if read else ""
        super().save(*args, **kwargs)


@receiver(pre_page_move)
def refuse_another_place(sender, instance, parent_page_before, parent_page_after, **_signal) -> None:
    """The register is no place to move to or from: what was written to practise has a number that means nothing."""
    if issubclass(sender, RegulationPage) and parent_page_before.pk != parent_page_after.pk:
        raise ValidationError("Peraturan tidak dapat dipindahkan. Buat peraturannya di tempat yang benar.")
