"""The list of regulations: newest first, filtered by kind, year and word, and never put off by what was typed."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from home.models import Synonym
from layanan.regulations.queries import PER_PAGE
from tests.factories.home import DocumentFactory
from tests.factories.layanan import RegulationFactory

pytestmark = pytest.mark.django_db


def ask(client, **parameters):
    response = client.get("/regulasi/", parameters)
    assert response.status_code == 200
    return response


def numbers(client, **parameters) -> list[str]:
    return [f"{page.kind} {page.number}/{page.year}" for page in ask(client, **parameters).context["items"]]


@pytest.fixture
def shelf():
    for kind, number, year, enacted, subject, summary in (
        ("perdes", "2", 2023, date(2023, 5, 1), "Pungutan Desa", "Tarif pasar 5% dari hasil."),
        ("perdes", "1", 2024, date(2024, 2, 1), "Anggaran Desa", "Rencana uang desa."),
        ("perdes", "10", 2024, date(2024, 2, 1), "Pengelolaan Sampah", "Sampah dipilah di rumah."),
        ("perdes", "9", 2024, date(2024, 2, 1), "Irigasi", "Giliran air_sawah."),
        ("perkades", "1", 2024, date(2024, 8, 1), "Jam Kerja", "Kantor buka pagi."),
        ("kepkades", "188.4/3/2024", 2024, date(2024, 12, 1), "Panitia Sampah", "Nama anggota."),
    ):
        RegulationFactory(
            kind=kind, number=number, year=year, enacted_on=enacted, subject=subject, plain_summary=summary
        )


ALL = [
    "kepkades 188.4/3/2024/2024",
    "perkades 1/2024",
    "perdes 10/2024",
    "perdes 9/2024",
    "perdes 1/2024",
    "perdes 2/2023",
]


def test_newest_first_by_year_then_date_then_number_as_a_number(client, shelf):
    assert numbers(client) == ALL


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"jenis": "perkades"}, ["perkades 1/2024"]),
        ({"jenis": "permakades"}, []),
        ({"jenis": "qanun"}, []),
        ({"jenis": "PERDES"}, []),
        ({"tahun": "2023"}, ["perdes 2/2023"]),
        ({"tahun": "1999"}, []),
        ({"jenis": "perdes", "tahun": "2024"}, ["perdes 10/2024", "perdes 9/2024", "perdes 1/2024"]),
        ({"q": "sampah"}, ["kepkades 188.4/3/2024/2024", "perdes 10/2024"]),
        ({"q": "SAMPAH dipilah"}, ["perdes 10/2024"]),
        ({"q": "sampah", "jenis": "kepkades"}, ["kepkades 188.4/3/2024/2024"]),
        ({"q": "rencana uang"}, ["perdes 1/2024"]),
        ({"q": "188.4/3"}, ["kepkades 188.4/3/2024/2024"]),
        ({"q": "jembatan"}, []),
        ({"q": "   "}, ALL),
        ({"jenis": "", "tahun": "", "q": ""}, ALL),
    ],
)
def test_kind_year_and_words_choose_exactly_what_they_say(client, shelf, parameters, expected):
    assert numbers(client, **parameters) == expected
    assert ask(client, **parameters).context["result_count"] == len(expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("apbdes", ["perdes 1/2024"]),
        ("APBDes 2024", ["perdes 1/2024"]),
        ("uang  desa", ["perdes 1/2024"]),
        ("apbdes sampah", []),
        ("apb", []),
        ("bpjs", []),  # "iga" stands in "Irigasi"
    ],
)
def test_words_that_mean_the_same_find_the_same(client, shelf, typed, expected):
    Synonym.objects.create(words="APBDes, anggaran desa, uang desa")
    Synonym.objects.create(words="bpjs, iga")
    assert numbers(client, q=typed) == expected


def test_nothing_found_says_where_was_looked(client, shelf):
    assert "bukan isi berkas PDF" in ask(client, q="jembatan").content.decode()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("%", ["perdes 2/2023"]),
        ("5%", ["perdes 2/2023"]),
        ("6%", []),
        ("_", ["perdes 9/2024"]),
        ("air_sawah", ["perdes 9/2024"]),
        ("gil%ran", []),
        ("air%sawah", ["perdes 9/2024"]),  # as the site's search has it, a sign parts two words
        ("sam_ah", []),
        ("s%h", []),
        ("\\", []),
        ("'", []),
    ],
)
def test_signs_that_mean_anything_to_the_database_are_plain_text(client, shelf, typed, expected):
    assert numbers(client, q=typed) == expected


NONSENSE = [
    "abc",
    "20\x0024",
    "\x00",
    "perdes\x00",
    "9" * 10_000,
    "x" * 10_000,
    "٢٠٢٤",
    "２０２４",
    "²",
    "-1",
    "0000",
    "99999",
    "2024.0",
    "🙂" * 1000,
    "<script>alert(1)</script>",
    "' OR 1=1 --",
]


@pytest.mark.parametrize("name", ["jenis", "tahun", "q", "halaman"])
@pytest.mark.parametrize("value", NONSENSE, ids=range(len(NONSENSE)))
def test_no_parameter_is_ever_a_fault(client, shelf, name, value):
    content = ask(client, **{name: value}).content.decode()
    assert "<script>alert" not in content


@pytest.mark.parametrize("value", ["٢٠٢٤", "２０２٤", "2024.0", "-2024", "99999", "9" * 10_000])
def test_a_year_that_is_none_finds_nothing_instead_of_something_else(client, shelf, value):
    assert numbers(client, tahun=value) == []


@pytest.mark.parametrize("raw", ["q=%ff", "jenis=%ed%a0%80", "tahun=2024&tahun=2023", "=", "%", "q=a&q=b"])
def test_no_spelling_of_a_parameter_is_ever_a_fault(client, shelf, raw):
    assert client.get(f"/regulasi/?{raw}").status_code == 200


def test_a_long_list_comes_in_pages_that_show_each_regulation_once(client):
    for number in range(PER_PAGE + 2):
        RegulationFactory(number=str(number + 1), year=2024)
    first, second = numbers(client), numbers(client, halaman="2")
    assert (len(first), second) == (PER_PAGE, ["perdes 2/2024", "perdes 1/2024"])
    assert numbers(client, halaman="99") == second
    assert numbers(client, halaman="x") == first


def test_the_chosen_filters_stay_chosen_and_go_along_to_the_next_page(client):
    for number in range(PER_PAGE + 1):
        RegulationFactory(number=str(number + 1), year=2024, subject="Sampah & Air")
    response = ask(client, jenis="perdes", tahun="2024", q="sampah & air")
    content = response.content.decode()
    assert '<option value="perdes" selected>' in content
    assert '<option value="2024" selected>' in content
    assert 'value="sampah &amp; air"' in content
    assert response.context["filter_query"] == "jenis=perdes&tahun=2024&q=sampah+%26+air"


def test_the_years_offered_are_those_that_have_regulations(client, shelf):
    RegulationFactory(number="5", year=2019, live=False)
    RegulationFactory(number="6", year=None, enacted_on=None, live=False)
    hidden = RegulationFactory(number="7", year=2018)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert ask(client).context["years"] == [2024, 2023]


def test_drafts_and_restricted_regulations_are_not_listed(client, shelf):
    RegulationFactory(number="5", year=2024, live=False, subject="Rancangan")
    hidden = RegulationFactory(number="6", year=2024, subject="Tertutup")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert numbers(client) == ALL


def test_the_pdf_stands_in_the_list_with_its_size_and_pages(client):
    document = DocumentFactory()
    RegulationFactory(number="3", year=2024, document=document)
    content = ask(client).content.decode()
    assert document.url in content
    assert "1 halaman" in content


def test_a_list_without_regulations_says_so_in_words(client):
    assert "Belum ada peraturan yang dimuat." in ask(client).content.decode()
    RegulationFactory()
    assert "Tidak ada peraturan dengan pilihan ini." in ask(client, tahun="1999").content.decode()
