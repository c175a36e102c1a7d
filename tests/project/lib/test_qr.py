"""QR codes: what is drawn is the code of the text, in SVG that the strict policy allows."""

import re
import xml.etree.ElementTree as ET

import pytest
import segno

from project.lib import qr

ADDRESS = "https://desa.example/layanan/kartu-keluarga/"


def modules(svg: str) -> set[tuple[int, int]]:
    """The dark modules that the one path paints, by column and row, quiet zone removed."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", svg)
    assert all(forth == back for _, _, forth, back in runs)
    return {(int(x) + n - 4, int(y) - 4) for x, y, length, _ in runs for n in range(int(length))}


def test_the_drawing_is_the_code_of_the_text():
    code = segno.make(ADDRESS, error="m", micro=False)
    dark = {(x, y) for y, row in enumerate(code.matrix) for x, module in enumerate(row) if module}
    assert modules(qr.svg(ADDRESS)) == dark


def test_the_code_has_the_quiet_zone_that_readers_need():
    side = len(segno.make(ADDRESS, error="m", micro=False).matrix) + 8
    assert f'viewBox="0 0 {side} {side}"' in qr.svg(ADDRESS)


def test_the_svg_is_one_named_picture_without_style_or_script():
    root = ET.fromstring(qr.svg(ADDRESS))
    assert {
        "class": "qr",
        "role": "img",
        "aria-label": f"Kode QR menuju {ADDRESS}",
    }.items() <= root.attrib.items()
    assert [child.tag for child in root] == ["path"]
    assert [name for element in root.iter() for name in element.attrib if name in {"style", "id"}] == []


def test_text_and_label_cannot_break_out_of_the_attribute():
    root = ET.fromstring(qr.svg('https://desa.example/?a="><script>', label='"><script>'))
    assert root.attrib["aria-label"] == '"><script>'
    assert len(list(root.iter())) == 2


def test_other_text_is_another_code():
    assert qr.svg(ADDRESS) != qr.svg(ADDRESS + "?a")


@pytest.mark.parametrize("text", ["", "x" * 5000])
def test_nothing_and_too_much_are_refused(text):
    with pytest.raises(ValueError, match="QR"):
        qr.svg(text)
