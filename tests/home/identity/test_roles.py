"""Who may do what: the groups of a village, exactly, and the way from a draft to the public."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowState,
)
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.identity.roles import OPERATOR, PUBLISHER, ROLES, WORKFLOW, ensure_roles
from home.models import ContentPage, HomePage, User
from tests.factories.home import ContentPageFactory, UserFactory

pytestmark = pytest.mark.django_db

PAGE_RIGHTS = {
    OPERATOR: {"add_page", "change_page"},
    PUBLISHER: {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"},
}
MEDIA_RIGHTS = {
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
}
SYNONYMS = {"add_synonym", "change_synonym", "delete_synonym"}
NOTICES = {"add_notice", "change_notice", "view_notice"}
OFFICIALS = {
    f"{action}_{model}" for action in ("add", "change", "delete") for model in ("official", "position")
}
EXERCISES = {f"{act}_{model}" for act in ("add", "change", "delete") for model in ("exercise", "helplink")}
CATEGORIES = {"add_newscategory", "change_newscategory", "delete_newscategory"}
QUESTIONS = {
    f"{act}_{model}" for act in ("add", "change", "delete") for model in ("questionbank", "question")
}
QUIZZES = {"add_quiz", "change_quiz", "delete_quiz"}
MODEL_RIGHTS = {
    OPERATOR: {"access_admin", "change_servicestatus"} | SYNONYMS | NOTICES | QUESTIONS | EXERCISES,
    PUBLISHER: {
        "access_admin",
        "change_villagesettings",
        "change_jdihsettings",
        "change_legalperiod",
        "change_servicestatus",
    }
    | CATEGORIES
    | SYNONYMS
    | NOTICES
    | OFFICIALS
    | QUESTIONS
    | QUIZZES
    | EXERCISES,
}


def all_rights() -> dict[str, tuple]:
    return {
        group.name: (
            {(right.permission.codename, right.page.depth) for right in group.page_permissions.all()},
            {
                (right.permission.codename, right.collection.depth)
                for right in group.collection_permissions.all()
            },
            {right.codename for right in group.permissions.all()},
        )
        for group in Group.objects.all()
    }


def rows() -> dict[str, int]:
    models = (Group, GroupPagePermission, GroupCollectionPermission, Task, Workflow, WorkflowPage)
    return {model.__name__: model.objects.count() for model in models}


def test_the_groups_have_exactly_their_rights_on_all_pages_and_files():
    writers = {
        name: (
            {(codename, 1) for codename in PAGE_RIGHTS[name]},
            {(codename, 1) for codename in MEDIA_RIGHTS},
            MODEL_RIGHTS[name],
        )
        for name in (OPERATOR, PUBLISHER)
    }
    # The other three have screens of their own, outside the admin, and no right in it.
    others = {name: (set(), set(), set()) for name in ("Petugas Aspirasi", "Peserta")}
    others["Fasilitator"] = (set(), set(), {"lead_trainingclass"})
    assert all_rights() == writers | others


def test_wagtail_s_own_groups_and_workflow_are_gone():
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)
    assert list(Workflow.objects.values_list("name", flat=True)) == [WORKFLOW]
    assert list(Task.objects.values_list("name", flat=True)) == [WORKFLOW]


def test_every_page_is_approved_by_a_publisher():
    task = GroupApprovalTask.objects.get()
    assert [group.name for group in task.groups.all()] == [PUBLISHER]
    for page in Page.objects.filter(depth__gt=1):
        assert page.get_workflow().name == WORKFLOW


def test_repeating_it_changes_nothing():
    rights, counts = all_rights(), rows()
    ensure_roles()
    ensure_roles()
    assert (all_rights(), rows()) == (rights, counts)


def test_what_a_village_added_is_left_alone():
    group = Group.objects.get(name=OPERATOR)
    own = Group.objects.create(name="Karang Taruna")
    right = GroupPagePermission.objects.get(group__name=PUBLISHER, permission__codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=HomePage.objects.get(), permission=right.permission)
    ensure_roles()
    assert GroupPagePermission.objects.filter(group=group, permission=right.permission).count() == 1
    assert Group.objects.filter(pk=own.pk).exists()


def test_a_workflow_that_a_village_chose_for_its_pages_stays():
    own = Workflow.objects.create(name="Dua tangan")
    WorkflowPage.objects.filter(page__depth=1).update(workflow=own)
    ensure_roles()
    assert WorkflowPage.objects.get(page__depth=1).workflow == own


def test_wagtail_s_groups_stay_while_somebody_is_in_them():
    editors = Group.objects.create(name="Editors")
    Group.objects.create(name="Moderators")
    UserFactory().groups.add(editors)
    ensure_roles()
    assert set(Group.objects.values_list("name", flat=True)) == {*ROLES, "Editors"}


def test_everything_is_made_again_from_nothing():
    for model in (WorkflowPage, Workflow, Task, Group):
        model.objects.all().delete()
    ensure_roles()
    test_the_groups_have_exactly_their_rights_on_all_pages_and_files()
    test_every_page_is_approved_by_a_publisher()


# Users' rights: whoever may change a user is superuser in Wagtail.


def user_management(user) -> list[str]:
    group = Group.objects.get(name=PUBLISHER)
    return [
        reverse("wagtailusers_users:index"),
        reverse("wagtailusers_users:add"),
        reverse("wagtailusers_users:edit", args=[user.pk]),
        reverse("wagtailusers_users:delete", args=[user.pk]),
        reverse("wagtailusers_groups:index"),
        reverse("wagtailusers_groups:add"),
        reverse("wagtailusers_groups:edit", args=[group.pk]),
        reverse("wagtailusers_groups:delete", args=[group.pk]),
        reverse("wagtailsites:index"),
        reverse("wagtailadmin_workflows:index"),
        reverse("wagtailredirects:index"),
        reverse("wagtailadmin_collections:index"),
    ]


@pytest.mark.parametrize("role", [OPERATOR, PUBLISHER])
def test_no_role_of_the_village_reaches_what_is_the_administrator_s(client, role):
    user = UserFactory(roles=[role])
    client.force_login(user)
    assert client.get("/admin/").status_code == 200
    for address in user_management(UserFactory()):
        for answer in (client.get(address), client.post(address, {"is_superuser": "on", "is_active": "on"})):
            assert (answer.status_code, answer.get("Location")) == (302, "/admin/"), address
    assert User.objects.filter(is_superuser=True).count() == 0


def test_the_administrator_reaches_it_all(client):
    client.force_login(UserFactory(is_superuser=True))
    addresses = user_management(UserFactory())
    assert {client.get(address).status_code for address in addresses} == {200}


@pytest.mark.parametrize("role", [OPERATOR, PUBLISHER])
def test_nobody_makes_himself_administrator_through_his_account(client, role):
    user = UserFactory(roles=[role])
    client.force_login(user)
    client.post(
        reverse("wagtailadmin_account"),
        {
            "name_email-first_name": "Siti",
            "name_email-last_name": "",
            "name_email-email": "siti@desa.example",
            "is_superuser": "on",
            "is_staff": "on",
            "groups": [str(Group.objects.get(name=PUBLISHER).pk)],
        },
    )
    user.refresh_from_db()
    assert (user.is_superuser, user.is_staff, [group.name for group in user.groups.all()]) == (
        False,
        False,
        [role],
    )


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/settings/home/villagesettings/"]
)
def test_who_has_no_role_stays_outside(client, address):
    for user in (None, UserFactory()):
        if user:
            client.force_login(user)
        assert "/admin/login/" in client.get(address, follow=True).redirect_chain[-1][0], address


# Writing and publishing.


def form_data(page, **changes) -> dict:
    return nested_form_data(
        {
            "title": page.title,
            "intro": page.intro,
            "body": streamfield([]),
            "slug": page.slug,
            "search_description": "",
            "social_image": "",
            "last_verified_on": "",
            "last_verified_by": "",
            "comments": inline_formset([]),
            **changes,
        }
    )


def edit(client, page, **changes):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_data(page, **changes))


def signed_in(client, role):
    user = UserFactory(roles=[role])
    client.force_login(user)
    return user


@pytest.fixture
def page():
    page = ContentPageFactory(title="Profil", intro="Lama")
    page.save_revision().publish()
    return ContentPage.objects.get()


def public_intro() -> str:
    return ContentPage.objects.get().intro


@pytest.mark.parametrize(("role", "expected"), [(OPERATOR, "Lama"), (PUBLISHER, "Baru")])
def test_an_operator_cannot_publish_and_a_publisher_can(client, page, role, expected):
    signed_in(client, role)
    assert edit(client, page, intro="Baru", **{"action-publish": "1"}).status_code == 302
    assert public_intro() == expected
    assert ContentPage.objects.get().get_latest_revision_as_object().intro == "Baru", "nothing typed is lost"


def test_an_operator_s_new_page_is_a_draft_whatever_was_sent(client):
    signed_in(client, OPERATOR)
    home = HomePage.objects.get()
    page = ContentPageFactory.build(title="Baru", intro="", slug="baru")
    url = reverse("wagtailadmin_pages:add", args=["home", "contentpage", home.pk])
    response = client.post(url, form_data(page, **{"action-publish": "1"}))
    assert (response.status_code, ContentPage.objects.get().live) == (302, False)


@pytest.mark.parametrize(("role", "open_after"), [(OPERATOR, True), (PUBLISHER, False)])
@pytest.mark.parametrize("name", ["unpublish", "delete", "set_privacy"])
def test_only_a_publisher_takes_a_page_from_the_public(client, page, name, role, open_after):
    signed_in(client, role)
    client.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]), {"restriction_type": "login"})
    client.logout()
    assert (client.get("/profil/").status_code == 200) is open_after


@pytest.mark.parametrize("kind", ["publish", "unpublish", "delete"])
def test_an_operator_does_nothing_to_many_pages_at_once_either(client, page, kind):
    signed_in(client, OPERATOR)
    page.intro = "Rancangan"
    page.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", kind])
    client.post(f"{url}?id={page.pk}", {})
    page = ContentPage.objects.get()
    assert (page.live, page.intro) == (True, "Lama")


def test_an_operator_schedules_nothing(client, page):
    signed_in(client, OPERATOR)
    edit(client, page, intro="Baru", go_live_at="2027-01-01 08:00", **{"action-publish": "1"})
    assert ContentPage.objects.get().scheduled_revision is None


def approve(client, page):
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return client.post(url, {"comment": ""})


def test_what_an_operator_submits_a_publisher_makes_public(client, page):
    signed_in(client, OPERATOR)
    edit(client, page, intro="Baru", **{"action-submit": "1"})
    assert (public_intro(), WorkflowState.objects.get().status) == ("Lama", "in_progress")
    approve(client, ContentPage.objects.get())
    assert public_intro() == "Lama", "an operator does not approve"
    signed_in(client, PUBLISHER)
    assert approve(client, ContentPage.objects.get()).status_code == 302
    assert (public_intro(), WorkflowState.objects.get().status) == ("Baru", "approved")
    client.logout()
    assert "Baru" in client.get("/profil/").content.decode()


def test_a_publisher_can_send_a_text_back(client, page):
    signed_in(client, OPERATOR)
    edit(client, page, intro="Baru", **{"action-submit": "1"})
    signed_in(client, PUBLISHER)
    state = ContentPage.objects.get().current_workflow_task_state
    client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk]),
        {"comment": "Periksa lagi."},
    )
    assert (public_intro(), WorkflowState.objects.get().status) == ("Lama", "needs_changes")


# The rest of the admin.


@pytest.mark.parametrize(
    ("address", "roles"),
    [
        ("/admin/images/add/", {OPERATOR, PUBLISHER}),
        ("/admin/documents/multiple/add/", {OPERATOR, PUBLISHER}),
        ("/admin/kata-pencarian/new/", {OPERATOR, PUBLISHER}),
        ("settings", {PUBLISHER}),
        ("categories", {PUBLISHER}),
    ],
)
def test_each_role_reaches_what_it_works_with_and_no_more(client, address, roles):
    named = {
        "settings": reverse("wagtailsettings:edit", args=["home", "villagesettings", Site.objects.get().pk]),
        "categories": reverse("newscategory:add"),
    }
    found = set()
    for role in (OPERATOR, PUBLISHER):
        signed_in(client, role)
        if client.get(named.get(address, address)).status_code == 200:
            found.add(role)
    assert found == roles


def test_the_day_of_a_check_is_kept_with_the_page(client, page):
    signed_in(client, PUBLISHER)
    edit(
        client,
        page,
        last_verified_on="2026-01-31",
        last_verified_by="Sekretaris Desa",
        **{"action-publish": "1"},
    )
    stored = ContentPage.objects.get()
    assert (stored.last_verified_on, stored.last_verified_by) == (date(2026, 1, 31), "Sekretaris Desa")
