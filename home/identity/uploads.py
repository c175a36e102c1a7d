"""The admin's upload forms: the checks of `project.lib` beside the field, in Indonesian, before anything is stored.

Named by the settings WAGTAILIMAGES_IMAGE_FORM_BASE and WAGTAILDOCS_DOCUMENT_FORM_BASE, so Wagtail uses them in every
place that takes a file: the pages "Gambar" and "Dokumen", the uploader for many files, the tab of a chooser.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import FileField
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from home.pages.files import APPROVED, may_change
from project.lib import documents, photos

PHOTO_HELP = (
    "JPEG, PNG, WebP, atau HEIC, paling besar 15 MB. Foto ditegakkan, diperkecil, "
    "dan dibersihkan dari lokasi pengambilannya secara otomatis."
)
FILING_HELP = {
    "tags": "Kata untuk mencarinya lagi, dipisahkan koma, misalnya “posyandu, 2026”. Boleh dikosongkan.",
    "collection": "Kelompok tempat menyimpannya. Bila ragu, biarkan seperti adanya.",
}
DOCUMENT_HELP = "PDF, DOCX, XLSX, ODT, atau ODS, paling besar 20 MB, tanpa kata sandi."


class PhotoFormField(WagtailImageField):
    """Gives a `CleanPhoto`. Asks neither the name nor the claimed type: "extension does not match" would turn away
    honest phone photos, and Wagtail's own reader decodes a bomb before it looks at the size."""

    default_validators = ()

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.help_text = PHOTO_HELP
        self.error_messages |= {
            "empty": photos.EMPTY,
            "missing": photos.EMPTY,
            "invalid": photos.NOT_A_PHOTO,
            "required": "Pilih foto yang akan diunggah.",
            # The uploader for many files shows these two before it sends anything.
            "file_too_large_unknown_size": photos.TOO_HEAVY,
            "invalid_image_extension": photos.NOT_A_PHOTO,
        }

    def to_python(self, data):
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        try:
            return photos.clean_photo(upload, upload.name)
        except photos.PhotoError as error:
            raise ValidationError(str(error), code="invalid_image") from error


class DocumentFormField(WagtailDocumentField):
    """Gives a `CheckedDocument`."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.help_text = DOCUMENT_HELP
        self.error_messages |= {
            "empty": documents.EMPTY,
            "missing": documents.EMPTY,
            "invalid": documents.UNKNOWN,
            "required": "Pilih berkas yang akan diunggah.",
            "file_too_large_unknown_size": documents.TOO_HEAVY,
        }

    def to_python(self, data):
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        try:
            return documents.check_document(upload, upload.name)
        except documents.DocumentError as error:
            raise ValidationError(str(error), code="invalid_document") from error


class _CheckedFileForm:
    """Puts our field in the place of Wagtail's, which its form factory insists on."""

    file_field: type[FileField]

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.user = user
        # Wagtail would remove the replaced file before the new one is in the database, and the photo's renditions
        # after they were made anew. The models do both themselves, in the right order.
        self.original_file = None
        for name in FILING_HELP.keys() & self.fields.keys():
            self.fields[name].help_text = FILING_HELP[name]
        if wagtails := self.fields.get("file"):
            self.fields["file"] = self.file_field(
                label=wagtails.label, required=wagtails.required, widget=wagtails.widget
            )

    def clean(self):
        cleaned_data = super().clean()
        if self.user and self.instance.pk and self.has_changed() and not may_change(self.user, self.instance):
            raise ValidationError(APPROVED)
        return cleaned_data


class VillageImageForm(_CheckedFileForm, BaseImageForm):
    file_field = PhotoFormField

    class Meta(BaseImageForm.Meta):
        widgets = BaseImageForm.Meta.widgets | {
            "file": forms.FileInput(
                attrs=BaseImageForm.Meta.widgets["file"].attrs | {"accept": photos.ACCEPT}
            )
        }


class VillageDocumentForm(_CheckedFileForm, BaseDocumentForm):
    file_field = DocumentFormField

    class Meta(BaseDocumentForm.Meta):
        widgets = BaseDocumentForm.Meta.widgets | {
            "file": forms.FileInput(
                attrs=BaseDocumentForm.Meta.widgets["file"].attrs | {"accept": documents.ACCEPT}
            )
        }
