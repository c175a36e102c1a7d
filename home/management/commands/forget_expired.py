"""Once a day: what has run out and nobody needs goes, so that it neither fills the disk nor waits to be read.

What that is, each subject says for its own records: home/casework/retention.py.
"""

import logging

from django.core.management import BaseCommand, CommandError

from home.casework import retention

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Deletes what has been kept long enough, of every kind of records; the counts go into a ledger."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only tells what would go, and why")

    def handle(self, *, dry_run: bool = False, verbosity: int = 1, **options):
        failed = []
        for kind in retention.kinds():
            try:
                count = retention.forget(kind, dry=dry_run)
            except Exception:  # one kind that fails must not keep the others
                logger.exception("%s could not be forgotten", kind.key)
                failed.append(kind.key)
                continue
            if dry_run:
                self.stdout.write(f"{kind.key}: {count} would go (kept: {kind.kept_words}). {kind.why}")
            elif verbosity > 1:
                self.stdout.write(f"{kind.key}: {count} deleted")
        if failed:
            raise CommandError(f"Not forgotten, see the log: {', '.join(failed)}")
