"""Forms about people: who somebody is, and no more than is counted later."""

import uuid
from collections.abc import Callable

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from home.casework.keys import once
from home.casework.seen import SeenForm
from pelatihan.events.models import Participant
from pelatihan.events.people import gaps, importer
from pelatihan.events.people.queries import elements, everybody, invitable
from pelatihan.events.people.rules import Neighbourhood, alike, read_neighbourhood
from pelatihan.events.programmes import runs
from pelatihan.events.programmes.models import Event, Registration
from pelatihan.events.programmes.rules import INVITED, PARTICIPANT, ROLES
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


class SuggestedInput(forms.TextInput):
    """A line of text with what others usually write there, to be chosen from or not."""

    def __init__(self, suggestions: Callable[[], list[str]], attrs=None):
        super().__init__(attrs)
        self.suggestions = suggestions

    def render(self, name, value, attrs=None, renderer=None):
        key = f"{(attrs or {}).get('id', name)}-saran"
        options = format_html_join("", '<option value="{}">', ((one,) for one in self.suggestions()))
        line = super().render(name, value, {**(attrs or {}), "list": key}, renderer)
        return format_html('{}<datalist id="{}">{}</datalist>', line, key, options)


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
        fields = ["name", "note", "sex", "age_group", "dusun", "element", "phone", "user"]
        help_texts = {
            "phone": "Boleh dikosongkan. Hanya terlihat oleh fasilitator.",
            "element": "Misalnya “Ketua RT”, “Kader posyandu” atau “Warga”.",
            "user": "Bila ia masuk ke situs ini dengan nama pengguna sendiri. Sertifikatnya lalu tampil di akunnya.",
        }
        widgets = {
            "phone": forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
            "element": SuggestedInput(elements),
        }

    field_order = ["name", "note", "sex", "age_group", "at", "dusun", "element", "phone", "user", "consent"]

    def __init__(self, *args, by=None, **kwargs):
        super().__init__(*args, **kwargs)
        # Nobody gives himself what belongs to somebody else, such as his certificates.
        free = get_user_model().objects.filter(is_active=True, participant=None).exclude(pk=by and by.pk)
        own = get_user_model().objects.filter(pk=self.instance.user_id)
        self.fields["user"].queryset = (free | own).order_by("first_name", "username")
        self.fields["user"].label_from_instance = lambda user: user.shown_name
        self.fields["user"].empty_label = "Tanpa akun"
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


WHO = "Namanya mirip dengan orang yang sudah tercatat. Pilih siapa orang ini."
NEW = "baru"


class AsksWho(forms.BaseForm):
    """A form that names somebody, in `name` and `at`. Where the village knows somebody of such a name, it asks `who`
    that is: one of those, or somebody new."""

    def ask_who(self) -> None:
        """Called when the form is made."""
        if not self.is_bound:
            return
        try:
            at = read_neighbourhood(self.data.get("at", ""))
        except ValueError:
            at = Neighbourhood()
        found = {one.pk: one for one in alike(clean_line(self.data.get("name", "")), at, everybody())}
        if found:
            known = [(str(one.pk), str(one)) for one in list(found.values())[:5]]
            choices = [("", "Pilih"), *known, (NEW, "Orang baru")]
            self.fields["who"] = forms.ChoiceField(
                label="Siapa orang ini?", choices=choices, error_messages={"required": WHO}
            )

    @property
    def known(self) -> Participant | None:
        """Who of those who are known it is."""
        who = self.cleaned_data.get("who", NEW)
        return None if who == NEW else Participant.objects.get(pk=int(who))


class NewPersonForm(AsksWho, PersonForm):
    """One person for an event."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    role = forms.ChoiceField(
        label="Sebagai",
        choices=list(ROLES.items()),
        initial=PARTICIPANT,
        help_text="Hanya peserta yang dihitung.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["user"]
        self.ask_who()
        self.order_fields(["who", *self.field_order])

    def register(self, event: Event) -> Registration:
        """Of somebody who is known only gaps are filled. Sent twice at the same moment, it is one person."""
        key, role, at = (self.cleaned_data[name] for name in ("key", "role", "at"))

        def make():
            if self.known is None:
                person = self.save()
            else:
                person = self.known
                consent_at = timezone.now() if self.cleaned_data["consent"] else None
                gaps.fill(person, self.cleaned_data | {"rt": at.rt, "rw": at.rw, "consent_at": consent_at})
            since = runs.first_day(event)
            return runs.register(event, person, source=INVITED, since=since, role=role, key=key)

        return once(make, Registration.objects.filter(event=event, key=key).first)


class NewPeopleForm(forms.Form):
    """Puts people into an event: by names that are typed, and known ones of the same programme."""

    names = forms.CharField(
        label="Nama-nama",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "autocapitalize": "words"}),
        help_text="Satu nama satu baris. Di belakang koma boleh ditulis RT, L/P dan unsurnya, "
        "misalnya “Siti Aminah, RT 02, P, Kader posyandu”.",
    )
    known = forms.ModelMultipleChoiceField(
        Participant.objects.none(),
        label="Orang dari kegiatan lain di program ini",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    role = forms.ChoiceField(
        label="Sebagai",
        choices=list(ROLES.items()),
        initial=PARTICIPANT,
        help_text="Hanya peserta yang dihitung.",
    )

    def __init__(self, *args, event: Event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        self.fields["known"].queryset = invitable(event)

    def clean_names(self):
        rows = importer.read_lines(self.cleaned_data["names"])
        if len(rows) > importer.MOST_ROWS:
            raise forms.ValidationError(importer.TOO_MANY)
        faults = [
            f"Baris {row.number}: {row.fault}" for row in importer.compare(self.event, rows) if row.fault
        ]
        if faults:
            raise forms.ValidationError(faults)
        return rows

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("names") and not cleaned.get("known"):
            raise forms.ValidationError("Belum ada yang dipilih. Tulis sebuah nama, atau centang orangnya.")
        return cleaned
