"""Compression of public pages, for installations without nginx in front."""

from django.middleware.gzip import GZipMiddleware

from project.security import ADMIN_PREFIX


class PublicGZipMiddleware(GZipMiddleware):
    """Compresses only what carries no secret: the admin's pages hold CSRF tokens (BREACH, CVE-2013-3587)."""

    def process_response(self, request, response):
        if request.path.startswith(ADMIN_PREFIX):
            return response
        return super().process_response(request, response)
