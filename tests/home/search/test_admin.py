"""The office keeps its synonyms in the Wagtail admin, under words it understands."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from home.models import Synonym
from tests.factories.home import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client):
    user = UserFactory()
    user.user_permissions.add(
        Permission.objects.get(codename="access_admin"),
        *Permission.objects.filter(content_type__app_label="home", content_type__model="synonym"),
    )
    client.force_login(user)
    return client


def test_a_clerk_adds_changes_and_deletes_a_group(clerk):
    clerk.post(reverse("kata-pencarian:add"), {"words": "SKTM; surat miskin"})
    group = Synonym.objects.get()
    assert group.words == "SKTM, surat miskin"
    clerk.post(reverse("kata-pencarian:edit", args=[group.pk]), {"words": "SKTM, surat miskin, gakin"})
    group.refresh_from_db()
    assert group.words == "SKTM, surat miskin, gakin"
    assert "SKTM, surat miskin, gakin" in clerk.get(reverse("kata-pencarian:index")).content.decode()
    clerk.post(reverse("kata-pencarian:delete", args=[group.pk]))
    assert not Synonym.objects.exists()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("SKTM", "sedikitnya dua kata"),
        ("", "harus diisi"),
        ("A, B", "Kelompok kata ini sudah ada"),
        ("kata, " + "x" * 600, "500"),
    ],
)
def test_a_refusal_stands_by_the_field_and_nothing_typed_is_lost(clerk, typed, reason):
    Synonym.objects.create(words="A, B")
    response = clerk.post(reverse("kata-pencarian:add"), {"words": typed})
    assert response.status_code == 200
    content = response.content.decode()
    assert reason in content
    assert typed in content
    assert Synonym.objects.count() == 1


def test_the_admin_menu_names_it(clerk):
    content = clerk.get(reverse("wagtailadmin_home")).content.decode()
    assert "Kata pencarian" in content


def test_without_the_right_there_is_no_way_in(client):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("kata-pencarian:index")).status_code == 302
    client.post(reverse("kata-pencarian:add"), {"words": "A, B"})
    assert not Synonym.objects.exists()
