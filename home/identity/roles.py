"""The five roles of a village, and the way a text becomes public.

Operator and Penerbit work in the admin. Petugas Aspirasi, Fasilitator and Peserta work in screens of their own,
outside the admin; each of those brings its rights along, so that until then these roles open nothing.

Made after every migration and safe to repeat: at migration time a fresh database has no permissions yet. No village
role may change users' rights: whoever may "change user" is superuser in Wagtail (wagtail/wagtail#14100).
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from wagtail import hooks
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

OPERATOR = "Operator"
PUBLISHER = "Penerbit"
CASE_OFFICER = "Petugas Aspirasi"
FACILITATOR = "Fasilitator"
TRAINEE = "Peserta"
ROLES = (OPERATOR, PUBLISHER, CASE_OFFICER, FACILITATOR, TRAINEE)
WORKFLOW = "Persetujuan Penerbit"

PAGE_RIGHTS = {
    OPERATOR: ["add_page", "change_page"],
    PUBLISHER: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
}
# Wagtail asks for the rights of its own image and document models, whichever models a project puts in their place.
_FILES = [
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
]
MEDIA_RIGHTS = {OPERATOR: _FILES, PUBLISHER: _FILES}
# Notices of all levels are public at once, without approval: in an emergency nobody waits for a second signature. They
# are ended, not deleted, so that it stays known what was announced.
NOTICE_RIGHTS = ["home.add_notice", "home.change_notice", "home.view_notice"]
OFFICIAL_RIGHTS = [
    f"home.{action}_{model}" for model in ("official", "position") for action in ("add", "change", "delete")
]
MODEL_RIGHTS = {
    OPERATOR: [
        "wagtailadmin.access_admin",
        "home.add_synonym",
        "home.change_synonym",
        "home.delete_synonym",
        *NOTICE_RIGHTS,
    ],
    PUBLISHER: [
        "wagtailadmin.access_admin",
        "home.change_villagesettings",
        "home.change_legalperiod",
        "home.add_newscategory",
        "home.change_newscategory",
        "home.delete_newscategory",
        "home.add_synonym",
        "home.change_synonym",
        "home.delete_synonym",
        *NOTICE_RIGHTS,
        *OFFICIAL_RIGHTS,
    ],
}


def ensure_roles() -> None:
    """Makes the groups, their rights and the approval workflow. Rights that a village added are left alone."""
    model_rights = _model_rights()
    # Permissions are made app by app at the end of a migration, after this app's turn; the roles need them now.
    labels = {right.partition(".")[0] for rights in model_rights.values() for right in rights}
    for label in sorted(labels | {"wagtailcore", "wagtailimages", "wagtaildocs"}):
        create_permissions(apps.get_app_config(label), verbosity=0)
    _remove_wagtail_defaults()
    root = Page.get_first_root_node()
    collection = Collection.get_first_root_node()
    for name in ROLES:
        group, _ = Group.objects.get_or_create(name=name)
        for codename in PAGE_RIGHTS.get(name, []):
            right = _permission(f"wagtailcore.{codename}")
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=right)
        for label in MEDIA_RIGHTS.get(name, []):
            right = _permission(label)
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=right
            )
        group.permissions.add(*(_permission(label) for label in model_rights.get(name, [])))
    _ensure_workflow(root)


def _model_rights() -> dict[str, list[str]]:
    """With those that the upper floors bring along, through the hook "register_role_rights"."""
    rights = {role: list(labels) for role, labels in MODEL_RIGHTS.items()}
    for given in hooks.get_hooks("register_role_rights"):
        for role, labels in given().items():
            rights.setdefault(role, []).extend(labels)
    return rights


def _permission(label: str) -> Permission:
    app_label, codename = label.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def _ensure_workflow(root: Page) -> None:
    task, _ = GroupApprovalTask.objects.get_or_create(name=WORKFLOW)
    task.groups.add(Group.objects.get(name=PUBLISHER))
    workflow, _ = Workflow.objects.get_or_create(name=WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})


def _remove_wagtail_defaults() -> None:
    """Wagtail's own groups and workflow, unless somebody already uses them."""
    Group.objects.filter(name__in=["Editors", "Moderators"], user__isnull=True).delete()
    for workflow in Workflow.objects.filter(name="Moderators approval", workflow_states__isnull=True):
        workflow.delete()
    Task.objects.filter(
        name="Moderators approval", task_states__isnull=True, workflow_tasks__isnull=True
    ).delete()
