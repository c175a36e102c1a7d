"""Forms of an import: the file, and the cells of one row."""

import uuid
from pathlib import PurePosixPath

from django import forms

from home.casework.imports.importers import Importer
from home.casework.imports.models import ImportRow

ENDINGS = (".xlsx", ".csv", ".txt", ".zip", ".json", ".xls")


class UploadForm(forms.Form):
    """Carries the once-key from the server through the browser and back: a double tap is one run."""

    file = forms.FileField(
        label="Berkas",
        help_text="XLSX, CSV, ZIP berisi tabel dan PDF-nya, atau JSON dari OpenSID. Paling besar 50 MB.",
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        error_messages={
            "required": "Pilih berkasnya dulu.",
            "empty": "Berkas ini kosong. Pilih atau kirim ulang berkasnya.",
            "missing": "Pilih berkasnya dulu.",
            "invalid": "Berkas ini tidak terkirim. Pilih lagi.",
        },
    )
    key = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if PurePosixPath(upload.name.lower()).suffix not in ENDINGS:
            raise forms.ValidationError(
                "Jenis berkas ini tidak bisa diimpor. Unggah XLSX, CSV, ZIP, atau JSON dari OpenSID."
            )
        return upload


class RowForm(forms.Form):
    """The cells of one row, as text, with what is wrong beside each."""

    def __init__(self, *args, importer: Importer, row: ImportRow, **kwargs):
        super().__init__(*args, **kwargs)
        for column in importer.columns:
            if not column.heading and column.field not in row.cells:
                continue
            widget = forms.Textarea(attrs={"rows": 4}) if column.long else forms.TextInput()
            self.fields[column.field] = forms.CharField(
                label=column.label[:1].upper() + column.label[1:],
                help_text=column.help,
                required=False,
                max_length=400_000,
                initial=row.cells.get(column.field, ""),
                widget=widget,
            )
        for name, field in self.fields.items():
            field.told = [note for note in row.notes if note["field"] == name]
            if any(note["fault"] for note in field.told):
                field.widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"salah-{name}"}

    def cells(self) -> dict[str, str]:
        return {name: text for name, text in self.cleaned_data.items() if text}
