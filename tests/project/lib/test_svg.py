"""Charts say what their figures say, whatever the figures are, and carry nothing that the site's policy forbids."""

import re
from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project.lib import svg

VALUES = st.none() | st.integers(-1000, 100_000) | st.fractions(-5, 5) | st.decimals(-100, 100, places=2)
# XML knows no control character; what people type has none either (project.lib.words).
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=80)


def parts(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)  # noqa: S314  our own


def words(picture: str) -> list[str]:
    return [one.text for one in parts(picture).iter("text")]


def assert_sound(picture: str) -> None:
    """It can be read, says what it is, needs no style, and nothing lies outside of it."""
    root = parts(picture)
    assert (root.get("role"), root.get("class")) == ("img", "chart")
    assert root.get("aria-label")
    assert "style" not in {name for one in root.iter() for name in one.attrib}
    assert {one.tag for one in root.iter()} <= {"svg", "rect", "path", "circle", "text"}
    width, height = map(float, root.get("viewBox").split()[2:])
    for one in root.iter("rect"):
        x, y, w, h = (float(one.get(name)) for name in ("x", "y", "width", "height"))
        assert min(x, y) >= 0
        assert min(w, h) > 0
        assert x + w <= width + 1
        assert y + h <= height + 1
    for one in root.iter("text"):
        assert 0 <= float(one.get("x")) <= width
        assert float(one.get("y")) <= height


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8))
def test_bars_are_sound_whatever_they_show(rows):
    assert_sound(svg.bars("Nilai", rows))


@given(st.lists(st.tuples(NAMES, VALUES, VALUES), max_size=6))
def test_groups_are_sound_whatever_they_show(rows):
    groups = [svg.Group(name, values) for name, *values in rows]
    assert_sound(svg.grouped_bars("Nilai", groups, ("Sebelum", "Sesudah"), 100))


@given(st.lists(st.tuples(st.just("Nov 26"), VALUES), max_size=30), st.lists(st.floats(0, 1), max_size=4))
def test_series_are_sound_whatever_they_show(points, places):
    marks = [(place * max(len(points) - 1, 0), "Pelatihan") for place in places]
    assert_sound(svg.line("Halaman terbit", points, marks))


def test_each_bar_bears_its_name_and_its_number():
    picture = svg.grouped_bars(
        "Rata-rata",
        [svg.Group("Soal 1", (Fraction(125, 3), 80)), svg.Group("Soal 2", (None, -5))],
        ("Tes awal", "Tes akhir"),
        100,
    )
    assert words(picture) == ["Tes awal", "Tes akhir", "Soal 1", "41,67", "80", "Soal 2", "–", "−5"]


def test_bars_are_as_long_as_their_values():
    one, other = (
        float(rect.get("width")) for rect in parts(svg.bars("x", [("a", 25), ("b", 50)], 100)).iter("rect")
    )
    assert other + 1.5 == pytest.approx(2 * (one + 1.5), abs=0.2)


def test_two_kinds_of_bars_differ_not_by_colour_alone():
    boxes = list(parts(svg.grouped_bars("x", [svg.Group("a", (1, 2))], ())).iter("rect"))
    assert boxes[0].get("fill") == boxes[0].get("stroke")
    assert boxes[1].get("fill") != boxes[1].get("stroke")


def test_a_month_without_a_figure_is_a_gap_and_no_zero():
    picture = svg.line("x", [("Sep", 1), ("Okt", 2), ("Nov", None), ("Des", 3)])
    curve = [one.get("d") for one in parts(picture).iter("path")][-1]
    assert re.sub(r"[^ML]", "", curve) == "MLM"
    assert len(list(parts(picture).iter("circle"))) == 3


def test_marked_moments_are_named_below():
    picture = svg.line("x", [("Okt 26", 1), ("Nov 26", 2)], [(0.5, "Pelatihan, 15 Oktober 2026")])
    assert "1 = Pelatihan, 15 Oktober 2026" in words(picture)
    assert 'stroke-dasharray="5 4"' in picture


def test_what_people_wrote_stays_text():
    picture = svg.bars('"><script>', [("<b>Siti & Budi</b>", 1)])
    assert words(picture)[0] == "<b>Siti & Budi</b>"
    assert parts(picture).get("aria-label") == '"><script>'


def test_a_long_name_is_cut_and_one_can_see_it():
    (name, _) = words(svg.bars("x", [("Siapa yang boleh tahu kode OTP Anda dan mengapa?", 1)]))
    assert name == "Siapa yang boleh tahu kode OTP Anda d…"


@pytest.mark.parametrize(
    ("value", "long", "brief"),
    [
        (0, "0", "0"),
        (-0.001, "0", "0"),
        (Fraction(1, 3), "0,33", "0,33"),
        (1234.5, "1.234,5", "1.234,5"),
        (-20_000, "−20.000", "−20 rb"),
        (1_500_000, "1.500.000", "1,5 jt"),
        (2_000_000_000, "2.000.000.000", "2 M"),
    ],
)
def test_numbers_are_written_as_indonesians_do(value, long, brief):
    assert (svg.plain(value), svg.short(value)) == (long, brief)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [(0, 1, [0, 0.5, 1]), (0, 17, [0, 5, 10, 15, 20]), (-3, 4, [-4, -2, 0, 2, 4]), (0, 100, [0, 50, 100])],
)
def test_the_scale_has_round_numbers(low, high, ticks):
    assert svg.nice_ticks(low, high) == ticks


@given(st.floats(-1e6, 0), st.floats(1, 1e6))
def test_the_scale_holds_all_values_in_a_few_steps(low, high):
    ticks = svg.nice_ticks(low, high)
    assert ticks[0] <= low + 1e-6 * max(1, abs(low))
    assert ticks[-1] >= high * (1 - 1e-6)
    assert 2 <= len(ticks) <= 7
