"""A programme with people who were there, were not, or were represented."""

from datetime import timedelta

from pelatihan.certificates import runs
from pelatihan.certificates.rules import ATTENDANCE
from pelatihan.events.attendance.runs import Mark, close, take
from pelatihan.models import Certificate, Participant, Programme, QuizAttempt, Session
from tests.factories.home import UserFactory
from tests.factories.pelatihan import (
    EventFactory,
    ParticipantFactory,
    ProgrammeFactory,
    RegistrationFactory,
    SessionFactory,
)

THERE, LATE, REPRESENTED, ABSENT = "hadir", "terlambat", "diwakili", ""


def programme_with(marks: dict[str, tuple[str, ...]], **words) -> Programme:
    """A coordinated programme with one event; for each name what was noted in each of its sessions, all closed. Nothing
    noted is absent."""
    words.setdefault("coordinator", UserFactory(roles=["Fasilitator"]))
    programme = ProgrammeFactory(**words)
    event = EventFactory(programme=programme, kind="pelatihan_teknis")
    people = [
        RegistrationFactory(event=event, participant=ParticipantFactory(name=name)).participant
        for name in marks
    ]
    for column in zip(*marks.values(), strict=True):
        hold(programme, dict(zip(people, column, strict=True)))
    return programme


def hold(programme: Programme, statuses: dict[Participant, str], event=None) -> Session:
    """One session more, a day after the last, closed."""
    event = event or programme.events.get()
    last = Session.objects.filter(event=event).order_by("starts_at").last()
    session = SessionFactory(
        event=event, **({"starts_at": last.starts_at + timedelta(days=1)} if last else {})
    )
    for person, status in statuses.items():
        if status:
            at = session.starts_at + timedelta(minutes=60 if status == LATE else 0)
            mark = Mark(participant=person.pk, status=status, happened_at=at, method="kertas")
            answer = take(session, mark, programme.coordinator)
            assert answer.is_kept, answer.words
    close(session, programme.coordinator)
    return session


def person(programme: Programme, name: str) -> Participant:
    return Participant.objects.distinct().get(registrations__event__programme=programme, name=name)


def certificate_for(who: str = "Siti Aminah", kind: str = ATTENDANCE, **words) -> Certificate:
    """A certificate of attendance of somebody who was in the only session of a programme."""
    programme = programme_with({who: (THERE,)}, **words)
    return runs.issue(programme, person(programme, who), kind, programme.coordinator)


def sat(quiz, participant: Participant, right: int, of: int = 100, number: int = 1) -> QuizAttempt:
    """A test that was handed in."""
    attempt = QuizAttempt(
        quiz=quiz,
        participant=participant,
        number=number,
        pass_percent=quiz.pass_percent,
        seed=1,
        earned=right,
        possible=of,
        passed=right * 100 >= quiz.pass_percent * of,
    )
    attempt.submitted_at = attempt.started_at
    attempt.save()
    return attempt
