"""The data that leaves the site: whole, true to the village's identity, and harmless in a spreadsheet."""

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree

import pytest
from wagtail.models import Site

from home.models import VillageSettings
from layanan.models import JdihSettings, RegulationPage
from tests.factories.home import DocumentFactory, UserFactory, VillageFactory
from tests.factories.layanan import RegulationFactory, related
from tests.layanan.jdih.test_rules import faults

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def village():
    return VillageFactory()


def jdih(client) -> list[dict]:
    return client.get("/data/jdih.json").json()


def data(client) -> dict:
    return client.get("/data/regulasi.json").json()


def table(client) -> list[dict]:
    text = client.get("/data/regulasi.csv").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_without_regulations_the_feed_is_an_empty_list(client):
    assert jdih(client) == []
    assert (data(client)["jumlah"], data(client)["data"], table(client)) == (0, [], [])


def test_the_feed_passes_the_template(client):
    RegulationFactory(
        number="3", document=DocumentFactory(), promulgated_on=date(2024, 3, 2), plain_summary="Isi."
    )
    RegulationFactory(kind="perkades", number="1", year=2023)
    RegulationFactory(kind="permakades", number="2", year=2022)

    told = jdih(client)

    assert [faults(one) for one in told] == [[], [], []]
    assert [one["noPeraturan"] for one in told] == ["3", "1", "2"]
    assert told[0]["teuBadan"] == "Indonesia. Kabupaten Batanghari. Desa Tebing Tinggi"
    assert told[0]["tempatTerbit"] == "Tebing Tinggi"


def test_addresses_lead_to_what_everybody_can_fetch(client, settings):
    settings.BASE_URL = "https://desa.example"
    RegulationFactory(number="3", document=DocumentFactory())

    told = jdih(client)[0]

    for key in ("urlDownload", "urlDetailPeraturan"):
        assert told[key].startswith("https://desa.example/")
        assert client.get(told[key].removeprefix("https://desa.example")).status_code == 200
    assert told["urlDownload"].endswith(told["fileDownload"])


def test_identity_and_settings_are_data(client, village):
    JdihSettings.objects.create(
        site=village.site,
        author="Indonesia. Desa Lain",
        place="Lain",
        field_of_law="Hukum Adat",
        licence="CC BY 4.0",
    )
    RegulationFactory(number="3")

    told = jdih(client)[0]

    assert (told["teuBadan"], told["tempatTerbit"], told["bidangHukum"]) == (
        "Indonesia. Desa Lain",
        "Lain",
        "Hukum Adat",
    )
    assert data(client)["lisensi"] == "CC BY 4.0"


def test_a_village_without_a_name_breaks_nothing(client):
    VillageSettings.objects.update(name="", regency="")
    RegulationFactory(number="3")

    assert jdih(client)[0]["teuBadan"] == "Indonesia"


def test_decisions_go_to_the_jdih_only_when_the_village_says_so(client, village):
    RegulationFactory(kind="kepkades", number="188.45/1/2024")

    assert jdih(client) == []
    JdihSettings.objects.create(site=village.site, with_decisions=True)
    assert [one["singkatanJenis"] for one in jdih(client)] == ["KEPKADES"]
    assert data(client)["jumlah"] == 1


def test_a_number_is_never_given_to_another_regulation(client):
    page = RegulationFactory(number="3")
    before = jdih(client)[0]["idData"]
    RegulationPage.objects.get(pk=page.pk).delete()

    RegulationFactory(number="4")

    assert jdih(client)[0]["idData"] != before


def test_open_data_holds_every_column_of_the_registers(client):
    RegulationFactory(
        number="3",
        agreed_on=date(2024, 2, 27),
        promulgated_on=date(2024, 3, 2),
        gazette_number="3",
        reported_number="141/27",
        reported_on=date(2024, 3, 8),
        brief="Uraian.",
        register_note="Contoh",
        topics="SAMPAH",
        signatory="Kepala Desa",
    )

    row = data(client)["data"][0]

    dates = ("disepakati", "ditetapkan", "diundangkan", "dilaporkan")
    numbers = ("lembaran", "nomor_lembaran", "nomor_laporan")
    assert {name: row[name] for name in (*dates, *numbers)} == {
        "disepakati": "2024-02-27",
        "ditetapkan": "2024-03-01",
        "diundangkan": "2024-03-02",
        "lembaran": "Lembaran Desa",
        "nomor_lembaran": "3",
        "nomor_laporan": "141/27",
        "dilaporkan": "2024-03-08",
    }
    assert (row["uraian_singkat"], row["keterangan"], row["subjek"]) == ("Uraian.", "Contoh", "SAMPAH")
    assert list(row) == list(data(client)["kolom"])
    assert list(table(client)[0]) == list(row)


def test_relations_stand_in_both_rows(client):
    old = RegulationFactory(number="1", year=2020)
    new = related(RegulationFactory(number="2", year=2021), "mencabut", old)

    told = {row["nomor"]: row["hubungan"] for row in data(client)["data"]}

    assert told == {
        "1": [{"hubungan": "Dicabut dengan", "judul": new.title, "alamat": new.canonical_url}],
        "2": [{"hubungan": "Mencabut", "judul": old.title, "alamat": old.canonical_url}],
    }
    assert table(client)[1]["hubungan"] == f"Dicabut dengan {new.title}"


@pytest.mark.parametrize("text", ["=1+1", "+62", "-x", "@cmd", "\t=1"])
def test_no_cell_of_the_table_is_a_formula(client, text):
    page = RegulationFactory(number="3", brief=text)
    RegulationPage.objects.filter(pk=page.pk).update(brief=text)

    assert table(client)[0]["uraian_singkat"] == f"'{text}"


def test_old_control_characters_break_neither_json_nor_xml(client):
    page = RegulationFactory(number="3")
    RegulationPage.objects.filter(pk=page.pk).update(
        plain_summary="a\x0bb\x00c".replace("\x00", ""), brief="\u2028"
    )

    assert json.loads(client.get("/data/jdih.json").content)
    assert client.get("/regulasi/umpan.xml").status_code == 200
    ElementTree.fromstring(client.get("/regulasi/umpan.xml").content)


def test_the_settings_are_the_publishers(client):
    address = f"/admin/settings/layanan/jdihsettings/{Site.objects.get().pk}/"
    seen = {}
    for role in ("Operator", "Penerbit"):
        client.force_login(UserFactory(roles=[role]))
        seen[role] = client.get(address).status_code

    assert seen == {"Operator": 302, "Penerbit": 200}
