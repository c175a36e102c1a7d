"""The administrator gives people an account with their position in the village office."""

import pytest
from django.urls import reverse

from home.models import User
from tests.factories.home import UserFactory

pytestmark = pytest.mark.django_db


def test_an_account_keeps_the_position(client):
    client.force_login(UserFactory(is_superuser=True))
    data = {
        "username": "sekdes",
        "email": "sekdes@contoh.desa.id",
        "first_name": "Sekretaris",
        "last_name": "Desa",
        "position": "Sekretaris Desa",
        "password1": "balai-desa-2026",
        "password2": "balai-desa-2026",
    }
    page = client.get(reverse("wagtailusers_users:add"))
    assert 'name="position"' in page.content.decode()
    assert client.post(reverse("wagtailusers_users:add"), data).status_code == 302
    assert User.objects.get(username="sekdes").position == "Sekretaris Desa"


def test_a_position_can_be_corrected(client):
    client.force_login(UserFactory(is_superuser=True))
    person = UserFactory(position="Kaur Umum")
    response = client.get(reverse("wagtailusers_users:edit", args=[person.pk]))
    assert response.context["form"]["position"].value() == "Kaur Umum"
