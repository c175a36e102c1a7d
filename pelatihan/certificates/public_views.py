"""Where anybody finds out whether a certificate is genuine: from its QR, or by typing its code.

It says the name, the programme, the kind and whether it is valid, to whoever holds the code, and nothing else. No
session, no cookie; nobody keeps it, no search engine lists it.
"""

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home.casework.throttle import Limit, TooOften, address, guess, paused
from pelatihan.certificates.forms import CodeForm
from pelatihan.certificates.models import Certificate
from pelatihan.certificates.rules import read_code

CRUMBS = [{"title": "Beranda", "url": "/"}, {"title": "Belajar", "url": "/pelatihan/"}]
CHECK = {"title": "Periksa sertifikat", "url": "/pelatihan/sertifikat/"}


def _unlisted(view):
    @wraps(view)
    def answered(request: HttpRequest, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return cache_control(private=True, no_store=True)(answered)


@_unlisted
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """The code is typed here. By GET: nothing is changed, and so no token and no cookie is needed."""
    form = CodeForm(request.GET if "kode" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("checked_certificate", form.cleaned_data["kode"])
    context = {
        "title": "Periksa sertifikat",
        "form": form,
        "breadcrumbs": [*CRUMBS, {**CHECK, "url": None}],
    }
    return render(request, "pelatihan/certificates/check.html", context)


@_unlisted
@require_safe
def check_certificate(request: HttpRequest, code: str) -> HttpResponse:
    plain = read_code(code)
    try:
        found = plain and guess(
            [Limit("sertifikat", address(request))], Certificate.objects.filter(code=plain).first
        )
    except TooOften as busy:
        return paused(request, busy.wait)
    context = {
        "title": "Hasil pemeriksaan",
        "certificate": found,
        "breadcrumbs": [*CRUMBS, CHECK, {"title": "Hasil pemeriksaan", "url": None}],
    }
    status = 200 if found else 404
    return render(request, "pelatihan/certificates/checked.html", context, status=status)
