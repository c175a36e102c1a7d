"""Forms of the facilitator: a class, and who belongs to it."""

import uuid

from django import forms
from django.contrib.auth import get_user_model

from home.casework.keys import KeyedForm
from home.identity.roles import FACILITATOR
from pelatihan.courses.models import CoursePage
from pelatihan.events.models import Participant, TrainingClass
from pelatihan.events.queries import known_names, outside
from pelatihan.events.rules import read_names

NAMES_HELP = (
    "Satu nama satu baris. Bila namanya sama, tulis pembeda di belakang koma, misalnya “Siti Aminah, RT 02”."
)


class NamesField(forms.CharField):
    """A class list as it is typed or pasted. Becomes a list of `rules.Named`. The form sets `known`, which tells the
    names that are there already."""

    known = staticmethod(set)
    widget = forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "autocapitalize": "words"})

    def clean(self, value):
        found = read_names(super().clean(value), self.known())
        if found.faults:
            raise forms.ValidationError(found.faults)
        return found.people


class ClassForm(KeyedForm):
    """`user` leads it, whoever else does."""

    class Meta:
        model = TrainingClass
        fields = ["name", "courses", "facilitators"]
        widgets = {
            "courses": forms.CheckboxSelectMultiple,
            "facilitators": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "name": "Misalnya “Pelatihan Operator, November 2026”.",
            "courses": "Yang dipelajari di kelas ini. Dapat diubah kapan saja.",
            "facilitators": "Siapa lagi yang mendampingi kelas ini. Anda sendiri sudah termasuk.",
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["courses"].queryset = CoursePage.objects.live().public().order_by("path")
        others = get_user_model().objects.filter(groups__name=FACILITATOR, is_active=True).exclude(pk=user.pk)
        self.fields["facilitators"].queryset = others.distinct().order_by("first_name", "username")
        self.fields["facilitators"].required = False
        self.fields["facilitators"].label = "fasilitator lain"
        self.fields["facilitators"].label_from_instance = person_words
        self.fields["courses"].label_from_instance = lambda course: course.title
        for name in ("name", "courses", "facilitators"):
            self.fields[name].label = self.fields[name].label[:1].upper() + self.fields[name].label[1:]
        if self.instance.pk is None:
            self.fields["names"] = NamesField(label="Nama peserta", required=False, help_text=NAMES_HELP)
            self.fields["names"].known = known_names

    def save(self):
        """The class with whoever is to lead it."""
        leading = {*self.cleaned_data["facilitators"], self.user}
        if self.instance.pk is None and self.user.is_superuser:
            leading = set(self.cleaned_data["facilitators"]) or {self.user}
        self.cleaned_data["facilitators"] = leading
        return super().save()


class PeopleForm(forms.Form):
    """Adds people to a class: new ones by name, known ones and those with an account by choosing them."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    names = NamesField(label="Nama baru", required=False, help_text=NAMES_HELP)
    known = forms.ModelMultipleChoiceField(
        Participant.objects.none(),
        label="Peserta lama",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Orang yang pernah ikut kelas lain.",
    )
    accounts = forms.ModelMultipleChoiceField(
        None,
        label="Pemilik akun",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Perangkat desa yang masuk dengan nama pengguna dan sandi sendiri.",
    )

    def __init__(self, *args, training_class: TrainingClass, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["names"].known = known_names
        self.fields["known"].queryset = outside(training_class)
        people = get_user_model().objects.filter(is_active=True, participant=None)
        self.fields["accounts"].queryset = people.order_by("first_name", "username")
        self.fields["accounts"].label_from_instance = person_words

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(name) for name in ("names", "known", "accounts")):
            raise forms.ValidationError("Belum ada yang dipilih. Tulis sebuah nama, atau centang orangnya.")
        return cleaned


def person_words(user) -> str:
    return user.shown_name
