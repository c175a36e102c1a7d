"""What is found in a pasted text, and that nothing of it is lost, whatever is pasted."""

import re
import sys
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layanan.regulations.text_lines import read_lines
from layanan.regulations.text_parser import Kind, LawText, parse, roman

REGULATION = """\
KEPALA DESA TEBING TINGGI
KABUPATEN BATANGHARI
PERATURAN DESA TEBING TINGGI
NOMOR 3 TAHUN 2024
TENTANG
PENGELOLAAN SAMPAH
DENGAN RAHMAT TUHAN YANG MAHA ESA
KEPALA DESA TEBING TINGGI,
Menimbang   :   a.   bahwa sungai menjadi sumber hidup warga dan harus be-
bas dari sampah;
b.\tbahwa sampah yang dipilah dapat dijual;
Mengingat : 1. Undang-
Undang Nomor 18 Tahun 2008;
2. Undang-Undang Nomor 6 Tahun 2014;
M E M U T U S K A N:
Menetapkan : PERATURAN DESA TENTANG PENGELOLAAN SAMPAH.
BAB I
KETENTUAN UMUM
Pasal 1
Dalam Peraturan Desa ini yang dimaksud dengan:
1. Desa adalah Desa Tebing Tinggi.
2. Warga adalah setiap orang yang
- 2 -
tinggal di Desa.
BAB II
HAK DAN
KEWAJIBAN
Bagian Kesatu
Hak Warga
Pasal 2
(1) Setiap warga sebagaimana dimaksud dalam
Pasal 3
ayat (2) berhak atas pengambilan sampah sebagaimana dimaksud pada ayat
(2) huruf a.
(2) Pengambilan meliputi:
a. sampah organik; dan
b. sampah lain.
PASAL  3
Peraturan Desa ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Tebing Tinggi
pada tanggal 1 Maret 2024
KEPALA DESA TEBING TINGGI,
ttd
PENJELASAN
ATAS
PERATURAN DESA TEBING TINGGI
I. UMUM
Sungai perlu dijaga.
II. PASAL DEMI PASAL
Pasal 1
Cukup jelas.
Pasal 2
Ayat (1)
Cukup jelas.
LAMPIRAN I
No\tNama\tJabatan
1\tKetua RT\tAnggota
"""


def outline(law: LawText) -> list[str]:
    return [" ".join(filter(None, ["·" * unit.level, unit.name, unit.title])) for unit in law.units]


def said(law: LawText, anchor: str) -> list[str]:
    return [
        " ".join(filter(None, ["·" * one.depth, one.mark, one.text])) for one in law.find(anchor).paragraphs
    ]


def pasals(text: str) -> list[str]:
    return [unit.label for unit in parse(text).units if unit.kind is Kind.PASAL]


def test_a_whole_regulation_is_read():
    law = parse(REGULATION)
    assert outline(law) == [
        "Pembukaan",
        "BAB I KETENTUAN UMUM",
        "· Pasal 1",
        "BAB II HAK DAN KEWAJIBAN",
        "· Bagian Kesatu Hak Warga",
        "·· Pasal 2",
        "·· Pasal 3",
        "Penutup",
        "PENJELASAN",
        "· I. UMUM",
        "· II. PASAL DEMI PASAL",
        "·· Pasal 1",
        "·· Pasal 2",
        "LAMPIRAN I",
    ]
    assert (law.notes, law.removed) == ((), ("- 2 -",))
    assert (law.count(Kind.PASAL), law.count(Kind.BAB)) == (3, 2)


def test_the_opening_has_its_considerations_and_its_bases():
    assert said(parse(REGULATION), "pembukaan")[7:] == [
        "KEPALA DESA TEBING TINGGI,",
        "Menimbang:",
        "a. bahwa sungai menjadi sumber hidup warga dan harus bebas dari sampah;",
        "b. bahwa sampah yang dipilah dapat dijual;",
        "Mengingat:",
        "1. Undang-Undang Nomor 18 Tahun 2008;",
        "2. Undang-Undang Nomor 6 Tahun 2014;",
        "MEMUTUSKAN:",
        "Menetapkan:",
        "PERATURAN DESA TENTANG PENGELOLAAN SAMPAH.",
    ]


def test_a_reference_at_the_start_of_a_line_begins_neither_a_pasal_nor_an_ayat():
    assert said(parse(REGULATION), "pasal-2") == [
        "(1) Setiap warga sebagaimana dimaksud dalam Pasal 3 ayat (2) berhak atas pengambilan sampah sebagaimana "
        "dimaksud pada ayat (2) huruf a.",
        "(2) Pengambilan meliputi:",
        "· a. sampah organik; dan",
        "· b. sampah lain.",
    ]


def test_the_end_of_a_page_within_a_sentence_parts_nothing():
    assert said(parse(REGULATION), "pasal-1")[-1] == "2. Warga adalah setiap orang yang tinggal di Desa."


def test_signatures_and_tables_keep_their_lines():
    law = parse(REGULATION)
    assert said(law, "penutup") == [
        "Ditetapkan di Tebing Tinggi",
        "pada tanggal 1 Maret 2024",
        "KEPALA DESA TEBING TINGGI,",
        "ttd",
    ]
    assert said(law, "lampiran-i") == [
        "No\N{EM SPACE}Nama\N{EM SPACE}Jabatan",
        "1\N{EM SPACE}Ketua RT\N{EM SPACE}Anggota",
    ]


def test_each_line_of_a_text_from_word_is_a_paragraph_of_its_own():
    first = "Peraturan Desa ini mulai berlaku pada tanggal diundangkan."
    second = "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Desa ini."
    assert said(parse(f"Pasal 1\n{first}\n{second}"), "pasal-1") == [first, second]


def test_the_columns_of_a_pdf_may_come_one_below_the_other():
    law = parse("Menimbang\n:\na.\nbahwa perlu;\nMEMUTUSKAN :\nMenetapkan\n:\nKESATU\n:\nMenunjuk petugas.")
    assert said(law, "pembukaan") == ["Menimbang:", "a. bahwa perlu;", "MEMUTUSKAN:", "Menetapkan:"]
    assert said(law, "diktum-kesatu") == ["Menunjuk petugas."]


def test_names_below_each_other_stay_so():
    text = "Pasal 1\nIsi.\nLAMPIRAN\nKetua RT 01\nKetua RT 02\nKetua RT 03"
    assert said(parse(text), "lampiran") == ["Ketua RT 01", "Ketua RT 02", "Ketua RT 03"]


def test_the_explanation_has_anchors_of_its_own():
    law = parse(REGULATION)
    assert law.find("penjelasan-pasal-2").full_name == "Penjelasan Pasal 2"
    assert said(law, "penjelasan-pasal-2") == ["Ayat (1)", "Cukup jelas."]


def test_each_ayat_has_an_anchor_and_a_second_of_the_same_name_gets_a_suffix():
    law = parse("Pasal 1\n(1) Satu.\n(2) Dua.\nPasal 1\n(1) Lagi.")
    anchors = [(unit.anchor, [one.anchor for one in unit.paragraphs]) for unit in law.units]
    assert anchors == [
        ("pasal-1", ["pasal-1-ayat-1", "pasal-1-ayat-2"]),
        ("pasal-1-2", ["pasal-1-2-ayat-1"]),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pasal 1\nIsi.\nPasal  2\nIsi.\nPASAL 3\nIsi.\nPasal 4.\nIsi.", [1, 2, 3, 4]),
        ("Pasal 5\nIsi.\nPasal 5A\nIsi.\nPasal 5 B\nIsi.\nPasal 6\nIsi.", [5, "5A", "5B", 6]),
        ("Pasal 1\nIsi menurut ketentuan\nPasal 2\nIsi.", [1]),
        ("Pasal 1\nSetiap orang tanpa titik\nPasal 2\nIsi.", [1, 2]),
        ("Pasal 1\nSetiap orang tanpa titik\nPasal 7\nIsi.", [1]),
        ("Pasal 1\nSebagaimana dimaksud.\nPasal 2\nayat (1) berlaku.", [1]),
        ("Pasal I\nDiubah sebagai berikut:\nPasal 4\nIsi.\nPasal II\nBerlaku.", ["I", 4, "II"]),
    ],
)
def test_a_pasal_is_a_line_of_its_own_that_no_sentence_goes_through(text, found):
    assert pasals(text) == [f"Pasal {number}" for number in found]


def test_a_quoted_pasal_belongs_to_the_roman_one_that_quotes_it():
    law = parse("Pasal I\nPasal 4 diubah:\nPasal 4\nIsi.\nPasal II\nBerlaku.")
    assert [(unit.label, unit.level) for unit in law.units] == [
        ("Pasal I", 0),
        ("Pasal 4", 1),
        ("Pasal II", 0),
    ]
    assert law.notes == ()


def test_a_decision_has_dictums_and_no_pasal():
    law = parse(
        "KEPUTUSAN KEPALA DESA\nMenimbang : bahwa perlu;\nMEMUTUSKAN:\nMenetapkan :\nKESATU : Menunjuk petugas.\n"
        "KEDUA : Petugas sebagaimana dimaksud dalam diktum\nKESATU bertugas mencatat.\nKETIGA : Mulai berlaku.\n"
        "Ditetapkan di Tebing Tinggi"
    )
    assert outline(law) == ["Pembukaan", "KESATU", "KEDUA", "KETIGA", "Penutup"]
    assert said(law, "diktum-kedua") == [
        "Petugas sebagaimana dimaksud dalam diktum KESATU bertugas mencatat."
    ]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "Pasal 4\nIsi.\nPasal 6\nIsi.",
            "Sesudah Pasal 4 langsung Pasal 6. Periksa apakah ada yang terlewat.",
        ),
        ("Pasal 1\nIsi.\nPasal 1\nIsi.", "Pasal 1 ada lebih dari sekali. Periksa nomornya."),
        ("Pasal 3\nIsi.\nPasal 2\nIsi.", "Sesudah Pasal 3 datang Pasal 2. Periksa urutannya."),
        ("Pasal 2\nIsi.", "Pasal yang pertama ialah Pasal 2. Periksa apakah ada yang terlewat."),
        (
            "BAB I\nUMUM\nPasal 1\nIsi.\nBAB III\nLAIN",
            "Sesudah BAB I langsung BAB III. Periksa apakah ada yang terlewat.",
        ),
        ("Pasal 1\n(1) Satu.\n(3) Tiga.", "Pasal 1: ayat (3) datang sesudah ayat (1). Periksa nomornya."),
        (
            "Hanya kata.",
            "Tidak ada Pasal atau diktum yang ditemukan. Judul pasal harus berdiri sendiri di barisnya, misalnya "
            "“Pasal 5”.",
        ),
    ],
)
def test_the_editor_is_told_what_looks_wrong(text, note):
    assert note in parse(text).notes


def test_a_text_without_fault_is_told_none():
    assert parse("Pasal 1\n(1) Satu.\n(2) Dua.\nPasal 2\nIsi.").notes == ()


PLACES = ("sungai", "kebun", "sawah", "masjid", "pasar", "sekolah", "ladang", "kolam")


def page(letter: str) -> str:
    return "".join(
        f"Setiap warga menjaga {place} {letter} dan jalan di sekitar rumahnya\n" for place in PLACES
    )


def test_numbers_of_pages_with_their_heads_are_set_aside_and_cells_of_a_table_are_not():
    head = "PERATURAN DESA NOMOR 3"
    pages = [f"{page(letter)}{number}\n{head}\n" for number, letter in enumerate("abc", 2)]
    assert parse("Pasal 1\n" + "".join(pages)).removed == ("2", head, "3", head, "4", head)
    assert parse(f"Pasal 1\n{page('a')}\n1\nKetua\n2\nSekretaris\n3\nBendahara\n").removed == ()


def test_the_first_words_of_the_next_page_are_set_aside():
    law = parse("Pasal 1\nIsi.\nPasal 2 . . .\n- 2 -\nPasal 2\nIsi.")
    assert (law.removed, pasals("Pasal 1\nIsi.\nPasal 2 . . .\n- 2 -\nPasal 2\nIsi.")) == (
        ("Pasal 2 . . .", "- 2 -"),
        ["Pasal 1", "Pasal 2"],
    )


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("pemerin-\ntahan desa", "pemerintahan desa"),
        ("undang-\nundangan", "undang-undangan"),
        ("membawa KTP-\nel asli", "membawa KTP-el asli"),
        ("ma\u00adsyarakat\u00a0desa", "masyarakat desa"),
        ("sesuai de\ufb01nisi", "sesuai definisi"),
    ],
)
def test_words_parted_by_a_line_or_a_font_are_whole_again(lines, joined):
    assert said(parse(f"Pasal 1\n{lines}"), "pasal-1") == [joined]


def test_roman_numbers():
    assert [roman(number) for number in ("I", "IV", "IX", "XIV", "XL", "IIII")] == [1, 4, 9, 14, 40, 4]


# --- Nothing is lost -------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    """\
Pasal 1|Pasal 2|PASAL  3|Pasal 5A|Pasal I|BAB I|BAB II PENUTUP|KETENTUAN UMUM|Bagian Kesatu|Bagian Kedua Hak
Paragraf 1|Menimbang : a. bahwa|Mengingat|MEMUTUSKAN:|Menetapkan :|KESATU : Menunjuk|KEDUA|(1) Setiap orang|(2)
a. sampah;|b.|1. satu|- butir|sebagaimana dimaksud dalam|ayat (2) wajib|pemerin-|tahan.|Ditetapkan di Tebing Tinggi
PENJELASAN|I. UMUM|II. PASAL DEMI PASAL|Cukup jelas.|Ayat (1)|Pasal 1 Cukup jelas.|LAMPIRAN I PERATURAN|- 3 -|4
Halaman 5 dari 9|Pasal 2 . . .|KEPALA DESA TEBING TINGGI|Nama\tJabatan\tRp1.000|“kutipan”|\u00a0\u00ad|H. Contoh|•
aa. lanjut|""".replace("\n", "|").split("|")
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map("\n".join),
    st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=30).map("\n".join),
    st.text(max_size=300),
)


def letters(text: str) -> str:
    return "".join(
        character
        for character in unicodedata.normalize("NFKC", text)
        if unicodedata.category(character)[0] in "LN"
    ).casefold()


def shown(law: LawText) -> str:
    parts = []
    for unit in law.units:
        parts += [unit.label, unit.title]
        for one in unit.paragraphs:
            parts += [one.mark, one.text]
    return letters(" ".join(parts))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_letter_that_belongs_to_the_text_is_shown_in_its_order(text):
    kept = "".join(letters(line.text) for line in read_lines(text).kept)
    assert shown(parse(text)) == kept


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_what_is_not_kept_is_given_back(text):
    lines = read_lines(text)
    given = Counter(letters(text))
    assert Counter(letters("".join(line.text for line in lines.kept) + "".join(lines.removed))) == given


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_anchor_stands_twice(text):
    anchors = [
        anchor
        for unit in parse(text).units
        for anchor in (unit.anchor, *(one.anchor for one in unit.paragraphs if one.anchor))
    ]
    assert [anchor for anchor, times in Counter(anchors).items() if times > 1] == []
    assert [anchor for anchor in anchors if not re.fullmatch(r"[a-z0-9-]+", anchor)] == []


def operations(text: str) -> int:
    """Calls of functions, of Python and of C: unlike seconds, the same on every machine."""
    counted = 0

    def count(frame, event, argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    parse.cache_clear()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parse(text)
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize(
    "lines",
    [
        "Pasal 1\n(1) Setiap orang wajib.\na. satu;\nb. dua.\n",
        "Pasal 1\n",
        "BAB I\nBagian Kesatu\n",
        "Bagian Kesatu\n",
        "(1)\n",
        "- 3 -\n",
        "kata\n",
        "Pasal I\nPasal 5\n",
        "a-\n",
        "Pasal 2 . . .\n- 2 -\n",
    ],
)
def test_twice_the_text_takes_twice_the_work(lines):
    once, twice = operations(lines * 500), operations(lines * 1000)
    assert 1.5 < twice / once < 2.3
