"""What looks like a NIK is found however it is parted; figures, dates and lists of amounts are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project.lib import nik

WHOLE = "1504052101900001"  # born on 21 January 1990: invented


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"NIK: {WHOLE}.",
        "1504 0521 0190 0001",
        "15.04.05.210190.0001",
        "150405-210190-0001",
        "1504\u00a00521\u00a00190\u00a00001",
        "1 5 0 4 0 5 2 1 0 1 9 0 0 0 0 1",
        "Budi1504052101900001Jalan",
        "1504056101900001",  # a woman: day plus 40
    ],
)
def test_it_is_found_however_it_is_parted(text):
    assert [one.masked for one in nik.find(text)] == ["1504********0001"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rp1.504.052.101.900.001",  # thousands
        "12.250.000 13.500.000",
        "15040521019000011",  # seventeen digits
        "150405210190000",  # fifteen
        "0812 3456 7890 1234",  # a telephone's begin is no province
        "1504053201900001",  # day 32
        "1504052113900001",  # month 13
        "1504002101900001",  # no district
        "1504052101900000",  # no serial
        "2024 2025 2026 2027",
        "150405\n2101900001",  # two cells
        "1504052101-9000 01.2",
    ],
)
def test_other_figures_are_left_alone(text):
    assert nik.find(text) == []


def test_several_in_one_line_are_each_found():
    text = f"{WHOLE} 1504056101900002"

    assert [text[one.start : one.end] for one in nik.find(text)] == [WHOLE, "1504056101900002"]


def test_the_middle_is_hidden_and_all_else_stays():
    assert nik.mask(f"a {WHOLE}, b 1504 0521 0190 0001 c") == "a 1504********0001, b 1504********0001 c"


@given(st.text(alphabet="0123456789 .-\n", max_size=80))
def test_what_is_masked_holds_none_any_more(text):
    assert nik.find(nik.mask(text)) == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_it_is_found_within_any_words(before, after):
    found = nik.find(f"{before} x{WHOLE}x {after}")

    assert "1504********0001" in [one.masked for one in found]
