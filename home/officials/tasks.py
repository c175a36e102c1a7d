"""Offices whose holder's term has ended, for "Tugas hari ini"."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from wagtail import hooks

from home.editor.tasks import Kind, Task
from home.officials.models import Official
from project.lib.localdates import format_date, today


@hooks.register("register_daily_tasks", order=20)
def terms_that_ended(user) -> Iterator[Task]:
    """The last holder of each office that nobody holds today and for whom no successor is written."""
    if not user.has_perm("home.change_official"):
        return
    later = Official.objects.filter(position=OuterRef("position")).filter(
        Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on"))
    )
    expired = Official.objects.filter(ends_on__lt=today()).exclude(Exists(later)).select_related("position")
    for official in expired:
        yield Task(
            Kind.WRONG,
            f"Masa jabatan {official.position} habis",
            f"{official.name}, sampai {format_date(official.ends_on)}. "
            "Perpanjang tanggalnya, atau tambahkan penggantinya.",
            reverse("pejabat:edit", args=[official.pk]),
        )
