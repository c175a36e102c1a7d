"""What holds on every public page of the example village: the pages are those of its own sitemap."""

import urllib.request
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tests.browser.checks import Watch, assert_accessible, assert_no_sideways_scroll

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
# Not in the sitemap: a view, with hits, without, and empty; and a page that is not there.
VIEWS = ["/cari/?q=kartu+keluarga", "/cari/?q=zzzz", "/cari/", "/tidak-ada/"]


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


def test_no_page_breaks_the_security_policy_or_asks_another_host(addresses, new_context, site):
    def visit(address):
        page = new_context().new_page()
        watch = Watch(page, site.url)
        page.goto(address, wait_until="networkidle")
        page.context.close()
        if address == "/tidak-ada/":  # the browser itself writes the 404 to the console
            watch.problems = [words for words in watch.problems if "404" not in words]
        assert watch.problems == [], address

    assert gather(addresses, visit) == []


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
