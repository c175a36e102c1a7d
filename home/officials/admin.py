"""Positions and officials in the Wagtail admin. Plain records: nothing chooses them but the form beside them."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from home.officials.models import Official, Position
from project.lib.localdates import format_date

CONSENT_HELP = (
    "Tanyakan dulu kepada orangnya. Tanpa persetujuan, foto tidak tampil. Bila persetujuan ditarik, "
    "hapus juga fotonya di menu Gambar: alamat gambarnya mungkin masih disimpan orang."
)


def _last_day(official: Official) -> str:
    return format_date(official.ends_on) if official.ends_on else "belum ditentukan"


class OfficialViewSet(ModelViewSet):
    model = Official
    name = "pejabat"
    url_prefix = "pejabat"
    icon = "group"
    menu_label = "Pejabat"
    menu_order = 10
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = [
        "name",
        Column("position", label="Jabatan"),
        Column("state", label="Keadaan"),
        Column("begins_on", label="Sejak", sort_key="begins_on", accessor=lambda o: format_date(o.begins_on)),
        Column("ends_on", label="Sampai", sort_key="ends_on", accessor=_last_day),
    ]
    search_fields = ["name"]
    panels = [
        FieldPanel("position"),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("begins_on"), FieldPanel("ends_on")]),
        MultiFieldPanel([FieldPanel("photo"), FieldPanel("photo_consent", help_text=CONSENT_HELP)], "Foto"),
        FieldPanel("order"),
    ]


class PositionViewSet(ModelViewSet):
    model = Position
    name = "jabatan"
    url_prefix = "jabatan"
    icon = "tag"
    menu_label = "Jabatan"
    menu_order = 20
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = ["name", "order"]
    search_fields = ["name"]
    panels = [FieldPanel("name"), FieldPanel("duties"), FieldPanel("order")]


class OfficialsGroup(ViewSetGroup):
    menu_label = "Pejabat desa"
    menu_icon = "group"
    menu_order = 650
    items = (OfficialViewSet, PositionViewSet)


viewsets = [OfficialsGroup()]
