"""Chromium, a running village site, and people who are signed in to it.

Tests of this folder see the site from outside. `page.goto("/layanan/")` works, since the site's address is the
base; what must be looked up or changed in its database goes through `site.python(...)`. The site lives as long
as the run, so a test that changes a page picks one that no other test reads. With `-n 2 --dist loadfile` each process
has a site of its own; what measures time is marked `alone`.
"""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.checks import Watch
from tests.browser.hall import SMALL, Hall
from tests.browser.site import Site, running_site
from tests.browser.turns import turn

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    with turn(alone=item.get_closest_marker("alone") is not None):
        return (yield)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium, as root too, asking nothing of the world outside. Hosts are closed off by the resolver:
    Playwright's own routing would switch the HTTP cache off."""
    found = os.environ.get("BALAI_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        pytest.fail("Chromium was not found (Debian: apt install chromium), or name it in BALAI_CHROMIUM.")
    return browser_type_launch_args | {
        "executable_path": found,
        "args": [
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ],
    }


@pytest.fixture(scope="session")
def site(tmp_path_factory, pytestconfig) -> Site:
    """The running site with the example village. Built static files are kept between runs."""
    static_root = os.environ.get("BALAI_STATIC_ROOT") or pytestconfig.cache.mkdir("browser-static")
    with running_site(tmp_path_factory.mktemp("site"), static_root) as site:
        yield site


@pytest.fixture(scope="session")
def base_url(site) -> str:
    return site.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A visitor in the village: Indonesian, western time, at a desk unless the test says otherwise."""
    return browser_context_args | {
        "locale": "id-ID",
        "timezone_id": "Asia/Jakarta",
        "viewport": {"width": 1280, "height": 800},
    }


@pytest.fixture
def phone(browser: Browser, browser_context_args) -> Iterator[Page]:
    """A page on a small phone, 360 px wide."""
    small = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    context = browser.new_context(**(browser_context_args | small))
    yield context.new_page()
    context.close()


@pytest.fixture
def page_without_js(new_context) -> Page:
    """A page in a browser that runs no scripts."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def watch(page, site) -> Watch:
    """What `page` should never do, collected from here on; `watch.assert_quiet()` at the end."""
    return Watch(page, site.url)


@pytest.fixture(scope="session")
def sign_ins(site, browser: Browser) -> Callable[[str], dict]:
    """The cookies of a role, fetched once per run through the real sign-in form."""
    kept: dict[str, dict] = {}

    def cookies(role: str) -> dict:
        if role not in kept:
            name, password = site.people[role]
            context: BrowserContext = browser.new_context(base_url=site.url, locale="id-ID")
            page = context.new_page()
            page.goto("/admin/login/")
            page.fill("input[name=username]", name)
            page.fill("input[name=password]", password)
            page.click("form button[type=submit]")
            page.wait_for_url(lambda url: "/login/" not in url)
            kept[role] = context.storage_state()
            context.close()
        return kept[role]

    return cookies


@pytest.fixture
def signed_in(sign_ins, new_context) -> Callable[[str], Page]:
    """`signed_in("operator")` is a new page of a person of that role: operator, penerbit or administrator."""
    return lambda role: new_context(storage_state=sign_ins(role)).new_page()


@pytest.fixture
def new_phone(browser, browser_context_args):
    """A phone of somebody, as a context of its own."""
    contexts: list[BrowserContext] = []

    def make() -> BrowserContext:
        contexts.append(browser.new_context(**(browser_context_args | SMALL)))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def hall(site) -> Hall:
    return Hall(site)
