"""What one regulation does to another, and the status that follows from it.

Permendagri 111/2014; the pairs of words are those of the JDIH. Pure functions: plain data in, plain data out.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

MENCABUT = "mencabut"
MENCABUT_SEBAGIAN = "mencabut_sebagian"
# kind: what the source does, what is said of the target. The inverse is never stored: it is read from the same row.
RELATIONS = {
    "mengubah": ("Mengubah", "Diubah dengan"),
    "mengubah_sebagian": ("Mengubah sebagian", "Diubah sebagian dengan"),
    MENCABUT: ("Mencabut", "Dicabut dengan"),
    MENCABUT_SEBAGIAN: ("Mencabut sebagian", "Dicabut sebagian dengan"),
    "menetapkan": ("Menetapkan", "Ditetapkan dengan"),
    "melaksanakan": ("Melaksanakan", "Dilaksanakan dengan"),
}
CHANGING = {"mengubah", "mengubah_sebagian", MENCABUT, MENCABUT_SEBAGIAN}

BERLAKU, DIUBAH, DICABUT = "berlaku", "diubah", "dicabut"
# What people read. One that was changed, or revoked in part, is still in force as changed.
STATUSES = {BERLAKU: "Berlaku", DIUBAH: "Berlaku, sudah diubah", DICABUT: "Tidak berlaku, dicabut"}


def status_of(kinds: Iterable[str]) -> str:
    """The status of a regulation, from the kinds of the live relations that point to it."""
    kinds = set(kinds)
    if MENCABUT in kinds:
        return DICABUT
    return DIUBAH if kinds & CHANGING else BERLAKU


@dataclass(frozen=True)
class Act:
    """A regulation as far as the rules of relations look at it. `pk` is None while it was never saved."""

    pk: int | None
    name: str
    enacted_on: date | None


@dataclass(frozen=True)
class Relation:
    kind: str
    target: Act


def faults(
    source: Act,
    relations: Sequence[Relation | None],
    live: Mapping[int, Collection[int]],
    revoked_by: Mapping[int, str],
) -> list[tuple[int, str]]:
    """What cannot be true of a regulation's relations: positions in the list, with words.

    `relations` may hold None for those that only name their target. `live` tells for each other live regulation which
    ones its relations point to; `revoked_by` the name of the one that revokes a target wholly.
    """
    found = []
    seen: dict[int, set[str]] = {}
    for position, relation in enumerate(relations):
        if relation is None:
            continue
        fault = _fault(source, relation, live, revoked_by, seen.setdefault(relation.target.pk, set()))
        if fault:
            found.append((position, fault))
        seen[relation.target.pk].add(relation.kind)
    return found


def _fault(source: Act, relation: Relation, live, revoked_by, earlier: set[str]) -> str:
    target = relation.target
    if target.pk == source.pk:
        return "Peraturan tidak dapat berhubungan dengan dirinya sendiri. Pilih peraturan lain."
    if relation.kind in earlier or (relation.kind in CHANGING and earlier & CHANGING):
        return f"“{target.name}” sudah ada dalam daftar ini. Satu peraturan cukup disebut sekali."
    if source.enacted_on and target.enacted_on and target.enacted_on > source.enacted_on:
        return f"“{target.name}” ditetapkan lebih kemudian, jadi belum ada ketika peraturan ini ditetapkan."
    if relation.kind == MENCABUT and (other := revoked_by.get(target.pk)):
        return f"“{target.name}” sudah dicabut dengan “{other}”. Satu peraturan dicabut sekali saja."
    if source.pk is not None and reaches(live, target.pk, source.pk):
        return f"“{target.name}” sendiri berhubungan dengan peraturan ini. Hubungan tidak boleh berputar."
    return ""


def reaches(live: Mapping[int, Collection[int]], start: int, goal: int) -> bool:
    """Whether one comes from `start` to `goal` along the relations."""
    waiting, seen = [start], set()
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            waiting.extend(live.get(here, ()))
    return False
