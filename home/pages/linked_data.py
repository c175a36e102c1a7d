"""What machines read of a page: schema.org as JSON-LD. The element is data, which no browser runs, so the policy
against inline scripts lets it stand."""

import json

from django.utils.safestring import SafeString, mark_safe

# What could end the element or begin another one, as Django's own json_script writes it.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def json_ld(kind: str, data: dict) -> SafeString:
    """One <script type="application/ld+json"> about a thing of that schema.org type; what is empty is left out."""
    told = {"@context": "https://schema.org", "@type": kind} | {
        key: value for key, value in data.items() if value
    }
    safe = json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    # Whatever an editor typed, nothing in it can end the element.
    return mark_safe(f'<script type="application/ld+json">{safe}</script>')  # noqa: S308
