"""Forms of the village's identity."""

from wagtail.admin.forms import WagtailAdminModelForm

from home.identity.rules import WEEKDAYS, repeated_weekdays


class VillageSettingsForm(WagtailAdminModelForm):
    """Says in words, beside the row, when a weekday is written twice."""

    def is_valid(self):
        # The formsets are validated after the form; their rows can only be compared once both are done.
        valid = super().is_valid()
        return self._weekdays_are_unique() and valid

    def _weekdays_are_unique(self) -> bool:
        formset = self.formsets.get("office_hours")
        if formset is None or not self.is_bound:
            return True
        formset.is_valid()  # fills cleaned_data also where an earlier fault ended the check
        rows = [
            form
            for form in formset.forms
            if form.has_changed() or form.instance.pk
            if not form.cleaned_data.get("DELETE") and form.cleaned_data.get("weekday") is not None
        ]
        repeated = repeated_weekdays(form.cleaned_data["weekday"] for form in rows)
        for form in rows:
            weekday = form.cleaned_data["weekday"]
            if weekday in repeated and not form.has_error("weekday"):
                form.add_error(
                    "weekday",
                    f"{WEEKDAYS[weekday]} ditulis lebih dari sekali, jadi jamnya tumpang tindih. "
                    "Pakai satu baris untuk satu hari; jeda ditulis di kolom istirahat.",
                )
        return not repeated
