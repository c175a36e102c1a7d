"""The feed of notices: those of now and the latest past ones."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from home.notices.models import Notice
from home.pages.feeds import Item, rss

LENGTH = 20


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    shown = (Notice.objects.current() | Notice.objects.past()).order_by("-begins_at", "-pk")[:LENGTH]
    items = (
        Item(
            f"{notice.get_level_display()}: {notice.title}",
            notice.text,
            notice.canonical_url,
            notice.begins_at,
        )
        for notice in shown
    )
    return rss(request, "Pengumuman", "/pengumuman/", items)
