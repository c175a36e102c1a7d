"""What was put on the schedule comes and goes at its time.

The server itself looks every minute, in a thread of one of its processes (`start`): it ends with the server, costs no
program that starts each minute, and needs no cron. `manage.py publish_scheduled` does one round by hand.
"""

import fcntl
import logging
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connections, transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, Page, Revision

LOCK_NAME = ".publish_scheduled.lock"

REFUSED = "home.publish.refused"  # in the history of a page

logger = logging.getLogger(__name__)


@dataclass
class Round:
    """What one look at the schedule did; each entry is a title or a sentence about it."""

    published: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.published or self.ended or self.refused or self.failed)


def run_due() -> Round:
    """Takes down what has expired and publishes what is due, each in its own transaction, so that one that cannot
    go does not hold up the others. In this order, so that what ends makes room for what follows it."""
    result = Round()
    now = timezone.now()
    for model in (Page, *_other_models_with_drafts()):
        expired = model.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")
        for pk in list(expired.values_list("pk", flat=True)):
            _guarded(_end, result, model, pk)
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    for pk in list(due.values_list("pk", flat=True)):
        _guarded(_publish, result, pk)
    if result:
        logger.info(
            "Schedule: %d published, %d ended, %d refused, %d failed",
            *map(len, (result.published, result.ended, result.refused, result.failed)),
        )
    return result


def _other_models_with_drafts() -> list[type]:
    return [m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page)]


def _guarded(step, result: Round, *arguments) -> None:
    """A fault nobody foresaw (a full disk) is told in the log; what is due stays due for the next round."""
    try:
        step(result, *arguments)
    except Exception as error:  # whatever it is, it must not hold up the pages that come after
        logger.exception("Schedule: %s%r failed", step.__name__, arguments)
        result.failed.append(f"{step.__name__.strip('_')} {arguments[-1]}: {error}")


# Both steps read what they act on again inside their transaction: another round, of cron or of a second server, may
# have been there first. SQLite has the write lock from the transaction's start, PostgreSQL locks the row.


def _end(result: Round, model: type, pk) -> None:
    with transaction.atomic():
        held = (
            model.objects.select_for_update().filter(pk=pk, live=True, expire_at__lt=timezone.now()).first()
        )
        if held is None:
            return
        (held.specific if isinstance(held, Page) else held).unpublish(
            set_expired=True, log_action="wagtail.unpublish.scheduled"
        )
    result.ended.append(str(held))


def _publish(result: Round, pk: int) -> None:
    try:
        with transaction.atomic():
            due = Revision.objects.select_for_update().filter(pk=pk, approved_go_live_at__lt=timezone.now())
            revision = due.first()
            if revision is None:
                return
            revision.publish(log_action="wagtail.publish.scheduled")
    except (ValidationError, IntegrityError) as error:
        _refuse(result, revision, error)
    else:
        result.published.append(revision.object_str)


def _refuse(result: Round, revision: Revision, error: Exception) -> None:
    """Takes the page off the schedule, so that a person decides."""
    reasons = " ".join(error.messages) if isinstance(error, ValidationError) else "Nomor ini sudah dipakai."
    with transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        log(
            instance=revision.content_object,
            action=REFUSED,
            revision=revision,
            data={"reasons": reasons},
        )
    logger.warning("Scheduled page %s was not published: %s", revision.object_id, reasons)
    result.refused.append(f"{revision.object_str}: tidak jadi terbit. {reasons}")


# --- the thread of the server ----------------------------------------------------------------------------------


def start() -> threading.Thread | None:
    """For a server process, once it is ready to answer. With several processes one does the work and the others
    wait, asleep, to take its place should it die. None where BALAI_PUBLISH_EVERY=0 leaves the work to cron."""
    if settings.PUBLISH_EVERY <= 0:
        return None
    thread = threading.Thread(
        target=keep_publishing, args=(settings.PUBLISH_EVERY, threading.Event()), name="schedule", daemon=True
    )
    thread.start()
    return thread


def keep_publishing(every: float, stop: threading.Event) -> None:
    """A round every so many seconds until `stop` is set. Whatever goes wrong in one is logged and the next tries
    again: the database or the disk may be back by then."""
    while not stop.is_set():
        try:
            with _only_runner():
                while not stop.is_set():
                    _one_round()
                    stop.wait(every)
        except OSError:
            logger.exception("Schedule: the lock file in %s cannot be used", settings.DATA_DIR)
            stop.wait(every)


def _one_round() -> None:
    try:
        run_due()
    except Exception:  # the thread must live on: nobody would start it again
        logger.exception("Schedule: this round failed; the next one tries again")
    finally:
        # Nothing is held between rounds: a database that was restarted meanwhile is met with a new connection.
        connections.close_all()


@contextmanager
def _only_runner():
    """Waits until no other process or thread on this data folder is the runner. The system lets the lock go with
    the process that holds it, however that ends."""
    with (Path(settings.DATA_DIR) / LOCK_NAME).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
