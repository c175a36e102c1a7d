"""The editor's own saving never changes what was approved, submitted, scheduled or published."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.factories.home import ContentPageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client):
    user = UserFactory(roles=["Operator"])
    client.force_login(user)
    return user


@pytest.fixture
def hours():
    return ContentPageFactory(title="Jam layanan", intro="Semula.")


def autosave(client, page, revision, intro: str) -> dict:
    form = {
        "title": page.title,
        "intro": intro,
        "body": streamfield([]),
        "slug": page.slug,
        "search_description": "",
        "social_image": "",
        "last_verified_on": "",
        "last_verified_by": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"},
        "overwrite_revision_id": str(revision.pk),
    }
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, nested_form_data(form), headers={"accept": "application/json"}).json()


def published(page, user):
    revision = page.save_revision(user=user)
    revision.publish()
    return revision


def approved(page, user):
    revision = page.save_revision(user=user)
    publisher = UserFactory(roles=["Penerbit"])
    state = page.get_workflow().start(page, user)
    state.current_task_state.approve(user=publisher)
    return revision


def sent_back(page, user):
    revision = page.save_revision(user=user)
    state = page.get_workflow().start(page, user)
    state.current_task_state.reject(user=UserFactory(roles=["Penerbit"]), comment="Belum benar.")
    return revision


def withdrawn(page, user):
    revision = page.save_revision(user=user)
    page.get_workflow().start(page, user).cancel(user=user)
    return revision


def scheduled(page, user):
    page.go_live_at = timezone.now() + timedelta(days=1)
    revision = page.save_revision(user=user)
    revision.publish()
    return revision


@pytest.mark.parametrize("settle", [published, approved, sent_back, withdrawn])
def test_a_settled_revision_stays_and_the_typing_goes_into_a_new_one(client, operator, hours, settle):
    revision = settle(hours, operator)
    revision.refresh_from_db()
    before = (revision.content, revision.created_at)
    first = autosave(client, hours, revision, "Diketik.")
    assert first["success"]
    assert first["revision_id"] != revision.pk
    revision.refresh_from_db()
    assert (revision.content, revision.created_at) == before
    assert revision.content["intro"] == "Semula."
    made = Revision.objects.get(pk=first["revision_id"])
    assert made.content["intro"] == "Diketik."
    # The sitting goes on with the new one: one line of the history, however often it saves.
    second = autosave(client, hours, made, "Diketik lagi.")
    assert (second["success"], second["revision_id"]) == (True, made.pk)
    made.refresh_from_db()
    assert (made.content["intro"], hours.revisions.count()) == ("Diketik lagi.", 2)


def test_a_scheduled_revision_is_not_written_over_either(hours):
    user = UserFactory(roles=["Penerbit"])
    revision = scheduled(hours, user)
    revision.refresh_from_db()
    assert revision.approved_go_live_at
    hours.refresh_from_db()
    hours.intro = "Diketik."
    made = hours.save_revision(user=user, overwrite_revision=revision)
    revision.refresh_from_db()
    assert (made.pk != revision.pk, revision.content["intro"], bool(revision.approved_go_live_at)) == (
        True,
        "Semula.",
        True,
    )


def test_a_draft_of_one_s_own_is_written_over_as_before(client, operator, hours):
    published(hours, UserFactory())
    draft = hours.save_revision(user=operator)
    answer = autosave(client, hours, draft, "Diketik.")
    assert (answer["success"], answer["revision_id"], hours.revisions.count()) == (True, draft.pk, 2)


@pytest.mark.parametrize("whose", ["an older one", "of somebody else"])
def test_what_wagtail_refuses_stays_refused(client, operator, hours, whose):
    revision = published(hours, operator if whose == "an older one" else UserFactory())
    if whose == "an older one":
        hours.save_revision(user=operator)
    answer = autosave(client, hours, revision, "Diketik.")
    assert not answer["success"]
    revision.refresh_from_db()
    assert revision.content["intro"] == "Semula."
