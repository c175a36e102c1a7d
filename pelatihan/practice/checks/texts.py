"""How much there is of a text, and whether a name says anything. Pure functions."""

import re
from html.parser import HTMLParser

# What people leave in a field because something has to stand there.
EMPTY_WORDS = frozenset(
    {
        "a",
        "abc",
        "asdf",
        "berita",
        "contoh",
        "coba",
        "dokumen",
        "file",
        "foto",
        "gambar",
        "halaman",
        "image",
        "img",
        "judul",
        "latihan",
        "percobaan",
        "photo",
        "pdf",
        "picture",
        "scan",
        "surat",
        "tes",
        "test",
        "testing",
        "tulis",
        "x",
        "xxx",
    }
)
_CAMERA = re.compile(
    r"(?:img|dsc|pxl|wa|scan|foto|gambar|image|photo|screenshot|whatsapp)[\s_-]*(?:image)?[\s_\d.-]*"
)


class _Paragraphs(HTMLParser):
    def __init__(self):
        super().__init__()
        self.texts: list[str] = []
        self._open = False

    def handle_starttag(self, tag, attrs):
        if tag in {"p", "li"}:
            self.texts.append("")
            self._open = True

    def handle_endtag(self, tag):
        if tag in {"p", "li"}:
            self._open = False

    def handle_data(self, data):
        if self._open:
            self.texts[-1] += data


def paragraphs(html: str) -> list[str]:
    """The paragraphs and list items of a text that say something: at least three words."""
    parser = _Paragraphs()
    parser.feed(html)
    return [text.strip() for text in parser.texts if len(text.split()) >= 3]


def plain(text: str) -> str:
    """Without case, punctuation and file ending: what two names have in common."""
    text = re.sub(r"\.(?:jpe?g|png|webp|heic|pdf|docx?|xlsx?)$", "", text.strip(), flags=re.IGNORECASE)
    return " ".join(re.findall(r"\w+", text.replace("_", " ").casefold()))


def says_nothing(text: str) -> bool:
    """Whether a title or a description is empty, a placeholder or a camera's file name."""
    words = plain(text).split()
    return (
        not words
        or all(word in EMPTY_WORDS or word.isdecimal() for word in words)
        or bool(_CAMERA.fullmatch(" ".join(words)))
    )


def is_file_name(text: str, file_name: str) -> bool:
    """Whether a title is no more than the name of its file."""
    return plain(text) == plain(file_name.rpartition("/")[2])


def describes(text: str, *names: str) -> bool:
    """Whether this tells what a picture shows: three words, and no name of the file."""
    return (
        len(plain(text).split()) >= 3
        and not says_nothing(text)
        and all(plain(text) != plain(name) for name in names if name)
    )


def answers(typed: str, accepted: list[str]) -> bool:
    """Whether somebody found what he was to find: one of the accepted answers stands in what he typed, whatever
    the case, the marks or a single slip of the finger."""
    given = plain(typed)
    digits = re.sub(r"\D", "", typed)
    for answer in accepted:
        wanted = plain(answer)
        if not wanted:
            continue
        number = re.sub(r"\D", "", answer)
        if number and not re.search(r"[a-z]{3}", wanted):
            if number == digits:
                return True
            continue
        if f" {wanted} " in f" {given} " or (len(wanted) > 4 and _slips(given, wanted) <= 1):
            return True
    return False


def _slips(one: str, other: str) -> int:
    """How many letters are to be changed, added or taken away (Levenshtein); 2 stands for more."""
    if abs(len(one) - len(other)) > 1:
        return 2
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != wanted))
    return row[-1]
