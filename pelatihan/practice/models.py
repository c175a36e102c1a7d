"""Practice: the rooms, the exercises, and who has done them.

The practice room is a folder of the site's tree for each trainee, where the CMS is learned by using it.

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
from pelatihan.practice.blocks import ChecksBlock
from pelatihan.practice.checks.catalogue import CHECKS
from pelatihan.practice.rules import ALONE, HELPED, MAX_CHECKS
from project.lib.fields import StreamField


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


class Exercise(models.Model):
    """A task of a lesson that is done on the real CMS, or on the public site, and checked there."""

    lesson = models.ForeignKey(
        "pelatihan.LessonPage",
        verbose_name="pelajaran",
        on_delete=models.CASCADE,
        related_name="exercises",
        help_text="Latihan tampil di akhir pelajaran ini.",
    )
    title = models.CharField(
        "judul", max_length=120, help_text="Misalnya “Tulis dan terbitkan sebuah berita”."
    )
    task = models.TextField(
        "tugas",
        max_length=1500,
        help_text="Apa yang dikerjakan, dalam kalimat pendek. Angka dan tanggal yang harus dimasukkan ditulis di sini.",
    )
    checks = StreamField(
        ChecksBlock(),
        min_num=1,
        max_num=MAX_CHECKS,
        verbose_name="pemeriksaan",
        help_text="Diperiksa menurut urutan ini, satu per satu.",
    )
    required = models.BooleanField(
        "wajib", default=True, help_text="Pelajaran baru selesai setelah latihan wajibnya lulus."
    )
    order = models.PositiveSmallIntegerField(
        "urutan", default=0, help_text="Angka kecil tampil lebih dulu bila pelajaran punya beberapa latihan."
    )

    class Meta:
        verbose_name = "latihan"
        verbose_name_plural = "latihan"
        ordering = ["lesson__path", "order", "pk"]

    def __str__(self):
        return self.title

    @property
    def needs_room(self) -> bool:
        return any(CHECKS[block["type"]].needs_room for block in self.checks.raw_data)


class PracticeAttempt(models.Model):
    """Somebody at an exercise. What was passed stays passed, whatever becomes of pages, exercise and rules."""

    exercise = models.ForeignKey(Exercise, null=True, on_delete=models.SET_NULL, related_name="attempts")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="practice_attempts")
    title = models.CharField("latihan waktu itu", max_length=120)
    started_at = models.DateTimeField("dimulai", default=timezone.now)
    # What was put into the folder, by the id of the check's block: {"…": {"page": 12}}.
    seeds = models.JSONField(default=dict)
    checked_at = models.DateTimeField("diperiksa", null=True)
    tries = models.PositiveIntegerField("berapa kali diperiksa", default=0)
    findings = models.JSONField("temuan terakhir", default=list)
    passed_at = models.DateTimeField("lulus", null=True)
    result = models.CharField(
        "hasil", max_length=10, blank=True, choices=[(ALONE, "lulus mandiri"), (HELPED, "lulus dibantu")]
    )
    evidence = models.JSONField("bukti", default=dict)

    class Meta:
        verbose_name = "percobaan latihan"
        verbose_name_plural = "percobaan latihan"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["exercise", "participant"], name="pelatihan_practiceattempt_once"
            ),
            models.CheckConstraint(
                condition=models.Q(passed_at=None, result="")
                | models.Q(passed_at__isnull=False, result__in=[ALONE, HELPED]),
                name="pelatihan_practiceattempt_passed_has_result",
            ),
        ]

    def __str__(self):
        return f"{self.participant}: {self.title}"
