"""What regulations add to the admin and to the site."""

from wagtail import hooks

from home.editor.dashboard import DashboardLink, explorer
from home.pages.skeleton import Section
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
