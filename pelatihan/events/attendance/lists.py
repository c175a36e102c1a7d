"""The list of one session, as it is read on the screen, on the device and on paper."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from pelatihan.events.attendance import rules
from pelatihan.events.attendance.models import Attendance, AttendanceNote
from pelatihan.events.attendance.queries import approved_roots
from pelatihan.events.models import Participant
from pelatihan.events.programmes.models import Registration, Session
from pelatihan.events.programmes.rules import PARTICIPANT


@dataclass
class Line:
    """One person, with what counts for him. `also` are the names of records that were put together with his."""

    number: int
    person: Participant
    role: str
    role_words: str
    row: Attendance | None = None
    gone: bool = False
    also: list[str] = field(default_factory=list)
    records: list[Participant] = field(default_factory=list)  # those of his that are registered
    footnotes: list[AttendanceNote] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Whether he is one of those who are counted."""
        return self.role == PARTICIPANT

    @property
    def status(self) -> str:
        return self.row.status if self.row else rules.UNMARKED

    @property
    def status_words(self) -> str:
        return rules.STATUSES.get(self.status, "Belum ditandai")

    @property
    def heads(self) -> list[str]:
        return self.row.heads if self.row else []

    @property
    def unsure(self) -> bool:
        return bool(self.row and self.row.unsure)

    @property
    def note(self) -> AttendanceNote | None:
        return self.row.note if self.row else None


@dataclass(frozen=True)
class AttendanceList:
    session: Session
    lines: list[Line]  # in the order of the sheet
    totals: rules.Totals
    held: list[AttendanceNote]

    @property
    def counted(self) -> list[Line]:
        return [line for line in self.lines if line.counts]

    @property
    def unsure(self) -> list[Line]:
        return [line for line in self.lines if line.unsure]

    @property
    def odd(self) -> list[Line]:
        """Whose note counts, but not by a clock that can be trusted."""
        return [line for line in self.lines if not line.unsure and line.note and line.note.odd]


def read_list(session: Session) -> AttendanceList:
    """Everybody who is expected or was noted, and the guests. At most four queries."""
    found = Registration.objects.filter(event=session.event_id)
    approved = approved_roots([session]).get(session.pk)
    rows = {}
    for row in session.attendance.select_related("note"):
        rows[row.participant_id] = row
        if row.note:
            row.note.session = session  # whose clock it is shown on
    lines: dict[int, Line] = {}
    for one in found.select_related("participant__merged_into").order_by("number"):
        person = one.participant.merged_into or one.participant
        if approved is not None and one.role == PARTICIPANT:
            here = person.pk in approved
        else:
            here = (
                not one.waiting and one.since <= session.ends_at and _still(one.removed_at, session.ends_at)
            )
        row = rows.get(person.pk)
        if not here and not (row and row.status):
            continue
        line = lines.setdefault(
            person.pk,
            Line(one.number, person, one.role, one.get_role_display(), row, gone=not _now(one.removed_at)),
        )
        line.gone = line.gone and not _now(one.removed_at)
        if one.participant_id != person.pk:
            line.also.append(one.participant.name)
        line.records.append(one.participant)
    ordered = sorted(lines.values(), key=lambda line: line.number)
    held = session.attendance_notes.filter(held=True).select_related("participant")
    totals = rules.totals({line.person.pk: line.status for line in ordered if line.counts})
    return AttendanceList(session, ordered, totals, list(held))


def _still(removed_at: datetime | None, ends_at: datetime) -> bool:
    return removed_at is None or removed_at > ends_at


def _now(removed_at: datetime | None) -> bool:
    return removed_at is None


def trail(session: Session, person: Participant) -> list[AttendanceNote]:
    """All notes about somebody, the oldest first, with those of records that were put together with his."""
    notes = session.attendance_notes.select_related("participant", "represents")
    own = notes.filter(participant=person) | notes.filter(participant__merged_into=person)
    return list(own.order_by("recorded_at", "pk"))


def corrections(session: Session) -> dict[int, list[AttendanceNote]]:
    """By person the notes that were written after the session was approved, for the footnotes of the sheet. `before` is
    what stood there until then."""
    if session.approved_at is None:
        return {}
    found = defaultdict(list)
    notes = list(session.attendance_notes.filter(held=False).select_related("participant"))
    words = {str(note.pk): note.get_status_display() for note in notes}
    for note in notes:
        if note.recorded_at > session.approved_at:
            note.before = next((words[one] for one in note.replaces if words.get(one)), "")
            found[note.participant.root].append(note)
    return found
