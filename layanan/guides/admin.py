"""What service guides add to the admin and to the site."""

from wagtail import hooks

from home.pages.skeleton import Section
from layanan.guides.models import ServiceIndexPage


@hooks.register("register_sections")
def services_section() -> Section:
    return Section(
        10, ServiceIndexPage, "layanan", "Layanan", "Apa yang dibawa, bagaimana caranya, berapa lama."
    )
