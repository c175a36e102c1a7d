"""Each rule of the project holds in the code as it is, and is able to fail."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.checks import registry
from wagtail.fields import StreamField as WagtailStreamField
from wagtail.models import Page, Site

from home.models import HomePage
from project import checks
from project.lib.fields import StreamField

RULES = [
    checks.stream_fields_stay_out_of_migrations,
    checks.pages_extend_base_page,
    checks.time_zone_is_one_of_three,
    checks.one_installation_is_one_site,
]


def ids(found) -> list[str]:
    return [fault.id for fault in found]


@pytest.mark.django_db
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_code_as_it_is_keeps_the_rule_and_django_asks_for_it(rule):
    assert rule(None) == []
    assert rule in registry.registry.get_checks(include_deployment_checks=True)


def test_our_models_are_those_of_our_three_apps():
    assert {model._meta.app_label for model in checks._our_models()} == {"home", "layanan", "pelatihan"}
    assert set(checks._our_models()) < set(apps.get_models())


def test_a_stream_field_whose_blocks_would_enter_migrations_is_a_fault(monkeypatch):
    fields = []
    for kind in (StreamField, WagtailStreamField):
        field = kind([], blank=True)
        field.name = f"body_{kind.__module__.split('.')[0]}"
        fields.append(field)
    model = SimpleNamespace(_meta=SimpleNamespace(label="home.MadeUp", local_fields=fields))
    monkeypatch.setattr(checks, "_our_models", lambda: [model])
    found = checks.stream_fields_stay_out_of_migrations(None)
    assert ids(found) == ["balai.E001"]
    assert "home.MadeUp.body_wagtail" in found[0].msg


def test_a_page_type_without_the_common_ground_is_a_fault(monkeypatch):
    monkeypatch.setattr(checks, "_our_models", lambda: [HomePage, Page])
    found = checks.pages_extend_base_page(None)
    assert (ids(found), found[0].obj) == (["balai.E002"], Page)


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
def test_the_three_zones_of_indonesia_are_taken(settings, zone):
    settings.TIME_ZONE = zone
    assert checks.time_zone_is_one_of_three(None) == []


@pytest.mark.parametrize("zone", ["UTC", "Asia/Pontianak", "Asia/Singapore", "WIB", ""])
def test_any_other_zone_is_refused_by_name(settings, zone):
    settings.TIME_ZONE = zone
    found = checks.time_zone_is_one_of_three(None)
    assert ids(found) == ["balai.E003"]
    assert repr(zone) in found[0].msg


@pytest.mark.django_db
def test_a_second_site_is_a_fault():
    Site.objects.create(hostname="lain.example", root_page=HomePage.objects.get())
    assert ids(checks.one_installation_is_one_site(None)) == ["balai.E004"]
