"""Where a page stands in the menu."""

from django import template

register = template.Library()


def _path(url) -> str:
    """The path of an address, with a slash at its end."""
    path = str(url or "")
    if "://" in path:
        path = "/" + path.split("://", 1)[1].partition("/")[2]
    return path if path.endswith("/") else path + "/"


@register.simple_tag(takes_context=True)
def current_mark(context, url) -> str:
    """The value of aria-current for a menu item: "page" on that page, "true" below it, else nothing."""
    request = context.get("request")
    if request is None or not url:
        return ""
    here, there = _path(request.path), _path(url)
    if here == there:
        return "page"
    return "true" if there != "/" and here.startswith(there) else ""


@register.simple_tag(takes_context=True)
def section(context, url):
    """The menu item with that address, or None: nothing may link to a section that the village has not made."""
    menu = getattr(context.get("frame"), "menu", None) or []
    for item in menu:
        item_url = item["url"] if isinstance(item, dict) else item.url
        if _path(item_url) == _path(url):
            return item
    return None
