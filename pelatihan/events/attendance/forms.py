"""Forms of attendance."""

import uuid

from django import forms

from pelatihan.events.attendance.runs import NewPerson
from pelatihan.events.people.forms import NIK_TYPED, NeighbourhoodField
from pelatihan.events.people.rules import SEXES, Neighbourhood
from pelatihan.events.rules import NAME_LETTERS, clean_line
from project.lib import nik


class WalkInForm(forms.Form):
    """Name and RT are enough. Sent twice, it is one person and one note."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    mark = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    name = forms.CharField(
        label="Nama",
        max_length=NAME_LETTERS,
        error_messages={"required": "Tulis namanya."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    at = NeighbourhoodField(label="RT", required=False, help_text="Misalnya 03, atau RT 03/RW 01.")
    sex = forms.ChoiceField(label="L/P", choices=[("", "–"), *SEXES.items()], required=False)

    def clean_name(self):
        name = clean_line(self.cleaned_data["name"])
        if nik.find(name):
            raise forms.ValidationError(NIK_TYPED)
        if not name:
            raise forms.ValidationError("Tulis namanya.")
        return name

    @property
    def person(self) -> NewPerson:
        data = self.cleaned_data
        return NewPerson(data["key"], data["name"], data["at"] or Neighbourhood(), data["sex"])
