"""Addresses typed in capitals, from a poster or by a phone that begins each line with one: /Layanan/KTP-el."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve


class LetterCaseMiddleware:
    """Leads to the same address in small letters where only that one is there. Other visits cost nothing more: an
    address is looked at here only when it has been answered with 404. Redirects that editors made go before."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        path = request.path_info.rstrip("/") + "/"
        small = path.lower()
        if path == small or not _is_public_page(request, small):
            return response
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{small}?{query}" if query else small)


def _is_public_page(request, path: str) -> bool:
    try:
        name = resolve(path).url_name
        if name != "wagtail_serve":
            return name == "search"
        request.frame.site.root_page.specific.route(request, [part for part in path.split("/") if part])
    except (Resolver404, Http404, AttributeError):  # no frame: the database does not answer
        return False
    return True
