"""How the village's regulations are described to the JDIH of the regency."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="doc-full-inverse", order=20)
class JdihSettings(BaseSiteSetting):
    """What the same words are for all of them. Empty fields follow from the village's identity."""

    author = models.CharField(
        "T.E.U. Badan",
        max_length=200,
        blank=True,
        help_text="Kosongkan untuk memakai “Indonesia. Kabupaten …. Desa …” dari identitas desa.",
    )
    place = models.CharField(
        "tempat terbit",
        max_length=100,
        blank=True,
        help_text="Tempat peraturan ditetapkan. Kosongkan untuk memakai nama desa.",
    )
    field_of_law = models.CharField(
        "bidang hukum",
        max_length=100,
        blank=True,
        help_text="Untuk peraturan yang tidak menyebut bidangnya sendiri, misalnya “Hukum Administrasi Negara”.",
    )
    with_decisions = models.BooleanField(
        "sertakan Keputusan Kepala Desa",
        default=False,
        help_text="Keputusan menetapkan perkara tertentu dan sering menyebut nama orang. Sertakan bila JDIH kabupaten "
        "memintanya.",
    )
    licence = models.CharField(
        "lisensi data",
        max_length=200,
        default="Tanpa hak cipta: UU 28/2014 Pasal 42",
        help_text="Tertulis di data terbuka, supaya pemakainya tahu apa yang boleh.",
    )

    panels = [FieldPanel(name) for name in ("author", "place", "field_of_law", "with_decisions", "licence")]

    class Meta:
        verbose_name = "JDIH dan data peraturan"

    def __str__(self):
        return "JDIH dan data peraturan"
