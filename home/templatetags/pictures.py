"""Shows a photo in the sizes that were made when it was saved. Makes none, and never fails because one is missing."""

import logging
from functools import lru_cache

from django import template
from django.db.models import prefetch_related_objects
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from home.identity.media import VillageImage, VillageRendition
from home.identity.renditions import FORMATS, USES, current
from project.lib.photos import ACCEPT

logger = logging.getLogger(__name__)
register = template.Library()

# How wide the picture is on the page, so that the browser fetches no larger one than it needs. The style sheet lets no
# picture of a step be higher than 80 % of the window, so a tall one is not that wide: {tall} stands for it.
SIZES = {
    "thumb": "104px",
    "column": "(min-width: 62rem) 34rem, 92vw",
    "wide": "(min-width: 48rem) 44rem, 94vw",
    "step": "(min-width: 36rem) min(34rem, {tall}), min(94vw, {tall})",
}


@register.simple_tag
def accepted_photos() -> str:
    """What a file dialog may offer; Safari breaks on more."""
    return ACCEPT


@register.simple_tag
def picture(
    image: VillageImage | None,
    use: str,
    *,
    alt: str | None = None,
    sizes: str | None = None,
    loading: str = "lazy",
    **attributes: str,
) -> SafeString:
    """``{% picture page.picture "column" alt="Balai desa" class="wide" %}``: WebP for those who can, JPEG for all.

    `use` is a key of `renditions.USES`. `alt=""` marks a picture that only decorates; without `alt` the photo's own
    description is taken. `loading="eager"` is for the one picture at the top of a page. Besides these only `class` is
    allowed. No photo, no output; a photo whose files are gone leaves a placeholder that still says what it showed.
    """
    specs = USES[use]
    if unknown := attributes.keys() - {"class"}:
        raise template.TemplateSyntaxError(f"picture: unknown argument {sorted(unknown)}")
    if not image:
        return SafeString("")
    alt = image.default_alt_text if alt is None else alt
    css_class = attributes.get("class", "")
    found = _on_disk(image)
    lines = {name: _by_width(found.get(f"{spec}|format-{name}") for spec in specs) for name in FORMATS}
    if not lines["jpeg"]:
        _log_missing(image.pk)
        return _placeholder(alt, css_class)
    smallest, largest = lines["jpeg"][0], lines["jpeg"][-1]
    sizes = sizes or SIZES[use].format(tall=f"{round(80 * largest.width / largest.height)}vh")
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        (
            (FORMATS[name], _srcset(line), sizes)
            for name, line in lines.items()
            if line and name != "jpeg"  # the one that every browser reads stands in <img>
        ),
    )
    return format_html(
        '<picture{}>{}<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" loading="{}" '
        'decoding="async"></picture>',
        _class(css_class),
        sources,
        smallest.url,
        _srcset(lines["jpeg"]),
        sizes,
        largest.width,
        largest.height,
        alt,
        loading,
    )


def _on_disk(image: VillageImage) -> dict[str, VillageRendition]:
    """The photo's renditions by spec, from what came with it; asks the database only when nothing came."""
    prefetch_related_objects([image], "renditions")  # does nothing where they are there already
    return {
        spec: rendition
        for spec, rendition in current(image, image.renditions.all()).items()
        if rendition.file.storage.exists(rendition.file.name)
    }


def _by_width(renditions) -> list[VillageRendition]:
    """Narrowest first, each width once: a small original gives the same picture for every size."""
    by_width = {rendition.width: rendition for rendition in renditions if rendition}
    return [by_width[width] for width in sorted(by_width)]


def _srcset(renditions: list[VillageRendition]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)


def _placeholder(alt: str, css_class: str) -> SafeString:
    names = f"picture-missing {css_class}".strip()
    if not alt:
        return format_html('<span class="{}" aria-hidden="true"></span>', names)
    return format_html('<span class="{}" role="img" aria-label="{}"></span>', names, alt)


def _class(css_class: str) -> SafeString:
    return format_html(' class="{}"', css_class) if css_class else SafeString("")


@lru_cache(maxsize=1000)
def _log_missing(pk: int) -> None:
    """Once per photo and process, not once per visitor."""
    logger.warning("Image %s has no renditions on disk; run make_renditions", pk)
