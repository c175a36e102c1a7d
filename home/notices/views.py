"""The addresses of one notice: a page, and its plain text for the weakest signal."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.notices.models import Notice
from home.pages.queries import visible
from project.lib import sharing


@require_safe
def notice(request: HttpRequest, number: int) -> HttpResponse:
    found = _public(number)
    context = {
        "notice": found,
        "related": _related(found, request),
        "share_url": sharing.whatsapp(sharing.message(found.title, found.text, found.canonical_url)),
        "breadcrumbs": [
            {"title": "Beranda", "url": "/"},
            {"title": "Pengumuman", "url": "/pengumuman/"},
            {"title": found.title, "url": None},
        ],
    }
    return render(request, "home/notices/notice.html", context)


@require_safe
def notice_text(request: HttpRequest, number: int) -> HttpResponse:
    """Under 2 kB in all: `rules.OWN_WORDS_LIMIT` leaves room for what is added here."""
    text = _public(number).as_plain_text(request.frame.village.full_name)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _public(number: int) -> Notice:
    found = Notice.objects.filter(pk=number).first()
    if found is None or not found.is_public:
        raise Http404
    return found


def _related(found: Notice, request: HttpRequest) -> Page | None:
    """The linked page, where everybody may read it."""
    if found.page_id is None:
        return None
    return visible(Page.objects.filter(pk=found.page_id), request.frame.restricted).first()
