"""Question tree, journeys, checklists and documents of the services: wholly by keyboard, without scripts, on paper."""

from urllib.parse import urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import assert_accessible

GUIDE = "/layanan/kartu-keluarga/"
CHECKER = f"{GUIDE}periksa/"
NEW_FROM_AFAR = f"{CHECKER}baru/pindah/luar/"  # the longest way of the example
JOURNEY = "/layanan/bayi-lahir/"

FOCUS = """() => {
    const at = document.activeElement, style = getComputedStyle(at);
    return {
        name: at.matches('input') ? at.dataset.item : at.innerText.trim(),
        href: at.getAttribute('href'),
        ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        inView: at.getBoundingClientRect().bottom > 0 && at.getBoundingClientRect().top < innerHeight,
        inMain: at.closest('main') !== null,
    };
}"""


def tab_stops(page: Page) -> list[dict]:
    """What the Tab key meets in the main part, in its order; focus is then beyond it."""
    found = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["inMain"]:
            found.append(stop)
        elif found:
            return found
    raise AssertionError(f"{page.url}: Tab never leaves the main part")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the first of these has the focus."""
    page.evaluate("document.activeElement.blur()")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{page.url}: Tab never comes to {selector}")


def printed(page: Page) -> list[str]:
    """The text of each sheet, without spaces: lines are broken anywhere."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return ["".join(sheet.get_textpage().get_text_range().split()) for sheet in document]


# --- keyboard ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [CHECKER, f"{CHECKER}baru/", NEW_FROM_AFAR, JOURNEY, f"{GUIDE}standar-pelayanan/"],
)
def test_tab_meets_everything_in_the_order_of_reading_with_a_ring_around_it(page, address):
    page.goto(address)
    page.locator("[data-display]").wait_for(state="visible")  # scripts have run
    reachable = page.locator("main :is(a[href], button, summary, input):visible").all()
    expected = [
        item.evaluate("e => e.matches('input') ? e.dataset.item : e.innerText.trim()") for item in reachable
    ]
    stops = tab_stops(page)
    assert [stop["name"] for stop in stops] == expected
    assert [stop for stop in stops if stop["ring"] < 2 or not stop["inView"]] == []


def test_the_question_tree_is_answered_by_keyboard_alone(page, watch):
    page.goto(GUIDE)
    tab_to(page, f"main a[href='{CHECKER}']")
    for step, answer in [("", "baru"), ("baru/", "baru/pindah"), ("baru/pindah/", "baru/pindah/luar")]:
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{CHECKER}{step}")
        tab_to(page, f"main a[href='{CHECKER}{answer}/']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{NEW_FROM_AFAR}")
    assert "Surat keterangan pindah (SKPWNI)" in page.locator(".bring").inner_text()
    tab_to(page, "main .given a")  # an answer can be changed from here
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{CHECKER}")
    watch.assert_quiet()


@pytest.mark.parametrize("address", [GUIDE, NEW_FROM_AFAR, JOURNEY])
def test_a_thing_is_ticked_by_space_and_the_page_keeps_its_contrast(page, address):
    page.goto(address)
    tab_to(page, ".bring input")
    page.keyboard.press("Space")
    first = page.locator(".bring input").first
    assert first.is_checked()
    words = page.locator("[data-checklist-kept]").first
    assert words.get_by_role("status").inner_text().startswith("1 dari ")
    assert_accessible(page)
    page.reload()
    assert first.is_checked()


# --- without scripts -----------------------------------------------------------------------------------------


def test_the_question_tree_works_without_scripts(page_without_js):
    page = page_without_js
    page.goto(GUIDE)
    page.get_by_role("link", name="Periksa syarat saya").click()
    page.get_by_role("link", name="Membuat KK baru").click()
    page.get_by_role("link", name="Baru pindah ke desa ini").click()
    page.get_by_role("link", name="Dari kabupaten atau kota lain").click()
    assert urlsplit(page.url).path == NEW_FROM_AFAR
    given = [line.inner_text().removesuffix(" Ubah") for line in page.locator(".given dd").all()]
    assert given == ["Membuat KK baru", "Baru pindah ke desa ini", "Dari kabupaten atau kota lain"]
    things = page.locator(".bring").inner_text()
    assert ("SKPWNI" in things, "Bukti perubahan" in things) == (True, False)
    page.get_by_role("link", name="Kembali").click()
    assert page.locator("main h2").first.inner_text() == "Pindah dari mana?"
    page.get_by_role("link", name="Ulangi dari awal").click()
    assert urlsplit(page.url).path == CHECKER


def test_a_journey_is_read_and_its_guides_are_reached_without_scripts(page_without_js):
    page = page_without_js
    page.goto(JOURNEY)
    assert page.locator(".steps > li").count() == 4
    expect(page.locator(".bring li").first).to_be_visible()
    page.locator(".bring input").first.check()  # a tick needs no script; it is only not kept
    page.locator(".steps a", has_text="artu keluarga").click()
    assert urlsplit(page.url).path == GUIDE
    page.get_by_role("link", name="Bagian dari: Bayi lahir").click()
    assert urlsplit(page.url).path == JOURNEY


# --- ticks ---------------------------------------------------------------------------------------------------

KEPT = "() => Object.fromEntries(Object.keys(localStorage).map(key => [key, JSON.parse(localStorage[key])]))"


def test_ticks_are_of_one_guide_and_shared_by_the_pages_that_show_its_list(page):
    page.goto(NEW_FROM_AFAR)
    ticked = page.locator(".bring input").first
    item = ticked.get_attribute("data-item")
    ticked.check()
    page.goto(GUIDE)
    assert [box.get_attribute("data-item") for box in page.locator(".bring input:checked").all()] == [item]
    page.goto("/layanan/ktp-el/")
    assert page.locator(".bring input:checked").count() == 0


def test_what_is_no_longer_on_the_list_is_forgotten_on_the_device(page):
    page.goto(GUIDE)
    page.locator(".bring input").first.check()
    ((key, items),) = page.evaluate(KEPT).items()
    page.evaluate(
        "([key, items]) => localStorage.setItem(key, JSON.stringify([...items, 'taken-away']))", [key, items]
    )
    page.reload()
    assert page.evaluate(KEPT) == {key: items}


def test_ticks_are_printed_into_their_boxes(page):
    page.goto(GUIDE)
    page.locator(".bring input").nth(0).check()
    page.locator(".bring input").nth(2).check()
    (sheet,) = printed(page)
    assert sheet.count("✓") == 2


# --- paper ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def guides(browser, site) -> list[str]:
    page = browser.new_page(base_url=site.url)
    page.goto("/layanan/")
    found = [link.get_attribute("href") for link in page.locator(".event a").all()]
    page.close()
    assert len(found) == 14
    return found


def results(page: Page, start: str) -> list[str]:
    """The addresses of all lists that a guide's questions end in."""
    found, open_ = [], [start]
    while open_:
        address = open_.pop()
        page.goto(address)
        if page.locator(".bring").count():
            found.append(address)
        else:
            open_ += [link.get_attribute("href") for link in page.locator("main ul.links a").all()]
    return found


def test_every_list_that_the_questions_end_in_prints_on_one_sheet(page, guides):
    starts = [f"{guide}periksa/" for guide in guides if page.request.get(f"{guide}periksa/").status == 200]
    lists = [address for start in starts for address in results(page, start)]
    sheets = {}
    for address in lists:
        page.goto(address)
        sheets[address] = len(printed(page))
    assert len(lists) == 6 + 4
    assert {address: count for address, count in sheets.items() if count != 1} == {}


def test_the_standard_of_every_service_prints_on_two_sheets_at_most_with_its_signature(page, guides):
    """Fourteen components fill more than one sheet; the signature ends the document and is whole."""
    wrong = {}
    for guide in guides:
        page.goto(f"{guide}standar-pelayanan/")
        signature = "".join(page.locator(".signatures").evaluate("e => e.textContent").split())
        sheets = printed(page)
        if len(sheets) > 2 or signature not in sheets[-1]:
            wrong[guide] = (len(sheets), sheets[-1][:200])
    assert wrong == {}


# Pieces of text as they stand in the page: what the style sheet puts between them is on paper alone.
LINES = """() => {
    const found = [], walker = document.createTreeWalker(document.querySelector('.steps'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const words = walker.currentNode.data.replace(/\\s+/g, '');
        if (words && walker.currentNode.parentElement.checkVisibility()) found.push(words);
    }
    return found;
}"""


@pytest.mark.parametrize("times", [1, 5], ids=["the example", "twenty steps"])
def test_a_journey_is_printed_whole_and_no_line_is_cut_by_the_end_of_a_sheet(page, times):
    page.goto(JOURNEY)
    page.evaluate(
        """times => {
            const steps = document.querySelector('.steps'), once = steps.innerHTML;
            steps.innerHTML = once.repeat(times);
        }""",
        times,
    )
    page.emulate_media(media="print")
    lines = page.evaluate(LINES)
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = ["".join(sheet.get_textpage().get_text_range().split()) for sheet in document]
    assert len(lines) > 15 * times
    assert len(sheets) <= times
    assert [line for line in lines if not any(line in sheet for sheet in sheets)] == []
    boxes = [
        (width, text.get_charbox(place))
        for sheet in document
        for width, text in [(sheet.get_width(), sheet.get_textpage())]
        for place in range(text.count_chars())
    ]
    assert [box for width, box in boxes if box[0] < 0 or box[2] > width or box[1] < 0] == []
