"""What practice adds to the admin, and what it takes away there for whoever only practises."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from pelatihan.practice import fences

hooks.register("before_serve_page", fences.serve_to_owner, order=-100)
hooks.register("construct_page_chooser_queryset", fences.own_pages_only)
hooks.register("register_pages_set_apart", fences.set_apart)


@hooks.register("construct_explorer_page_queryset")
def own_folder_only(parent_page, pages, request):
    return fences.own_pages_only(pages, request)


class MyPractice(Component):
    """The first screen of a trainee: where he practises, and the way back to his lessons."""

    name = "my_practice"
    template_name = "wagtailadmin/home/my_practice.html"
    order = 1

    def __init__(self, room):
        self.room = room

    def get_context_data(self, parent_context):
        return {"folder": reverse("wagtailadmin_explore", args=[self.room.folder_id]), "room": self.room}


@hooks.register("construct_homepage_panels", order=1000)
def practice_first(request, panels) -> None:
    room = fences.own_room(request.user)
    if room is None:
        return
    if fences.is_fenced(request.user):
        panels[:] = []
    panels.insert(0, MyPractice(room))


@hooks.register("construct_homepage_summary_items", order=1000)
def no_figures_for_trainees(request, items) -> None:
    if fences.is_fenced(request.user):
        items[:] = []


@hooks.register("construct_main_menu", order=1000)
def trainees_menu(request, items) -> None:
    """His folder, his pictures and documents, his lessons."""
    if not fences.is_fenced(request.user):
        return
    items[:] = [item for item in items if item.name in {"images", "documents"}]
    room = fences.own_room(request.user)
    if room is not None:
        address = reverse("wagtailadmin_explore", args=[room.folder_id])
        items.append(
            MenuItem("Folder latihan saya", address, name="latihan", icon_name="folder-open-inverse", order=1)
        )
    items.append(
        MenuItem("Belajar saya", reverse("my_learning"), name="belajar", icon_name="help", order=900)
    )


@hooks.register("register_class_link")
def practice_link(training_class) -> tuple[str, str]:
    return "Ruang latihan", reverse("class_practice", args=[training_class.pk])
