"""The list of guides by their check: overdue ones lead, and one click confirms without leaving it."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission

from layanan.models import ServiceGuidePage, ServiceIndexPage
from tests.factories.home import UserFactory
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db

REVIEWS = "/admin/pemeriksaan-panduan/"


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(datetime(2026, 11, 26, 5, 0, tzinfo=UTC), tick=False):
        yield


@pytest.fixture(autouse=True)
def operator(client):
    user = UserFactory(roles=["Operator"], position="Kasi Pelayanan")
    client.force_login(user)
    return user


def published(title: str, checked: date | None, **words) -> ServiceGuidePage:
    page = GuideFactory(title=title, last_verified_on=checked, **words)
    page.save_revision().publish()
    return page


def listed(client) -> list[tuple[str, str]]:
    """Title and what is said of its check, in the order of the list."""
    html = client.get(REVIEWS).content.decode()
    found = re.findall(r"<b><a [^>]+>([^<]+)</a></b><small>(.*?)</small>", html)
    return [(title, re.sub(r"<[^>]+>", "", words)) for title, words in found]


def test_the_longest_unchecked_guide_leads_and_what_is_overdue_says_so(client):
    published("Baru", date(2026, 11, 1), last_verified_by="Sekretaris Desa")
    published("Genap setahun", date(2025, 11, 26))
    published("Lewat sehari", date(2025, 11, 25))
    published("Lama", date(2024, 1, 2))
    with time_machine.travel(datetime(2025, 1, 1, 5, tzinfo=UTC)):
        published("Tak pernah", None)
    GuideFactory(title="Entah kapan", last_verified_on=None, first_published_at=None)
    GuideFactory(title="Draf", live=False, last_verified_on=date(2020, 1, 1))
    assert listed(client) == [
        ("Entah kapan", "Lewat waktu. Belum pernah diperiksa"),
        ("Lama", "Lewat waktu. Terakhir diperiksa 2 Januari 2024"),
        ("Tak pernah", "Lewat waktu. Terbit 1 Januari 2025, belum pernah diperiksa"),
        ("Lewat sehari", "Lewat waktu. Terakhir diperiksa 25 November 2025"),
        ("Genap setahun", "Terakhir diperiksa 26 November 2025"),
        ("Baru", "Terakhir diperiksa 1 November 2026 oleh Sekretaris Desa"),
    ]
    assert "4 dari 6 panduan lewat waktu" in client.get(REVIEWS).content.decode()


def test_one_click_confirms_and_comes_back_to_the_list_where_the_guide_is_now_last(client):
    old = published("Lama", date(2024, 1, 2))
    published("Baru", date(2026, 11, 1))
    form = re.search(r'<form method="post" action="([^"]+)">', client.get(REVIEWS).content.decode())
    assert form[1] == reverse("confirm_page", args=[old.pk])
    response = client.post(form[1], {"next": REVIEWS})
    assert (response.status_code, response.url) == (302, REVIEWS)
    assert listed(client)[-1] == ("Lama", "Terakhir diperiksa 26 November 2026 oleh Kasi Pelayanan")


@pytest.mark.parametrize("elsewhere", ["https://contoh.example/", "//contoh.example/", "javascript:alert(1)"])
def test_the_way_back_leads_to_no_other_host(client, elsewhere):
    page = published("Lama", date(2024, 1, 2))
    response = client.post(reverse("confirm_page", args=[page.pk]), {"next": elsewhere})
    assert response.url == "/admin/#balai-tasks-title"


def test_a_guide_that_is_being_changed_leads_to_its_form_instead(client, operator):
    page = published("Lama", date(2024, 1, 2))
    page.save_revision(user=operator)
    html = client.get(REVIEWS).content.decode()
    assert reverse("confirm_page", args=[page.pk]) not in html
    assert "Sedang diubah" in html


def test_it_lists_only_what_the_person_may_edit(client):
    published("Rahasia kantor", date(2024, 1, 2))
    group = Group.objects.create(name="Tanpa halaman")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = UserFactory()
    user.groups.add(group)
    client.force_login(user)
    assert listed(client) == []
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(
        group=group, page=ServiceIndexPage.objects.get(), permission=permission
    )
    assert [title for title, _ in listed(client)] == ["Rahasia kantor"]


def test_it_costs_the_same_for_few_guides_and_for_many(client):
    def cost() -> int:
        client.get(REVIEWS)
        with CaptureQueriesContext(connection) as queries:
            client.get(REVIEWS)
        return len(queries)

    published("Lama", date(2024, 1, 2))
    few = cost()
    for number in range(30):
        GuideFactory(title=f"Panduan {number}", last_verified_on=date(2024, 1, 2))
    assert cost() == few


def test_the_list_of_services_leads_there(client):
    explorer = reverse("wagtailadmin_explore", args=[ServiceIndexPage.objects.get().pk])
    assert f'href="{REVIEWS}"' in client.get(explorer).content.decode()
