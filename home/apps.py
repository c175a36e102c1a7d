from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HomeConfig(AppConfig):
    """The village itself: identity, pages, search."""

    name = "home"
    verbose_name = "Desa"

    def ready(self):
        from home.pages import frame

        frame.connect_signals()
        post_migrate.connect(prepare_site, sender=self)


def prepare_site(**_signal) -> None:
    """After every migration, and safe to repeat: the ground of the site, then who may do what on it."""
    from home.identity import roles
    from home.pages import skeleton

    skeleton.ensure_skeleton()
    skeleton.ensure_site_address()
    roles.ensure_roles()
