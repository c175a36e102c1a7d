"""What a page carries inside itself is exactly what its Content-Security-Policy allows."""

import base64
import gzip
import hashlib
import re
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from project.templatetags import assets

CRITICAL_LIMIT = 5 * 1024  # bytes, compressed: performance.md §7, row 4
REST_LIMIT = 8 * 1024
SCRIPTS_LIMIT = 10 * 1024
# Only the office loads these, within the admin's own far larger scripts.
ADMIN_SCRIPTS = {"admin", "imports", "law-split", "picture-mark", "lesson-help"}
ADMIN_SCRIPTS |= {"attendance", "outbox", "worker", "kept-names", "hall-code"}


def render(source: str, **context) -> tuple[str, object]:
    request = RequestFactory().get("/")
    html = Template("{% load assets %}" + source).render(Context({"request": request, **context}))
    return html, request


def sha256_source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def inside(element: str, html: str) -> str:
    return re.fullmatch(rf"<{element}>(.*)</{element}>", html, re.DOTALL)[1]


def test_shrunk_css_keeps_what_means_something():
    css = """
    /* a comment { with: rules; } */
    .a > .b :focus,
    .c { width: calc(100% + 1rem);  content: "a;  /* kept */ b"; }
    """
    assert assets.shrink_css(css) == '.a > .b :focus,.c{width:calc(100% + 1rem);content:"a;  /* kept */ b"}'


@given(st.text(alphabet='ab{}:;, \n"/*', max_size=60))
def test_shrinking_shrunk_css_changes_nothing(css):
    """Shrunk text registered for one response is the text that stands in it, however often it passes through."""
    if css.count('"') % 2 == 0 and "/" not in css:
        once = assets.shrink_css(css)
        assert assets.shrink_css(once) == once


def test_shrunk_script_has_no_comment_lines_and_no_indentation():
    assert (
        assets.shrink_js("// why\nlet a = 1;\n\n  let b = 2; // stays\n") == "let a = 1;\nlet b = 2; // stays"
    )


def test_critical_styles_stand_in_the_page_and_are_allowed_by_their_hash():
    html, request = render("{% critical_css %}")
    css = inside("style", html)
    assert css == assets.critical_styles()
    assert request.csp_hashes["style-src"] == [sha256_source(css)]


def test_early_script_stands_in_the_page_and_is_allowed_by_its_hash():
    html, request = render("{% early_script %}")
    code = inside("script", html)
    assert "</" not in code
    assert request.csp_hashes["script-src"] == [sha256_source(code)]


def test_village_colour_is_a_second_style_with_its_own_hash():
    frame = SimpleNamespace(styles=":root { --main: #123456; }")
    html, request = render("{% village_css %}", frame=frame)
    assert html == "<style>:root{--main:#123456}</style>"
    assert request.csp_hashes["style-src"] == [sha256_source(":root{--main:#123456}")]


@pytest.mark.parametrize("frame", [None, SimpleNamespace(), SimpleNamespace(styles="")])
def test_village_colour_without_a_frame_is_nothing(frame):
    html, request = render("{% village_css %}", frame=frame)
    assert html == ""
    assert not hasattr(request, "csp_hashes")


def test_village_colour_never_closes_its_element():
    frame = SimpleNamespace(styles=":root{--main:red}</style><script>x()</script>")
    html, _ = render("{% village_css %}", frame=frame)
    assert html == ""


def test_styles_can_be_drawn_without_a_request():
    html = Template("{% load assets %}{% critical_css %}").render(Context({}))
    assert inside("style", html) == assets.critical_styles()


def test_icon_is_the_drawing_of_that_name():
    html, _ = render('{% icon "card" %}')
    assert html == (assets.ICONS_DIR / "card.svg").read_text().strip()


@pytest.mark.parametrize("name", ["", "no-such-drawing", "../../base", "Card", "<b>"])
def test_unknown_icon_is_a_sheet_of_paper_and_reads_no_other_file(name):
    html, _ = render("{% icon name %}", name=name)
    assert html == (assets.ICONS_DIR / "letter.svg").read_text().strip()


@pytest.mark.parametrize("path", sorted(assets.ICONS_DIR.glob("*.svg")), ids=lambda path: path.stem)
def test_every_drawing_is_decoration_without_inline_style_or_script(path):
    svg = path.read_text()
    assert svg.startswith("<svg ")
    assert 'aria-hidden="true"' in svg
    assert not re.search(r"style=|<script|<style|href=|\son\w+=", svg)


def test_the_first_screen_and_the_rest_stay_light():
    css_dir, js_dir = assets.CRITICAL_CSS.parent, assets.EARLY_SCRIPT.parent
    public = [path for path in sorted(js_dir.glob("*.js")) if path.stem not in ADMIN_SCRIPTS]
    scripts = b"".join(path.read_bytes() for path in public)
    sizes = {
        "critical": len(gzip.compress(assets.critical_styles().encode())),
        "rest": len(gzip.compress((css_dir / "rest.css").read_bytes())),
        "scripts": len(gzip.compress(scripts)),
    }
    limits = {"critical": CRITICAL_LIMIT, "rest": REST_LIMIT, "scripts": SCRIPTS_LIMIT}
    assert {name: size for name, size in sizes.items() if size > limits[name]} == {}
