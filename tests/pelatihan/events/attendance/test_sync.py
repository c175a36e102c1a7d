"""What a device sends is taken note by note: replayed, reordered, tampered with or broken, the answer is in words and
never an error."""

import json
import uuid
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from home.casework.models import AccessRecord
from pelatihan.events.attendance import runs
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.sync import MOST
from pelatihan.models import AttendanceNote, Participant, Registration
from tests.factories.home import UserFactory
from tests.factories.pelatihan import ParticipantFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

EIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)
SYNC = "/pelatihan/fasilitator/presensi/sinkron/"


@pytest.fixture(autouse=True)
def twenty_past_eight():
    with time_machine.travel(EIGHT + timedelta(minutes=20), tick=False):
        yield


@pytest.fixture
def ani():
    return UserFactory(roles=["Fasilitator"], first_name="Ani")


@pytest.fixture
def session(ani):
    return SessionFactory(facilitators=[ani])


@pytest.fixture
def siti(session):
    return RegistrationFactory(event=session.event, participant__name="Siti").participant


@pytest.fixture
def send(ani, client):
    client.force_login(ani)

    def post(*notes, now=None, user=None, raw=None, status=200):
        now = now or datetime.now(UTC)
        body = {"device": "hp", "user": user or ani.pk, "now": now.isoformat(), "notes": list(notes)}
        answer = client.post(
            SYNC, raw if raw is not None else json.dumps(body), content_type="application/json"
        )
        assert answer.status_code == status
        return answer.json().get("answers")

    return post


def note(session, person, status="hadir", minute=5, **values):
    return {
        "id": str(uuid.uuid4()),
        "kind": "mark",
        "session": session.pk,
        "person": person.pk,
        "status": status,
        "at": (EIGHT + timedelta(minutes=minute)).isoformat(),
        "offline": True,
        **values,
    }


def results(answers):
    return [one["result"] for one in answers]


def statuses(session):
    return {
        Participant.objects.get(pk=pk).name: status for pk, status in standings([session])[session.pk].items()
    }


def test_notes_are_taken_and_each_is_answered(session, siti, send):
    one = note(session, siti)
    (answer,) = send(one)
    assert (answer["id"], answer["result"], answer["status"]) == (one["id"], "diterapkan", "hadir")
    assert answer["heads"] == [one["id"]]


def test_what_is_sent_again_is_known(session, siti, send):
    one = note(session, siti)
    assert results(send(one, one)) == ["diterapkan", "sudah_ada"]
    assert results(send(one)) == ["sudah_ada"]
    assert AttendanceNote.objects.count() == 1


def test_a_correction_before_its_mark_counts(session, siti, send):
    first = note(session, siti)
    correction = note(session, siti, "izin", 6, replaces=[first["id"]])
    send(correction, first)
    assert statuses(session) == {"Siti": "izin"}


def test_a_clock_that_is_a_day_off_is_put_right_and_shown(session, siti, send):
    one = note(session, siti, minute=5 - 24 * 60)
    send(one, now=datetime.now(UTC) - timedelta(days=1))
    kept = AttendanceNote.objects.get()
    assert (kept.happened_at, kept.status) == (EIGHT + timedelta(minutes=5), "hadir")
    assert (kept.odd, kept.clock_offset) == (True, 86400)


def test_a_session_that_is_not_his_is_refused_and_the_others_are_taken(session, siti, send):
    other = SessionFactory()
    stranger = RegistrationFactory(event=other.event).participant
    answers = send(note(other, stranger), note(session, siti), {**note(session, siti), "session": 10**30})
    assert results(answers) == ["ditolak", "diterapkan", "ditolak"]
    assert answers[0]["words"] == "Sesi ini bukan tugas Anda, jadi catatan ini tidak disimpan."
    assert AttendanceNote.objects.count() == 1


def test_somebody_of_another_event_is_refused(session, siti, send):
    assert results(send(note(session, ParticipantFactory()))) == ["ditolak"]


def test_the_notes_of_another_account_are_not_taken(session, siti, send):
    send(note(session, siti), user=UserFactory().pk, status=409)
    assert not AttendanceNote.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"status": "lulus"},
        {"status": ["hadir"]},
        {"status": {}},
        {"status": None},
        {"at": "kemarin"},
        {"at": None},
        {"at": "9999-99-99T00:00:00Z"},
        {"at": "2026-11-25T08:00:00"},
        {"at": "0001-01-01T00:00:00+00:00"},
        {"id": "1"},
        {"id": None},
        {"person": None},
        {"person": -1},
        {"person": 10**40},
        {"person": "bukan"},
        {"person": True},
        {"person": {"a": 1}},
        {"session": "1"},
        {"session": None},
        {"session": True},
        {"kind": "hapus"},
        {"kind": None},
        {"kind": []},
        {"replaces": "semua"},
        {"replaces": ["x"]},
        {"replaces": [str(uuid.uuid4())] * (MOST + 1)},
        {"method": "penutupan"},
        {"method": []},
        {"reason": 7},
        {"status": "", "replaces": []},
        {"kind": "walk_in"},
        {"kind": "walk_in", "new": {"key": "x", "name": "Ali"}},
        {"kind": "walk_in", "new": {"key": str(uuid.uuid4()), "name": "  "}},
        {"kind": "walk_in", "new": {"key": str(uuid.uuid4()), "name": "A" * 201}},
        {"kind": "walk_in", "new": {"key": str(uuid.uuid4()), "name": ["Ali"]}},
        {"kind": "represented", "by": "seseorang"},
        {"kind": "represented"},
    ],
)
def test_a_note_that_is_wrong_is_refused_in_words(session, siti, send, change):
    answers = send({**note(session, siti), **change}, note(session, siti))
    assert results(answers) == ["ditolak", "diterapkan"]
    assert answers[0]["words"]
    assert AttendanceNote.objects.count() == 1


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"{", b"null", b'{"notes": 1}', b'{"notes": []}', b"\xff", b"[" * 5000]
)
def test_what_is_no_parcel_is_refused(send, raw):
    send(raw=raw, status=422)


def test_more_than_a_batch_is_refused_whole(session, siti, send):
    send(*[note(session, siti) for _ in range(MOST + 1)], status=422)
    assert not AttendanceNote.objects.exists()


def walk_in(session, name, **values):
    new = {"key": str(uuid.uuid4()), "name": name, "at": "RT 3", "sex": "L", **values}
    return {**note(session, ParticipantFactory(), kind="walk_in", method="datang_langsung"), "new": new}


def test_a_walk_in_made_on_the_device_may_be_corrected_there(session, send):
    made = walk_in(session, "H. Ma'ruf, S.Ag.")
    fixed = {
        **note(session, ParticipantFactory(), "sakit", 8, replaces=[made["id"]]),
        "person": made["new"]["key"],
    }
    assert results(send(made, made, fixed)) == ["diterapkan", "sudah_ada", "diterapkan"]
    person = Participant.objects.get(name="H. Ma'ruf, S.Ag.")
    assert (person.rt, person.sex) == (3, "L")
    assert statuses(session) == {"H. Ma'ruf, S.Ag.": "sakit"}


def test_the_key_of_somebody_in_another_event_stops_nobody_else(session, siti, send, ani):
    made = walk_in(session, "Ali")
    send(made)
    other = SessionFactory(facilitators=[ani])
    twice = {**walk_in(other, "Ali"), "new": made["new"]}
    assert results(send(twice, note(session, siti))) == ["ditolak", "diterapkan"]


def test_what_was_typed_beside_a_name_is_kept_where_it_is_no_rt(session, send):
    send(walk_in(session, "Ali", at="dusun seberang"))
    person = Participant.objects.get(name="Ali")
    assert (person.rt, person.note) == (None, "dusun seberang")


def test_a_nik_in_a_name_is_not_kept(session, send):
    send(walk_in(session, "Ali 1504021203800001"))
    assert not Participant.objects.filter(name__contains="1504021203800001").exists()


def test_a_formula_is_a_name(session, send):
    send(walk_in(session, "=HYPERLINK(1)"))
    assert statuses(session) == {"=HYPERLINK(1)": "hadir"}


def test_somebody_who_comes_for_another(session, siti, send):
    new = {"key": str(uuid.uuid4()), "name": "Rudi", "at": ""}
    one = {**note(session, siti, kind="represented"), "status": "diwakili", "new": new}
    assert results(send(one, one)) == ["diterapkan", "sudah_ada"]
    assert statuses(session) == {"Siti": "diwakili", "Rudi": "hadir"}
    budi = RegistrationFactory(event=session.event, participant__name="Budi", number=901).participant
    wati = RegistrationFactory(event=session.event, participant__name="Wati", number=902).participant
    assert results(send({**note(session, budi, kind="represented"), "by": wati.pk})) == ["diterapkan"]
    assert statuses(session) == {"Siti": "diwakili", "Rudi": "hadir", "Budi": "diwakili", "Wati": "hadir"}


def test_who_is_not_signed_in_keeps_his_notes(session, siti):
    answer = Client().post(
        SYNC, "{}", content_type="application/json", headers={"Accept": "application/json"}
    )
    assert answer.status_code == 401


def test_who_leads_nothing_is_refused(client):
    client.force_login(UserFactory(roles=["Operator"]))
    assert client.post(SYNC, "{}", content_type="application/json").status_code == 403


def test_a_forged_form_of_another_site_is_refused(session, siti, ani):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ani)
    assert strict.post(SYNC, "{}", content_type="application/json").status_code == 403


def test_the_list_that_a_device_takes_is_logged_once_an_hour(session, siti, ani, client):
    client.force_login(ani)
    for _ in range(3):
        client.get(f"/pelatihan/fasilitator/presensi/{session.pk}.json")
    logged = AccessRecord.objects.get()
    assert (logged.user, logged.kind, logged.record, logged.what) == (
        ani,
        "sesi",
        str(session.pk),
        "daftar nama di HP",
    )


def test_a_device_hears_which_lists_may_stay_on_it(session, ani, client):
    closed = SessionFactory(facilitators=[ani], state="ditutup")
    other = SessionFactory()
    client.force_login(ani)
    address = "/pelatihan/fasilitator/presensi/tersimpan/"
    asked = [session.pk, closed.pk, other.pk, "x", "", -1, 10**30, "²"]
    answer = client.get(address, {"sesi": asked})
    states = {str(session.pk): "terbuka", str(closed.pk): "ditutup"}
    assert answer.json() == {"user": ani.pk, "states": states}
    assert "no-store" in answer["Cache-Control"]
    assert client.get(address).json()["states"] == {}
    assert Client().get(address, headers={"Accept": "application/json"}).status_code == 401


def test_the_list_for_the_device_costs_the_same_for_five_hundred(
    session, ani, client, django_assert_max_num_queries
):
    client.force_login(ani)
    people = Participant.objects.bulk_create(Participant(name=f"Orang {n}", rt=1 + n % 7) for n in range(500))
    Registration.objects.bulk_create(
        Registration(event=session.event, participant=one, source="undangan", number=n, since=EIGHT)
        for n, one in enumerate(people, 1)
    )
    address = f"/pelatihan/fasilitator/presensi/{session.pk}.json"
    client.get(address)
    with django_assert_max_num_queries(15):
        data = client.get(address).json()
    assert len(data["people"]) == 500
    with django_assert_max_num_queries(15):
        client.get(f"/pelatihan/fasilitator/sesi/{session.pk}/")


def test_a_note_that_breaks_something_does_not_stop_the_others(send, session, siti, monkeypatch, caplog):
    def broken(session, mark, by, take=runs.take):
        if mark.status == "sakit":
            raise OverflowError("Siti")
        return take(session, mark, by)

    monkeypatch.setattr(runs, "take", broken)
    answers = send(note(session, siti, "sakit"), note(session, siti, "izin"))
    assert [answer["result"] for answer in answers] == ["ditolak", "diterapkan"]
    assert "OverflowError" in caplog.text
    assert "Siti" not in caplog.text
