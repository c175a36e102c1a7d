"""Printed documents of the services: the standar pelayanan of one, and the book of all."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from home.officials.queries import holders
from home.pages.addresses import absolute
from layanan.guides.charter import public_charter
from layanan.guides.queries import guides_in_order, in_full, public_guide
from project.lib import qr

HEAD = "Kepala Desa"
# Services in one part of the book: a hundred fill no page beyond 60 kB.
PER_PART = 5
BOOK = "Buku standar pelayanan"
_ABOVE = [{"title": "Beranda", "url": "/"}, {"title": "Layanan", "url": "/layanan/"}]


@require_safe
def service_standard(request: HttpRequest, guide: str) -> HttpResponse:
    """All fourteen components of one service, to be signed and hung up. Made for paper: A4."""
    found = public_guide(guide, request.frame.restricted)
    if found is None:
        raise Http404
    address = absolute(request.path)
    context = {
        "guide": found,
        "signers": holders(HEAD),
        "address": address,
        "qr": qr.svg(address),
        "breadcrumbs": [
            *_ABOVE,
            {"title": found.title, "url": found.get_url(request)},
            {"title": "Standar pelayanan", "url": None},
        ],
    }
    return render(request, "layanan/guides/standard.html", context)


@require_safe
def standards_book(request: HttpRequest) -> HttpResponse:
    """The cover with the table of contents or, for `?bagian=`, some of the services. A part too far is the last."""
    guides = list(enumerate(guides_in_order(request.frame.restricted), 1))
    parts = Paginator(guides, PER_PART)
    asked = request.GET.get("bagian", "")
    part = parts.get_page(asked) if asked and guides else None
    address = absolute(reverse("service_standards"))
    context = {
        "title": BOOK,
        "guides": guides,
        "parts": [(number, parts.page(number)) for number in parts.page_range] if guides else [],
        "part": part,
        "signers": holders(HEAD),
        "address": address,
        "qr": qr.svg(address),
        "breadcrumbs": [*_ABOVE, {"title": BOOK, "url": None}],
    }
    if part is not None:
        numbers = [number for number, _ in part.object_list]
        full = in_full([guide for _, guide in part.object_list])
        context["chapters"] = list(zip(numbers, full, strict=False))
        return render(request, "layanan/guides/standards_part.html", context)
    context["charter"] = public_charter(request.frame.restricted)
    return render(request, "layanan/guides/standards_book.html", context)
