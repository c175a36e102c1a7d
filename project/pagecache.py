"""What a browser, a provider's cache and the nginx in front may keep of a page, and for how long.

A public page is the same for everyone. Whoever keeps it asks again before showing it, so that a correction is seen at
once, and may show the kept one for a week where the site does not answer. nginx keeps it to the end of the second in
which it was made, which saves the site from a rush; it takes that from `X-Accel-Expires`. nginx counts whole seconds:
a page kept "for one second" would be shown for nearly two, and a correction has to show within two. Everything else
says for itself how it may be kept, or is kept nowhere.
"""

import time

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag

from project.security import ADMIN_PREFIX

PUBLIC = f"public, max-age=0, stale-if-error={7 * 24 * 3600}"
PERSONAL = "private, no-store"
ASK_FIRST = "private, no-cache"


class PageCacheMiddleware:
    """Stands outside everything that could make an answer personal (sessions, messages), and inside compression."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.has_header("Cache-Control") or request.path.startswith(ADMIN_PREFIX):
            return response  # the view has decided; Wagtail's views decide on all of the admin
        if response.status_code not in (200, 304):
            return response  # without a word on it, nobody keeps a redirect or an error
        if response.streaming or response.status_code == 304:
            # A document. Its page may be taken down at any time, so each reader asks, and no cache on the way keeps it.
            response.headers["Cache-Control"] = ASK_FIRST
            return response
        if not is_public(request, response):
            response.headers["Cache-Control"] = PERSONAL
            return response
        return _public(request, response)


def is_public(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether everybody would get this very answer."""
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    return (
        request.method in ("GET", "HEAD")
        and not signed_in
        and not response.cookies
        and not varies & {"cookie", "authorization", "*"}
    )


def _public(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    set_response_etag(response)
    answer = get_conditional_response(request, etag=response["ETag"], response=response)
    # In this order: nginx up to 1.22 reads the headers one by one, and after max-age=0 it would not keep the page. Also
    # with "304 unchanged", from which it learns how long it may keep its copy from now on.
    answer.headers["X-Accel-Expires"] = f"@{int(time.time())}"
    answer.headers["Cache-Control"] = PUBLIC
    return answer
