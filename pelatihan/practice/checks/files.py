"""Pictures with words for those who do not see them, and documents with names that say what is inside."""

from collections.abc import Iterator

from wagtail import blocks

from home.identity.media import VillageDocument, VillageImage
from home.models import ContentPage, NewsPage
from home.pages import references
from pelatihan.practice.checks.base import Fault, PageCheck, Work
from pelatihan.practice.checks.texts import describes, is_file_name, says_nothing


def pictures(page) -> list[tuple[VillageImage, str]]:
    """The pictures of a page, each with the words that stand for it."""
    found = []
    if getattr(page, "picture", None):
        found.append((page.picture, page.picture.description))
    for block in page.body:
        values = {"image": [block.value], "gallery": block.value}.get(block.block_type, [])
        found += [
            (value["image"], value["alt"] or value["image"].description) for value in values if value["image"]
        ]
    return found


class PhotoCheck(PageCheck):
    key = "foto"
    label = "Foto sendiri dengan keterangan yang benar"
    models = (NewsPage, ContentPage)

    def fields(self):
        return [
            (
                "pictures",
                blocks.IntegerBlock(
                    label="Foto paling sedikit",
                    default=1,
                    min_value=1,
                    max_value=10,
                    help_text="Berapa foto yang harus ada di halamannya, misalnya 2.",
                ),
            )
        ]

    def faults(self, page, work: Work, values) -> Iterator[Fault]:
        found, wanted = pictures(page), values.get("pictures") or 1
        if not found:
            yield Fault(f"“{page.title}” belum punya gambar. Tambahkan blok “Gambar” di bagian isi.", "body")
        for image, alt in found:
            if image.uploaded_by_user_id != work.user.pk or image.created_at < work.started_at:
                yield Fault(
                    f"Gambar “{image.title}” diambil dari yang sudah ada. Unggah foto Anda sendiri.", "body"
                )
            if not describes(alt, image.title, image.filename):
                yield Fault(
                    f"Gambar sudah ada. Keterangannya masih “{alt}”. Tulis apa yang terlihat, sedikitnya tiga kata.",
                    "body",
                )
        if len(found) < wanted:
            yield Fault(f"Fotonya baru {len(found)}. Tambahkan sampai {wanted}.", "body")


class DocumentCheck(PageCheck):
    key = "dokumen"
    label = "Dokumen dengan judul yang benar, ditautkan dari halaman"
    models = (NewsPage, ContentPage)

    def faults(self, page, work: Work, values) -> Iterator[Fault]:
        keys = {key for model, key in references.of(page) if model is VillageDocument}
        documents = list(VillageDocument.objects.filter(pk__in=keys))
        if not documents:
            yield Fault(
                f"“{page.title}” belum memuat dokumen. Tambahkan blok “Daftar dokumen” di bagian isi.", "body"
            )
        own = [one for one in documents if one.collection_id == work.room.collection_id]
        if documents and not own:
            yield Fault("Dokumennya bukan dari koleksi latihan Anda. Unggah dokumen Anda sendiri.", "body")
        for document in own:
            if document.uploaded_by_user_id != work.user.pk or document.created_at < work.started_at:
                yield Fault(
                    f"Dokumen “{document.title}” sudah ada sebelum latihan. Unggah yang baru.", "body"
                )
            if says_nothing(document.title) or is_file_name(document.title, document.filename):
                yield Fault(
                    f"Judul dokumen masih “{document.title}”, sama dengan nama berkasnya. Tulis judul yang dimengerti "
                    "warga.",
                    "body",
                )
