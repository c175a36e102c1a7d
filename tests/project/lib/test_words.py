"""Words: what is compared, how Indonesian forms meet, and that shown hits are safe HTML."""

import html
import unicodedata
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project.lib.words import (
    clean_query,
    excerpt,
    find,
    fold,
    highlight,
    on_one_line,
    split_terms,
    stem,
    strip_html,
    without_controls,
    words,
)

# --- What is kept of a text ---


@given(st.text(alphabet=st.characters(codec=None)))
def test_a_kept_text_holds_nothing_that_xml_or_a_database_refuses(text):
    kept = without_controls(text)
    ElementTree.fromstring(f"<a>{html.escape(kept)}</a>".encode())
    assert [c for c in kept if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t"] == []
    assert [c for c in on_one_line(text) if c in "\n\r\u2028\u2029"] == []
    assert without_controls(kept) == kept


@pytest.mark.parametrize(
    ("text", "kept", "line"),
    [
        ("Air mati", "Air mati", "Air mati"),
        ("Air\x00 ma\x1bti\x7f\x90\ud800\ufffe", "Air mati", "Air mati"),
        ("Satu\x0bdua\x0ctiga\u2028empat", "Satu\ndua\ntiga\nempat", "Satu dua tiga empat"),
        ("Satu\r\ndua\ntiga\rempat\tlima", "Satu\r\ndua\ntiga\rempat\tlima", "Satu dua tiga empat\tlima"),
        ("é 👩‍👩‍👧 “”…\xa0\u200f", "é 👩‍👩‍👧 “”…\xa0\u200f", "é 👩‍👩‍👧 “”…\xa0\u200f"),
    ],
)
def test_control_characters_go_and_what_parts_lines_still_parts_words(text, kept, line):
    assert (without_controls(text), on_one_line(text)) == (kept, line)


# --- HTML to text ---


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Bawa <b>KK</b> asli.</p><p>Lalu antre.</p>", "Bawa KK asli. Lalu antre."),
        ("<ul><li>satu</li><li>dua</li></ul>", "satu dua"),
        ("satu<br/>dua", "satu dua"),
        ("pe<b>lan</b>-pelan", "pelan-pelan"),
        ("KK &amp; akta&nbsp;lahir", "KK & akta lahir"),
        ("<script>alert(1)</script>ada<style>p{}</style>", "ada"),
        ("5 < 6 dan <", "5 < 6 dan <"),
        ("", ""),
    ],
)
def test_the_text_of_html_keeps_words_apart(markup, text):
    assert strip_html(markup) == text


# --- Queries ---


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("  kartu   keluarga ", "kartu keluarga"),
        ("kartu\nkeluarga", "kartu keluarga"),
        ("kar\x00tu", "kar tu"),
        ("kar\u200btu", "kartu"),
        ("\ud800kartu\udfff", "kartu"),
        ("kartu\ufffd", "kartu"),
        ("a" * 10_000, "a" * 100),
        ("a" * 99 + " bb", "a" * 99),
        ("", ""),
    ],
)
def test_a_query_is_cut_and_has_no_hidden_signs(typed, query):
    assert clean_query(typed) == query


@given(st.text(st.characters(codec=None), max_size=300))
def test_a_cleaned_query_is_short_encodable_and_stays_as_it_is(typed):
    query = clean_query(typed)
    assert len(query) <= 100
    assert query.encode().decode() == query
    assert not any(ord(character) < 32 for character in query)
    assert clean_query(query) == query


def test_words_are_folded_letters_and_digits():
    assert words("KTP-el, Akta É RT/RW 003!") == ["ktp", "el", "akta", "e", "rt", "rw", "003"]
    assert words("“…” !? 🙂") == []


@given(st.text(max_size=100))
def test_words_hold_no_sign_of_a_query_language(text):
    assert all(word.isalnum() for word in words(text))
    assert words(" ".join(words(text))) == words(text)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("SKTM, surat miskin", ["SKTM", "surat miskin"]),
        (" SKTM ,, surat  miskin;\nsktm , !", ["SKTM", "surat miskin"]),
        ("", []),
    ],
)
def test_terms_are_trimmed_and_stand_once(typed, terms):
    assert split_terms(typed) == terms


# --- Word forms ---


@pytest.mark.parametrize(
    "forms",
    [
        "urus mengurus pengurusan urusan pengurus diurus",
        "pindah kepindahan perpindahan memindahkan",
        "nikah menikah pernikahan menikahkan",
        "layan layanan pelayanan melayani dilayani",
        "tulis menulis penulis tertulis tulisan",
        "terima menerima penerima penerimaan diterima",
        "periksa memeriksa pemeriksaan diperiksa",
        "mohon memohon permohonan pemohon",
        "pakai memakai pemakaian dipakai",
        "rujuk rujukan merujuk dirujuk",
        "lapor melapor laporan melaporkan pelaporan dilaporkan",
        "daftar mendaftar pendaftaran mendaftarkan terdaftar",
        "penduduk kependudukan",
        "atur peraturan mengatur aturan pengaturan",
        "ajar belajar pelajaran mengajar pelajar",
        "kerja bekerja pekerjaan pekerja",
        "usaha berusaha pengusaha",
        "adu pengaduan mengadu aduan",
        "simpan menyimpan simpanan penyimpanan",
        "lahir kelahiran dilahirkan",
        "miskin kemiskinan",
        "syarat persyaratan syaratnya",
        "kirim mengirim pengiriman kiriman",
        "tinggal meninggal meninggalkan",
        "terang keterangan menerangkan",
        "izin perizinan mengizinkan",
    ],
)
def test_the_forms_of_one_root_meet(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "one_and_other", ["surat syarat", "kartu akta", "nikah naik", "lahir latih", "desa data"]
)
def test_different_roots_stay_apart(one_and_other):
    one, other = one_and_other.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["kk", "sktm", "ktp", "2026", "kartu", "akta", "covid19", "日本"])
def test_short_words_names_and_numbers_stay(word):
    assert stem(word) == word


@given(st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=25))
def test_a_root_is_never_empty(word):
    assert stem(word)


# --- Showing hits ---


def test_every_form_of_a_sought_word_is_marked():
    assert highlight("Pengurusan kartu, urus sendiri", ["mengurus", "KARTU"]) == (
        "<mark>Pengurusan</mark> <mark>kartu</mark>, <mark>urus</mark> sendiri"
    )


def test_the_beginning_of_a_word_marks_it_from_three_letters_on():
    assert highlight("Imunisasi bayi", ["imu", "ba"]) == "<mark>Imunisasi</mark> bayi"


def test_marked_text_keeps_its_spelling_and_is_escaped():
    assert highlight('<b>Akta É</b> "x" & {0}', ["e", "akta"]) == (
        "&lt;b&gt;<mark>Akta</mark> <mark>É</mark>&lt;/b&gt; &quot;x&quot; &amp; {0}"
    )


@given(st.text(max_size=80), st.lists(st.text(max_size=8), max_size=4))
def test_highlighting_is_always_safe_and_loses_nothing(text, sought):
    marked = highlight(text, sought)
    plain = marked.replace("<mark>", "").replace("</mark>", "")
    assert "<" not in plain
    assert fold(html.unescape(plain)) == fold(text)


def test_finding_agrees_with_marking():
    assert find("Pengurusan kartu", ["urus"])
    assert not find("Pengurusan kartu", ["akta"])
    assert not find("Pengurusan kartu", [])


def test_an_excerpt_stands_around_the_word_and_is_cut_between_words():
    text = "Awal kalimat. " * 30 + "Bawa kartu keluarga asli. " + "Akhir kalimat. " * 30
    cut = excerpt(text, ["keluarga"], length=100)
    assert "kartu keluarga asli" in cut
    assert len(cut) <= 100
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert set(words(cut)) <= set(words(text))


def test_a_short_text_is_shown_whole():
    assert excerpt("  Bawa\nKK. ", ["kk"]) == "Bawa KK."


def test_without_a_hit_the_excerpt_is_the_beginning():
    cut = excerpt("satu dua tiga " * 40, ["empat"], length=50)
    assert cut.startswith("satu dua tiga")
    assert cut.endswith("…")


@given(st.text(max_size=400), st.lists(st.text(max_size=8), max_size=3), st.integers(20, 200))
def test_an_excerpt_is_never_longer_than_asked(text, sought, length):
    assert len(excerpt(text, sought, length)) <= length


def test_what_is_too_long_to_be_a_word_is_left_as_it_is():
    assert stem("meng" + "a" * 100_000 + "kan") == "meng" + "a" * 100_000 + "kan"
