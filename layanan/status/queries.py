"""Reads of the status of services."""

from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from layanan.status.models import ServiceStatus

HISTORY = 10


def by_guide() -> dict[int, ServiceStatus]:
    return {row.guide_id: row for row in ServiceStatus.objects.all()}


def history(row: ServiceStatus) -> list[ModelLogEntry]:
    """The latest changes, newest first."""
    if row.pk is None:
        return []
    entries = registry.get_logs_for_instance(row).select_related("user")
    return list(entries.order_by("-timestamp", "-pk")[:HISTORY])
