"""Security headers and the two Content-Security-Policies.

Public pages get a strict policy: nothing inline runs or styles unless its exact text was registered for this response
with `allow_style` or `allow_script` (sent as sha256). Wagtail's admin still needs inline scripts and styles
(wagtail/wagtail#1288), so `/admin/` alone gets a looser one. The names follow Django 6's SECURE_CSP, so that this
module can go once we are there.
"""

import base64
import hashlib
from functools import lru_cache

ADMIN_PREFIX = "/admin/"

PUBLIC_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "media-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}

ADMIN_POLICY = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "media-src": ["'self'"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "frame-src": ["'self'"],  # the live preview
    "worker-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
}

PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"


@lru_cache(maxsize=64)
def _sha256_source(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _allow(request, directive: str, text: str) -> None:
    if request is None:  # rendered outside a request, e.g. the static error page
        return
    if not hasattr(request, "csp_hashes"):
        request.csp_hashes = {}
    sources = request.csp_hashes.setdefault(directive, [])
    source = _sha256_source(text)
    if source not in sources:
        sources.append(source)


def allow_style(request, css: str) -> None:
    """Let this response carry a <style> element with exactly this text."""
    _allow(request, "style-src", css)


def allow_script(request, js: str) -> None:
    """Let this response carry an inline <script> element with exactly this text."""
    _allow(request, "script-src", js)


def policy_header(policy: dict[str, list[str]], hashes: dict[str, list[str]]) -> str:
    return "; ".join(
        " ".join([directive, *sources, *hashes.get(directive, [])]) for directive, sources in policy.items()
    )


class SecurityHeadersMiddleware:
    """Sets the policy that fits the path, unless the view set a tighter one itself (documents do)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path.startswith(ADMIN_PREFIX):
            # A preview comes with the policy of its public page; all it needs beside that is the editor's frame.
            # No hashes in our own: beside a hash, browsers ignore 'unsafe-inline'.
            policy = response.headers.get("Content-Security-Policy") or policy_header(ADMIN_POLICY, {})
            response.headers["Content-Security-Policy"] = policy.replace(
                "frame-ancestors 'none'", "frame-ancestors 'self'"
            )
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        else:
            hashes = getattr(request, "csp_hashes", {})
            response.headers.setdefault("Content-Security-Policy", policy_header(PUBLIC_POLICY, hashes))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        # No page of another site takes ours into its own memory; pictures say otherwise (project/media.py).
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
