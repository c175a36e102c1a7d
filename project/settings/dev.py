"""Development: runserver with DEBUG on. Never on a machine that others can reach."""

from project.settings.base import *  # noqa: F403

DEBUG = True
SECRET_KEY = env.str("BALAI_SECRET_KEY", "development-only-not-a-secret")  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
