"""robots.txt."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from home.pages.addresses import absolute


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the admin and search results are of no use to a search engine."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /cari/",
        "",
        f"Sitemap: {absolute('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
