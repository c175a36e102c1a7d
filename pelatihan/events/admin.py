"""The rights of those who lead classes, and the screen that their phones keep."""

from django.urls import reverse
from wagtail import hooks

from home.identity.roles import FACILITATOR
from pelatihan.events.queries import LEAD, leads


@hooks.register("register_role_rights")
def leading_rights() -> dict[str, list[str]]:
    return {FACILITATOR: [LEAD]}


@hooks.register("register_offline_shell")
def attendance_shell() -> tuple[str, tuple[str, ...]]:
    return reverse("offline_list"), ("js/attendance.js", "js/outbox.js")


@hooks.register("register_learning_link")
def leading_link(participant) -> dict | None:
    """On the screen of what one learns, for whoever leads others: where programmes and classes are."""
    if participant.user_id is None or not leads(participant.user):
        return None
    return {"title": "Program dan kelas saya", "url": reverse("programmes"), "icon": "calendar"}
