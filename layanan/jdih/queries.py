"""Reads what the JDIH is told."""

from collections.abc import Iterator, Mapping

from home.identity.models import VillageSettings
from home.identity.rules import with_kind
from home.pages.addresses import absolute
from home.pages.frame import Frame
from layanan.jdih.models import JdihSettings
from layanan.jdih.rules import Act, Document, Place, record
from layanan.regulations.models import RegulationPage
from layanan.regulations.queries import published
from layanan.regulations.relations import DICABUT
from layanan.regulations.rules import GAZETTES
from project.lib.localdates import zone

AT_ONCE = 200  # rows held in memory while a feed is written


def settings_of(frame: Frame) -> JdihSettings:
    """One query."""
    return JdihSettings.objects.filter(site=frame.site).first() or JdihSettings(site=frame.site)


def place_of(village: VillageSettings, settings: JdihSettings) -> Place:
    """Identity is data: what the settings leave empty follows from it."""
    regency = with_kind("Kabupaten", village.regency) if village.regency else ""
    parts = ["Indonesia", regency, village.full_name if village.name else ""]
    return Place(
        author=settings.author or ". ".join(part for part in parts if part),
        place=settings.place or village.name,
        field_of_law=settings.field_of_law,
    )


def records(frame: Frame, settings: JdihSettings) -> Iterator[Mapping[str, str]]:
    """The records of all that is published, newest first. One query."""
    place = place_of(frame.village, settings)
    pages = published(frame.restricted).exclude(number=None).exclude(year=None)
    if not settings.with_decisions:
        pages = pages.filter(kind__in=GAZETTES)
    for page in pages.iterator(AT_ONCE):
        yield record(_act(page), place)


def _act(page: RegulationPage) -> Act:
    document = page.document
    updated = page.last_published_at
    return Act(
        pk=page.pk,
        title=page.title,
        kind=page.kind_label,
        short_kind=page.kind.upper(),
        number=page.number,
        year=page.year,
        enacted_on=page.enacted_on,
        promulgated_on=page.promulgated_on,
        gazette=page.gazette,
        gazette_number=page.gazette_number,
        topics=page.topics,
        field_of_law=page.field_of_law,
        is_revoked=page.status == DICABUT,
        summary=page.plain_summary,
        url=page.canonical_url,
        updated=f"{updated.astimezone(zone()):%Y-%m-%d %H:%M:%S}" if updated else "",
        document=Document(document.filename, absolute(document.url), document.page_count)
        if document
        else None,
    )
