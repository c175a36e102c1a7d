"""Services that somebody else has called out of order, and those that have been so for long, for "Tugas hari ini"."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from wagtail import hooks

from home.editor.tasks import Kind, Task
from layanan.status.models import ServiceStatus
from layanan.status.rules import NORMAL, WORDS
from project.lib.localdates import format_moment, now

NEW_FOR = timedelta(days=2)
ENDS_SOON = timedelta(hours=24)
LONG = timedelta(days=7)  # without an end in sight


def _unfinished():
    return (
        ServiceStatus.objects.exclude(state=NORMAL)
        .filter(Q(until=None) | Q(until__gt=now()))
        .select_related("guide")
        .order_by("since", "pk")
    )


@hooks.register("register_daily_tasks", order=6)
def statuses_by_others(user) -> Iterator[Task]:
    """A status is public without approval; those who answer for what the village says read it afterwards."""
    if not user.has_perm("home.change_villagesettings"):
        return
    for row in _unfinished().filter(set_at__gte=now() - NEW_FOR).exclude(Q(set_by=user) | Q(set_by=None)):
        yield Task(
            Kind.WAITS,
            f"Baca status layanan “{row.guide.get_admin_display_title()}”",
            f"{WORDS[row.state]}, diisi oleh {row.set_by_name} pada {format_moment(row.set_at)}",
            reverse("service_status", args=[row.guide_id]),
        )


@hooks.register("register_daily_tasks", order=41)
def statuses_to_look_at(user) -> Iterator[Task]:
    """Before it ends by itself, and when it has no end and nobody has looked for a week."""
    if not user.has_perm("layanan.change_servicestatus"):
        return
    soon, long_ago = now() + ENDS_SOON, now() - LONG
    for row in _unfinished().filter(Q(until__lte=soon) | Q(until=None, since__lt=long_ago)):
        note = (
            f"Kembali normal sendiri pada {format_moment(row.until)}. Perpanjang bila belum."
            if row.until
            else f"Sejak {format_moment(row.since)}. Pilih Normal bila sudah pulih."
        )
        yield Task(
            Kind.WAITS,
            f"Masih {WORDS[row.state].lower()}? Layanan “{row.guide.get_admin_display_title()}”",
            note,
            reverse("service_status", args=[row.guide_id]),
        )
