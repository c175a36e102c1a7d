"""What the notes about one person in one session say together.

Notes are never changed, only added. What counts is decided from all of them, whatever the order in which they arrived:
two devices that were without signal end with the same list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

PRESENT_STATUS, LATE, EXCUSED, ILL, REPRESENTED, ABSENT = (
    "hadir",
    "terlambat",
    "izin",
    "sakit",
    "diwakili",
    "tidak_hadir",
)
UNMARKED = ""  # nobody has said anything yet: something else than absent
STATUSES = {
    PRESENT_STATUS: "Hadir",
    LATE: "Terlambat",
    EXCUSED: "Izin",
    ILL: "Sakit",
    REPRESENTED: "Diwakili",
    ABSENT: "Tidak hadir",
}
PRESENT = frozenset({PRESENT_STATUS, LATE})  # whoever is late was there

# Of plain marks that contradict each other the stronger counts: who was seen was there, whoever did not see him.
_STRENGTH = {
    status: -place
    for place, status in enumerate((PRESENT_STATUS, LATE, REPRESENTED, EXCUSED, ILL, ABSENT, UNMARKED))
}

LIST, CARD, SELF, PAPER, WALK_IN, CLOSING, IMPORT = (
    "daftar",
    "kartu",
    "mandiri",
    "kertas",
    "datang_langsung",
    "penutupan",
    "impor",
)
METHODS = {
    LIST: "ditandai di daftar",
    CARD: "kartu dipindai",
    SELF: "hadir mandiri",
    PAPER: "diketik dari kertas",
    WALK_IN: "datang langsung",
    CLOSING: "saat sesi ditutup",
    IMPORT: "impor",
}
# Where the moment of the note is the moment of arrival; a sheet is typed in when everybody has gone home.
SEEN_ARRIVING = frozenset({LIST, CARD, SELF, WALK_IN})

CLOCK_OFF = timedelta(minutes=5)
AROUND = timedelta(hours=2)
REASON_LETTERS = 200


@dataclass(frozen=True)
class Note:
    """A note as far as deciding needs it. `replaces` are the notes that it corrects; with an empty status it only takes
    them back. A note that is held waits for the coordinator and says nothing yet."""

    id: str
    person: int
    status: str
    happened_at: datetime
    replaces: frozenset[str] = frozenset()
    automatic: bool = False
    held: bool = False


@dataclass(frozen=True)
class Decision:
    status: str = UNMARKED
    note: str | None = None
    heads: tuple[str, ...] = ()  # the notes that stand: a correction names them
    unsure: bool = False  # they contradict each other: somebody has to make sure


def kind_of(status: str) -> str:
    """Late and present are one kind: two facilitators who saw somebody do not contradict each other."""
    return PRESENT_STATUS if status in PRESENT else status


def decide(notes: Iterable[Note]) -> Decision:
    """What counts for one person, who may have been two before they were put together: of those the stronger."""
    live = [note for note in notes if not note.held]
    replaced = {key for note in live for key in note.replaces}
    standing = [note for note in live if note.id not in replaced and note.status != UNMARKED]
    people: dict[int, list[Note]] = {}
    for note in standing:
        people.setdefault(note.person, []).append(note)
    decisions = [_of_one(heads) for _, heads in sorted(people.items())]
    if not decisions:
        return Decision()
    best = max(decisions, key=lambda found: (_STRENGTH[found.status], found.note))
    heads = tuple(sorted(note.id for note in standing))
    return Decision(best.status, best.note, heads, any(found.unsure for found in decisions))


def _of_one(heads: list[Note]) -> Decision:
    corrections = [note for note in heads if note.replaces]
    by_hand = [note for note in heads if not note.automatic]
    if corrections:
        chosen = max(corrections, key=lambda note: (note.happened_at, note.id))
        kinds = {kind_of(note.status) for note in by_hand}
    else:
        marks = by_hand or heads
        strength = max(_STRENGTH[note.status] for note in marks)
        strongest = [note for note in marks if _STRENGTH[note.status] == strength]
        chosen = min(strongest, key=lambda note: (note.happened_at, note.id))
        kinds = {kind_of(note.status) for note in marks}
        if chosen.status in PRESENT:
            kinds.discard(ABSENT)  # a physical sighting is stronger than no sighting, and no contradiction
    return Decision(chosen.status, chosen.id, unsure=len(kinds) > 1)


def arrival(status: str, happened_at: datetime, starts_at: datetime, late_minutes: int | None) -> str:
    """ "hadir" becomes "terlambat" for whoever came after the limit. Exactly at the limit is in time."""
    if status != PRESENT_STATUS or late_minutes is None:
        return status
    return LATE if happened_at > starts_at + timedelta(minutes=late_minutes) else PRESENT_STATUS


def is_odd(offset: timedelta, happened_at: datetime, opens_at: datetime, closes_at: datetime) -> bool:
    """Whether a note is worth a look: the device's clock was off, or the moment lies far outside the session."""
    outside = not opens_at - AROUND <= happened_at <= closes_at + AROUND
    return abs(offset) > CLOCK_OFF or outside


@dataclass(frozen=True)
class Totals:
    """Of those who were expected. The sum of all is `expected`, by construction."""

    expected: int
    present: int  # those who were late among them
    late: int
    excused: int
    ill: int
    represented: int
    absent: int
    unmarked: int

    @property
    def words(self) -> str:
        late = f", {self.late} di antaranya terlambat" if self.late else ""
        return f"{self.present} hadir{late}"


def totals(statuses: Mapping[int, str]) -> Totals:
    """Counts the statuses of everybody who was expected."""
    counted = dict.fromkeys((*STATUSES, UNMARKED), 0)
    for status in statuses.values():
        counted[status] += 1
    return Totals(
        expected=len(statuses),
        present=counted[PRESENT_STATUS] + counted[LATE],
        late=counted[LATE],
        excused=counted[EXCUSED],
        ill=counted[ILL],
        represented=counted[REPRESENTED],
        absent=counted[ABSENT],
        unmarked=counted[UNMARKED],
    )


@dataclass(frozen=True)
class Place:
    """A registration as far as it says who is expected."""

    person: int
    since: datetime
    removed_at: datetime | None = None


def expected(places: Iterable[Place], ends_at: datetime, marked: Iterable[int] = ()) -> set[int]:
    """Who is expected in a session: whoever was registered when it ended, and whoever was noted in it. Somebody who
    joined later was not absent; somebody who left later was there."""
    registered = {
        place.person
        for place in places
        if place.since <= ends_at and (place.removed_at is None or place.removed_at > ends_at)
    }
    return registered | set(marked)
