"""Two records of one person become one: the stronger status survives, nothing is lost, and it can be taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from pelatihan.events.attendance import runs
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.runs import Mark
from pelatihan.events.people.merges import MergeRefused, merge, undo
from pelatihan.events.programmes.runs import taken_places
from pelatihan.models import Attendance, AttendanceNote, Participant, Programme
from tests.factories.home import UserFactory
from tests.factories.pelatihan import RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

EIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)


@pytest.fixture
def ani():
    return UserFactory(roles=["Fasilitator"], first_name="Ani")


@pytest.fixture
def session():
    return SessionFactory()


def registered(session, number, **values):
    values = {f"participant__{name}": value for name, value in values.items()}
    return RegistrationFactory(event=session.event, number=number, **values).participant


def take(session, person, status, by, **values):
    when = EIGHT + timedelta(minutes=5)
    return runs.take(session, Mark(person.pk, status, when, offline=True, **values), by)


def test_the_stronger_status_survives_and_both_trails_stay(session, ani):
    one, other = registered(session, 1), registered(session, 2)
    take(session, one, "izin", ani)
    take(session, other, "hadir", ani)
    merge(one, other, ani)
    assert standings([session])[session.pk] == {one.pk: "hadir"}
    assert AttendanceNote.objects.filter(participant=other).count() == 1
    rows = Attendance.objects.filter(session=session).exclude(status="")
    assert [(row.participant_id, row.status) for row in rows] == [(one.pk, "hadir")]


def test_taking_it_back_restores_both(session, ani):
    one, other = registered(session, 1, sex="P"), registered(session, 2, rt=4, phone="+628123")
    take(session, one, "izin", ani)
    take(session, other, "hadir", ani)
    done = merge(one, other, ani)
    one.refresh_from_db()
    assert (one.rt, one.phone, one.sex) == (4, "+628123", "P")
    undo(done, ani)
    undo(done, ani)  # twice is once
    one.refresh_from_db()
    assert (one.rt, one.phone, one.sex) == (None, "", "P")
    assert standings([session])[session.pk] == {one.pk: "izin", other.pk: "hadir"}


def test_what_somebody_corrected_since_is_not_emptied(session, ani):
    one, other = registered(session, 1), registered(session, 2, rt=4)
    done = merge(one, other, ani)
    Participant.objects.filter(pk=one.pk).update(rt=5)
    undo(done, ani)
    one.refresh_from_db()
    assert one.rt == 5


def test_a_note_for_the_record_that_was_put_away_counts(session, ani):
    one, other = registered(session, 1), registered(session, 2)
    merge(one, other, ani)
    take(session, other, "hadir", ani)
    assert standings([session])[session.pk] == {one.pk: "hadir"}


def test_merging_twice_is_once(session, ani):
    one, other = registered(session, 1), registered(session, 2)
    assert merge(one, other, ani) == merge(one, other, ani)


def test_a_person_is_not_merged_with_himself_or_two_others(session, ani):
    one, other, third = (registered(session, number) for number in (1, 2, 3))
    with pytest.raises(MergeRefused):
        merge(one, one, ani)
    merge(one, other, ani)
    with pytest.raises(MergeRefused):
        merge(third, other, ani)


def test_a_chain_is_taken_back_from_its_end(session, ani):
    one, other, third = (registered(session, number) for number in (1, 2, 3))
    take(session, one, "hadir", ani)
    first = merge(other, one, ani)
    second = merge(third, other, ani)
    assert standings([session])[session.pk] == {third.pk: "hadir"}
    with pytest.raises(MergeRefused, match="lebih baru"):
        undo(first, ani)
    undo(second, ani)
    assert standings([session])[session.pk] == {other.pk: "hadir", third.pk: ""}
    undo(first, ani)
    assert standings([session])[session.pk] == {one.pk: "hadir", other.pk: "", third.pk: ""}


def test_what_was_approved_only_its_coordinator_changes(session, ani):
    one, other = registered(session, 1), registered(session, 2)
    take(session, one, "hadir", ani)
    runs.close(session, ani)
    runs.approve(session, ani)
    before = standings([session])
    with pytest.raises(MergeRefused, match="koordinator"):
        merge(one, other, ani)
    assert standings([session]) == before
    budi = UserFactory(roles=["Fasilitator"])
    Programme.objects.update(coordinator=budi)
    done = merge(one, other, budi)
    assert standings([session])[session.pk] == {one.pk: "hadir"}
    with pytest.raises(MergeRefused, match="koordinator"):
        undo(done, ani)
    undo(done, budi)
    assert standings([session]) == before


def test_two_events_of_one_programme_are_looked_at_together(client, session):
    one = registered(session, 1, name="Siti Aminah")
    second = SessionFactory(event__programme=session.event.programme)
    other = registered(second, 1, name="Siti Aminnah")
    client.force_login(UserFactory(is_superuser=True))
    address = f"/pelatihan/fasilitator/kegiatan/{second.event_id}/gabung/"
    assert f"?satu={one.pk}&amp;dua={other.pk}" in client.get(address).content.decode()
    assert "Apakah ini satu orang?" in client.get(f"{address}?satu={one.pk}&dua={other.pk}").content.decode()
    client.post(address, {"satu": one.pk, "dua": other.pk})
    other.refresh_from_db()
    assert other.merged_into == one


def test_of_two_places_one_is_free_for_who_waits_longest(session, ani):
    event = session.event
    event.places = 2
    event.save()
    one, other = registered(session, 1), registered(session, 2)
    waiting = RegistrationFactory(event=event, waiting=True)
    merge(one, other, ani)
    waiting.refresh_from_db()
    assert not waiting.waiting
    assert taken_places(event) == 2
