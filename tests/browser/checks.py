"""What must hold on every page a browser shows, as plain functions that tests call."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# WCAG 2.2 levels A and AA.
WCAG_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
NARROWEST = 320  # CSS px; WCAG 1.4.10

FIND_WIDE_ELEMENTS = """limit => [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > limit + 0.5)
    .slice(0, 8)
    .map(element => element.outerHTML.slice(0, 120))"""

# A message that is still fading in has colours that nobody is meant to read.
SETTLED = """() => Promise.all(document.getAnimations()
    .filter((animation) => animation.playState === 'running'
        && Number.isFinite(animation.effect.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => null))).then(() => null)"""


def assert_accessible(page: Page) -> None:
    """0 axe violations of levels A and AA, in the state the page is in now (menu open, errors shown)."""
    page.evaluate(SETTLED)
    options = {"runOnly": {"type": "tag", "values": WCAG_TAGS}, "resultTypes": ["violations"]}
    violations = Axe().run(page, options=options).response["violations"]
    words = [
        f"{violation['id']} ({violation['help']}):\n    "
        + "\n    ".join(
            f"{node['html'][:160]}  {node.get('failureSummary', '')}" for node in violation["nodes"][:5]
        )
        for violation in violations
    ]
    assert not violations, f"{page.url} at {page.viewport_size}:\n" + "\n".join(words)


def assert_no_sideways_scroll(page: Page, width: int = NARROWEST) -> None:
    """At `width` px nothing must be scrolled sideways. Leaves the page at that width."""
    page.set_viewport_size({"width": width, "height": 720})
    found = page.evaluate("document.documentElement.scrollWidth")
    assert found <= width, f"{page.url} is {found} px wide at {width} px:\n" + "\n".join(
        page.evaluate(FIND_WIDE_ELEMENTS, width)
    )


class Watch:
    """Collects what a page should never do: errors in the console (blocked by the CSP, for one), exceptions, and
    requests to other hosts. Make it before going to the page."""

    def __init__(self, page: Page, site_url: str) -> None:
        self.problems: list[str] = []
        self._site_url = site_url
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"exception: {error}"))
        page.on("request", self._request)

    def _console(self, message) -> None:
        if message.type == "error":
            self.problems.append(f"console: {message.text}")

    def _request(self, request) -> None:
        if not request.url.startswith((f"{self._site_url}/", "data:", "blob:", "about:")):
            self.problems.append(f"request to another host: {request.url}")

    def assert_quiet(self) -> None:
        assert self.problems == []
