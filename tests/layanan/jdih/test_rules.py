"""A record is what the JDIHN reads: exactly these keys, in this order, and nothing but strings.

The keys and values here are written from the template of BPHN for its members, not from the code.
"""

import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from layanan.jdih.rules import Act, Document, Place, record, source

# Key: what its value looks like.
TEMPLATE = {
    "idData": r"[1-9]\d*",
    "tahun_pengundangan": r"\d{4}",
    "tanggal_pengundangan": r"\d{4}-\d{2}-\d{2}",
    "jenis": r"(Peraturan|Keputusan) .+",
    "noPeraturan": r".+",
    "judul": r".+ Nomor .+ Tahun \d{4} tentang .+",
    "noPanggil": "-",
    "singkatanJenis": r"(PERDES|PERMAKADES|PERKADES|KEPKADES)",
    "tempatTerbit": r".+",
    "penerbit": "-",
    "deskripsiFisik": "-",
    "sumber": r"(|(LEMBARAN|BERITA) DESA \d{4}( \(.+\))?(: \d+ hlm)?)",
    "subjek": r".*",
    "isbn": "-",
    "status": r"(Berlaku|Tidak Berlaku)",
    "bahasa": "Indonesia",
    "bidangHukum": r".*",
    "teuBadan": r"Indonesia\. .+",
    "nomorIndukBuku": "-",
    "fileDownload": r"(|[^/]+\.pdf)",
    "urlDownload": r"(|https?://.+)",
    "abstrak": r"[^\n]*",
    "urlabstrak": r"(|https?://.+)",
    "urlDetailPeraturan": r"https?://.+",
    "operasi": "4",
    "display": "1",
}
# What newer readers spell otherwise or ask for besides.
ADDED = {
    "urlAbstrak": r"(|https?://.+)",
    "tanggal_penetapan": r"\d{4}-\d{2}-\d{2}",
    "last_updated": r"(|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})",
}

PLACE = Place("Indonesia. Kabupaten Batanghari. Desa Contoh", "Contoh", "Hukum Administrasi Negara")
ACT = Act(
    pk=7,
    title="Peraturan Desa Contoh Nomor 3 Tahun 2024 tentang Sampah",
    kind="Peraturan Desa",
    short_kind="PERDES",
    number="3",
    year=2024,
    enacted_on=date(2024, 3, 5),
    promulgated_on=date(2024, 3, 6),
    gazette="Lembaran Desa",
    gazette_number="3",
    topics="Sampah - Retribusi",
    field_of_law="",
    is_revoked=False,
    summary="Dua\nbaris.",
    url="https://desa.example/regulasi/perdes-3-2024/",
    updated="2024-03-07 08:00:00",
    document=Document("perdes-3.pdf", "https://desa.example/documents/1/perdes-3.pdf", 12),
)


def faults(told) -> list[str]:
    """Where a record is not what the template asks for."""
    wanted = TEMPLATE | ADDED
    if list(told) != list(wanted):
        return [f"keys: {list(told)}"]
    return [
        f"{key}: {told[key]!r}"
        for key, pattern in wanted.items()
        if not isinstance(told[key], str) or not re.fullmatch(pattern, told[key])
    ]


def test_a_record_has_the_keys_of_the_template_in_its_order():
    assert faults(record(ACT, PLACE)) == []


def test_a_whole_record():
    told = record(ACT, PLACE)

    assert {
        key: told[key] for key in ("sumber", "subjek", "bidangHukum", "abstrak", "urlabstrak", "status")
    } == {
        "sumber": "LEMBARAN DESA 2024 (3): 12 hlm",
        "subjek": "SAMPAH - RETRIBUSI",
        "bidangHukum": "Hukum Administrasi Negara",
        "abstrak": "Dua baris.",
        "urlabstrak": ACT.url,
        "status": "Berlaku",
    }
    assert told["urlAbstrak"] == told["urlabstrak"]


def test_what_is_not_known_leaves_no_wrong_word():
    told = record(replace(ACT, document=None, summary="", promulgated_on=None, gazette_number=""), PLACE)

    assert faults(told) == []
    assert {told[key] for key in ("fileDownload", "urlDownload", "abstrak", "urlabstrak", "sumber")} == {""}
    assert told["tanggal_pengundangan"] == "2024-03-05"


def test_one_that_was_changed_is_in_force_and_one_that_was_revoked_is_not():
    assert record(ACT, PLACE)["status"] == "Berlaku"
    assert record(replace(ACT, is_revoked=True), PLACE)["status"] == "Tidak Berlaku"


def test_the_source_says_what_is_known():
    assert source(replace(ACT, gazette_number="", document=None)) == "LEMBARAN DESA 2024"
    assert source(replace(ACT, gazette="")) == ""


@given(
    st.builds(
        replace,
        st.just(ACT),
        number=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20),
        summary=st.text(st.characters(codec="utf-8"), max_size=50),
        topics=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20),
        is_revoked=st.booleans(),
        promulgated_on=st.none() | st.dates(date(1945, 1, 1), date(2100, 1, 1)),
    )
)
def test_whatever_a_regulation_holds_its_record_keeps_the_form(act):
    assert faults(record(act, PLACE)) == []
