"""The parts of a service guide that come in lists."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from wagtail import blocks

from home.pages.references import DocumentChooserBlock


class RequirementBlock(blocks.StructBlock):
    """One thing to bring, as it stands on the checklist."""

    text = blocks.CharBlock(
        label="Yang dibawa", max_length=200, help_text="Satu barang saja, misalnya “KK lama”."
    )
    note = blocks.CharBlock(
        label="Catatan",
        max_length=300,
        required=False,
        help_text="Asli atau fotokopi, berapa lembar, bila tidak ada.",
    )
    issuer = blocks.CharBlock(
        label="Diperoleh dari",
        max_length=120,
        required=False,
        help_text="Siapa yang mengeluarkannya, misalnya “Ketua RT” atau “Puskesmas”.",
    )
    only_for = blocks.CharBlock(
        label="Hanya untuk jawaban",
        max_length=200,
        required=False,
        search_index=False,
        help_text="Kunci jawaban pemeriksa syarat, dipisahkan koma, misalnya “rusak, berubah”. Kosongkan bila selalu "
        "dibawa.",
    )

    class Meta:
        icon = "check"
        label = "Syarat"


class KeyBlock(blocks.CharBlock):
    """A short name that addresses and other parts of the form use; made fit for both as it is saved."""

    def __init__(self, **kwargs):
        super().__init__(max_length=40, search_index=False, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        key = slugify(value)
        if value and not key:
            raise ValidationError("Pakai huruf atau angka, misalnya “hilang”.")
        return key


class ExtraBlock(blocks.StructBlock):
    """One thing to bring that the guide's own list does not hold."""

    text = blocks.CharBlock(
        label="Yang dibawa", max_length=200, help_text="Satu barang saja, misalnya “Surat kehilangan”."
    )
    note = blocks.CharBlock(
        label="Catatan", max_length=300, required=False, help_text="Asli atau fotokopi, berapa lembar."
    )
    issuer = blocks.CharBlock(
        label="Diperoleh dari",
        max_length=120,
        required=False,
        help_text="Siapa yang mengeluarkannya, misalnya “Polsek”.",
    )


class AnswerBlock(blocks.StructBlock):
    text = blocks.CharBlock(
        label="Jawaban", max_length=120, help_text="Kata warga, misalnya “KK saya hilang”."
    )
    key = KeyBlock(
        label="Kunci jawaban",
        help_text="Satu kata yang tidak dipakai jawaban lain, misalnya “hilang”. Dipakai di alamat dan di syarat.",
    )
    next = KeyBlock(
        label="Lanjut ke pertanyaan",
        required=False,
        help_text="Kunci pertanyaan berikutnya. Kosongkan bila sesudah ini warga melihat daftarnya.",
    )
    extras = blocks.ListBlock(
        ExtraBlock(),
        label="Syarat tambahan",
        default=[],
        help_text="Hanya yang belum ada di “Yang dibawa”. Yang sudah ada dipilih di sana, lewat “Hanya untuk jawaban”.",
    )


class QuestionBlock(blocks.StructBlock):
    """One question of the requirement checker."""

    text = blocks.CharBlock(
        label="Pertanyaan", max_length=150, help_text="Misalnya “KK hilang, rusak, atau ubah data?”."
    )
    key = KeyBlock(
        label="Kunci pertanyaan",
        help_text="Satu kata yang tidak dipakai pertanyaan lain, misalnya “sebab”.",
    )
    note = blocks.CharBlock(
        label="Penjelasan",
        max_length=250,
        required=False,
        help_text="Membantu warga memilih. Boleh dikosongkan.",
    )
    answers = blocks.ListBlock(
        AnswerBlock(), label="Jawaban", help_text="Dua atau lebih, yang paling sering lebih dulu."
    )

    class Meta:
        icon = "help"
        label = "Pertanyaan"


class CheckerBlock(blocks.StreamBlock):
    question = QuestionBlock()

    class Meta:
        max_num = 20


class StepBlock(blocks.StructBlock):
    """One step of the way, one action."""

    title = blocks.CharBlock(
        label="Langkah",
        max_length=120,
        help_text="Satu tindakan saja, misalnya “Serahkan berkas di loket pelayanan”.",
    )
    text = blocks.TextBlock(
        label="Penjelasan",
        max_length=600,
        required=False,
        help_text="Apa yang terjadi di sana, misalnya “Petugas memeriksa berkas, sekitar 10 menit”.",
    )

    class Meta:
        icon = "list-ol"
        label = "Langkah"


class PitfallBlock(blocks.StructBlock):
    """What often goes wrong, and what to do about it."""

    mistake = blocks.CharBlock(
        label="Yang sering keliru", max_length=200, help_text="Misalnya “Fotokopi KK tidak terbaca”."
    )
    remedy = blocks.TextBlock(
        label="Sebaiknya",
        max_length=500,
        help_text="Cara menghindarinya, misalnya “Fotokopi ulang dari KK asli sebelum berangkat”.",
    )

    class Meta:
        icon = "warning"
        label = "Sering keliru"


class LegalBasisBlock(blocks.StructBlock):
    """A law or regulation the service rests on. Data, since law changes without a release of this software."""

    text = blocks.CharBlock(
        label="Peraturan",
        max_length=250,
        help_text="Jenis, nomor, tahun, dan tentang apa, misalnya “UU 24/2013 tentang Administrasi Kependudukan”.",
    )
    url = blocks.URLBlock(
        label="Tautan",
        required=False,
        help_text="Alamat naskahnya di situs resmi, misalnya di https://peraturan.bpk.go.id.",
    )

    class Meta:
        icon = "doc-full"
        label = "Dasar hukum"


class RequirementsBlock(blocks.StreamBlock):
    item = RequirementBlock()


class StepsBlock(blocks.StreamBlock):
    step = StepBlock()


class PitfallsBlock(blocks.StreamBlock):
    pitfall = PitfallBlock()


class DownloadsBlock(blocks.StreamBlock):
    document = DocumentChooserBlock(
        label="Formulir", icon="download", help_text="Formulir kosong untuk diisi warga, sebaiknya PDF."
    )


class LegalBasesBlock(blocks.StreamBlock):
    basis = LegalBasisBlock()
