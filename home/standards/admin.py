"""The numbers of the law in the Wagtail admin, under "Pengaturan". They are changed, neither added nor deleted."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from home.standards.models import LegalPeriod


class ChangeOnly(ModelPermissionPolicy):
    """Not even the administrator adds or deletes one: the software asks for each by its key."""

    def user_has_permission(self, user, action):
        return action == "change" and super().user_has_permission(user, action)


class LegalPeriodViewSet(ModelViewSet):
    model = LegalPeriod
    name = "angka-peraturan"
    url_prefix = "angka-peraturan"
    icon = "calendar"
    menu_label = "Angka dari peraturan"
    menu_order = 320
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    permission_policy = ChangeOnly(LegalPeriod)
    list_display = [
        "label",
        Column("period", label="Angka", accessor=lambda row: str(row.as_period())),
        "source",
    ]
    search_fields = ["label", "source"]
    panels = [
        FieldPanel("label", read_only=True, help_text="Untuk apa angka di bawah ini dipakai."),
        FieldRowPanel([FieldPanel("value"), FieldPanel("unit")]),
        FieldPanel("source"),
        FieldPanel("url"),
        FieldPanel("note"),
    ]


viewsets = [LegalPeriodViewSet()]
