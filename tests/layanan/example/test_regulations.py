"""The example regulations: true to the order of the law, with figures that add up, and never taken for real ones."""

import pypdfium2
import pytest

from layanan.example.budgets import BUDGETS
from layanan.example.regulations import REGULATIONS, VILLAGE
from layanan.example.sheets import MARK, regulation_pdf
from layanan.example.texts import regulation_text
from layanan.regulations.rules import GAZETTES, Dates, date_faults
from layanan.regulations.text_parser import Kind, parse
from project.lib.words import words

LARGEST_SHEET = 60_000  # bytes

every_regulation = pytest.mark.parametrize(
    "regulation",
    REGULATIONS,
    ids=lambda regulation: f"{regulation.kind}-{regulation.number}-{regulation.year}",
)


def text_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_twelve_regulations_of_five_years_each_number_once():
    assert len(REGULATIONS) == 12
    assert {regulation.year for regulation in REGULATIONS} == {2022, 2023, 2024, 2025, 2026}
    assert len({(r.kind, r.number, r.year) for r in REGULATIONS}) == 12


@every_regulation
def test_agreed_then_enacted_then_promulgated(regulation):
    days = [day for day in (regulation.agreed_on, regulation.enacted_on, regulation.promulgated_on) if day]
    faults = date_faults(
        regulation.kind,
        regulation.year,
        Dates(regulation.agreed_on, regulation.enacted_on, regulation.promulgated_on),
    )
    assert (days, faults) == (sorted(days), {})


@every_regulation
def test_only_village_regulations_are_agreed_with_the_bpd_and_decisions_are_not_promulgated(regulation):
    assert (regulation.agreed_on is not None) == (regulation.kind == "perdes")
    assert (regulation.promulgated_on is not None) == (regulation.kind in GAZETTES)


@pytest.mark.parametrize("budget", BUDGETS.values(), ids=lambda budget: str(budget.year))
def test_a_budget_leaves_nothing_over(budget):
    """Permendagri 20/2018: surplus or deficit and financing of a budget add up to zero."""
    assert budget.deficit + budget.brought_forward == 0


def test_each_budget_regulation_is_set_before_its_year_begins():
    budgets = [regulation for regulation in REGULATIONS if regulation.budget]
    assert [regulation.budget.year for regulation in budgets] == [2023, 2024, 2025, 2026]
    assert [regulation.year + 1 for regulation in budgets] == [2023, 2024, 2025, 2026]


@every_regulation
def test_every_page_of_a_sheet_says_that_it_is_an_example(regulation):
    pages = text_of(regulation_pdf(regulation, VILLAGE, "Batanghari"))
    assert 1 <= len(pages) <= 3
    assert [MARK in page for page in pages] == [True] * len(pages)


@every_regulation
def test_a_sheet_is_small_and_the_same_each_time(regulation):
    sheet = regulation_pdf(regulation, VILLAGE, "Batanghari")
    assert len(sheet) < LARGEST_SHEET
    assert sheet == regulation_pdf(regulation, VILLAGE, "Batanghari")


def test_a_sheet_is_headed_as_the_law_wants():
    budget = next(r for r in REGULATIONS if r.budget and r.budget.year == 2026)
    first, *_, last = text_of(regulation_pdf(budget, VILLAGE, "Batanghari"))
    lines = [line.strip() for line in first.splitlines()]
    heading = [
        "KEPALA DESA TEBING TINGGI PEMAYUNG",
        "KABUPATEN BATANGHARI",
        "PERATURAN DESA TEBING TINGGI PEMAYUNG",
        "NOMOR 4 TAHUN 2025",
        "Dengan Kesepakatan Bersama",
        "MEMUTUSKAN:",
    ]
    assert [line for line in heading if line not in lines] == []
    assert "1.309.850.000,00" in last
    assert "(25.362.000,00)" in last


with_text = pytest.mark.parametrize(
    "regulation", [one for one in REGULATIONS if one.has_text], ids=lambda one: f"{one.kind}-{one.number}"
)


@with_text
def test_a_text_is_that_of_its_sheet_says_that_it_is_an_example_and_is_read_without_a_fault(regulation):
    text = regulation_text(regulation, VILLAGE, "Batanghari")
    assert text.startswith(MARK.upper())
    law = parse(text)
    assert (law.notes, law.removed) == ((), ())
    sheet = "".join(words(" ".join(text_of(regulation_pdf(regulation, VILLAGE, "Batanghari")))))
    missing = [
        one.text for unit in law.units for one in unit.paragraphs if "".join(words(one.text)) not in sheet
    ]
    assert missing == []


def test_one_text_has_chapters_and_one_has_dictums():
    counts = [
        tuple(
            parse(regulation_text(one, VILLAGE, "Batanghari")).count(kind)
            for kind in (Kind.BAB, Kind.PASAL, Kind.DICTUM)
        )
        for one in REGULATIONS
        if one.has_text
    ]
    assert counts == [(7, 12, 0), (0, 0, 3)]
