"""The first sign-ins are random, are told once, work, and never disturb a site that is in use."""

import io
import re

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.management import call_command
from django.test import RequestFactory
from django.urls import reverse

from home.management.commands.create_first_signins import ALPHABET, random_password
from home.models import User
from tests.factories.home import UserFactory

pytestmark = pytest.mark.django_db

LINE = re.compile(r"^ {4}(\w+) +(\S+)$", re.MULTILINE)


def run() -> str:
    out = io.StringIO()
    call_command("create_first_signins", stdout=out)
    return out.getvalue()


def passwords(text: str) -> dict[str, str]:
    return dict(LINE.findall(text))


def people() -> dict[str, tuple]:
    return {
        user.username: (user.is_superuser, user.position, [group.name for group in user.groups.all()])
        for user in User.objects.all()
    }


def test_three_people_are_made_with_their_roles():
    run()
    assert people() == {
        "administrator": (True, "Administrator", []),
        "operator": (False, "Operator", ["Operator"]),
        "penerbit": (False, "Penerbit", ["Penerbit"]),
    }


def test_each_password_is_told_and_opens_the_admin(client):
    told = passwords(run())
    assert set(told) == {"administrator", "operator", "penerbit"}
    for username, password in told.items():
        client.logout()
        response = client.post(
            reverse("wagtailadmin_login"), {"username": username, "password": password}, follow=True
        )
        assert response.status_code == 200
        assert response.context["user"].username == username
        assert response.request["PATH_INFO"] == "/admin/"


def test_the_address_told_is_the_canonical_one():
    assert "https://desa.example/admin/login/" in run()


def test_they_are_told_once_and_kept_only_as_a_hash():
    told = passwords(run())
    stored = " ".join(User.objects.values_list("password", flat=True))
    assert [password for password in told.values() if password in stored] == []
    again = run()
    assert again.strip() == "Accounts exist already; nothing was changed."
    request = RequestFactory().post("/")
    assert all(authenticate(request, username=name, password=password) for name, password in told.items())


def test_a_site_with_anyone_on_it_is_left_alone():
    user = UserFactory(username="kades")
    before = user.password
    assert passwords(run()) == {}
    assert people() == {"kades": (False, "", [])}
    user.refresh_from_db()
    assert user.password == before


def test_passwords_differ_from_person_to_person_and_from_run_to_run():
    first = passwords(run())
    User.objects.all().delete()
    second = passwords(run())
    assert len({*first.values(), *second.values()}) == 6


def test_a_password_is_long_enough_readable_and_passes_the_site_s_own_rules():
    for _ in range(50):
        password = random_password()
        assert re.fullmatch(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", password)
        validate_password(password)
    assert len(set(ALPHABET)) == len(ALPHABET) == 31
    assert set("il1o0") & set(ALPHABET) == set()


def test_a_fault_half_way_makes_nobody(monkeypatch):
    Group.objects.get(name="Penerbit").delete()
    with pytest.raises(Group.DoesNotExist):
        run()
    assert User.objects.count() == 0
