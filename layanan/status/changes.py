"""Setting the status of a service: at once, once, and with a trace of who."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from wagtail.log_actions import log

from home.pages.models import ContentVersion
from layanan.status.models import ServiceStatus
from project.lib.localdates import now

SET = "layanan.status.set"
TWO_TAPS = timedelta(minutes=1)
STATED = ("state", "reason", "since", "until")


class Overtaken(Exception):
    """Somebody else has set it meanwhile; `current` is what stands there now."""

    def __init__(self, current: ServiceStatus):
        super().__init__(str(current))
        self.current = current


def _same(one: ServiceStatus, other: ServiceStatus) -> bool:
    """A beginning that was left open is the minute of the tap: the second of two taps may fall into the next one."""
    if any(getattr(one, name) != getattr(other, name) for name in ("state", "reason", "until")):
        return False
    if one.since is None or other.since is None:
        return one.since is other.since
    return abs(one.since - other.since) <= TWO_TAPS


def set_status(wanted: ServiceStatus, seen: int, user) -> bool:
    """Writes a cleaned status over the one of version `seen`; whether anything changed. A second tap changes nothing.
    Raises `Overtaken` when another person was faster."""
    with transaction.atomic():
        row, _ = ServiceStatus.objects.get_or_create(guide_id=wanted.guide_id)
        values = {name: getattr(wanted, name) for name in STATED}
        if _same(wanted, row):
            return False
        written = ServiceStatus.objects.filter(pk=row.pk, version=seen).update(
            **values,
            set_by=user,
            set_by_name=user.shown_name[:150],
            set_at=now(),
            version=F("version") + 1,
        )
        if not written:
            raise Overtaken(row)
        ContentVersion.increase()
        log(instance=row, action=SET, user=user, data={"words": wanted.told})
    return True
