"""RSS of the regulations."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.pages.feeds import Item, rss
from layanan.regulations.queries import published

LENGTH = 20


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """The newest regulations, each with its status."""
    items = (
        Item(
            page.title,
            ". ".join(filter(None, (page.status_words, page.plain_summary or page.brief))),
            page.canonical_url,
            page.first_published_at or timezone.now(),
        )
        for page in published(request.frame.restricted)[:LENGTH]
    )
    return rss(request, "Peraturan", "/regulasi/", items)
