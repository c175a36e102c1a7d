"""The way to the public stands beside saving, whoever opens the editor; saving stays first."""

import re

import pytest
from django.urls import reverse

from home.models import NewsIndexPage
from tests.factories.home import ContentPageFactory, UserFactory

pytestmark = pytest.mark.django_db

SAVE, SUBMIT, PUBLISH, APPROVE = "save", "action-submit", "action-publish", "approve"


def in_sight(html: str) -> list[str]:
    """The buttons at the foot that need no menu to be opened."""
    foot = html[html.index('<footer class="footer') :]
    return [
        name or "save"
        for name in re.findall(
            r"<button[^>]*?(?:name|data-workflow-action-name)=\"([^\"]+)\"|<button[^>]*action-save",
            foot[: foot.find("w-dropdown__toggle")],
        )
    ]


@pytest.fixture
def page():
    return ContentPageFactory(title="Jam layanan")


def opened(client, role: str, page) -> list[str]:
    client.force_login(UserFactory(roles=[role]))
    return in_sight(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode())


@pytest.mark.parametrize(("role", "buttons"), [("Operator", [SAVE, SUBMIT]), ("Penerbit", [SAVE, PUBLISH])])
def test_an_editor_sees_saving_and_then_what_leads_on(client, page, role, buttons):
    assert opened(client, role, page) == buttons


@pytest.mark.parametrize(("role", "buttons"), [("Operator", [SAVE, SUBMIT]), ("Penerbit", [SAVE, PUBLISH])])
def test_a_new_page_has_the_same_buttons(client, role, buttons):
    client.force_login(UserFactory(roles=[role]))
    address = reverse("wagtailadmin_pages:add", args=["home", "newspage", NewsIndexPage.objects.get().pk])
    assert in_sight(client.get(address).content.decode()) == buttons


def test_who_may_approve_a_waiting_page_sees_approving(client, page):
    operator = UserFactory(roles=["Operator"])
    page.save_revision(user=operator)
    page.get_workflow().start(page, operator)
    assert opened(client, "Penerbit", page) == [SAVE, APPROVE]


def test_a_waiting_page_offers_its_author_no_way_on(client, page):
    operator = UserFactory(roles=["Operator"])
    page.save_revision(user=operator)
    page.get_workflow().start(page, operator)
    assert opened(client, "Operator", page) == [SAVE]


def test_a_page_that_came_back_can_be_submitted_again(client, page):
    operator, publisher = UserFactory(roles=["Operator"]), UserFactory(roles=["Penerbit"])
    page.save_revision(user=operator)
    state = page.get_workflow().start(page, operator)
    state.current_task_state.task.on_action(
        state.current_task_state, publisher, "reject", comment="Salah hari."
    )
    assert opened(client, "Operator", page) == [SAVE, SUBMIT]
