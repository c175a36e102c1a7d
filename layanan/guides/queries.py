"""Reads of service guides that are no page's own."""

from home.pages.queries import visible
from layanan.guides.models import LifeEvent, ServiceGuidePage

_LIFE = {event.value: position for position, event in enumerate(LifeEvent)}


def public_guide(slug: str, restricted: tuple[str, ...]) -> ServiceGuidePage | None:
    return visible(ServiceGuidePage.objects.filter(slug=slug), restricted).first()


def guides_in_order(restricted: tuple[str, ...]) -> list[ServiceGuidePage]:
    """All public guides in the order of the list of services, without their long texts. One query."""
    guides = visible(ServiceGuidePage.objects.all(), restricted).only(
        "title", "slug", "url_path", "depth", "life_event"
    )
    return sorted(guides, key=lambda guide: (_LIFE[guide.life_event], guide.title.casefold()))


def in_full(guides: list[ServiceGuidePage]) -> list[ServiceGuidePage]:
    """The same guides with all their texts, in the same order. One query."""
    found = ServiceGuidePage.objects.in_bulk([guide.pk for guide in guides])
    return [found[guide.pk] for guide in guides if guide.pk in found]
