"""The practice room: a folder of the site's tree for each trainee, where the CMS is learned by using it.

Nothing of it is public. Its root is restricted, so that whatever lists what everybody may read leaves it out; its pages
are served to their owner and to those who lead (pelatihan.practice.fences); and the rights of a trainee end at the
folder and the collection of his own.
"""

from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import HelpPanel
from wagtail.models import Collection, Page

from home.pages.base import BasePage
from pelatihan.events.models import Participant


class PracticeRootPage(BasePage):
    """The room with the folders of all."""

    max_count = 1
    is_creatable = False
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pelatihan.PracticeFolderPage"]
    template = "pelatihan/practice/folder_page.html"
    search_label = "Latihan"
    content_panels = [HelpPanel("Ruang latihan dibuat dan dibereskan dari layar fasilitator.")]
    promote_panels = []
    settings_panels = []

    class Meta:
        verbose_name = "ruang latihan"

    def get_sitemap_urls(self, request=None):
        return []


class PracticeFolderPage(BasePage):
    """The folder of one trainee."""

    is_creatable = False
    parent_page_types = ["pelatihan.PracticeRootPage"]
    subpage_types = ["home.NewsPage", "home.ContentPage", "layanan.RegulationPage"]
    template = "pelatihan/practice/folder_page.html"
    search_label = "Latihan"
    content_panels = [HelpPanel("Folder ini milik seorang peserta pelatihan.")]
    promote_panels = []
    settings_panels = []

    class Meta:
        verbose_name = "folder latihan"
        verbose_name_plural = "folder latihan"

    def get_sitemap_urls(self, request=None):
        return []

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["pages"] = self.get_children().live().order_by("path")
        context["breadcrumbs"] = self.breadcrumbs()
        return context


class PracticeRoom(models.Model):
    """What belongs to one trainee: the folder, the collection of his pictures and documents, and the group whose rights
    end there."""

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="practice_room")
    folder = models.OneToOneField(Page, null=True, on_delete=models.SET_NULL, related_name="practice_room")
    collection = models.OneToOneField(
        Collection, null=True, on_delete=models.SET_NULL, related_name="practice_room"
    )
    group = models.OneToOneField(Group, null=True, on_delete=models.SET_NULL, related_name="practice_room")
    made_at = models.DateTimeField("dibuat", default=timezone.now)
    archived_at = models.DateTimeField("diarsipkan", null=True)

    class Meta:
        verbose_name = "ruang latihan peserta"
        verbose_name_plural = "ruang latihan peserta"
        default_permissions = ()

    def __str__(self):
        return f"Latihan {self.participant}"

    @property
    def is_open(self) -> bool:
        """Whether its owner may write there. A group or folder that somebody deleted by hand closes it."""
        return None not in (self.folder_id, self.collection_id, self.group_id)
