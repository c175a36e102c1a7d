"""RSS of the village. Addresses come from BALAI_BASE_URL, never from a Host header; nobody's name stands in it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.views.decorators.http import require_safe

from home.pages.addresses import absolute
from home.pages.queries import latest_news
from project.lib.localdates import zone
from project.lib.words import on_one_line, without_controls

NEWS_LENGTH = 20


@dataclass(frozen=True)
class Item:
    title: str
    text: str
    url: str
    moment: dt.datetime


def rss(request: HttpRequest, title: str, path: str, items: Iterable[Item]) -> HttpResponse:
    """Items as an RSS answer; `path` is the list that people read.

    Texts are cleaned as they are when saved (project.lib.texts): one that was stored before would break the feed.
    """
    title = on_one_line(f"{title} {request.frame.village.full_name}")
    feed = Rss201rev2Feed(
        title=title,
        link=absolute(path),
        description=f"{title} dari kantor desa.",
        language="id",
        feed_url=absolute(request.path),
    )
    for item in items:
        feed.add_item(
            title=on_one_line(item.title),
            link=item.url,
            description=without_controls(item.text),
            unique_id=item.url,
            pubdate=item.moment,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    items = (
        Item(
            page.title,
            page.intro,
            page.canonical_url,
            dt.datetime.combine(page.date, dt.time(), tzinfo=zone()),
        )
        for page in latest_news(NEWS_LENGTH, request.frame.restricted)
    )
    return rss(request, "Berita", "/berita/", items)
