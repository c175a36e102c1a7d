"""How a session was, for whoever was in the hall: no account, no cookie, no script, nothing that says who it was."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from home.casework import codes, throttle
from pelatihan.evaluation import runs
from pelatihan.evaluation.forms import ReactionForm
from pelatihan.evaluation.models import ReactionSheet
from pelatihan.evaluation.reactions import OPEN_AFTER, is_open
from pelatihan.events.programmes.rules import DRAFT
from project.bodies import takes_post
from project.sameorigin import same_origin_post

# Of one session, whoever sends: a hall holds fewer, and the database is not filled by one address.
MOST = 1000

_private = cache_control(private=True, no_store=True)


def _sheet(code: str) -> ReactionSheet:
    try:
        code = codes.read(code)
    except codes.WrongCode:
        raise Http404 from None
    sheets = ReactionSheet.objects.select_related("session__event").exclude(session__state=DRAFT)
    found = sheets.filter(code=code).first()
    if found is None:
        raise Http404
    return found


def _context(sheet: ReactionSheet, title: str) -> dict:
    return {
        "title": title,
        "session": sheet.session,
        "until": sheet.session.ends_at + OPEN_AFTER,
        "breadcrumbs": [
            {"title": "Beranda", "url": "/"},
            {"title": "Belajar", "url": "/pelatihan/"},
            {"title": "Tanggapan", "url": None},
        ],
    }


@takes_post
@_private
@same_origin_post
@throttle.limited("tanggapan")
@require_http_methods(["GET", "HEAD", "POST"])
def reaction(request: HttpRequest, sheet: str) -> HttpResponse:
    found = _sheet(sheet)
    session = found.session
    context = _context(found, "Bagaimana sesi ini?")
    if not is_open(session.starts_at, session.ends_at, timezone.now()):
        context["is_early"] = timezone.now() < session.starts_at
        return render(request, "pelatihan/evaluation/reaction_closed.html", context)
    form = ReactionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and not request.to_confirm:
        key = form.cleaned_data["key"]
        if key is None:
            form.add_error(None, "Isian ini tidak lengkap. Muat ulang halamannya, lalu kirim sekali lagi.")
        elif wait := throttle.count("tanggapan-sesi", found.code, MOST, timedelta(days=1)):
            return throttle.paused(request, wait)
        else:
            runs.react(session, key, form.cleaned_data["face"], form.cleaned_data["line"])
            return redirect("reaction_thanks", found.code)
    context["form"] = form
    return render(request, "pelatihan/evaluation/reaction.html", context)


@_private
@require_safe
def reaction_thanks(request: HttpRequest, sheet: str) -> HttpResponse:
    context = _context(_sheet(sheet), "Terima kasih")
    return render(request, "pelatihan/evaluation/reaction_thanks.html", context)
