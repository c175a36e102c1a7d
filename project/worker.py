"""The service worker, served from the root so that it may stand before any part of the site.

Which screens it keeps, upper floors say through the hook "register_offline_shell": a function that answers
(address of the shell, names of its static files). It is told anew with each version of those files.
"""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail import hooks

SOURCE = Path(__file__).parent / "static" / "js" / "worker.js"
COMMON = ("css/personal.css", "css/rest.css", "js/site.js")


@require_safe
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    return HttpResponse(script(), content_type="text/javascript; charset=utf-8")


def script() -> str:
    shells = [tell() for tell in hooks.get_hooks("register_offline_shell")] if settings.OFFLINE else []
    names = sorted({*COMMON, *(name for _, files in shells for name in files)}) if shells else []
    pages, files = [page for page, _ in shells], [static(name) for name in names]
    version = hashlib.sha256(json.dumps([pages, files, _source()]).encode()).hexdigest()[:16]
    shell = {"version": version, "pages": pages, "files": files, "static": settings.STATIC_URL}
    return f"const SHELL = {json.dumps(shell)};\n{_source()}"


@lru_cache(maxsize=1)
def _source() -> str:
    return SOURCE.read_text()
