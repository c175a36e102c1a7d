"""The village's main colour must be readable by everyone: 7:1 on paper and under white text (WCAG 1.4.6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project.lib.colour import PAPER, WHITE, check_main_colour, contrast

colours = st.from_regex(r"\A#[0-9a-fA-F]{6}\Z")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),  # the well-known grey that just fails AA
        ("#767676", "#ffffff", 4.54),  # and the one that just passes
        ("#ff0000", "#ffffff", 4.0),
        ("#7a1d2e", "#7a1d2e", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio


@given(colours, colours)
def test_contrast_does_not_depend_on_the_order(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0000001


def test_the_colour_of_jambi_batik_is_good():
    assert check_main_colour("#7A1D2E") == "#7a1d2e"


@pytest.mark.parametrize("colour", ["#e07a5f", "#ffffff", "#0a8f3c", "#777777"])
def test_a_light_colour_is_refused_in_words(colour):
    with pytest.raises(ValueError, match="Pilih warna yang lebih gelap"):
        check_main_colour(colour)


def test_a_colour_good_on_white_but_weak_on_paper_is_refused():
    # Paper is a little darker than white: 7,1 there, 6,7 here.
    assert contrast("#585858", WHITE) > 7 > contrast("#585858", PAPER)
    with pytest.raises(ValueError, match="6,7 banding 1"):
        check_main_colour("#585858")


@given(colours)
def test_an_accepted_colour_holds_seven_to_one(colour):
    try:
        accepted = check_main_colour(colour)
    except ValueError:
        return
    assert contrast(accepted, PAPER) >= 7
    assert contrast(accepted, WHITE) >= 7


@pytest.mark.parametrize(
    "typed",
    ["", "red", "#fff", "7a1d2e", "#7a1d2g", "#7a1d2e ", "#7a1d2e\n", "#7a1d2e00", "#000;}body{color:red"],
)
def test_anything_but_six_hex_digits_is_refused(typed):
    with pytest.raises(ValueError, match="tanda # dan enam"):
        check_main_colour(typed)
