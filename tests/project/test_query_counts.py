"""How many queries a public page costs: one fixed number for each type, whatever the database holds.

The numbers are those of a running server: one client, everything that a process keeps (frame, content types, addresses
of the site) asked for once before. The same SQL twice within a request is a fault of its own.
"""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from home.models import HomePage, NewsIndexPage
from home.pages import frame
from home.search.models import Synonym
from layanan.guides.models import LifeEvent
from layanan.models import RegulationIndexPage, ServiceIndexPage
from pelatihan.models import Programme, TrainingIndexPage
from tests.factories.home import (
    ContentPageFactory,
    DocumentFactory,
    ImageFactory,
    NewsCategoryFactory,
    NewsPageFactory,
    NoticeFactory,
    OfficialFactory,
    VillageFactory,
)
from tests.factories.layanan import (
    CharterFactory,
    GuideFactory,
    JourneyFactory,
    RegulationFactory,
    StatusFactory,
    checker_question,
    journey_step,
    related,
)
from tests.factories.pelatihan import CourseFactory, LessonFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

MANY_PAGES = 500
TODAY = date(2026, 11, 25)

# What each page may cost at most, by the kind of page.
LIMITS = {"home": 12, "list": 10, "detail": 8, "search": 10}

# Kind of page, address, and the exact number. A change that lowers one lowers it here; a higher one needs a reason.
PAGES = {
    "home": ("home", "/", 4),
    "content page": ("detail", "/profil/", 8),
    "news": ("list", "/berita/", 10),
    "news, last page": ("list", "/berita/?halaman=99", 10),
    "news, chosen": ("list", "/berita/?tahun=2026&kategori=pembangunan", 10),
    "piece of news": ("detail", "/berita/panen-raya/", 8),
    "notices": ("list", "/pengumuman/", 5),
    "notice": ("detail", "/pengumuman/1/", 2),
    "notice as text": ("detail", "/pengumuman/1.txt", 2),
    "officials": ("list", "/pemerintah-desa/", 5),
    "news feed": ("list", "/berita/umpan.xml", 4),
    "notice feed": ("list", "/pengumuman/umpan.xml", 2),
    "guides": ("list", "/layanan/", 8),
    "guide": ("detail", "/layanan/kartu-keluarga/", 8),
    "journey": ("detail", "/layanan/bayi-lahir/", 4),
    "checker": ("detail", "/layanan/kartu-keluarga/periksa/", 2),
    "checker, result": ("detail", "/layanan/kartu-keluarga/periksa/hilang/", 2),
    "standard of a service": ("detail", "/layanan/kartu-keluarga/standar-pelayanan/", 3),
    "standards": ("list", "/layanan/standar-pelayanan/", 4),
    "promise": ("detail", "/layanan/maklumat-pelayanan/", 4),
    "standards, a part": ("list", "/layanan/standar-pelayanan/?bagian=1", 4),
    "regulations": ("list", "/regulasi/", 8),
    "regulations, chosen": ("list", "/regulasi/?jenis=perdes&tahun=2024&q=sampah", 9),
    "regulation": ("detail", "/regulasi/perdes-7-2024/", 7),
    "text of a regulation": ("detail", "/regulasi/perdes-7-2024/naskah/?bagian=2", 2),
    "search in a regulation": ("detail", "/regulasi/perdes-7-2024/naskah/?q=sampah", 2),
    "register": ("list", "/regulasi/buku/peraturan/?tahun=2024", 5),
    "regulations feed": ("list", "/regulasi/umpan.xml", 2),
    "regulations as data": ("list", "/data/regulasi.json", 5),
    "regulations as a table": ("list", "/data/regulasi.csv", 4),
    "regulations for the jdih": ("list", "/data/jdih.json", 3),
    "courses": ("list", "/pelatihan/", 8),
    "programme": ("detail", "/pelatihan/kegiatan/program-desa/", 6),
    "programme as calendar": ("detail", "/pelatihan/kegiatan/program-desa/kalender.ics", 3),
    "registration": ("detail", "/pelatihan/kegiatan/program-desa/daftar/1/", 4),
    "noting oneself": ("detail", "/pelatihan/hadir/", 1),
    "course": ("detail", "/pelatihan/belajar/", 4),
    "course booklet": ("detail", "/pelatihan/belajar/buku/", 5),
    "lesson": ("detail", "/pelatihan/belajar/langkah-pertama/", 8),
    "search": ("search", "/cari/", 1),
    "search, found": ("search", "/cari/?q=sampah", 7),
    "search, nearest words": ("search", "/cari/?q=sampha", 9),
    # With the look whether it was counted; the count itself is due once a minute (tests/home/search/test_misses.py).
    "search, nothing": ("search", "/cari/?q=zzzzqqqq+wwwwxxxx", 10),
}


class Village:
    """The pages that are looked at, in full dress, and `grow`, which puts hundreds beside them."""

    def __init__(self):
        self.images = [ImageFactory() for _ in range(4)]
        self.documents = [DocumentFactory() for _ in range(3)]
        VillageFactory(logo=self.images[0])
        Synonym.objects.create(words="sampah, limbah")
        self.category = NewsCategoryFactory(name="Pembangunan")
        self.made = Counter()
        NoticeFactory(pk=1)
        self.past_notice(1)
        OfficialFactory(photo=self.images[0], photo_consent=True)
        guide = GuideFactory(title="Kartu keluarga", requirements=[("item", {"text": "KK lama"})])
        guide.checker = [checker_question("sebab", "hilang", "rusak")]
        guide.downloads = [("document", document) for document in self.documents]
        guide.other_ways = self.text_with_links(guide)
        self.share_picture(guide)
        others = [GuideFactory(title=title) for title in ("Akta kelahiran", "KIA")]
        JourneyFactory(
            title="Bayi lahir",
            steps=[journey_step(page.title, page) for page in (others[0], guide, others[1])],
        )
        self.profile = ContentPageFactory(
            title="Profil", slug="profil", show_in_menus=True, body=self.body(guide)
        )
        self.news(1)
        news = NewsPageFactory(
            title="Panen raya",
            date=TODAY,
            category=self.category,
            picture=self.images[1],
            body=self.body(guide),
        )
        self.share_picture(news)
        self.news(1)
        regulation = RegulationFactory(
            number="7",
            document=self.documents[0],
            subject="Pengelolaan Sampah",
            attachments=[("document", self.documents[1])],
            text="".join(f"Pasal {number}\nSampah dipilah menurut jenisnya.\n" for number in range(1, 200)),
        )
        self.related = [RegulationFactory(number=number, year=2020) for number in "12"]
        related(regulation, "mengubah", self.related[0])
        related(regulation, "melaksanakan", self.related[1])
        related(RegulationFactory(number="8", enacted_on=date(2024, 9, 1)), "mengubah", regulation)
        CharterFactory(scan=self.documents[0])
        StatusFactory(guide=guide)
        self.course = CourseFactory(title="Belajar", slug="belajar")
        self.lesson(self.course, title="Langkah pertama", slug="langkah-pertama")
        self.lesson(self.course)
        meeting = SessionFactory(
            event__pk=1,
            event__programme__slug="program-desa",
            event__programme__is_public=True,
            event__takes_registrations=True,
            state="disahkan",
        )
        RegistrationFactory(event=meeting.event)
        ContentPageFactory(parent=self.profile)
        for index in (NewsIndexPage, ServiceIndexPage, RegulationIndexPage, TrainingIndexPage):
            self.share_picture(index.objects.get())
        home = HomePage.objects.get()
        home.tasks = [
            ("task", {"icon": "card", "label": page.title, "note": "", "page": page})
            for page in (guide, self.profile)
        ]
        home.save()

    def share_picture(self, page) -> None:
        page.social_image = self.images[2]
        page.save()

    def text_with_links(self, page) -> str:
        return (
            f'<p>Baca <a linktype="page" id="{page.pk}">syaratnya</a> dan '
            f'<a linktype="document" id="{self.documents[0].pk}">naskahnya</a>.</p>'
        )

    def body(self, guide) -> list[tuple]:
        """Every block that looks something up, pictures and documents more than once."""
        return [
            ("text", self.text_with_links(guide)),
            ("image", {"image": self.images[0], "alt": "Balai desa", "caption": ""}),
            ("gallery", [{"image": image, "alt": "Panen", "caption": ""} for image in self.images[1:]]),
            ("image", {"image": self.images[3], "alt": "Sawah", "caption": ""}),
            ("documents", {"title": "Berkas", "documents": self.documents[:2]}),
            ("documents", {"title": "Berkas lain", "documents": self.documents[1:]}),
            ("action", {"label": "Buka layanan", "page": guide, "url": ""}),
            ("accordion", {"items": [{"title": "Tanya", "text": self.text_with_links(guide)}]}),
        ]

    def lesson(self, course, **words) -> None:
        steps = [
            ("step", {"title": f"Langkah {number}", "picture": image, "picture_alt": "Layar"})
            for number, image in enumerate(self.images)
        ]
        LessonFactory(parent=course, steps=steps, **words)

    def news(self, count: int) -> None:
        for _ in range(count):
            number = self.made["news"]
            self.made["news"] += 1
            NewsPageFactory(
                title=f"Kabar {number}",
                date=TODAY + timedelta(days=1 if number == 0 else -number),
                category=self.category,
                picture=self.images[number % 4],
            )

    def past_notice(self, hours: int) -> None:
        ended = timezone.now() - timedelta(hours=hours)
        NoticeFactory(pk=100 + hours, begins_at=ended - timedelta(days=1), ends_at=ended)

    def grow(self) -> None:
        for number in range(20):
            OfficialFactory(photo=self.images[number % 4], photo_consent=True)
        for hours in range(30):
            NoticeFactory(pk=200 + hours)
            self.past_notice(hours + 2)
        self.news(150)
        guides = [GuideFactory() for _ in range(8)]
        for _ in range(10):
            JourneyFactory(steps=[journey_step("Langkah", page) for page in guides])
        for number in range(100):
            guide = GuideFactory(life_event=LifeEvent.values[number % len(LifeEvent.values)])
            StatusFactory(guide=guide, state="tutup")
        for number in range(130):
            RegulationFactory(
                number=str(100 + number),
                year=2015 + number % 10,
                document=self.documents[number % 3],
                subject=f"Sampah {number}",
            )
        for number in range(40):
            SessionFactory(event__programme__slug=f"lain-{number}", event__programme__is_public=True)
            event = Programme.objects.get(slug="program-desa").events.first()
            SessionFactory(event=event, state="disahkan")
            RegistrationFactory(event=event)
        for number in range(15):
            course = CourseFactory(audience=("warga", "perangkat")[number % 2])
            for _ in range(5):
                LessonFactory(parent=course)
        for _ in range(8):
            self.lesson(self.course)
        for number in range(40):
            ContentPageFactory(parent=self.profile, intro="Tentang sampah.")
            Synonym.objects.create(words=f"kata {number}, sebutan {number}")


def measured(client) -> tuple[dict[str, int], dict[str, list[str]]]:
    """The number of queries of each page, and the SQL that a page sent more than once."""
    counts, repeated = {}, {}
    for name, (_, address, _) in PAGES.items():
        for _ in range(2):
            assert client.get(address).status_code == 200, f"{name}: {address}"
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts[name] = len(queries)
        twice = [sql for sql, times in Counter(query["sql"] for query in queries).items() if times > 1]
        if twice:
            repeated[name] = twice
    return counts, repeated


def test_every_page_type_costs_one_fixed_number_of_queries(client):
    numbers = {name: number for name, (_, _, number) in PAGES.items()}
    village = Village()
    assert measured(client) == (numbers, {}), "with a few pages"
    village.grow()
    assert Page.objects.live().count() >= MANY_PAGES
    frame.raise_version()  # as publishing does
    assert measured(client) == (numbers, {}), f"with {MANY_PAGES} pages"


def test_the_fixed_numbers_keep_their_limits():
    assert [name for name, (kind, _, number) in PAGES.items() if number > LIMITS[kind]] == []
