"""What courses add to the admin and to the site."""

from wagtail import hooks

from home.pages.skeleton import Section
from pelatihan.courses.models import TrainingIndexPage


@hooks.register("register_sections")
def training_section() -> Section:
    return Section(40, TrainingIndexPage, "pelatihan", "Belajar", "Pelajaran singkat, langkah demi langkah.")
