"""Dates of the law that have passed, for "Tugas hari ini": to set, to put on the site, to report.

Permendagri 111/2014 and Perki 1/2018; how long each may take is data (`home.standards`). What is more than a year old
is for the registers, not for today.
"""

import datetime as dt
from collections.abc import Iterator

from wagtail import hooks

from home.editor.tasks import Kind, Task, edit_url, editable_pages
from home.standards.queries import period
from home.standards.rules import Period
from layanan.regulations.models import RegulationPage
from layanan.regulations.queries import in_revisions
from layanan.regulations.rules import AGREED, GAZETTES
from project.lib.localdates import format_date, months_later, today

_MONTHS_BACK = 12


@hooks.register("register_daily_tasks", order=60)
def late_regulations(user) -> Iterator[Task]:
    """The oldest first. Three queries, however many there are."""
    pages = RegulationPage.objects.filter(in_register=True, pk__in=editable_pages(user).values("pk"))
    late = [*_unreported(pages), *_unfinished(pages)]
    for _, task in sorted(late, key=lambda pair: pair[0]):
        yield task


def _unreported(pages) -> Iterator[tuple[dt.date, Task]]:
    term = period("pelaporan")
    promulgated = pages.live().filter(
        kind__in=GAZETTES,
        promulgated_on__gte=months_later(today(), -_MONTHS_BACK),
        promulgated_on__lt=term.before(today()),
        reported_on=None,
    )
    for page in promulgated:
        limit = term.after(page.promulgated_on)
        yield limit, _task(page, page.title, "Laporkan kepada Bupati", term, limit)


def _unfinished(pages) -> Iterator[tuple[dt.date, Task]]:
    """Drafts, as their newest version has them: an older row would say what was typed first."""
    pages = pages.filter(live=False, latest_revision__isnull=False)
    drafts = {page.latest_revision_id: page for page in pages}
    told = in_revisions(drafts, ("kind", "agreed_on", "enacted_on", "promulgated_on"))
    earliest = months_later(today(), -_MONTHS_BACK)
    on_site, set_in, sent_in = map(period, ("pemuatan", "penetapan", "kesepakatan_disampaikan"))
    for revision, columns in told.items():
        agreed, enacted, promulgated = (
            _day(columns[f"{name}_on"]) for name in ("agreed", "enacted", "promulgated")
        )
        page = drafts[revision]
        if promulgated and promulgated >= earliest:
            limit = on_site.after(promulgated)
            words, term = "Terbitkan", on_site
        elif columns["kind"] in AGREED and agreed and not enacted and agreed >= earliest:
            limit = set_in.after(sent_in.after(agreed))
            words, term = "Tetapkan", set_in
        else:
            continue
        if limit < today():
            yield limit, _task(page, page.get_admin_display_title(), words, term, limit)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


_REASONS = {
    "pelaporan": "Sudah diundangkan, laporannya belum dicatat",
    "pemuatan": "Sudah diundangkan, belum terbit di situs",
    "penetapan": "Sudah disepakati dengan BPD, belum ditetapkan",
}


def _task(page: RegulationPage, title: str, words: str, term: Period, limit: dt.date) -> Task:
    return Task(
        Kind.WRONG,
        f"{words}: “{title}”",
        f"{_REASONS[term.key]}. Batasnya {format_date(limit)} ({term}).",
        edit_url(page),
    )
