"""The sheet: what stands on it, that it stands there whole, and that the same facts give the same bytes."""

import subprocess
from datetime import UTC, datetime
from io import BytesIO
from shutil import which

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pelatihan.certificates import pdf
from pelatihan.certificates.pdf import Sheet, Signature, draw, draw_all
from project.lib.pdf import examine

LONG_PROGRAMME = (
    "Penguatan Literasi Digital dan Tata Kelola Konten Situs Desa bagi Perangkat Desa, Kader, Pemuda, dan Pelaku "
    "Usaha Kecil di Desa Tebing Tinggi Tahun 2026"
)
CODE = "7Q2M-K4XD-7Q2M-K4XD-7Q2M-K4XD-7Q2M"


def sheet(**words) -> Sheet:
    known = {
        "village": "Pemerintah Desa Tebing Tinggi",
        "place": "Kecamatan Tebing Tinggi, Kabupaten Tanjung Jabung Barat",
        "colour": "#7a1d2e",
        "title": "Sertifikat kehadiran",
        "number": "007/SERT-PEL/DESA/XI/2026",
        "name": "Siti Aminah",
        "lead": "atas kehadirannya dalam program",
        "programme": "Literasi Digital",
        "details": ("25 November 2026 · hadir 3 dari 4 sesi · setara 12 jam pelajaran (JP)",),
        "signature": Signature(
            "Tebing Tinggi, 27 November 2026", "Kepala Desa Tebing Tinggi", "Drs. Ahmad Syukri"
        ),
        "address": f"https://desa.example/pelatihan/sertifikat/{CODE}/",
        "check_at": "desa.example/pelatihan/sertifikat/",
        "code": CODE,
        "issued_at": datetime(2026, 11, 27, 2, tzinfo=UTC),
    }
    return Sheet(**known | words)


def text(data: bytes) -> str:
    """As it is read from the sheet; a sheet is one page."""
    facts = examine(BytesIO(data))
    assert facts.pages == 1
    return " ".join(facts.texts[0].split())


def test_it_says_who_what_when_and_who_signs():
    found = text(draw(sheet()))
    for words in (
        "PEMERINTAH DESA TEBING TINGGI",
        "SERTIFIKAT KEHADIRAN",
        "Nomor 007/SERT-PEL/DESA/XI/2026",
        "Siti Aminah",
        "atas kehadirannya dalam program",
        "hadir 3 dari 4 sesi",
        "Tebing Tinggi, 27 November 2026",
        "Kepala Desa Tebing Tinggi,",
        "Drs. Ahmad Syukri",
        "desa.example/pelatihan/sertifikat/",
        CODE,
    ):
        assert words in found
    assert "lulus" not in found.lower()


@pytest.mark.parametrize(
    "name",
    [
        "Siti Aminah",
        "Muhammad Nur'aini Hasibuan, S.Kom., M.T.",
        "Raden Mas Muhammad Abdurrahman Kusumawardhana Al-Banjari, S.Pd., M.Pd.",
        " ".join(["Abdurrahman"] * 17)[:200],
        "W" * 200,
        "Ngurah — Éka “Dé” Sjaïfoeddin",
    ],
)
def test_a_name_stands_there_whole_whatever_its_length(name):
    found = text(draw(sheet(name=name, programme=LONG_PROGRAMME)))
    assert "".join(name.split()) in "".join(found.split())
    assert "".join(LONG_PROGRAMME.split()) in "".join(found.split())


def test_letters_that_the_typeface_has_not_are_left_out_and_no_boxes():
    found = text(draw(sheet(name="Ȩka Siti ꦱꦶꦠꦶ 😀")))
    assert "Eka Siti" in found  # an accent that is lacking leaves the letter


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=200))
def test_no_text_breaks_the_sheet(name):
    assert draw(sheet(name=name, programme=name[:160])).startswith(b"%PDF")


def test_the_same_facts_are_the_same_bytes():
    assert draw(sheet()) == draw(sheet())
    assert draw(sheet()) != draw(sheet(name="Siti Aminah, S.Pd."))
    assert len(draw(sheet())) < 60_000


def test_many_stand_in_one_file_a_page_each():
    data = draw_all([sheet(name=f"Orang {number}") for number in range(30)], None, "Sertifikat kehadiran")
    facts = examine(BytesIO(data))
    assert facts.pages == 30
    assert all(f"Orang {number}" in text for number, text in enumerate(facts.texts))
    assert len(data) < 30 * len(draw(sheet())) / 1.5


@pytest.mark.parametrize("size", [(600, 600), (1200, 100), (40, 900)])
def test_a_logo_of_any_form_stands_above(size):
    data = draw(sheet(), Image.new("RGBA", size, (20, 90, 70, 255)))
    assert b"/Image" in data
    assert draw(sheet(), Image.new("RGBA", size, (0, 0, 0, 0))) == draw(sheet())  # nothing to see: the crest


def picture(data: bytes, tmp_path, dots: int = 40) -> Image.Image:
    if which("pdftoppm") is None:
        pytest.skip("pdftoppm is not here (Debian: poppler-utils)")
    (tmp_path / "sheet.pdf").write_bytes(data)
    subprocess.run(
        ["pdftoppm", "-r", str(dots), "-png", "-singlefile", tmp_path / "sheet.pdf", tmp_path / "sheet"],
        check=True,
    )
    return Image.open(tmp_path / "sheet.png").convert("RGB")


def test_nothing_touches_the_frame_or_the_edge(tmp_path):
    """The ring between the frame's hairline and the words is empty, and so is the edge of the paper."""
    lines = (LONG_PROGRAMME, LONG_PROGRAMME)
    found = picture(draw(sheet(name="W" * 200, programme="W" * 160, details=lines)), tmp_path)
    millimetre = 40 / 25.4
    for inset in (4, 19.9):
        left, top = inset * millimetre, inset * millimetre
        right, bottom = found.width - left, found.height - top
        for x in range(round(left), round(right)):
            assert found.getpixel((x, round(top))) == (255, 255, 255)
            assert found.getpixel((x, round(bottom) - 1)) == (255, 255, 255)
        for y in range(round(top), round(bottom)):
            assert found.getpixel((round(left), y)) == (255, 255, 255)
            assert found.getpixel((round(right) - 1, y)) == (255, 255, 255)


def test_the_printed_code_is_that_of_its_address(tmp_path):
    """Each module of the picture is as dark or light as the code of the address says."""
    one = sheet()
    found = picture(draw(one), tmp_path, dots=300).convert("L")
    code = segno.make(one.address, error="m", micro=False)
    modules = code.symbol_size(border=pdf.QUIET_ZONE)[0]
    left, top = pdf.EDGE + pdf.BAND + 6.5, pdf.HIGH - pdf.EDGE - pdf.BAND - 5 - pdf.QR

    def dark(column: int, row: int) -> bool:
        at = [place + (cell + 0.5) * pdf.QR / modules for place, cell in ((left, column), (top, row))]
        return found.getpixel(tuple(round(millimetres * 300 / 25.4) for millimetres in at)) < 128

    border = pdf.QUIET_ZONE
    for row in range(modules):
        seen = [dark(column, row) for column in range(modules)]
        inside = (
            code.matrix[row - border] if border <= row < modules - border else bytes(modules - 2 * border)
        )
        assert seen == [False] * border + [bool(module) for module in inside] + [False] * border
