"""Whatever a clerk has at hand for a place becomes one web address."""

import pytest

from project.lib.maps import map_link

OSM = "https://www.openstreetmap.org/?mlat=-1.65430&mlon=103.20450#map=17/-1.65430/103.20450"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", ""),
        ("  ", ""),
        ("https://maps.app.goo.gl/AbC123", "https://maps.app.goo.gl/AbC123"),
        ("http://www.openstreetmap.org/node/1", "http://www.openstreetmap.org/node/1"),
        ("maps.app.goo.gl/AbC123", "https://maps.app.goo.gl/AbC123"),
        ("Kantor Desa\nJl. Lintas 5\nhttps://maps.app.goo.gl/AbC123", "https://maps.app.goo.gl/AbC123"),
        (
            '<iframe src="https://www.google.com/maps/embed?pb=1" width="600"></iframe>',
            "https://www.google.com/maps/embed?pb=1",
        ),
        ("-1.6543, 103.2045", OSM),
        ("-1.6543 103.2045", OSM),
        ("(-1.6543,103.2045)", OSM),
        ("-1,6543; 103,2045", OSM),
    ],
)
def test_a_link_shared_text_and_coordinates_become_an_address(typed, address):
    assert map_link(typed) == address


@pytest.mark.parametrize("typed", ["dekat masjid", "javascript:alert(1)", "103", "1.5", "data:text/html,x"])
def test_anything_else_is_refused_in_words(typed):
    with pytest.raises(ValueError, match="Ini bukan tautan peta"):
        map_link(typed)


@pytest.mark.parametrize("typed", ["-95.1, 103.2", "-1.6, 190.5"])
def test_coordinates_off_the_earth_are_refused(typed):
    with pytest.raises(ValueError, match="lintang dulu, baru bujur"):
        map_link(typed)
