"""The blocks of free pages and news: few, each with one job, each understood without training."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from home.pages.references import DocumentChooserBlock, ImageChooserBlock, PageChooserBlock
from project.lib import phone

BODY_HELP = (
    "Tekan tanda tambah, lalu pilih: tulisan, gambar, tabel, dokumen. Urutannya dapat diubah kemudian."
)
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

    image = ImageChooserBlock(
        label="Gambar", help_text="Pilih yang sudah ada, atau unggah foto baru dari HP atau komputer."
    )
    alt = blocks.CharBlock(label="Apa yang terlihat", max_length=200, required=False, help_text=ALT_HELP)
    caption = blocks.CharBlock(
        label="Keterangan",
        max_length=250,
        required=False,
        help_text="Tulisan kecil di bawah gambar, misalnya “Gotong royong di Dusun Tepian, Maret 2026”.",
    )

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
    title = blocks.CharBlock(
        label="Judul", max_length=120, help_text="Pertanyaannya, misalnya “Bolehkah diwakilkan?”."
    )
    text = blocks.RichTextBlock(
        label="Isi", features=RICH_TEXT, help_text="Jawabannya. Terlihat setelah judulnya ditekan."
    )


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(
        TextSectionBlock(label="Bagian"),
        label="Bagian",
        min_num=1,
        help_text="Satu bagian untuk satu pertanyaan. Warga menekan judulnya untuk membaca jawabannya.",
    )

    class Meta:
        icon = "list-ul"
        label = "Tanya jawab (buka-tutup)"
        template = "components/streamfield/blocks/accordion.html"


class DocumentsBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label="Judul daftar",
        max_length=120,
        required=False,
        help_text="Misalnya “Formulir yang bisa diunduh”. Boleh dikosongkan.",
    )
    documents = blocks.ListBlock(
        DocumentChooserBlock(label="Dokumen"),
        label="Dokumen",
        min_num=1,
        help_text="Pilih yang sudah ada atau unggah yang baru. Warga melihat nama dan ukurannya.",
    )

    class Meta:
        icon = "doc-full"
        label = "Daftar dokumen"
        template = "components/streamfield/blocks/documents.html"


class ContactBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label="Siapa atau bagian apa",
        max_length=120,
        help_text="Misalnya “Kasi Pelayanan” atau “Posyandu Melati”.",
    )
    text = blocks.TextBlock(
        label="Untuk urusan apa",
        required=False,
        max_length=500,
        help_text="Urusannya dan kapan bisa dihubungi, misalnya “Surat pengantar, Senin–Kamis pukul 08.00–15.00”.",
    )
    phone = PhoneBlock(
        label="Telepon", required=False, max_length=30, help_text="Dengan kode daerah, misalnya 0743-21234."
    )
    whatsapp = WhatsAppBlock(
        label="WhatsApp",
        required=False,
        max_length=30,
        help_text="Nomor HP, misalnya 0812-3456-7890. Semua orang dapat membacanya.",
    )
    email = blocks.EmailBlock(
        label="Surel", required=False, help_text="Misalnya kantor@namadesa.desa.id. Boleh dikosongkan."
    )

    class Meta:
        icon = "mail"
        label = "Kontak"
        template = "components/streamfield/blocks/contact.html"


class ActionBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        label="Tulisan tombol", max_length=60, help_text="Ajakan yang jelas, misalnya “Lihat syaratnya”."
    )
    page = PageChooserBlock(
        label="Halaman tujuan",
        required=False,
        help_text="Halaman di situs ini yang dibuka tombolnya. Kosongkan bila mengisi alamat luar.",
    )
    url = blocks.URLBlock(
        label="Atau alamat luar",
        required=False,
        help_text="Lengkap dengan https, misalnya https://www.bpjs-kesehatan.go.id.",
    )

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
    label = blocks.CharBlock(
        label="Nama tempat",
        max_length=120,
        help_text="Misalnya “Balai desa” atau “Lapangan Dusun Tepian”.",
    )
    address = blocks.CharBlock(
        label="Alamat",
        required=False,
        max_length=250,
        help_text="Jalan dan patokannya, misalnya “Jalan Poros 12, di samping masjid”.",
    )
    url = blocks.URLBlock(label="Tautan peta", help_text="Tempel alamat dari aplikasi peta.")

    class Meta:
        icon = "site"
        label = "Tautan peta"
        template = "components/streamfield/blocks/map.html"


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(
        label="Judul bagian",
        max_length=120,
        help_text="Judul singkat untuk isi di bawahnya, misalnya “Sejarah desa”.",
        icon="title",
        template="components/streamfield/blocks/heading.html",
    )
    text = blocks.RichTextBlock(
        label="Tulisan",
        features=RICH_TEXT,
        help_text="Alinea pendek lebih mudah dibaca di HP. Tekan “/” untuk daftar, tautan, dan lainnya.",
        icon="pilcrow",
        template="components/streamfield/blocks/text.html",
    )
    image = ImageBlock()
    gallery = blocks.ListBlock(
        ImageBlock(),
        label="Galeri",
        help_text="Dua sampai 24 gambar berjajar, misalnya foto-foto satu kegiatan.",
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

    icon = blocks.ChoiceBlock(
        choices=ICONS,
        label="Gambar kecil",
        default="letter",
        help_text="Tampil di depan keperluannya. Pilih yang paling mirip.",
    )
    label = blocks.CharBlock(
        label="Keperluan", max_length=60, help_text="Kata sehari-hari, misalnya “Kartu keluarga”."
    )
    note = blocks.CharBlock(
        label="Penjelasan singkat",
        max_length=90,
        required=False,
        help_text="Satu baris, misalnya “Baru, hilang, atau berubah”.",
    )
    page = PageChooserBlock(
        label="Halaman tujuan", help_text="Halaman yang terbuka saat warga menekannya, misalnya panduan KK."
    )

    class Meta:
        icon = "pick"
        label = "Keperluan"


class TasksBlock(blocks.StreamBlock):
    task = TaskBlock()
