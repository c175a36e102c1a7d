"""From an office's table to a resident's sheet of paper: import, mend a row, publish, find, open Pasal 5, print."""

import pypdfium2
import pytest

from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.factories.tables import csv_of

TEXT = "\n".join(
    f"Pasal {number}\n(1) Ketentuan ke-{number} tentang keramba ikan.\n(2) Keramba dijaga bersama."
    for number in range(1, 9)
)
ROWS = [
    {
        "jenis": "Perdes",
        "nomor": "91",
        "tahun": "2019",
        "tentang": "Contoh Keramba Ikan",
        "disepakati": "1/3/2019",
        "ditetapkan": "5/13/2019",  # the mistake: as an American program writes it
        "diundangkan": "14/5/2019",
        "naskah": TEXT,
    },
    {
        "jenis": "Perkades",
        "nomor": "92",
        "tahun": "2019",
        "tentang": "Contoh Jaring",
        "ditetapkan": "1/6/2019",
    },
    {
        "jenis": "Kepkades",
        "nomor": "188.45/93/2019",
        "tahun": "2019",
        "tentang": "Contoh Tim",
        "ditetapkan": "2/6/2019",
    },
]


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "peraturan lama.csv"
    path.write_bytes(csv_of(ROWS))
    return path


def check_screen(page):
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert_accessible(page)
    assert_no_sideways_scroll(page, 360)
    page.set_viewport_size({"width": 1280, "height": 800})


def test_from_a_table_to_a_sheet_of_paper(site, signed_in, page, table, tmp_path):
    office = signed_in("penerbit")
    office.goto("/admin/")
    office.get_by_role("link", name="Impor peraturan").click()
    check_screen(office)
    office.set_input_files("input[type=file]", table)
    office.get_by_role("button", name="Unggah dan periksa").click()

    office.get_by_text("1 baris perlu diperbaiki").wait_for()
    check_screen(office)
    assert office.goto("/regulasi/perdes-91-2019/").status == 404
    office.go_back()
    office.get_by_role("link", name="Perbaiki baris 2").click()
    office.get_by_text("Bulan 13 tidak ada.").wait_for()
    check_screen(office)
    office.get_by_label("Ditetapkan").fill("13/5/2019")
    office.get_by_role("button", name="Simpan dan periksa").click()
    office.get_by_role("button", name="Simpan 3 baris dan terbitkan").click()
    office.get_by_text("Selesai.", exact=True).wait_for()
    check_screen(office)

    page.goto("/")
    page.goto("/cari/?q=keramba+ikan")
    page.get_by_role("link", name="Keramba Ikan").first.click()
    page.locator("main").get_by_role("link", name="Pasal 5", exact=True).first.click()
    assert page.url == f"{site.url}/regulasi/perdes-91-2019/#pasal-5"
    place = page.locator("#pasal-5").bounding_box()
    assert 0 <= place["y"] < page.viewport_size["height"]
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as sheet:
        words = " ".join(" ".join(part.get_textpage().get_text_range() for part in sheet).split())
    assert "Ketentuan ke-5 tentang keramba ikan." in words
    assert "Berlaku" in words
    site.assert_no_error()


def test_without_scripts_a_button_leads_on(site, new_context, sign_ins, tmp_path):
    table = tmp_path / "tabel.csv"
    table.write_bytes(csv_of([ROWS[1] | {"nomor": "94"}]))
    office = new_context(storage_state=sign_ins("operator"), java_script_enabled=False).new_page()
    office.goto("/admin/impor/peraturan/")
    office.set_input_files("input[type=file]", table)
    office.get_by_role("button", name="Unggah dan periksa").click()
    office.get_by_role("button", name="Lanjutkan").click()
    office.get_by_role("button", name="Batalkan impor ini").click()

    assert "Impor dibatalkan. Tidak ada yang ditulis." in office.content()
