"""Builds the layanan floor of the example: service guides, regulations and their PDFs."""

from dataclasses import asdict
from datetime import date, timedelta

from django.utils.text import slugify

from home.example.builder import CHECKED_BY
from home.example.loader import Loader, blocks
from home.example.village import IDENTITY
from home.pages.models import ContentVersion
from layanan.example.charter import CHARTER
from layanan.example.guides import GUIDES
from layanan.example.journeys import JOURNEYS
from layanan.example.regulations import REGULATIONS
from layanan.example.shapes import Guide, Regulation
from layanan.example.sheets import regulation_pdf
from layanan.example.status import DISTURBED
from layanan.example.texts import regulation_text
from layanan.guides.charter import ServiceCharterPage
from layanan.guides.journeys import ALL, JourneyPage
from layanan.guides.models import ServiceGuidePage, ServiceIndexPage
from layanan.regulations.models import RegulationIndexPage, RegulationPage, RegulationRelation
from layanan.regulations.rules import slug, title
from layanan.status.models import ServiceStatus
from project.lib.localdates import now

CHECKED_ON = date(2026, 11, 10)  # when the register of regulations was last gone through
REPORTED_AFTER = timedelta(days=4)  # of the seven that there are

# Fields of a guide that stand on the page as they stand in the data.
PLAIN_FIELDS = (
    "slug",
    "title",
    "intro",
    "search_description",
    "for_whom",
    "life_event",
    "made_by",
    "final_issuer",
    "duration_value",
    "duration_unit",
    "duration_note",
    "cost_kind",
    "cost_amount",
    "cost_note",
    "result",
    "place",
    "service_hours",
    "officer",
    "other_ways",
    "complaints",
    "everyday_words",
)


def load_layanan(loader: Loader) -> None:
    loader.report("service guides", build_guides(loader))
    loader.at_the_end(lambda: loader.report("disturbed services", build_status(loader)))
    loader.report("regulations with their PDF", build_regulations(loader))


def build_guides(loader: Loader) -> int:
    index = loader.find("layanan") or loader.page(
        loader.home, ServiceIndexPage(title="Layanan", slug="layanan", show_in_menus=True)
    )
    for guide in GUIDES:
        loader.page(index, guide_page(guide))
    for journey in JOURNEYS:
        loader.page(index, journey_page(loader, journey))
    loader.page(index, ServiceCharterPage(**CHARTER))
    return len(GUIDES)


def build_status(loader: Loader) -> int:
    """Its time begins with the loading, so that it is shown whenever that is."""
    guide = loader.find(DISTURBED.address)
    if guide is None or ServiceStatus.objects.exists():
        return 0
    ServiceStatus.objects.create(guide=guide, state=DISTURBED.state, reason=DISTURBED.reason, since=now())
    ContentVersion.increase()
    return 1


def guide_page(guide: Guide) -> ServiceGuidePage:
    def listed(field: str, kind: str, items) -> list[dict]:
        return blocks(f"{guide.slug}/{field}", *((kind, vars(item).copy()) for item in items))

    return ServiceGuidePage(
        **{field: getattr(guide, field) for field in PLAIN_FIELDS},
        **vars(guide.standard),
        requirements=listed("requirements", "item", guide.requirements),
        checker=blocks(f"{guide.slug}/checker", *(("question", asdict(item)) for item in guide.checker)),
        steps_office=listed("steps_office", "step", guide.steps_office),
        steps_online=listed("steps_online", "step", guide.steps_online),
        pitfalls=listed("pitfalls", "pitfall", guide.pitfalls),
        legal_basis=listed("legal_basis", "basis", guide.legal_basis),
        last_verified_on=guide.checked_on,
        last_verified_by=CHECKED_BY,
    )


def journey_page(loader: Loader, journey: dict) -> JourneyPage:
    def guide(slug: str) -> dict:
        page = loader.find(f"layanan/{slug}")
        return {"guide": page.pk, "title": page.title}

    def step(words: dict) -> dict:
        empty = {"act": "", "note": "", "optional": False, "rule": ALL, "guides": ()}
        filled = empty | words
        return filled | {"guides": [guide(slug) for slug in filled["guides"]]}

    steps = [("step", step(words)) for words in journey["steps"]]
    return JourneyPage(
        **(journey | {"steps": blocks(f"{journey['slug']}/steps", *steps)}),
        last_verified_on=CHECKED_ON,
        last_verified_by=CHECKED_BY,
    )


def build_regulations(loader: Loader) -> int:
    index = loader.find("regulasi") or loader.page(
        loader.home, RegulationIndexPage(title="Peraturan", slug="regulasi", show_in_menus=True)
    )
    for regulation in REGULATIONS:
        loader.page(index, regulation_page(loader, regulation))
    return len(REGULATIONS)


def regulation_page(loader: Loader, regulation: Regulation) -> RegulationPage:
    village, regency = IDENTITY["name"], IDENTITY["regency"]
    address = slugify(slug(regulation.kind, regulation.number, regulation.year, regulation.subject))
    name = title(regulation.kind, village, regulation.number, regulation.year, regulation.subject)
    document = loader.document(
        f"{name} (contoh)"[:255],
        f"{address}-contoh.pdf",
        lambda: regulation_pdf(regulation, village, regency),
    )
    return RegulationPage(
        slug=address,
        kind=regulation.kind,
        number=regulation.number,
        year=regulation.year,
        subject=regulation.subject,
        agreed_on=regulation.agreed_on,
        enacted_on=regulation.enacted_on,
        promulgated_on=regulation.promulgated_on,
        **register_columns(regulation),
        relations=[
            RegulationRelation(kind=kind, citation=citation) for kind, citation in regulation.relations
        ],
        plain_summary=f"{regulation.summary} (Peraturan contoh, bukan peraturan resmi.)",
        document=document,
        text=regulation_text(regulation, village, regency) if regulation.has_text else "",
        last_verified_on=CHECKED_ON,
        last_verified_by=CHECKED_BY,
    )


def register_columns(regulation: Regulation) -> dict:
    """As the registers of an office in good order have them: reported in time, under a number of its own."""
    day = regulation.promulgated_on or regulation.enacted_on
    columns = {
        "reported_number": f"141/{regulation.number.partition('/')[0]}/{day.year}",
        "reported_on": day + REPORTED_AFTER,
        "register_note": "Contoh",
    }
    return columns | ({"gazette_number": regulation.number} if regulation.promulgated_on else {})
