"""Reads of attendance. Whoever was put together with somebody else is counted as him."""

from collections import defaultdict
from collections.abc import Iterable

from pelatihan.events.attendance.models import Attendance, AttendanceNote
from pelatihan.events.attendance.rules import CLOSING, UNMARKED, Note, Place, expected
from pelatihan.events.models import Participant
from pelatihan.events.programmes.models import Registration, Session
from pelatihan.events.programmes.queries import places
from pelatihan.events.programmes.rules import PARTICIPANT


def standings(sessions: Iterable[Session]) -> dict[int, dict[int, str]]:
    """For each session the status of everybody who is expected in it, by the keys of the sessions and of the people.
    Two queries."""
    sessions = list(sessions)
    registered = defaultdict(list)
    guests = defaultdict(set)
    for one in places({session.event_id for session in sessions}):
        registered[one.event_id].append(Place(one.participant.root, one.since, one.removed_at))
    marked: dict[int, dict[int, str]] = defaultdict(dict)
    rows = Attendance.objects.filter(session__in=sessions).exclude(status=UNMARKED)
    for session, person, status in rows.values_list("session_id", "participant_id", "status"):
        marked[session][person] = status
    if marked:
        guests = _guests({session.event_id for session in sessions})
    approved = approved_roots(sessions)
    found = {}
    for session in sessions:
        noted = {
            person: status
            for person, status in marked[session.pk].items()
            if person not in guests[session.event_id]
        }
        if session.pk in approved:
            everyone = approved[session.pk] | set(noted)
        else:
            everyone = expected(registered[session.event_id], session.ends_at, noted)
        found[session.pk] = {person: noted.get(person, UNMARKED) for person in everyone}
    return found


def approved_roots(sessions: Iterable[Session]) -> dict[int, set[int]]:
    """Of each approved session who was expected in it. Whoever was put together with another counts as him."""
    kept = {
        session.pk: session.approved_people for session in sessions if session.approved_people is not None
    }
    everyone = {person for people in kept.values() for person in people}
    merged = Participant.objects.filter(pk__in=everyone).exclude(merged_into=None) if everyone else ()
    roots = {one.pk: one.merged_into_id for one in merged}
    return {pk: {roots.get(person, person) for person in people} for pk, people in kept.items()}


def _guests(events: Iterable[int]) -> dict[int, set[int]]:
    """Facilitators, speakers and guests: they are noted, and counted nowhere."""
    found = defaultdict(set)
    others = Registration.objects.filter(event__in=events).exclude(role=PARTICIPANT)
    for event, person, root in others.values_list(
        "event_id", "participant_id", "participant__merged_into_id"
    ):
        found[event].add(root or person)
    return found


def notes_about(session: Session | int, people: Iterable[int]) -> list[AttendanceNote]:
    """All notes about these people in a session, also those of people who were put together with them."""
    notes = AttendanceNote.objects.filter(session=session)
    return list(notes.filter(participant__in=people) | notes.filter(participant__merged_into__in=people))


def as_rule(note: AttendanceNote) -> Note:
    """A note as the rules take it."""
    return Note(
        id=str(note.pk),
        person=note.participant_id,
        status=note.status,
        happened_at=note.happened_at,
        replaces=frozenset(note.replaces),
        automatic=note.method == CLOSING,
        held=note.held,
    )
