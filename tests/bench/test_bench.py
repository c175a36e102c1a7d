"""The benchmark still runs, with tiny numbers: what it makes is real content, and a broken limit is told."""

from dataclasses import replace

import pytest
from wagtail.models import Page

from bench import imports, pages, trainings
from bench.content import LONG_LETTERS, TEXT_LETTERS, Village
from layanan.models import RegulationPage, ServiceGuidePage
from layanan.regulations import status
from layanan.regulations.text_parser import parse
from pelatihan.models import Attendance

pytestmark = pytest.mark.django_db


@pytest.fixture
def village() -> Village:
    village = Village()
    village.grow(12, 3)
    return village


def test_what_it_makes_are_pages_like_any_other(village, client):
    village.grow(5, 2)
    assert (RegulationPage.objects.live().count(), ServiceGuidePage.objects.live().count()) == (17, 5)
    assert [wrong for wrong in Page.find_problems() if wrong] == []
    assert status.verify() == []
    assert set(RegulationPage.objects.values_list("status", flat=True)) == {"berlaku", "diubah", "dicabut"}
    page = RegulationPage.objects.get(pk=village.regulations[1].pk)
    page.full_clean()
    assert (page.url, client.get(page.url).status_code) == (village.regulations[1].url, 200)


def test_its_texts_have_the_length_and_the_shape_of_regulations(village):
    long, usual = (len(page.text) for page in village.regulations[:2])
    assert long == pytest.approx(LONG_LETTERS, rel=0.02)
    assert usual == pytest.approx(TEXT_LETTERS, rel=0.02)
    units = [unit.name for unit in parse(village.regulations[1].text).units]
    assert ("BAB I" in units, "Pasal 5" in units) == (True, True)


def test_everything_is_measured_and_keeps_its_limit(village):
    costs = pages.measure(village, rounds=1)
    assert len(costs) == len(pages.addresses(village))
    assert [fault for cost in costs.values() for fault in cost.faults] == []
    assert [cost.name for cost in costs.values() if not (cost.queries and cost.size)] == []
    assert pages.table(costs, costs).count("| 1.0 |") == len(costs)


def test_a_broken_limit_is_told(village):
    cost = pages.measure(village, rounds=1)["regulations"]
    assert replace(cost, queries=11).faults == ["regulations: 11 queries, allowed are 10"]
    assert replace(cost, size=60_001).faults == ["regulations: 60001 bytes of HTML, allowed are 60000"]
    slow = {"published": 2, "seconds": 121, "megabytes": 401}
    assert imports.faults(slow, rows=3) == [
        "import: 2 of 3 rows were published with their PDF",
        "import: 121 s, allowed are 120",
        "import: 401 MB, allowed are 400",
    ]


def test_an_import_publishes_every_row_with_its_pdf(tmp_path):
    result = imports.run(imports.archive(tmp_path, 3))
    # The memory told here is that of all tests before; the benchmark itself runs in a process of its own.
    assert imports.peak_megabytes() > 0
    assert imports.faults(result | {"megabytes": 0}, rows=3) == []


def test_a_training_is_measured_and_a_broken_limit_is_told(settings):
    settings.ALLOWED_HOSTS = ["localhost"]  # as in the benchmark's own settings
    found = trainings.measure(listed=12, people=6, sessions=2)
    assert found.faults == []
    assert (found.listed, found.list_queries > 2, found.report_queries > 2) == (12, True, True)
    assert Attendance.objects.exclude(status="").count() == 12 + 6 * 2
    assert replace(found, list_queries=16, report_seconds=10.1).faults == [
        "list of 12: 16 queries, allowed are 15",
        "report of 10 × 200: 10.1 s, allowed are 10",
    ]
    assert "queries" in " ".join(trainings.words(found))
