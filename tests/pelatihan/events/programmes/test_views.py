"""A facilitator makes a programme with its events and sessions; residents read it and register."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils.html import escape

from pelatihan.events.attendance.lists import read_list
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.runs import Mark, NewPerson, approve, close, take, walk_in
from pelatihan.events.programmes import forms
from pelatihan.events.programmes.rules import HIDDEN
from pelatihan.events.programmes.runs import first_day, invite, leave
from pelatihan.models import Event, MentoringRequest, Participant, Programme, Registration, Session
from tests.factories.home import UserFactory
from tests.factories.pelatihan import (
    EventFactory,
    ParticipantFactory,
    ProgrammeFactory,
    RegistrationFactory,
    SessionFactory,
)
from tests.forms import filled

pytestmark = pytest.mark.django_db

EIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)
HOME = "/pelatihan/fasilitator/"


@pytest.fixture(autouse=True)
def the_day_before():
    with time_machine.travel(EIGHT - timedelta(days=1), tick=False) as traveller:
        yield traveller


@pytest.fixture
def ani():
    return UserFactory(roles=["Fasilitator"], first_name="Ani")


@pytest.fixture
def leading(client, ani):
    client.force_login(ani)
    return client


@pytest.fixture
def programme(ani):
    return ProgrammeFactory(coordinator=ani, is_public=True)


def key():
    return str(uuid.uuid4())


def test_from_the_programme_to_its_session_each_form_once(leading, ani):
    data = {
        "key": key(),
        "name": "Pendampingan 2026",
        "starts_on": "1/11/2026",
        "ends_on": "31 Desember 2026",
    }
    for _ in range(2):
        leading.post(f"{HOME}program/baru/", data)
    programme = Programme.objects.get()
    assert (programme.slug, programme.coordinator) == ("pendampingan-2026", ani)
    data = {"key": key(), "kind": "sosialisasi", "title": "Sosialisasi"}
    for _ in range(2):
        leading.post(f"{HOME}program/{programme.pk}/kegiatan-baru/", data)
    event = Event.objects.get()
    data = {
        "key": key(),
        "place": "Balai desa",
        "day": "25/11/2026",
        "starts": "06.30",
        "ends": "09.00",
        "zone": "Asia/Jakarta",
        "late_minutes": "15",
        "facilitators": [ani.pk],
    }
    for _ in range(2):
        leading.post(f"{HOME}kegiatan/{event.pk}/sesi-baru/", data)
    session = Session.objects.get()
    assert session.starts_at == datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # another day in UTC
    assert session.when == "Rabu, 25 November 2026, pukul 06.30–09.00 WIB"
    assert (session.opens_at, session.closes_at) == (
        session.starts_at - timedelta(minutes=30),
        session.ends_at,
    )


def test_two_of_one_name_at_the_same_moment_get_two_addresses(leading, monkeypatch):
    """Both found the address free; whoever comes second takes the next one."""
    ProgrammeFactory(slug="pendampingan")
    found = iter(["pendampingan", "pendampingan-2"])
    monkeypatch.setattr(forms, "free_slug", lambda name: next(found))
    data = {"key": key(), "name": "Pendampingan", "starts_on": "1/11/2026", "ends_on": "31/12/2026"}
    assert leading.post(f"{HOME}program/baru/", data).status_code == 302
    assert set(Programme.objects.values_list("slug", flat=True)) == {"pendampingan", "pendampingan-2"}


@pytest.mark.parametrize(
    ("zone", "hour", "words"),
    [
        ("Asia/Jakarta", 1, "08.00–10.00 WIB"),
        ("Asia/Makassar", 0, "08.00–10.00 WITA"),
        ("Asia/Jayapura", 23, "WIT"),
    ],
)
def test_day_and_hour_are_those_of_the_place(leading, programme, zone, hour, words):
    event = EventFactory(programme=programme)
    data = {
        "key": key(),
        "place": "Balai",
        "day": "25/11/2026",
        "starts": "08.00",
        "ends": "10.00",
        "zone": zone,
    }
    leading.post(f"{HOME}kegiatan/{event.pk}/sesi-baru/", data)
    session = Session.objects.get()
    assert session.starts_at.hour == hour
    assert words in session.when
    assert "25 November 2026" in session.when


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ends": "07.00"}, "Jam selesai harus setelah jam mulai"),
        ({"day": "31/02/2026"}, "tidak ada"),
        ({"starts": "25.00"}, "23.59"),
        ({"opens": "10.00", "closes": "09.00"}, "Jam ditutup harus setelah jam dibuka"),
        ({"place": ""}, "Ada yang perlu diperbaiki"),
        ({"zone": "Europe/Berlin"}, "Ada yang perlu diperbaiki"),
    ],
)
def test_a_session_that_cannot_be_is_told_and_typing_stays(leading, programme, change, words):
    event = EventFactory(programme=programme)
    data = {
        "key": key(),
        "place": "Balai",
        "day": "25/11/2026",
        "starts": "08.00",
        "ends": "10.00",
        "zone": "Asia/Jakarta",
        "topic": "Hari pertama",
    }
    shown = leading.post(f"{HOME}kegiatan/{event.pk}/sesi-baru/", data | change).content.decode()
    assert words in shown
    assert "Hari pertama" in shown
    assert not Session.objects.exists()


def test_what_is_empty_is_dropped_from_the_inside_out(leading, programme):
    event = EventFactory(programme=programme)
    session = SessionFactory(event=event, state="draf")
    RegistrationFactory(event=event)
    places = [f"program/{programme.pk}/", f"kegiatan/{event.pk}/", f"sesi/{session.pk}/"]
    for place in places:
        assert "Hapus" in leading.get(f"{HOME}{place}hapus/").content.decode()
    for place in places[:2]:
        shown = leading.post(f"{HOME}{place}hapus/", follow=True).content.decode()
        assert "sudah ada isinya" in shown
    for place in reversed(places):
        assert "dihapus." in leading.post(f"{HOME}{place}hapus/", follow=True).content.decode()
    assert [one.objects.count() for one in (Session, Event, Registration, Programme)] == [0, 0, 0, 0]
    assert Participant.objects.count() == 1


def test_a_session_that_was_opened_stays(leading, programme):
    session = SessionFactory(event__programme=programme)
    assert "sudah ada isinya" in leading.post(f"{HOME}sesi/{session.pk}/hapus/", follow=True).content.decode()
    assert Session.objects.count() == 1


def test_a_programme_is_handed_over(leading, programme):
    budi = UserFactory(roles=["Fasilitator"], first_name="Budi")
    address = f"{HOME}program/{programme.pk}/ubah/"
    assert "Hapus" in leading.get(address).content.decode()
    sent = filled(leading.get(address), coordinator=str(budi.pk))
    answer = leading.post(address, sent, follow=True)
    assert answer.redirect_chain[-1][0] == f"{HOME}program/"
    programme.refresh_from_db()
    assert programme.coordinator == budi
    assert leading.get(address).status_code == 404


def test_somebody_without_the_role_gets_no_programme(leading, programme):
    address = f"{HOME}program/{programme.pk}/ubah/"
    leading.post(address, filled(leading.get(address), coordinator=str(UserFactory().pk)))
    before = programme.coordinator
    programme.refresh_from_db()
    assert programme.coordinator == before


def test_who_was_taken_out_by_mistake_is_back_as_before(leading, programme, the_day_before):
    event = EventFactory(programme=programme)
    first, second = (SessionFactory(event=event, starts_at=EIGHT + timedelta(days=day)) for day in (0, 7))
    place = RegistrationFactory(event=event)
    the_day_before.move_to(EIGHT + timedelta(days=1))
    for act in ("keluar", "kembali"):
        leading.post(f"{HOME}kegiatan/{event.pk}/orang/{place.pk}/{act}/")
    assert [expected_in(one) for one in (first, second)] == [1, 1]
    leading.post(f"{HOME}kegiatan/{event.pk}/orang/{place.pk}/keluar/")
    the_day_before.move_to(EIGHT + timedelta(days=8))
    leading.post(f"{HOME}kegiatan/{event.pk}/orang/{place.pk}/kembali/")
    assert [expected_in(one) for one in (first, second)] == [0, 0]  # the second took place without him


def test_a_limit_of_days_is_no_limit_for_who_is_late(leading, programme):
    event = EventFactory(programme=programme)
    address = f"{HOME}kegiatan/{event.pk}/sesi-baru/"
    for minutes in ("9999999999", "601", "-1"):
        shown = leading.post(address, session_data("25/11/2026", late_minutes=minutes)).content.decode()
        assert "Ada yang perlu diperbaiki" in shown
    assert not Session.objects.exists()


def test_a_programme_of_others_does_not_exist(client, programme):
    client.force_login(UserFactory(roles=["Fasilitator"]))
    assert client.get(f"{HOME}program/{programme.pk}/").status_code == 404
    assert client.post(f"{HOME}program/{programme.pk}/ubah/", {}).status_code == 404


def test_who_leads_a_session_sees_its_programme_and_does_not_change_it(client, programme):
    helper = UserFactory(roles=["Fasilitator"])
    session = SessionFactory(event__programme=programme, facilitators=[helper])
    client.force_login(helper)
    assert client.get(f"{HOME}program/{programme.pk}/").status_code == 200
    shown = client.post(f"{HOME}program/{programme.pk}/ubah/", {"name": "X"}, follow=True).content.decode()
    assert "Hanya koordinator program" in shown
    client.post(f"{HOME}sesi/{session.pk}/ubah/", {"place": "X"})
    session.refresh_from_db()
    assert session.place == "Balai desa"


def test_who_is_invited_late_was_not_absent_before(programme, the_day_before):
    event = EventFactory(programme=programme)
    for week in range(3):
        SessionFactory(event=event, starts_at=EIGHT + timedelta(days=7 * week))
    assert first_day(event) == EIGHT
    the_day_before.move_to(EIGHT + timedelta(days=8))
    assert first_day(event) == EIGHT + timedelta(days=14)
    the_day_before.move_to(EIGHT + timedelta(days=80))
    assert first_day(event) == EIGHT  # a list that is entered when all is over


def test_what_is_known_of_somebody_is_corrected(leading, programme):
    place = RegistrationFactory(event__programme=programme, participant__name="Siti")
    address = f"{HOME}kegiatan/{place.event_id}/orang/{place.pk}/"
    data = {
        "name": "Siti Aminah",
        "sex": "P",
        "at": "RT 03/RW 01",
        "phone": "0812 3456 7890",
        "consent": "on",
    }
    leading.post(address, filled(leading.get(address), **data))
    person = Participant.objects.get()
    assert (person.name, person.sex, person.rt, person.rw) == ("Siti Aminah", "P", 3, 1)
    assert (person.phone, person.consent_at is not None) == ("+6281234567890", True)
    for wrong in ({"phone": "12"}, {"at": "x"}, {"name": ""}, {"note": "1504021203800001"}):
        assert (
            "Ada yang perlu diperbaiki"
            in leading.post(address, filled(leading.get(address), **wrong)).content.decode()
        )


def test_somebody_asks_to_be_accompanied_and_is_put_into_a_session(leading, programme):
    place = RegistrationFactory(event__programme=programme)
    session = SessionFactory(event__programme=programme, event__kind="pendampingan", state="draf")
    data = {"key": key(), "participant": place.participant_id, "wish": "di_rumah", "note": "Belajar WhatsApp"}
    for _ in range(2):
        leading.post(f"{HOME}program/{programme.pk}/pendampingan/", data)
    wish = MentoringRequest.objects.get()
    assert wish.participant == place.participant
    address = f"{HOME}program/{programme.pk}/pendampingan/{wish.pk}/"
    leading.post(address, {"session": "x"})
    leading.post(address, {"session": session.pk})
    wish.refresh_from_db()
    assert wish.session == session
    assert Registration.objects.filter(event=session.event, participant=place.participant).exists()


def test_somebody_who_comes_to_no_event_asks_as_well_and_is_one_person(leading, programme):
    address = f"{HOME}program/{programme.pk}/pendampingan/"
    data = {"key": key(), "name": "Wak Leman", "at": "5", "wish": "di_rumah"}
    for _ in range(2):
        leading.post(address, data)
    person = Participant.objects.get()
    assert (person.name, person.rt, person.mentoring_requests.count()) == ("Wak Leman", 5, 1)
    again = data | {"key": key(), "name": "wak leman"}
    assert "Siapa orang ini?" in leading.post(address, again).content.decode()
    leading.post(address, again | {"who": str(person.pk)})
    assert Participant.objects.count() == 1
    leading.post(address, again | {"key": key(), "who": "baru"})
    assert Participant.objects.count() == 2
    for wrong in ({"name": ""}, {"participant": person.pk}, {"name": "Ali 1504021203800001"}):
        shown = leading.post(address, again | {"key": key()} | wrong)
        assert "Ada yang perlu diperbaiki" in shown.content.decode()
    assert MentoringRequest.objects.count() == 3


def session_data(day, **values):
    return {
        "key": key(),
        "place": "Balai",
        "day": day,
        "starts": "08.00",
        "ends": "10.00",
        "zone": "Asia/Jakarta",
        **values,
    }


def expected_in(session):
    return len(standings([session])[session.pk])


def test_a_session_that_moves_takes_its_people_along(leading, programme):
    """Whoever is invited is expected, also where the day moves, or an earlier session comes before it."""
    event = EventFactory(programme=programme)
    leading.post(f"{HOME}kegiatan/{event.pk}/sesi-baru/", session_data("25/11/2026"))
    data = {"key": key(), "names": "Siti\nBudi", "role": "peserta"}
    leading.post(f"{HOME}kegiatan/{event.pk}/orang/", data)
    session = Session.objects.get()
    assert expected_in(session) == 2
    address = f"{HOME}sesi/{session.pk}/ubah/"
    leading.post(address, filled(leading.get(address), day="24/11/2026"))
    session.refresh_from_db()
    assert expected_in(session) == 2
    leading.post(f"{HOME}kegiatan/{event.pk}/sesi-baru/", session_data("20/11/2026"))
    assert [expected_in(one) for one in Session.objects.all()] == [2, 2]


def test_who_is_entered_before_the_sessions_is_expected_in_a_past_one(leading, programme):
    event = EventFactory(programme=programme)
    leading.post(f"{HOME}kegiatan/{event.pk}/orang/", {"key": key(), "names": "Siti", "role": "peserta"})
    leading.post(f"{HOME}kegiatan/{event.pk}/sesi-baru/", session_data("2/11/2026"))
    assert expected_in(Session.objects.get()) == 1


def test_who_is_entered_after_the_approval_changes_nothing_that_was_approved(
    leading, programme, the_day_before
):
    """By whatever door: a list, a wish to be accompanied, a walk-in or a place in another session of the event."""
    event = EventFactory(programme=programme, kind="pendampingan")
    first = SessionFactory(event=event)
    second = SessionFactory(event=event, starts_at=EIGHT + timedelta(hours=3))
    siti = RegistrationFactory(event=event).participant
    waiting = RegistrationFactory(event=event, waiting=True)
    the_day_before.move_to(EIGHT + timedelta(days=1))
    close(second, programme.coordinator)
    approve(second, programme.coordinator)
    second.refresh_from_db()
    approved = standings([second])
    leading.post(f"{HOME}kegiatan/{event.pk}/orang/", {"names": "Budi", "role": "peserta"})
    walk_in(first, NewPerson(uuid.uuid4(), "Wak Leman"), Mark(0, "", EIGHT), programme.coordinator)
    take(first, Mark(waiting.participant_id, "hadir", EIGHT), programme.coordinator)
    wish = MentoringRequest.objects.create(
        programme=programme, participant=ParticipantFactory(), wish="di_rumah", noted_by_name="Ani"
    )
    leading.post(f"{HOME}program/{programme.pk}/pendampingan/{wish.pk}/", {"session": first.pk})
    assert Registration.objects.filter(event=event).count() == 5
    assert standings([second]) == approved == {second.pk: {siti.pk: "tidak_hadir"}}
    assert [line.person for line in read_list(second).lines] == [siti]


def test_the_first_session_is_postponed_behind_the_second(leading, programme):
    event = EventFactory(programme=programme)
    leading.post(f"{HOME}kegiatan/{event.pk}/sesi-baru/", session_data("25/11/2026"))
    leading.post(f"{HOME}kegiatan/{event.pk}/sesi-baru/", session_data("26/11/2026"))
    leading.post(f"{HOME}kegiatan/{event.pk}/orang/", {"names": "Siti\nBudi", "role": "peserta"})
    first = Session.objects.earliest("starts_at")
    address = f"{HOME}sesi/{first.pk}/ubah/"
    leading.post(address, filled(leading.get(address), day="2/12/2026"))
    assert [expected_in(one) for one in Session.objects.all()] == [2, 2]


# What everybody sees


@pytest.fixture
def event(programme):
    session = SessionFactory(event__programme=programme, event__takes_registrations=True, event__places=2)
    return session.event


def register(client, event, **values):
    data = {"key": key(), "name": "Wak Leman", "at": "3", "consent": "on", **values}
    return client.post(f"/pelatihan/kegiatan/{event.programme.slug}/daftar/{event.pk}/", data)


def test_somebody_registers_once_however_often_he_presses(client, event):
    same = key()
    for _ in range(2):
        assert "Nama Anda sudah tercatat dengan nomor 1" in register(client, event, key=same).content.decode()
    place = Registration.objects.get()
    assert (place.source, place.participant.rt, place.waiting) == ("mandiri", 3, False)
    assert place.participant.consent_at is not None


def test_the_key_of_another_event_is_refused_in_words(client, event):
    same = key()
    register(client, event, key=same)
    other = SessionFactory(event__programme=event.programme, event__takes_registrations=True).event
    shown = register(client, other, key=same)
    assert shown.status_code == 200
    assert "perlu diperbaiki" in shown.content.decode()
    assert Registration.objects.count() == 1


def test_who_comes_after_the_last_place_waits_and_gets_the_next_free_one(client, event):
    page = f"/pelatihan/kegiatan/{event.programme.slug}/"
    assert "Tersisa 2 dari 2 tempat." in client.get(page).content.decode()
    for number in range(3):
        shown = register(client, event, name=f"Orang {number}").content.decode()
    assert "Anda nomor 1 di daftar tunggu" in shown
    assert "Semua tempat sudah terisi." in client.get(page).content.decode()
    last = Registration.objects.get(participant__name="Orang 2")
    assert last.waiting
    leave(Registration.objects.get(participant__name="Orang 0"))
    last.refresh_from_db()
    assert not last.waiting


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"consent": ""}, "Tanpa persetujuan Anda"),
        ({"name": "1504021203800001"}, "Jangan menulis NIK"),
        ({"name": ""}, "perlu diperbaiki"),
        ({"phone": "abc"}, "perlu diperbaiki"),
        ({"at": "dusun"}, "RT ditulis dengan angka"),
    ],
)
def test_what_is_wrong_is_told_and_nobody_is_registered(client, event, values, words):
    shown = register(client, event, **values).content.decode()
    assert words in shown
    assert not Registration.objects.exists()


def test_an_event_that_takes_none_or_is_over_registers_nobody(client, event, the_day_before):
    the_day_before.move_to(EIGHT + timedelta(days=2))
    assert "tidak menerima pendaftaran" in register(client, event).content.decode()
    assert not Registration.objects.exists()


def test_a_public_page_shows_no_name_and_no_small_number(client, event):
    place = RegistrationFactory(event=event, number=1, participant__name="Siti Rahasia")
    Session.objects.update(state="terbuka")
    take(event.sessions.get(), Mark(place.participant_id, "hadir", EIGHT), UserFactory(is_superuser=True))
    Session.objects.update(state="disahkan")
    shown = client.get(f"/pelatihan/kegiatan/{event.programme.slug}/").content.decode()
    assert "Siti Rahasia" not in shown
    assert f"<dd>{escape(HIDDEN)}</dd>" in shown
    Programme.objects.update(is_public=False)
    assert client.get(f"/pelatihan/kegiatan/{event.programme.slug}/").status_code == 404


def test_the_calendar_is_one_that_phones_read(client, event):
    Session.objects.update(place="Balai desa; ruang 1, lantai 2 " + "panjang " * 12)
    answer = client.get(f"/pelatihan/kegiatan/{event.programme.slug}/kalender.ics")
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DTSTART:20261125T010000Z\r\n" in text
    assert "LOCATION:Balai desa\\; ruang 1\\, lantai 2" in text.replace("\r\n ", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@pytest.mark.parametrize(
    ("state", "after", "told"),
    [("draf", -1, True), ("draf", 2, False), ("ditutup", 2, True), ("disahkan", 2, True)],
)
def test_page_and_calendar_know_the_same_sessions(client, event, the_day_before, state, after, told):
    """A draft is a plan; one whose hour has passed did not take place."""
    Session.objects.update(state=state, place="Balai dusun Sungai Nilau")
    the_day_before.move_to(EIGHT + timedelta(hours=after))
    address = f"/pelatihan/kegiatan/{event.programme.slug}/"
    for path in (address, f"{address}kalender.ics"):
        assert ("Balai dusun Sungai Nilau" in client.get(path).content.decode()) == told


def test_numbers_go_on_and_come_back_with_their_people(event):
    invite(event, [ParticipantFactory(name="A"), ParticipantFactory(name="B")])
    place = event.registrations.get(participant__name="A")
    leave(place)
    invite(event, [place.participant])
    place.refresh_from_db()
    assert (place.number, place.removed_at) == (1, None)
