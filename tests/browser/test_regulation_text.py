"""The text of a regulation for people: found, read by its contents, searched, divided where it is long, and printed."""

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.browser.test_public_pages import LARGE_TEXT, NARROW_WORDS

SHORT = "/regulasi/perdes-3-2023/"
LONG = "/regulasi/perdes-77-2026/"
ADDRESSES = [SHORT, LONG, f"{LONG}naskah/?bagian=2", f"{SHORT}naskah/?q=sampah", f"{SHORT}naskah/?q=zzz"]

MAKE_LONG = """
from datetime import date
from layanan.models import RegulationIndexPage, RegulationPage
text = "".join(
    f"BAB {roman}\\nKETENTUAN {roman}\\n" + "".join(
        f"Pasal {chapter * 9 + number}\\n(1) Setiap warga menjaga sungai dan kebun.\\n(2) Menjaga meliputi:\\n"
        "a. membersihkan saluran air di sekitar rumahnya; dan\\nb. melaporkan kerusakan kepada ketua RT.\\n"
        for number in range(1, 10)
    )
    for chapter, roman in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII"))
)
page = RegulationPage(
    kind="perdes", number="77", year=2026, subject="Contoh naskah panjang", enacted_on=date(2026, 1, 5), text=text,
    title="x", slug="perdes-77-2026",
)
RegulationIndexPage.objects.get().add_child(instance=page)
page.save_revision().publish()
"""


@pytest.fixture(scope="module", autouse=True)
def long_text(site):
    site.python(MAKE_LONG)


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_accessible_and_fits_a_narrow_screen_with_large_text(page, address):
    page.goto(address)
    for details in page.locator("main details > summary").all():
        details.click()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.evaluate(LARGE_TEXT)
    assert_no_sideways_scroll(page)
    assert page.evaluate(NARROW_WORDS) == []


def test_without_scripts_a_word_leads_to_its_pasal(page_without_js):
    page = page_without_js
    page.goto("/cari/?q=pengangkutan+sampah")
    page.locator(f"main a[href='{SHORT}']").click()
    page.fill("main input[name=q]", "bank sampah buka")
    page.press("main input[name=q]", "Enter")
    page.get_by_role("link", name="Pasal 6").click()
    assert page.url.endswith(f"{SHORT}#pasal-6")
    top = page.locator("#pasal-6").bounding_box()["y"]
    assert 0 <= top < page.viewport_size["height"] / 2


def test_by_keyboard_the_contents_lead_to_a_pasal_of_another_part(page):
    page.goto(LONG)
    page.locator("main").get_by_role("link", name="Pasal 50", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/naskah/?bagian=*#pasal-50")
    expect(page.locator("#pasal-50")).to_be_visible()
    page.goto(f"{LONG}pasal/5/")
    assert page.locator("#pasal-5").bounding_box()["y"] < page.viewport_size["height"]


def printed(page, tmp_path) -> str:
    page.pdf(path=tmp_path / "text.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "text.pdf") as document:
        return " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())


def test_paper_holds_the_whole_text_and_what_is_in_force(page, tmp_path):
    page.goto(SHORT)
    words = printed(page, tmp_path)
    wanted = [
        "Berlaku",
        "Yang berlaku adalah naskah yang ditandatangani",
        "Naskah itu ada di http",
        "Pasal 1",
        "Pasal 12",
    ]
    assert [one for one in wanted if one not in words] == []
    # Neither what is for the screen nor the summary.
    assert [
        one for one in ("Daftar isi", "Cari kata", "bahasa sehari-hari", "Cetak naskah") if one in words
    ] == []


def test_a_part_prints_itself(page, tmp_path):
    page.goto(f"{LONG}naskah/?bagian=2")
    first = page.locator(".law .pasal[id], .law [id^=pasal-]").first.inner_text()
    words = printed(page, tmp_path)
    assert first in words
    assert "bagian 2 dari" in words
    assert "Bagian naskah" not in words


def test_the_editor_sees_how_a_pasted_text_is_read(signed_in, site):
    page = signed_in("operator")
    key = site.python(
        "from wagtail.models import Page; print(Page.objects.get(slug='perdes-77-2026').pk)"
    ).strip()
    page.goto(f"/admin/pages/{key}/edit/")
    page.locator("#id_text").wait_for(state="attached")
    page.evaluate(
        """() => {
            const field = document.querySelector('#id_text');
            field.value = 'Pasal 1\\nIsi.\\nPasal 3\\nIsi.';
            field.dispatchEvent(new Event('input', {bubbles: true}));
        }"""
    )
    panel = page.locator("[data-law-split]")
    panel.get_by_text("Sesudah Pasal 1 langsung Pasal 3.").wait_for(state="attached")
    assert "2 Pasal" in panel.text_content()
