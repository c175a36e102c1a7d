"""Compression of public pages, for installations without nginx in front."""

from django.middleware.gzip import GZipMiddleware

from project.security import ADMIN_PREFIX

WORDS = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")


class PublicGZipMiddleware(GZipMiddleware):
    """Compresses only what carries no secret: the admin's pages hold CSRF tokens (BREACH, CVE-2013-3587).

    And only words: photos and documents are compact already, and would lose the length that tells how long a
    download will take.
    """

    def process_response(self, request, response):
        if response.get("Content-Encoding") == "None":
            # Wagtail's document view says so of every file; a program that takes it by its word refuses the file.
            del response.headers["Content-Encoding"]
        is_words = response.get("Content-Type", "").startswith(WORDS)
        if request.path.startswith(ADMIN_PREFIX) or not is_words:
            return response
        return super().process_response(request, response)
