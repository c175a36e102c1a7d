"""Going back to an older version, going public later, by another's approval, or no more."""

from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from home.models import ContentPage, NewsPage
from pelatihan.practice.checks.base import (
    REVERTED,
    SCHEDULED,
    UNPUBLISHED,
    Check,
    Finding,
    PageCheck,
    SeededCheck,
    Work,
    edit_url,
    explore_url,
    furthest,
)
from pelatihan.practice.seeds import publish, trainer
from project.lib.localdates import format_moment
from project.lib.words import strip_html

GOOD = (
    "<p>Kantor desa buka Senin sampai Kamis, pukul 08.00 sampai 15.30.</p><p>Bawa KTP dan kartu keluarga.</p>"
)
BAD = "<p>asdf asdf</p>"
COMPARED = ("title", "intro", "body")


class RestoreCheck(SeededCheck):
    key = "pulihkan"
    label = "Versi lama dipulihkan dan terbit"

    def seed(self, folder: Page, values) -> dict:
        page = ContentPage(
            title="Jam layanan (latihan)", intro="Kapan kantor desa buka.", body=[("text", GOOD)]
        )
        folder.add_child(instance=page)
        good = publish(page)
        page.body = [("text", BAD)]
        publish(page)
        return {"page": page.pk, "good": good.pk}

    def judge_seeded(self, page: Page, work: Work, values) -> Finding:
        good = page.revisions.filter(pk=work.seeds.get("good")).first()
        if good is None:
            return Finding(False, self.gone)
        reverted = [
            entry
            for entry in work.entries(page.pk, REVERTED)
            if entry.data.get("revision", {}).get("id") == good.pk
        ]
        wanted = good.as_object()
        history = edit_url(page.pk).replace("/edit/", "/history/")
        if not _same(page.get_latest_revision_as_object(), wanted):
            words = (
                "Versi lama sudah dipulihkan, lalu isinya berubah lagi. Pulihkan sekali lagi, lalu terbitkan."
                if reverted
                else "Isi halaman masih rusak. Buka “Riwayat”, pilih versi yang benar, tekan “Pulihkan versi ini”."
            )
            return Finding(False, words, history, stage=1)
        if not (page.live and _same(page, wanted)):
            return Finding(
                False, "Isinya sudah benar, tetapi masih draf. Tekan “Terbitkan”.", edit_url(page.pk), stage=2
            )
        words = (
            f"“{page.title}” sudah kembali seperti semula dan terbit."
            if reverted
            else "Isinya sudah benar lagi. Lain kali coba “Pulihkan versi ini” di “Riwayat”: lebih cepat."
        )
        evidence = {"halaman": page.pk, "revisi": page.live_revision_id, "dipulihkan": bool(reverted)}
        return Finding(True, words, by=work.by(page), evidence=evidence)


def _same(one: Page, other: Page) -> bool:
    return all(_plain(one, name) == _plain(other, name) for name in COMPARED)


def _plain(page: Page, name: str):
    """A StreamField by what is read in it: ids and marks of its blocks may differ."""
    value = getattr(page, name)
    if not hasattr(value, "raw_data"):
        return value
    return [(block.block_type, strip_html(str(block.value))) for block in value]


class ScheduleCheck(PageCheck):
    key = "jadwal"
    label = "Terbit dijadwalkan"
    models = (NewsPage, ContentPage)

    def judge_text(self, page: Page, work: Work, values) -> Finding:
        entries = [one for one in work.entries(page.pk, SCHEDULED) if one.user_id]
        scheduled = page.scheduled_revision
        went = page.live and entries and page.first_published_at and page.go_live_at
        if scheduled and scheduled.approved_go_live_at > timezone.now():
            moment = format_moment(scheduled.approved_go_live_at)
            by = {entries[-1].user_id} if entries else {scheduled.user_id}
        elif went:
            moment, by = format_moment(page.go_live_at), {entries[-1].user_id}
        else:
            return self._missing(page)
        evidence = {"halaman": page.pk, "terbit": moment}
        return Finding(
            True, f"“{page.title}” dijadwalkan terbit {moment}.", by=frozenset(by - {None}), evidence=evidence
        )

    def _missing(self, page: Page) -> Finding:
        draft = page.get_latest_revision_as_object()
        if draft.go_live_at and draft.go_live_at <= timezone.now():
            words = (
                f"Waktu terbit {format_moment(draft.go_live_at)} sudah lewat. Pilih waktu yang akan datang."
            )
            return Finding(False, words, edit_url(page.pk), stage=3)
        if draft.go_live_at:
            words = "Jadwalnya sudah diisi, tetapi belum disahkan. Buka halamannya, lalu tekan “Terbitkan”."
            return Finding(False, words, edit_url(page.pk), stage=3)
        words = f"“{draft.title}” belum dijadwalkan. Buka halamannya, tekan “Status”, lalu “Atur jadwal”."
        return Finding(False, words, edit_url(page.pk), stage=2)


class ApprovalCheck(Check):
    key = "persetujuan"
    label = "Diajukan, lalu disetujui orang lain"

    nothing = "Belum ada halaman yang Anda ajukan. Buka halaman di folder latihan, lalu tekan “Ajukan”."

    def pages(self, work: Work):
        """Where the page is looked for."""
        return work.below()

    def judge(self, work: Work, values) -> Finding:
        pages = {str(page.pk): page for page in self.pages(work)[:50]}
        states = WorkflowState.objects.filter(object_id__in=list(pages), created_at__gte=work.started_at)
        states = states.filter(requested_by=work.user).prefetch_related("task_states").order_by("-pk")
        nothing = Finding(False, self.nothing, self.begin_at(work))
        return furthest((self._one(state, pages[state.object_id], work) for state in states[:10]), nothing)

    def begin_at(self, work: Work) -> str:
        return explore_url(work)

    def _one(self, state: WorkflowState, page: Page, work: Work) -> Finding:
        url = edit_url(page.pk)
        if state.status == WorkflowState.STATUS_IN_PROGRESS:
            words = f"“{page.title}” sudah diajukan. Minta Penerbit menyetujuinya."
            return Finding(False, words, url, stage=3)
        if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            words = f"“{page.title}” dikembalikan. Perbaiki sesuai catatannya, lalu ajukan lagi."
            return Finding(False, words, url, stage=3)
        if state.status != WorkflowState.STATUS_APPROVED:
            return Finding(False, f"Pengajuan “{page.title}” dibatalkan. Ajukan lagi.", url, stage=1)
        approvers = {one.finished_by_id for one in state.task_states.all() if one.status == "approved"}
        if not approvers - {work.user.pk, None}:
            words = (
                f"“{page.title}” Anda setujui sendiri. Ajukan lagi, dan mintalah orang lain menyetujuinya."
            )
            return Finding(False, words, url, stage=2)
        evidence = {"halaman": page.pk, "judul": page.title, "alur": state.pk}
        return Finding(
            True, f"“{page.title}” sudah disetujui.", by=frozenset({work.user.pk}), evidence=evidence
        )


class RealPageCheck(ApprovalCheck):
    """The bridge to the work itself: a page of the village, not of the practice room, approved by somebody else."""

    key = "nyata"
    label = "Halaman sungguhan, disetujui orang lain"
    needs_room = False
    nothing = "Belum ada halaman sungguhan yang Anda ajukan. Tulis di situs desa, lalu tekan “Ajukan”."

    def pages(self, work: Work):
        submitted = WorkflowState.objects.filter(requested_by=work.user, created_at__gte=work.started_at)
        keys = [int(key) for key in submitted.values_list("object_id", flat=True) if key.isdecimal()]
        # The models use the checks, so they are looked up by name here.
        root = apps.get_model("pelatihan", "PracticeRootPage").objects.values_list("path", flat=True).first()
        pages = Page.objects.filter(pk__in=keys).order_by("-pk")
        return pages.exclude(path__startswith=root) if root else pages

    def begin_at(self, work: Work) -> str:
        return reverse("wagtailadmin_explore_root")


class UnpublishCheck(SeededCheck):
    key = "tarik"
    label = "Ditarik dari situs, bukan dihapus"
    gone = (
        "Halamannya terhapus dan tidak dapat kembali. Tekan “Ulangi dari awal”, lalu coba “Tarik dari situs”."
    )

    def seed(self, folder: Page, values) -> dict:
        page = ContentPage(
            title="Pasar murah 2023 (latihan)",
            intro="Acara yang sudah lewat.",
            body=[("text", "<p>Pasar murah diadakan di halaman balai desa.</p>")],
        )
        folder.add_child(instance=page)
        publish(page)
        return {"page": page.pk}

    def judge_seeded(self, page: Page, work: Work, values) -> Finding:
        if page.live:
            words = f"“{page.title}” masih terbit. Tekan panah di samping tombolnya, lalu “Tarik dari situs”."
            return Finding(False, words, edit_url(page.pk))
        entries = work.entries(page.pk, UNPUBLISHED)
        by = frozenset({entries[-1].user_id} - {None}) if entries else frozenset({trainer().pk})
        words = f"“{page.title}” sudah ditarik, dan masih dapat diterbitkan lagi."
        return Finding(True, words, by=by, evidence={"halaman": page.pk, "judul": page.title})
