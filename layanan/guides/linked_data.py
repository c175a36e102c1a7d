"""What machines read of a guide: schema.org GovernmentService."""

from typing import TYPE_CHECKING

from django.utils.safestring import SafeString

from home.pages.addresses import absolute
from home.pages.linked_data import json_ld

if TYPE_CHECKING:
    from layanan.guides.models import ServiceGuidePage


def government_service(guide: "ServiceGuidePage", village: str) -> SafeString:
    """Addresses are absolute, from BALAI_BASE_URL."""
    return json_ld(
        "GovernmentService",
        {
            "name": guide.title,
            "description": guide.summary,
            "url": guide.canonical_url,
            "inLanguage": "id",
            "provider": {"@type": "GovernmentOrganization", "name": village, "url": absolute("/")},
            "serviceOutput": {"@type": "Thing", "name": guide.result} if guide.result else None,
        },
    )
