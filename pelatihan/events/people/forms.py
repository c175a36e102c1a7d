"""Forms about people: who somebody is, and no more than is counted later."""

from django import forms
from django.utils import timezone

from home.casework.seen import SeenForm
from pelatihan.events.models import Participant
from pelatihan.events.people.rules import Neighbourhood, read_neighbourhood
from pelatihan.events.rules import NAME_LETTERS, clean_line
from project.lib import nik, phone

NIK_TYPED = "Jangan menulis NIK. Nama dan RT sudah cukup."


class NeighbourhoodField(forms.CharField):
    """An RT, with its RW where somebody writes it. Becomes a `Neighbourhood`."""

    def __init__(self, **kwargs):
        super().__init__(max_length=40, **kwargs)
        self.widget.attrs["autocomplete"] = "off"

    def clean(self, value):
        typed = super().clean(value)
        try:
            return read_neighbourhood(typed or "")
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from fault

    def has_changed(self, initial, data):
        try:
            return self.clean(data) != (initial or Neighbourhood())
        except forms.ValidationError:
            return True

    def prepare_value(self, value):
        if isinstance(value, Neighbourhood):
            return "" if value.rt is None else str(value)
        return value


class PersonForm(SeenForm):
    """What is known of somebody."""

    beside = ("rt", "rw", "consent_at")
    at = NeighbourhoodField(label="RT", required=False, help_text="Misalnya 03, atau RT 03/RW 01.")
    consent = forms.BooleanField(
        label="Setuju namanya dicatat untuk pelatihan ini",
        required=False,
        help_text="Dicentang bila ia mengatakannya, atau menandatangani daftar hadir yang memuat kalimatnya.",
    )

    class Meta:
        model = Participant
        fields = ["name", "note", "sex", "age_group", "dusun", "element", "phone"]
        help_texts = {
            "phone": "Boleh dikosongkan. Hanya terlihat oleh fasilitator.",
            "element": "Misalnya “Ketua RT”, “Kader posyandu” atau “Warga”.",
        }
        widgets = {"phone": forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})}

    field_order = ["name", "note", "sex", "age_group", "at", "dusun", "element", "phone", "consent"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["phone"].max_length = 30
        self.fields["phone"].widget.attrs["maxlength"] = 30
        self.fields["phone"].validators = []
        for name in self._meta.fields:
            field = self.fields[name]
            field.label = field.label[:1].upper() + field.label[1:]
        if self.instance.pk:
            self.initial["at"] = self.instance.at
            self.initial["consent"] = self.instance.consent_at is not None
            self.initial["phone"] = phone.display(self.instance.phone)

    def clean_name(self):
        name = clean_line(self.cleaned_data["name"])
        if not name or len(name) > NAME_LETTERS:
            raise forms.ValidationError("Tulis namanya.")
        return name

    def clean_phone(self):
        typed = self.cleaned_data["phone"].strip()
        try:
            return phone.normalise(typed) if typed else ""
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean(self):
        cleaned = super().clean()
        for name in ("name", "note", "dusun", "element"):
            if nik.find(str(cleaned.get(name, ""))):
                self.add_error(name, NIK_TYPED)
        return cleaned

    def save(self, commit=True):
        person = self.instance
        at = self.cleaned_data["at"]
        person.rt, person.rw = at.rt, at.rw
        if not self.cleaned_data["consent"]:
            person.consent_at = None
        elif person.consent_at is None:
            person.consent_at = timezone.now()
        return super().save(commit)
