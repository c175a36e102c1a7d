"""The village's own pages: home, free pages, news."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from home.pages.base import BasePage
from home.pages.blocks import BODY_HELP, BodyBlock, TasksBlock
from home.pages.queries import latest_news, news_around, news_facets, news_page, restricted_paths, visible
from project.lib import sharing
from project.lib.fields import StreamField
from project.lib.localdates import today


class ContentVersion(models.Model):
    """Counts the changes to what the public sees. What is kept in a process is good for one number only."""

    number = models.PositiveBigIntegerField(default=1)

    class Meta:
        verbose_name = "versi isi"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="content_version_is_one_row")]

    def __str__(self):
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    @classmethod
    def increase(cls) -> None:
        """Every process sees at its next request that what it keeps is old."""
        if not cls.objects.filter(pk=1).update(number=models.F("number") + 1):
            cls.objects.get_or_create(pk=1, defaults={"number": 1})


class HomePage(BasePage):
    """The front door: a question and a search field, the things people come for, news, hours, contact."""

    heading = models.CharField(
        "pertanyaan pembuka", max_length=120, default="Apa yang Anda perlukan hari ini?"
    )
    intro = models.CharField("kalimat pembuka", max_length=250, blank=True)
    tasks = StreamField(
        TasksBlock(),
        blank=True,
        max_num=6,
        verbose_name="paling sering dicari",
        help_text="Empat sampai enam keperluan yang paling sering membawa warga ke kantor desa.",
    )

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    template = "home/pages/home_page.html"
    # Its words are examples for the search field; nobody searches for the page he stands on.
    searched_fields = ()
    holds_references = False  # the frame keeps this page, and the pages of its tasks with it
    content_panels = Page.content_panels + [
        FieldPanel(
            "heading",
            help_text="Pertanyaan besar di atas kotak pencarian, misalnya “Apa yang Anda perlukan hari ini?”.",
        ),
        FieldPanel(
            "intro",
            help_text="Satu kalimat dengan contoh kata carian. Kosongkan untuk memakai kalimat bawaan.",
        ),
        FieldPanel("tasks"),
    ]

    class Meta:
        verbose_name = "beranda"

    @property
    def social_title(self) -> str:
        return self.seo_title  # "Beranda" says nothing in a chat

    def route(self, request, path_components):
        """Finds the page and its ancestors by their addresses in one query; Wagtail would take two a level."""
        addresses = [self.url_path]
        for component in path_components:
            addresses.append(f"{addresses[-1]}{component}/")
        *ancestors, page = self._pages_at(addresses) if path_components else [self]
        if page is None or not page.live:
            raise Http404
        page = page.specific
        page._ancestors = ancestors
        page._open_to_all = not request.frame.restricted if hasattr(request, "frame") else False
        return RouteResult(page)

    def _pages_at(self, addresses: list[str]) -> list[Page | None]:
        found = {page.url_path: page for page in Page.objects.filter(url_path__in=addresses)}
        return [found.get(address) for address in addresses] if addresses[-1] in found else [None]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["tasks"] = [
            {
                "icon": block.value["icon"],
                "label": block.value["label"],
                "note": block.value["note"],
                "url": block.value["page"].get_url(request),
                "page_id": block.value["page"].pk,
            }
            for block in self.tasks
            if block.value["page"] and block.value["page"].live
        ]
        context["news"] = latest_news(3, restricted_paths(request))
        return context


class ContentPage(BasePage):
    """A free page: profile, history, contact, anything that has no form of its own."""

    intro = models.TextField(
        "ringkasan", max_length=400, blank=True, help_text="Satu atau dua kalimat di bawah judul."
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name="isi")

    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage"]
    template = "home/pages/content_page.html"
    searched_fields = ("intro", "body")
    content_panels = Page.content_panels + [
        FieldPanel("intro"),
        FieldPanel("body", help_text=BODY_HELP),
        BasePage.verified_panel,
    ]

    class Meta:
        verbose_name = "halaman"
        verbose_name_plural = "halaman"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = self.breadcrumbs()
        context["children"] = visible(
            ContentPage.objects.child_of(self), restricted_paths(request)
        ).defer_streamfields()
        return context


class NewsCategory(models.Model):
    """What a piece of news is about."""

    name = models.CharField("nama", max_length=60, unique=True)
    slug = models.SlugField("alamat", max_length=60, unique=True, blank=True, help_text="Boleh dikosongkan.")

    panels = [FieldPanel("name", help_text="Satu atau dua kata, misalnya “Kesehatan”."), FieldPanel("slug")]

    class Meta:
        verbose_name = "kategori berita"
        verbose_name_plural = "kategori berita"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.slug = self.slug or slugify(self.name)
        super().save(*args, **kwargs)

    def clean(self):
        self.slug = self.slug or slugify(self.name)
        if not self.slug:
            raise ValidationError({"slug": "Tulis alamatnya dengan huruf atau angka, misalnya kesehatan."})


class NewsIndexPage(BasePage):
    """All news, newest first, by year and category."""

    intro = models.TextField("ringkasan", max_length=400, blank=True)

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    template = "home/pages/news_index_page.html"
    searched_fields = ("intro",)
    content_panels = Page.content_panels + [
        FieldPanel("intro", help_text="Satu kalimat di bawah judul, misalnya “Kabar dan kegiatan desa”.")
    ]

    class Meta:
        verbose_name = "daftar berita"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        year, category = request.GET.get("tahun", ""), request.GET.get("kategori", "")
        restricted = restricted_paths(request)
        items = news_page(year, category, request.GET.get("halaman", "1"), restricted)
        years, categories = news_facets(restricted)
        context |= {
            "items": items,
            "years": years,
            "categories": categories,
            "chosen_year": year,
            "chosen_category": category,
            "result_count": items.paginator.count,
            "filter_query": urlencode({k: v for k, v in {"tahun": year, "kategori": category}.items() if v}),
            "breadcrumbs": self.breadcrumbs(),
        }
        return context


class NewsPage(BasePage):
    """One piece of news."""

    date = models.DateField("tanggal", default=today)
    category = models.ForeignKey(
        NewsCategory,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="kategori",
    )
    intro = models.TextField(
        "ringkasan", max_length=300, help_text="Satu atau dua kalimat: apa, di mana, kapan."
    )
    picture = models.ForeignKey(
        "home.VillageImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="gambar",
    )
    body = StreamField(BodyBlock(), verbose_name="isi")

    parent_page_types = ["home.NewsIndexPage"]
    subpage_types = []
    template = "home/pages/news_page.html"
    search_label = "Berita"
    searched_fields = ("intro", "body")
    social_type = "article"
    content_panels = Page.content_panels + [
        FieldRowPanel(
            [
                FieldPanel("date", help_text="Tanggal kejadiannya. Berita terbaru tampil paling atas."),
                FieldPanel(
                    "category", help_text="Warga dapat menyaring berita menurut kategori. Boleh dikosongkan."
                ),
            ]
        ),
        FieldPanel("intro"),
        FieldPanel(
            "picture", help_text="Tampil di atas berita dan di daftar berita. Foto mendatar paling baik."
        ),
        FieldPanel("body", help_text=BODY_HELP),
    ]

    class Meta:
        verbose_name = "berita"
        verbose_name_plural = "berita"
        indexes = [models.Index(fields=["-date"], name="news_newest_first")]

    @property
    def shared_image(self):
        """A piece of news is shared with its own photo unless another was chosen for that."""
        return super().shared_image or self.picture

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = self.breadcrumbs()
        context["share_url"] = sharing.whatsapp(sharing.message(self.title, self.intro, self.canonical_url))
        context["newer"], context["older"] = news_around(self, restricted_paths(request))
        return context
