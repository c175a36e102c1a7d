"""A rule that is broken in the admin, past its form, is said in words where the person was."""

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError
from django.db.models import ProtectedError
from django.http import HttpResponse
from django.urls import reverse
from wagtail import hooks

from home.models import ContentPage
from home.pages.refusals import CHANGED_MEANWHILE, STILL_USED, RefusalMiddleware
from tests.factories.home import ContentPageFactory, UserFactory

pytestmark = pytest.mark.django_db

WORDS = "Aturan ini dilanggar."


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(roles=["Penerbit"]))
    return client


@pytest.fixture
def broken_rule():
    """A step of the admin that meets a rule, as approving or copying may."""

    def refuse(request, page):
        raise ValidationError([WORDS, "Dan yang ini."])

    with hooks.register_temporarily("before_copy_page", refuse):
        yield reverse("wagtailadmin_pages:copy", args=[ContentPageFactory(title="Profil").pk])


def words(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_the_person_is_told_each_reason_where_they_were(editor, broken_rule):
    back = "http://testserver/admin/reports/"
    response = editor.post(broken_rule, headers={"referer": back})
    assert (response.status_code, response["Location"], words(response)) == (
        302,
        back,
        [WORDS, "Dan yang ini."],
    )
    shown = editor.get("/admin/").content.decode()
    assert WORDS in shown


def test_nothing_was_done(editor, broken_rule):
    editor.post(broken_rule)
    assert ContentPage.objects.count() == 1


@pytest.mark.parametrize(
    "referer", ["", "https://jahat.example/admin/", "javascript:alert(1)", "//jahat.example/"]
)
def test_nobody_is_sent_to_another_site(editor, broken_rule, referer):
    response = editor.post(broken_rule, headers={"referer": referer} if referer else {})
    assert response["Location"] == "/admin/"


def test_a_page_that_only_shows_something_is_not_asked_for_again_and_again(editor, broken_rule):
    """Sent back to itself, the browser would come again with the same fault."""
    response = editor.get(broken_rule, headers={"referer": f"http://testserver{broken_rule}"})
    assert (response.status_code, response["Location"]) == (302, "/admin/")


def test_a_dialogue_gets_its_own_kind_of_answer(editor, broken_rule):
    response = editor.post(broken_rule, headers={"X-Requested-With": "XMLHttpRequest"})
    assert (response.status_code, response.json()) == (200, {"step": "success", "redirect": "/admin/"})
    assert WORDS in editor.get("/admin/").content.decode()


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/profil/", ValidationError(WORDS)),
        ("/admin/pages/", ValueError(WORDS)),
        ("/administrasi/", ValidationError(WORDS)),
        ("/profil/", IntegrityError(WORDS)),
        ("/admin/pages/", OperationalError(WORDS)),
    ],
)
def test_only_broken_rules_of_the_admin_are_answered(rf, path, error):
    """Anything else is a fault, which must reach the log."""
    middleware = RefusalMiddleware(lambda request: HttpResponse())
    assert middleware.process_exception(rf.post(path), error) is None


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (IntegrityError("UNIQUE constraint failed: secret_table.column"), CHANGED_MEANWHILE),
        (ProtectedError("Cannot delete some instances of model 'Rahasia'", set()), STILL_USED),
    ],
)
def test_what_the_database_refuses_is_said_in_our_words_and_kept_in_the_log(editor, caplog, error, expected):
    def refuse(request, page):
        raise error

    with hooks.register_temporarily("before_copy_page", refuse):
        address = reverse("wagtailadmin_pages:copy", args=[ContentPageFactory(title="Profil").pk])
        response = editor.post(address)
    assert (response.status_code, words(response)) == (302, [expected])
    assert str(error) in caplog.text
