"""The rules of search, without a database: what is indexed, which hit comes first, what was probably meant."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.search.rules import (
    QUERY_WORDS,
    SUGGESTIONS,
    Hit,
    asks_office,
    beginning,
    best_first,
    grouped,
    meanings,
    nearest,
    needed,
    query_words,
    search_words,
    synonyms,
)
from project.lib.words import words

SKTM = ["SKTM", "surat keterangan tidak mampu", "surat miskin"]
KTP = ["KTP-el", "e-KTP", "KTP"]


def hit(pk, title, label="Layanan", texts=()):
    return Hit(pk, title, label, url=f"/{pk}/", kind="serviceguidepage", texts=texts)


# --- Indexing ---


def test_a_page_with_one_term_is_found_by_the_others():
    assert synonyms(["Surat Keterangan Tidak Mampu"], [SKTM, KTP]) == ["SKTM", "surat miskin"]


def test_a_term_is_found_in_any_case_and_across_punctuation():
    assert synonyms(["Membuat ktp el baru"], [["KTP-el", "kartu penduduk"]]) == ["kartu penduduk"]


@pytest.mark.parametrize(
    "texts",
    [
        ["surat untuk orang miskin"],  # not the phrase
        ["surat", "miskin"],  # not in one text
        ["suratmiskin"],
        ["surat kemiskinan"],
        [],
    ],
)
def test_a_phrase_counts_only_whole(texts):
    assert synonyms(texts, [SKTM]) == []


def test_one_text_can_touch_two_groups():
    assert synonyms(["SKTM dan KTP"], [SKTM, KTP]) == [
        "surat keterangan tidak mampu",
        "surat miskin",
        "KTP-el",
        "e-KTP",
    ]


def test_the_index_holds_text_everyday_words_synonyms_and_roots():
    indexed = search_words(["Pengurusan RT/RW"], "surat miskin", [SKTM])
    assert indexed.startswith("Pengurusan RT/RW\nsurat miskin\nSKTM\nsurat keterangan tidak mampu\n")
    assert {"urus", "rt", "rw", "sktm", "pengurusan", "miskin", "terang"} <= set(
        indexed.splitlines()[-1].split()
    )


def test_everyday_words_bring_their_synonyms():
    assert "SKTM" in search_words(["Bantuan"], "surat miskin", [SKTM])


def test_a_long_text_gives_each_word_and_its_synonyms_once():
    indexed = search_words(["Perdes"], "", [SKTM], ["Surat miskin diurus. Surat miskin gratis."])
    assert indexed.splitlines() == [
        "Perdes",
        "SKTM",
        "surat keterangan tidak mampu",
        "perdes sktm surat keterangan tidak mampu miskin diurus gratis terang urus",
    ]


def test_an_empty_page_has_no_search_words():
    assert search_words([], "", []) == ""


@given(st.lists(st.text(max_size=40), max_size=4), st.text(max_size=40))
def test_every_word_of_a_page_stands_alone_in_the_index(texts, everyday):
    alone = (
        set(search_words(texts, everyday, []).splitlines()[-1:][0].split())
        if any(words(t) for t in texts)
        else set()
    )
    assert {word for text in texts for word in words(text)} <= alone


# --- Asking ---


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("Kartu Keluarga", ["kartu", "keluarga"]),
        ("bagaimana cara mengurus kartu keluarga?", ["mengurus", "kartu", "keluarga"]),
        ("kartu kartu KARTU", ["kartu"]),
        ("apa itu", ["apa", "itu"]),  # nothing but small words: then they are what is meant
        ("!?*\"'&|():% 🙂", []),
        ('kartu" OR "x* NEAR(', ["kartu", "or", "x", "near"]),
        ("", []),
    ],
)
def test_the_words_of_a_query(query, asked):
    assert query_words(query) == asked


def test_only_so_many_words_are_looked_at():
    assert len(query_words(" ".join(f"kata{n}" for n in range(40)))) == QUERY_WORDS


def test_a_page_need_not_say_what_one_wants_to_do_with_a_paper():
    assert needed(["buat", "akta", "lahir"]) == ["akta", "lahir"]
    assert needed(["urus"]) == ["urus"]


def test_a_half_typed_word_stays_as_it_is():
    assert beginning(["mengurus", "layanan", "kependu"], ["urus", "layan", "pendu"]) == ["layan", "kependu"]


@pytest.mark.parametrize(
    "query",
    [
        "jam buka",
        "Jam pelayanan kantor desa",
        "kapan kantor buka?",
        "alamat",
        "di mana lokasi balai desa",
        "no telepon",
    ],
)
def test_a_question_about_the_office_is_known(query):
    assert asks_office(query_words(query))


@pytest.mark.parametrize("query", ["", "layanan", "ganti alamat ktp", "buka usaha", "jam posyandu"])
def test_a_question_about_something_else_is_not(query):
    assert not asks_office(query_words(query))


def test_a_query_means_its_synonyms_too():
    assert meanings(["surat", "miskin"], [KTP, SKTM]) == [
        ["surat", "miskin"],
        ["sktm"],
        ["surat", "terang", "tidak", "mampu"],
    ]


def test_a_part_of_a_term_does_not_mean_its_synonyms():
    assert meanings(["surat"], [SKTM]) == [["surat"]]


# --- Showing ---


def test_pages_that_carry_the_words_in_their_title_come_first():
    hits = [
        hit(1, "Berita desa"),
        hit(2, "Kartu Indonesia Sehat"),
        hit(3, "Pengurusan Kartu Keluarga"),
        hit(4, "Lain"),
    ]
    assert [found.pk for found in best_first(hits, [["kartu", "luarga"]])] == [3, 2, 1, 4]


def test_then_those_whose_summary_speaks_of_it():
    hits = [hit(1, "Kabar"), hit(2, "Warta", texts=("Kartu dan keluarga.",)), hit(3, "Kartu")]
    assert [found.pk for found in best_first(hits, [["kartu", "luarga"]])] == [3, 2, 1]


def test_a_synonym_in_the_title_counts_like_the_words_themselves():
    hits = [hit(1, "Surat pengantar"), hit(2, "Cara memperoleh SKTM")]
    assert [found.pk for found in best_first(hits, [["surat", "miskin"], ["sktm"]])] == [2, 1]


def test_everyday_words_count_like_the_title():
    hits = [hit(1, "Berobat untuk orang sakit"), replace(hit(2, "Akta kematian"), everyday="orang meninggal")]
    assert [found.pk for found in best_first(hits, [["orang", "tinggal"]])] == [2, 1]


def test_a_rare_word_tells_more_than_a_common_one():
    hits = [hit(1, "Mengurus akta"), hit(2, "Mengurus domisili"), hit(3, "Membuat KTP"), hit(4, "Lain")]
    assert [found.pk for found in best_first(hits, [["urus", "ktp"]])] == [3, 1, 2, 4]


def test_two_everyday_words_together_are_no_name():
    birth = replace(hit(1, "Akta kelahiran"), everyday="surat lahir, akte hilang")
    card = replace(hit(2, "Membuat KTP", texts=("Mengganti KTP hilang.",)), everyday="buat ktp, ktp hilang")
    assert [
        found.pk for found in best_first([birth, card], [["surat", "hilang"]], ["surat", "kehilangan"])
    ] == [2, 1]


def test_a_word_as_it_was_asked_goes_before_another_form_of_it():
    home, death = hit(1, "Pindah tempat tinggal"), hit(2, "Keluarga meninggal")
    assert [found.pk for found in best_first([home, death], [["tinggal"]], ["meninggal"])] == [2, 1]


def test_the_word_surat_tells_less_than_what_kind_it_is():
    hits = [hit(1, "Surat domisili"), hit(2, "KTP hilang"), hit(3, "KK hilang")]
    assert [found.pk for found in best_first(hits, [["surat", "hilang"]])] == [2, 3, 1]


def test_of_equals_services_come_first():
    hits = [
        hit(1, "Kartu", "Berita"),
        hit(2, "Kartu", "Lain"),
        hit(3, "Kartu", "Layanan"),
        hit(4, "Kartu", "Layanan"),
    ]
    assert [found.pk for found in best_first(hits, [["kartu"]])] == [3, 4, 1, 2]


def test_hits_stand_under_their_labels_the_best_first():
    hits = [hit(1, "a", "Pelajaran"), hit(2, "b"), hit(3, "c", "Pelajaran"), hit(4, "d", "Berita")]
    assert [(label, [found.pk for found in group]) for label, group in grouped(hits)] == [
        ("Pelajaran", [1, 3]),
        ("Layanan", [2]),
        ("Berita", [4]),
    ]


def test_the_excerpt_comes_from_the_text_that_has_the_word():
    found = hit(1, "Akta", texts=("Ringkasan.", "Bawa akta lahir."))
    assert found.excerpt(["akta"]) == "Bawa akta lahir."
    assert found.excerpt(["ktp"]) == "Ringkasan."
    assert hit(2, "Kosong").excerpt(["ktp"]) == ""


# --- What was meant ---

TITLES = [
    "Kartu Keluarga Hilang",
    "Akta Kelahiran",
    "Imunisasi di Posyandu",
    "Surat Keterangan Tidak Mampu (SKTM)",
]


@pytest.mark.parametrize(
    ("asked", "suggestions"),
    [
        (["kartu", "keluaga"], ["kartu keluarga", "keluarga"]),
        (["imunisai"], ["imunisasi"]),
        (["akte"], ["akta"]),
        (["mskin"], ["miskin"]),  # of a synonym whose group a title touches
        (["xqzw", "keluaga"], ["keluarga"]),  # a word like nothing known is left out
        (["xqzw"], []),
        (["kelahiran"], []),  # nothing is misspelt
        (["melahirkan"], []),  # another form of a known word is not misspelt
        ([], []),
    ],
)
def test_the_nearest_known_words_are_offered(asked, suggestions):
    assert nearest(asked, TITLES, [SKTM]) == suggestions


@pytest.mark.parametrize("asked", ["aduan", "dau", "dux"])
def test_words_that_are_alike_by_chance_are_not_offered(asked):
    assert nearest([asked], ["Dua puluh warga", "Dana desa"], []) == []


def test_words_that_would_find_nothing_are_not_offered():
    assert nearest(["sertifkat"], TITLES, [["sertifikat", "tanda bukti"]]) == []


@given(
    st.lists(st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=15), max_size=QUERY_WORDS)
)
def test_every_suggestion_is_made_of_known_words(asked):
    known = {word for title in TITLES for word in words(title)} | set(asked)
    suggestions = nearest(asked, TITLES, [])
    assert len(suggestions) <= SUGGESTIONS
    assert {word for suggestion in suggestions for word in suggestion.split()} <= known
