"""The drawings of the example: one size, the same each time, and the crest without a ground."""

import pytest

from home.example import drawings
from home.example.news import NEWS
from home.example.village import MAP, RIVER

PICTURES = [RIVER, MAP, *(news.picture for news in NEWS)]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.drawing)
def test_a_drawing_has_the_size_of_all_and_is_the_same_each_time(picture):
    draw = getattr(drawings, picture.drawing)
    first = draw()
    assert (first.mode, first.size) == ("RGB", (drawings.WIDTH, drawings.HEIGHT))
    assert first.tobytes() == draw().tobytes()


def test_the_crest_has_a_transparent_ground():
    crest = drawings.crest()
    assert (crest.mode, crest.size) == ("RGBA", (256, 256))
    assert [crest.getpixel(corner)[3] for corner in ((0, 0), (255, 0), (0, 255), (255, 255))] == [0, 0, 0, 0]
    assert crest.getpixel((128, 128))[3] == 255


def test_each_picture_is_described_for_those_who_do_not_see_it():
    assert [picture.title for picture in PICTURES if not 40 <= len(picture.description) <= 200] == []
