"""The brake on guessing: it stops the guesser, not the office, and not for good the one whose name is guessed."""

import logging
import runpy
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth import authenticate
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from home.identity import signin
from tests.factories.home import ContentPageFactory, UserFactory, VillageFactory

pytestmark = pytest.mark.django_db

OFFICE, OUTSIDE = "203.0.113.7", "198.51.100.23"
RIGHT, WRONG = "kata-sandi-uji", "salah-sekali"
PAUSE = timedelta(minutes=15)


@pytest.fixture(autouse=True)
def people():
    """Two who work in the same office, behind one address."""
    UserFactory(username="kades", is_superuser=True)
    UserFactory(username="operator", is_superuser=True)


def sign_in(client, name: str, password: str, address: str = OFFICE, **more):
    return client.post(
        reverse("wagtailadmin_login"), {"username": name, "password": password}, REMOTE_ADDR=address, **more
    )


def is_in(response) -> bool:
    return response.status_code == 302


def guess(client, times: int, name: str = "kades", address: str = OFFICE):
    for _ in range(times):
        response = sign_in(client, name, WRONG, address)
    return response


def test_twenty_wrong_passwords_from_one_office_s_address_keep_no_colleague_out(client):
    assert guess(client, 20).status_code == 429
    assert is_in(sign_in(client, "operator", RIGHT))


def test_twenty_wrong_passwords_for_twenty_names_keep_nobody_out(client):
    for number in range(20):
        assert sign_in(client, f"nama{number}", WRONG).status_code == 200
    assert is_in(sign_in(client, "operator", RIGHT))


def test_nobody_outside_keeps_the_head_of_the_village_out_of_the_office(client):
    for number in range(20):
        assert guess(client, 5, address=f"198.51.100.{number}").status_code == 429
    assert is_in(sign_in(client, "kades", RIGHT))


def test_the_guesser_has_a_pause_after_five_and_the_right_password_is_no_sign(client):
    assert guess(client, 4).status_code == 200
    assert guess(client, 1).status_code == 429
    assert sign_in(client, "kades", RIGHT).status_code == 429
    assert client.get("/admin/").status_code == 302


def test_four_wrong_ones_do_not_count_against_the_next_day(client):
    guess(client, 4)
    assert is_in(sign_in(client, "kades", RIGHT))
    assert guess(client, 4).status_code == 200


def test_whoever_goes_on_guessing_does_not_make_the_pause_longer(client):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        guess(client, 5)
        for _ in range(14):
            clock.shift(timedelta(minutes=1))
            assert guess(client, 1).status_code == 429
        clock.shift(timedelta(minutes=1, seconds=1))
        assert is_in(sign_in(client, "kades", RIGHT))


def test_another_browser_is_no_new_count(client):
    for number in range(5):
        response = sign_in(client, "kades", WRONG, headers={"user-agent": f"Peramban {number}"})
    assert response.status_code == 429


def test_a_neighbouring_address_of_the_same_line_is_no_new_count(client):
    for number in range(5):
        response = sign_in(client, "kades", WRONG, address=f"2001:db8:1:2::{number}")
    assert response.status_code == 429
    assert sign_in(client, "kades", WRONG, address="2001:db8:1:3::1").status_code == 200


def test_a_made_up_address_is_no_new_count(client):
    """Without a proxy of ours these are only the visitor's words."""
    for number in range(5):
        made_up = {"x-real-ip": f"192.0.2.{number}", "x-forwarded-for": f"192.0.2.{number}"}
        response = sign_in(client, "kades", WRONG, headers=made_up)
    assert response.status_code == 429


def test_the_page_says_how_long_and_whom_to_ask(client):
    VillageFactory(phone="+6274321234", whatsapp="+6281234567890")
    with time_machine.travel("2026-11-25T02:00:00+00:00", tick=False) as clock:
        guess(client, 5)
        clock.shift(timedelta(minutes=4))
        page = guess(client, 1)
    words = page.content.decode()
    assert (page.status_code, page["Retry-After"]) == (429, "661")
    assert "Tunggu 12 menit" in words
    assert "Rabu, 25 November 2026, pukul 09.15 WIB" in words
    assert "tel:+6274321234" in words
    assert "6281234567890" in words
    assert "administrator" in words
    assert "no-store" in page["Cache-Control"]


def test_the_page_stands_without_a_telephone_of_the_office(client):
    page = guess(client, 5)
    assert "Tanyakan ke kantor desa." in page.content.decode()
    assert "tel:" not in page.content.decode()


def test_the_sign_in_of_pages_for_signed_in_people_has_the_same_brake(client):
    ContentPageFactory(title="Profil")
    for _ in range(5):
        response = client.post(
            reverse("wagtailcore_login"), {"username": "kades", "password": WRONG}, REMOTE_ADDR=OFFICE
        )
    assert response.status_code == 429
    assert sign_in(client, "kades", RIGHT).status_code == 429


def test_django_s_own_sign_in_has_it_too():
    def try_with(password):
        request = RequestFactory().post("/", REMOTE_ADDR=OFFICE)
        return authenticate(request, username="kades", password=password)

    assert try_with(RIGHT).username == "kades"
    for _ in range(5):
        assert try_with(WRONG) is None
    assert try_with(RIGHT) is None


def test_what_is_stored_holds_no_password_no_name_and_no_device(client):
    """People type their password into the field for the name."""
    sign_in(
        client, "SandiRahasia2026", WRONG, headers={"user-agent": "Peramban Bu Siti", "accept": "text/siti"}
    )
    stored = AccessAttempt.objects.values().get()
    assert {name for name, value in stored.items() if value not in ("", None)} == {
        "id",
        "username",
        "ip_address",
        "path_info",
        "attempt_time",
        "failures_since_start",
    }
    for secret in ("SandiRahasia2026", WRONG, "Siti", "siti"):
        assert secret not in str(stored)
    assert stored["ip_address"] == OFFICE


def test_the_log_tells_of_a_pause_once_and_of_nobody_s_name_or_password(client, caplog):
    with caplog.at_level(logging.INFO):
        guess(client, 8, name="SandiRahasia2026")
    said = [record.getMessage() for record in caplog.records]
    assert [words for words in said if words.startswith("Sign-in paused")] == [
        f"Sign-in paused: 5 wrong passwords for one account from {OFFICE}"
    ]
    assert not [words for words in said if "SandiRahasia2026" in words or WRONG in words]


def test_no_list_of_who_worked_when_is_kept(client):
    assert is_in(sign_in(client, "operator", RIGHT))
    client.post(reverse("wagtailadmin_logout"))
    assert AccessLog.objects.count() == 0


def test_signing_in_forgets_what_was_counted(client):
    guess(client, 3)
    assert is_in(sign_in(client, "kades", RIGHT))
    assert AccessAttempt.objects.count() == 0


def test_old_counts_are_forgotten_by_the_daily_command(client):
    with time_machine.travel(timezone.now() - PAUSE - timedelta(seconds=1)):
        guess(client, 3)
    guess(client, 2, name="operator", address=OUTSIDE)
    AccessAttempt.objects.filter(ip_address=OUTSIDE).update(attempt_time=timezone.now())
    call_command("forget_expired")
    assert set(AccessAttempt.objects.values_list("ip_address", flat=True)) == {OUTSIDE}


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        (OFFICE, OFFICE),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("", None),
        ("bukan alamat", None),
    ],
)
def test_the_address_that_counts(told, seen):
    assert signin.client_address(RequestFactory().get("/", REMOTE_ADDR=told)) == seen


@pytest.mark.parametrize("name", ["", "a" * 50_000, "🙂", "kades\n", "' OR 1=1 --"])
def test_no_name_that_is_typed_breaks_the_count(client, name):
    assert guess(client, 6, name=name).status_code in (200, 429)


@pytest.fixture
def no_room():
    """As many people are signing in as there is room for; answers how to let one of them end."""
    for _ in range(signin.ROOM):
        assert signin._room.acquire(blocking=False)
    left = [signin._room.release] * signin.ROOM
    yield lambda: left.pop()()
    while left:
        left.pop()()


@pytest.mark.parametrize("address", ["wagtailadmin_login", "wagtailcore_login"])
@pytest.mark.parametrize("password", [RIGHT, WRONG])
def test_who_finds_no_room_is_told_so_and_nothing_is_counted(client, no_room, address, password):
    form = {"username": "operator", "password": password}
    page = client.post(reverse(address), form, REMOTE_ADDR=OFFICE)
    words = page.content.decode()
    assert (page.status_code, page["Retry-After"]) == (503, str(signin.RETRY_SECONDS))
    assert signin.FULL in words
    assert 'value="operator"' in words
    assert password not in words
    assert AccessAttempt.objects.count() == 0
    no_room()
    assert is_in(sign_in(client, "operator", RIGHT))


def test_one_password_is_checked_at_a_time_and_few_wait_for_it(monkeypatch):
    running, most, refused = [], [], []

    def slow(self, request, **credentials):
        running.append(1)
        most.append(len(running))
        time.sleep(0.2)
        running.pop()

    def try_once():
        try:
            signin.PasswordBackend().authenticate(None, username="kades", password=WRONG)
        except ValidationError:
            refused.append(1)

    monkeypatch.setattr(ModelBackend, "authenticate", slow)
    people = [threading.Thread(target=try_once) for _ in range(signin.ROOM + 3)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert (most, len(refused)) == ([1] * signin.ROOM, 3)


def test_a_fault_leaves_no_room_taken(monkeypatch, client):
    def broken(self, request, **credentials):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(ModelBackend, "authenticate", broken)
        for _ in range(signin.ROOM + 1):
            with pytest.raises(RuntimeError):
                signin.PasswordBackend().authenticate(None, username="kades", password=WRONG)
    assert is_in(sign_in(client, "kades", RIGHT))


def test_half_of_the_threads_stay_with_the_readers():
    threads = runpy.run_path(str(Path(__file__).parents[3] / "gunicorn.conf.py"))["threads"]
    assert threads // 2 == signin.ROOM
