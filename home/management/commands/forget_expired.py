"""Once a day: what has run out and nobody needs goes, so that it neither fills the disk nor waits to be read."""

from django.core.management import BaseCommand, call_command

from home.identity import signin
from home.search import misses


class Command(BaseCommand):
    help = "Deletes expired sessions and old counts of wrong passwords and of searches without result."

    def handle(self, *args, **options):
        call_command("clearsessions")
        count = signin.forget_old_attempts()
        searches = misses.forget_old()
        if options["verbosity"] > 1:
            self.stdout.write(f"{count} old counts of wrong passwords deleted")
            self.stdout.write(f"{searches} counts of searches without result deleted")
