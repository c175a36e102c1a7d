"""What finds a page, which hit comes first, and which words were probably meant. Pure: plain data in, plain data out.

Both databases search the same material: each page is indexed with its text, with every word of it folded and in its
root form, and with the synonyms of what it says. A query is folded and cut to roots in the same way, so that "urus"
finds "Pengurusan" on SQLite, which knows no Indonesian, as it does on PostgreSQL, which does.
"""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from project.lib.words import excerpt, find, stem, words

QUERY_WORDS = 12  # words of a query that are looked at
PREFIX_LETTERS = 3  # shorter beginnings of words would match half the site
NEAREST_CUTOFF = 0.7  # difflib's ratio; "akte" and "akta" are 0.75 alike
SUGGESTIONS = 3

# The order of the groups on the page; a label that is not listed comes after these.
LABELS = ("Layanan", "Peraturan", "Berita", "Halaman desa", "Pelajaran")

# Words of whole sentences ("bagaimana cara mengurus kartu keluarga"), which no page needs to contain.
_STOP_WORD_LIST = """
    ada adalah agar akan aku anda apa apakah atau bagaimana bagi bisa cara dalam dan dapat dari dengan di dimana
    gimana harus ingin ini itu jika ke kami kapan kita mana mau mengapa oleh pada perlu saya sebagai siapa supaya
    tentang untuk yang
"""
STOP_WORDS = frozenset(_STOP_WORD_LIST.split())


# --- Indexing --------------------------------------------------------------------------------------------------------


def _contains(text: Sequence[str], term: Sequence[str]) -> bool:
    """Whether the words of the term stand in the text, one after the other."""
    size = len(term)
    return size > 0 and any(text[i : i + size] == term for i in range(len(text) - size + 1))


def synonyms(texts: Iterable[str], groups: Iterable[Sequence[str]]) -> list[str]:
    """The terms that mean the same as one in the texts, without those that stand there themselves.

    A term is found as whole words, in any case and across punctuation ("KTP-el" is "ktp el"), within one text.
    """
    spoken = [words(text) for text in texts]
    found: list[str] = []
    for group in groups:
        present = [any(_contains(text, words(term)) for text in spoken) for term in group]
        if any(present):
            found += [
                term for term, there in zip(group, present, strict=True) if not there and term not in found
            ]
    return found


def search_words(texts: Sequence[str], everyday_words: str, groups: Iterable[Sequence[str]]) -> str:
    """All that a page is found by, as one text for the search index.

    Its texts, its hidden everyday words, the synonyms of both, and, once each, the folded words and the roots of all
    that. The folded words stand apart because PostgreSQL takes "RT/RW" for one word, the name of a file.
    """
    own = [*texts, everyday_words]
    said = [*own, *synonyms(own, groups)]
    spoken = dict.fromkeys(word for text in said for word in words(text))
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
    """One page found: what is shown of it. `kind` is the name of its page type."""

    pk: int
    title: str
    label: str
    url: str
    kind: str
    excerpt: str = ""

    def with_excerpt(self, text: str) -> "Hit":
        return replace(self, excerpt=text)


def telling_text(texts: Sequence[str], asked: Sequence[str]) -> str:
    """An excerpt of the first text that has one of the words asked for, or else of the first text."""
    told = next((text for text in texts if find(text, asked)), texts[0] if texts else "")
    return excerpt(told, asked)


def by_title(hits: Iterable[Hit], alternatives: Sequence[Sequence[str]]) -> list[Hit]:
    """Pages whose title says what was asked first, otherwise in the order of the database.

    The databases weigh titles differently (SQLite not at all), people expect the page of that name on top.
    """

    def missing(hit: Hit) -> float:
        title = {stem(word) for word in words(hit.title)}
        return min(sum(root not in title for root in roots) / len(roots) for roots in alternatives)

    return sorted(hits, key=missing)


def grouped(hits: Iterable[Hit]) -> list[tuple[str, list[Hit]]]:
    """The hits by label, the labels in their fixed order, the order inside kept."""
    groups: dict[str, list[Hit]] = {label: [] for label in LABELS}
    for hit in hits:
        groups.setdefault(hit.label, []).append(hit)
    return [(label, found) for label, found in groups.items() if found]


def nearest(asked: Sequence[str], titles: Iterable[str], groups: Iterable[Sequence[str]]) -> list[str]:
    """What was probably meant: the query with each unknown word replaced by the nearest known one, then single words.

    Known are the words of the titles, and of the synonyms of what titles say, so that every suggestion finds a page.
    """
    titles = list(titles)
    known = sorted(
        {word for text in [*titles, *synonyms(titles, groups)] for word in words(text) if len(word) > 2}
    )
    roots = {stem(word) for word in known}
    choices = {
        word: difflib.get_close_matches(word, known, n=SUGGESTIONS, cutoff=NEAREST_CUTOFF)
        for word in asked
        if stem(word) not in roots
    }
    if not any(choices.values()):
        return []
    # A word like nothing known would make the corrected query find nothing again: it is left out.
    best = [(choices[word][0] if choices[word] else "") if word in choices else word for word in asked]
    suggestions = [" ".join(filter(None, best))]
    suggestions += [near for matches in choices.values() for near in matches]
    return list(dict.fromkeys(suggestions))[:SUGGESTIONS]
