"""Plain-text helpers: from HTML to words, from words to marked excerpts.

Everything here takes and gives plain data and knows no model. "Folded" means compatibility-normalised, without
diacritics and in lower case, so that "É", "é" and "e" are one word on every database.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html.parser import HTMLParser

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

QUERY_LIMIT = 100  # characters of a search query that are looked at; the rest is cut

_WORD = re.compile(r"[^\W_]+")
_SEPARATOR = re.compile(r"[,;\n]")
# Tags inside a word or sentence; every other tag ends a word ("<p>satu</p><p>dua</p>" is two words).
_INLINE = "a abbr b bdi bdo cite code em i ins mark q s small span strong sub sup time u wbr"
_INLINE_TAGS = frozenset(_INLINE.split())
_HIDDEN_TAGS = frozenset({"script", "style", "template"})


class _TextOf(HTMLParser):
    """Collects the text a reader sees."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag, attrs):
        if tag in _HIDDEN_TAGS:
            self._hidden += 1
        elif tag not in _INLINE_TAGS:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        if tag in _HIDDEN_TAGS:
            self._hidden = max(0, self._hidden - 1)
        elif tag not in _INLINE_TAGS:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self._hidden:
            self.parts.append(data)


def strip_html(html: str) -> str:
    """The text of a piece of HTML on one line, entities decoded, words of neighbouring blocks kept apart."""
    parser = _TextOf()
    parser.feed(html or "")
    parser.close()
    return " ".join("".join(parser.parts).split())


# What parts lines in some program: Word's soft line break is a vertical tab, a PDF's end of page a form feed.
_STRANGE_LINE_ENDS = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")
_LINE_ENDS = re.compile(r"\r\n|[\r\n]")
# Control characters, halves of characters, and the two that XML forbids: nobody can read them, a feed with one of them
# is no feed, and PostgreSQL refuses the first.
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def without_controls(text: str) -> str:
    """A text of several lines as it is kept: no control character but tab and line end, no broken one."""
    if text.isprintable():  # most texts are, and need no second look
        return text
    return _UNREADABLE.sub("", _STRANGE_LINE_ENDS.sub("\n", text))


def on_one_line(text: str) -> str:
    """A text of one line as it is kept: without controls, each line end a space."""
    return _LINE_ENDS.sub(" ", without_controls(text))


def clean_query(text: str, limit: int = QUERY_LIMIT) -> str:
    """What a person typed, safe to search with: no NUL, control, format or surrogate characters, single spaces, cut.

    Control characters become spaces (a pasted line break parts words); invisible ones (zero width, direction marks,
    broken bytes) vanish.
    """
    text = text or ""
    if not (text.isascii() and text.isprintable()):  # most queries are, and need no second look
        text = "".join(map(_visible, text))
    return " ".join(text.split())[:limit].strip()


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return " "
    hidden = category in ("Cf", "Cs", "Cn", "Co") or character == "\N{REPLACEMENT CHARACTER}"
    return "" if hidden else character


def fold(text: str) -> str:
    """Text as it is compared: compatibility form, no diacritics, case folded."""
    if text and text.isascii():
        return text.casefold()  # nearly all Indonesian text, and thirty times quicker
    parts = unicodedata.normalize("NFKD", text or "")
    plain = "".join(character for character in parts if not unicodedata.combining(character))
    return unicodedata.normalize("NFKC", plain.casefold())


def words(text: str) -> list[str]:
    """The folded words of a text, in order: runs of letters and digits ("KTP-el" is "ktp", "el")."""
    return _WORD.findall(fold(text))


def split_terms(text: str) -> list[str]:
    """The terms of a list typed with commas, semicolons or line breaks: trimmed, without repeats or wordless ones."""
    terms: dict[tuple[str, ...], str] = {}
    for part in _SEPARATOR.split(text or ""):
        term = clean_query(part)
        if key := tuple(words(term)):
            terms.setdefault(key, term)
    return list(terms.values())


# --- Indonesian word forms -------------------------------------------------------------------------------------------

# Roots whose first letter melts into a prefix (menikah, pemakai) or that look as if they carried one (terima).
_ROOT_LIST = """
    nikah nilai naik nama nanti nyala
    tahan tagih tambah tanam tanda tanggung tangkap tanya tarik tawar temu tentu terima terjemah terbit tinggal
    tindak tolak tolong tugas tukar tulis tunda tunggu tunjang tunjuk tuntut turun tutup
    pakai panggil pantau pasang pecah pelihara perlu periksa pesan pilih pimpin pindah pinjam pohon potong pulang
    pungut putus
    makan mati milik minta mohon muat mukim mulai musyawarah
    kawin kelola kenal kembang kirim kontrak kuasa kumpul kunjung kurang
    salin salur sambung sampai santun saring sebut sedia sekolah selamat selenggara selesai serah setor setuju sewa
    siap simpan suluh sumbang sunting surat susun syarat
"""
_ROOTS = frozenset(_ROOT_LIST.split())
_SUFFIXES = frozenset({"", "an", "kan", "i"})
LONGEST = 40  # letters; what is longer is no word, and would be looked at letter by letter
_VOWELS = frozenset("aeiou")


def _vowels(word: str) -> int:
    return sum(letter in _VOWELS for letter in word)


def _known_root(word: str) -> str:
    """The listed root that the word is, with or without a suffix; "" when there is none."""
    for end in range(len(word), 3, -1):
        if word[:end] in _ROOTS and word[end:] in _SUFFIXES:
            return word[:end]
    return ""


def _restore(rest: str, letters: str, default: str) -> str:
    """Puts back the root's first letter that a nasal prefix swallowed: "ikah" is "nikah", "ulis" is "tulis"."""
    if rest[:1] not in _VOWELS:
        return rest
    return next((letter + rest for letter in letters if _known_root(letter + rest)), default + rest)


def _without_prefix(word: str) -> tuple[str, str]:
    """The word without one prefix, and that prefix's kind: "verb" (me-, di-, ter-), "noun" (pe-, ke-, per-) or ""."""
    for nasal, kind in (("me", "verb"), ("pe", "noun")):
        for sound, letters, default in (
            ("ny", "s", "s"),
            ("ng", "k", ""),
            ("n", "nt", "t"),
            ("m", "mp", "p"),
        ):
            prefix = nasal + sound
            if word.startswith(prefix):
                return _restore(word[len(prefix) :], letters, default), kind
    if word.startswith(("pelajar", "belajar")):
        return word[3:], "noun"
    for prefix, kind in (
        ("ber", ""),
        ("per", "noun"),
        ("ter", "verb"),
        ("di", "verb"),
        ("ke", "noun"),
        ("me", "verb"),
    ):
        if word.startswith(prefix):
            return word[len(prefix) :], kind
    if word.startswith("pe"):
        return word[2:], "noun"
    if word.startswith("beker"):
        return word[2:], ""
    return word, ""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The root an Indonesian word is indexed under: "mengurus", "pengurusan" and "urusan" give "urus".

    A light stemmer after Tala (2003), kept to what official Indonesian needs. It may cut too much ("berita" gives
    "ita"), harmless because page and query are cut alike; what matters is that forms of one root meet. The word must
    be folded. Words of fewer than three vowels, or with digits, stay.
    """
    if len(word) > LONGEST or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("nya") and not word.endswith("tanya") and _vowels(word) > 2:
        word = word[:-3]
    kind = ""
    for step in range(2):  # at most two prefixes: ke-pen-dudukan, mem-ber-lakukan
        if root := _known_root(word):
            return root
        if step and not word.startswith(("ber", "pe")):
            break  # only these follow another prefix: the "ke" of pe-kerjaan is part of its root
        shorter, found = _without_prefix(word)
        if _vowels(word) <= 2 or len(shorter) < 3 or _vowels(shorter) < 2:
            break
        word, kind = shorter, kind or found
    if root := _known_root(word):
        return root
    if _vowels(word) <= 2:
        return word
    # "kan" is a suffix of verbs only ("melaporkan"): "rujukan" is rujuk + an.
    if kind == "verb" and word.endswith("kan"):
        return word[:-3]
    if kind == "verb" and word.endswith("i") and not word.endswith(("ai", "si")):
        return word[:-1]
    if kind != "verb" and word.endswith("an"):
        return word[:-2]
    return word


# --- Showing a hit ---------------------------------------------------------------------------------------------------


def _matches(token: str, wanted: frozenset[str], roots: frozenset[str]) -> bool:
    return token in wanted or stem(token) in roots or any(len(w) >= 3 and token.startswith(w) for w in wanted)


def _spans(text: str, sought: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the sought words, in any of their forms, stand in the text."""
    wanted = frozenset(word for term in sought for word in words(term))
    roots = frozenset(map(stem, wanted))
    for match in _WORD.finditer(text):
        folded = words(match.group())
        if any(_matches(token, wanted, roots) for token in folded):
            yield match.span()


def find(text: str, sought: Iterable[str]) -> bool:
    """Whether the text has one of the sought words in any form."""
    return any(True for _ in _spans(text, sought))


def highlight(text: str, sought: Iterable[str]) -> SafeString:
    """The text as safe HTML with every form of the sought words in <mark>; everything in it is escaped."""
    text = unicodedata.normalize("NFC", text or "")
    pieces = []
    end = 0
    for start, stop in _spans(text, sought):
        pieces += [("", text[end:start], ""), ("<mark>", text[start:stop], "</mark>")]
        end = stop
    pieces.append(("", text[end:], ""))
    return format_html_join("", "{}{}{}", ((_tag(a), piece, _tag(b)) for a, piece, b in pieces))


def _tag(markup: str) -> SafeString:
    return SafeString(markup)


def excerpt(text: str, sought: Iterable[str] = (), length: int = 160) -> str:
    """At most `length` characters of the text around the first sought word, cut between words, "…" where cut."""
    text = " ".join(unicodedata.normalize("NFC", text or "").split())
    if len(text) <= length:
        return text
    first = next(_spans(text, sought), (0, 0))[0]
    room = length - 2  # for the two ellipses
    start = max(0, min(first - room // 3, len(text) - room))
    if start:
        # Begin at the next word, unless that would jump over the word we came for.
        border = text.find(" ", start - 1, first + 1)
        start = border + 1 if border != -1 else start
    end = min(len(text), start + room)
    if end < len(text):
        border = text.rfind(" ", start, end + 1)
        end = border if border > first else end
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
