"""What is to be done today: a list on the first screen, each line one click from its form.

Each subject says what it knows through the hook "register_daily_tasks", a function of the user that gives `Task`s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PageLogEntry, TaskState, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from home.pages.schedule import REFUSED
from project.lib.localdates import format_moment, now

REFUSED_FOR = timedelta(days=30)
IN_SIGHT = 5  # the lines of a group that need no opening


class Kind(StrEnum):
    """The groups, in the order of the screen; the value is the heading."""

    WAITS = "Menunggu Anda"
    WRONG = "Perlu dibetulkan"
    OLD = "Lama tidak diperiksa"


@dataclass(frozen=True)
class Task:
    """`label` says what to do and with what, `note` why, `url` opens the form in which it is done. Where `confirm_url`
    is not empty, the button “Masih benar” does it at once."""

    kind: Kind
    label: str
    note: str
    url: str
    confirm_url: str = ""


class TasksToday(Component):
    name = "tasks_today"
    template_name = "wagtailadmin/home/tasks_today.html"
    order = 5

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        tasks = [task for tell in hooks.get_hooks("register_daily_tasks") for task in tell(self.user)]
        groups = [(kind, [task for task in tasks if task.kind is kind]) for kind in Kind]
        return {
            "csrf_token": parent_context["csrf_token"],
            "total": len(tasks),
            "groups": [
                {"heading": kind.value, "first": found[:IN_SIGHT], "more": found[IN_SIGHT:]}
                for kind, found in groups
                if found
            ],
        }


def editable_pages(user) -> PageQuerySet:
    """The pages whose form is open to this person: nobody is told of others. What an app sets apart from the village's
    own pages (hook "register_pages_set_apart", from pages to pages) is none of them."""
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    for without in hooks.get_hooks("register_pages_set_apart"):
        pages = without(pages)
    return pages


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def person(user) -> str:
    return user.shown_name if user else "seseorang"


@hooks.register("register_daily_tasks", order=10)
def awaiting_my_approval(user) -> Iterator[Task]:
    states = (
        TaskState.objects.reviewable_by(user)
        .select_related("workflow_state__requested_by", "revision")
        .prefetch_related("revision__content_object")
        .order_by("started_at")
    )
    for state in states:
        page = state.revision.content_object
        if isinstance(page, Page):
            by = person(state.workflow_state.requested_by)
            yield Task(
                Kind.WAITS,
                f"Periksa “{page.get_admin_display_title()}”",
                f"Diajukan oleh {by} pada {format_moment(state.started_at)}",
                edit_url(page),
            )


@hooks.register("register_daily_tasks", order=20)
def sent_back_to_me(user) -> Iterator[Task]:
    states = (
        WorkflowState.objects.filter(requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES)
        .select_related("current_task_state")
        .prefetch_related("content_object")
        .order_by("-current_task_state__finished_at")
    )
    for state in states:
        page = state.content_object
        if isinstance(page, Page):
            yield Task(
                Kind.WAITS,
                f"Perbaiki “{page.get_admin_display_title()}”",
                f"Dikembalikan pada {format_moment(state.current_task_state.finished_at)}: "
                f"“{state.current_task_state.comment}”",
                edit_url(page),
            )


@hooks.register("register_daily_tasks", order=30)
def my_unfinished_drafts(user) -> Iterator[Task]:
    """What I wrote and neither I nor anybody else has sent on: it would be forgotten."""
    under_way = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
    ).values_list("object_id", flat=True)
    drafts = (
        Page.objects.filter(has_unpublished_changes=True, latest_revision__user=user)
        .filter(latest_revision__approved_go_live_at=None)
        .exclude(pk__in=[int(pk) for pk in under_way])
        .select_related("latest_revision")
        .order_by("-latest_revision_created_at")
    )
    for page in drafts:
        yield Task(
            Kind.WAITS,
            f"Selesaikan “{page.get_admin_display_title()}”",
            f"Draf Anda dari {format_moment(page.latest_revision.created_at)}; warga belum melihatnya",
            edit_url(page),
        )


@hooks.register("register_daily_tasks", order=10)
def refused_by_schedule(user) -> Iterator[Task]:
    """Pages whose hour came and that could not be published, until somebody publishes or schedules them again."""
    entries = (
        PageLogEntry.objects.filter(action=REFUSED, timestamp__gte=now() - REFUSED_FOR)
        .filter(page__in=editable_pages(user))
        .select_related("page__latest_revision")
        .order_by("page_id", "-timestamp")
    )
    latest = {entry.page_id: entry for entry in reversed(entries) if entry.page}
    for entry in latest.values():
        page = entry.page
        published_since = page.last_published_at and page.last_published_at > entry.timestamp
        scheduled_again = page.latest_revision and page.latest_revision.approved_go_live_at
        if not published_since and not scheduled_again:
            yield Task(
                Kind.WRONG,
                f"Terbitkan lagi “{page.get_admin_display_title()}”",
                f"Tidak jadi terbit pada {format_moment(entry.timestamp)}. {entry.data.get('reasons', '')}".strip(),
                edit_url(page),
            )
