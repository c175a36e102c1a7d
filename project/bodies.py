"""Refuses what nobody takes, and what is far too large, before it is read.

Django reads a form before any view, permission or form sees it, also for a visitor who is not signed in: the check of
the form's token does. An uploaded file goes to the disk, where one request of 20 GB would leave no room for the
database; ten thousand small fields cost half a second. So a body is refused by its length and its address alone. One
without a length is safe: Django reads none of it.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template import loader
from wagtail.admin.auth import reject_request
from wagtail.models import Page

from project.security import ADMIN_PREFIX

# The largest file is 20 MB; up to this size its form says in words, beside the field, that it is too large.
ADMIN_BYTES = 50 * 1024 * 1024
# Words only: nothing public takes a file, nor does the admin from somebody who has yet to sign in.
PUBLIC_BYTES = 64 * 1024
# Below it facilitators send files, signed in but without the admin: a list of names, the scan of a signed sheet.
FILES_PREFIX = "/pelatihan/fasilitator/berkas/"
FILES_BYTES = 24 * 1024 * 1024  # one file of 20 MB with its form

# Wagtail's own public forms: they cannot say it themselves (see `takes_post`).
PUBLIC_FORMS = {
    "wagtailcore_login",
    "wagtailcore_authenticate_with_password",
    "wagtaildocs_authenticate_with_password",
}


def takes_post(view):
    """Marks a public view that has a form. Every other refuses POST; a page says so by `allowed_http_methods`."""
    view.takes_post = True
    return view


class BodyLimitMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if _length(request) > _limit(request.path):
            return HttpResponse(loader.get_template("413.html").render({}), status=413)
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs) -> HttpResponse | None:
        """Runs when it is known who asks and for what, and before the token is looked for in the body."""
        if request.method != "POST":  # Django reads no other body by itself
            return None
        if request.path.startswith((ADMIN_PREFIX, FILES_PREFIX)):
            small = _length(request) <= PUBLIC_BYTES
            if not small and not request.user.is_authenticated:
                return reject_request(request)
            if request.path.startswith(ADMIN_PREFIX):
                return None
        return None if _takes_post(request, view, args) else HttpResponseNotAllowed(["GET", "HEAD"])


def _limit(path: str) -> int:
    if path.startswith(ADMIN_PREFIX):
        return ADMIN_BYTES
    return FILES_BYTES if path.startswith(FILES_PREFIX) else PUBLIC_BYTES


def _takes_post(request: HttpRequest, view, args) -> bool:
    name = request.resolver_match.url_name
    if name == "wagtail_serve":
        found = Page.route_for_request(request, *args)
        return found is not None and "POST" in found[0].allowed_http_methods
    return name in PUBLIC_FORMS or getattr(view, "takes_post", False)


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0  # as Django takes it
