"""What finds a page, which hit comes first, and which words were probably meant. Pure: plain data in, plain data out.

Both databases search the same material: each page is indexed with its text, with every word of it folded and in its
root form, and with the synonyms of what it says. A query is folded and cut to roots in the same way, so that "urus"
finds "Pengurusan" on SQLite, which knows no Indonesian, as it does on PostgreSQL, which does.
"""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from project.lib.words import excerpt, find, fold, split_terms, stem, words

QUERY_WORDS = 12  # words of a query that are looked at
PREFIX_LETTERS = 3  # shorter beginnings of words would match half the site
NEAREST_CUTOFF = 0.75  # difflib's ratio; "akte" and "akta" are just so much alike
NEAREST_LETTERS = 4  # two shorter words are alike by chance
SUGGESTIONS = 3

MISS_LETTERS = 60  # a longer query is a letter to the office rather than words to search for
MISS_DIGITS = 6  # so many and more belong to a person: a telephone, a NIK, a family card

# Of equally good hits, those come first; a label that is not listed comes after these.
LABELS = ("Layanan", "Peraturan", "Kegiatan", "Berita", "Halaman desa", "Pelajaran")

# Words of whole sentences ("bagaimana cara mengurus kartu keluarga"), which no page needs to contain.
_STOP_WORD_LIST = """
    ada adalah agar akan aku anda apa apakah atau bagaimana bagi bisa cara dalam dan dapat dari dengan di dimana
    gimana harus ingin ini itu jika ke kami kapan kita mana mau mengapa oleh pada perlu saya sebagai siapa supaya
    tentang untuk yang
"""
STOP_WORDS = frozenset(_STOP_WORD_LIST.split())
# Questions about the office itself. Its hours, address and numbers are village data, on no page that could be found.
_OFFICE_TOPIC_LIST = """
    alamat buka email hubungi jam kantor kontak letak libur lokasi surel telepon telp telpon tlp tutup wa whatsapp
"""
OFFICE_TOPICS = frozenset(_OFFICE_TOPIC_LIST.split())
OFFICE_WORDS = OFFICE_TOPICS | {
    "balai",
    "desa",
    "hari",
    "jadwal",
    "kerja",
    "layanan",
    "no",
    "nomor",
    "pelayanan",
}
# Roots of what people want to do with a paper ("membuat akta", "mengurus KTP"). A page on it may say it in another way.
ASKING_ROOTS = frozenset({"bikin", "buat", "ganti", "minta", "urus"})

# Roots that stand in the name of every other paper ("surat keterangan usaha"), and so tell little.
COMMON_ROOTS = frozenset({"surat", "terang"})
COMMON_WEIGHT = 0.1


# --- Indexing --------------------------------------------------------------------------------------------------------


def _phrase(text: str) -> str:
    """The words of a text with a space around each, so that one phrase is found in another as whole words."""
    return f" {' '.join(words(text))} "


def synonyms(texts: Iterable[str], groups: Iterable[Sequence[str]]) -> list[str]:
    """The terms that mean the same as one in the texts, without those that stand there themselves.

    A term is found as whole words, in any case and across punctuation ("KTP-el" is "ktp el"), within one text.
    """
    spoken = [_phrase(text) for text in texts]
    found: dict[str, None] = {}
    for group in groups:
        absent = [term for term in group if not any(_phrase(term) in text for text in spoken)]
        if len(absent) < len(group):
            found |= dict.fromkeys(absent)
    return list(found)


def search_words(
    texts: Sequence[str],
    everyday_words: str,
    groups: Iterable[Sequence[str]],
    long_texts: Sequence[str] = (),
) -> str:
    """All that a page is found by, as one text for the search index.

    Its texts, its hidden everyday words, the synonyms of all it says, and, once each, the folded words and the roots of
    all that. The folded words stand apart because PostgreSQL takes "RT/RW" for one word, the name of a file. Of long
    texts only the words are kept: the index holds its entries twice, and a law repeats itself.
    """
    return _search_words(tuple(texts), everyday_words, tuple(map(tuple, groups)), tuple(long_texts))


@lru_cache(maxsize=4)
def _search_words(
    texts: Sequence[str], everyday_words: str, groups: Sequence[Sequence[str]], long_texts: Sequence[str]
) -> str:
    """Kept for a moment, since the search backends ask for each field of a page three to five times."""
    own = [*texts, everyday_words]
    said = [*own, *synonyms([*own, *long_texts], groups)]
    spoken = dict.fromkeys(word for text in (*said, *long_texts) for word in words(text))
    roots = dict.fromkeys(map(stem, spoken))
    return "\n".join(filter(None, [*said, " ".join(spoken | roots)]))


# --- Asking ----------------------------------------------------------------------------------------------------------


def query_words(query: str) -> list[str]:
    """The words of a cleaned query that matter, folded, once each. Empty when it holds nothing but punctuation.

    Only letters and digits come out of here, so that no sign of a database's own query language ever reaches it.
    """
    asked = list(dict.fromkeys(words(query)))
    telling = [word for word in asked if word not in STOP_WORDS]
    return (telling or asked)[:QUERY_WORDS]


def asks_office(asked: Sequence[str]) -> bool:
    """Whether all that is asked is when, where or how the office is reached: "jam buka", but not "ganti alamat KTP"."""
    return OFFICE_WORDS.issuperset(asked) and not OFFICE_TOPICS.isdisjoint(asked)


def countable(query: str) -> str:
    """A cleaned query as it is counted when it finds nothing: the words that matter, folded. Empty when it is long or
    could name a person by number or e-mail address; such a query is counted nowhere."""
    folded = fold(query)
    digits = sum(character.isdigit() for character in folded)
    if max(len(query), len(folded)) > MISS_LETTERS or digits >= MISS_DIGITS or "@" in folded:
        return ""
    return " ".join(query_words(query))


def needed(roots: Sequence[str]) -> list[str]:
    """The roots that a page must have: all but those of asking, unless nothing else is asked."""
    return [root for root in roots if root not in ASKING_ROOTS] or list(roots)


def beginning(asked: Sequence[str], roots: Sequence[str]) -> list[str]:
    """The query as one whose last word was not typed to its end: that word as it is, roots before it."""
    return [*(root for root in roots[:-1] if root not in ASKING_ROOTS), asked[-1]]


def meanings(asked: Sequence[str], groups: Iterable[Sequence[str]]) -> list[list[str]]:
    """The roots of the query, and of each term that means the same as the whole query."""
    roots = [stem(word) for word in asked]
    alternatives = [roots]
    for group in groups:
        spoken = [[stem(word) for word in words(term)] for term in group]
        if roots in spoken:
            alternatives += [term for term in spoken if term not in alternatives]
    return alternatives


# --- Showing ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Hit:
    """One page found, or a record that is none (its `pk` is None).

    `kind` is the name of its page type, `texts` what it says about itself in short, `everyday` the hidden words by
    which people call it, `state` the stored word for the state it is in (a regulation: in force or not).
    """

    pk: int | None
    title: str
    label: str
    url: str
    kind: str
    texts: tuple[str, ...] = ()
    everyday: str = ""
    state: str = ""

    def excerpt(self, asked: Sequence[str]) -> str:
        """An excerpt of the first text that has one of the words asked for, or else of the first text."""
        told = next((text for text in self.texts if find(text, asked)), self.texts[0] if self.texts else "")
        return excerpt(told, asked)


def speaks_of(hit: Hit, alternatives: Sequence[Sequence[str]], asked: Sequence[str]) -> bool:
    """Whether a hit has all the words in any form, or had them if the last one were typed to its end."""
    said = _roots(hit.title, *hit.texts)
    if any(said.issuperset(needed(roots)) for roots in alternatives):
        return True
    *before, last = beginning(asked, alternatives[0])
    if len(last) < PREFIX_LETTERS or not said.issuperset(before):
        return False
    return any(word.startswith(last) for text in (hit.title, *hit.texts) for word in words(text))


def best_first(
    hits: Iterable[Hit], alternatives: Sequence[Sequence[str]], asked: Sequence[str] = ()
) -> list[Hit]:
    """Pages that bear the words in their name come first, then those whose summary has them.

    A page is called by its title, and by its title with one of its everyday words. Two of these together are no name:
    "surat lahir, akte hilang" does not make a page on "surat hilang". A word that few of the pages bear tells more
    than a common one: of "mengurus KTP" it is "KTP". Of pages whose names bear the same roots, those that have the
    words as they were asked come first: "meninggal" is not "tempat tinggal". Equals stand by label, then as they came.
    This is decided here and not by the databases: they weigh differently, and SQLite's time for it grows with the
    square of the pages.
    """
    hits = list(hits)
    names = {hit: _names(hit) for hit in hits}
    borne = {hit: _roots(hit.title, hit.everyday) for hit in hits}
    told = {hit: _roots(hit.title, *hit.texts) for hit in hits}
    weight = {
        root: (COMMON_WEIGHT if root in COMMON_ROOTS else 1)
        / max(1, sum(root in said for said in borne.values()))
        for roots in alternatives
        for root in roots
    }

    def missing(said: set[str]) -> float:
        return min(
            sum(weight[root] for root in roots if root not in said) / sum(weight[root] for root in roots)
            for roots in alternatives
        )

    places = {label: place for place, label in enumerate(LABELS)}
    return sorted(
        hits,
        key=lambda hit: (
            min((missing(_roots(name)), _without(asked, name)) for name in names[hit]),
            missing(told[hit]),
            places.get(hit.label, len(LABELS)),
        ),
    )


def _names(hit: Hit) -> list[str]:
    return [hit.title, *(f"{hit.title} {term}" for term in split_terms(hit.everyday))]


def _without(asked: Iterable[str], name: str) -> int:
    """How many of the words do not stand in the name in just this form."""
    return len(set(asked).difference(words(name)))


def _roots(*texts: str) -> set[str]:
    return {stem(word) for text in texts for word in words(text)}


def grouped(hits: Iterable[Hit]) -> list[tuple[str, list[Hit]]]:
    """The hits by label, the label of the best hit first, the order inside kept."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.label, []).append(hit)
    return list(groups.items())


def nearest(asked: Sequence[str], titles: Iterable[str], groups: Iterable[Sequence[str]]) -> list[str]:
    """What was probably meant: the query with each unknown word replaced by the nearest known one, then single words.

    Known are the words of the titles, and of the synonyms of what titles say, so that every suggestion finds a page.
    """
    titles = list(titles)
    known = sorted({word for text in [*titles, *synonyms(titles, groups)] for word in words(text)})
    roots = {stem(word) for word in known}
    choices = {word: _alike(word, known) for word in asked if stem(word) not in roots}
    if not any(choices.values()):
        return []
    # A word like nothing known would make the corrected query find nothing again: it is left out.
    best = [(choices[word][0] if choices[word] else "") if word in choices else word for word in asked]
    suggestions = [" ".join(filter(None, best))]
    suggestions += [near for matches in choices.values() for near in matches]
    return list(dict.fromkeys(suggestions))[:SUGGESTIONS]


def _alike(word: str, known: Iterable[str]) -> list[str]:
    """The nearest known words. People rarely miss the first letter, so "dua" is not what "aduan" was meant to be."""
    if len(word) < NEAREST_LETTERS:
        return []
    near = [other for other in known if len(other) >= NEAREST_LETTERS and other[0] == word[0]]
    return difflib.get_close_matches(word, near, n=SUGGESTIONS, cutoff=NEAREST_CUTOFF)
