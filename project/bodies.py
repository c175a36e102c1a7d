"""Refuses what is far too large before it is read.

Django writes an uploaded file to the disk before any view, permission or form sees it, also for a visitor who is not
signed in: one request of 20 GB would fill the disk of a small machine, and the database could not save any more. A
body without a length is safe: Django reads none of it.
"""

from django.http import HttpRequest, HttpResponse
from django.template import loader

from project.security import ADMIN_PREFIX

# The largest file is 20 MB; up to this size its form says in words, beside the field, that it is too large.
ADMIN_BYTES = 50 * 1024 * 1024
# Nothing public takes a file.
PUBLIC_BYTES = 1024 * 1024


class BodyLimitMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        limit = ADMIN_BYTES if request.path.startswith(ADMIN_PREFIX) else PUBLIC_BYTES
        if _length(request) > limit:
            return HttpResponse(loader.get_template("413.html").render({}), status=413)
        return self.get_response(request)


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0  # as Django takes it
