"""What was put on the schedule comes and goes at its time, each page for itself."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from home.models import ContentPage, ContentVersion
from layanan.models import RegulationPage
from tests.factories.home import ContentPageFactory, NewsPageFactory, UserFactory
from tests.factories.layanan import RegulationFactory

pytestmark = pytest.mark.django_db

PAST = timedelta(minutes=-5)
SOON = timedelta(hours=1)


def scheduled(page, go_live: timedelta):
    """The page with an approved revision for that time from now, as Wagtail stores it."""
    page.go_live_at = timezone.now() + SOON
    page.save_revision().publish()
    revision = page.get_latest_revision()
    moment = timezone.now() + go_live
    revision.content = revision.content | {"go_live_at": moment.isoformat()}
    revision.approved_go_live_at = moment
    revision.save()
    return page


def expiring(page, expire: timedelta):
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() + expire)
    return page


def live(page) -> bool:
    return type(page).objects.get(pk=page.pk).live


def test_what_is_due_is_published_and_what_is_not_waits():
    due = scheduled(ContentPageFactory(title="Sekarang", live=False), PAST)
    later = scheduled(ContentPageFactory(title="Nanti", live=False), SOON)
    call_command("publish_scheduled")
    assert (live(due), live(later)) == (True, False)
    assert PageLogEntry.objects.filter(page=due.pk, action="wagtail.publish.scheduled").count() == 1


def test_what_has_expired_goes_and_what_has_not_stays():
    over = expiring(ContentPageFactory(title="Lewat"), PAST)
    still = expiring(ContentPageFactory(title="Masih"), SOON)
    call_command("publish_scheduled")
    assert (live(over), live(still)) == (False, True)
    assert ContentPage.objects.get(pk=over.pk).expired is True


def test_the_public_sees_it_at_the_next_request(client):
    scheduled(NewsPageFactory(title="Pasar murah", live=False), PAST)
    assert "Pasar murah" not in client.get("/").content.decode()
    before = ContentVersion.current()
    call_command("publish_scheduled")
    assert ContentVersion.current() > before
    assert "Pasar murah" in client.get("/").content.decode()


def test_repeating_it_changes_nothing():
    scheduled(ContentPageFactory(title="Sekarang", live=False), PAST)
    call_command("publish_scheduled")
    entries = PageLogEntry.objects.count()
    call_command("publish_scheduled")
    assert PageLogEntry.objects.count() == entries


def test_a_dry_run_changes_nothing(capsys):
    due = scheduled(ContentPageFactory(title="Sekarang", live=False), PAST)
    over = expiring(ContentPageFactory(title="Lewat"), PAST)
    call_command("publish_scheduled", "--dryrun")
    assert (live(due), live(over)) == (False, True)
    assert "sekarang" in capsys.readouterr().out


def test_an_expired_regulation_gives_its_number_free_for_the_one_that_follows_it():
    """The old text ends and the new one begins in the same run."""
    old = RegulationFactory(number="3", year=2024)
    new = RegulationFactory(number="9", year=2024, live=False)
    scheduled(new, PAST)
    revision = new.get_latest_revision()
    revision.content = revision.content | {"number": "3"}
    revision.save()
    expiring(old, PAST)
    call_command("publish_scheduled")
    assert {page.pk: (page.live, page.official) for page in RegulationPage.objects.all()} == {
        old.pk: (False, False),
        new.pk: (True, True),
    }


def test_a_page_that_may_not_be_published_is_named_on_the_error_output_and_in_its_history(client, capsys):
    RegulationFactory(number="3", year=2024)
    new = scheduled(RegulationFactory(number="9", year=2024, live=False), PAST)
    revision = new.get_latest_revision()
    revision.content = revision.content | {"number": "3"}
    revision.save()
    call_command("publish_scheduled")
    assert live(new) is False
    assert "tidak jadi terbit. Nomor 3 tahun 2024 sudah dipakai oleh" in capsys.readouterr().err
    client.force_login(UserFactory(roles=["Penerbit"]))
    history = client.get(reverse("wagtailadmin_pages:history", args=[new.pk])).content.decode()
    assert "Tidak jadi terbit sesuai jadwal. Nomor 3 tahun 2024 sudah dipakai oleh" in history
