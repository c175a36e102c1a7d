"""What a device without signal has kept arrives: each note by itself, each answered.

The device forgets a note only when it hears that it is kept. What is sent again is known again; a note that is wrong
does not stop the others.
"""

import logging
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from django.db import OperationalError
from django.utils.dateparse import parse_datetime

from pelatihan.events.attendance import rules, runs
from pelatihan.events.attendance.runs import REFUSED, Answer, Mark, NewPerson
from pelatihan.events.people.rules import SEXES, Neighbourhood, read_neighbourhood
from pelatihan.events.programmes.models import Registration, Session
from pelatihan.events.programmes.queries import sessions_of
from pelatihan.events.rules import NAME_LETTERS, NOTE_LETTERS, clean_line
from project.lib.texts import on_one_line

log = logging.getLogger(__name__)
MOST = 50  # notes in one request
NOT_YOURS = "Sesi ini bukan tugas Anda, jadi catatan ini tidak disimpan."
UNREADABLE = "Catatan ini tidak terbaca, jadi tidak disimpan."
NOT_TAKEN = "Catatan ini tidak dapat disimpan. Coba kirim lagi, atau catat di halaman sesinya."
NO_NAME = "Tulis nama orangnya."
LONG_NAME = "Nama ini terlalu panjang. Satu nama untuk satu orang."


class Unreadable(Exception):
    """Why a note cannot be read, in words."""


@dataclass(frozen=True)
class Parcel:
    """What a device sent. `offset` is what has to be added to its clock."""

    device: str
    offset: timedelta
    notes: list[Mapping]


def read_parcel(data, now: datetime) -> Parcel:
    """Raises Unreadable for what is no parcel."""
    if not isinstance(data, Mapping) or not isinstance(data.get("notes"), list):
        raise Unreadable(UNREADABLE)
    if len(data["notes"]) > MOST:
        raise Unreadable(f"Paling banyak {MOST} catatan sekali kirim.")
    theirs = _moment(data.get("now"))
    return Parcel(str(data.get("device", ""))[:36], now - theirs, data["notes"])


def receive(parcel: Parcel, user) -> list[dict]:
    """Takes the notes in the order of the device and answers each."""
    sessions: dict[int, Session | None] = {}
    return [_answer(note, _receive(note, parcel, user, sessions)) for note in parcel.notes]


def _answer(note, answer: Answer) -> dict:
    told = {"result": answer.result, "words": answer.words}
    told["id"] = str(note.get("id", ""))[:36] if isinstance(note, Mapping) else ""
    if answer.row is not None:
        told |= {
            "person": answer.row.participant_id,
            "status": answer.row.status,
            "heads": answer.row.heads,
            "version": answer.row.version,
        }
    return told


def _receive(note, parcel: Parcel, user, sessions) -> Answer:
    try:
        key = note.get("session") if isinstance(note, Mapping) else None
        if not isinstance(key, int) or isinstance(key, bool):
            raise Unreadable(UNREADABLE)
        if key not in sessions:
            sessions[key] = sessions_of(user).filter(pk=key).first() if 0 < key < 2**63 else None
        session = sessions[key]
        if session is None:
            return Answer(REFUSED, NOT_YOURS)
        return _act(session, note, parcel, user)
    except Unreadable as fault:
        return Answer(REFUSED, str(fault))
    except OperationalError:  # the database is busy or full: the device tries all of it again
        raise
    except Exception as fault:  # whatever it is, the notes behind it must not wait for it for ever
        # By its kind alone: what a database says of a row that it refuses holds names.
        log.error("A note of session %s could not be taken: %s", key, type(fault).__name__)
        return Answer(REFUSED, NOT_TAKEN)


def _act(session: Session, note: Mapping, parcel: Parcel, user) -> Answer:
    mark = Mark(
        participant=0,
        status=_words(note.get("status", ""), 20),
        happened_at=_moment(note.get("at")) + parcel.offset,
        id=_key(note.get("id")),
        replaces=_keys(note.get("replaces", [])),
        method=_words(note.get("method", rules.LIST), 20),
        offline=note.get("offline") is True,
        by_hand=note.get("by_hand") is True,
        reason=_words(note.get("reason", ""), rules.REASON_LETTERS),
        device=parcel.device,
        offset=parcel.offset,
    )
    if mark.method not in {rules.LIST, rules.CARD, rules.WALK_IN, rules.PAPER}:
        raise Unreadable(UNREADABLE)
    kind = note.get("kind")
    if kind == "walk_in":
        return runs.walk_in(session, _new_person(note.get("new")), mark, user)
    mark = replace(mark, participant=_person(session, note))
    if kind == "represented":
        representative = note.get("by")
        if isinstance(note.get("new"), Mapping):
            representative = _new_person(note["new"])
        elif not _is_number(representative):
            raise Unreadable(UNREADABLE)
        return runs.represent(session, mark, representative, user)
    if kind != "mark" or mark.status not in {*rules.STATUSES, rules.UNMARKED}:
        raise Unreadable(UNREADABLE)
    if mark.status == rules.UNMARKED and not mark.replaces:
        raise Unreadable(UNREADABLE)
    return runs.take(session, mark, user)


def _person(session: Session, note: Mapping) -> int:
    """By the key of the record, or of whoever was made on the device."""
    if _is_number(note.get("person")):
        return note["person"]
    key = _key(note.get("person"))
    found = Registration.objects.filter(event=session.event_id, key=key)
    person = found.values_list("participant", flat=True).first()
    if person is None:
        raise Unreadable(runs.NOT_OF_THIS_SESSION)
    return person


def _is_number(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**63


def _new_person(data) -> NewPerson:
    if not isinstance(data, Mapping):
        raise Unreadable(UNREADABLE)
    name = clean_line(_words(data.get("name", ""), 10_000))
    if not name:
        raise Unreadable(NO_NAME)
    if len(name) > NAME_LETTERS:
        raise Unreadable(LONG_NAME)
    typed = _words(data.get("at", ""), NOTE_LETTERS)
    try:
        at = read_neighbourhood(typed)
    except ValueError:
        at = Neighbourhood()  # somebody stands at the door: what was typed beside his name is kept as it is
    beside = "" if at.rt else typed
    sex = _words(data.get("sex", ""), 1)
    return NewPerson(_key(data.get("key")), name, at, sex if sex in SEXES else "", beside)


def _words(value, letters: int) -> str:
    if not isinstance(value, str):
        raise Unreadable(UNREADABLE)
    return on_one_line(value)[:letters]


def _key(value) -> uuid.UUID:
    try:
        return uuid.UUID(value)
    except (ValueError, AttributeError, TypeError):
        raise Unreadable(UNREADABLE) from None


def _keys(values) -> tuple[str, ...]:
    if not isinstance(values, list) or len(values) > MOST:
        raise Unreadable(UNREADABLE)
    return tuple(str(_key(value)) for value in values)


def _moment(value) -> datetime:
    try:
        moment = parse_datetime(value)
        if moment is None or moment.tzinfo is None or not 2000 < moment.year < 2200:
            raise ValueError(value)
        return moment.astimezone(UTC)
    except (ValueError, TypeError, AttributeError, OverflowError):
        raise Unreadable(UNREADABLE) from None
