"""Words instead of a 500 where the admin's own steps meet one of our rules.

Wagtail checks a page's rules in the edit form. Approving, scheduling from the workflow, copying and moving save the
page without that form; a rule that is broken there would end as a server error. Every such door ends here: nothing is
stored (approving runs in a transaction, a copy is checked before its first write), and the person is told why, where
they were.
"""

from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from project.security import ADMIN_PREFIX


class RefusalMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception) -> HttpResponse | None:
        if not isinstance(exception, ValidationError) or not request.path.startswith(ADMIN_PREFIX):
            return None
        for message in exception.messages:
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
