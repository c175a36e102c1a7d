"""Once a day: what has run out and nobody needs goes, so that it neither fills the disk nor waits to be read."""

from django.core.management import BaseCommand, call_command

from home.identity import signin


class Command(BaseCommand):
    help = "Deletes expired sessions and old counts of wrong passwords."

    def handle(self, *args, **options):
        call_command("clearsessions")
        count = signin.forget_old_attempts()
        if options["verbosity"] > 1:
            self.stdout.write(f"{count} old counts of wrong passwords deleted")
