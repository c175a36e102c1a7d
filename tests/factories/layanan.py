from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from layanan.models import (
    JourneyPage,
    RegulationIndexPage,
    RegulationPage,
    RegulationRelation,
    ServiceCharterPage,
    ServiceGuidePage,
    ServiceIndexPage,
    ServiceStatus,
)
from tests.factories.home import PageFactory


class GuideFactory(PageFactory):
    class Meta:
        model = ServiceGuidePage

    title = factory.Sequence(lambda n: f"Layanan {n}")
    intro = "Untuk warga desa."
    requirements = [("item", {"text": "KTP-el"})]
    steps_office = [("step", {"title": "Datang ke kantor", "text": "Bawa berkasnya."})]
    duration_value = 1
    result = "Surat keterangan"
    parent = factory.LazyFunction(lambda: ServiceIndexPage.objects.get())


def checker_question(key: str, *answers: str) -> tuple[str, dict]:
    """A question whose answers are their keys; "baru>sebab" leads on to "sebab"."""
    pairs = [answer.partition(">") for answer in answers]
    return (
        "question",
        {
            "text": f"Pertanyaan {key}?",
            "key": key,
            "note": "",
            "answers": [
                {"text": f"Jawaban {answer}", "key": answer, "next": following, "extras": []}
                for answer, _, following in pairs
            ],
        },
    )


class StatusFactory(DjangoModelFactory):
    """A service that is disturbed now, without an end."""

    class Meta:
        model = ServiceStatus

    guide = factory.SubFactory(GuideFactory)
    state = "gangguan"
    reason = "Jaringan ke Disdukcapil putus."
    since = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))


def journey_step(title: str, *guides: ServiceGuidePage | str, **words) -> tuple[str, dict]:
    """A step with these guides; one that is not on the site is given by its name."""
    listed = [
        {"guide": None, "title": guide} if isinstance(guide, str) else {"guide": guide, "title": guide.title}
        for guide in guides
    ]
    empty = {"rule": "semua", "act": "", "optional": False, "note": ""}
    return "step", empty | {"title": title, "guides": listed} | words


class JourneyFactory(PageFactory):
    class Meta:
        model = JourneyPage

    title = factory.Sequence(lambda n: f"Rangkaian {n}")
    intro = "Beberapa urusan sekaligus."
    parent = factory.LazyFunction(lambda: ServiceIndexPage.objects.get())


class CharterFactory(PageFactory):
    class Meta:
        model = ServiceCharterPage

    title = "Maklumat pelayanan"
    place = "Tebing Tinggi"
    signed_on = date(2026, 11, 2)
    signer_name = "Ibu Rohana"
    parent = factory.LazyFunction(lambda: ServiceIndexPage.objects.get())


class RegulationFactory(PageFactory):
    class Meta:
        model = RegulationPage

    title = ""
    kind = "perdes"
    number = factory.Sequence(lambda n: str(n + 1))
    year = 2024
    subject = "Pengelolaan Sampah"
    enacted_on = factory.LazyAttribute(lambda page: date(page.year, 3, 1) if page.year else None)
    parent = factory.LazyFunction(lambda: RegulationIndexPage.objects.get())


def related(page: RegulationPage, kind: str, target: RegulationPage) -> RegulationPage:
    """The page with one relation more, published."""
    draft = page.get_latest_revision_as_object()
    draft.relations = [*draft.relations.all(), RegulationRelation(kind=kind, target=target)]
    draft.save_revision().publish()
    return RegulationPage.objects.get(pk=page.pk)
