"""The maklumat pelayanan: the village's promise to keep its standards, signed, dated and published (UU 25/2009)."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from home.pages.base import BasePage
from home.pages.queries import visible
from project.lib import qr, sharing
from project.lib.localdates import today

PROMISE = (
    "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan. "
    "Apabila kami tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan yang berlaku."
)


class ServiceCharterPage(BasePage):
    """One for the whole village. A new promise is written over the old one, which stays in the page's history."""

    text = models.TextField(
        "isi maklumat",
        max_length=1500,
        default=PROMISE,
        help_text="Janji pelayanan desa, seperti pada lembar yang ditandatangani.",
    )
    place = models.CharField("tempat", max_length=100, help_text="Tempat ditandatangani, misalnya nama desa.")
    signed_on = models.DateField(
        "ditandatangani pada", null=True, help_text="Tanggal pada lembar yang ditandatangani."
    )
    signer_position = models.CharField(
        "jabatan penanda tangan", max_length=100, default="Kepala Desa", help_text="Misalnya “Kepala Desa”."
    )
    signer_name = models.CharField(
        "nama penanda tangan", max_length=100, help_text="Nama dan gelar, seperti pada lembarnya."
    )
    scan = models.ForeignKey(
        "home.VillageDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="pindaian",
        help_text="Pindaian (PDF) lembar yang bertanda tangan. Boleh dikosongkan.",
    )

    max_count = 1
    parent_page_types = ["layanan.ServiceIndexPage"]
    subpage_types = []
    template = "layanan/guides/service_charter_page.html"
    search_label = "Layanan"
    searched_fields = ("text",)
    reserved_slugs = frozenset({"standar-pelayanan"})
    content_panels = Page.content_panels + [
        FieldPanel("text"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("place"), FieldPanel("signed_on")]),
                FieldRowPanel([FieldPanel("signer_position"), FieldPanel("signer_name")]),
                FieldPanel("scan"),
            ],
            "Tanda tangan",
        ),
    ]

    class Meta:
        verbose_name = "maklumat pelayanan"
        verbose_name_plural = "maklumat pelayanan"

    @property
    def summary(self) -> str:
        return self.search_description or self.text

    def clean(self):
        super().clean()
        if self.signed_on and self.signed_on > today():
            raise ValidationError({"signed_on": "Tanggal tanda tangan tidak boleh di masa depan."})

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = self.breadcrumbs()
        context["share_url"] = sharing.whatsapp(sharing.message(self.title, "", self.canonical_url))
        context["qr"] = qr.svg(self.canonical_url)
        return context


def public_charter(restricted: tuple[str, ...]) -> ServiceCharterPage | None:
    """The one that everybody may read."""
    return visible(ServiceCharterPage.objects.all(), restricted).first()
