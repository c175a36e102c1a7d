"""What regulations add to the admin and to the site."""

from collections.abc import Iterator

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from home.editor.dashboard import DashboardLink, explorer
from home.pages.skeleton import Section
from layanan.regulations import text_split
from layanan.regulations.importer import RegulationImporter
from layanan.regulations.models import RegulationIndexPage


@hooks.register("register_sections")
def regulations_section() -> Section:
    return Section(
        20, RegulationIndexPage, "regulasi", "Peraturan", "Peraturan desa dan keputusan kepala desa."
    )


@hooks.register("register_dashboard_link")
def regulations_link(user) -> list[DashboardLink]:
    return explorer(
        RegulationIndexPage, "Tambah peraturan", "Perdes, Perkades, keputusan", "doc-full-inverse", 40
    )


@hooks.register("register_admin_urls")
def text_urls() -> list:
    return text_split.urlpatterns


@hooks.register("register_dashboard_link")
def import_link(user) -> list[DashboardLink]:
    if not RegulationImporter().may_import(user):
        return []
    return [
        DashboardLink(
            "Impor peraturan",
            "Banyak sekaligus, dari Excel atau OpenSID",
            reverse("imports", args=[RegulationImporter.kind]),
            "upload",
            45,
        )
    ]


@hooks.register("register_importer")
def regulation_importer() -> RegulationImporter:
    return RegulationImporter()


@hooks.register("register_page_header_buttons")
def import_button(page: Page, user, view_name, next_url=None) -> Iterator[Button]:
    if isinstance(page, RegulationIndexPage) and page.permissions_for_user(user).can_add_subpage():
        yield Button(
            "Impor dari tabel",
            url=reverse("imports", args=[RegulationImporter.kind]),
            icon_name="upload",
            priority=15,
        )
