"""No text that is kept holds a control character, and no text of one line a line end.

Text copied from a PDF or from Word carries such characters unseen. One of them ends a feed with an error, a NUL is
refused by PostgreSQL, and a line end in a title puts a line of its own into the plain text of a notice. Whatever door
a text comes in by, it is cleaned here: typed text as each form reads it, before it is checked, so that drafts, blocks
of a StreamField and rich text have it too; what code writes, when a model is saved. Passwords stay as they are.
"""

from django import forms
from django.db import models
from django.db.models.signals import pre_save

from project.lib.words import on_one_line, without_controls


def clean_everywhere() -> None:
    """Called once, when all models are there. Django has no hook for the fields of every form, ours, Wagtail's and
    those of blocks; all that take text read it with this one method."""
    forms.CharField.to_python = _to_python
    pre_save.connect(_clean_columns, dispatch_uid="clean-texts")


_read = forms.CharField.to_python


def _to_python(self: forms.CharField, value):
    if isinstance(value, str) and not isinstance(self.widget, forms.PasswordInput):
        value = on_one_line(value) if _has_one_line(self.widget) else without_controls(value)
    return _read(self, value)


def _has_one_line(widget: forms.Widget) -> bool:
    """A hidden field may hold anything; the editor of rich text is one."""
    return isinstance(widget, forms.widgets.Input) and not isinstance(widget, forms.HiddenInput)


def _clean_columns(instance: models.Model, **_signal) -> None:
    for field in instance._meta.concrete_fields:
        value = instance.__dict__.get(field.attname)  # a deferred one has not changed
        if isinstance(value, str) and isinstance(field, models.CharField):
            setattr(instance, field.attname, on_one_line(value))
        elif isinstance(value, str) and isinstance(field, models.TextField):
            setattr(instance, field.attname, without_controls(value))


def cleaned(value):
    """The plain data of a JSON column with every text in it cleaned."""
    if isinstance(value, str):
        return without_controls(value)
    if isinstance(value, dict):
        return {key: cleaned(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(part) for part in value]
    return value
