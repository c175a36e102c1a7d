"""A printed card opens one person's lessons, while the class is open, and nothing else."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from home.casework import throttle
from home.casework.models import ThrottleCount
from pelatihan.events import runs
from pelatihan.events.cards import address_of, code_of, membership_with
from pelatihan.events.rules import OPEN_FOR
from tests.factories.home import UserFactory
from tests.factories.pelatihan import ParticipantFactory, TrainingClassFactory

pytestmark = pytest.mark.django_db

SIGN_IN = "/pelatihan/masuk/"
MINE = "/pelatihan/saya/"


@pytest.fixture
def membership():
    one = TrainingClassFactory(members=[ParticipantFactory(name="Siti Contoh")], opened_at=timezone.now())
    return one.memberships.get()


def come(client, membership, code=None):
    return client.post(SIGN_IN, {"code": code or code_of(membership)}, follow=True)


def is_in(client) -> bool:
    return client.get(MINE).status_code == 200


def test_a_card_signs_in_and_makes_an_account_that_no_password_opens(client, membership):
    answer = come(client, membership)
    membership.participant.refresh_from_db()
    user = membership.participant.user
    assert "Selamat datang, Siti Contoh" in answer.content.decode()
    assert (user.has_usable_password(), [g.name for g in user.groups.all()]) == (False, ["Peserta"])


def test_used_twice_it_is_the_same_person(client, membership):
    come(client, membership)
    come(client, membership)
    assert get_user_model().objects.filter(username__startswith="peserta-").count() == 1
    assert is_in(client)


def test_only_wrong_codes_count_against_the_address_of_a_hall(client, membership):
    come(client, membership)
    assert ThrottleCount.objects.get().count == 0
    come(client, membership, "AAAA")
    ThrottleCount.objects.filter(count=1).update(count=throttle.HALL_LIMIT)
    assert "Terlalu banyak kode yang salah" in come(client, membership).content.decode()


def test_the_code_never_travels_in_an_address(membership):
    path, _, fragment = address_of(membership).partition("#")
    assert (path.endswith(SIGN_IN), fragment) == (True, code_of(membership))


def test_a_code_is_read_as_people_type_it(membership):
    code = code_of(membership)
    assert membership_with(f" {code.lower().replace('-', ' ')} ") == membership
    assert membership_with(code.replace("0", "O").replace("1", "l")) == membership
    assert membership_with(code[:-1]) is None


@pytest.mark.parametrize("code", ["", "X", "0000-0000-0000-0000", "é" * 16, "\x00"])
def test_what_is_no_code_signs_nobody_in(client, membership, code):
    answer = client.post(SIGN_IN, {"code": code})
    assert (answer.status_code, SESSION_KEY in client.session) == (200, False)


def test_a_closed_class_lets_nobody_in(client, membership):
    runs.close_class(membership.training_class)
    answer = come(client, membership)
    assert "sedang tidak dibuka" in answer.content.decode()
    assert not is_in(client)


def test_closing_the_class_ends_what_its_cards_began(client, membership):
    come(client, membership)
    assert is_in(client)
    runs.close_class(membership.training_class)
    assert not is_in(client)


def test_after_four_hours_the_card_has_ended(client, membership):
    come(client, membership)
    later = timezone.now() + OPEN_FOR + timedelta(minutes=1)
    with patch("django.utils.timezone.now", return_value=later):
        assert not is_in(client)


def test_a_lost_card_opens_nothing_from_the_moment_it_is_replaced(client, membership):
    lost = code_of(membership)
    come(client, membership)
    runs.replace_card(membership, seen=1)
    runs.replace_card(membership, seen=1)  # tapped twice
    membership.refresh_from_db()
    assert (is_in(client), membership.card_number) == (False, 2)
    assert "tidak berlaku" in come(client, membership, lost).content.decode()
    assert code_of(membership) != lost


def test_an_archived_class_lets_nobody_in(client, membership):
    runs.archive_class(membership.training_class)
    assert "tidak berlaku" in come(client, membership).content.decode()


@pytest.mark.parametrize(
    "more", [{"roles": ["Peserta", "Operator"]}, {"roles": ["Peserta"], "is_superuser": True}, {"roles": []}]
)
def test_a_card_never_opens_the_account_of_somebody_with_other_work(client, membership, more):
    user = UserFactory(**more)
    membership.participant.user = user
    membership.participant.save()
    answer = come(client, membership)
    assert "nama pengguna dan sandi" in answer.content.decode()
    assert not is_in(client)


def test_an_account_that_was_switched_off_stays_off(client, membership):
    membership.participant.user = UserFactory(roles=["Peserta"], is_active=False)
    membership.participant.save()
    assert "dinonaktifkan" in come(client, membership).content.decode()
    assert not is_in(client)


def test_a_session_by_password_is_nobodys_card(client):
    client.force_login(UserFactory(roles=["Peserta"]))
    assert is_in(client)


def test_who_has_come_to_work_here_opens_no_admin_with_his_card(client, membership):
    come(client, membership)
    membership.participant.refresh_from_db()
    membership.participant.user.groups.add(Group.objects.get(name="Penerbit"))
    assert client.get("/admin/").status_code == 302
    assert SESSION_KEY not in client.session
