"""Form fields of the admin for dates and times: they read what `localdates` reads and refuse the rest in its words."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import from_current_timezone
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from project.lib import localdates


class _TypedField:
    """Django's own reading is left out: it knows English names of months only."""

    def to_python(self, value):
        if not isinstance(value, str):
            return super().to_python(value)
        if not value.strip():
            return None
        try:
            return self.parse(value)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error


class DateField(_TypedField, forms.DateField):
    parse = staticmethod(localdates.parse_date)


class TimeField(_TypedField, forms.TimeField):
    parse = staticmethod(localdates.parse_time)


class DateTimeField(_TypedField, forms.DateTimeField):
    @staticmethod
    def parse(text: str) -> dt.datetime:
        return from_current_timezone(localdates.parse_moment(text))


def use_everywhere() -> None:
    """Gives these fields to every form that Wagtail makes of a model: pages, settings, rows, the schedule. Their
    script is ours too: static/wagtailadmin/js/date-time-chooser.js."""
    for column, field, widget in (
        (models.DateField, DateField, AdminDateInput),
        (models.TimeField, TimeField, AdminTimeInput),
        (models.DateTimeField, DateTimeField, AdminDateTimeInput),
    ):
        register_form_field_override(column, override={"form_class": field, "widget": widget})
        register(WidgetAdapter(), widget)  # in a StreamField too the script above sets them up
