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

from home.pages.files import APPROVED, may_change, may_publish
from project.lib import documents, photos
from project.lib.localdates import format_date

PHOTO_HELP = (
    "JPEG, PNG, WebP, atau HEIC, paling besar 15 MB. Foto ditegakkan, diperkecil, "
    "dan dibersihkan dari lokasi pengambilannya secara otomatis."
)
FILING_HELP = {
    "tags": "Kata untuk mencarinya lagi, dipisahkan koma, misalnya “posyandu, 2026”. Boleh dikosongkan.",
    "collection": "Kelompok tempat menyimpannya. Bila ragu, biarkan seperti adanya.",
}
SCAN = (
    "PDF ini hasil pindai tanpa teks: isinya tidak dapat dicari dan tidak terbaca pembaca layar. Untuk peraturan, "
    "tempel naskahnya di formulir halamannya."
)
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


REASON = "nik_reason"
SHOWN = 5  # places of a NIK that a message names


def _reason_field() -> forms.CharField:
    return forms.CharField(
        label="Alasan tetap memuat NIK",
        min_length=10,
        max_length=250,
        required=False,
        help_text="Misalnya dasar hukum yang mewajibkan nomornya dimuat. Alasan, nama Anda, dan waktunya dicatat. "
        "Pilih berkasnya sekali lagi di atas.",
    )


def shows_nik(niks, may_permit: bool) -> str:
    places = "; ".join(f"halaman {nik.page}: {nik.masked}" for nik in niks[:SHOWN])
    more = f"; dan {len(niks) - SHOWN} lagi" if len(niks) > SHOWN else ""
    then = (
        "Bila memang wajib dimuat, pilih lagi berkasnya dan tulis alasannya di formulir satu dokumen "
        "(/admin/documents/add/)."
        if may_permit
        else "Bila memang wajib dimuat, mintalah Penerbit mengunggahnya."
    )
    return (
        f"PDF ini memuat nomor yang tampak seperti NIK ({places}{more}). NIK warga tidak boleh tersebar: tutup "
        f"nomornya, pindai atau simpan ulang, lalu unggah lagi. {then}"
    )


def examined_words(document) -> list[str]:
    """What is to be known of a stored PDF before it is used."""
    words = []
    examined = getattr(document, "examined", None)
    if examined and examined.is_scan:
        words.append(SCAN)
    words += [
        f"Memuat NIK dengan izin {permit.given_by_name}, {format_date(permit.given_at)}: {permit.reason}"
        for permit in document.permits.filter(file_hash=document.file_hash)
    ]
    return words


class VillageImageForm(_CheckedFileForm, BaseImageForm):
    file_field = PhotoFormField

    class Meta(BaseImageForm.Meta):
        widgets = BaseImageForm.Meta.widgets | {
            "file": forms.FileInput(
                attrs=BaseImageForm.Meta.widgets["file"].attrs | {"accept": photos.ACCEPT}
            )
        }


class VillageDocumentForm(_CheckedFileForm, BaseDocumentForm):
    """Refuses a PDF that shows what looks like a NIK. Whoever publishes may let it in with a reason, which is kept; the
    field for it appears only then."""

    file_field = DocumentFormField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.add_prefix(REASON) in self.data and self._may_permit:
            self.fields[REASON] = _reason_field()
        if self.instance.pk and "file" in self.fields:
            told = [self.fields["file"].help_text, *examined_words(self.instance)]
            self.fields["file"].help_text = " ".join(told)

    @property
    def _may_permit(self) -> bool:
        return self.user is not None and may_publish(self.user)

    def clean(self):
        cleaned_data = super().clean()
        niks = getattr(cleaned_data.get("file"), "niks", ())
        if niks and not cleaned_data.get(REASON):
            self.add_error("file", shows_nik(niks, self._may_permit))
            if self._may_permit and REASON not in self.fields:
                self.fields[REASON] = _reason_field()
        return cleaned_data

    def save(self, commit=True):
        file, reason = self.cleaned_data.get("file"), self.cleaned_data.get(REASON)
        document = super().save(commit)
        if commit and reason and getattr(file, "niks", ()):
            document.permits.create(
                file_hash=document.file_hash,
                reason=reason,
                given_by=self.user,
                given_by_name=self.user.shown_name,
            )
        return document

    class Meta(BaseDocumentForm.Meta):
        widgets = BaseDocumentForm.Meta.widgets | {
            "file": forms.FileInput(
                attrs=BaseDocumentForm.Meta.widgets["file"].attrs | {"accept": documents.ACCEPT}
            )
        }
