"""Thousands of believable pages in a minute: rows written in bulk, then the index of search filled as saving would.

Only for databases that are thrown away: what saving does beside rows and index (history, references, redirects) is
left out.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.query import QuerySet
from fpdf import FPDF
from wagtail.models import Locale, Page, Site
from wagtail.search.backends import get_search_backend

from home.models import VillageDocument, VillageSettings
from home.pages import frame
from layanan.example.builder import guide_page
from layanan.example.guides import GUIDES
from layanan.models import RegulationIndexPage, RegulationPage, RegulationRelation, ServiceIndexPage
from layanan.regulations import citations, status
from layanan.regulations.rules import AGREED, GAZETTES, slug

PUBLISHED = datetime(2026, 1, 2, tzinfo=UTC)
NEWEST_YEAR, A_YEAR = 2025, 100  # regulations: more than a village makes
TEXT_LETTERS, LONG_LETTERS = 12_000, 60_000
AT_ONCE = 200  # pages
DOCUMENTS = 10  # files; many regulations show the same one

SUBJECTS = (
    "Pengelolaan Sampah", "Pungutan Desa", "Pasar Desa", "Badan Usaha Milik Desa", "Ketertiban Umum",
    "Anggaran Pendapatan dan Belanja Desa", "Rencana Kerja Pemerintah Desa", "Kader Posyandu", "Tanah Kas Desa",
    "Penerima Bantuan Langsung Tunai", "Tim Pelaksana Kegiatan", "Kawasan Wisata Tepi Sungai", "Sarana Air Bersih",
)  # fmt: skip
_SPOKEN = """
    desa kepala perangkat warga dusun sungai jalan air sampah pasar retribusi pungutan kegiatan anggaran belanja
    pendapatan musyawarah kesepakatan laporan pelaksanaan pengawasan pembinaan izin usaha tanah kas bangunan umum
    kebersihan kesehatan posyandu kader anak keluarga bantuan penerima jadwal petugas iuran denda sanksi tertulis
    lisan teguran pemeliharaan sarana prasarana kelompok tani nelayan wisata lembaga adat rukun tetangga tahun bulan
    hari kerja tanggal berlaku ditetapkan dilaksanakan dipungut dikelola diserahkan diatur lanjut sesuai ketentuan
"""
WORDS = _SPOKEN.split()
# What names of places and people are made of.
_SYLLABLES = re.findall("..", "babebudadugajakakilalimamunaparisasutatituwa")
NAMES = 3000


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Some thousand words with their cumulated weights, as texts have them: few often, most of them seldom. Those of
    regulations come first, then those of the example's guides, then names."""
    spoken = re.findall(r"[a-z]{4,}", " ".join(str(asdict(guide)) for guide in GUIDES))
    made = random.Random(7)  # noqa: S311
    names = ("".join(made.choices(_SYLLABLES, k=made.randint(2, 4))) for _ in range(NAMES))
    words = list(dict.fromkeys([*WORDS, *spoken, *names]))
    return words, list(accumulate(1 / (rank + 10) for rank in range(len(words))))


class Village:
    """The content of a benchmark. Each call of `grow` adds to it; the same numbers always make the same content."""

    def __init__(self):
        self.random = random.Random(4)  # noqa: S311 (content, no secret)
        VillageSettings.objects.get_or_create(
            site=Site.objects.get(),
            defaults={"name": "Ukur", "district": "Pemayung", "regency": "Batanghari", "province": "Jambi"},
        )
        self.documents = [self._document(number) for number in range(DOCUMENTS)]
        self.regulations: list[RegulationPage] = []
        self.guides = 0

    def grow(self, regulations: int, guides: int) -> None:
        """Adds so many of each, published, in the index, with relations and the statuses that follow."""
        with transaction.atomic():
            new = list(
                map(self._regulation, range(len(self.regulations), len(self.regulations) + regulations))
            )
            _add(RegulationIndexPage.objects.get(), new)
            self.regulations += new
            self._relate(new)
            status.verify(repair=True)
            _add(ServiceIndexPage.objects.get(), [self._guide(self.guides + n) for n in range(guides)])
            self.guides += guides
        for model in (RegulationPage, type(guide_page(GUIDES[0]))):
            _index(model)
        frame.raise_version()

    def _document(self, number: int) -> VillageDocument:
        document = VillageDocument(title=f"Naskah {number}")
        document.file = ContentFile(pdf(f"Naskah {number}"), f"naskah-{number}.pdf")
        document.save()
        return document

    def _regulation(self, n: int) -> RegulationPage:
        """The newest first. Of five, three are decisions, one a Perdes, one a Perkades; every fifth has no PDF."""
        year, place = NEWEST_YEAR - n // A_YEAR, A_YEAR - n % A_YEAR
        kind = ("kepkades", "perdes", "kepkades", "perkades", "kepkades")[n % 5]
        number = f"188.45/{place}/{year}" if kind == "kepkades" else str(place)
        enacted = date(year, 1, 10) + timedelta(days=3 * place)
        subject = f"{SUBJECTS[n % len(SUBJECTS)]} {self._words(2).title()}"
        page = RegulationPage(
            kind=kind,
            number=number,
            year=year,
            subject=subject,
            slug=slug(kind, number, year, subject).replace("/", "").replace(".", ""),
            enacted_on=enacted,
            agreed_on=enacted - timedelta(days=5) if kind in AGREED else None,
            promulgated_on=enacted + timedelta(days=1) if kind in GAZETTES else None,
            gazette_number=str(place) if kind in GAZETTES else "",
            reported_number=f"141/{place}/{year}",
            reported_on=enacted + timedelta(days=4),
            brief=self._sentence(),
            plain_summary=" ".join(self._sentence() for _ in range(3)),
            document=self.documents[n % DOCUMENTS] if n % 5 else None,
            text=self.text(LONG_LETTERS if n == 0 else TEXT_LETTERS),
            topics="DESA - PERATURAN",
        )
        page.live, page.first_published_at = True, PUBLISHED
        page._derive()
        return page

    def _relate(self, pages: Sequence[RegulationPage]) -> None:
        """The newest come first: each fifth revokes, changes or carries out one that is older."""
        kinds = ("mencabut", "mengubah", "melaksanakan")
        relations = []
        for n, (page, older) in enumerate(zip(pages, pages[A_YEAR:] or pages[1:], strict=False)):
            if n % 5 == 0:
                read = citations.read(older.title)
                relations.append(
                    RegulationRelation(
                        page=page,
                        kind=kinds[n // 5 % 3],
                        target=older,
                        citation=older.title[:400],
                        citation_key=read.key if read else "",
                        official=True,
                    )
                )
        RegulationRelation.objects.bulk_create(relations)

    def _guide(self, n: int):
        guide = guide_page(GUIDES[n % len(GUIDES)])
        guide.title, guide.slug = f"{guide.title} {n}", f"{guide.slug}-{n}"
        return guide

    def text(self, letters: int) -> str:
        """A regulation as it is pasted: BAB, Pasal, ayat, of about so many letters."""
        lines, length = [], 0
        for line in self._lines():
            lines.append(line)
            length += len(line) + 1
            if length >= letters:
                return "\n".join(lines)
        raise AssertionError("the lines have no end")

    def _lines(self) -> Iterator[str]:
        pasal = chapter = 0
        while True:
            chapter += 1
            yield from (f"BAB {_roman(chapter)}", self._words(3).upper())
            for _ in range(4):
                pasal += 1
                yield f"Pasal {pasal}"
                yield from (f"({ayat}) {self._sentence()}" for ayat in (1, 2, 3))

    def _words(self, count: int) -> str:
        words, weights = vocabulary()
        return " ".join(self.random.choices(words, cum_weights=weights, k=count))

    def _sentence(self) -> str:
        return f"{self._words(14).capitalize()}."


def pdf(words: str, pages: int = 1) -> bytes:
    """A PDF with text on each page; other words make another file."""
    document = FPDF()
    document.set_font("helvetica", size=11)
    for number in range(pages):
        document.add_page()
        document.multi_cell(0, text=f"{words}, halaman {number + 1}\n" + " ".join(WORDS))
    return bytes(document.output())


def _roman(number: int) -> str:
    signs = [(40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text


def _add(parent: Page, pages: Sequence[Page]) -> None:
    """The rows of pages beneath one that is in the tree: first those of the tree's table, then their own."""
    if not pages:
        return
    model = type(pages[0])
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    content_type, locale = ContentType.objects.get_for_model(model), Locale.get_default()
    for number, page in enumerate(pages, step + 1):
        page.path, page.depth = Page._get_path(parent.path, parent.depth + 1, number), parent.depth + 1
        page.url_path, page.draft_title = f"{parent.url_path}{page.slug}/", page.title
        page.content_type, page.locale, page.live = content_type, locale, True
        page.first_published_at = page.last_published_at = PUBLISHED
    columns = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = Page.objects.bulk_create(
        [Page(**{name: getattr(page, name) for name in columns}) for page in pages], batch_size=AT_ONCE
    )
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.page_ptr_id = row.pk
    # Django writes no second table in bulk by its public door.
    QuerySet(model)._batched_insert(pages, model._meta.local_concrete_fields, AT_ONCE)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def _index(model: type[Page]) -> None:
    backend, keys = get_search_backend(), list(model.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        backend.add_bulk(model, list(model.objects.filter(pk__in=keys[start : start + AT_ONCE])))
