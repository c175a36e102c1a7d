"""The registers say what Permendagri 47/2016 asks for, of what is published, in the order of its days."""

import re
from datetime import date
from html import unescape

import pytest

from layanan.regulations.books import BOOKS, numbered
from tests.factories.home import OfficialFactory, PositionFactory, VillageFactory
from tests.factories.layanan import RegulationFactory, related

pytestmark = pytest.mark.django_db

COLUMNS = {
    "peraturan": [
        "Nomor urut",
        "Jenis peraturan",
        "Nomor dan tanggal ditetapkan",
        "Tentang",
        "Uraian singkat",
        "Tanggal kesepakatan",
        "Nomor dan tanggal dilaporkan",
        "Nomor dan tanggal diundangkan dalam Lembaran Desa",
        "Nomor dan tanggal diundangkan dalam Berita Desa",
        "Keterangan",
    ],
    "keputusan": [
        "Nomor urut",
        "Nomor dan tanggal keputusan",
        "Tentang",
        "Uraian singkat",
        "Nomor dan tanggal dilaporkan",
        "Keterangan",
    ],
    "lembaran-berita": [
        "Nomor urut",
        "Jenis peraturan",
        "Nomor dan tanggal ditetapkan",
        "Tentang",
        "Diundangkan tanggal",
        "Nomor",
        "Keterangan",
    ],
}


def read(client, book, **query) -> tuple[list[str], list[list[str]]]:
    html = client.get(f"/regulasi/buku/{book}/", query).content.decode()
    rows = [
        [unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", html)
    ]
    return rows[0], rows[1:]


def perdes(**fields):
    return RegulationFactory(
        **(
            {
                "agreed_on": date(2024, 2, 20),
                "promulgated_on": date(2024, 3, 4),
                "gazette_number": "2",
                "reported_number": "140/12/2024",
                "reported_on": date(2024, 3, 9),
                "brief": "Uraian.",
                "register_note": "Catatan",
            }
            | fields
        )
    )


@pytest.mark.parametrize("book", BOOKS)
def test_the_columns_are_those_of_the_law(client, book):
    for kind in ("perdes", "kepkades"):
        RegulationFactory(kind=kind, promulgated_on=date(2024, 3, 4) if kind == "perdes" else None)
    assert read(client, book)[0] == COLUMNS[book]


def test_a_village_regulation_fills_every_column_but_the_other_gazette(client):
    perdes(number="3")
    assert read(client, "peraturan")[1] == [
        [
            "1",
            "Peraturan Desa",
            "Nomor 3, 1 Maret 2024",
            "Pengelolaan Sampah",
            "Uraian.",
            "20 Februari 2024",
            "Nomor 140/12/2024, 9 Maret 2024",
            "Nomor 2, 4 Maret 2024",
            "",
            "Catatan",
        ]
    ]


def test_each_kind_stands_in_its_books_and_gazette(client):
    perdes(number="1")
    RegulationFactory(kind="perkades", number="1", promulgated_on=date(2024, 3, 5), gazette_number="9")
    RegulationFactory(kind="kepkades", number="188.4/7/2024", subject="Tim")
    RegulationFactory(kind="perkades", number="2", subject="Belum diundangkan")
    _, regulations = read(client, "peraturan")
    assert [(row[1], row[7], row[8]) for row in regulations] == [
        ("Peraturan Desa", "Nomor 2, 4 Maret 2024", ""),
        ("Peraturan Kepala Desa", "", "Nomor 9, 5 Maret 2024"),
        ("Peraturan Kepala Desa", "", ""),
    ]
    assert [row[2] for row in read(client, "keputusan")[1]] == ["Tim"]
    assert [row[5] for row in read(client, "lembaran-berita")[1]] == ["Lembaran Desa 2", "Berita Desa 9"]


def test_a_book_is_kept_by_year_and_in_the_order_of_its_days(client):
    perdes(number="9", enacted_on=date(2024, 1, 5), agreed_on=None)
    perdes(number="10", enacted_on=date(2024, 1, 2), agreed_on=None)
    RegulationFactory(number="1", year=2023)
    assert [row[2] for row in read(client, "peraturan")[1]] == [
        "Nomor 10, 2 Januari 2024",
        "Nomor 9, 5 Januari 2024",
    ]
    assert [row[2] for row in read(client, "peraturan", tahun="2023")[1]] == ["Nomor 1, 1 Maret 2023"]


@pytest.mark.parametrize("year", ["1900", "abc", "²²²²", "99999", "0000", ""])
def test_any_year_is_answered(client, year):
    perdes()
    assert client.get("/regulasi/buku/peraturan/", {"tahun": year}).status_code == 200


def test_the_gazette_counts_by_the_day_of_promulgation(client):
    perdes(number="1", enacted_on=date(2024, 12, 30), promulgated_on=date(2025, 1, 3), reported_on=None)
    assert [row[4] for row in read(client, "lembaran-berita", tahun="2025")[1]] == ["3 Januari 2025"]


def test_a_revoked_one_says_so_at_once_and_no_longer_when_the_revocation_is_gone(client):
    old = perdes(number="1", register_note="")
    new = related(RegulationFactory(number="2", year=2025), "mencabut", old)
    assert [row[9] for row in read(client, "peraturan", tahun="2024")[1]] == ["Tidak berlaku, dicabut"]
    new.delete()
    assert [row[9] for row in read(client, "peraturan", tahun="2024")[1]] == [""]


def test_a_draft_stands_in_no_book(client):
    perdes(live=False)
    assert read_or_empty(client) == []


def read_or_empty(client) -> list:
    html = client.get("/regulasi/buku/peraturan/").content.decode()
    return re.findall(r"<tr>", html)


def test_a_long_year_has_several_sheets_and_goes_on_counting(client):
    for number in range(45):
        RegulationFactory(number=str(number + 1))
    assert [row[0] for row in read(client, "peraturan", lembar="2")[1]] == ["41", "42", "43", "44", "45"]


def test_the_last_sheet_is_signed_by_those_in_office(client):
    VillageFactory()
    head = PositionFactory(name="Kepala Desa")
    OfficialFactory(position=head, name="Contoh Saja")
    perdes()
    html = client.get("/regulasi/buku/peraturan/").content.decode()
    signed = re.findall(r"<p>([^<]*),</p><p><b>([^<]*)</b>", html)
    assert signed == [
        ("Sekretaris Desa Tebing Tinggi", "(………………………………)"),
        ("Kepala Desa Tebing Tinggi", "Contoh Saja"),
    ]


def test_an_unknown_book_is_not_there(client):
    assert client.get("/regulasi/buku/rahasia/").status_code == 404


def test_what_is_not_known_is_left_out_of_an_entry():
    assert (numbered(None, None), numbered("3", None), numbered("", date(2024, 3, 4))) == (
        "",
        "Nomor 3",
        "4 Maret 2024",
    )
