"""Writing and publishing a piece of news."""

from collections.abc import Iterator

from wagtail import blocks

from home.models import NewsPage
from pelatihan.practice.checks.base import Fault, PageCheck, Work
from pelatihan.practice.checks.texts import paragraphs, says_nothing

SHORTEST, LONGEST = 15, 90  # letters of a title
PARAGRAPHS = 2


class NewsCheck(PageCheck):
    key = "berita"
    label = "Berita ditulis dan terbit"
    models = (NewsPage,)
    nothing = (
        "Belum ada berita di folder latihan Anda. Di sana tekan “Tambah halaman di bawahnya”, pilih “Berita”."
    )

    def fields(self):
        return [
            (
                "paragraphs",
                blocks.IntegerBlock(
                    label="Alinea paling sedikit",
                    default=PARAGRAPHS,
                    min_value=1,
                    max_value=10,
                    help_text="Berapa alinea yang harus ditulis, misalnya 2.",
                ),
            )
        ]

    def faults(self, page: NewsPage, work: Work, values) -> Iterator[Fault]:
        if says_nothing(page.title) or len(page.title) < SHORTEST:
            yield Fault(
                f"Judulnya “{page.title}” belum bercerita. Tulis apa yang terjadi dan di mana.", "title"
            )
        if len(page.title) > LONGEST:
            yield Fault(f"Judulnya {len(page.title)} huruf. Pendekkan sampai {LONGEST} huruf.", "title")
        wanted = values.get("paragraphs") or PARAGRAPHS
        found = sum(len(paragraphs(block.value.source)) for block in page.body if block.block_type == "text")
        if found < wanted:
            yield Fault(f"Isi beritanya {found} alinea. Tulis sedikitnya {wanted} alinea.", "body")
