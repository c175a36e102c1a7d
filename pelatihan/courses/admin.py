"""What courses add to the admin and to the site."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.pages.skeleton import Section
from pelatihan.courses.models import TrainingIndexPage


@hooks.register("register_sections")
def training_section() -> Section:
    return Section(40, TrainingIndexPage, "pelatihan", "Belajar", "Pelajaran singkat, langkah demi langkah.")


@hooks.register("insert_editor_js")
def picture_marks() -> str:
    return format_html('<script type="module" src="{}"></script>', static("js/picture-mark.js"))


@hooks.register("construct_help_menu")
def add_lessons(request, items) -> None:
    """Help leads to the village's own lessons."""
    page = TrainingIndexPage.objects.live().first()
    if page is not None:
        items.append(
            MenuItem("Pelajaran", page.get_url(request), name="pelajaran", icon_name="help", order=10)
        )
