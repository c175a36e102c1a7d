"""What holds on every public page of the example village: the pages are those of its own sitemap."""

import urllib.request
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tests.browser.checks import Watch, assert_accessible, assert_no_sideways_scroll

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
# Not in the sitemap: a view, with hits, without, and empty; the requirement checker; documents of services; a booklet;
# and a page that is not there.
CHECKER = "/layanan/kartu-keluarga/periksa/"
STANDARDS = "/layanan/standar-pelayanan/"
VIEWS = ["/cari/?q=kartu+keluarga", "/cari/?q=zzzz", "/cari/", "/tidak-ada/"]
VIEWS += [CHECKER, f"{CHECKER}baru/", f"{CHECKER}hilang/"]
VIEWS += ["/regulasi/perdes-3-2023/naskah/?q=sampah", "/pelatihan/dokumen-dan-peraturan/buku/"]
VIEWS += [STANDARDS, f"{STANDARDS}?bagian=1", "/layanan/kartu-keluarga/standar-pelayanan/"]


@pytest.fixture(scope="session")
def addresses(site) -> list[str]:
    with urllib.request.urlopen(f"{site.url}/sitemap.xml", timeout=30) as answer:  # noqa: S310 (our own address)
        tree = ElementTree.parse(answer)
    found = [urlsplit(place.text).path for place in tree.findall("s:url/s:loc", NAMESPACE)]
    assert len(found) > 40, (
        "the example village has 6 news items, 14 guides, 12 regulations, 4 lessons and their lists"
    )
    return [*found, *VIEWS]


def gather(addresses, visit) -> list[str]:
    """The problems of all pages together, so that one run names them all."""
    problems = []
    for address in addresses:
        try:
            visit(address)
        except AssertionError as error:
            problems.append(str(error))
    return problems


def test_every_page_meets_wcag_a_and_aa(addresses, phone):
    def visit(address):
        phone.goto(address)
        assert_accessible(phone)

    assert gather(addresses, visit) == []


def test_no_page_scrolls_sideways_at_320_px(addresses, page):
    def visit(address):
        page.goto(address)
        assert_no_sideways_scroll(page)

    assert gather(addresses, visit) == []


# The text twice as large, as a phone's own setting does it; the layout follows without a reload.
LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"
NARROW_WORDS = """() => [...document.querySelectorAll('main p, main li, main dd, main h1, main h2, main h3')]
    .filter(e => e.innerText.length > 3 && e.clientWidth > 1)
    .filter(e => e.clientWidth < 3 * parseFloat(getComputedStyle(e).fontSize))
    .map(e => `${e.tagName}: ${e.innerText.slice(0, 30)}`)"""


def test_no_page_scrolls_sideways_or_breaks_into_letters_at_twice_the_text_size(addresses, page):
    def visit(address):
        page.goto(address)
        page.evaluate(LARGE_TEXT)
        assert_no_sideways_scroll(page)
        assert page.evaluate(NARROW_WORDS) == [], address

    assert gather(addresses, visit) == []


LINES = """cell => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return new Set([...range.getClientRects()].map(r => Math.round(r.top))).size;
}"""


def test_numbers_of_a_table_stay_on_one_line_and_a_wide_table_says_so(phone):
    phone.goto("/profil/")
    cells = phone.locator("td.number").all()
    assert cells
    assert {cell.inner_text(): lines for cell in cells if (lines := cell.evaluate(LINES)) != 1} == {}
    assert phone.locator("[data-swipe]").is_hidden(), "this one fits"
    phone.goto("/profil/sejarah-dan-wilayah/")
    hint = phone.locator("[data-swipe]")
    hint.wait_for(state="visible")
    phone.set_viewport_size({"width": 1280, "height": 800})
    hint.wait_for(state="hidden")


@pytest.mark.parametrize(("pictures", "first_spans"), [(2, False), (3, True), (4, False), (5, True)])
def test_a_gallery_leaves_no_hole_whatever_the_number_and_shape_of_its_pictures(page, pictures, first_spans):
    page.goto("/profil/")
    page.evaluate(
        """count => {
            const item = i => `<li><div class="frame"><img width="${i % 2 ? 300 : 900}" height="600"
                src="/static/missing-${i}.jpg" alt=""></div></li>`;
            document.querySelector('.reading').insertAdjacentHTML('beforeend',
                `<ul class="gallery">${Array.from({length: count}, (_, i) => item(i)).join('')}</ul>`);
        }""",
        pictures,
    )
    boxes = [item.bounding_box() for item in page.locator(".gallery li").all()]
    assert (boxes[0]["width"] > 1.5 * boxes[1]["width"]) == first_spans
    pairs = boxes[1:] if first_spans else boxes
    for left, right in zip(pairs[::2], pairs[1::2], strict=True):
        assert left["y"] == right["y"]
        assert left["height"] == right["height"]


SIDE_BY_SIDE = 6  # each waits half a second for silence: together they wait once


def test_no_page_breaks_the_security_policy_or_asks_another_host(addresses, new_context, site):
    problems = []
    for first in range(0, len(addresses), SIDE_BY_SIDE):
        some = addresses[first : first + SIDE_BY_SIDE]
        pages = [new_context().new_page() for _ in some]
        watches = [Watch(page, site.url) for page in pages]
        for page, address in zip(pages, some, strict=True):
            page.goto(address)
        for page, watch, address in zip(pages, watches, some, strict=True):
            page.wait_for_load_state("networkidle")
            page.context.close()
            # Of a page that is not there the browser itself writes the 404 to the console.
            missing = address == "/tidak-ada/"
            problems += [
                f"{address}: {words}" for words in watch.problems if not (missing and "404" in words)
            ]
    assert problems == []


def test_every_page_reads_without_scripts_and_names_its_own_address(addresses, page_without_js, site):
    def visit(address):
        page_without_js.goto(address)
        assert page_without_js.locator("main h1").count() == 1, f"{address} has not one heading"
        if address not in VIEWS:
            canonical = page_without_js.locator('link[rel="canonical"]').get_attribute("href")
            assert canonical == f"{site.url}{address}", address

    assert gather(addresses, visit) == []


@pytest.mark.smoke
def test_home_search_and_a_guide_answer(page, watch):
    page.goto("/")
    page.fill("main input[name=q]", "kartu keluarga")
    page.press("main input[name=q]", "Enter")
    page.wait_for_url("**/cari/**")
    page.locator("main a[href^='/layanan/']").first.click()
    page.wait_for_url("**/layanan/**")
    assert "kartu keluarga" in page.locator("main h1").inner_text().lower()
    watch.assert_quiet()


@pytest.mark.smoke
def test_each_role_can_sign_in(signed_in):
    for role in ("administrator", "operator", "penerbit"):
        page = signed_in(role)
        page.goto("/admin/")
        assert page.url.endswith("/admin/"), f"{role} was sent to {page.url}"
        assert page.locator("main h1").count() == 1
