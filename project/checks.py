"""Rules of this project that Django can check when it starts."""

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import DatabaseError

ZONES = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}


def _our_models():
    ours = {"home", "layanan", "pelatihan"}
    return [model for model in apps.get_models() if model._meta.app_label in ours]


@register()
def stream_fields_stay_out_of_migrations(app_configs, **kwargs):
    """Every StreamField of ours is project.lib.fields.StreamField."""
    from wagtail.fields import StreamField as WagtailStreamField

    from project.lib.fields import StreamField

    return [
        Error(
            f"{model._meta.label}.{field.name} must use project.lib.fields.StreamField",
            id="balai.E001",
            obj=model,
        )
        for model in _our_models()
        for field in model._meta.local_fields
        if isinstance(field, WagtailStreamField) and not isinstance(field, StreamField)
    ]


@register()
def pages_extend_base_page(app_configs, **kwargs):
    """Every page type of ours has the search description, canonical address and verified date of BasePage."""
    from wagtail.models import Page

    # Asked by what it offers, since this floor knows no domain and imports none.
    return [
        Error(f"{model._meta.label} must extend home.pages.base.BasePage", id="balai.E002", obj=model)
        for model in _our_models()
        if issubclass(model, Page) and not hasattr(model, "canonical_url")
    ]


@register()
def time_zone_is_one_of_three(app_configs, **kwargs):
    """BALAI_TIME_ZONE names a zone of Indonesia."""
    if settings.TIME_ZONE in ZONES:
        return []
    return [
        Error(
            f"BALAI_TIME_ZONE is {settings.TIME_ZONE!r}; use one of {', '.join(sorted(ZONES))}",
            id="balai.E003",
        )
    ]


@register(Tags.database)
def one_installation_is_one_site(app_configs, databases=None, **kwargs):
    """One installation serves one village: Wagtail's permissions leak titles and users between sites."""
    from wagtail.models import Site

    try:
        count = Site.objects.count()
    except DatabaseError:  # the first migration has not run yet
        return []
    if count <= 1:
        return []
    return [
        Error(f"There are {count} sites. One installation serves one village; see docs/adr.", id="balai.E004")
    ]
