"""Figures of the village's pages, month by month, for whoever compares them with what was done."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from django.db.models import Min
from wagtail import hooks
from wagtail.models import Page, PageLogEntry
from wagtail.query import PageQuerySet

from project.lib import localdates

PUBLISHED = "wagtail.publish"


def village_pages() -> PageQuerySet:
    """The pages of the village, without those that an app sets apart (hook "register_pages_set_apart")."""
    pages = Page.objects.all()
    for without in hooks.get_hooks("register_pages_set_apart"):
        pages = without(pages)
    return pages


class PagesKeptUp:
    """How many pages were published or brought up to date, each once a month."""

    key = "halaman"
    title = "Halaman yang terbit atau diperbarui"
    unit = "halaman"

    def series(self, start: date, end: date) -> list[tuple[date, int]]:
        """Months before the first page was ever published are unknown, and no zero. Two queries and those of the apps
        that set pages apart."""
        begun = PageLogEntry.objects.filter(action=PUBLISHED).aggregate(first=Min("timestamp"))["first"]
        if begun is None:
            return []
        entries = PageLogEntry.objects.filter(
            action=PUBLISHED,
            timestamp__gte=_midnight(start),
            timestamp__lt=_midnight(end + timedelta(days=1)),
            page__in=village_pages().values("pk"),
        )
        found = defaultdict(set)
        for page, at in entries.values_list("page_id", "timestamp"):
            found[at.astimezone(localdates.zone()).date().replace(day=1)].add(page)
        first = max(start.replace(day=1), begun.astimezone(localdates.zone()).date().replace(day=1))
        months = []
        while first <= end:
            months.append((first, len(found[first])))
            first = localdates.months_later(first, 1)
        return months


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), localdates.zone())


hooks.register("register_training_result", PagesKeptUp())
