"""The rules of classes: how long one is open, and how a list of names is read."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from project.lib import nik
from project.lib.texts import on_one_line

OPEN_FOR = timedelta(hours=4)

# Skills as they are observed in elderly people and beginners (reference: learning by doing, pre/post for low literacy).
NOT_YET, HELPED, ALONE = 0, 1, 2
LEVELS = {NOT_YET: "belum", HELPED: "dibantu", ALONE: "mandiri"}

NAME_LETTERS = 200
NOTE_LETTERS = 80
MOST_NAMES = 200


def open_until(opened_at: datetime | None, now: datetime) -> datetime | None:
    """Until when a class is open, or None where it is not. One that was opened in the future was opened by a clock
    that went wrong, and stays closed."""
    if opened_at is None or not opened_at <= now < opened_at + OPEN_FOR:
        return None
    return opened_at + OPEN_FOR


@dataclass(frozen=True)
class Named:
    """A line of a class list: "Siti Aminah, RT 02"."""

    name: str
    note: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return same(self.name), same(self.note)

    def __str__(self):
        return f"{self.name}, {self.note}" if self.note else self.name


@dataclass
class NameList:
    people: list[Named] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def same(words: str) -> str:
    """What two spellings of one name have in common."""
    return " ".join(words.split()).casefold()


def read_names(text: str, known: Collection[tuple[str, str]] = ()) -> NameList:
    """One person a line, with what tells them apart behind a comma. A line twice, or one that is already known, is
    said in words and is nobody: two people of one name are told apart by a note."""
    found = NameList()
    seen: set[tuple[str, str]] = set()
    for line in text.splitlines():
        words = clean_line(line)
        if not words:
            continue
        name, _, note = (part.strip() for part in words.partition(","))
        person = Named(name, note)
        fault = _fault(person, seen, known)
        if fault:
            found.faults.append(fault)
        else:
            seen.add(person.key)
            found.people.append(person)
    if len(found.people) > MOST_NAMES:
        found.faults.append(f"Paling banyak {MOST_NAMES} nama sekali kirim. Sisanya ditambahkan sesudahnya.")
    return found


def clean_line(line: str) -> str:
    """Lists are pasted from letters and chats: with numbers, bullets and invisible marks before the names."""
    line = on_one_line(line)
    line = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x1f\x7f]", " ", line)
    return " ".join(re.sub(r"^\s*(?:[0-9]+\s*[.):]|[-*•–])\s*", "", line).split())


def _fault(person: Named, seen: Collection, known: Collection) -> str:
    if nik.find(str(person)):
        return "Ada nomor yang tampak seperti NIK. Hapus nomornya; nama dan RT sudah cukup."
    if not person.name:
        return f"“, {person.note}” tidak berisi nama."
    if len(person.name) > NAME_LETTERS or len(person.note) > NOTE_LETTERS:
        return f"“{person.name[:40]}…” terlalu panjang. Satu baris untuk satu orang."
    if person.key in seen:
        return f"“{person}” tertulis dua kali. Bila ini dua orang, beri pembeda, misalnya “{person.name}, RT 02”."
    if person.key in known:
        return f"“{person}” sudah tercatat. Pilih namanya di daftar peserta lama; bila ini orang lain, beri pembeda."
    return ""
