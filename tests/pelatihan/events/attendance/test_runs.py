"""Attendance: what was acknowledged is kept, each person has one row, and devices that were apart end equal."""

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from pelatihan.events.attendance import runs
from pelatihan.events.attendance.lists import read_list
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.rules import totals
from pelatihan.events.attendance.runs import APPLIED, CONFLICT, KNOWN, REFUSED, Mark, NewPerson
from pelatihan.events.people.rules import Neighbourhood
from pelatihan.models import Attendance, AttendanceNote, Participant, Registration
from tests.factories.home import UserFactory
from tests.factories.pelatihan import EventFactory, ParticipantFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

EIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)  # 08.00 WIB


@pytest.fixture(autouse=True)
def half_past_eight():
    with time_machine.travel(EIGHT + timedelta(minutes=10), tick=False):
        yield


@pytest.fixture
def ani():
    return UserFactory(roles=["Fasilitator"], first_name="Ani")


@pytest.fixture
def budi():
    return UserFactory(roles=["Fasilitator"], first_name="Budi")


@pytest.fixture
def session(ani, budi):
    return SessionFactory(facilitators=[ani, budi])


@pytest.fixture
def siti(session):
    return RegistrationFactory(event=session.event, participant__name="Siti").participant


def mark(person, status="hadir", minute=10, **values):
    return Mark(person.pk, status, EIGHT + timedelta(minutes=minute), **values)


def status_of(session, person):
    return standings([session])[session.pk][person.pk]


def heads(session, person):
    return tuple(Attendance.objects.get(session=session, participant=person).heads)


def test_nobody_is_marked_at_first(session, siti):
    assert standings([session]) == {session.pk: {siti.pk: ""}}


def test_a_mark_is_kept_with_who_and_when(session, siti, ani):
    one = mark(siti, device="hp-1")
    assert runs.take(session, one, ani).result == APPLIED
    note = AttendanceNote.objects.get(pk=one.id)
    assert (note.status, note.recorded_by, note.recorded_by_name, note.device) == (
        "hadir",
        ani,
        "Ani",
        "hp-1",
    )
    assert note.happened_at == EIGHT + timedelta(minutes=10)


def test_the_same_note_sent_again_is_known(session, siti, ani):
    one = mark(siti)
    assert [runs.take(session, one, ani).result for _ in range(3)] == [APPLIED, KNOWN, KNOWN]
    assert AttendanceNote.objects.count() == 1


def test_a_second_facilitator_hears_that_it_is_noted(session, siti, ani, budi):
    runs.take(session, mark(siti, minute=4), ani)
    runs.take(session, mark(siti, minute=5), budi)
    third = runs.take(session, mark(siti, minute=6), UserFactory(roles=["Fasilitator"]))
    assert (third.result, third.words) == (KNOWN, "Sudah tercatat pukul 08.04 oleh Ani.")
    assert AttendanceNote.objects.count() == 2
    assert Attendance.objects.filter(session=session).count() == 1


def test_a_double_tap_is_one_note(session, siti, ani):
    answers = [runs.take(session, mark(siti, minute=4 + n), ani).result for n in range(3)]
    assert answers == [APPLIED, KNOWN, KNOWN]
    assert AttendanceNote.objects.count() == 1


def test_another_status_is_asked_back(session, siti, ani, budi):
    runs.take(session, mark(siti, "izin", 4), ani)
    answer = runs.take(session, mark(siti, "hadir"), budi)
    assert (answer.result, answer.words) == (CONFLICT, "Ani sudah menandai “Izin” pukul 08.04. Ubah?")
    assert status_of(session, siti) == "izin"


def test_whoever_saw_it_may_change_it(session, siti, ani, budi):
    runs.take(session, mark(siti, "izin", 4), ani)
    answer = runs.take(session, mark(siti, "hadir", replaces=heads(session, siti)), budi)
    assert (answer.result, answer.row.status, answer.row.version) == (APPLIED, "hadir", 2)


def test_whoever_saw_an_older_one_may_not(session, siti, ani, budi):
    runs.take(session, mark(siti, "izin", 4), ani)
    seen = heads(session, siti)
    runs.take(session, mark(siti, "sakit", 5, replaces=seen), ani)
    assert runs.take(session, mark(siti, "hadir", replaces=seen), budi).result == CONFLICT


def test_without_signal_both_are_kept_and_the_contradiction_is_shown(session, siti, ani, budi):
    runs.take(session, mark(siti, "izin", 4), ani)
    answer = runs.take(session, mark(siti, "hadir", 3, offline=True), budi)
    assert (answer.result, answer.row.status, answer.row.unsure) == (APPLIED, "hadir", True)
    made_sure = runs.take(session, mark(siti, "izin", replaces=heads(session, siti)), ani)
    assert (made_sure.row.status, made_sure.row.unsure) == ("izin", False)


@pytest.mark.parametrize(("minute", "status"), [(15, "hadir"), (16, "terlambat")])
def test_who_comes_after_the_limit_is_late(session, siti, ani, minute, status):
    with time_machine.travel(EIGHT + timedelta(minutes=20), tick=False):
        runs.take(session, mark(siti, "hadir", minute), ani)
    assert status_of(session, siti) == status


def test_late_by_hand_needs_a_reason(session, siti, ani):
    runs.take(session, mark(siti, "terlambat", by_hand=True), ani)
    assert status_of(session, siti) == "hadir"
    why = {"by_hand": True, "reason": "Datang bersama rombongan kedua"}
    runs.take(session, mark(siti, "terlambat", replaces=heads(session, siti), **why), ani)
    assert status_of(session, siti) == "terlambat"


def test_a_sheet_typed_in_at_night_makes_nobody_late(session, siti, ani):
    with time_machine.travel(EIGHT + timedelta(hours=10), tick=False):
        runs.take(session, mark(siti, "hadir", 600, method="kertas"), ani)
    assert status_of(session, siti) == "hadir"


def test_a_moment_in_the_future_is_now(session, siti, ani):
    one = mark(siti, "hadir", 24 * 60, offset=timedelta(days=-1))
    runs.take(session, one, ani)
    note = AttendanceNote.objects.get(pk=one.id)
    assert (note.happened_at, note.odd) == (EIGHT + timedelta(minutes=10), True)


def test_somebody_who_is_on_no_list_is_refused(session, ani):
    answer = runs.take(session, mark(ParticipantFactory()), ani)
    assert (answer.result, answer.words) == (REFUSED, runs.NOT_OF_THIS_SESSION)


def test_a_session_that_is_not_open_yet_takes_nothing(siti, session, ani):
    draft = SessionFactory(event=session.event, state="draf")
    assert runs.take(draft, mark(siti), ani).result == REFUSED
    assert not AttendanceNote.objects.exists()


def test_the_id_of_another_note_is_refused(session, siti, ani, budi):
    one = mark(siti)
    runs.take(session, one, ani)
    other = RegistrationFactory(event=session.event, number=900).participant
    assert runs.take(session, replace(one, participant=other.pk), ani).result == REFUSED
    assert runs.take(session, one, budi).result == REFUSED
    assert runs.take(SessionFactory(event=session.event), one, ani).result == REFUSED


def test_a_nik_in_a_reason_is_not_kept(session, siti, ani):
    one = mark(siti, "izin", reason="Surat 1504021203800001 menyusul")
    runs.take(session, one, ani)
    assert "1504021203800001" not in AttendanceNote.objects.get(pk=one.id).reason


# Somebody new, and somebody for another


def new_person(name="Wak Leman", rt=3):
    return NewPerson(uuid.uuid4(), name, Neighbourhood(None, rt), "L")


def test_a_walk_in_is_made_once_and_present(session, siti, ani):
    one, key = mark(siti), new_person()
    answers = [runs.walk_in(session, key, one, ani).result for _ in range(2)]
    person = Participant.objects.get(name="Wak Leman")
    assert answers == [APPLIED, KNOWN]
    assert (status_of(session, person), person.rt, person.sex) == ("hadir", 3, "L")
    assert Registration.objects.get(participant=person).source == "datang_langsung"


def test_a_walk_in_of_the_third_session_was_not_absent_before(session, siti, ani):
    earlier = SessionFactory(event=session.event, starts_at=EIGHT - timedelta(days=7), state="ditutup")
    runs.walk_in(session, new_person(), mark(siti), ani)
    assert len(standings([earlier])[earlier.pk]) == 1
    assert len(standings([session])[session.pk]) == 2


def test_a_walk_in_into_an_approved_session_leaves_nobody_behind(session, siti, ani):
    session.state = "disahkan"
    session.save()
    assert runs.walk_in(session, new_person(), mark(siti), ani).result == REFUSED
    assert not Participant.objects.filter(name="Wak Leman").exists()


def test_who_represents_somebody_is_present_and_the_other_is_not(session, siti, ani):
    son = new_person("Rudi")
    one = mark(siti)
    assert [runs.represent(session, one, son, ani).result for _ in range(2)] == [APPLIED, KNOWN]
    rudi = Participant.objects.get(name="Rudi")
    assert standings([session])[session.pk] == {siti.pk: "diwakili", rudi.pk: "hadir"}
    assert AttendanceNote.objects.get(participant=rudi).represents == siti


# Closing and approving


def test_closing_assumes_that_the_unmarked_were_absent_and_opening_takes_it_back(session, siti, ani):
    other = RegistrationFactory(event=session.event, number=900).participant
    runs.take(session, mark(siti), ani)
    assert runs.close(session, ani)
    assert standings([session])[session.pk] == {siti.pk: "hadir", other.pk: "tidak_hadir"}
    assert not runs.close(session, ani)
    assert runs.reopen(session, ani)
    assert standings([session])[session.pk] == {siti.pk: "hadir", other.pk: ""}
    assert runs.close(session, ani)
    assert status_of(session, other) == "tidak_hadir"


def test_a_note_without_signal_comes_after_closing_and_counts(session, siti, ani):
    runs.close(session, ani)
    answer = runs.take(session, mark(siti, minute=5, offline=True), ani)
    assert (answer.result, answer.row.status, answer.row.unsure) == (APPLIED, "hadir", False)


def test_only_the_coordinator_changes_an_approved_session_and_says_why(session, siti, ani):
    chief = UserFactory(roles=["Fasilitator"])
    session.event.programme.coordinator = chief
    session.event.programme.save()
    runs.take(session, mark(siti), ani)
    runs.close(session, ani)
    assert runs.approve(session, chief)
    change = mark(siti, "izin", replaces=heads(session, siti))
    assert runs.take(session, change, ani).words == runs.ONLY_COORDINATOR
    assert runs.take(session, change, chief).words == runs.REASON_NEEDED
    assert runs.take(session, replace(change, reason="Salah ketik"), chief).row.status == "izin"
    assert not runs.reopen(session, chief)


def test_a_note_that_comes_after_approval_waits_for_the_coordinator(session, siti, ani):
    runs.close(session, ani)
    runs.approve(session, ani)
    one = mark(siti, minute=5, offline=True)
    for _ in range(2):
        answer = runs.take(session, one, ani)
        assert (answer.result, answer.words) == (CONFLICT, runs.APPROVED_WAITS)
    assert status_of(session, siti) == "tidak_hadir"
    assert runs.take_held(session, one.id, ani)
    assert status_of(session, siti) == "hadir"
    assert not runs.take_held(session, one.id, ani)


# Who counts


def test_guests_and_speakers_are_noted_and_not_counted(session, siti, ani):
    guest = RegistrationFactory(event=session.event, role="narasumber", number=900).participant
    runs.take(session, mark(guest), ani)
    runs.take(session, mark(siti), ani)
    assert standings([session])[session.pk] == {siti.pk: "hadir"}


def test_who_left_later_stays_in_past_sessions(session, siti, ani):
    Registration.objects.filter(participant=siti).update(removed_at=EIGHT + timedelta(days=1))
    later = SessionFactory(event=session.event, starts_at=EIGHT + timedelta(days=7))
    assert standings([session, later]) == {session.pk: {siti.pk: ""}, later.pk: {}}


def test_who_waits_for_a_place_is_not_expected(session, siti):
    RegistrationFactory(event=session.event, waiting=True, number=900)
    assert standings([session])[session.pk] == {siti.pk: ""}


def test_standings_cost_the_same_for_many(session, django_assert_max_num_queries, ani):
    event = EventFactory()
    sessions = [SessionFactory(event=event) for _ in range(3)]
    for number in range(30):
        one = RegistrationFactory(event=event, number=number + 1).participant
        runs.take(sessions[0], mark(one), ani)
    with django_assert_max_num_queries(3):
        found = standings(sessions)
    assert totals(found[sessions[0].pk]).present == 30


def test_who_waited_for_a_place_and_came_has_one(session, siti, ani):
    waiting = RegistrationFactory(event=session.event, waiting=True, number=900).participant
    runs.take(session, mark(waiting), ani)
    assert standings([session])[session.pk] == {siti.pk: "", waiting.pk: "hadir"}
    assert [line.person for line in read_list(session).lines] == [siti, waiting]


def test_a_late_note_about_a_representative_or_a_walk_in_changes_nothing_that_was_approved(session, ani):
    """It is kept whole, and counts when the coordinator takes it."""
    siti, budi = (RegistrationFactory(event=session.event).participant for _ in range(2))
    waiting = RegistrationFactory(event=session.event, waiting=True).participant
    runs.close(session, ani)
    runs.approve(session, ani)
    approved = standings([session])
    answers = [
        runs.represent(session, Mark(siti.pk, "", EIGHT, offline=True), budi.pk, ani),
        runs.walk_in(session, NewPerson(uuid.uuid4(), "Wak Leman"), Mark(0, "", EIGHT, offline=True), ani),
        runs.take(session, Mark(waiting.pk, "hadir", EIGHT, offline=True), ani),
    ]
    assert all(answer.is_held for answer in answers)
    assert standings([session]) == approved
    held = AttendanceNote.objects.filter(session=session, held=True)
    assert sorted(held.values_list("status", flat=True)) == ["diwakili", "hadir", "hadir", "hadir"]
    for note in held:
        assert runs.take_held(session, note.pk, ani)
    found = totals(standings([session])[session.pk])
    assert (found.expected, found.present, found.represented) == (4, 3, 1)
    assert len(read_list(session).lines) == 4
