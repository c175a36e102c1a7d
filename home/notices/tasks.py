"""Notices that somebody else has written and that end soon, for "Tugas hari ini"."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from wagtail import hooks

from home.editor.tasks import Kind, Task
from home.notices.models import Notice
from project.lib.localdates import format_moment, now

NEW_FOR = timedelta(days=2)
ENDS_SOON = timedelta(hours=24)


@hooks.register("register_daily_tasks", order=5)
def notices_by_others(user) -> Iterator[Task]:
    """A notice is public without approval; those who answer for what the village says read it afterwards."""
    if not user.has_perm("home.change_villagesettings"):
        return
    since = now() - NEW_FOR
    written = Notice.objects.unfinished().annotate(
        by=Coalesce("changed_by", "created_by"), at=Coalesce("changed_at", "created_at")
    )
    # The example's notices were written by nobody.
    for notice in written.filter(Q(at__gte=since) | Q(begins_at__gte=since)).exclude(
        Q(by=user.pk) | Q(by=None)
    ):
        yield Task(
            Kind.WAITS,
            f"Baca pengumuman “{notice.title}”",
            f"{notice.get_level_display()}, ditulis oleh {notice.written_by}; "
            f"tampil sejak {format_moment(notice.begins_at)}",
            reverse("pengumuman:edit", args=[notice.pk]),
        )


@hooks.register("register_daily_tasks", order=40)
def notices_that_end_soon(user) -> Iterator[Task]:
    if not user.has_perm("home.change_notice"):
        return
    for notice in Notice.objects.current().filter(ends_at__lte=now() + ENDS_SOON):
        yield Task(
            Kind.WAITS,
            f"Masih perlu? Pengumuman “{notice.title}”",
            f"Hilang sendiri pada {format_moment(notice.ends_at)}. Perpanjang bila masih berlaku.",
            reverse("pengumuman:edit", args=[notice.pk]),
        )
