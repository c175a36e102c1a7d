"""What a form on a page holds, as a browser would send it back."""

from bs4 import BeautifulSoup


def filled(response, **typed) -> dict[str, list[str]]:
    """The values of the page's first form that posts to its own page, with what somebody typed over them."""
    page = BeautifulSoup(response.content, "html.parser")
    form = page.find("form", method="post", action=None)
    values: dict[str, list[str]] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = field.get("name")
        if not name or name == "csrfmiddlewaretoken":
            continue
        if field.name == "select":
            values[name] = [one["value"] for one in field.find_all("option", selected=True)]
        elif field.name == "textarea":
            values[name] = [field.text.removeprefix("\r\n").removeprefix("\n")]
        elif field.get("type") not in {"checkbox", "radio"}:
            values[name] = [field.get("value", "")]
        elif field.has_attr("checked"):
            values.setdefault(name, []).append(field.get("value", "on"))
    return values | {name: value if isinstance(value, list) else [value] for name, value in typed.items()}
