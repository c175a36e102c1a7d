"""Lists of people, from a table or typed: read, compared with whom the village knows, and written when one says so.

The same list again brings nobody twice. Whoever might be somebody who is there already is decided by a person, one by
one; nothing is guessed.
"""

import re
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from pelatihan.events.models import Participant
from pelatihan.events.people import gaps
from pelatihan.events.people.queries import everybody, known_in
from pelatihan.events.people.rules import (
    AGE_GROUPS,
    ELEMENTS,
    FEMALE,
    MALE,
    Known,
    Neighbourhood,
    alike,
    plain_name,
    read_neighbourhood,
)
from pelatihan.events.programmes import runs
from pelatihan.events.programmes.models import Event, Registration
from pelatihan.events.programmes.rules import INVITED, PARTICIPANT
from pelatihan.events.rules import NAME_LETTERS, NOTE_LETTERS, clean_line, same
from project.lib import nik, phone, spreadsheets

MOST_ROWS = 500
NEW, LEAVE = "baru", "lewati"
NO_NAMES = "Tabel ini tidak punya kolom “Nama”. Tulis judul kolom di baris pertama, misalnya Nama, L/P, RT, Unsur, HP."
TOO_MANY = f"Paling banyak {MOST_ROWS} orang sekali impor. Bagi menjadi beberapa berkas."

# Headings as lists of participants have them, folded.
_HEADINGS = {
    "name": {"nama", "nama lengkap", "nama peserta"},
    "sex": {"l/p", "lp", "jk", "jenis kelamin", "kelamin"},
    "rt": {"rt", "rt/rw", "alamat", "alamat (rt/rw)", "alamat rt/rw", "alamat (rt/rw/dusun)"},
    "rw": {"rw"},
    "dusun": {"dusun"},
    "element": {"unsur", "jabatan", "jabatan/unsur", "unsur/jabatan", "lembaga", "pekerjaan"},
    "phone": {"hp", "no hp", "no. hp", "nomor hp", "telepon", "no telepon", "wa", "whatsapp"},
    "age": {"umur", "usia", "kelompok umur"},
    "note": {"keterangan", "pembeda"},
}
_SEXES = dict.fromkeys(("l", "laki-laki", "laki laki", "pria"), MALE)
_SEXES |= dict.fromkeys(("p", "perempuan", "wanita"), FEMALE)


@dataclass
class Row:
    """A person of the table. `fault` says why he cannot be taken, `notes` what was left out of him."""

    number: int
    name: str = ""
    sex: str = ""
    at: Neighbourhood = Neighbourhood()
    dusun: str = ""
    element: str = ""
    phone: str = ""
    age_group: str = ""
    note: str = ""  # what tells two people of one name apart
    fault: str = ""
    notes: list[str] = field(default_factory=list)
    there: int = 0  # who he is, where he belongs to the event already
    choices: list[Known] = field(default_factory=list)  # who of those who are known he might be
    decided: str = NEW

    @property
    def must_be_decided(self) -> bool:
        return bool(self.choices) and not self.there and not self.fault

    def key(self, event: Event) -> uuid.UUID:
        """The same person of the same list has the same key, however often it is brought."""
        note = f":{plain_name(self.note)}" if self.note else ""
        name = plain_name(self.name) or same(self.name)  # a name in another script
        return uuid.uuid5(event.key, f"impor:{name}:{self.at.rt}:{self.at.rw}{note}")

    @property
    def facts(self) -> dict:
        """What is known of the person, by the names of the columns."""
        names = ("sex", "dusun", "element", "phone", "age_group")
        return {name: getattr(self, name) for name in names} | {"rt": self.at.rt, "rw": self.at.rw}


def read(data: bytes) -> list[Row]:
    """The people of the first sheet that has a column of names. Raises spreadsheets.SpreadsheetError."""
    for sheet in spreadsheets.read(data):
        for place, row in enumerate(sheet.rows[:20]):
            columns = _columns(row.cells)
            if "name" not in columns:
                continue
            rows = [_read(one.number, one.cells, columns) for one in sheet.rows[place + 1 :]]
            rows = [one for one in rows if one is not None]
            if len(rows) > MOST_ROWS:
                raise spreadsheets.SpreadsheetError(TOO_MANY)
            return rows
    raise spreadsheets.SpreadsheetError(NO_NAMES)


_USUAL_ELEMENTS = {one.casefold() for one in ELEMENTS}
_DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}\.\s?){1,4}[A-Za-z]{0,5}|[SM]\.?[A-Z][A-Za-z]{0,3}"
)  # "S.Pd.", "A.Md.Keb"


def read_lines(text: str) -> list[Row]:
    """The people of a typed list, one a line: "Hj. Nur'aini, S.Pd., RT 02, P, Kader posyandu". What stands behind the
    commas is told apart by what it is."""
    lines = ((number, clean_line(line)) for number, line in enumerate(text.splitlines(), 1))
    return [_read_line(number, line) for number, line in lines if line]


def _read_line(number: int, line: str) -> Row:
    name, *parts = (part.strip() for part in line.split(","))
    cells = {"Nama": name, "Keterangan": ""}
    for part in filter(None, parts):
        if _is_neighbourhood(part):
            cells["RT"] = part
        elif re.match(r"(?i)r[tw]\b", part):
            return Row(number, name=name[:60], fault=f"“{part[:40]}” tidak terbaca sebagai RT.")
        elif part.casefold().rstrip(".") in _SEXES:
            cells["L/P"] = part
        elif part.casefold() in _USUAL_ELEMENTS:
            cells["Unsur"] = part
        elif _DEGREE.fullmatch(part) and not cells["Keterangan"]:
            cells["Nama"] += f", {part}"
        else:
            cells["Keterangan"] = f"{cells['Keterangan']}, {part}".removeprefix(", ")
    row = _read(number, list(cells.values()), _columns(list(cells)))
    return row or Row(number, fault=f"“{line[:40]}” tidak berisi nama.")


def _is_neighbourhood(text: str) -> bool:
    try:
        return read_neighbourhood(text).rt is not None
    except ValueError:
        return False


def read_cells(number: int, cells: Mapping[str, str]) -> Row:
    """One row by its headings. Raises ValueError where it has no name."""
    if any(not isinstance(text, str) for text in cells.values()):
        raise ValueError(cells)
    row = _read(number, list(cells.values()), _columns(list(cells)))
    if row is None:
        raise ValueError(cells)
    return row


def _columns(cells: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, heading in enumerate(cells):
        folded = " ".join(heading.casefold().replace(":", " ").split())
        for name, spellings in _HEADINGS.items():
            if folded in spellings:
                found.setdefault(name, place)
    return found


def _read(number: int, cells: list[str], columns: Mapping[str, int]) -> Row | None:
    def cell(name: str) -> str:
        place = columns.get(name)
        return clean_line(cells[place]) if place is not None and place < len(cells) else ""

    row = Row(number, name=cell("name"))
    if not row.name:
        return None
    if any(nik.find(text) for text in cells):
        row.name = nik.mask(row.name)[:60]
        row.fault = "Ada nomor yang tampak seperti NIK di baris ini. Hapus nomornya dari tabel."
    elif len(row.name) > NAME_LETTERS:
        row.name, row.fault = row.name[:60] + "…", "Namanya terlalu panjang. Satu baris untuk satu orang."
    if row.fault:
        return row
    row.sex = _SEXES.get(cell("sex").casefold().rstrip("."), "")
    row.dusun, row.element = cell("dusun")[:60], cell("element")[:60]
    row.note = cell("note")[:NOTE_LETTERS]
    _neighbourhood(row, cell("rt"), cell("rw"))
    _phone(row, cell("phone"))
    row.age_group = _age(cell("age"))
    return row


def _neighbourhood(row: Row, rt: str, rw: str) -> None:
    try:
        row.at = read_neighbourhood(f"{rt}/{rw}" if rt and rw.isdecimal() and rt.isdecimal() else rt)
    except ValueError:
        row.notes.append(f"“{rt[:40]}” tidak terbaca sebagai RT, jadi RT-nya kosong.")


def _phone(row: Row, typed: str) -> None:
    if not typed:
        return
    # A spreadsheet that took it for a number has eaten the first zero.
    for tried in (typed, f"0{typed}"):
        try:
            row.phone = phone.normalise(tried)
        except ValueError:
            continue
        return
    row.notes.append("Nomor HP-nya tidak terbaca, jadi tidak disimpan.")


def _age(typed: str) -> str:
    if typed.casefold() in AGE_GROUPS:
        return typed.casefold()
    if not typed.isdecimal() or len(typed) > 3:
        return ""
    years = int(typed)
    return "anak" if years < 18 else "muda" if years <= 35 else "dewasa" if years < 60 else "lansia"


def compare(event: Event, rows: list[Row]) -> list[Row]:
    """Says of each row whether it is there already, and whom it might be."""
    here, known = defaultdict(set), everybody()
    for one in known_in(event):
        for note in {"", plain_name(one.note)}:
            here[one.spelling.plain, one.at, note].add(one.pk)
    places = Registration.objects.filter(event=event).exclude(key=None)
    keys = dict(places.values_list("key", "participant"))
    seen: dict[uuid.UUID, int] = {}
    for row in rows:
        if row.fault:
            continue
        key = row.key(event)
        if key in seen:
            row.fault = f"Sama dengan baris {seen[key]}. Bila ini orang lain, beri pembeda di namanya."
            continue
        seen[key] = row.number
        alike_here = here[plain_name(row.name), row.at, plain_name(row.note)] if plain_name(row.name) else ()
        row.there = keys.get(key) or (next(iter(alike_here)) if len(alike_here) == 1 else 0)
        if not row.there:
            row.choices = list({one.pk: one for one in alike(row.name, row.at, known)}.values())[:5]
            row.decided = ""
    return rows


@dataclass(frozen=True)
class Outcome:
    added: int
    known: int
    left: int


def write(event: Event, rows: list[Row], decisions: Mapping[int, str], *, role: str = PARTICIPANT) -> Outcome:
    """Writes what was decided; of whoever is known already only gaps are filled. Raises ValueError with the numbers of
    the rows of which nobody has decided yet."""
    open_rows = [row.number for row in rows if row.must_be_decided and not _decision(row, decisions)]
    if open_rows:
        raise ValueError(open_rows)
    added = known = left = 0
    since = runs.first_day(event)
    with transaction.atomic():
        Event.objects.select_for_update().get(pk=event.pk)  # pressed twice, one after the other
        for row in rows:
            decision = _decision(row, decisions) if row.must_be_decided else NEW
            if row.fault or decision == LEAVE:
                left += 1
            elif row.there:
                person = Participant.objects.get(pk=row.there)
                gaps.fill(person, row.facts)
                runs.register(
                    event, person, source=INVITED, since=since, role=role
                )  # who had left comes back
                known += 1
            else:
                added += _register(event, row, decision, since, role)
    return Outcome(added, known, left)


def _decision(row: Row, decisions: Mapping[int, str]) -> str:
    decided = decisions.get(row.number, "")
    allowed = {NEW, LEAVE, *(str(one.pk) for one in row.choices)}
    return decided if decided in allowed else ""


def _register(event: Event, row: Row, decision: str, since, role: str) -> bool:
    key = row.key(event)
    if Registration.objects.filter(event=event, key=key).exists():
        return False
    if decision == NEW:
        person = Participant.objects.create(name=row.name, note=row.note, **row.facts)
    else:
        person = Participant.objects.get(pk=int(decision))
        gaps.fill(person, row.facts)
    runs.register(event, person, source=INVITED, since=since, role=role, key=key)
    return True
