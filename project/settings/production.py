"""A village's own site. HTTPS-only flags follow BALAI_BASE_URL, so that `make serve` works on http://localhost."""

from django.core.exceptions import ImproperlyConfigured

from project.settings.base import *  # noqa: F403
from project.settings.base import HTTPS, STORAGES, env

DEBUG = False
SECRET_KEY = env.str("BALAI_SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "BALAI_SECRET_KEY is empty or shorter than 50 characters: whoever guesses it can sign in as anybody. "
        "See docs/env-vars.md."
    )

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "project.staticfiles.StaticFilesStorage"}}

SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# The reverse proxy sets (not appends) its headers; see docs/env-vars.md.
BEHIND_PROXY = env.bool("BALAI_BEHIND_PROXY", False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]

EMAIL_CONFIG = env.email("EMAIL_URL", default="dummymail://")
vars().update(EMAIL_CONFIG)
# Without a way to send it, nobody is promised an e-mail; the sign-in page says whom to ask.
WAGTAIL_PASSWORD_RESET_ENABLED = ".smtp." in EMAIL_CONFIG["EMAIL_BACKEND"]
