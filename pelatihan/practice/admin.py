"""What practice adds to the admin, and what it takes away there for whoever only practises."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from home.identity.roles import OPERATOR, PUBLISHER
from pelatihan.practice import fences
from pelatihan.practice.activities import ExerciseActivities
from pelatihan.practice.models import Exercise

hooks.register("before_serve_page", fences.serve_to_owner, order=-100)
hooks.register("construct_page_chooser_queryset", fences.own_pages_only)
hooks.register("register_pages_set_apart", fences.set_apart)


@hooks.register("construct_explorer_page_queryset")
def own_folder_only(parent_page, pages, request):
    return fences.own_pages_only(pages, request)


class ExerciseViewSet(ModelViewSet):
    """The exercises of lessons, put together from the catalogue of checks."""

    model = Exercise
    name = "latihan"
    url_prefix = "latihan"
    icon = "tick-inverse"
    menu_label = "Latihan"
    menu_order = 660
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = ["title", Column("lesson", label="Pelajaran"), Column("required", label="Wajib")]
    search_fields = ["title"]
    panels = [
        PageChooserPanel("lesson", "pelatihan.LessonPage"),
        FieldPanel("title"),
        FieldPanel("task"),
        FieldPanel("checks"),
        FieldRowPanel([FieldPanel("required"), FieldPanel("order")]),
    ]


@hooks.register("register_admin_viewset")
def exercises():
    return ExerciseViewSet()


@hooks.register("register_role_rights")
def exercise_rights() -> dict[str, list[str]]:
    rights = [f"pelatihan.{action}_exercise" for action in ("add", "change", "delete")]
    return {OPERATOR: rights, PUBLISHER: rights}


hooks.register("register_lesson_activities", ExerciseActivities())


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
