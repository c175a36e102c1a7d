"""What people ask is found, on both databases alike: word forms, synonyms, halves of words, and only public pages."""

import pytest
from wagtail.models import Page, PageViewRestriction

from home.models import Synonym
from home.search import queries
from home.search.queries import search
from tests.factories.home import ContentPageFactory, NewsPageFactory
from tests.factories.layanan import GuideFactory, RegulationFactory
from tests.factories.pelatihan import LessonFactory

pytestmark = pytest.mark.django_db


def titles(query):
    return [hit.title for hit in search(query).hits]


@pytest.fixture
def village():
    """A few pages of each kind, and one of the usual synonyms."""
    Synonym.objects.create(words="SKTM, surat keterangan tidak mampu, surat miskin")
    GuideFactory(
        title="Pengurusan Kartu Keluarga", intro="Untuk keluarga baru.", everyday_words="kk hilang, ganti kk"
    )
    GuideFactory(title="Surat Keterangan Tidak Mampu", intro="Untuk warga yang memerlukan keringanan.")
    RegulationFactory(subject="Pelayanan Kepindahan Penduduk", plain_summary="Tata cara pindah antar RT/RW.")
    NewsPageFactory(title="Posyandu bulan ini", intro="Imunisasi gratis untuk balita di balai desa.")
    ContentPageFactory(title="Profil Desa", intro="Sejarah singkat dan pemerintahan.")
    LessonFactory(title="Menyiapkan berkas", intro="Belajar memeriksa kelengkapan berkas.")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("kartu keluarga", "Pengurusan Kartu Keluarga"),
        ("KARTU  keluarga!!", "Pengurusan Kartu Keluarga"),
        # Word forms: the root finds the derived word, and one form the other.
        ("urus kartu keluarga", "Pengurusan Kartu Keluarga"),
        ("mengurus kartu", "Pengurusan Kartu Keluarga"),
        ("bagaimana cara mengurus kartu keluarga", "Pengurusan Kartu Keluarga"),
        ("layanan pindah", "Peraturan"),
        ("siap berkas", "Menyiapkan berkas"),
        ("periksa lengkap", "Menyiapkan berkas"),
        ("bikin kartu keluarga", "Pengurusan Kartu Keluarga"),
        # Everyday words and synonyms, hidden on the page.
        ("kk hilang", "Pengurusan Kartu Keluarga"),
        ("surat miskin", "Surat Keterangan Tidak Mampu"),
        ("sktm", "Surat Keterangan Tidak Mampu"),
        # PostgreSQL takes RT/RW for the name of a file.
        ("rw", "Peraturan"),
        # A word not typed to its end, in a title.
        ("posyan", "Posyandu bulan ini"),
        ("buat kartu kelu", "Pengurusan Kartu Keluarga"),
        # The body counts as well as the title.
        ("imunisasi balita", "Posyandu bulan ini"),
    ],
)
def test_people_find_the_page_in_their_words(village, query, title):
    assert titles(query)[:1] == [found for found in titles(query) if found.startswith(title)][:1] != []


def test_a_half_typed_word_is_found_in_the_body_too(village):
    assert titles("imunis") == ["Posyandu bulan ini"]


def test_all_words_are_wanted_first():
    GuideFactory(title="Kartu Keluarga")
    GuideFactory(title="Kartu Indonesia Sehat")
    result = search("kartu keluarga")
    assert [hit.title for hit in result.hits] == ["Kartu Keluarga"]
    assert not result.partial


def test_some_of_the_words_are_better_than_nothing():
    GuideFactory(title="Kartu Keluarga")
    GuideFactory(title="Akta Kelahiran")
    result = search("kartu bahagia")
    assert [hit.title for hit in result.hits] == ["Kartu Keluarga"]
    assert result.partial


def test_without_a_hit_the_nearest_words_are_offered(village):
    result = search("keluaga")
    assert (result.hits, result.suggestions) == ([], ("keluarga",))


def test_a_misspelt_word_beside_a_known_one_is_corrected(village):
    assert search("kartu keluaga").suggestions[0] == "kartu keluarga"


def test_a_suggestion_finds_something(village):
    for suggestion in search("kart keluaga srat").suggestions:
        assert titles(suggestion) != []


def test_nonsense_finds_and_offers_nothing(village):
    result = search("zzzzqqqq")
    assert (result.hits, result.suggestions, result.partial) == ([], (), False)


def test_punctuation_alone_asks_nothing(village, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert search("!?*\"'").hits == []


def test_every_kind_of_page_has_its_label_address_and_excerpt(village):
    labels = {
        hit.label
        for query in ("kartu", "posyandu", "profil", "berkas", "pindah")
        for hit in search(query).hits
    }
    assert labels == {"Layanan", "Berita", "Halaman desa", "Pelajaran", "Peraturan"}
    hit = search("imunisasi").hits[0]
    assert (hit.kind, hit.url) == ("newspage", "/berita/posyandu-bulan-ini/")
    assert hit.excerpt(["imunisasi"]) == "Imunisasi gratis untuk balita di balai desa."
    assert search("pindah").hits[0].excerpt(["pindah"]) == "Tata cara pindah antar RT/RW."


def test_the_search_description_is_the_excerpt_when_it_has_the_word():
    GuideFactory(title="Kartu", search_description="Semua tentang kartu.", intro="Kartu untuk warga.")
    assert search("kartu").hits[0].excerpt(["kartu"]) == "Semua tentang kartu."


# --- Only what everyone may read (each of these pages would be found if it were public) ---


@pytest.fixture
def secret():
    page = ContentPageFactory(title="Rahasia Dapur")
    assert titles("rahasia dapur") == ["Rahasia Dapur"]
    return page


def test_a_page_taken_back_is_not_found(secret):
    secret.unpublish()
    result = search("rahasia dapur")
    assert (result.hits, result.suggestions) == ([], ())
    assert search("rahasi").suggestions == ()


def test_a_restricted_page_and_those_below_it_are_not_found(secret):
    ContentPageFactory(title="Rahasia Bawah", parent=secret)
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    assert titles("rahasia") == []
    assert search("rahasi").suggestions == ()


def test_a_deleted_page_is_not_found(secret):
    secret.delete()
    assert titles("rahasia") == []


def test_an_unpublished_change_is_not_found(secret):
    secret.title = "Terbuka"
    secret.save_revision()
    assert titles("terbuka") == []


def test_a_published_change_is_found_at_once_and_the_old_words_no_longer(secret):
    secret.title = "Terbuka Lebar"
    secret.save_revision().publish()
    assert (titles("terbuka lebar"), titles("dapur")) == (["Terbuka Lebar"], [])


def test_pages_outside_the_site_and_of_foreign_types_are_not_found():
    Page.objects.get(depth=1).add_child(instance=Page(title="Halaman asing", slug="asing"))
    assert titles("asing") == []


# --- Much and hostile ---


def test_at_most_so_many_hits_and_the_name_counts_beyond_them(monkeypatch):
    """The page of that name is the oldest of more pages than are looked at."""
    monkeypatch.setattr(queries, "CANDIDATES", 5)
    monkeypatch.setattr(queries, "HITS", 3)
    GuideFactory(title="Gotong Royong", intro="Panduan.")
    for number in range(7):
        NewsPageFactory(title=f"Kabar {number}", intro="Gotong royong. " * 5)
    result = search("gotong royong")
    assert result.hits[0].title == "Gotong Royong"
    assert (len(result.hits), result.more) == (3, True)


def test_what_has_the_words_in_short_stands_above_newer_pages():
    NewsPageFactory(title="Kabar lama", intro="Gotong royong di dusun.")
    NewsPageFactory(title="Kabar baru", intro="Lain.", body=[("text", "<p>Gotong royong.</p>")])
    assert titles("gotong royong") == ["Kabar lama", "Kabar baru"]


@pytest.mark.parametrize(
    "query",
    [
        "'",
        "''",
        '"',
        '""',
        "kartu'",
        'kartu"',
        "kartu*",
        "*",
        "kartu OR",
        "AND OR NOT",
        "NOT kartu",
        "NEAR(kartu keluarga, 2)",
        "title:kartu",
        "{title body} : kartu",
        "kartu AND (",
        "^kartu",
        "kartu & ! | <-> :*",
        "kartu:*",
        "\\",
        "\\'",
        "%s %d %",
        "'; DROP TABLE home_synonym; --",
        "🙂",
        "👨\u200d👩\u200d👧 kartu",
        "日本語",
        "½ ² Ⅷ ﬁ",
        "a" * 100,
        "a " * 50,
        "İ ß ẞ",
        "ͅ",
        "null None {{ query }} {% now %}",
    ],
)
def test_no_sign_reaches_a_query_language(village, query):
    assert isinstance(search(query).hits, list)
    assert Synonym.objects.count() == 1


def test_signs_of_a_query_language_change_nothing(village):
    assert titles('kartu" OR "keluarga*') == titles("kartu or keluarga")
    assert titles("(kartu & keluarga)") == titles("kartu keluarga")
