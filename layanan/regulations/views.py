"""Screens of regulations that are no pages of the tree."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.officials.queries import holders
from home.pages.addresses import absolute
from home.pages.queries import is_year
from layanan.regulations.books import BOOKS
from layanan.regulations.queries import book_entries, book_years
from project.lib import qr


@require_safe
def book(request: HttpRequest, book: str) -> HttpResponse:
    """One register of one year; the newest year unless another is asked for. Made for paper: A4, lying."""
    if book not in BOOKS:
        raise Http404
    register = BOOKS[book]
    years = book_years(register, request.frame.restricted)
    asked = request.GET.get("tahun", "")
    year = int(asked) if is_year(asked) else next(iter(years), None)
    sheet = book_entries(register, year, request.GET.get("lembar", "1"), request.frame.restricted)
    context = {
        "register": register,
        "books": list(BOOKS.values()),
        "years": years,
        "year": year,
        "sheet": sheet,
        "rows": list(register.rows(sheet.object_list)),
        "columns": [heading for heading, _ in register.columns],
        "signers": holders("Sekretaris Desa", "Kepala Desa"),
        "address": absolute(request.path),
        "qr": qr.svg(absolute(request.path)),
        "breadcrumbs": [
            {"title": "Beranda", "url": "/"},
            {"title": "Peraturan", "url": "/regulasi/"},
            {"title": register.title, "url": None},
        ],
    }
    return render(request, "layanan/regulations/book.html", context)
