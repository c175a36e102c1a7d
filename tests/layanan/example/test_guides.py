"""The example guides as data: what the law wants published, in words a villager uses."""

import re

import pytest

from layanan.example.guides import GUIDES
from layanan.guides.models import DurationUnit, LifeEvent, MadeBy

every_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.slug)

# Words from daily life and the guide they must lead to.
EVERYDAY = {
    "surat miskin": "sktm",
    "kk hilang": "kartu-keluarga",
    "bikin ktp": "ktp-el",
    "pindah rumah": "pindah-penduduk",
    "ngurus nikah": "pengantar-nikah",
    "surat kelakuan baik": "pengantar-skck",
    "kis": "jkn-pbi",
    "blt": "bantuan-sosial",
    "pkh": "bantuan-sosial",
    "ambulan": "rujukan-dan-ambulans",
    "timbang bayi": "posyandu",
    "kur": "keterangan-usaha",
}

# Every figure that somebody else decides, and who says so. What is not here must be said without a figure.
SOURCES = {
    "10 hari kerja": "PMA 30/2024: a marriage is announced that long before",
    "19 tahun": "UU 16/2019: below it a court must allow the marriage",
    "21 tahun": "PMA 30/2024: below it parents must allow the marriage",
    "Rp0": "PP 59/2018: marriage at the KUA in its hours",
    "Rp600.000": "PP 59/2018: marriage elsewhere",
    "berumur 17": "UU 24/2013",
    "5 tahun": "age up to which the growth of children is watched",
    "60 hari": "UU 24/2013: report of a birth",
    "60 huruf": "Permendagri 73/2022: length of a name, spaces included",
    "30 hari": "UU 24/2013: report of a death",
    "90 hari": "BPJS Kesehatan, June 2024: validity of a referral",
    "6 bulan": "Perpol 6/2023: validity of an SKCK",
    "6 lembar": "Perpol 6/2023 as the police list it: the most photos asked for",
    "Rp30.000": "PP 76/2020: tariff of an SKCK",
    "119": "Permenkes 19/2016: emergency number of the whole country",
    "165": "BPJS Kesehatan Care Center",
    "0811-8165-165": "BPJS Kesehatan: PANDAWA",
}
# What the example village promises itself.
OWN = {"0743-000-0000", "0812-0000-0000", "1 hari kerja", "2 hari kerja", "5 hari kerja", "7 hari kerja"}
OWN |= {"1 lembar", "24 jam"}
FIGURE = re.compile(
    r"Rp[\d.]*\d|\b0\d{2,3}-\d{3,4}-\d{3,4}|(?<!loket )\b\d+ (?:hari kerja|hari|bulan|tahun|jam|huruf|lembar)\b"
    r"|berumur \d+|\b1\d\d\b"
)


def test_fourteen_guides_each_at_its_own_address():
    assert len(GUIDES) == 14
    assert len({guide.slug for guide in GUIDES}) == 14


@every_guide
def test_nothing_that_must_be_published_is_missing(guide):
    """UU 25/2009 and Permenpan-RB 15/2014: requirements, procedure, time, cost, product, complaints."""
    optional = {"steps_online", "cost_amount", "checker"}
    assert [name for name, value in vars(guide).items() if not value and name not in optional] == []
    assert [name for name, value in vars(guide.standard).items() if not value] == []


@every_guide
def test_choices_are_those_of_the_model(guide):
    assert guide.life_event in LifeEvent.values
    assert guide.made_by in MadeBy.values
    assert guide.duration_unit in DurationUnit.values


@every_guide
def test_the_village_takes_no_money(guide):
    assert (guide.cost_kind, guide.cost_amount) == ("gratis", None)
    assert re.search(r"gratis|tidak memungut", guide.cost_note, re.IGNORECASE)


def test_the_marriage_fee_is_that_of_the_ministry():
    """PMA 30/2024 and its tariff: nothing at the office in working hours, Rp600.000 elsewhere."""
    marriage = next(guide for guide in GUIDES if guide.slug == "pengantar-nikah")
    assert re.findall(r"Rp[\d.]*\d", marriage.cost_note) == ["Rp0", "Rp600.000"]


@pytest.mark.parametrize(("words", "slug"), EVERYDAY.items())
def test_everyday_words_lead_to_their_guide(words, slug):
    guide = next(guide for guide in GUIDES if guide.slug == slug)
    assert words in [term.strip() for term in guide.everyday_words.split(",")]


@every_guide
def test_no_figure_is_written_from_memory(guide):
    spoken = [
        value for name, value in vars(guide).items() if name not in ("legal_basis", "everyday_words", "place")
    ]
    assert set(FIGURE.findall(str(spoken))) - SOURCES.keys() - OWN == set()


def test_no_letter_of_the_village_says_how_long_it_holds():
    """No law says it; the letter itself does."""
    assert [guide.slug for guide in GUIDES if re.search(r"berlaku \d", guide.result)] == []


def test_what_may_be_asked_for_is_not_demanded():
    """A paper that Permendagri 108/2019 and the police no longer want costs a villager a morning."""
    papers = {guide.slug: {item.text: item.note for item in guide.requirements} for guide in GUIDES}
    civil = [slug for slug, guide in papers.items() if "Surat pengantar dari ketua RT" in guide]
    assert not {"kartu-keluarga", "ktp-el", "akta-kelahiran", "akta-kematian", "pindah-penduduk"} & set(civil)
    assert papers["pengantar-skck"]["Surat pengantar dari ketua RT"].startswith("Hanya bila")
    assert "kabupaten atau kota lain" in papers["pindah-penduduk"]["Surat keterangan pindah (SKPWNI)"]
