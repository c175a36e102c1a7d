"""What machines read of a regulation: schema.org Legislation, whose terms follow the European ELI."""

from typing import TYPE_CHECKING

from django.utils.safestring import SafeString

from home.pages.addresses import absolute
from home.pages.linked_data import json_ld
from layanan.regulations.relations import DICABUT, RELATIONS

if TYPE_CHECKING:
    from layanan.regulations.models import RegulationPage

_SCHEMA = "https://schema.org/"
# What a regulation does to another, where schema.org has a word for it.
_RELATIONS = {
    "mengubah": "legislationChanges",
    "mengubah_sebagian": "legislationChanges",
    "mencabut": "legislationRepeals",
    "mencabut_sebagian": "legislationRepeals",
    "melaksanakan": "legislationEnsuresImplementationOf",
}


def legislation(
    page: "RegulationPage", groups: list[tuple[str, list[tuple[str, object]]]], village: str
) -> SafeString:
    """`groups` are the relations as the page shows them (`queries.relations_of`): only what everybody may read."""
    shown = dict(groups)
    document = page.document
    data = {
        "name": page.title,
        "legislationIdentifier": f"{page.kind_label} {page.number}/{page.year}"
        if page.number and page.year
        else "",
        "legislationType": page.kind_label,
        "legislationDate": page.enacted_on and page.enacted_on.isoformat(),
        "datePublished": page.promulgated_on and page.promulgated_on.isoformat(),
        "legislationLegalForce": _SCHEMA + _force(page, shown),
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": village, "url": absolute("/")},
        "legislationJurisdiction": village,
        "url": page.canonical_url,
        "inLanguage": "id",
        "abstract": page.plain_summary,
        "encoding": {
            "@type": "LegislationObject",
            "encodingFormat": "application/pdf",
            "contentUrl": absolute(document.url),
            "contentSize": str(document.file_size or ""),
            "legislationLegalValue": _SCHEMA + "OfficialLegalValue",
        }
        if document
        else None,
    }
    for kind, term in _RELATIONS.items():
        for name, target in shown.get(RELATIONS[kind][0], ()):
            told = {"@type": "Legislation", "name": name, "url": target.canonical_url if target else None}
            data.setdefault(term, []).append({key: value for key, value in told.items() if value})
    return json_ld("Legislation", data)


def _force(page: "RegulationPage", shown: dict) -> str:
    if page.status == DICABUT:
        return "NotInForce"
    return "PartiallyInForce" if RELATIONS["mencabut_sebagian"][1] in shown else "InForce"
