"""What machines read of a guide: schema.org GovernmentService as JSON-LD. The element is data, which no browser runs,
so the policy against inline scripts lets it stand."""

import json
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from home.pages.addresses import absolute

if TYPE_CHECKING:
    from layanan.guides.models import ServiceGuidePage

# What could end the element or begin another one, as Django's own json_script writes it.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def government_service(guide: "ServiceGuidePage", village: str) -> SafeString:
    """One <script type="application/ld+json">; addresses are absolute, from BALAI_BASE_URL."""
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": guide.title,
        "description": guide.summary,
        "url": guide.canonical_url,
        "inLanguage": "id",
        "provider": {"@type": "GovernmentOrganization", "name": village, "url": absolute("/")},
        "serviceOutput": {"@type": "Thing", "name": guide.result} if guide.result else None,
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    safe = text.translate(ESCAPES)  # whatever an editor typed, nothing in it can end the element
    return mark_safe(f'<script type="application/ld+json">{safe}</script>')  # noqa: S308 - see above
