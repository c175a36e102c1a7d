"""Service guides: what a resident needs to know before walking to the office."""

from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from home.pages.base import BasePage
from home.pages.queries import restricted_paths, visible
from layanan.guides.blocks import (
    CheckerBlock,
    DownloadsBlock,
    LegalBasesBlock,
    PitfallsBlock,
    RequirementsBlock,
    StepsBlock,
)
from layanan.guides.charter import public_charter
from layanan.guides.checker_field import CheckerPanel, check_tree, extra_ids
from layanan.guides.journeys import places, public_journeys
from layanan.guides.linked_data import government_service
from layanan.guides.rules import cost_text, duration_text, share_text
from layanan.guides.standards import ServiceStandard
from project.lib import qr, sharing
from project.lib.fields import RupiahField, StreamField

MAX_DURATION = 999  # of any unit; the databases themselves stop at different numbers


class LifeEvent(models.TextChoices):
    """What happens in people's lives that brings them to the office, in the order of a life."""

    BIRTH = "lahir", "Kelahiran dan anak"
    FAMILY = "keluarga", "Keluarga dan kependudukan"
    MARRIAGE = "nikah", "Menikah"
    MOVING = "pindah", "Pindah dan tempat tinggal"
    WORK = "usaha", "Usaha dan pekerjaan"
    AID = "bantuan", "Bantuan sosial"
    HEALTH = "sehat", "Kesehatan"
    DEATH = "wafat", "Kematian"


class MadeBy(models.TextChoices):
    VILLAGE = "desa", "Dibuat oleh desa sendiri"
    LETTER = "pengantar", "Surat pengantar; hasil akhir dibuat kantor lain"


class DurationUnit(models.TextChoices):
    MINUTES = "menit", "menit"
    HOURS = "jam", "jam"
    WORKING_DAYS = "hari kerja", "hari kerja"


class CostKind(models.TextChoices):
    FREE = "gratis", "Gratis"
    PAID = "berbayar", "Berbayar"


class ServiceIndexPage(BasePage):
    """All guides, by what happens in life."""

    intro = models.TextField("ringkasan", max_length=400, blank=True)

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["layanan.ServiceGuidePage", "layanan.JourneyPage", "layanan.ServiceCharterPage"]
    template = "layanan/guides/service_index_page.html"
    searched_fields = ("intro",)
    content_panels = Page.content_panels + [
        FieldPanel(
            "intro",
            help_text="Satu kalimat di bawah judul, misalnya “Apa yang dibawa dan bagaimana caranya”.",
        )
    ]

    class Meta:
        verbose_name = "daftar layanan"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        order = {event.value: position for position, event in enumerate(LifeEvent)}
        guides = visible(
            ServiceGuidePage.objects.child_of(self), restricted_paths(request)
        ).defer_streamfields()
        ordered = sorted(guides, key=lambda guide: (order[guide.life_event], guide.title.casefold()))
        context["groups"] = [
            {"event": event, "label": LifeEvent(event).label, "guides": list(members)}
            for event, members in groupby(ordered, key=lambda guide: guide.life_event)
        ]
        context["journeys"] = public_journeys(restricted_paths(request))
        context["charter"] = public_charter(restricted_paths(request))
        context["breadcrumbs"] = self.breadcrumbs()
        return context


class ServiceGuidePage(ServiceStandard, BasePage):
    """One service. Its published parts follow the components of Permenpan-RB 15/2014 that must be made public:
    requirements, procedure, time, cost, product, and where to complain. None of these may be empty in public; the
    components of the office (`ServiceStandard`) may."""

    intro = models.TextField(
        "ringkasan", max_length=300, help_text="Satu atau dua kalimat: layanan apa ini, dan apa peran desa."
    )
    for_whom = models.TextField("untuk siapa", max_length=400, blank=True)
    life_event = models.CharField(
        "peristiwa hidup", max_length=20, choices=LifeEvent.choices, default=LifeEvent.FAMILY
    )
    made_by = models.CharField(
        "siapa yang membuat", max_length=20, choices=MadeBy.choices, default=MadeBy.VILLAGE
    )
    final_issuer = models.CharField(
        "penerbit hasil akhir",
        max_length=120,
        blank=True,
        help_text="Untuk surat pengantar: kantor yang menerbitkan hasil akhirnya, misalnya Disdukcapil.",
    )
    requirements = StreamField(RequirementsBlock(), verbose_name="yang dibawa")
    checker = StreamField(CheckerBlock(), blank=True, verbose_name="pemeriksa syarat")
    steps_office = StreamField(StepsBlock(), verbose_name="cara di kantor desa")
    steps_online = StreamField(StepsBlock(), blank=True, verbose_name="cara daring")
    duration_value = models.PositiveSmallIntegerField("lama", null=True, help_text="Angkanya, misalnya 1.")
    duration_unit = models.CharField(
        "satuan", max_length=12, choices=DurationUnit.choices, default=DurationUnit.WORKING_DAYS
    )
    duration_note = models.CharField("catatan lama", max_length=200, blank=True)
    cost_kind = models.CharField("biaya", max_length=10, choices=CostKind.choices, default=CostKind.FREE)
    cost_amount = RupiahField("jumlah biaya", null=True, blank=True, help_text="Kosongkan bila gratis.")
    cost_note = models.CharField("catatan biaya", max_length=250, blank=True)
    result = models.CharField(
        "hasil", max_length=200, help_text="Apa yang diterima warga, misalnya “Surat keterangan”."
    )
    place = models.CharField("tempat", max_length=150, default="Kantor desa")
    service_hours = models.CharField(
        "waktu pelayanan",
        max_length=150,
        blank=True,
        help_text="Kosongkan bila sama dengan jam layanan kantor.",
    )
    officer = models.CharField("petugas", max_length=120, blank=True, help_text="Jabatan, bukan nama orang.")
    pitfalls = StreamField(PitfallsBlock(), blank=True, verbose_name="sering keliru")
    downloads = StreamField(DownloadsBlock(), blank=True, verbose_name="formulir")
    legal_basis = StreamField(LegalBasesBlock(), blank=True, verbose_name="dasar hukum")
    other_ways = RichTextField("cara lain", features=["bold", "link", "ul"], blank=True, max_length=1000)
    everyday_words = models.TextField(
        "kata sehari-hari",
        blank=True,
        max_length=500,
        help_text="Kata yang dipakai warga saat mencari, dipisahkan koma. Tidak tampil di halaman. "
        "Misalnya: surat miskin, surat tidak mampu.",
    )

    parent_page_types = ["layanan.ServiceIndexPage"]
    subpage_types = []
    template = "layanan/guides/service_guide_page.html"
    # Beside the guides, views answer these (layanan/guides/urls.py).
    reserved_slugs = frozenset({"standar-pelayanan"})
    search_label = "Layanan"
    review_key = "peninjauan_panduan"
    searched_fields = (
        "intro",
        "for_whom",
        "final_issuer",
        "requirements",
        "steps_office",
        "steps_online",
        "result",
        "pitfalls",
        "legal_basis",
        "complaints",
    )

    content_panels = Page.content_panels + [
        FieldPanel("intro"),
        FieldPanel(
            "for_whom",
            help_text="Siapa yang dapat mengurusnya, misalnya “Warga yang KTP-nya hilang atau rusak”.",
        ),
        FieldPanel("life_event", help_text="Panduan ini tampil di kelompok itu dalam daftar layanan."),
        FieldPanel(
            "requirements",
            help_text="Satu syarat untuk satu barang, supaya warga dapat mencentangnya satu per satu. Bila tidak "
            "ada yang perlu dibawa, tulis satu syarat: “Tidak perlu membawa apa-apa”.",
        ),
        CheckerPanel(),
        MultiFieldPanel(
            [
                FieldPanel("steps_office", help_text="Langkah berurutan sejak warga datang sampai selesai."),
                FieldPanel(
                    "steps_online",
                    help_text="Isi hanya bila dapat diurus dari rumah, misalnya lewat WhatsApp.",
                ),
            ],
            "Caranya",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("duration_value"),
                        FieldPanel(
                            "duration_unit", help_text="“Hari kerja” tidak menghitung hari kantor tutup."
                        ),
                    ]
                ),
                FieldPanel(
                    "duration_note",
                    help_text="Misalnya “Bila berkas lengkap sebelum pukul 12.00”. Boleh dikosongkan.",
                ),
                FieldRowPanel(
                    [
                        FieldPanel(
                            "cost_kind",
                            help_text="Gratis berarti warga tidak membayar apa pun di kantor desa.",
                        ),
                        FieldPanel("cost_amount"),
                    ]
                ),
                FieldPanel("cost_note", help_text="Misalnya “Meterai dibawa sendiri”. Boleh dikosongkan."),
                FieldPanel("result"),
            ],
            "Lama, biaya, hasil",
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "made_by",
                    help_text="Untuk surat pengantar, sebutkan di bawah kantor yang menyelesaikannya.",
                ),
                FieldPanel("final_issuer"),
            ],
            "Siapa yang membuat",
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "place",
                    help_text="Ke mana warga datang, misalnya “Kantor desa” atau “Rumah kepala dusun”.",
                ),
                FieldPanel("service_hours"),
                FieldPanel("officer"),
            ],
            "Tempat dan waktu",
        ),
        FieldPanel("pitfalls", help_text="Kekeliruan yang sering membuat warga harus datang dua kali."),
        FieldPanel(
            "downloads", help_text="Formulir yang dapat diunduh dan diisi di rumah. Boleh dikosongkan."
        ),
        FieldPanel(
            "legal_basis", help_text="Peraturan yang mendasari layanan ini. Yang paling penting lebih dulu."
        ),
        FieldPanel(
            "other_ways", help_text="Misalnya “Warga lansia dapat minta didatangi kader”. Boleh dikosongkan."
        ),
        FieldPanel("complaints"),
        ServiceStandard.standard_panel,
        FieldPanel("everyday_words"),
        BasePage.verified_panel,
    ]

    class Meta:
        verbose_name = "panduan layanan"
        verbose_name_plural = "panduan layanan"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cost_kind="gratis", cost_amount__isnull=True)
                # Said twice, since a comparison with nothing is not false to a database.
                | models.Q(cost_kind="berbayar", cost_amount__isnull=False, cost_amount__gt=0),
                name="guide_cost_is_explicit",
                violation_error_message="Pilih Gratis tanpa jumlah, atau Berbayar dengan jumlah rupiahnya.",
            ),
            models.CheckConstraint(
                condition=models.Q(duration_value__isnull=True) | models.Q(duration_value__gt=0),
                name="guide_duration_is_positive",
                violation_error_message="Lama layanan paling sedikit 1.",
            ),
        ]

    def clean_fields(self, exclude=None):
        """To Django no list of blocks is empty. The editor's form sees to it; this is for the doors without one."""
        super().clean_fields(exclude)
        empty = [name for name in ("requirements", "steps_office") if not getattr(self, name)]
        if missing := [name for name in empty if name not in (exclude or ())]:
            raise ValidationError(dict.fromkeys(missing, "Isi sedikitnya satu sebelum panduan ini terbit."))
        if "checker" not in (exclude or ()):
            check_tree(self)

    def clean(self):
        super().clean()
        errors = {}
        if self.cost_kind == CostKind.FREE and self.cost_amount is not None:
            errors["cost_amount"] = "Kosongkan jumlah biaya, atau pilih Berbayar."
        if self.cost_kind == CostKind.PAID and not (self.cost_amount or 0) > 0:
            errors["cost_amount"] = "Tulis jumlah biayanya, atau pilih Gratis."
        if self.duration_value == 0:
            errors["duration_value"] = "Lama layanan paling sedikit 1."
        if (self.duration_value or 0) > MAX_DURATION:
            errors["duration_value"] = (
                f"Lama layanan paling banyak {MAX_DURATION}; pilih satuan yang lebih besar."
            )
        if self.made_by == MadeBy.LETTER and not self.final_issuer:
            errors["final_issuer"] = "Tulis kantor yang menerbitkan hasil akhirnya."
        if errors:
            raise ValidationError(errors)

    @property
    def everyday_words_text(self) -> str:
        return self.everyday_words

    @property
    def duration_text(self) -> str:
        return duration_text(self.duration_value, self.duration_unit)

    @property
    def cost_text(self) -> str:
        return cost_text(self.cost_kind == CostKind.FREE, self.cost_amount)

    @property
    def requirement_texts(self) -> list[str]:
        return [block.value["text"] for block in self.requirements]

    @property
    def extra_ids(self) -> str:
        """The ids of the things that only an answer of the checker asks for, as words."""
        return " ".join(one[:8] for one in extra_ids(self))  # as bring.html writes them

    def get_context(self, request, *args, **kwargs):
        its_places = places(self, restricted_paths(request))
        context = super().get_context(request, *args, **kwargs)
        message = share_text(self.title, self.requirement_texts, self.canonical_url)
        context |= {
            "breadcrumbs": self.breadcrumbs(),
            "documents": [block.value for block in self.downloads if block.value],
            "share_url": sharing.whatsapp(message),
            "share_text": message,
            "qr": qr.svg(self.canonical_url),
            "linked_data": government_service(self, request.frame.village.full_name),
            "places": its_places,
        }
        return context
