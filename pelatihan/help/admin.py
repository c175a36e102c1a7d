"""Question marks in the editor, and where the office chooses the lessons behind them."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from home.identity.roles import OPERATOR, PUBLISHER
from pelatihan.help.models import HelpLink
from pelatihan.help.views import help_for_page, help_for_type


class HelpLinkViewSet(ModelViewSet):
    model = HelpLink
    name = "bantuan-di-tempat"
    url_prefix = "bantuan-di-tempat"
    icon = "help"
    menu_label = "Bantuan di tempat"
    menu_order = 670
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = [
        Column("place", label="Tempat", accessor="get_place_display"),
        Column("lesson", label="Pelajaran"),
    ]
    panels = [FieldPanel("place"), PageChooserPanel("lesson", "pelatihan.LessonPage")]


@hooks.register("register_admin_viewset")
def help_links():
    return HelpLinkViewSet()


@hooks.register("register_admin_urls")
def help_urls():
    return [
        path("bantuan/jenis/<str:app_label>/<str:model_name>/", help_for_type, name="help_for_type"),
        path("bantuan/halaman/<int:page_id>/", help_for_page, name="help_for_page"),
    ]


@hooks.register("register_role_rights")
def help_rights() -> dict[str, list[str]]:
    rights = [f"pelatihan.{action}_helplink" for action in ("add", "change", "delete")]
    return {OPERATOR: rights, PUBLISHER: rights}


@hooks.register("insert_editor_js")
def question_marks() -> str:
    return format_html('<script type="module" src="{}"></script>', static("js/lesson-help.js"))
