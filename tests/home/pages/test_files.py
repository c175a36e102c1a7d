"""A photo or document is as public as the pages that show it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.models import PageViewRestriction

from home.models import ContentPage, VillageDocument, VillageImage
from home.pages.files import APPROVED
from layanan.models import RegulationPage
from tests.factories.home import (
    ContentPageFactory,
    DocumentFactory,
    ImageFactory,
    OfficialFactory,
    UserFactory,
    VillageFactory,
    shown,
)
from tests.factories.layanan import GuideFactory, RegulationFactory

pytestmark = pytest.mark.django_db

LIST = "documents"


def sign_in(client, role: str):
    client.force_login(UserFactory(roles=[role]))
    return client


# Who may read.


def by_regulation(document):
    return RegulationFactory(document=document)


def by_guide(document):
    return GuideFactory(downloads=[("document", document)])


def by_list(document):
    return ContentPageFactory(body=[(LIST, {"title": "Berkas", "documents": [document]})])


def by_link(document):
    return ContentPageFactory(body=[("text", f'<p><a linktype="document" id="{document.pk}">Berkas</a></p>')])


WAYS = [by_regulation, by_guide, by_list, by_link]


def test_a_document_on_no_page_is_not_there_for_the_public(client):
    assert client.get(DocumentFactory().url).status_code == 404


@pytest.mark.parametrize("show", WAYS)
def test_a_document_is_there_while_its_page_is(client, show):
    document = DocumentFactory()
    page = show(document)
    assert client.get(document.url).status_code == 200
    page.unpublish()
    assert client.get(document.url).status_code == 404


@pytest.mark.parametrize("role", ["Operator", "Penerbit"])
def test_those_who_work_on_it_see_it_before(client, role):
    assert sign_in(client, role).get(DocumentFactory().url).status_code == 200


def test_an_account_without_a_role_sees_no_draft(client):
    client.force_login(UserFactory())
    assert client.get(DocumentFactory().url).status_code == 404


def test_the_document_of_a_page_for_signed_in_people_is_theirs(client):
    document = DocumentFactory()
    PageViewRestriction.objects.create(page=by_list(document), restriction_type="login")
    assert client.get(document.url).status_code == 404
    client.force_login(UserFactory())
    assert client.get(document.url).status_code == 200


def test_one_public_page_is_enough(client):
    document = DocumentFactory()
    PageViewRestriction.objects.create(page=by_list(document), restriction_type="login")
    by_list(document)
    assert client.get(document.url).status_code == 200


def test_the_hash_of_an_unpublished_document_is_no_oracle(client):
    document = DocumentFactory()
    answer = client.get(document.url, headers={"if-none-match": f'"{document.file_hash}"'})
    assert answer.status_code == 404


# Who may change.


@pytest.fixture
def photo():
    image = ImageFactory(title="Lama")
    ContentPageFactory(body=[("image", {"image": image, "alt": "Balai", "caption": ""})])
    return image


@pytest.fixture
def document():
    return shown(DocumentFactory(title="Lama"))


def change(client, thing):
    app = "wagtailimages" if isinstance(thing, VillageImage) else "wagtaildocs"
    data = {"title": "Baru", "collection": thing.collection_id, "description": "", "tags": ""}
    return client.post(reverse(f"{app}:edit", args=[thing.pk]), data)


def change_in_the_uploader(client, thing):
    kind, name = ("image", "wagtailimages") if isinstance(thing, VillageImage) else ("doc", "wagtaildocs")
    url = reverse(f"{name}:edit_multiple", args=[thing.pk])
    data = {f"{kind}-{thing.pk}-{field}": value for field, value in {"title": "Baru", "tags": ""}.items()}
    return client.post(url, data, headers={"X-Requested-With": "XMLHttpRequest"})


def delete(client, thing):
    app = "wagtailimages" if isinstance(thing, VillageImage) else "wagtaildocs"
    return client.post(reverse(f"{app}:delete", args=[thing.pk]))


def delete_in_the_uploader(client, thing):
    app = "wagtailimages" if isinstance(thing, VillageImage) else "wagtaildocs"
    url = reverse(f"{app}:delete_multiple", args=[thing.pk])
    return client.post(url, headers={"X-Requested-With": "XMLHttpRequest"})


def delete_many(client, thing):
    url = reverse("wagtail_bulk_action", args=["home", thing._meta.model_name, "delete"])
    return client.post(f"{url}?id={thing.pk}")


DOORS = [change, change_in_the_uploader, delete, delete_in_the_uploader, delete_many]


def stands_as_it_was(thing) -> bool:
    return type(thing).objects.filter(pk=thing.pk, title="Lama").exists()


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("kind", ["photo", "document"])
@pytest.mark.parametrize(("role", "stands"), [("Operator", True), ("Penerbit", False)])
def test_what_is_public_is_changed_by_those_who_publish(client, request, kind, door, role, stands):
    thing = request.getfixturevalue(kind)
    assert door(sign_in(client, role), thing).status_code < 500
    assert stands_as_it_was(thing) is stands


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("factory", [ImageFactory, DocumentFactory])
def test_an_operator_changes_what_no_page_shows(client, door, factory):
    thing = factory(title="Lama")
    door(sign_in(client, "Operator"), thing)
    assert not stands_as_it_was(thing)


def test_the_operator_is_told_what_to_do_instead(client, document):
    answer = change(sign_in(client, "Operator"), document)
    assert (answer.status_code, APPROVED in answer.content.decode()) == (200, True)


def test_an_operator_exchanges_no_file_of_a_draft_that_somebody_is_about_to_approve(client):
    """What the Penerbit has read is what appears."""
    document = DocumentFactory(title="Lama")
    page = RegulationFactory(document=document, live=False)
    page.save_revision()
    operator = UserFactory(roles=["Operator"])
    page.get_workflow().start(page, operator)
    client.force_login(operator)
    change(client, document)
    assert stands_as_it_was(document)


def submitted(page, operator, publisher):
    page.get_workflow().start(page, operator)


def withdrawn(page, operator, publisher):
    page.get_workflow().start(page, operator).cancel(user=operator)


def sent_back(page, operator, publisher):
    state = page.get_workflow().start(page, operator)
    state.current_task_state.task.specific.on_action(
        state.current_task_state, publisher, "reject", comment="Perbaiki nomornya."
    )


def scheduled(page, operator, publisher):
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(user=operator)
    state = page.get_workflow().start(page, operator)
    state.current_task_state.task.specific.on_action(state.current_task_state, publisher, "approve")
    page.refresh_from_db()
    assert (page.live, page.approved_schedule) == (False, True)


def taken_down(page, operator, publisher):
    page.get_latest_revision().publish()
    page.unpublish()


@pytest.mark.parametrize("reached", [submitted, withdrawn, sent_back, scheduled, taken_down])
@pytest.mark.parametrize("door", DOORS)
def test_a_file_that_somebody_was_asked_to_approve_stays_as_it_was_looked_at(client, door, reached):
    """Whatever becomes of the page afterwards: an approval names the file, not what is in it."""
    document, operator = DocumentFactory(title="Lama"), UserFactory(roles=["Operator"])
    page = RegulationFactory(document=document, live=False)
    page.save_revision(user=operator)
    reached(page, operator, UserFactory(roles=["Penerbit"]))
    client.force_login(operator)
    door(client, document)
    assert stands_as_it_was(document)


def test_a_file_that_a_penerbit_schedules_with_the_button_stays(client):
    photo = ImageFactory(title="Lama")
    page = ContentPageFactory(
        title="Balai", live=False, body=[("image", {"image": photo, "alt": "Balai", "caption": ""})]
    )
    revision = page.save_revision()
    publisher = UserFactory(roles=["Penerbit"])
    client.force_login(publisher)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(user=publisher)
    for publish in hooks.get_hooks("after_publish_page"):
        publish(None, page)
    assert revision.pk
    change(sign_in(client, "Operator"), photo)
    assert stands_as_it_was(photo)


def test_the_file_of_an_own_draft_may_still_be_exchanged(client):
    document = DocumentFactory(title="Lama")
    RegulationFactory(document=document, live=False).save_revision()
    change(sign_in(client, "Operator"), document)
    assert not stands_as_it_was(document)


@pytest.mark.parametrize("door", DOORS)
def test_the_photo_of_an_official_is_public_without_a_page(client, door):
    photo = ImageFactory(title="Lama")
    OfficialFactory(photo=photo, photo_consent=True)
    door(sign_in(client, "Operator"), photo)
    assert stands_as_it_was(photo)


def test_the_logo_is_public_although_it_stands_on_no_page(client):
    logo = ImageFactory(title="Lama")
    VillageFactory(logo=logo)
    change(sign_in(client, "Operator"), logo)
    assert stands_as_it_was(logo)


def test_a_regulation_keeps_its_document_and_the_uploader_says_so(client):
    """The database refuses; it was a server error."""
    document = DocumentFactory(title="Lama")
    RegulationFactory(document=document)
    answer = delete_in_the_uploader(sign_in(client, "Penerbit"), document)
    assert answer.status_code == 200
    assert "masih dipakai" in client.get("/admin/").content.decode()
    assert stands_as_it_was(document)
    assert (RegulationPage.objects.count(), VillageDocument.objects.count()) == (1, 1)


def test_a_page_may_go_on_using_what_only_a_publisher_may_change(client, document):
    """Choosing is no change."""
    client = sign_in(client, "Operator")
    answer = client.get(reverse("wagtaildocs_chooser:chosen", args=[document.pk]))
    assert (answer.status_code, ContentPage.objects.count()) == (200, 1)
