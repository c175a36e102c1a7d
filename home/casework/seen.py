"""Forms of records that several people change: whoever would save over what he did not see is told.

The form carries along what it showed, as a fingerprint; only what it shows is written, and only where that still
stands. Otherwise the typed words stay in the form, beside what stands now, and sending it once more saves it:

    class SessionForm(SeenForm):
        beside = ("starts_at",)   # columns that the form fills in ways of its own

    form, saved = save_seen(request, session, lambda data, one: SessionForm(data, instance=one))
"""

import hashlib
import json
from collections.abc import Callable

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.http import HttpRequest

CHANGED = "Data ini diubah orang lain selagi Anda mengisinya, jadi belum disimpan."
ONCE_MORE = "Periksa isian Anda, lalu simpan sekali lagi bila memang begitu."


class SeenForm(forms.ModelForm):
    """`beside` names columns that belong to the form and are no fields of its model."""

    beside: tuple[str, ...] = ()
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            del self.fields["seen"]
            return
        self.stands = self._fingerprint()
        self.initial["seen"] = self.stands

    def _fingerprint(self) -> str:
        shown = forms.model_to_dict(self.instance, fields=self._meta.fields)
        shown = {
            name: [one.pk for one in value] if isinstance(value, list) else value
            for name, value in shown.items()
        }
        shown |= {name: getattr(self.instance, name) for name in self.beside}
        return hashlib.sha256(json.dumps(shown, cls=DjangoJSONEncoder, sort_keys=True).encode()).hexdigest()

    def clean(self):
        cleaned = super().clean()
        if "seen" in self.fields and cleaned.get("seen") != self.stands:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.stands
            self.add_error(None, " ".join([CHANGED, *self._what_stands(), ONCE_MORE]))
        return cleaned

    def _what_stands(self) -> list[str]:
        differing = [name for name in self.changed_data if name != "seen"]
        told = [f"{self.fields[name].label}: {self._in_words(name)}" for name in differing]
        return [f"Yang tersimpan sekarang: {'; '.join(told)}."] if told else []

    def _in_words(self, name: str) -> str:
        field = self.fields[name]
        value = self.get_initial_for_field(field, name)
        if isinstance(field, forms.ModelMultipleChoiceField):
            return ", ".join(field.label_from_instance(one) for one in value or ()) or "kosong"
        if isinstance(field, forms.ModelChoiceField):
            found = field.queryset.filter(pk=value).first()
            return field.label_from_instance(found) if found else "kosong"
        if isinstance(field, forms.BooleanField):
            return "ya" if value else "tidak"
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices).get(value) or "kosong")
        shown = field.widget.format_value(field.prepare_value(value))
        return f"“{shown}”" if shown not in (None, "") else "kosong"

    def save(self, commit=True):
        if not commit or self.instance.pk is None or self.errors:
            return super().save(commit)
        model = self.instance._meta
        shown = [name for name in self._meta.fields if name in self.fields]
        columns = [name for name in shown if not model.get_field(name).many_to_many]
        self.instance.save(update_fields=[*columns, *self.beside])
        self._save_m2m()
        return self.instance


def save_seen(
    request: HttpRequest, record: models.Model, form_of: Callable[[object, models.Model], SeenForm]
) -> tuple[SeenForm, bool]:
    """The form of a record, and whether it was sent and saved. The row is locked from reading to writing, so that of
    two who save at the same moment the second is told."""
    if request.method != "POST":
        return form_of(None, record), False
    with transaction.atomic():
        form = form_of(request.POST, type(record)._default_manager.select_for_update().get(pk=record.pk))
        if not form.is_valid():
            return form, False
        form.save()
    return form, True
