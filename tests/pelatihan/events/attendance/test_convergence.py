"""Two devices without signal, in any order: one row each, nothing acknowledged is lost, and both end equal."""

import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pelatihan.events.attendance import runs
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.rules import STATUSES, totals
from pelatihan.events.attendance.runs import APPLIED, CONFLICT, KNOWN, REFUSED, Mark, NewPerson
from pelatihan.events.people.merges import MergeRefused, merge, undo
from pelatihan.events.programmes.runs import come_back, leave, register
from pelatihan.models import Attendance, AttendanceNote, Participant, ParticipantMerge
from tests.factories.home import UserFactory
from tests.factories.pelatihan import ParticipantFactory, RegistrationFactory, SessionFactory
from tests.parallel import at_once

EIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)
PEOPLE = 4

A_DEVICE = st.sampled_from([0, 1])
A_PERSON = st.integers(0, PEOPLE - 1)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), A_DEVICE, A_PERSON, st.sampled_from([*STATUSES]), st.integers(0, 60)),
        st.tuples(
            st.just("correct"), A_DEVICE, A_PERSON, st.sampled_from([*STATUSES, ""]), st.integers(0, 60)
        ),
        st.tuples(st.just("walk_in"), A_DEVICE, st.integers(0, 2), st.just(""), st.integers(0, 60)),
        st.tuples(st.just("press"), A_DEVICE, A_PERSON, st.sampled_from([*STATUSES, ""]), st.integers(0, 60)),
        st.tuples(st.just("represent"), A_DEVICE, A_PERSON, A_PERSON, st.integers(0, 60)),
        st.tuples(st.just("leave"), A_PERSON, st.just(0), st.just(0), st.just(0)),
        st.tuples(st.just("come_back"), A_PERSON, st.just(0), st.just(0), st.just(0)),
        st.tuples(st.just("send"), A_DEVICE, st.integers(0, 99), st.booleans(), st.just(0)),
        st.tuples(st.just("merge"), A_PERSON, A_PERSON, st.just(0), st.just(0)),
        st.tuples(st.just("undo"), st.just(0), st.just(0), st.just(0), st.just(0)),
        st.tuples(st.just("import"), st.just(0), st.just(0), st.just(0), st.just(0)),
        st.tuples(st.just("close"), st.just(0), st.just(0), st.just(0), st.just(0)),
        st.tuples(st.just("reopen"), st.just(0), st.just(0), st.just(0), st.just(0)),
        st.tuples(st.just("approve"), st.just(0), st.just(0), st.just(0), st.just(0)),
        st.tuples(st.just("take_held"), st.just(0), st.just(0), st.just(0), st.just(0)),
    ),
    max_size=20,
)


@dataclass
class Device:
    """A phone: what it last saw of the list, and what it has not sent yet."""

    user: object
    seen: dict[int, list[str]] = field(default_factory=dict)
    outbox: list = field(default_factory=list)

    def look(self, session) -> dict[int, str]:
        rows = Attendance.objects.filter(session=session)
        self.seen = {row.participant_id: row.heads for row in rows}
        return standings([session])[session.pk]


class Hall:
    def __init__(self):
        users = [UserFactory(roles=["Fasilitator"]) for _ in range(2)]
        self.coordinator = UserFactory(roles=["Fasilitator"])
        self.session = SessionFactory(
            facilitators=users, event__programme__coordinator=self.coordinator, event__places=PEOPLE
        )
        # The last of them waits for a place.
        self.people = [
            RegistrationFactory(event=self.session.event, waiting=n == PEOPLE - 1).participant
            for n in range(PEOPLE)
        ]
        self.approved: dict[int, str] | None = None  # what the coordinator approved, or took since
        self.devices = [Device(user) for user in users]
        self.walk_ins = [NewPerson(uuid.uuid4(), f"Tamu {n}") for n in range(3)]
        self.acknowledged: dict[uuid.UUID, Mark] = {}

    def do(self, act, one, two, three, minute):
        if act in {"mark", "correct"}:
            device, person = self.devices[one], self.people[two]
            names = tuple(device.seen.get(person.pk, ())) if act == "correct" else ()
            if act == "correct" and not names:
                return
            when = EIGHT + timedelta(minutes=minute)
            device.outbox.append((None, Mark(person.pk, three, when, replaces=names, offline=True)))
        elif act == "press":
            self.press(self.devices[one], self.people[two], three, EIGHT + timedelta(minutes=minute))
        elif act == "represent" and two != three:
            when = EIGHT + timedelta(minutes=minute)
            absent = Mark(self.people[two].pk, "diwakili", when, offline=True)
            self.devices[one].outbox.append((self.people[three].pk, absent))
        elif act == "represent":
            return
        elif act in {"leave", "come_back"}:
            place = self.session.event.registrations.get(participant=self.people[one])
            {"leave": leave, "come_back": come_back}[act](place)
        elif act == "approve":
            runs.close(self.session, self.devices[0].user)
            if runs.approve(self.session, self.coordinator):
                self.approved = standings([self.session])[self.session.pk]
        elif act == "take_held":
            for note in AttendanceNote.objects.filter(session=self.session, held=True):
                assert runs.take_held(self.session, note.pk, self.coordinator)
                self.approved = standings([self.session])[self.session.pk]
        elif act == "walk_in":
            when = EIGHT + timedelta(minutes=minute)
            self.devices[one].outbox.append((self.walk_ins[two], Mark(0, "hadir", when, offline=True)))
        elif act == "send":
            self.send(self.devices[one], Random(two), lost=three)
        elif act == "merge":
            try:
                merge(
                    *(Participant.objects.get(pk=self.people[n].pk) for n in (one, two)), self.devices[0].user
                )
            except MergeRefused:
                return
        elif act == "undo":
            done = ParticipantMerge.objects.filter(undone_at=None, kept__in=self.people).first()
            if done:
                try:
                    undo(done, self.devices[0].user)
                except MergeRefused:
                    return
        elif act == "import" and self.approved is None:  # afterwards the screen refuses it
            register(self.session.event, ParticipantFactory(), source="undangan", since=EIGHT)
        elif act == "close":
            runs.close(self.session, self.devices[0].user)
        elif act == "reopen":
            assert runs.reopen(self.session, self.devices[0].user) is False or self.approved is None

    def press(self, device, person, status, when):
        """With a signal: what is answered as kept is there, what is answered as a question changed nothing."""
        before = standings([self.session])
        mark = Mark(person.pk, status, when, replaces=tuple(device.seen.get(person.pk, ())))
        if not status and not mark.replaces:
            return
        answer = runs.take(self.session, mark, device.user)
        if answer.result == APPLIED:
            self.acknowledged[mark.id] = mark
        else:
            assert standings([self.session]) == before
        if answer.result == REFUSED:
            assert self.approved is not None

    def send(self, device, random, *, lost=False):
        """In any order, some twice; where the reply is lost the device keeps all and sends it again."""
        todo = device.outbox + [one for one in device.outbox if random.random() < 0.3]
        random.shuffle(todo)
        for new, mark in todo:
            if isinstance(new, int):
                answer = runs.represent(self.session, mark, new, device.user)
            elif new:
                answer = runs.walk_in(self.session, new, mark, device.user)
            else:
                answer = runs.take(self.session, mark, device.user)
            assert answer.is_kept or (answer.is_held and self.approved is not None), answer
            self.acknowledged[mark.id] = mark
            if isinstance(new, int):
                self.acknowledged[uuid.uuid5(mark.id, "wakil")] = mark
        if not lost:
            device.outbox = []
            device.look(self.session)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_two_devices_do_the_list_is_whole_and_both_end_equal(steps):
    hall = Hall()
    for step in steps:
        hall.do(*step)
        if hall.approved is not None:
            assert standings([hall.session])[hall.session.pk] == hall.approved, step
    for device in hall.devices:
        hall.send(device, Random(1))
    views = [device.look(hall.session) for device in hall.devices]
    assert views[0] == views[1]
    found = totals(views[0])
    parts = found.present + found.excused + found.ill + found.represented + found.absent + found.unmarked
    assert parts == found.expected
    rows = list(Attendance.objects.filter(session=hall.session).values_list("participant_id", flat=True))
    assert len(rows) == len(set(rows))
    kept = {note.pk: note for note in AttendanceNote.objects.filter(session=hall.session)}
    assert set(hall.acknowledged) <= set(kept)
    put_away = set(Participant.objects.exclude(merged_into=None).values_list("pk", flat=True))
    assert put_away.isdisjoint(views[0])


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            A_DEVICE,
            A_PERSON,
            st.sampled_from([*STATUSES, ""]),
            st.integers(0, 60),
            st.sets(st.integers(0, 9)),
        ),
        max_size=10,
    ),
    st.randoms(use_true_random=False),
)
def test_the_same_notes_in_another_order_make_the_same_list(notes, random):
    """Corrections among them, which may come before what they correct."""
    lists = []
    for order in ("as written", "shuffled"):
        hall = Hall()
        keys = [uuid.uuid5(hall.session.key, str(number)) for number in range(len(notes))]
        written = []
        for number, (device, person, status, minute, replaced) in enumerate(notes):
            names = tuple(str(keys[one]) for one in replaced if one < number)
            if not status and not names:
                continue
            when = EIGHT + timedelta(minutes=minute)
            mark = Mark(hall.people[person].pk, status, when, keys[number], names, offline=True)
            written.append((hall.devices[device].user, mark))
        if order == "shuffled":
            random.shuffle(written)
        for user, mark in written:
            runs.take(hall.session, mark, user)
        found = standings([hall.session])[hall.session.pk]
        lists.append([found.get(person.pk) for person in hall.people])
    assert lists[0] == lists[1]


@pytest.mark.django_db(transaction=True)
def test_twenty_marks_at_the_same_moment_make_one_row(tmp_path):
    session = SessionFactory()
    person = RegistrationFactory(event=session.event, number=1).participant
    users = [UserFactory(roles=["Fasilitator"]) for _ in range(20)]
    marks = [Mark(person.pk, "hadir", EIGHT + timedelta(seconds=n)) for n in range(20)]

    def look():
        rows = Attendance.objects.filter(session=session)
        return [row.status for row in rows], AttendanceNote.objects.filter(session=session).count()

    jobs = [lambda pair=pair: runs.take(session, *pair).result for pair in zip(marks, users, strict=True)]
    ended, (statuses, notes) = at_once(tmp_path, jobs, look)
    assert sorted(ended) == [APPLIED] * 2 + [KNOWN] * 18
    assert statuses == ["hadir"]
    assert notes == 2


@pytest.mark.django_db(transaction=True)
def test_one_note_sent_twenty_times_at_the_same_moment_is_one(tmp_path):
    session = SessionFactory()
    person = RegistrationFactory(event=session.event, number=1).participant
    mark, user = Mark(person.pk, "hadir", EIGHT), UserFactory(roles=["Fasilitator"])
    jobs = [lambda: runs.take(session, replace(mark, offline=True), user).result] * 20
    ended, count = at_once(tmp_path, jobs, lambda: AttendanceNote.objects.filter(session=session).count())
    assert sorted(ended) == [APPLIED] + [KNOWN] * 19
    assert count == 1


@pytest.mark.django_db(transaction=True)
def test_two_facilitators_at_once_with_two_statuses_one_is_asked(tmp_path):
    session = SessionFactory()
    person = RegistrationFactory(event=session.event, number=1).participant
    users = [UserFactory(roles=["Fasilitator"]) for _ in range(2)]
    marks = [Mark(person.pk, status, EIGHT) for status in ("izin", "hadir")]
    jobs = [lambda pair=pair: runs.take(session, *pair).result for pair in zip(marks, users, strict=True)]
    ended, rows = at_once(tmp_path, jobs, lambda: Attendance.objects.filter(session=session).count())
    assert sorted(ended) == [APPLIED, CONFLICT]
    assert rows == 1
