"""The few sizes in which a photo is shown. They are made when it is saved, never while somebody waits for a page."""

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from wagtail.images.models import Filter

if TYPE_CHECKING:
    from home.identity.media import VillageImage, VillageRendition

logger = logging.getLogger(__name__)

# In CSS pixels and twice that for dense screens; a phone is about 360 px wide, the text column 640 px.
THUMB = ("fill-208x156", "fill-416x312")
COLUMN = ("width-480", "width-960")
USES = {"thumb": THUMB, "column": COLUMN, "wide": COLUMN, "step": COLUMN}
# First the one that weighs less, last the one that every browser reads. Quality: settings WAGTAILIMAGES_*_QUALITY.
FORMATS = {"webp": "image/webp", "jpeg": "image/jpeg"}
# WhatsApp and Facebook show a preview from a JPEG of this size; WhatsApp drops one above 300 KB.
SOCIAL_SIZE = (1200, 630)
SOCIAL = "fill-1200x630|format-jpeg"
SOCIAL_EXACT = "fill-1200x630|format-png"  # what it is made from when Wagtail's own is too small or too heavy
SOCIAL_LIMIT = 300_000  # bytes
# Small, and keeping the transparency that JPEG would lose.
LOGO = "max-128x128|format-webp"

SPECS = (*(f"{size}|format-{name}" for size in THUMB + COLUMN for name in FORMATS), SOCIAL, LOGO)


def current(image: "VillageImage", renditions: Iterable["VillageRendition"]) -> dict[str, "VillageRendition"]:
    """Of these renditions those of the fixed set that belong to the photo's present focal point, by spec."""
    keys = {spec: Filter(spec).get_cache_key(image) for spec in SPECS}
    return {
        rendition.filter_spec: rendition
        for rendition in renditions
        if keys.get(rendition.filter_spec) == rendition.focal_point_key
    }


def found(image: "VillageImage | None", spec: str) -> "VillageRendition | None":
    """The rendition of that spec if it was made; pages never make one."""
    return current(image, image.renditions.all()).get(spec) if image else None


def make_missing(image: "VillageImage", *, look_at_files: bool = False) -> int:
    """Makes what the fixed set lacks and drops crops for a former focal point; answers how many were made.

    With `look_at_files` a rendition whose file has vanished counts as lacking. Raises what reading the photo or
    writing to the disk raises; nothing half-made stays in the database then.
    """
    stored = list(image.renditions.order_by("pk"))
    good = current(image, stored)
    if look_at_files:
        good = {spec: item for spec, item in good.items() if item.file.storage.exists(item.file.name)}
    for rendition in stored:
        if rendition.filter_spec in SPECS and good.get(rendition.filter_spec) != rendition:
            rendition.delete()
    missing = [Filter(spec) for spec in SPECS if spec not in good]
    if missing:
        # Not inside a transaction of our own: SQLite would keep every other writer waiting while photos are encoded.
        image.create_renditions(*missing)
        image.forget_renditions()
    return len(missing)


def make_or_log(image: "VillageImage") -> None:
    """As `make_missing`, for the moment after a photo was saved: a full disk must not lose the saved photo. Pages show
    a placeholder until `manage.py make_renditions` has run."""
    try:
        make_missing(image)
    except Exception:
        logger.exception("Renditions of image %s could not be made; run make_renditions", image.pk)
