"""“Masih benar”: one click dates the check of a page, and publishes nothing else."""

from datetime import date

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import PageLogEntry

from home.models import ContentPage
from home.pages.confirmation import CONFIRMED
from layanan.models import ServiceGuidePage
from tests.factories.home import ContentPageFactory, UserFactory
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-26T05:00:00Z", tick=False):
        yield date(2026, 11, 26)


@pytest.fixture
def operator(client):
    user = UserFactory(roles=["Operator"], position="Kasi Pelayanan")
    client.force_login(user)
    return user


@pytest.fixture
def guide():
    page = GuideFactory(title="KK", intro="Kartu keluarga.", last_verified_on=date(2024, 1, 2))
    page.save_revision().publish()
    return page


def press(client, page) -> list[str]:
    response = client.post(reverse("confirm_page", args=[page.pk]))
    assert (response.status_code, response.url) == (302, "/admin/#balai-tasks-title")
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def test_one_click_of_an_operator_dates_the_check_for_everyone_to_see(client, operator, guide, today):
    assert press(client, guide) == ["“KK” tercatat masih benar hari ini. Terima kasih."]
    guide.refresh_from_db()
    assert (guide.last_verified_on, guide.last_verified_by) == (today, "Kasi Pelayanan")
    assert (guide.live, guide.has_unpublished_changes) == (True, False)
    assert "Diperiksa 26 November 2026 oleh Kasi Pelayanan" in client.get(guide.url).content.decode()
    assert guide.get_latest_revision_as_object().last_verified_on == today


def test_it_is_in_the_history_under_its_own_name(client, operator, guide):
    press(client, guide)
    assert PageLogEntry.objects.filter(page=guide, action=CONFIRMED, user=operator).count() == 1
    history = client.get(reverse("wagtailadmin_pages:history", args=[guide.pk])).content.decode()
    assert "Isinya dipastikan masih benar" in history


def test_the_name_of_a_person_is_not_published(client, guide):
    client.force_login(UserFactory(roles=["Operator"], first_name="Siti", last_name="Aminah"))
    press(client, guide)
    assert ServiceGuidePage.objects.get().last_verified_by == "petugas desa"


def test_a_second_tap_changes_nothing_more(client, operator, guide):
    press(client, guide)
    revision = ServiceGuidePage.objects.get().latest_revision_id
    assert press(client, guide)[-1] == "“KK” tercatat masih benar hari ini. Terima kasih."
    assert ServiceGuidePage.objects.get().latest_revision_id == revision


def test_a_page_with_a_draft_is_not_confirmed_and_the_draft_stays_a_draft(client, operator, guide):
    guide.intro = "Belum disetujui."
    guide.save_revision(user=operator)
    (words,) = press(client, guide)
    assert words.startswith("“KK” sedang diubah.")
    stored = ServiceGuidePage.objects.get()
    assert (stored.intro, stored.last_verified_on) == ("Kartu keluarga.", date(2024, 1, 2))
    assert stored.get_latest_revision_as_object().intro == "Belum disetujui."


def test_a_page_that_waits_for_approval_is_not_confirmed(client, operator, guide):
    guide.get_workflow().start(guide, operator)
    (words,) = press(client, guide)
    assert words.startswith("“KK” sedang diubah.")
    assert ServiceGuidePage.objects.get().last_verified_on == date(2024, 1, 2)


def test_a_page_that_breaks_a_rule_leads_to_its_form(client, operator, guide):
    ServiceGuidePage.objects.update(last_verified_on=date(2024, 1, 2), duration_value=None, result="")
    ServiceGuidePage.objects.update(title="")
    (words,) = press(client, guide)
    assert "perlu dibetulkan dulu di formulirnya" in words
    assert ServiceGuidePage.objects.get().last_verified_on == date(2024, 1, 2)


def test_a_page_that_is_not_public_is_not_confirmed(client, operator):
    page = ContentPageFactory(title="Profil", live=False)
    (words,) = press(client, page)
    assert words.startswith("“Profil” sedang diubah.")
    assert ContentPage.objects.get().live is False


def test_the_button_stands_beside_what_is_old_unless_it_is_being_changed(client, operator, guide):
    address = reverse("confirm_page", args=[guide.pk])
    assert f'action="{address}"' in client.get("/admin/").content.decode()
    guide.save_revision(user=operator)
    html = client.get("/admin/").content.decode()
    assert f'action="{address}"' not in html
    assert "Pastikan masih benar: “KK”" in html


@pytest.mark.parametrize("role", ["Petugas Aspirasi", "Peserta"])
def test_others_confirm_nothing(client, guide, role):
    client.force_login(UserFactory(roles=[role]))
    client.post(reverse("confirm_page", args=[guide.pk]))
    assert ServiceGuidePage.objects.get().last_verified_on == date(2024, 1, 2)


def test_a_link_confirms_nothing(client, operator, guide):
    assert client.get(reverse("confirm_page", args=[guide.pk])).status_code == 405


def test_a_page_that_is_gone_is_not_found(client, operator):
    assert client.post(reverse("confirm_page", args=[999_999])).status_code == 404
