"""Who may change how regulations are described."""

from wagtail import hooks

from home.identity.roles import PUBLISHER


@hooks.register("register_role_rights")
def jdih_rights() -> dict[str, list[str]]:
    return {PUBLISHER: ["layanan.change_jdihsettings"]}
