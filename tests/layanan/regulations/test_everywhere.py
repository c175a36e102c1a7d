"""A regulation's status is the same wherever it shows, in the same moment; one that is not public shows nowhere."""

import json
import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from layanan.models import RegulationPage
from tests.factories.home import VillageFactory
from tests.factories.layanan import RegulationFactory, related

pytestmark = pytest.mark.django_db

SUBJECT = "Penangkapan Ikan Lubuk Larangan"
YEAR = 2024
# Where regulations show, with the words by which a row of ours is found there.
OUTPUTS = {
    "list": "/regulasi/",
    "list, chosen": "/regulasi/?jenis=perdes&tahun=2024&q=lubuk",
    "list, by status": "/regulasi/?status=berlaku",
    "search": "/cari/?q=lubuk+larangan",
    "register": "/regulasi/buku/peraturan/?tahun=2024",
    "gazette register": "/regulasi/buku/lembaran-berita/?tahun=2024",
    "sitemap": "/sitemap.xml",
    "rss": "/regulasi/umpan.xml",
    "open data": "/data/regulasi.json",
    "table": "/data/regulasi.csv",
    "jdih": "/data/jdih.json",
}


@pytest.fixture(autouse=True)
def village():
    VillageFactory()


def regulation(**values):
    defaults = {
        "number": "9",
        "year": YEAR,
        "subject": SUBJECT,
        "promulgated_on": f"{YEAR}-03-02",
        "gazette_number": "9",
    }
    page = RegulationFactory(**defaults | values)
    return RegulationPage.objects.get(pk=page.pk)


def named_in(client) -> set[str]:
    """The outputs that speak of it, by its subject or its address."""
    marks = (SUBJECT, "perdes-9-2024")
    return {
        name
        for name, url in OUTPUTS.items()
        if any(mark in client.get(url).content.decode() for mark in marks)
    }


def test_a_public_one_shows_everywhere(client):
    """When testing that nothing leaks, make sure something could leak."""
    regulation()

    assert named_in(client) == set(OUTPUTS)


def draft():
    regulation(live=False)


def unpublished():
    regulation().unpublish()


def unpublished_with_others():
    """As the list of many pages in the admin does it: not through the regulation's own class."""
    regulation().page_ptr.unpublish()


def scheduled():
    page = regulation(live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()


def expired():
    page = regulation()
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save_revision().publish()
    call_command("publish_scheduled")


def for_some_only():
    PageViewRestriction.objects.create(page=regulation(), restriction_type="login")


def deleted():
    regulation().delete()


@pytest.mark.parametrize(
    "hide", [draft, unpublished, unpublished_with_others, scheduled, expired, for_some_only, deleted]
)
def test_one_that_is_not_public_shows_nowhere(client, hide):
    hide()

    assert named_in(client) == set()


@pytest.mark.parametrize("hide", [draft, unpublished, scheduled, for_some_only])
def test_nor_through_the_one_it_revokes(client, hide):
    """Neither its name nor its address stands on the other's page; nor does its work show, but for one that is public
    in law and read by some only."""
    old = RegulationFactory(number="1", year=2020, subject="Lama")
    if hide is for_some_only:
        new = related(regulation(), "mencabut", old)
        PageViewRestriction.objects.create(page=new, restriction_type="login")
    else:
        new = regulation()
        new = related(new, "mencabut", old)
        if hide is scheduled:
            new.unpublish()
            new = RegulationPage.objects.get(pk=new.pk)
            new.go_live_at = timezone.now() + timedelta(days=1)
            new.save_revision().publish()
        else:
            new.unpublish()

    page = client.get(RegulationPage.objects.get(pk=old.pk).url).content.decode()

    assert SUBJECT not in page
    assert "perdes-9-2024" not in page
    assert named_in(client) == set()


# The status


def linked_data(client, page) -> dict:
    text = client.get(page.url).content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1])


def told(client, page) -> dict[str, str]:
    """What each place says of its status now."""
    text = {name: client.get(url).content.decode() for name, url in OUTPUTS.items()}
    text["page"] = client.get(page.url).content.decode().partition("<h1>")[2]
    words = {"Tidak berlaku, dicabut": "dicabut", "Berlaku": "berlaku"}

    def said(name: str) -> str:
        """The first word for a status after the regulation's name."""
        rest = re.sub("</?mark>", "", text[name]).partition(SUBJECT)[2]
        found = re.search("|".join(words), rest)
        return words[found[0]] if found else ""

    row = next(row for row in json.loads(text["open data"])["data"] if row["id"] == page.pk)
    record = next(one for one in json.loads(text["jdih"]) if one["idData"] == str(page.pk))
    return {
        "page": said("page"),
        "list": said("list"),
        "list, by status": "berlaku" if SUBJECT in text["list, by status"] else "dicabut",
        "search": said("search"),
        "rss": said("rss"),
        "register": "dicabut" if "Tidak berlaku, dicabut" in text["register"] else "berlaku",
        "open data": row["status"],
        "jdih": {"Berlaku": "berlaku", "Tidak Berlaku": "dicabut"}[record["status"]],
        "linked data": {"InForce": "berlaku", "NotInForce": "dicabut"}[
            linked_data(client, page)["legislationLegalForce"].rpartition("/")[2]
        ],
    }


def everywhere(status: str) -> dict[str, str]:
    places = (
        "page",
        "list",
        "list, by status",
        "search",
        "rss",
        "register",
        "open data",
        "jdih",
        "linked data",
    )
    return dict.fromkeys(places, status)


@pytest.mark.parametrize("undo", ["delete", "unpublish"])
def test_revoking_changes_the_status_everywhere_and_taking_it_back_restores_it(client, undo):
    page = regulation()
    assert told(client, page) == everywhere("berlaku")

    revoking = related(RegulationFactory(number="2", year=2025, subject="Pencabutan"), "mencabut", page)
    assert told(client, page) == everywhere("dicabut")

    getattr(revoking, undo)()
    assert told(client, page) == everywhere("berlaku")


def test_linked_data_names_what_a_regulation_does(client):
    old = RegulationFactory(number="1", year=2020, subject="Lama")
    page = related(regulation(plain_summary="</script><b>"), "mencabut", old)

    data = linked_data(client, page)

    assert data["@type"] == "Legislation"
    assert data["legislationIdentifier"] == "Peraturan Desa 9/2024"
    assert (data["legislationDate"], data["datePublished"]) == ("2024-03-01", "2024-03-02")
    assert data["legislationRepeals"] == [
        {"@type": "Legislation", "name": old.title, "url": old.canonical_url}
    ]
    assert data["abstract"] == "</script><b>"
