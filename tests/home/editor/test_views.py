"""What the admin's script learns about the session."""

import pytest

from tests.factories.home import UserFactory

pytestmark = pytest.mark.django_db


def test_nobody_is_told_apart_from_somebody_by_words_and_not_by_a_redirect(client):
    response = client.get("/admin/sesi/")
    assert (response.status_code, response.json()) == (200, {"user": None})


def test_an_account_without_the_admin_counts_as_nobody(client):
    client.force_login(UserFactory())
    assert client.get("/admin/sesi/").json() == {"user": None}


def test_a_clerk_gets_a_name_and_a_token_that_a_form_may_carry(client):
    client.handler.enforce_csrf_checks = True
    clerk = UserFactory(roles=["Operator"], first_name="Siti", last_name="Aminah")
    client.force_login(clerk)
    response = client.get("/admin/sesi/")
    answer = response.json()
    assert (answer["user"], answer["name"]) == (clerk.pk, "Siti Aminah")
    assert "no-store" in response["Cache-Control"]
    token = answer["token"]
    assert client.post("/admin/logout/", {"csrfmiddlewaretoken": "x" * 64}).status_code == 403
    assert client.post("/admin/logout/", {"csrfmiddlewaretoken": token}).status_code == 302
