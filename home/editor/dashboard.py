"""The first screen of the admin: where the work that comes up most often begins.

Each app adds its own rooms through the hook "register_dashboard_link", so that the village's ground floor need not know
what stands above it. What is to be done today stands above these ways in, see `home.editor.tasks`.
"""

from dataclasses import dataclass

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.models import Page

from home.editor.tasks import TasksToday
from home.models import NewsIndexPage


@dataclass(frozen=True)
class DashboardLink:
    """One way in. `label` says what one does there, `note` what it is for; the order is that of the screen."""

    label: str
    note: str
    url: str
    icon: str
    order: int


def explorer(model: type[Page], label: str, note: str, icon: str, order: int) -> list[DashboardLink]:
    """The list below the one landing page of a section, or nothing where a village has taken that section away."""
    page = model.objects.first()
    if page is None:
        return []
    return [DashboardLink(label, note, reverse("wagtailadmin_explore", args=[page.pk]), icon, order)]


class StartingPoints(Component):
    name = "starting_points"
    template_name = "wagtailadmin/home/starting_points.html"
    order = 10

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        links = [link for add in hooks.get_hooks("register_dashboard_link") for link in add(self.user)]
        return {"links": sorted(links, key=lambda link: link.order)}


@hooks.register("construct_homepage_panels")
def arrange_first_screen(request, panels):
    # What waits for approval is among the tasks.
    panels[:] = [panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)]
    panels += [TasksToday(request.user), StartingPoints(request.user)]


@hooks.register("register_dashboard_link")
def own_links(user) -> list[DashboardLink]:
    links = explorer(NewsIndexPage, "Tulis berita", "Kegiatan dan kabar desa", "doc-full", 20)
    if user.has_perm("home.add_notice"):
        links.append(
            DashboardLink(
                "Umumkan sesuatu",
                "Tampil di atas semua halaman, langsung",
                reverse("pengumuman:add"),
                "warning",
                10,
            )
        )
    links.append(
        DashboardLink("Kelola gambar", "Foto untuk halaman", reverse("wagtailimages:index"), "image", 60)
    )
    if user.has_perm("home.change_villagesettings"):
        links.append(
            DashboardLink(
                "Ubah identitas desa",
                "Alamat, jam layanan, telepon, hari tutup",
                reverse("wagtailsettings:edit", args=["home", "villagesettings"]),
                "home",
                50,
            )
        )
    return links
