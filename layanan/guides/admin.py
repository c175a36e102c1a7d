"""What service guides add to the admin and to the site."""

from wagtail import hooks

from home.editor.dashboard import DashboardLink, explorer
from home.pages.skeleton import Section
from layanan.guides.models import ServiceIndexPage


@hooks.register("register_sections")
def services_section() -> Section:
    return Section(
        10, ServiceIndexPage, "layanan", "Layanan", "Apa yang dibawa, bagaimana caranya, berapa lama."
    )


@hooks.register("register_dashboard_link")
def guides_link(user) -> list[DashboardLink]:
    return explorer(
        ServiceIndexPage, "Perbaiki panduan layanan", "Syarat, langkah, biaya, waktu", "list-ul", 30
    )
