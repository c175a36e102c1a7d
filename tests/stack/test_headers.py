"""Public pages through nginx by the rules of Mozilla's HTTP Observatory.

Rules and points: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring (read in mdn/yari,
copy/observatory/tests_and_scoring.md). It begins at 100; what is missing costs points; what goes beyond is added only
from 90 on. Left out is what cannot be seen here: whether a browser's preload list names the host (+5).
"""

import re

import pytest

from tests.stack.web import Answer

GOAL = 110
PAGES = [
    "/",
    "/profil/",
    "/berita/",
    "/layanan/",
    "/regulasi/",
    "/pelatihan/",
    "/cari/?q=kartu",
    "/tidak-ada/",
]
SIX_MONTHS = 15_768_000
BROAD = {"*", "http:", "https:", "ftp:", "data:", "'unsafe-inline'"}
SCRIPT = re.compile(r"<script\b[^>]*\bsrc=\"([^\"]+)\"")


def policy(page: Answer) -> dict[str, list[str]]:
    parts = (part.split() for part in (page.get("Content-Security-Policy") or "").split(";"))
    return {name: sources for name, *sources in filter(None, parts)}


def content_policy(page: Answer) -> int:
    found = policy(page)
    if not found:
        return -25
    default = found.get("default-src", ["*"])
    script, style = found.get("script-src", default), found.get("style-src", default)
    if BROAD & set(script) or BROAD & set(found.get("object-src", default)):
        return -20
    if "'unsafe-eval'" in script + style:
        return -10
    if BROAD & set(style):
        return 0
    return 10 if default == ["'none'"] else 5


def cookies(page: Answer) -> int:
    found = page.get("Set-Cookie")
    if found is None:
        return 0
    words = found.lower()
    if "secure" not in words:
        return -40
    return 5 if "samesite" in words and "httponly" in words else -20


def other_origins(page: Answer) -> int:
    return -50 if page.get("Access-Control-Allow-Origin") else 0


def only_https(page: Answer) -> int:
    age = re.search(r"max-age=(\d+)", page.get("Strict-Transport-Security") or "")
    if age is None:
        return -20
    return 0 if int(age[1]) >= SIX_MONTHS else -10


def referrer(page: Answer) -> int:
    private = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
    value = page.get("Referrer-Policy")
    return 0 if value is None else 5 if value in private else -5


def scripts(page: Answer) -> int:
    """Files of others without a checksum cost points; ours are our own."""
    return 0 if all(src.startswith("/") and src[1:2] != "/" for src in SCRIPT.findall(page.text)) else -50


def content_type(page: Answer) -> int:
    return 0 if page.get("X-Content-Type-Options") == "nosniff" else -5


def frames(page: Answer) -> int:
    if "frame-ancestors" in policy(page):
        return 5
    return 5 if page.get("X-Frame-Options") in ("DENY", "SAMEORIGIN") else -20


def resources(page: Answer) -> int:
    value = page.get("Cross-Origin-Resource-Policy")
    points = {None: 0, "cross-origin": 0, "same-site": 10, "same-origin": 10}
    return points.get(value, -5)


RULES = [
    content_policy,
    cookies,
    other_origins,
    only_https,
    referrer,
    scripts,
    content_type,
    frames,
    resources,
]


def points(page: Answer) -> dict[str, int]:
    return {rule.__name__: rule(page) for rule in RULES}


def score(page: Answer) -> int:
    found = points(page).values()
    base = 100 + sum(value for value in found if value < 0)
    return base + (sum(value for value in found if value > 0) if base >= 90 else 0)


@pytest.mark.parametrize("address", PAGES)
def test_a_public_page_reaches_the_goal(stack, address):
    page = stack.visitor.ask(address)
    assert page.status in (200, 404)
    assert score(page) >= GOAL, points(page)
    assert min(points(page).values()) >= 0, points(page)


def test_also_when_it_comes_from_the_cache(stack):
    first, second = stack.visitor.ask("/"), stack.visitor.ask("/")
    assert points(first) == points(second)


def test_a_page_without_headers_would_not_reach_it():
    bare = Answer(200, [], b'<script src="//cdn.example/a.js"></script>')
    assert score(bare) == 100 - 25 - 20 - 50 - 5 - 20


def test_a_visitor_by_http_is_sent_to_https(stack):
    """To the same host; the number of the port is 443 anywhere but in this test."""
    answer = stack.plain.ask("/profil/")
    assert answer.status == 301
    assert re.fullmatch(r"https://127\.0\.0\.1(:\d+)?/profil/", answer.get("Location"))


def test_the_server_does_not_tell_its_version(stack):
    for address in ("/", "/media/images/", "/admin/login/"):
        assert stack.visitor.ask(address).get("Server") == "nginx"


def test_the_cookies_of_the_sign_in_stay_on_https(stack):
    cookie = stack.visitor.ask("/admin/login/").get("Set-Cookie")
    assert "Secure" in cookie
    assert "SameSite=Lax" in cookie
