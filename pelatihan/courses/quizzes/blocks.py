"""The kinds of questions, as the office fills them in. The block that is chosen is the kind."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from home.pages.blocks import ALT_HELP, ALT_MISSING, lacks_alt
from home.pages.references import ImageChooserBlock
from pelatihan.courses.quizzes import rules

MAX_OPTIONS = 8


def _feedback() -> blocks.TextBlock:
    return blocks.TextBlock(
        label="Pembahasan",
        max_length=400,
        required=False,
        help_text="Dibaca setelah kuis dikumpulkan: mengapa begitu. Boleh dikosongkan.",
    )


class AnswerBlock(blocks.StructBlock):
    """Refuses an answer that cannot be judged, beside the part that is wrong."""

    kind: str

    def clean(self, value):
        value = super().clean(value)
        found = {part: ValidationError(words) for part, words in rules.faults(self.kind, value).items()}
        if found:
            raise StructBlockValidationError(found)
        return value


class ChoiceBlock(blocks.StructBlock):
    text = blocks.CharBlock(label="Pilihan", max_length=200, help_text="Satu jawaban yang mungkin, singkat.")
    right = blocks.BooleanBlock(
        label="Ini benar", required=False, help_text="Centang bila pilihan ini jawaban yang benar."
    )
    feedback = blocks.TextBlock(
        label="Pembahasan",
        max_length=300,
        required=False,
        help_text="Dibaca setelah kuis dikumpulkan oleh yang memilih ini: mengapa benar, atau apa yang terlewat.",
    )


def _options(help_text: str) -> blocks.ListBlock:
    return blocks.ListBlock(
        ChoiceBlock(), label="Pilihan jawaban", min_num=2, max_num=MAX_OPTIONS, help_text=help_text
    )


class OneBlock(AnswerBlock):
    kind = rules.ONE
    options = _options("Dua sampai delapan pilihan, satu yang benar. Urutannya diacak saat ditampilkan.")

    class Meta:
        icon = "radio-full"
        label = "Satu jawaban"


class SeveralBlock(AnswerBlock):
    kind = rules.SEVERAL
    options = _options("Dua sampai delapan pilihan, beberapa yang benar. Urutannya diacak saat ditampilkan.")

    class Meta:
        icon = "tick"
        label = "Beberapa jawaban"


class TrueFalseBlock(AnswerBlock):
    kind = rules.TRUE_FALSE
    right = blocks.ChoiceBlock(
        choices=[("benar", "Benar"), ("salah", "Salah")],
        label="Pernyataan itu",
        help_text="Pertanyaannya ditulis sebagai pernyataan, misalnya “Kode OTP boleh diberikan kepada petugas”.",
    )
    feedback = _feedback()

    class Meta:
        icon = "success"
        label = "Benar atau salah"


class OrderBlock(AnswerBlock):
    kind = rules.ORDER
    items = blocks.ListBlock(
        blocks.CharBlock(max_length=150),
        label="Dalam urutan yang benar",
        min_num=2,
        max_num=MAX_OPTIONS,
        help_text="Dari yang pertama. Urutannya diacak saat ditampilkan.",
    )
    feedback = _feedback()

    class Meta:
        icon = "list-ol"
        label = "Mengurutkan"


class PairBlock(blocks.StructBlock):
    picture = ImageChooserBlock(label="Gambar", help_text="Misalnya foto sebuah tombol atau rambu.")
    alt = blocks.CharBlock(
        label="Apa yang terlihat",
        max_length=200,
        required=False,
        help_text=f"{ALT_HELP} Jangan menyebut jawabannya.",
    )
    text = blocks.CharBlock(label="Tulisan yang cocok", max_length=120, help_text="Pasangan gambar ini.")

    def clean(self, value):
        value = super().clean(value)
        if lacks_alt(value["picture"], value["alt"]):
            raise StructBlockValidationError({"alt": ValidationError(ALT_MISSING)})
        return value


class MatchBlock(AnswerBlock):
    kind = rules.MATCH
    pairs = blocks.ListBlock(
        PairBlock(),
        label="Pasangan",
        min_num=2,
        max_num=MAX_OPTIONS,
        help_text="Gambar dan tulisannya. Keduanya diacak saat ditampilkan.",
    )
    feedback = _feedback()

    class Meta:
        icon = "image"
        label = "Mencocokkan gambar"


class ShortBlock(AnswerBlock):
    kind = rules.SHORT
    accepted = blocks.ListBlock(
        blocks.CharBlock(max_length=120),
        label="Jawaban yang diterima",
        min_num=1,
        max_num=12,
        help_text="Huruf besar, tanda baca dan salah ketik kecil dimaafkan. Tambahkan sebutan lain yang juga benar.",
    )
    feedback = _feedback()

    class Meta:
        icon = "edit"
        label = "Isian singkat"


class KindsBlock(blocks.StreamBlock):
    """Named as the kinds in the rules."""

    satu = OneBlock()
    beberapa = SeveralBlock()
    benar_salah = TrueFalseBlock()
    urutan = OrderBlock()
    jodohkan = MatchBlock()
    isian = ShortBlock()

    class Meta:
        min_num = 1
        max_num = 1
