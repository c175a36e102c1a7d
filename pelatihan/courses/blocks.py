"""The steps of a lesson."""

import re

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from home.pages.blocks import ALT_HELP, ALT_MISSING, lacks_alt
from home.pages.references import DocumentChooserBlock, ImageChooserBlock, PageChooserBlock
from pelatihan.courses import marks
from pelatihan.courses.rules import SITE_ADDRESS, SITE_ADDRESS_WORDS
from project.lib import audio

MAX_STEPS = 8
MAX_QUESTIONS = 4


def _percent(label: str) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(
        label=label,
        required=False,
        min_value=0,
        max_value=100,
        help_text="Dalam persen dari ukuran gambar. Terisi sendiri saat digambar.",
    )


class PictureMarkBlock(blocks.StructBlock):
    """One frame or arrow over the picture. Drawn with the finger or the mouse (static/js/picture-mark.js), or typed."""

    shape = blocks.ChoiceBlock(
        choices=list(marks.SHAPES.items()),
        label="Tanda",
        required=False,
        help_text="Bingkai di sekeliling yang ditekan, atau panah ke sana. Lalu gambarlah di atas fotonya.",
    )
    left = _percent("Dari kiri")
    top = _percent("Dari atas")
    width = _percent("Lebar")
    height = _percent("Tinggi")

    class Meta:
        icon = "crosshairs"
        label = "Tanda di atas gambar"
        form_classname = "struct-block picture-mark-form"

    def clean(self, value):
        value = super().clean(value)
        fault = marks.fault(*(value.get(name) for name in ("shape", "left", "top", "width", "height")))
        if fault:
            raise StructBlockValidationError({"shape": ValidationError(fault)})
        return value


class LessonStepBlock(blocks.StructBlock):
    """One step, one action. Its block id is the step's identity: what a learner has done stays done when the words
    are corrected or steps change places."""

    title = blocks.CharBlock(
        label="Satu tindakan", max_length=100, help_text="Misalnya “Tekan tombol Ajukan”."
    )
    text = blocks.RichTextBlock(
        label="Penjelasan",
        features=["bold", "italic", "ul", "link"],
        required=False,
        help_text="Di mana tempatnya dan apa yang ditulis. Dua atau tiga kalimat cukup.",
    )
    picture = ImageChooserBlock(
        label="Gambar",
        required=False,
        help_text="Foto layar yang menunjukkan apa yang ditekan. Boleh dikosongkan.",
    )
    picture_alt = blocks.CharBlock(
        label="Apa yang terlihat di gambar",
        max_length=200,
        required=False,
        help_text=ALT_HELP,
    )
    mark = PictureMarkBlock()
    audio = DocumentChooserBlock(
        label="Rekaman suara",
        required=False,
        help_text="Langkah ini dibacakan, paling besar 200 KB (MP3, OGG, atau M4A). Boleh dikosongkan.",
    )
    expected = blocks.TextBlock(
        label="Yang seharusnya terlihat",
        max_length=300,
        required=False,
        help_text="Tanda bahwa langkahnya berhasil, misalnya “Di atas muncul tulisan Tersimpan”.",
    )
    trouble = blocks.TextBlock(
        label="Kalau tidak berhasil",
        max_length=300,
        required=False,
        help_text="Apa yang dicoba, dan kepada siapa bertanya. Boleh dikosongkan.",
    )
    tip = blocks.TextBlock(
        label="Kiat",
        max_length=300,
        required=False,
        help_text="Nasihat singkat, misalnya “Bila tombolnya tidak terlihat, gulir layar ke bawah”.",
    )
    link_label = blocks.CharBlock(
        label="Tulisan tautan",
        max_length=60,
        required=False,
        help_text="Misalnya “Buka daftar layanan”. Kosongkan bila tidak ada yang perlu dibuka.",
    )
    link_url = blocks.CharBlock(
        label="Buka halaman",
        max_length=250,
        required=False,
        help_text="Alamat di situs ini, misalnya /layanan/.",
    )

    class Meta:
        icon = "list-ol"
        label = "Langkah"

    def clean(self, value):
        value = super().clean(value)
        errors = {}
        if lacks_alt(value["picture"], value["picture_alt"]):
            errors["picture_alt"] = ValidationError(ALT_MISSING)
        if value["mark"].get("shape") and not value["picture"]:
            errors["picture"] = ValidationError("Tanda perlu gambar. Pilih gambarnya, atau hapus tandanya.")
        if value["audio"] and value["audio"].file_extension.lower() not in audio.KINDS:
            errors["audio"] = ValidationError("Ini bukan rekaman suara. Pilih berkas MP3, OGG, atau M4A.")
        if bool(value["link_label"]) != bool(value["link_url"]):
            errors["link_url"] = ValidationError("Tautan perlu tulisan dan alamat, atau kosongkan keduanya.")
        url = value["link_url"]
        if url and not re.fullmatch(SITE_ADDRESS, url):
            errors["link_url"] = ValidationError(SITE_ADDRESS_WORDS)
        if errors:
            raise StructBlockValidationError(errors)
        return value


class LessonStepsBlock(blocks.StreamBlock):
    step = LessonStepBlock()


class OptionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label="Pilihan", max_length=150, help_text="Singkat, satu jawaban yang mungkin.")
    right = blocks.BooleanBlock(
        label="Ini benar", required=False, help_text="Centang bila pilihan ini jawaban yang benar."
    )
    feedback = blocks.TextBlock(
        label="Penjelasan",
        max_length=250,
        help_text="Dibaca setelah pilihan ini ditekan: mengapa benar, atau apa yang terlewat.",
    )


class QuestionBlock(blocks.StructBlock):
    """A question to oneself: pressed, each option says whether it is right and why. Nothing is counted or kept, so the
    answer may stand in the page."""

    text = blocks.CharBlock(
        label="Pertanyaan", max_length=200, help_text="Tentang yang baru dipelajari, satu hal saja."
    )
    options = blocks.ListBlock(
        OptionBlock(),
        label="Pilihan jawaban",
        min_num=2,
        max_num=5,
        help_text="Dua sampai lima pilihan. Sedikitnya satu benar, dan tidak semuanya.",
    )

    class Meta:
        icon = "help"
        label = "Pertanyaan"

    def clean(self, value):
        value = super().clean(value)
        right = [option["right"] for option in value["options"]]
        if not any(right):
            words = "Belum ada pilihan yang benar. Centang “Ini benar” pada jawabannya."
            raise StructBlockValidationError({"options": ValidationError(words)})
        if all(right):
            words = "Semua pilihan ditandai benar. Hapus centangnya pada yang salah."
            raise StructBlockValidationError({"options": ValidationError(words)})
        return value


class QuestionsBlock(blocks.StreamBlock):
    question = QuestionBlock()


class PrerequisitesBlock(blocks.StreamBlock):
    course = PageChooserBlock(
        page_type="pelatihan.CoursePage",
        label="Kursus",
        help_text="Kursus yang sebaiknya selesai lebih dulu.",
    )

    class Meta:
        max_num = 5
