"""What every check of an exercise has in common.

A check looks at the real objects as they are now, judges structure and not spelling, and answers with one sentence:
what is there, and what to do next. It never writes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.urls import reverse
from wagtail import blocks
from wagtail.models import Page, PageLogEntry

CANDIDATES = 5  # the newest pages that are looked at

CREATED, COPIED, ALIASED = "wagtail.create", "wagtail.copy", "wagtail.create_alias"
PUBLISHED, SCHEDULED, UNPUBLISHED = "wagtail.publish", "wagtail.publish.schedule", "wagtail.unpublish"
REVERTED, RESTRICTED = "wagtail.revert", "wagtail.view_restriction.create"


@dataclass(frozen=True)
class Finding:
    """What a check says. `by` are the accounts that made the decisive edit; `stage` is how far the work is, so that of
    several pages the furthest is spoken of; `evidence` is kept when the exercise is passed."""

    ok: bool
    words: str
    url: str = ""
    by: frozenset[int] = frozenset()
    stage: int = 0
    evidence: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a page, and the part of its form where it is mended."""

    words: str
    panel: str = ""


class Work:
    """What a trainee has done since he began: his folder, his account, what was put there for him, what he typed."""

    def __init__(self, *, user, room, started_at: datetime, seeds: dict, answer: str = ""):
        self.user = user
        self.room = room
        self.started_at = started_at
        self.seeds = seeds
        self.answer = answer

    @property
    def folder(self) -> Page:
        return self.room.folder

    def below(self, model: type[Page] = Page):
        """His pages of a kind, newest first."""
        pages = model.objects.filter(path__startswith=self.folder.path, depth__gt=self.folder.depth)
        return pages.select_related("live_revision", "latest_revision").order_by("-pk")

    def own(self, model: type[Page] = Page) -> list[Page]:
        """Without what was put there for him."""
        return list(self.below(model).exclude(pk=self.seeds.get("page"))[:CANDIDATES])

    @cached_property
    def log(self) -> list[PageLogEntry]:
        """What was done to the pages of his folder since he began, oldest first. Entries stay when a page is gone."""
        keys = {*self.below().values_list("pk", flat=True), self.seeds.get("page")} - {None}
        entries = PageLogEntry.objects.filter(page_id__in=keys, timestamp__gte=self.started_at)
        return list(entries.order_by("timestamp", "pk"))

    def entries(self, page_id: int, *actions: str) -> list[PageLogEntry]:
        return [entry for entry in self.log if entry.page_id == page_id and entry.action in actions]

    def by(self, page: Page) -> frozenset[int]:
        """Who wrote what is live now, and who made it so."""
        published = self.entries(page.pk, PUBLISHED)
        people = {published[-1].user_id} if published else set()
        if page.live_revision:
            people.add(page.live_revision.user_id)
        return frozenset(people - {None})


class Check:
    """One thing that an exercise asks for. A subject adds its own by a module beside this one and a line in the
    catalogue."""

    key: str
    label: str  # for whoever puts an exercise together
    needs_room = True
    asks = ""  # what the trainee is asked to type, where he is

    def fields(self) -> list[tuple[str, blocks.Block]]:
        """What an editor may set."""
        return []

    def block(self) -> blocks.StructBlock:
        fields = [("title", blocks.CharBlock(label="Yang diperiksa", max_length=100, help_text=TITLE_HELP))]
        return blocks.StructBlock(
            [*fields, *self.fields()], label=self.label, icon="tick-inverse", form_classname="struct-block"
        )

    def seed(self, folder: Page, values) -> dict:
        """Puts into the folder what the exercise begins with. Answers the keys of what it made."""
        return {}

    def judge(self, work: Work, values) -> Finding:
        raise NotImplementedError

    def question(self, values) -> str:
        """What the trainee is to type on the exercise's screen, or ""."""
        return ""


TITLE_HELP = "Satu kalimat untuk peserta, misalnya “Berita sudah terbit”."


def edit_url(page_id: int, panel: str = "") -> str:
    """The form of a page, at the part where something is to be done."""
    anchor = f"#panel-child-isi-{panel}-section" if panel else ""
    return reverse("wagtailadmin_pages:edit", args=[page_id]) + anchor


def explore_url(work: Work) -> str:
    return reverse("wagtailadmin_explore", args=[work.folder.pk])


def furthest(findings: Iterable[Finding], nothing: Finding) -> Finding:
    """The first that is right; otherwise the one that is furthest along, the newest of equals."""
    best = nothing
    for finding in findings:
        if finding.ok:
            return finding
        if finding.stage > best.stage:
            best = finding
    return best


class PageCheck(Check):
    """A page that the trainee makes himself, fills as asked, and publishes."""

    models: tuple[type[Page], ...]
    nothing = (
        "Belum ada halaman di folder latihan Anda. Buka folder itu, lalu tekan “Tambah halaman di bawahnya”."
    )

    def faults(self, page: Page, work: Work, values) -> Iterator[Fault]:
        """What is wrong with the text of a page, most important first."""
        raise NotImplementedError

    def judge(self, work: Work, values) -> Finding:
        pages = [page for model in self.models for page in work.own(model)]
        nothing = Finding(False, self.nothing, explore_url(work))
        return furthest((self.judge_page(page, work, values) for page in pages), nothing)

    def judge_page(self, page: Page, work: Work, values) -> Finding:
        origin = self.origin_fault(page, work)
        if origin:
            return Finding(False, origin, explore_url(work), stage=1)
        return self.judge_text(page, work, values)

    def origin_fault(self, page: Page, work: Work) -> str:
        made = work.entries(page.pk, CREATED)
        if page.alias_of_id or work.entries(page.pk, ALIASED):
            return f"“{page.title}” hanya cermin dari halaman lain. Buat halaman baru sendiri."
        if work.entries(page.pk, COPIED):
            return f"“{page.title}” adalah salinan. Untuk latihan ini, buat halaman baru dari awal."
        if not made:
            return f"“{page.title}” dibuat sebelum latihan ini dimulai. Buat halaman yang baru."
        if made[0].user_id != work.user.pk:
            return f"“{page.title}” dibuat oleh orang lain. Buat halaman Anda sendiri di folder ini."
        return ""

    def judge_text(self, page: Page, work: Work, values) -> Finding:
        """First what he wrote last, then whether it is public."""
        draft = page.get_latest_revision_as_object()
        fault = next(self.faults(draft, work, values), None)
        name = f"“{draft.title}”"
        if fault:
            return Finding(False, fault.words, edit_url(page.pk, fault.panel), stage=2)
        if not page.live:
            return Finding(False, self._not_live(page, name), edit_url(page.pk), stage=3)
        if next(self.faults(page, work, values), None):
            words = f"Perbaikan {name} sudah benar, tetapi masih draf. Tekan “Terbitkan” supaya berlaku."
            return Finding(False, words, edit_url(page.pk), stage=4)
        evidence = {"halaman": page.pk, "judul": page.title, "revisi": page.live_revision_id}
        return Finding(True, f"{name} sudah benar dan sudah terbit.", by=work.by(page), evidence=evidence)

    def _not_live(self, page: Page, name: str) -> str:
        if page.approved_schedule:
            return f"{name} baru dijadwalkan. Untuk latihan ini, terbitkan sekarang: kosongkan jadwalnya."
        if page.current_workflow_state:
            return f"{name} sedang menunggu persetujuan. Untuk latihan ini, terbitkan sendiri."
        return f"{name} sudah ditulis, tetapi masih draf. Buka halamannya, lalu tekan “Terbitkan”."


class SeededCheck(PageCheck):
    """A page that was put into the folder and is to be mended there."""

    slug: str
    gone = "Halaman latihannya sudah tidak ada. Tekan “Ulangi dari awal” supaya muncul lagi."

    def find(self, work: Work) -> Page | None:
        page = work.below().filter(pk=work.seeds.get("page")).first()
        return page.specific if page else None

    def judge(self, work: Work, values) -> Finding:
        page = self.find(work)
        return Finding(False, self.gone) if page is None else self.judge_seeded(page, work, values)

    def judge_seeded(self, page: Page, work: Work, values) -> Finding:
        return self.judge_text(page, work, values)
