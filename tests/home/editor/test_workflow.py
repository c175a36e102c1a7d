"""From a draft to the public: what the editor says, and that nobody types what is not kept."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.editor.workflow import REASON_MISSING
from tests.factories.home import ContentPageFactory, UserFactory

pytestmark = pytest.mark.django_db

REASON = "Jam layanan belum benar."


@pytest.fixture
def operator():
    return UserFactory(roles=["Operator"], first_name="Siti", last_name="")


@pytest.fixture
def publisher():
    return UserFactory(roles=["Penerbit"], first_name="Rahman", last_name="")


@pytest.fixture
def waiting(operator):
    page = ContentPageFactory(title="Jam layanan")
    page.save_revision(user=operator)
    page.get_workflow().start(page, operator)
    return page


def edit(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(page, **changes) -> dict:
    return nested_form_data(
        {
            "title": page.title,
            "intro": "",
            "body": streamfield([]),
            "slug": page.slug,
            "search_description": "",
            "social_image": "",
            "last_verified_on": "",
            "last_verified_by": "",
            "go_live_at": "",
            "expire_at": "",
            "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"},
            **changes,
        }
    )


def words(response) -> list[str]:
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def send_back(client, page, comment: str):
    data = {"action-workflow-action": "true", "workflow-action-name": "reject"}
    extra = {"workflow-action-extra-data": json.dumps({"comment": comment})}
    return client.post(edit(page), form(page) | data | extra)


def test_a_saved_draft_is_never_taken_for_something_public(client, operator):
    page = ContentPageFactory(title="Profil")
    client.force_login(operator)
    said = words(client.post(edit(page), form(page, intro="Baru")))
    assert said == [
        "Draf “Profil” tersimpan. Warga belum melihat perubahan ini; itu terjadi setelah halaman diajukan dan "
        "diterbitkan."
    ]


def test_who_approves_reads_that_people_can_read_it_now(client, publisher, waiting):
    client.force_login(publisher)
    data = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    assert words(client.post(edit(waiting), form(waiting) | data)) == [
        "“Jam layanan” disetujui dan sudah dapat dibaca warga."
    ]


def test_an_operator_reads_since_when_a_page_waits_and_how_to_take_it_back(client, operator, waiting):
    client.force_login(operator)
    html = client.get(edit(waiting)).content.decode()
    assert "Halaman ini sedang menunggu persetujuan sejak " in html
    assert "Perlu mengubahnya dulu? Pilih “Batalkan pengajuan” di bawah." in html
    assert 'name="action-cancel-workflow"' in html
    assert "content-locked" in html  # by which the script closes the fields
    client.force_login(UserFactory(roles=["Operator"]))  # not who submitted it
    assert 'name="action-cancel-workflow"' not in client.get(edit(waiting)).content.decode()


def test_what_was_typed_on_a_page_that_waits_comes_back_with_the_reason(client, operator, waiting):
    client.force_login(operator)
    response = client.post(edit(waiting), form(waiting, intro="Diketik sebelum tahu"))
    html = response.content.decode()
    assert response.status_code == 200
    assert "Diketik sebelum tahu" in html
    assert "Belum tersimpan: halaman ini sedang menunggu persetujuan atau terkunci." in html
    assert 'data-w-unsaved-force-value="true"' in html  # the fields stay open, to be copied
    waiting.refresh_from_db()
    assert waiting.get_latest_revision_as_object().intro == ""


@pytest.mark.parametrize("comment", ["", "   "])
def test_nothing_is_sent_back_without_a_reason(client, publisher, waiting, comment):
    client.force_login(publisher)
    assert words(send_back(client, waiting, comment)) == [REASON_MISSING]
    assert waiting.workflow_states.get().status == WorkflowState.STATUS_IN_PROGRESS
    # The dialogue says it beside its field.
    task_state = waiting.current_workflow_task_state
    address = reverse(
        "wagtailadmin_pages:collect_workflow_action_data", args=[waiting.pk, "reject", task_state.pk]
    )
    dialogue = client.post(address, {"comment": comment}, headers={"X-Requested-With": "XMLHttpRequest"})
    assert REASON_MISSING in dialogue.json()["html"]


def test_approving_with_a_remark_still_needs_none(client, publisher, waiting):
    client.force_login(publisher)
    task_state = waiting.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[waiting.pk, "approve", task_state.pk])
    client.post(address, {"comment": ""})
    assert waiting.workflow_states.get().status == WorkflowState.STATUS_APPROVED


def test_the_author_reads_why_a_text_came_back_from_whom_and_when(client, operator, publisher, waiting):
    client.force_login(publisher)
    send_back(client, waiting, REASON)
    client.force_login(operator)
    html = client.get(edit(waiting)).content.decode()
    assert "Dikembalikan oleh Rahman, " in html
    assert f"“{REASON}” Perbaiki, lalu ajukan lagi." in html


def test_a_reason_is_text_and_nothing_else(client, operator, publisher, waiting):
    client.force_login(publisher)
    send_back(client, waiting, "<script>alert(1)</script>")
    client.force_login(operator)
    assert "<script>alert(1)</script>" not in client.get(edit(waiting)).content.decode()
