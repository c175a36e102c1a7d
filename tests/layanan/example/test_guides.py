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


def test_fourteen_guides_each_at_its_own_address():
    assert len(GUIDES) == 14
    assert len({guide.slug for guide in GUIDES}) == 14


@every_guide
def test_nothing_that_must_be_published_is_missing(guide):
    """UU 25/2009 and Permenpan-RB 15/2014: requirements, procedure, time, cost, product, complaints."""
    optional = {"steps_online", "cost_amount"}
    assert [name for name, value in vars(guide).items() if not value and name not in optional] == []
    assert "Pelayanan kurang baik?" in guide.other_ways


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
