"""Dates of the law that have passed come up among today's tasks, with the number that the village keeps."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import LegalPeriod
from layanan.models import RegulationPage
from layanan.regulations.tasks import late_regulations
from tests.factories.home import UserFactory, VillageFactory
from tests.factories.layanan import RegulationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day():
    VillageFactory()
    with time_machine.travel("2024-04-01 12:00+07:00", tick=False):
        yield


@pytest.fixture
def user():
    return UserFactory(roles=["Operator"])


def told(user) -> list[tuple[str, str]]:
    return [(task.label, task.note) for task in late_regulations(user)]


def draft(**values) -> RegulationPage:
    page = RegulationFactory(live=False, **values)
    page.save_revision()
    return page


def test_one_that_was_not_reported_in_time(user):
    page = RegulationFactory(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 24))

    assert told(user) == [
        (
            f"Laporkan kepada Bupati: “{page.title}”",
            "Sudah diundangkan, laporannya belum dicatat. Batasnya 31 Maret 2024 (7 hari).",
        )
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"promulgated_on": date(2024, 3, 25)},  # the seventh day is today
        {"promulgated_on": date(2024, 3, 20), "reported_on": date(2024, 3, 27)},
        {"promulgated_on": None},
        {"year": 2022, "enacted_on": date(2022, 1, 1), "promulgated_on": date(2022, 1, 3)},
    ],
)
def test_one_in_time_reported_unpromulgated_or_long_past_is_none(user, values):
    RegulationFactory(**{"enacted_on": date(2024, 3, 1)} | values)

    assert told(user) == []


def test_one_that_was_promulgated_and_is_still_a_draft(user):
    page = draft(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 2))

    assert told(user) == [
        (
            f"Terbitkan: “{page.title}”",
            "Sudah diundangkan, belum terbit di situs. Batasnya 9 Maret 2024 (7 hari).",
        )
    ]


def test_a_draft_counts_as_its_newest_version_has_it(user):
    page = draft(enacted_on=date(2024, 3, 1))
    page.promulgated_on = date(2024, 3, 2)
    page.save_revision()

    assert [label for label, _ in told(user)] == [f"Terbitkan: “{page.title}”"]


def test_one_that_was_agreed_and_not_set_in_time(user):
    page = draft(agreed_on=date(2024, 3, 1), enacted_on=date(2024, 3, 1))
    page.enacted_on = page.number = None
    page.save_revision(clean=False)
    page.refresh_from_db()

    assert told(user) == [
        (
            f"Tetapkan: “{page.draft_title}”",
            "Sudah disepakati dengan BPD, belum ditetapkan. Batasnya 23 Maret 2024 (15 hari).",
        )
    ]


def test_the_village_changes_the_number(user):
    RegulationFactory(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 24))
    period = LegalPeriod.objects.get(key="pelaporan")
    period.value, period.unit = 2, "bulan"
    period.save()

    assert told(user) == []


def test_the_oldest_comes_first_and_each_leads_to_its_form(user):
    late = RegulationFactory(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 20))
    later = draft(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 10))

    assert [task.url for task in late_regulations(user)] == [
        f"/admin/pages/{page.pk}/edit/" for page in (later, late)
    ]


def test_the_cost_is_the_same_for_many(user):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            list(late_regulations(user))
        return len(queries)

    RegulationFactory(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 20))
    draft(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 10))
    list(late_regulations(user))
    few = cost()
    for _ in range(5):
        RegulationFactory(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 20))
        draft(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 10))

    assert cost() == few


def test_whoever_edits_nothing_is_told_nothing():
    RegulationFactory(enacted_on=date(2024, 3, 1), promulgated_on=date(2024, 3, 20))

    assert told(UserFactory(roles=["Peserta"])) == []
