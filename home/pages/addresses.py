"""Addresses that pages may not take, and the ones that the outside knows."""

from django.conf import settings

# The first part of every address that a Django view answers. A page with such a slug directly below the home page
# could never be reached.
RESERVED_SLUGS = frozenset(
    {
        "admin",
        "cari",
        "data",
        "documents",
        "healthz",
        "luring",
        "manifest",
        "media",
        "readyz",
        "robots",
        "sitemap",
    }
    | {"static", "sw"}
)


def reserved_slug_message(slug: str) -> str:
    return f"Alamat “{slug}” dipakai oleh sistem. Pilih kata lain, misalnya “{slug}-desa”."


def absolute(path: str) -> str:
    """The canonical address of a path on this site: from BALAI_BASE_URL, never from a Host header."""
    return f"{settings.BASE_URL}{path}"
