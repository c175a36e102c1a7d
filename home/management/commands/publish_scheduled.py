"""One round of the schedule by hand or by cron; while the site runs, its server does this by itself.

It stands in the place of Wagtail's own command, which publishes all that is due in one go: the first page that may
not be published (a regulation whose number was taken meanwhile) ends its run, and the others wait for ever.
"""

from django.core.management.base import CommandError
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand

from home.pages import schedule


class Command(WagtailCommand):
    help = "Publishes what is due and takes down what has expired, each page for itself."

    def handle(self, *args, **options):
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        result = schedule.run_due()
        for words in result.refused:
            self.stderr.write(words)
        if result.failed:
            raise CommandError("; ".join(result.failed))
