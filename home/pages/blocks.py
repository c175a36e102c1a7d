"""The blocks of free pages and news: few, each with one job, each understood without training."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from home.pages.references import DocumentChooserBlock, ImageChooserBlock, PageChooserBlock
from project.lib import phone

RICH_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]

ICONS = [
    ("card", "Kartu keluarga atau KTP"),
    ("baby", "Kelahiran"),
    ("letter", "Surat"),
    ("ring", "Nikah"),
    ("house", "Rumah atau pindah"),
    ("shop", "Usaha"),
    ("health", "Kesehatan"),
    ("aid", "Bantuan"),
    ("law", "Peraturan"),
    ("lesson", "Belajar"),
    ("people", "Warga"),
    ("news", "Berita"),
]


class PhoneBlock(blocks.CharBlock):
    """A phone number in any usual spelling; kept as +62…"""

    normalise = staticmethod(phone.normalise)

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return value
        try:
            return self.normalise(value)
        except ValueError as error:
            raise ValidationError(str(error)) from error


class WhatsAppBlock(PhoneBlock):
    """A mobile number; a landline would make a link that leads nowhere."""

    normalise = staticmethod(phone.normalise_mobile)


ALT_HELP = (
    "Boleh kosong: keterangan yang ditulis saat gambar diunggah dipakai di sini juga. "
    "Isi hanya bila di halaman ini gambarnya perlu dijelaskan lain."
)
ALT_MISSING = (
    "Gambar ini belum punya keterangan. "
    "Tulis apa yang terlihat, supaya orang yang tidak melihatnya tetap tahu isinya."
)


def lacks_alt(image, alt: str) -> bool:
    """Whether nobody has said yet what the picture shows: neither here nor where it was uploaded."""
    return bool(image) and not (alt or "").strip() and not image.description.strip()


class ImageBlock(blocks.StructBlock):
    """A picture. What it shows is told once, where it was uploaded; here only when it is to be told otherwise."""

    image = ImageChooserBlock(label="Gambar")
    alt = blocks.CharBlock(label="Apa yang terlihat", max_length=200, required=False, help_text=ALT_HELP)
    caption = blocks.CharBlock(label="Keterangan", max_length=250, required=False)

    class Meta:
        icon = "image"
        label = "Gambar"
        template = "components/streamfield/blocks/image.html"

    def clean(self, value):
        value = super().clean(value)
        if lacks_alt(value["image"], value["alt"]):
            raise StructBlockValidationError({"alt": ValidationError(ALT_MISSING)})
        return value


class TextSectionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Judul", max_length=120)
    text = blocks.RichTextBlock(label="Isi", features=RICH_TEXT)


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(TextSectionBlock(label="Bagian"), label="Bagian", min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Tanya jawab (buka-tutup)"
        template = "components/streamfield/blocks/accordion.html"


class DocumentsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Judul daftar", max_length=120, required=False)
    documents = blocks.ListBlock(DocumentChooserBlock(label="Dokumen"), label="Dokumen", min_num=1)

    class Meta:
        icon = "doc-full"
        label = "Daftar dokumen"
        template = "components/streamfield/blocks/documents.html"


class ContactBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Siapa atau bagian apa", max_length=120)
    text = blocks.TextBlock(label="Untuk urusan apa", required=False, max_length=500)
    phone = PhoneBlock(label="Telepon", required=False, max_length=30)
    whatsapp = WhatsAppBlock(label="WhatsApp", required=False, max_length=30)
    email = blocks.EmailBlock(label="Surel", required=False)

    class Meta:
        icon = "mail"
        label = "Kontak"
        template = "components/streamfield/blocks/contact.html"


class ActionBlock(blocks.StructBlock):
    label = blocks.CharBlock(label="Tulisan tombol", max_length=60)
    page = PageChooserBlock(label="Halaman tujuan", required=False)
    url = blocks.URLBlock(label="Atau alamat luar", required=False)

    class Meta:
        icon = "link"
        label = "Tombol ajakan"
        template = "components/streamfield/blocks/action.html"

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            message = "Pilih satu: halaman tujuan di situs ini, atau alamat luar."
            raise StructBlockValidationError({"page": ValidationError(message)})
        return value


class MapBlock(blocks.StructBlock):
    label = blocks.CharBlock(label="Nama tempat", max_length=120)
    address = blocks.CharBlock(label="Alamat", required=False, max_length=250)
    url = blocks.URLBlock(label="Tautan peta", help_text="Tempel alamat dari aplikasi peta.")

    class Meta:
        icon = "site"
        label = "Tautan peta"
        template = "components/streamfield/blocks/map.html"


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(
        label="Judul bagian",
        max_length=120,
        icon="title",
        template="components/streamfield/blocks/heading.html",
    )
    text = blocks.RichTextBlock(
        label="Tulisan",
        features=RICH_TEXT,
        icon="pilcrow",
        template="components/streamfield/blocks/text.html",
    )
    image = ImageBlock()
    gallery = blocks.ListBlock(
        ImageBlock(),
        label="Galeri",
        icon="image",
        min_num=2,
        max_num=24,
        template="components/streamfield/blocks/gallery.html",
    )
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label="Teks", required=False)),
            ("number", blocks.CharBlock(label="Angka (rata kanan)", required=False)),
        ],
        label="Tabel",
        help_text=(
            "Tekan “Tambah kolom”, pilih Teks atau Angka, lalu tulis judul kolomnya di baris paling atas; baris itu "
            "jadi kepala tabel. Sesudah itu tekan “Tambah baris” dan isi tiap kotak. Tabel dari Word atau Excel tidak "
            "bisa ditempel sekaligus: salin dan tempel isinya kotak demi kotak. Tabel yang panjang lebih mudah "
            "dibagikan sebagai dokumen PDF lewat “Daftar dokumen”."
        ),
        template="components/streamfield/blocks/table.html",
    )
    documents = DocumentsBlock()
    contact = ContactBlock()
    action = ActionBlock()
    accordion = AccordionBlock()
    map = MapBlock()


class TaskBlock(blocks.StructBlock):
    """One of the things people come for, on the home page."""

    icon = blocks.ChoiceBlock(choices=ICONS, label="Gambar kecil", default="letter")
    label = blocks.CharBlock(
        label="Keperluan", max_length=60, help_text="Kata sehari-hari, misalnya “Kartu keluarga”."
    )
    note = blocks.CharBlock(label="Penjelasan singkat", max_length=90, required=False)
    page = PageChooserBlock(label="Halaman tujuan")

    class Meta:
        icon = "pick"
        label = "Keperluan"


class TasksBlock(blocks.StreamBlock):
    task = TaskBlock()
