"""The rights of those who lead classes, and the screen that their phones keep."""

from django.urls import reverse
from wagtail import hooks

from home.identity.roles import FACILITATOR
from pelatihan.events.queries import LEAD


@hooks.register("register_role_rights")
def leading_rights() -> dict[str, list[str]]:
    return {FACILITATOR: [LEAD]}


@hooks.register("register_offline_shell")
def attendance_shell() -> tuple[str, tuple[str, ...]]:
    return reverse("offline_list"), ("js/attendance.js", "js/outbox.js")
