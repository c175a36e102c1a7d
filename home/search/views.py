"""The search page."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.pages.addresses import absolute
from home.search import misses
from home.search.queries import HITS, search
from home.search.rules import asks_office, grouped, query_words
from project.lib.words import QUERY_LIMIT, clean_query, highlight

NO_WORDS = "Tulis sedikitnya satu kata, misalnya “kartu keluarga”."
CUT = f"Pencarian Anda panjang sekali; hanya {QUERY_LIMIT} huruf pertama yang dicari."
PARTIAL = "Tidak ada halaman yang memuat semua kata itu. Ini yang memuat sebagian di antaranya."
MORE = f"Ini {HITS} hasil teratas. Tambahkan satu kata supaya hasilnya lebih tepat."


@require_safe
def search_page(request):
    """The search field and, for `?q=`, what was found, grouped by kind of page.

    The answer is the same for everyone and sets no cookie. A search without result is counted, without a trace of who
    asked (`misses`). Search engines are asked to keep away: results are no
    content, and their number has no end.
    """
    typed = clean_query(request.GET.get("q", ""), limit=QUERY_LIMIT + 1)
    query = clean_query(typed)
    asked = query_words(query)
    result = search(query, request)
    of_office = asks_office(asked)
    if asked and not result.hits and not of_office:
        misses.note(request, query)
    context = {
        "title": f"Hasil cari: {query}" if query else "Cari",
        "url": absolute(request.path + (f"?{urlencode({'q': query})}" if query else "")),
        "query": query,
        "has_words": bool(asked),
        "asks_office": of_office,
        "groups": [
            {"label": label, "hits": [_shown(hit, asked) for hit in hits]}
            for label, hits in grouped(result.hits)
        ],
        "total": len(result.hits),
        "suggestions": result.suggestions,
        "message": _message(query, asked, result, cut=len(typed) > QUERY_LIMIT),
    }
    response = render(request, "home/search/results.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = (
        "private, no-cache"  # what somebody searched for is kept by no cache on the way
    )
    return response


def _shown(hit, asked) -> dict:
    return {
        "title_html": highlight(hit.title, asked),
        "excerpt_html": highlight(hit.excerpt(asked), asked),
        "url": hit.url,
        "page_id": hit.pk,
        "kind": hit.kind,
        "state": hit.state,
    }


def _message(query, asked, result, cut) -> str:
    if query and not asked:
        return NO_WORDS
    notices = ((cut, CUT), (result.partial, PARTIAL), (result.more, MORE))
    return " ".join(text for holds, text in notices if holds)
