"""Forms of the village's identity."""

from functools import partial

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import BaseModelFormSet
from wagtail.admin.forms import WagtailAdminModelForm

from home.identity.rules import WEEKDAYS, repeated_weekdays
from project.lib.maps import HELP, map_link


class MapLinkField(forms.CharField):
    """A place by its map's link, by the text that a map application shares, or by coordinates; kept as a link."""

    def clean(self, value):
        try:
            return map_link(super().clean(value))
        except ValueError as error:
            raise ValidationError(str(error)) from error


class VillageSettingsForm(WagtailAdminModelForm):
    """Says in words, beside the row, when a weekday is written twice."""

    map_url = MapLinkField(
        label="Tautan peta",
        max_length=2000,
        required=False,
        help_text=f"{HELP} Peta dibuka di aplikasinya; halaman desa tidak memuatnya.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if hours := self.formsets.get("office_hours"):
            # In the place of Django's own check, whose words name columns of the database.
            hours.validate_unique = partial(refuse_repeated_weekdays, hours)

    def save(self, commit=True):
        with transaction.atomic():
            # One after the other: on PostgreSQL two that save at once would wait for each other's rows.
            type(self.instance).objects.select_for_update().filter(pk=self.instance.pk).first()
            if commit and (hours := self.formsets.get("office_hours")):
                free_changed_weekdays(hours)
            return super().save(commit)


def refuse_repeated_weekdays(formset: BaseModelFormSet) -> None:
    rows = [
        form
        for form in formset.forms
        if (form.has_changed() or form.instance.pk)
        and not form.cleaned_data.get("DELETE")
        and form.cleaned_data.get("weekday") is not None
    ]
    repeated = repeated_weekdays(form.cleaned_data["weekday"] for form in rows)
    for form in rows:
        weekday = form.cleaned_data["weekday"]
        if weekday in repeated:
            form.add_error(
                "weekday",
                f"{WEEKDAYS[weekday]} ditulis lebih dari sekali, jadi jamnya tumpang tindih. "
                "Pakai satu baris untuk satu hari; jeda ditulis di kolom istirahat.",
            )


def free_changed_weekdays(formset: BaseModelFormSet) -> None:
    """Rows are written one by one, so two that change places would meet for a moment. Those that change their weekday
    go first; saving writes them anew."""
    changed = [
        form.instance.pk for form in formset.forms if "weekday" in form.changed_data and form.instance.pk
    ]
    formset.model.objects.filter(pk__in=changed).delete()
