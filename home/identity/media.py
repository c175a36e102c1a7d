"""Photos and documents of the village. Whatever is stored has been checked or redrawn first: `stored_files`."""

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models.signals import pre_save
from django.dispatch import receiver
from PIL import Image
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, ImageQuerySet, get_upload_to

from home.identity import renditions
from home.identity.stored_files import DocumentField, Found, PhotoField, document_path
from project.lib.photos import PhotoError, clean_photo, light_jpeg, size_of

# What a record keeps about its file, written together with it.
_IMAGE_FACTS = ("width", "height", "file_size", "file_hash")
_DOCUMENT_FACTS = ("file_size", "file_hash", "page_count")


class _NewFile(models.Model):
    """Saves a record with a file: the new one is checked before, the one it replaces is removed after."""

    # Set, for good, when a text that shows this file is submitted, scheduled or published (`home.pages.files`).
    relied_on = models.BooleanField(default=False, editable=False)

    _file_is_new = False
    facts: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Raises `PhotoError` or `DocumentError` when a new file can't be taken; then nothing is stored."""
        update_fields = kwargs.get("update_fields")
        if update_fields is None or "file" in update_fields:
            if self.file and not self.file._committed:
                self.file.prepare()
                self._file_is_new = True
            if self._file_is_new and update_fields is not None:
                kwargs["update_fields"] = {*update_fields, *self.facts}
            replaced = self._stored_file_name() if self._file_is_new else None
            super().save(*args, **kwargs)
            if self._file_is_new:
                self._file_is_new = False
                self._file_was_replaced(replaced)
        else:
            super().save(*args, **kwargs)

    def _stored_file_name(self) -> str | None:
        if self.pk is None:
            return None
        return type(self)._base_manager.filter(pk=self.pk).values_list("file", flat=True).first()

    def _file_was_replaced(self, name: str | None) -> None:
        if name and name != self.file.name:
            storage = self.file.storage
            # Only when the new one is safely in the database: until then the old file is the only one.
            transaction.on_commit(lambda: storage.delete(name))


class VillageImageManager(models.Manager.from_queryset(ImageQuerySet)):
    """Brings the renditions along, so that a page with twenty photos asks the database once for all of them."""

    def get_queryset(self):
        return super().get_queryset().prefetch_related("renditions")


class VillageImage(_NewFile, AbstractImage):  # noqa: DJ008 - Wagtail's base has __str__
    """A photo or drawing. Only the cleaned copy exists: upright, at most 2048 px, without place, time or device."""

    title = models.CharField(
        "judul",
        max_length=255,
        help_text="Untuk menemukan gambar ini lagi, misalnya “Balai desa dari depan”.",
    )
    file = PhotoField("berkas", upload_to=get_upload_to, width_field="width", height_field="height")
    description = models.CharField(
        "teks alternatif",
        max_length=255,
        blank=True,
        default="",
        help_text="Satu kalimat tentang apa yang terlihat, dibacakan kepada orang yang tidak melihat gambarnya.",
    )

    objects = VillageImageManager()

    facts = _IMAGE_FACTS
    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "gambar"
        verbose_name_plural = "gambar"
        # A foreign key to a photo goes through this manager too, so page.picture has its renditions with it.
        base_manager_name = "objects"
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        update_fields = kwargs.get("update_fields")
        if (
            update_fields is None
            or "file" in update_fields
            or any("focal_point" in name for name in update_fields)
        ):
            renditions.make_or_log(self)

    def _file_was_replaced(self, name: str | None) -> None:
        super()._file_was_replaced(name)
        if name:
            self.renditions.all().delete()
            self.forget_renditions()

    def forget_renditions(self) -> None:
        """Drops the renditions that were brought along, after they changed in the database."""
        getattr(self, "_prefetched_objects_cache", {}).pop("renditions", None)

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """As Wagtail's, but the social preview has its full size and is light enough to be shown at all, and a screen
        or drawing is kept exact where that is lighter: it mostly is for letters on plain ground."""
        file = super().generate_rendition_file(filter, source=source)
        if filter.spec.endswith("|format-webp") and self.file.name.endswith(".png"):
            exact = super().generate_rendition_file(Filter(f"{filter.spec}-lossless"), source=source)
            if exact.size < file.size:
                file = File(exact.file, name=file.name)
        if filter.spec == renditions.SOCIAL and (
            size_of(file) != renditions.SOCIAL_SIZE or file.size > renditions.SOCIAL_LIMIT
        ):
            exact = super().generate_rendition_file(Filter(renditions.SOCIAL_EXACT), source=source)
            with Image.open(exact.file) as picture:
                light = light_jpeg(picture, renditions.SOCIAL_LIMIT, renditions.SOCIAL_SIZE)
            file = ContentFile(light, name=file.name)
        return file


class VillageRendition(AbstractRendition):
    """One size and format of a photo: see `renditions`."""

    image = models.ForeignKey(VillageImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_image_and_spec"
            )
        ]


class VillageDocument(_NewFile, AbstractDocument):  # noqa: DJ008 - likewise
    """A file to download: a regulation, a form, a table."""

    title = models.CharField(
        "judul", max_length=255, help_text="Nama yang dibaca warga, bukan nama berkasnya."
    )
    file = DocumentField("berkas", upload_to=document_path)
    page_count = models.PositiveIntegerField("jumlah halaman", null=True, editable=False)

    facts = _DOCUMENT_FACTS
    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        permissions = [("choose_document", "Can choose document")]

    # What was found in a file that was set and is not stored yet.
    found: Found | None = None

    def _file_was_replaced(self, name: str | None) -> None:
        super()._file_was_replaced(name)
        if self.found is not None:
            DocumentText.keep(self, self.found)
            self.found = None

    def clean(self):
        """Does not ask for the ending of the name, as Wagtail's would: `DocumentField` gives each file the ending of
        its content, and a refused file would be told of its "missing" ending on top."""


class DocumentText(models.Model):
    """The text of a PDF, for search and for whoever wants to know whether it has any. Apart from the document, so that
    no list reads it. What looks like a NIK is not in it."""

    LETTERS_OF_A_PAGE = 20  # a scan may carry a stamp or a page number as text

    document = models.OneToOneField(VillageDocument, on_delete=models.CASCADE, related_name="examined")
    text = models.TextField(blank=True)
    pages_with_text = models.PositiveIntegerField(default=0)
    complete = models.BooleanField(default=True)  # whether all pages were read

    class Meta:
        verbose_name = "teks dokumen"
        verbose_name_plural = "teks dokumen"
        default_permissions = ()

    def __str__(self):
        return f"Teks {self.document_id}"

    @classmethod
    def keep(cls, document: VillageDocument, found: Found) -> None:
        """Of the file that the document has now; what is no PDF has none."""
        if found.pages is None:
            cls.objects.filter(document=document).delete()
            return
        letters = (sum(letter.isalpha() for letter in text) for text in found.texts)
        told = {
            "text": "\n".join(found.texts),
            "pages_with_text": sum(number >= cls.LETTERS_OF_A_PAGE for number in letters),
            "complete": found.complete,
        }
        cls.objects.update_or_create(document=document, defaults=told)

    @property
    def is_scan(self) -> bool:
        """Whether nobody can search or hear it: it holds pictures of pages."""
        return self.pages_with_text == 0


class PersonalNumberPermit(models.Model):
    """Who let in a PDF that shows what looks like a NIK, and why. Kept as long as the document, never changed."""

    document = models.ForeignKey(VillageDocument, on_delete=models.CASCADE, related_name="permits")
    file_hash = models.CharField(max_length=40)
    reason = models.CharField("alasan", max_length=250)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    given_by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "izin memuat NIK"
        verbose_name_plural = "izin memuat NIK"
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self):
        return self.reason


@receiver(pre_save, sender="wagtailcore.UploadedFile")
def clean_waiting_upload(instance, **kwargs):
    """Wagtail's multiple uploader sets a photo aside as it came while its form still lacks something, in a folder of
    its own below MEDIA_ROOT. The photo has passed the form's check by then; what is kept is the clean copy."""
    kind = instance.for_content_type
    if kind and kind.model_class() is VillageImage and not instance.file._committed:
        instance.file = clean_photo(instance.file.file)


@receiver(pre_save, sender="wagtailusers.UserProfile")
def clean_profile_picture(instance, **kwargs):
    """A profile picture is a photo too, often one taken at home. One that can't be cleaned is dropped."""
    if instance.avatar and not instance.avatar._committed:
        try:
            instance.avatar = clean_photo(instance.avatar.file)
        except PhotoError:
            instance.avatar = None
