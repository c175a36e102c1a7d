"""People note themselves: only in the session that is open, with a ticket that was taken before signing in."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from home.casework import throttle
from home.casework.codes import with_check
from home.casework.models import ThrottleCount
from pelatihan.events.attendance import checkin
from pelatihan.events.attendance.cards import code_of
from pelatihan.events.attendance.checkin import code_at
from pelatihan.events.attendance.queries import standings
from pelatihan.models import AttendanceNote
from tests.factories.home import UserFactory
from tests.factories.pelatihan import ParticipantFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

EIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)
HERE = "/pelatihan/hadir/"


@pytest.fixture
def session():
    return SessionFactory()


@pytest.fixture
def siti(session):
    return RegistrationFactory(event=session.event, participant__name="Siti").participant


@pytest.fixture
def clock():
    with time_machine.travel(EIGHT, tick=False) as traveller:
        yield traveller


def scan(client, session, seconds=0):
    """Opens the address of the code as it was so many seconds ago."""
    code = code_at(session, datetime.now(UTC) - timedelta(seconds=seconds))
    return client.get(HERE, {"kode": code}, follow=True)


def status_of(session, person):
    return standings([session])[session.pk][person.pk]


def test_by_the_code_of_the_hall_and_ones_own_card(session, siti, client, clock):
    assert "Kode kartu peserta" in scan(client, session).content.decode()
    answer = client.post(HERE, {"kartu": code_of(siti).lower()})
    assert "Siti, Anda tercatat" in answer.content.decode()
    note = AttendanceNote.objects.get()
    assert (note.status, note.method, note.recorded_by_name) == ("hadir", "mandiri", "Peserta sendiri")


def test_twice_is_once(session, siti, client, clock):
    scan(client, session)
    for _ in range(3):
        client.post(HERE, {"kartu": code_of(siti)})
    assert AttendanceNote.objects.count() == 1


def test_with_an_account_in_one_tap(session, client, clock):
    user = UserFactory(roles=["Peserta"])
    person = RegistrationFactory(event=session.event, participant=ParticipantFactory(user=user)).participant
    client.force_login(user)
    assert f"Saya hadir: {person.name}" in scan(client, session).content.decode()
    client.post(HERE, {"saya": "1"})
    assert status_of(session, person) == "hadir"


def test_the_ticket_outlives_the_code_and_a_slow_sign_in(session, siti, client, clock):
    scan(client, session)
    clock.shift(timedelta(minutes=9))
    client.post(HERE, {"kartu": code_of(siti)})
    assert status_of(session, siti) == "hadir"


def test_the_ticket_ends(session, siti, client, clock):
    scan(client, session)
    clock.shift(timedelta(minutes=11))
    client.post(HERE, {"kartu": code_of(siti)})
    assert status_of(session, siti) == ""


@pytest.mark.parametrize(
    ("seconds", "good"), [(0, True), (30, True), (-30, True), (90, False), (3600, False)]
)
def test_the_code_is_good_for_its_half_minute_and_its_neighbours(session, client, clock, seconds, good):
    words = scan(client, session, seconds).content.decode()
    assert ("Kode kartu peserta" in words) == good
    assert ("Kode ini sudah berganti" in words) != good


def test_a_code_of_one_session_opens_no_other(session, siti, client, clock):
    """Whoever is there today is not there next week (reports against another system: future sessions)."""
    other = SessionFactory(event=session.event, starts_at=EIGHT + timedelta(days=7), state="terbuka")
    scan(client, session)
    client.post(HERE, {"kartu": code_of(siti)})
    assert (status_of(session, siti), status_of(other, siti)) == ("hadir", "")


def test_a_ticket_is_worth_nothing_once_the_session_is_closed(session, siti, client, clock):
    scan(client, session)
    session.state = "ditutup"
    session.save()
    answer = client.post(HERE, {"kartu": code_of(siti)})
    assert "sudah ditutup" in answer.content.decode()
    assert status_of(session, siti) == ""


def test_too_early_is_told_with_the_hour(session, siti, client, clock):
    clock.shift(timedelta(minutes=-43))
    assert "dibuka pukul 07.30" in scan(client, session).content.decode()
    clock.shift(timedelta(minutes=14))
    scan(client, session)
    client.post(HERE, {"kartu": code_of(siti)})
    assert status_of(session, siti) == "hadir"


def test_a_draft_is_told(client, clock):
    assert "belum dibuka" in scan(client, SessionFactory(state="draf")).content.decode()


@pytest.mark.parametrize("typed", ["", "?", "AAAAAA", "x" * 41, "ABC", "\x00"])
def test_a_code_that_is_wrong_is_told_beside_its_field(client, clock, typed):
    answer = client.post(HERE, {"kode": typed})
    assert answer.status_code == 200
    assert "Ada yang perlu diperbaiki" in answer.content.decode()


def test_a_card_of_another_event_is_told(session, client, clock):
    stranger = RegistrationFactory().participant
    scan(client, session)
    answer = client.post(HERE, {"kartu": code_of(stranger)})
    assert "bukan kartu peserta kegiatan ini" in answer.content.decode()


def test_a_tampered_ticket_is_none(session, siti, client, clock):
    client.cookies["hadir"] = f"{session.pk}:AAAA:BBBB"
    client.post(HERE, {"kartu": code_of(siti)})
    assert status_of(session, siti) == ""


@pytest.mark.parametrize("https", [True, False])
def test_the_ticket_is_kept_like_the_sites_other_cookies(session, client, clock, settings, https):
    settings.SESSION_COOKIE_SECURE = https
    scan(client, session)
    kept = client.cookies["hadir"]
    assert (bool(kept["secure"]), kept["httponly"], kept["samesite"]) == (https, True, "Lax")


def test_nobody_is_kept_out_by_the_address_of_the_hall(session, client, clock):
    """All share one line; a second person from it is noted like the first (rule 17: no address is compared)."""
    for number in range(24):
        person = RegistrationFactory(event=session.event, number=800 + number).participant
        scan(client, session)
        client.post(HERE, {"kartu": code_of(person)})
    assert list(standings([session])[session.pk].values()) == ["hadir"] * 24


def wrong(code: str) -> str:
    """Another code, with its own check letter."""
    return with_check(("0" if code[0] != "0" else "1") + code[1:-1])


def test_right_codes_of_a_hall_are_never_too_many_and_wrong_ones_are(
    session, siti, client, clock, monkeypatch
):
    monkeypatch.setattr(checkin, "SESSION_LIMIT", 4)
    card, hall = code_of(siti), code_at(session, datetime.now(UTC))
    for _ in range(6):
        assert "Kode kartu peserta" in scan(client, session).content.decode()
        assert "tercatat" in client.post(HERE, {"kartu": card}).content.decode()
        assert "salah ketik" in client.post(HERE, {"kartu": "ABC"}).content.decode()
        assert "salah ketik" in client.post(HERE, {"kode": "ABC"}).content.decode()
    for field, right, wrong_words in (
        ("kartu", card, "bukan kartu peserta"),
        ("kode", hall, "sudah berganti"),
    ):
        for number in range(4):  # from many addresses
            answer = client.post(HERE, {field: wrong(right)}, REMOTE_ADDR=f"198.51.100.{number}")
            assert wrong_words in answer.content.decode()
        assert "Terlalu banyak kode" in client.post(HERE, {field: right}).content.decode()
    clock.shift(timedelta(minutes=10))
    assert "Kode kartu peserta" in scan(client, session).content.decode()


@pytest.mark.parametrize("field", ["kartu", "kode"])
def test_whoever_guesses_from_one_address_waits_and_others_go_on(session, siti, client, clock, field):
    """Wrong codes of his own address keep out nobody else in the hall."""
    scan(client, session)
    right = {"kartu": code_of(siti), "kode": code_at(session, datetime.now(UTC))}[field]
    client.post(HERE, {field: wrong(right)}, REMOTE_ADDR="198.51.100.1")
    ThrottleCount.objects.filter(count=1).update(count=throttle.HALL_LIMIT)
    assert (
        "Terlalu banyak kode"
        in client.post(HERE, {field: right}, REMOTE_ADDR="198.51.100.1").content.decode()
    )
    assert "Terlalu banyak kode" not in client.post(HERE, {field: right}).content.decode()


def test_the_screen_of_the_hall_shows_the_code_of_now(session, client, clock):
    client.force_login(UserFactory(is_superuser=True))
    words = client.get(f"/pelatihan/fasilitator/sesi/{session.pk}/kode/").content.decode()
    code = code_at(session, datetime.now(UTC))
    assert f"{code[:4]}-{code[4:]}" in words
