"""The picture of shared links comes out well whatever name and emblem a village has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from project.lib import banner

NAME, PLACE, COLOUR = "Desa Tebing Tinggi", "Kecamatan Pemayung, Kabupaten Batanghari", "#7a1d2e"
GROUND = ImageColor.getrgb(COLOUR)
WHITE = (255, 255, 255)
# The disc of the emblem, found by its paper: nothing else in the picture has that colour.
PAPER = ImageColor.getrgb(banner.PAPER)


def draw(name=NAME, place=PLACE, colour=COLOUR, logo=None) -> Image.Image:
    picture = banner.draw(name, place, colour, logo)
    assert (picture.mode, picture.size) == ("RGB", (1200, 630))
    return picture


def box(picture: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int, int, int] | None:
    """Where a colour stands, exactly that."""
    hits = [
        channel.point(lambda value, want=want: 255 * (value == want))
        for channel, want in zip(picture.split(), colour, strict=True)
    ]
    both = Image.composite(hits[0], Image.new("L", picture.size), hits[1])
    return Image.composite(both, Image.new("L", picture.size), hits[2]).getbbox()


def test_it_stands_on_the_village_s_colour_with_the_band_of_batik_above_and_below():
    picture = draw()
    assert picture.getpixel((30, 315)) == GROUND
    gold = ImageColor.getrgb(banner.GOLD)
    for band in (picture.crop((0, 0, 1200, 50)), picture.crop((0, 580, 1200, 630))):
        assert box(band, gold) is not None


def test_name_place_and_emblem_stand_one_below_the_other_in_the_middle():
    picture = draw()
    disc = box(picture, PAPER)
    assert abs((disc[0] + disc[2]) / 2 - 600) < 2
    words = picture.crop((0, disc[3], 1200, 580))  # the edges of the emblem hold white too
    name, place = box(words, WHITE), box(words, ImageColor.getrgb(banner.SAND))
    assert 0 < name[1] < name[3] < place[1] < place[3] < words.height
    for left, _, right, _ in (name, place):
        assert abs((left + right) / 2 - 600) < 12


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Situs desa", ""),
        ("Nagari " + "Koto Gadang " * 8, "Kecamatan " + "Pulau " * 16 + ", Kabupaten " + "Laut " * 20),
        ("X" * 131, "Y" * 222),
        ("W" * 131, "W" * 222),
        ("  ", "\n\t"),
        ("", ""),
        ("Desa\x00 \u202eA", "\ufeff"),
    ],
)
def test_no_name_leaves_the_picture_or_meets_the_bands(name, place):
    picture = draw(name, place)
    for colour in (WHITE, ImageColor.getrgb(banner.SAND)):
        if found := box(picture, colour):
            assert found[0] >= 60
            assert found[2] <= 1140
            assert found[3] < 580


@settings(max_examples=40)
@given(st.text(max_size=140), st.text(max_size=230))
def test_nothing_written_is_too_much(name, place):
    draw(name, place)


def test_a_long_name_is_written_smaller_and_at_last_cut():
    heights = [(found := box(draw("A" * letters, ""), WHITE))[3] - found[1] for letters in (5, 20)]
    assert heights[0] > 40
    assert heights[1] > 40
    assert draw("A" * 200, "").tobytes() == draw("A" * 201, "").tobytes()
    assert draw("A" * 20, "").tobytes() != draw("A" * 21, "").tobytes()


def test_letters_that_the_typeface_lacks_are_left_out():
    assert draw("Desa \U0001f642 \ua9a6").tobytes() == draw("Desa").tobytes()
    assert draw("Desa É").tobytes() != draw("Desa").tobytes()


@pytest.mark.parametrize(
    "logo",
    [
        Image.new("RGB", (300, 900), "#00ff00"),
        Image.new("RGB", (2048, 3), "#00ff00"),
        Image.new("L", (1, 1), 0),
        Image.new("P", (40, 40)),
    ],
    ids=["tall", "flat", "dot", "palette"],
)
def test_a_logo_of_any_shape_stays_within_its_disc(logo):
    picture, without = draw(logo=logo), draw()
    disc = (502, 0, 698, 315)
    assert picture.crop(disc).tobytes() != without.crop(disc).tobytes()
    for rest in ((0, 0, 502, 630), (698, 0, 1200, 630), (0, 320, 1200, 630)):
        assert picture.crop(rest).tobytes() == without.crop(rest).tobytes()


def test_a_transparent_logo_shows_the_paper_through_and_its_empty_margin_does_not_count():
    logo = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    logo.paste((0, 255, 0, 255), (180, 180, 220, 220))
    picture = draw(logo=logo)
    found = box(picture, (0, 255, 0))
    assert (found[2] - found[0], found[3] - found[1]) == (132, 132)
    assert box(picture, (0, 0, 0)) is None


def test_a_logo_of_which_nothing_is_seen_gives_way_to_the_crest():
    assert draw(logo=Image.new("RGBA", (50, 50), (0, 0, 0, 0))).tobytes() == draw().tobytes()
