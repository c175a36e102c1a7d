"""Journeys: several guides in the order in which life asks for them ("Bayi lahir").

A step holds its guides by their keys and looks them up when it is shown, so moving or renaming a guide changes nothing
here, and one that is not public is a name without a link.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page

from home.pages import references
from home.pages.base import BasePage
from home.pages.queries import restricted_paths, visible
from home.pages.references import PageChooserBlock
from layanan.guides.journey_rules import Part, Step, total_cost, total_duration
from layanan.guides.rules import share_text
from project.lib import qr, sharing
from project.lib.fields import StreamField

if TYPE_CHECKING:
    from layanan.guides.models import ServiceGuidePage

ALL, ANY = "semua", "salah satu"


class JourneyGuideBlock(blocks.StructBlock):
    guide = PageChooserBlock(
        page_type="layanan.ServiceGuidePage",
        required=False,
        label="Panduan",
        help_text="Panduan layanan di situs ini. Kosongkan bila panduannya belum ada.",
    )
    title = blocks.CharBlock(
        max_length=150,
        required=False,
        label="Nama layanan",
        help_text="Terisi sendiri dari judul panduan. Tampil tanpa tautan selama panduannya belum terbit.",
    )

    def clean(self, value):
        value = super().clean(value)
        if value["guide"]:
            value["title"] = value["guide"].title[:150]
        if not value["title"] and not self.is_deferred_validation:
            raise StructBlockValidationError(
                {"title": ValidationError("Pilih panduannya, atau tulis nama layanannya.")}
            )
        return value


class JourneyStepBlock(blocks.StructBlock):
    """One step: one guide or several, or something to do for which there is no guide."""

    title = blocks.CharBlock(
        label="Langkah", max_length=120, help_text="Singkat, misalnya “Urus akta kelahiran”."
    )
    guides = blocks.ListBlock(
        JourneyGuideBlock(),
        label="Layanan",
        default=[],
        help_text="Layanan yang diurus di langkah ini. Boleh kosong bila langkahnya bukan layanan desa.",
    )
    rule = blocks.ChoiceBlock(
        choices=[(ALL, "Semua diurus"), (ANY, "Cukup salah satu")],
        default=ALL,
        label="Bila lebih dari satu",
        help_text="“Cukup salah satu” berarti warga memilih satu dari layanan di atas.",
    )
    act = blocks.TextBlock(
        label="Yang dilakukan di luar layanan ini",
        max_length=300,
        required=False,
        help_text="Misalnya “Minta surat keterangan lahir dari bidan”. Boleh dikosongkan.",
    )
    optional = blocks.BooleanBlock(
        label="Boleh dilewati",
        required=False,
        help_text="Centang bila langkah ini hanya untuk sebagian warga.",
    )
    note = blocks.TextBlock(
        label="Catatan", max_length=300, required=False, help_text="Kapan dan mengapa. Boleh dikosongkan."
    )

    class Meta:
        icon = "list-ol"
        label = "Langkah"

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        if not value["guides"] and not value["act"]:
            words = "Pilih sedikitnya satu layanan, atau tulis apa yang dilakukan."
            raise StructBlockValidationError({"act": ValidationError(words)})
        if value["rule"] == ANY and len(value["guides"]) < 2:
            words = "“Cukup salah satu” memerlukan dua layanan atau lebih."
            raise StructBlockValidationError({"rule": ValidationError(words)})
        return value


class JourneyStepsBlock(blocks.StreamBlock):
    step = JourneyStepBlock()

    class Meta:
        max_num = 20


@dataclass(frozen=True)
class Place:
    """Where a guide stands in a journey, for the guide's own page. `before` and `after` are the guides beside it."""

    journey: "JourneyPage"
    number: int
    count: int
    before: "ServiceGuidePage | None" = None
    after: "ServiceGuidePage | None" = None


class JourneyPage(BasePage):
    intro = models.TextField(
        "ringkasan", max_length=300, help_text="Satu atau dua kalimat: untuk siapa, dan apa hasilnya."
    )
    steps = StreamField(JourneyStepsBlock(), verbose_name="langkah")
    everyday_words = models.TextField(
        "kata sehari-hari",
        blank=True,
        max_length=500,
        help_text="Kata yang dipakai warga saat mencari, dipisahkan koma. Tidak tampil di halaman.",
    )

    parent_page_types = ["layanan.ServiceIndexPage"]
    subpage_types = []
    template = "layanan/guides/journey_page.html"
    reserved_slugs = frozenset({"standar-pelayanan"})
    search_label = "Layanan"
    review_key = "peninjauan_panduan"
    searched_fields = ("intro", "steps")
    content_panels = Page.content_panels + [
        FieldPanel("intro"),
        FieldPanel(
            "steps",
            help_text="Berurutan. Tiap langkah satu layanan, beberapa, atau pilihan salah satu.",
        ),
        FieldPanel("everyday_words"),
        BasePage.verified_panel,
    ]

    class Meta:
        verbose_name = "rangkaian layanan"
        verbose_name_plural = "rangkaian layanan"

    def clean_fields(self, exclude=None):
        """To Django no list of blocks is empty."""
        super().clean_fields(exclude)
        if not self.steps and "steps" not in (exclude or ()):
            raise ValidationError({"steps": "Isi sedikitnya satu langkah sebelum rangkaian ini terbit."})

    @property
    def everyday_words_text(self) -> str:
        return self.everyday_words

    @cached_property
    def guide_keys(self) -> list[list[int]]:
        """The keys of the guides of each step, as stored: no query."""
        return [
            [
                guide["guide"]
                for item in step["value"].get("guides") or []
                if (guide := item.get("value") if item.get("type") == "item" else item) and guide.get("guide")
            ]
            for step in self.steps.raw_data
        ]

    def shown_steps(self, restricted: tuple[str, ...]) -> list[dict]:
        """The steps with their guides; those that not everybody may read only by name. One query for all guides."""
        return [
            {
                "value": block.value,
                "is_choice": block.value["rule"] == ANY,
                "guides": [
                    {
                        "title": guide.title
                        if (guide := _public(item["guide"], restricted))
                        else item["title"],
                        "guide": guide,
                    }
                    for item in block.value["guides"]
                ],
            }
            for block in self.steps
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        steps = self.shown_steps(restricted_paths(request))
        sums = [_sums(step) for step in steps]
        message = share_text(self.title, [], self.canonical_url)
        context |= {
            "steps": steps,
            "cost": total_cost(sums),
            "duration": total_duration(sums),
            "breadcrumbs": self.breadcrumbs(),
            "share_url": sharing.whatsapp(message),
            "qr": qr.svg(self.canonical_url),
        }
        return context


def _public(guide: Page | None, restricted: tuple[str, ...]) -> Page | None:
    return guide if guide and guide.live and not guide.path.startswith(restricted) else None


def _sums(step: dict) -> Step:
    parts = tuple(_part(item["guide"]) for item in step["guides"])
    value = step["value"]
    return Step(parts, step["is_choice"], bool(value["optional"]), bool(value["act"]))


def _part(guide: "ServiceGuidePage | None") -> Part:
    if guide is None:
        return Part()
    cost = 0 if guide.cost_kind == "gratis" else guide.cost_amount
    return Part(cost, guide.duration_value, guide.duration_unit)


def public_journeys(restricted: tuple[str, ...]) -> list[JourneyPage]:
    return sorted(visible(JourneyPage.objects.all(), restricted), key=lambda page: page.title.casefold())


def places(guide: "ServiceGuidePage", restricted: tuple[str, ...]) -> list[Place]:
    """The journeys that the guide is a part of. To be asked before the guide reads its references: then their pages
    and the neighbours here come in one query."""
    found = []
    for journey in public_journeys(restricted):
        steps = journey.guide_keys
        number = next((n for n, keys in enumerate(steps) if guide.pk in keys), None)
        if number is not None:
            found.append((journey, steps, number))
    around = {key for _, steps, n in found for keys in steps[max(n - 1, 0) : n + 2] for key in keys}
    around.discard(guide.pk)
    references.hold(guide, around)  # together with what its own text links to
    guides = {pk: page for pk, page in references.pages(around).items() if _public(page, restricted)}

    def only(keys: list[int]):
        """A step of several is reached through the journey: which of them is next is the reader's choice."""
        return guides.get(keys[0]) if len(keys) == 1 else None

    return [
        Place(
            journey,
            number + 1,
            len(steps),
            only(steps[number - 1]) if number else None,
            only(steps[number + 1]) if number + 1 < len(steps) else None,
        )
        for journey, steps, number in found
    ]
