"""Gathers what this app's subjects add to the admin and to the site."""

import pelatihan.courses.admin  # noqa: F401
