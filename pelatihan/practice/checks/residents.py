"""What residents practise on the public site itself. Nothing of it counts as real."""

from wagtail import blocks

from pelatihan.courses.rules import SITE_ADDRESS, SITE_ADDRESS_WORDS
from pelatihan.practice.checks.base import Check, Finding, Work
from pelatihan.practice.checks.texts import answers
from project.lib import nik


def _site_address(label: str, help_text: str) -> blocks.RegexBlock:
    return blocks.RegexBlock(
        regex=rf"^{SITE_ADDRESS}\Z",
        error_messages={"invalid": SITE_ADDRESS_WORDS},
        label=label,
        max_length=200,
        default="/",
        help_text=help_text,
    )


class AnswerCheck(Check):
    """Something to be found on the site, and typed."""

    key = "temukan"
    label = "Jawaban ditemukan di situs"
    needs_room = False

    def fields(self):
        return [
            (
                "question",
                blocks.CharBlock(
                    label="Pertanyaan", max_length=200, help_text="Jawabannya harus ada di situs ini."
                ),
            ),
            (
                "accepted",
                blocks.ListBlock(
                    blocks.CharBlock(label="Jawaban", max_length=100),
                    label="Jawaban yang diterima",
                    min_num=1,
                    help_text="Semua cara menulisnya yang benar. Huruf besar dan tanda baca tidak jadi soal.",
                ),
            ),
            (
                "page",
                _site_address("Mulai dari", "Alamat di situs ini, misalnya /layanan/."),
            ),
        ]

    def question(self, values) -> str:
        return values["question"]

    def judge(self, work: Work, values) -> Finding:
        if not work.answer.strip():
            return Finding(
                False, "Belum dijawab. Cari di situs, lalu tulis jawabannya di sini.", values["page"]
            )
        if not answers(work.answer, list(values["accepted"])):
            words = f"“{nik.mask(work.answer)[:60]}” belum tepat. Buka lagi halamannya dan baca pelan-pelan."
            return Finding(False, words, values["page"])
        by = frozenset({work.user.pk})
        return Finding(True, "Jawaban Anda benar.", by=by, evidence={"jawaban": nik.mask(work.answer)[:200]})


class DoneCheck(Check):
    """Something done beside the site, such as a printed guide or a ticked list: the trainee says so himself."""

    key = "lakukan"
    label = "Dilakukan sendiri, dan dinyatakan"
    needs_room = False

    def fields(self):
        return [
            (
                "statement",
                blocks.CharBlock(
                    label="Pernyataan",
                    max_length=200,
                    help_text="Dicentang peserta, misalnya “Saya sudah mencetak panduan itu”.",
                ),
            ),
            (
                "page",
                _site_address("Halaman", "Misalnya /layanan/kartu-keluarga/."),
            ),
        ]

    def judge(self, work: Work, values) -> Finding:
        if work.answer != "ya":
            return Finding(False, "Lakukan dulu di halamannya, lalu centang di sini.", values["page"])
        by = frozenset({work.user.pk})
        return Finding(True, "Sudah Anda nyatakan.", by=by, evidence={"dinyatakan": values["statement"]})
