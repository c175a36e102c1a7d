from django.apps import AppConfig
from django.db.models.signals import post_migrate
from wagtail.users.apps import WagtailUsersAppConfig


class HomeConfig(AppConfig):
    """The village itself: identity, pages, search."""

    default = True
    name = "home"
    verbose_name = "Desa"

    def ready(self):
        from home.pages import frame
        from home.search import indexing

        frame.connect_signals()
        indexing.connect_signals()
        post_migrate.connect(prepare_site, sender=self)


def prepare_site(**_signal) -> None:
    """After every migration, and safe to repeat: the ground of the site, then who may do what on it."""
    from home.identity import roles
    from home.pages import skeleton
    from home.standards.models import ensure_periods

    skeleton.ensure_skeleton()
    skeleton.ensure_site_address()
    ensure_periods()
    roles.ensure_roles()


class VillageUsersConfig(WagtailUsersAppConfig):
    """Wagtail's accounts, with our form."""

    default = False
    user_viewset = "home.identity.users.UserViewSet"
