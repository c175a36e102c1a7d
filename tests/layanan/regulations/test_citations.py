"""Which regulation a citation means."""

import pytest

from layanan.regulations import citations
from layanan.regulations.citations import Citation, read


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Peraturan Desa Tebing Tinggi Nomor 3 Tahun 2019 tentang Sampah", ("perdes", "3", 2019)),
        ("PERATURAN DESA NOMOR 03 TAHUN 2019", ("perdes", "3", 2019)),
        ("Perdes No. 3 Tahun 2019", ("perdes", "3", 2019)),
        ("Perdes 3/2019", ("perdes", "3", 2019)),
        ("Peraturan Kepala Desa Nomor 2 A Tahun 2020", ("perkades", "2 a", 2020)),
        ("Peraturan Bersama Kepala Desa Nomor 1 Tahun 2021", ("permakades", "1", 2021)),
        ("Keputusan Kepala Desa Nomor 188.4/12/2026 Tahun 2026", ("kepkades", "188.4/12/2026", 2026)),
        (
            "Keputusan Kepala Desa Nomor 5 Tahun 2022 tentang Pelaksanaan Peraturan Desa Nomor 1 Tahun 2022",
            ("kepkades", "5", 2022),
        ),
    ],
)
def test_a_citation_names_kind_number_and_year(text, meant):
    assert read(text) == Citation(*meant)


@pytest.mark.parametrize(
    "text", ["", "Peraturan Desa tentang Sampah", "Nomor 3 Tahun 2019", "Peraturan Desa Nomor 3 Tahun 1812"]
)
def test_what_says_too_little_means_none(text):
    assert read(text) is None


def test_a_regulation_and_its_citation_have_the_same_key():
    assert citations.key("kepkades", "188.4/12/KEP/2026", 2026) == (
        read("Keputusan Kepala Desa Nomor 188.4/12/Kep/2026 Tahun 2026").key
    )
    assert citations.key("perdes", None, 2026) == ""
