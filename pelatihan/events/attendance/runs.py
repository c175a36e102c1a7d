"""Takes notes of attendance, and settles what they say together.

Everything about one session is done one after another: its row is locked (SQLite locks the whole database). So twenty
taps at the same moment make one row, and two facilitators see each other's notes.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from pelatihan.events.attendance import rules
from pelatihan.events.attendance.models import Attendance, AttendanceNote
from pelatihan.events.attendance.queries import as_rule, notes_about, standings
from pelatihan.events.models import Participant
from pelatihan.events.people.rules import Neighbourhood
from pelatihan.events.programmes import runs as programme_runs
from pelatihan.events.programmes.models import Registration, Session
from pelatihan.events.programmes.queries import may_coordinate
from pelatihan.events.programmes.rules import APPROVED, CLOSED, DRAFT, OPEN, WALKED_IN
from project.lib import nik

APPLIED, KNOWN, CONFLICT, REFUSED = "diterapkan", "sudah_ada", "konflik", "ditolak"

NOT_OPEN = "Sesi ini belum dibuka. Buka sesinya dulu, lalu kirim lagi."
NOT_OF_THIS_SESSION = "Orang ini tidak terdaftar di kegiatan ini."
APPROVED_WAITS = "Sesi ini sudah disahkan. Catatan Anda tersimpan dan menunggu keputusan koordinator."
ONLY_COORDINATOR = "Sesi ini sudah disahkan. Hanya koordinator yang dapat mengubahnya, dengan alasan."
REASON_NEEDED = "Sesi ini sudah disahkan. Tulis alasan perubahannya."
HIMSELF = "Peserta sendiri"
KEY_TAKEN = "Catatan ini bertentangan dengan catatan lain yang bernomor sama, jadi tidak disimpan."


@dataclass(frozen=True)
class Mark:
    """What somebody wants to note. `happened_at` is the moment by the server's clock."""

    participant: int
    status: str
    happened_at: datetime
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    replaces: tuple[str, ...] = ()
    method: str = rules.LIST
    offline: bool = False
    by_hand: bool = False  # late or in time as said, and not by the clock
    reason: str = ""
    device: str = ""
    offset: timedelta = timedelta()
    represents: int | None = None


@dataclass(frozen=True)
class Answer:
    result: str
    words: str = ""
    row: Attendance | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the device may forget it."""
        return self.result in {APPLIED, KNOWN}

    @property
    def is_held(self) -> bool:
        """Whether it is there, and waits for the coordinator."""
        return self.words == APPROVED_WAITS


NAME_LETTERS = 200  # of the columns that keep it


def name_of(user) -> str:
    """Of an account, to be kept beside what it did: the account may go, the name stays."""
    return user.shown_name[:NAME_LETTERS]


def take(session: Session, mark: Mark, by) -> Answer:
    """Notes something, once. `by` is None where somebody notes himself, by the method `rules.SELF`."""
    try:
        with transaction.atomic():
            return _take(Session.objects.select_for_update().get(pk=session.pk), mark, by)
    except IntegrityError:  # the same id came at the same moment for another session
        return Answer(REFUSED, KEY_TAKEN)


def _take(session: Session, mark: Mark, by) -> Answer:
    known = AttendanceNote.objects.filter(pk=mark.id).select_related("participant").first()
    if known is not None:
        return _taken_before(known, session, mark, by)
    if session.state == DRAFT:
        return Answer(REFUSED, NOT_OPEN)
    person = Participant.objects.filter(pk=mark.participant).first()
    # Whoever was put together with somebody else belongs to what either of them was invited to.
    same = person and (Q(participant=person.root) | Q(participant__merged_into=person.root))
    places = Registration.objects.filter(event=session.event_id).select_related("event__programme")
    place = places.filter(same).order_by("waiting", "number").first() if same else None
    if place is None:
        return Answer(REFUSED, NOT_OF_THIS_SESSION)
    row = _row(session, person.root)
    held = False
    if session.state == APPROVED:
        coordinates = by is not None and may_coordinate(place.event.programme, by)
        if not (coordinates and mark.reason):
            if not mark.offline:
                return Answer(REFUSED, REASON_NEEDED if coordinates else ONLY_COORDINATOR, row)
            held = True
    if not held and not mark.offline and (answer := _answered_already(session, row, mark, by)):
        return answer
    _keep(session, mark, by, held=held)
    if held:
        return Answer(CONFLICT, APPROVED_WAITS, row)
    _give_place(Registration.objects.filter(pk=place.pk))
    return Answer(APPLIED, row=settle(session, person.root, row))


def _give_place(places: QuerySet[Registration]) -> None:
    """Whoever stands in the hall has a place."""
    places.filter(waiting=True).update(waiting=False)


def _taken_before(known: AttendanceNote, session: Session, mark: Mark, by) -> Answer:
    same = (known.session_id, known.participant_id) == (session.pk, mark.participant)
    if not same or known.recorded_by_id != (by.pk if by else None):
        return Answer(REFUSED, KEY_TAKEN)
    row = _row(session, known.participant.root)
    return Answer(CONFLICT, APPROVED_WAITS, row) if known.held else Answer(KNOWN, row=row)


def _answered_already(session: Session, row: Attendance, mark: Mark, by) -> Answer | None:
    """With a signal there is somebody to ask: what is there is told, and changed only by whoever saw it."""
    if row.status == rules.UNMARKED or set(row.heads) <= set(mark.replaces):
        return None
    note = row.note
    if note.method == rules.CLOSING:
        return None
    who = "Anda" if by is not None and note.recorded_by_id == by.pk else note.recorded_by_name
    if mark.status and rules.kind_of(row.status) == rules.kind_of(mark.status) and not mark.by_hand:
        own = by is not None and note.recorded_by_id == by.pk
        if own or len(row.heads) > 1 or mark.method == rules.SELF:
            return Answer(
                KNOWN, f"Sudah tercatat pukul {session.clock_at(note.happened_at)} oleh {who}.", row
            )
        return None
    if mark.method == rules.SELF:  # he stands there; the list says that somebody has to make sure
        return None
    return Answer(
        CONFLICT,
        f"{who} sudah menandai “{row.get_status_display()}” pukul {session.clock_at(note.happened_at)}. Ubah?",
        row,
    )


def _keep(session: Session, mark: Mark, by, *, held: bool = False) -> AttendanceNote:
    now = timezone.now()
    happened = min(mark.happened_at, now)
    status = mark.status
    arriving = mark.method in rules.SEEN_ARRIVING and happened <= session.ends_at
    if status in rules.PRESENT and arriving and not (mark.by_hand and mark.reason):
        status = rules.arrival(rules.PRESENT_STATUS, happened, session.starts_at, session.late_minutes)
    return AttendanceNote.objects.create(
        id=mark.id,
        session=session,
        participant_id=mark.participant,
        status=status,
        replaces=sorted(set(mark.replaces)),
        happened_at=happened,
        recorded_at=now,
        recorded_by=by,
        recorded_by_name=HIMSELF if mark.method == rules.SELF else name_of(by),
        method=mark.method,
        offline=mark.offline,
        device=mark.device[:36],
        clock_offset=max(-(2**31), min(2**31 - 1, round(mark.offset.total_seconds()))),
        reason=nik.mask(" ".join(mark.reason.split()))[: rules.REASON_LETTERS],
        odd=rules.is_odd(mark.offset, happened, session.opens_at, session.closes_at),
        held=held,
        represents_id=mark.represents,
    )


def _row(session: Session, person: int) -> Attendance:
    rows = Attendance.objects.select_related("note")
    return rows.get_or_create(session=session, participant_id=person)[0]


def settle(session: Session, person: int, row: Attendance | None = None) -> Attendance:
    """Writes down what the notes about somebody say together. The version counts changes only."""
    row = row or _row(session, person)
    found = rules.decide(as_rule(note) for note in notes_about(session, [person]))
    note = uuid.UUID(found.note) if found.note else None
    heads = list(found.heads)
    if (row.status, row.note_id, row.heads, row.unsure) != (found.status, note, heads, found.unsure):
        row.status, row.note_id, row.heads, row.unsure = found.status, note, heads, found.unsure
        row.version += 1
        row.save()
    return row


# Somebody who is on no list, and somebody who comes for another


@dataclass(frozen=True)
class NewPerson:
    """Name and RT are enough. `key` was made on the device, so that the same person is made once."""

    key: uuid.UUID
    name: str
    at: Neighbourhood = Neighbourhood()
    sex: str = ""
    note: str = ""


def walk_in(session: Session, person: NewPerson, mark: Mark, by) -> Answer:
    """Makes the person, puts him into the event and notes him as present, all of it or nothing."""
    try:
        return _walk_in(session, person, mark, by)
    except IntegrityError:  # the key of somebody in another event, or the id of a note in another session
        return Answer(REFUSED, KEY_TAKEN)


def _walk_in(session: Session, person: NewPerson, mark: Mark, by) -> Answer:
    with transaction.atomic():
        session = Session.objects.select_for_update().select_related("event").get(pk=session.pk)
        if session.state == DRAFT:
            return Answer(REFUSED, NOT_OPEN)
        place = _place_of(session, person)
        there = replace(mark, participant=place.participant_id, status=rules.PRESENT_STATUS)
        answer = _take(session, there, by)
        if answer.result == REFUSED:
            transaction.set_rollback(True)
        return answer


def _place_of(session: Session, person: NewPerson) -> Registration:
    known = Registration.objects.filter(event=session.event_id, key=person.key).first()
    if known is not None:
        return known
    participant = Participant.objects.create(
        name=nik.mask(person.name),
        note=nik.mask(person.note),
        rt=person.at.rt,
        rw=person.at.rw,
        sex=person.sex,
    )
    return programme_runs.register(
        session.event, participant, source=WALKED_IN, since=session.starts_at, key=person.key
    )


def represent(session: Session, mark: Mark, representative: int | NewPerson, by) -> Answer:
    """Notes that somebody came for another: he himself is present, the other is represented and never present."""
    absent = replace(mark, status=rules.REPRESENTED)
    with transaction.atomic():
        answer = take(session, absent, by)
        if not answer.is_kept and not answer.is_held:
            return answer
        there = Mark(
            participant=representative if isinstance(representative, int) else 0,
            status=rules.PRESENT_STATUS,
            happened_at=mark.happened_at,
            id=uuid.uuid5(mark.id, "wakil"),
            method=mark.method,
            offline=mark.offline,
            device=mark.device,
            offset=mark.offset,
            represents=mark.participant,
            reason=mark.reason,
        )
        if isinstance(representative, int):
            other = take(session, there, by)
        else:
            other = walk_in(session, representative, there, by)
        if not other.is_kept and not other.is_held:  # he cannot be there and excused: nothing of it is noted
            transaction.set_rollback(True)
            return other
        return answer


# The course of a session


def close(session: Session, by) -> bool:
    """Whoever was expected and is not marked was absent: assumed, said so, and taken back by `reopen`."""
    with transaction.atomic():
        session = Session.objects.select_for_update().get(pk=session.pk)
        if not programme_runs.move(session, CLOSED):
            return False
        now = timezone.now()
        unmarked = [person for person, status in standings([session])[session.pk].items() if not status]
        AttendanceNote.objects.bulk_create(
            AttendanceNote(
                session=session,
                participant_id=person,
                status=rules.ABSENT,
                happened_at=now,
                recorded_at=now,
                recorded_by=by,
                recorded_by_name=name_of(by),
                method=rules.CLOSING,
            )
            for person in unmarked
        )
        settle_all(session, unmarked)
    return True


def reopen(session: Session, by) -> bool:
    """Opens a closed session again, and takes back what closing assumed."""
    with transaction.atomic():
        session = Session.objects.select_for_update().get(pk=session.pk)
        if not programme_runs.move(session, OPEN):
            return False
        taken_back = set()
        notes = AttendanceNote.objects.filter(session=session)
        for replaces in notes.filter(status=rules.UNMARKED).values_list("replaces", flat=True):
            taken_back |= set(replaces)
        assumed = [
            note
            for note in notes.filter(method=rules.CLOSING).exclude(status="")
            if str(note.pk) not in taken_back
        ]
        now = timezone.now()
        AttendanceNote.objects.bulk_create(
            AttendanceNote(
                session=session,
                participant_id=note.participant_id,
                replaces=[str(note.pk)],
                happened_at=now,
                recorded_at=now,
                recorded_by=by,
                recorded_by_name=name_of(by),
                method=rules.CLOSING,
                reason="Sesi dibuka lagi",
            )
            for note in assumed
        )
        people = Participant.objects.filter(pk__in=[note.participant_id for note in assumed])
        settle_all(session, {person.root for person in people})
    return True


def approve(session: Session, by) -> bool:
    """From now on only the coordinator changes something, with a reason. Who was expected is kept: whoever is entered
    into the event later counts here only where the coordinator notes him."""
    with transaction.atomic():
        people = standings([Session.objects.select_for_update().get(pk=session.pk)])[session.pk]
        return programme_runs.move(
            session,
            APPROVED,
            approved_at=timezone.now(),
            approved_by_name=name_of(by),
            approved_people=sorted(people),
        )


def settle_all(session: Session, people: Iterable[int]) -> None:
    """`settle` for many in a few queries. The session's row must be locked."""
    people = set(people)
    rows = {
        row.participant_id: row for row in Attendance.objects.filter(session=session, participant__in=people)
    }
    notes: dict[int, list] = {person: [] for person in people}
    found = notes_about(session, people)
    roots = dict(
        Participant.objects.filter(pk__in={note.participant_id for note in found}).values_list(
            "pk", "merged_into_id"
        )
    )
    for note in found:
        notes[roots[note.participant_id] or note.participant_id].append(as_rule(note))
    new, changed = [], []
    for person in people:
        decision = rules.decide(notes[person])
        row = rows.get(person) or Attendance(session=session, participant_id=person)
        note = uuid.UUID(decision.note) if decision.note else None
        heads = list(decision.heads)
        if (row.status, row.note_id, row.heads, row.unsure) == (
            decision.status,
            note,
            heads,
            decision.unsure,
        ):
            continue
        row.status, row.note_id, row.heads, row.unsure = decision.status, note, heads, decision.unsure
        row.version += 1
        (changed if row.pk else new).append(row)
    Attendance.objects.bulk_create(new)
    Attendance.objects.bulk_update(changed, ["status", "note", "heads", "unsure", "version"])


def take_held(session: Session, note_id: uuid.UUID, by) -> bool:
    """The coordinator takes a note that came too late; its reason says so."""
    with transaction.atomic():
        session = Session.objects.select_for_update().get(pk=session.pk)
        note = AttendanceNote.objects.filter(session=session, pk=note_id, held=True).first()
        if note is None:
            return False
        AttendanceNote.objects.filter(pk=note.pk).update(
            held=False,
            reason=(note.reason or f"Diterima setelah disahkan oleh {name_of(by)}")[: rules.REASON_LETTERS],
        )
        _give_place(Registration.objects.filter(event=session.event_id, participant=note.participant_id))
        settle(session, note.participant.root)
    return True
