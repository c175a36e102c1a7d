"""The parts of a service guide that come in lists."""

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

    class Meta:
        icon = "check"
        label = "Syarat"


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
