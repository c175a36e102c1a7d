"""What regulations add to the admin and to the site."""

from wagtail import hooks

from home.pages.skeleton import Section
from layanan.regulations.models import RegulationIndexPage


@hooks.register("register_sections")
def regulations_section() -> Section:
    return Section(
        20, RegulationIndexPage, "regulasi", "Peraturan", "Peraturan desa dan keputusan kepala desa."
    )
