"""Tests: quick password hashing, files in a folder of their own, otherwise like production."""

import tempfile
from pathlib import Path

from project.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "tests-only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
BASE_URL = WAGTAILADMIN_BASE_URL = "https://desa.example"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="balai-media-"))
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
