"""The admin's Indonesian: complete, well formed, compiled, and in one vocabulary.

Gettext's own files are read here by a few lines of Python, so that the tests need no gettext program and see what
a program would silently repair (a fuzzy entry, an empty one, a stale .mo).
"""

import ast
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.test import RequestFactory
from django.utils.translation import gettext, ngettext, override
from django.views.i18n import JavaScriptCatalog

DOMAINS = ("django", "djangojs")

# English messages that may stay English, each with its reason. Empty: Wagtail 7.4.4 is covered whole.
LEFT_IN_ENGLISH: dict[str, str] = {}

# What the vocabulary at the top of django.po replaces. A clerk who has learnt "draf" must not meet "konsep".
OTHER_WORDS = re.compile(
    r"\b(konsep|\w*publikasi\w*|\w*moderasi\w*|kata (?:sandi|kunci)|username|file|member|error|galat|default|"
    r"silahkan|anda|ruang pengelola)\b"
)
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+ #0]*[\d.]*[sdif%]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")

Key = tuple[str | None, str]


@dataclass
class Entry:
    """One message of a .po file. `texts` are its translations, one for each plural form."""

    context: str | None = None
    message: str | None = None
    plural: str | None = None
    texts: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)

    @property
    def key(self) -> Key:
        return self.context, self.message

    @property
    def translated(self) -> bool:
        return bool(self.texts) and all(self.texts) and "fuzzy" not in self.flags

    def add(self, keyword: str, text: str) -> None:
        """Takes what stands after a keyword; a line without one continues the last."""
        if keyword == "msgctxt":
            self.context = (self.context or "") + text
        elif keyword == "msgid":
            self.message = (self.message or "") + text
        elif keyword == "msgid_plural":
            self.plural = (self.plural or "") + text
        else:
            self.texts[-1] += text


def read_po(path: Path) -> list[Entry]:
    """The entries of a .po file without obsolete ones; the header is the entry of the empty message."""
    entries = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        entry, keyword = Entry(), ""
        for line in block.splitlines():
            if line.startswith("#,"):
                entry.flags |= {flag.strip() for flag in line[2:].split(",")}
            elif found := re.match(r'(?:(msg\w+)(?:\[\d+\])?\s+)?(".*")\s*$', line):
                if found[1]:
                    keyword = found[1]
                    if keyword == "msgstr":
                        entry.texts.append("")
                entry.add(keyword, ast.literal_eval(found[2]))
        if entry.message is not None:
            entries.append(entry)
    return entries


def read_mo(path: Path) -> dict[str, str]:
    """The raw pairs of a compiled catalogue, in gettext's notation of contexts and plurals."""
    data = path.read_bytes()
    magic, _, count, originals, translations = struct.unpack_from("<5I", data)
    assert magic == 0x950412DE

    def text(table: int, index: int) -> str:
        length, start = struct.unpack_from("<2I", data, table + 8 * index)
        return data[start : start + length].decode()

    return {text(originals, index): text(translations, index) for index in range(count)}


def ours(domain: str) -> list[Entry]:
    return read_po(_ours_path(domain, "po"))


def _ours_path(domain: str, ending: str) -> Path:
    return settings.LOCALE_PATHS[0] / "id" / "LC_MESSAGES" / f"{domain}.{ending}"


def _messages(domain: str) -> list[Entry]:
    return [entry for entry in ours(domain) if entry.message]


def _catalogues(domain: str, locale: str) -> Iterator[Path]:
    """The catalogues of that locale in the packages of INSTALLED_APPS. Django's Indonesian is complete."""
    for app in apps.get_app_configs():
        path = Path(app.path) / "locale" / locale / "LC_MESSAGES" / f"{domain}.po"
        if path.exists() and not app.name.startswith("django."):
            yield path


def _shipped(domain: str) -> dict[Key, Entry]:
    """What the packages themselves say in Indonesian."""
    paths = [path for locale in ("id", "id_ID") for path in _catalogues(domain, locale)]
    return {entry.key: entry for path in paths for entry in read_po(path) if entry.translated}


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_is_the_written_one(domain):
    written = {}
    for entry in ours(domain):
        context = f"{entry.context}\x04" if entry.context is not None else ""
        plural = f"\x00{entry.plural}" if entry.plural is not None else ""
        written[f"{context}{entry.message}{plural}"] = "\x00".join(entry.texts)
    assert read_mo(_ours_path(domain, "mo")) == written


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_message_is_written_twice(domain):
    keys = [entry.key for entry in ours(domain)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_entry_is_empty_or_fuzzy(domain):
    assert [entry.message for entry in ours(domain) if not entry.translated] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_indonesian_has_one_plural_form(domain):
    header = next(entry for entry in ours(domain) if not entry.message)
    assert "Plural-Forms: nplurals=1; plural=0;" in header.texts[0].splitlines()
    assert [entry.message for entry in ours(domain) if len(entry.texts) != 1] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_are_those_of_the_message(domain):
    """The one form of Indonesian serves every number, so it keeps the placeholders of the plural."""
    wrong = [
        (entry.message, entry.texts[0])
        for entry in _messages(domain)
        if sorted(PLACEHOLDER.findall(entry.texts[0]))
        != sorted(PLACEHOLDER.findall(entry.plural or entry.message))
    ]
    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_markup_is_that_of_the_message(domain):
    """Tags with their classes and data attributes: the admin's scripts find buttons by them."""
    wrong = [
        (entry.message, entry.texts[0])
        for entry in _messages(domain)
        if sorted(TAG.findall(entry.texts[0])) != sorted(TAG.findall(entry.plural or entry.message))
    ]
    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_spaces_around_a_message_are_kept(domain):
    def edges(text: str) -> tuple[bool, bool]:
        return text[0] == " ", text[-1] == " "

    wrong = [entry.message for entry in _messages(domain) if edges(entry.message) != edges(entry.texts[0])]
    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_message_of_the_installed_packages_is_left_without_indonesian(domain):
    spoken = {entry.key for entry in ours(domain)} | set(_shipped(domain))
    english = {entry.key for path in _catalogues(domain, "en") for entry in read_po(path)}
    assert english, "no English catalogue was found: the test would prove nothing"
    silent = {message for _, message in english - spoken if message}
    assert silent == set(LEFT_IN_ENGLISH)


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_entry_is_still_a_message_of_an_installed_package(domain):
    """A message that Wagtail has reworded would be carried along unseen."""
    english = {entry.key for path in _catalogues(domain, "en") for entry in read_po(path)}
    assert [entry.message for entry in ours(domain) if entry.key not in english] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_one_vocabulary(domain):
    said = _shipped(domain) | {entry.key: entry for entry in _messages(domain)}
    others = {
        entry.texts[0]: OTHER_WORDS.findall(PLACEHOLDER.sub("", TAG.sub("", entry.texts[0])))
        for entry in said.values()
        if entry.message
    }
    assert {text: words for text, words in others.items() if words} == {}


def test_our_words_win_over_those_of_wagtail():
    with override("id"):
        assert gettext("Save draft") == "Simpan draf"  # Wagtail: Simpan konsep
        assert gettext("Unpublish") == "Tarik dari situs"  # Wagtail: Batal Publikasi
        assert gettext("Reports") == "Laporan"  # Wagtail: silent
        assert ngettext("Delete 1 page", "Delete %(counter)s pages", 1) == "Hapus %(counter)s halaman"


def test_our_words_win_in_the_scripts_too():
    with override("id"):
        answer = JavaScriptCatalog.as_view(packages=["wagtail.admin"])(RequestFactory().get("/admin/jsi18n/"))
    catalogue = answer.content.decode()
    assert '"Toggle sidebar": "Buka atau tutup menu samping"' in catalogue  # Wagtail: silent
    assert '"Search": "Cari"' in catalogue  # Wagtail: Pencarian
    assert '"Save": "Simpan"' in catalogue  # Wagtail's own
