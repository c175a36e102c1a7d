"""The text of a regulation in public, beside its page: the parts of a long one, what is found in it, and one stable
address for each Pasal."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from home.pages.addresses import absolute
from layanan.regulations.queries import public_regulation
from layanan.regulations.text_parts import DividedText, divided
from layanan.regulations.text_search import Found, search
from project.lib import qr
from project.lib.words import clean_query, highlight

if TYPE_CHECKING:
    from layanan.regulations.models import RegulationPage

NO_WORDS = "Tulis sedikitnya satu kata, misalnya “sanksi”."
PARTIAL = "Tidak ada bagian yang memuat semua kata itu. Ini yang memuat sebagian di antaranya."
MORE = "Ini 50 yang pertama. Tambahkan satu kata supaya hasilnya lebih tepat."


def _found(request: HttpRequest, slug: str) -> "tuple[RegulationPage, DividedText]":
    page = public_regulation(slug, request.frame.restricted)
    text = divided(page.text) if page else None
    if text is None:
        raise Http404
    return page, text


def place(page: "RegulationPage", text: DividedText, anchor: str) -> str:
    """Where an anchor stands: on the regulation's own page, or in one of its parts."""
    if text.is_whole:
        return f"{page.get_url()}#{anchor}"
    return f"{reverse('regulation_text', args=[page.slug])}?bagian={text.place[anchor]}#{anchor}"


@require_safe
def regulation_text(request: HttpRequest, regulation: str) -> HttpResponse:
    """One part of a long text; for `?q=`, what was found in it. A short text stands on the regulation's page."""
    page, text = _found(request, regulation)
    if "q" in request.GET:
        return _search(request, page, text)
    if text.is_whole:
        return HttpResponseRedirect(f"{page.get_url(request)}#naskah")
    part = text.part(request.GET.get("bagian", "1"))
    address = absolute(f"{request.path}?{urlencode({'bagian': part.number})}")
    context = _context(request, page, f"Naskah bagian {part.number} dari {len(text.parts)}") | {
        "text": text,
        "part": part,
        "parts": text.near(part),
        "address": address,
        "qr": qr.svg(address),
    }
    return render(request, "layanan/regulations/text_part.html", context)


def _search(request: HttpRequest, page: "RegulationPage", text: DividedText) -> HttpResponse:
    query = clean_query(request.GET["q"])
    found = search(page.text, query)
    context = _context(request, page, f"Cari di naskah: {query}" if query else "Cari di naskah") | {
        "query": query,
        "found": found,
        "hits": [
            {
                "name": hit.unit.full_name,
                "title": hit.unit.title,
                "url": place(page, text, hit.unit.anchor),
                "excerpt_html": highlight(hit.excerpt(found.asked), found.asked),
            }
            for hit in found.hits
        ],
        "message": _message(found),
    }
    response = render(request, "layanan/regulations/text_search.html", context)
    response["X-Robots-Tag"] = "noindex"  # results are no content, and their number has no end
    response["Cache-Control"] = "private, no-cache"  # as for the site's search
    return response


def _message(found: Found) -> str:
    if not found.asked:
        return NO_WORDS
    return " ".join(words for holds, words in ((found.partial, PARTIAL), (found.more, MORE)) if holds)


def _context(request: HttpRequest, page: "RegulationPage", title: str) -> dict:
    return {
        "regulation": page,
        "title": title,
        "breadcrumbs": [
            {"title": "Beranda", "url": "/"},
            {"title": "Peraturan", "url": "/regulasi/"},
            {"title": page.short_title, "url": page.get_url(request)},
            {"title": title, "url": None},
        ],
    }


@require_safe
def pasal(request: HttpRequest, regulation: str, number: str) -> HttpResponse:
    """One address for a Pasal, wherever its text is divided."""
    page, text = _found(request, regulation)
    anchor = f"pasal-{number.lower()}"
    if anchor not in text.place:
        raise Http404
    return HttpResponseRedirect(place(page, text, anchor))
