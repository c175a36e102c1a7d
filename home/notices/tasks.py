"""Notices that a Penerbit has not made and that end soon, for "Tugas hari ini"."""

from collections.abc import Iterator
from datetime import timedelta

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
    for notice in (
        Notice.objects.unfinished().filter(created_at__gte=now() - NEW_FOR).exclude(created_by=user)
    ):
        yield Task(
            Kind.WAITS,
            f"Baca pengumuman “{notice.title}”",
            f"{notice.get_level_display()}, dibuat oleh {notice.created_by_name}; "
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
