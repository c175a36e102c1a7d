"""The places in the admin that may lead to a lesson: each page type that the office makes, and its fields."""

from django.apps import apps
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import get_page_models

OURS = ("home", "layanan", "pelatihan")
SEPARATOR = ":"  # "home.newspage:picture"


def choices() -> list[tuple[str, str]]:
    """Asked when a form is made, since page types are known only then."""
    if not apps.models_ready:
        return []
    found = []
    for model in sorted(get_page_models(), key=lambda one: str(one._meta.verbose_name)):
        if model._meta.app_label not in OURS or not model.is_creatable:
            continue
        kind = str(model._meta.verbose_name)
        found.append((model._meta.label_lower, f"{kind[:1].upper()}{kind[1:]}"))
        found += [
            (f"{model._meta.label_lower}{SEPARATOR}{name}", f"{kind[:1].upper()}{kind[1:]}: {label}")
            for name, label in _fields(model)
        ]
    return found


def _fields(model) -> list[tuple[str, str]]:
    names = [name for panel in model.content_panels for name in _names(panel)]
    return [(name, str(model._meta.get_field(name).verbose_name)) for name in names]


def _names(panel: Panel | str) -> list[str]:
    if isinstance(panel, str):
        return [panel]
    if isinstance(panel, FieldPanel):
        return [panel.field_name]
    return [name for child in getattr(panel, "children", ()) for name in _names(child)]
