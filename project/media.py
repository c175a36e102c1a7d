"""Serves renditions of images where no nginx does it (`make serve`, tests); headers of all published pictures."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file below `media/images/`. Nothing else in MEDIA_ROOT has a public address: documents go through Wagtail's
    serve view with its protective headers, and uploaded originals are not published at all."""
    if "/" in name or name.startswith("."):
        raise Http404
    try:
        response = serve(request, name, document_root=settings.MEDIA_ROOT / "images")
    except OSError as error:  # a name longer than the file system knows; a disk that does not answer
        raise Http404 from error
    # A rendition's name holds the hash of its source and filter: the same name never changes its bytes.
    return as_published(response)


def as_published(response: HttpResponseBase) -> HttpResponseBase:
    """The headers of a published picture under an address whose content never changes. nginx sets the same."""
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    # Published pictures may be shown by others: previews of a shared link, the regency's news.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
