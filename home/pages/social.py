"""The picture beside a shared link, in WhatsApp and elsewhere: always there, 1200 × 630, at most 300 KB.

A page with a picture of its own shows a rendition of that, made when the photo was saved. All others share the
village's picture: emblem, name and place on its colour (`project.lib.banner`). That one is drawn when it is first asked
for and kept beside the media. Its address holds a sum over all that it is drawn from, so that caches may keep it for
ever and a new name, logo or colour is seen at once.
"""

import contextlib
import hashlib
import logging
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe
from PIL import Image

from home.identity import renditions
from home.identity.media import VillageImage
from home.identity.models import VillageSettings
from home.pages.addresses import absolute
from project.lib import banner
from project.lib.photos import light_jpeg
from project.media import as_published

logger = logging.getLogger(__name__)

DRAWING = 1  # one more whenever the drawing itself looks different
FOLDER = "berbagi"  # below MEDIA_ROOT
WITHOUT_LOGO = "public, max-age=300"  # a drawing that lacks the logo is no good for long


@dataclass(frozen=True)
class SocialPicture:
    url: str  # absolute: messengers know no other
    width: int
    height: int
    alt: str


def of_image(image: VillageImage | None) -> SocialPicture | None:
    """A photo as a preview, unless there is none or its rendition could not be made."""
    rendition = renditions.found(image, renditions.SOCIAL)
    if rendition is None:
        return None
    return SocialPicture(absolute(rendition.url), rendition.width, rendition.height, image.default_alt_text)


def of_village(village: VillageSettings, logo: VillageImage | None) -> SocialPicture:
    path = reverse("social_picture", args=[version(village, logo)])
    alt = ", ".join(filter(None, (village.full_name, village.place_line)))
    return SocialPicture(absolute(path), *banner.SIZE, alt)


def version(village: VillageSettings, logo: VillageImage | None) -> str:
    """Stands for all that the village's picture is drawn from."""
    parts = (DRAWING, village.full_name, village.place_line, village.main_colour, logo and logo.file_hash)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


@require_safe
def picture(request: HttpRequest, version: str) -> HttpResponse:
    """The village's picture. A former address leads to the present one: messages that hold it stay in the chats."""
    current = request.frame.social_picture.url
    if not current.endswith(f"/{version}.jpg"):
        return redirect(current)
    file = settings.MEDIA_ROOT / FOLDER / f"{version}.jpg"
    try:
        drawn, whole = file.read_bytes(), True
    except OSError:
        drawn, whole = _draw(request.frame.village)
        if whole:
            _keep(drawn, file)
    response = as_published(HttpResponse(drawn, content_type="image/jpeg"))
    if not whole:
        response["Cache-Control"] = WITHOUT_LOGO
    return response


def _draw(village: VillageSettings) -> tuple[bytes, bool]:
    """The picture, and whether it is as it should be: without the logo's file it is drawn with the site's crest."""
    logo, whole = None, True
    if village.logo_id:
        try:
            with VillageImage.objects.get(pk=village.logo_id).file.open() as file, Image.open(file) as found:
                logo = found.convert("RGBA")
        except Exception as error:  # decoders raise nearly everything on a file that was damaged on the disk
            whole = False
            logger.warning("The logo is missing from the picture of shared links: %s", error)
    drawn = banner.draw(village.full_name, village.place_line, village.main_colour, logo)
    return light_jpeg(drawn, renditions.SOCIAL_LIMIT), whole


def _keep(drawn: bytes, file: Path) -> None:
    """Put in its place whole or not at all; the former pictures go. A full disk only means to draw it again."""
    new = file.with_name(f"{secrets.token_hex(8)}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(drawn)
        new.replace(file)
        for former in set(file.parent.glob("*.jpg")) - {file}:
            former.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("The picture of shared links could not be kept: %s", error)
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
