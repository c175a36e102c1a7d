"""The rights of those who lead classes."""

from wagtail import hooks

from home.identity.roles import FACILITATOR
from pelatihan.events.queries import LEAD


@hooks.register("register_role_rights")
def leading_rights() -> dict[str, list[str]]:
    return {FACILITATOR: [LEAD]}
