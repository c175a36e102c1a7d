"""What a page carries inside itself: the first styles, the village's colour, one early script, drawings.

The public Content-Security-Policy runs nothing inline by itself. Each tag here that writes a <style> or <script>
element registers exactly that text for the response at hand, so the texts must not change between the two.
"""

import re
from functools import lru_cache
from pathlib import Path

from django import template
from django.conf import settings
from django.utils.safestring import SafeString

import project
from project.lib.css import shrink_css
from project.security import allow_script, allow_style

register = template.Library()

PROJECT_DIR = Path(project.__file__).parent
CRITICAL_CSS = PROJECT_DIR / "static" / "css" / "critical.css"
EARLY_SCRIPT = PROJECT_DIR / "static" / "js" / "early.js"
ICONS_DIR = PROJECT_DIR / "templates" / "icons"
FALLBACK_ICON = "letter"

_ICON_NAME = re.compile(r"[a-z][a-z0-9-]*")


def shrink_js(js: str) -> str:
    """A short script without its leading comment lines and indentation. Only whole-line comments are known."""
    lines = (line.strip() for line in js.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _once_per_process(read):
    """Files of the code do not change while the site runs; under DEBUG somebody may be drawing."""
    kept = lru_cache(maxsize=None)(read)

    def reader(*args):
        return read(*args) if settings.DEBUG else kept(*args)

    return reader


@_once_per_process
def critical_styles() -> str:
    return shrink_css(CRITICAL_CSS.read_text(encoding="utf-8"))


@_once_per_process
def early_code() -> str:
    return shrink_js(EARLY_SCRIPT.read_text(encoding="utf-8"))


@_once_per_process
def drawing(name: str) -> str:
    """The SVG of that name; a plain sheet of paper for a name that has no drawing (editors' data may be older)."""
    path = ICONS_DIR / f"{name}.svg"
    if not _ICON_NAME.fullmatch(name) or not path.is_file():
        path = ICONS_DIR / f"{FALLBACK_ICON}.svg"
    return path.read_text(encoding="utf-8").strip()


def _style_element(request, css: str) -> SafeString:
    if not css or "<" in css:  # nothing to say, or text that could close the element
        return SafeString("")
    allow_style(request, css)
    return SafeString(f"<style>{css}</style>")


@register.simple_tag(takes_context=True)
def critical_css(context) -> SafeString:
    """A <style> element with what the first screen of every page type needs."""
    return _style_element(context.get("request"), critical_styles())


@register.simple_tag(takes_context=True)
def village_css(context) -> SafeString:
    """A <style> element with the village's own colour; nothing where the frame is missing (error pages)."""
    styles = getattr(context.get("frame"), "styles", "")
    return _style_element(context.get("request"), shrink_css(str(styles or "")))


@register.simple_tag(takes_context=True)
def early_script(context) -> SafeString:
    """A <script> element that sets the kept text size before the first paint."""
    code = early_code()
    allow_script(context.get("request"), code)
    return SafeString(f"<script>{code}</script>")


@register.simple_tag
def icon(name: str = "") -> SafeString:
    """The inline drawing of that name from templates/icons/. It is decoration: words always stand beside it."""
    return SafeString(drawing(str(name or FALLBACK_ICON)))
