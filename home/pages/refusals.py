"""Words instead of a 500 where the admin's own steps meet one of our rules.

Wagtail checks a page's rules in the edit form. Approving, scheduling from the workflow, copying and moving save the
page without that form; a rule that is broken there would end as a server error. Two people who save at the same moment
both pass their form, and then the database refuses the second. Every such door ends here: nothing is stored (approving
runs in a transaction, a copy is checked before its first write), and the person is told why, where they were.
"""

import logging
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from project.security import ADMIN_PREFIX

logger = logging.getLogger(__name__)

STILL_USED = "Ini masih dipakai di tempat lain, jadi belum bisa dihapus. Lepaskan dulu dari sana."
CHANGED_MEANWHILE = (
    "Belum tersimpan: data ini baru saja diubah dari tempat lain, atau nomornya baru saja dipakai. "
    "Buka lagi halamannya, periksa isinya, lalu coba sekali lagi."
)


class RefusalMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception) -> HttpResponse | None:
        reasons = _reasons(exception)
        if not reasons or not request.path.startswith(ADMIN_PREFIX):
            return None
        if isinstance(exception, IntegrityError):
            # Mostly a race; should it be a fault of ours, the log has all of it.
            logger.warning("The database refused %s", request.path, exc_info=exception)
        for message in reasons:
            messages.error(request, message)
        back = request.META.get("HTTP_REFERER", "")
        ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
        if not ours or (request.method == "GET" and urlsplit(back).path == request.path):
            # A page that cannot be shown must not lead back to itself.
            back = reverse("wagtailadmin_home")
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            # The approval dialogue waits for JSON and goes where it says.
            return JsonResponse({"step": "success", "redirect": back})
        return redirect(back)


def _reasons(exception: Exception) -> list[str]:
    if isinstance(exception, ValidationError):
        return exception.messages
    if isinstance(exception, ProtectedError):
        return [STILL_USED]
    return [CHANGED_MEANWHILE] if isinstance(exception, IntegrityError) else []
