"""The form of a regulation in the editor."""

import unicodedata

from django.core.validators import MaxLengthValidator

from home.pages.base import BasePageForm
from layanan.regulations.queries import relation_faults


class RegulationPageForm(BasePageForm):
    """Says what is wrong with a relation beside that relation. The page itself sees only those of the last saving."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.relations_in_form = True
        self.instance.intended_parent = self.parent_page
        if "text" in self.fields:
            # A browser would cut what is pasted without a word; the page says it.
            field = self.fields["text"]
            field.widget.attrs.pop("maxlength", None)
            field.validators = [one for one in field.validators if not isinstance(one, MaxLengthValidator)]

    def clean_text(self):
        return unicodedata.normalize("NFC", self.cleaned_data["text"])

    def clean(self):
        cleaned_data = super().clean()
        formset = self.formsets.get("relations")
        if formset is None or not formset.is_valid():
            return cleaned_data
        rows = [row for row in formset.forms if row.cleaned_data and not formset._should_delete_form(row)]
        stated = [(row.cleaned_data.get("kind"), row.cleaned_data.get("target")) for row in rows]
        for position, words in relation_faults(self.instance, stated, cleaned_data.get("enacted_on")):
            rows[position].add_error("target", words)
        return cleaned_data
