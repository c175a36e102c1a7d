"""Every date, time and moment that the admin asks for is read and shown the Indonesian way."""

import datetime as dt
from pathlib import Path

import pytest
from django import forms
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django_filters.fields import DateRangeField
from wagtail import blocks
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.telepath import JSContext
from wagtail.contrib.settings.views import get_setting_edit_handler

from home.models import ClosedDay, NewsPage, OfficeHours, VillageSettings
from layanan.models import RegulationPage
from project.lib import datefields

OURS = (datefields.DateField, datefields.TimeField, datefields.DateTimeField)


def admin_form(model):
    return model.get_edit_handler().get_form_class()


def fields_of(form_class):
    yield from form_class.base_fields.items()
    for formset in getattr(form_class, "formsets", {}).values():
        yield from fields_of(formset.form)


@pytest.mark.parametrize(
    ("model", "names"),
    [
        (RegulationPage, {"enacted_on", "promulgated_on", "last_verified_on", "go_live_at", "expire_at"}),
        (NewsPage, {"date", "go_live_at", "expire_at"}),
    ],
)
def test_all_dates_of_a_page_form_are_ours(model, names):
    found = {
        name: field
        for name, field in fields_of(admin_form(model))
        if isinstance(field, forms.DateField | forms.TimeField | forms.DateTimeField)
    }
    assert names <= set(found)
    assert [name for name, field in found.items() if not isinstance(field, OURS)] == []


def test_all_dates_and_hours_of_the_rows_of_the_identity_are_ours():
    form = get_setting_edit_handler(VillageSettings).get_form_class()
    for rows, model, number in (("office_hours", OfficeHours, 4), ("closed_days", ClosedDay, 2)):
        fields = form.formsets[rows].form.base_fields.values()
        assert sum(isinstance(field, OURS) for field in fields) == number, model


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        (datefields.DateField(), "10 Juni 2025", dt.date(2025, 6, 10)),
        (datefields.DateField(), dt.date(2025, 6, 10), dt.date(2025, 6, 10)),
        (datefields.TimeField(), "08.00", dt.time(8)),
        (datefields.DateTimeField(), "01/12/2026 08.00", dt.datetime(2026, 12, 1, 1, tzinfo=dt.UTC)),  # WIB
    ],
)
def test_a_field_reads_what_people_type(field, typed, read):
    assert field.clean(typed) == read


@pytest.mark.parametrize("field", [field(required=False) for field in OURS])
@pytest.mark.parametrize("typed", ["", "   ", None])
def test_nothing_is_nothing(field, typed):
    assert field.clean(typed) is None


@pytest.mark.parametrize("field", [field() for field in OURS])
def test_what_is_none_is_refused_in_our_words(field):
    with pytest.raises(ValidationError, match="misalnya"):
        field.clean("besok")
    with pytest.raises(ValidationError, match="wajib|harus"):
        field.clean("")


@pytest.mark.parametrize(
    ("model", "name", "value", "shown"),
    [
        (RegulationPage, "enacted_on", dt.date(2026, 11, 25), "25/11/2026"),
        (RegulationPage, "go_live_at", dt.datetime(2026, 12, 1, 1, tzinfo=dt.UTC), "01/12/2026 08.00"),
    ],
)
def test_a_value_is_shown_the_way_it_is_typed(model, name, value, shown):
    form = type("Form", (forms.Form,), {name: admin_form(model).base_fields[name]})
    bound = form(initial={name: value})[name]
    assert f'value="{shown}"' in str(bound)
    assert not form({name: shown}, initial={name: value}).has_changed()


def test_the_script_that_changes_what_was_typed_is_not_served():
    """Ours is found in its place: with the same name, by the same three functions."""
    script = Path(finders.find("wagtailadmin/js/date-time-chooser.js")).read_text()
    assert "datetimepicker" not in script
    for function in ("initDateChooser", "initDateTimeChooser", "initTimeChooser"):
        assert f"window.{function} =" in script


@pytest.mark.parametrize(
    ("block", "function"),
    [
        (blocks.DateBlock(), "initDateChooser"),
        (blocks.TimeBlock(), "initTimeChooser"),
        (blocks.DateTimeBlock(), "initDateTimeChooser"),
    ],
)
def test_a_block_of_a_stream_is_set_up_by_the_same_script(block, function):
    packed = str(JSContext().pack(block.field.widget))
    assert "wagtail.widgets.Widget" in packed
    assert function in packed


def test_filters_read_indonesian_dates_too():
    field = DateRangeField(widget=DateRangePickerWidget)
    for typed in ("10/06/2025", "10-06-2025", "10.06.2025"):
        assert field.clean([typed, "01/12/2026"]).start.date() == dt.date(2025, 6, 10)
    for typed in ("06/25/2025", "10/06/25", "31/02/2025"):
        with pytest.raises(ValidationError):
            field.clean([typed, "01/12/2026"])
