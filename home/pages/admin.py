"""What pages add to the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogFormatter

from home.pages.models import NewsCategory
from home.pages.schedule import REFUSED


class NewsCategoryViewSet(ModelViewSet):
    model = NewsCategory
    icon = "tag"
    menu_label = "Kategori berita"
    menu_order = 310
    add_to_settings_menu = True
    list_display = ["name", "slug"]
    form_fields = ["name", "slug"]
    copy_view_enabled = False


@hooks.register("register_log_actions")
def refused_publication(actions):
    @actions.register_action(REFUSED)
    class RefusedPublication(LogFormatter):
        """A scheduled page that could not be published, in its history."""

        label = "Tidak jadi terbit"

        def format_message(self, log_entry):
            return f"Tidak jadi terbit sesuai jadwal. {log_entry.data.get('reasons', '')}".strip()
