"""The clerk's screens on a small phone: what saves is in reach, nothing is cut off, and no fault is said too early."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.test_admin_dates import edit as edit_regulation
from tests.browser.test_approval import EDITOR_READY, edit, key_of

PHONE = {"width": 360, "height": 740}
OUTSIDE = """selector => [...document.querySelectorAll(selector)].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && (box.right > innerWidth + 0.5 || box.left < 0);
}).map(element => element.outerHTML.slice(0, 120))"""


@pytest.fixture
def admin(signed_in) -> Page:
    page = signed_in("penerbit")
    page.set_viewport_size(PHONE)
    return page


def test_the_button_that_saves_is_on_the_first_screen_of_a_form(admin, site):
    edit(admin, key_of(site, "sejarah-dan-wilayah"))
    bar = admin.locator("footer.footer").bounding_box()
    assert (bar["x"], bar["width"]) == (0, PHONE["width"])
    assert bar["y"] + bar["height"] <= PHONE["height"]


def test_the_bar_hides_nothing_that_is_focused(admin, site):
    """WCAG 2.4.11, for every field and button that the Tab key reaches in the first steps."""
    edit_regulation(admin, key_of(site, "perdes-3-2026"))
    admin.locator("#id_number").focus()
    met = 0
    for _ in range(16):
        admin.keyboard.press("Tab")
        admin.wait_for_timeout(500)  # it glides
        hidden = admin.evaluate("""() => {
            const field = document.activeElement, bar = document.querySelector("footer.footer");
            if (!field.closest(".w-panel") || bar.contains(field)) return null;
            const hidden = field.getBoundingClientRect().top >= bar.getBoundingClientRect().top;
            return hidden ? field.outerHTML.slice(0, 120) : "";
        }""")
        if hidden is not None:
            met += 1
            assert hidden == "", hidden
    assert met > 4


@pytest.mark.parametrize("width", [360, 1280])
def test_no_field_of_a_regulation_is_cut_off_or_lies_on_another(admin, site, width):
    admin.set_viewport_size({"width": width, "height": 800})
    edit_regulation(admin, key_of(site, "perdes-3-2026"))
    panel = admin.locator("[data-side-panel=status]")
    if width > 1000 and not panel.is_visible():
        admin.locator("[data-side-panel-toggle=status]").click()
    if width > 1000:
        expect(panel).to_be_visible()
        admin.wait_for_timeout(500)  # it slides in
    kept = "#id_kind, #id_number, #id_year, #id_subject, #id_enacted_on, .w-field-row .button--icon"
    assert admin.evaluate(OUTSIDE, kept) == []
    if width > 1000:
        button, other = (
            admin.locator(name).bounding_box() for name in ("#id_enacted_on ~ button", "#id_promulgated_on")
        )
        assert button["x"] + button["width"] <= other["x"]
        number, year = (admin.locator(name).bounding_box() for name in ("#id_number", "#id_year"))
        assert abs(number["y"] - year["y"]) < 4
        last = admin.locator("#id_promulgated_on ~ button").bounding_box()
        assert last["x"] + last["width"] <= panel.bounding_box()["x"]


@pytest.mark.parametrize("list_address", ["/admin/pages/4/", "/admin/images/", "/admin/images/?layout=list"])
def test_a_list_is_read_without_scrolling_sideways(admin, site, list_address):
    if "pages" in list_address:
        list_address = f"/admin/pages/{key_of(site, 'layanan')}/"
    admin.goto(list_address)
    expect(admin.locator(".listing").first).to_be_visible()
    assert (
        admin.evaluate(
            OUTSIDE, ".listing :is(td, th, a, button, input), .w-slim-header__search-form :not(.w-sr-only)"
        )
        == []
    )
    if "pages" in list_address:
        title = admin.locator("tbody td.title").first.bounding_box()
        assert title["width"] > 200, "words are broken into syllables in a narrower column"
        row = admin.locator("table.listing tbody tr").first.bounding_box()
        lowest = admin.evaluate(
            "Math.max(...[...document.querySelectorAll('table.listing thead th')]"
            ".map(cell => cell.getBoundingClientRect().bottom))"
        )
        assert lowest <= row["y"] + 1, "the names of the columns lie on the first row"


def test_what_can_be_done_with_chosen_pages_is_in_reach(admin, site):
    admin.goto(f"/admin/pages/{key_of(site, 'layanan')}/")
    admin.locator("tbody .bulk-action-checkbox").first.check()
    button = admin.locator(".bulk-actions-choices .bulk-action-btn").first
    expect(button).to_be_in_viewport(ratio=1)
    assert admin.evaluate(OUTSIDE, ".bulk-actions-choices .bulk-action-btn") == []


def photo(colour: str) -> dict:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    return {"name": f"foto-{colour[1:]}.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_a_new_picture_is_no_fault_before_anybody_has_saved(admin):
    admin.goto("/admin/images/multiple/add/")
    admin.wait_for_timeout(EDITOR_READY)
    admin.set_input_files("#fileupload", [photo("#345678")])
    row = admin.locator("#upload-list > li")
    expect(row.locator("form")).to_be_visible()
    expect(row.locator(".error-message:visible")).to_have_count(0)
    row.locator("input[name$=-title]").fill("")
    row.locator("form button[type=submit], form input[type=submit]").first.click()
    expect(row.locator("form .error-message:visible").first).to_be_visible()


def test_the_form_of_an_uploaded_photo_is_not_cut_off(admin):
    """Nor the question whether a photo that is there already is wanted twice."""
    admin.goto("/admin/images/multiple/add/")
    admin.wait_for_timeout(EDITOR_READY)
    for row_number in range(2):
        admin.set_input_files("#fileupload", [photo("#987654")])
        row = admin.locator("#upload-list > li").nth(row_number)
        expect(row.locator("form").first).to_be_visible()
        expect(row.locator(".thumb canvas, .thumb img").first).to_be_visible()
        assert (
            admin.evaluate(OUTSIDE, "#upload-list :is(p, img, canvas, label, input, textarea, button, a)")
            == []
        )
    expect(admin.locator(".confirm-duplicate-upload")).to_be_visible()


def test_no_word_of_a_message_lies_under_the_menu_s_button(admin, site):
    edit(admin, key_of(site, "sejarah-dan-wilayah"))
    admin.wait_for_timeout(EDITOR_READY)
    admin.locator("footer button.action-save").click()
    expect(admin.locator(".messages .success")).to_be_visible()
    button = admin.locator(".sidebar-nav-toggle").bounding_box()
    left = admin.evaluate("""() => {
        const words = document.createRange();
        words.selectNodeContents(document.querySelector(".messages .success"));
        return Math.min(...[...words.getClientRects()].filter(box => box.width).map(box => box.left));
    }""")
    assert left >= button["x"] + button["width"]
