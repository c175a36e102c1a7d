"""Small forms for whoever has no account, on pages that set no cookie.

Django's token against forged forms needs a cookie. What is at stake here is less: no account is used, so a forged form
could do no more than its author could do himself, only from somebody else's phone. That the form is ours the browser
says in its headers. One that says nothing gets the form once more, with Django's token and its cookie.
"""

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.module_loading import import_string
from django.views.decorators.csrf import csrf_exempt


def same_origin_post(view):
    """The only way around Django's token. `request.to_confirm` is true where the view must show its form again, with
    the token, and change nothing."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs):
        request.to_confirm = False
        if request.method == "POST":
            ours = is_ours(request)
            if ours is False:
                return import_string(settings.CSRF_FAILURE_VIEW)(request, reason="another site")
            request.to_confirm = ours is None and not _has_token(request)
        return view(request, *args, **kwargs)

    return guarded


def is_ours(request: HttpRequest) -> bool | None:
    """Whether the form that was sent stands on this site; None where the browser does not say."""
    said = request.headers.get("Sec-Fetch-Site")
    if said and said != "none":  # "none": the browser itself sends it, as when a tab is restored
        return said == "same-origin"
    origin = request.headers.get("Origin")
    if not origin or origin == "null":
        return None
    return urlsplit(origin).netloc in {request.get_host(), urlsplit(settings.BASE_URL).netloc}


def _has_token(request: HttpRequest) -> bool:
    django = CsrfViewMiddleware(lambda request: None)
    django.process_request(request)
    return django.process_view(request, lambda request: None, (), {}) is None
