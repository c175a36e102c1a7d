"""Wagtail's `publish_scheduled`, one page at a time.

Wagtail publishes all pages that are due in one go: the first one that may not be published (a regulation whose number
was taken meanwhile) ends the run, and the others wait for ever. Here such a page goes back to draft with a line in
the log and in its history, and the rest is published.
"""

import logging

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)


class Command(WagtailCommand):
    def handle(self, *args, **options):
        if not options["dryrun"]:
            # In this order, so that what ends makes room for what follows it.
            self._unpublish_expired()
            self._publish_due()
        super().handle(*args, **options)

    def _unpublish_expired(self) -> None:
        expired = Page.objects.live().filter(expire_at__lt=timezone.now()).order_by("expire_at")
        for page in expired.specific():
            page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")

    def _publish_due(self) -> None:
        due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")
        for revision in list(due):
            try:
                with transaction.atomic():
                    revision.publish(log_action="wagtail.publish.scheduled")
            except (ValidationError, IntegrityError) as error:
                self._refuse(revision, error)

    def _refuse(self, revision: Revision, error: Exception) -> None:
        """Takes the page off the schedule, so that a person decides."""
        reasons = (
            " ".join(error.messages) if isinstance(error, ValidationError) else "Nomor ini sudah dipakai."
        )
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        log(
            instance=revision.content_object,
            action="home.publish.refused",
            revision=revision,
            data={"reasons": reasons},
        )
        logger.warning("Scheduled page %s was not published: %s", revision.object_id, reasons)
        self.stderr.write(f"{revision.object_str}: tidak jadi terbit. {reasons}")
