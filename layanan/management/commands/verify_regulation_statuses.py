"""manage.py verify_regulation_statuses [--repair]"""

import sys

from django.core.management.base import BaseCommand

from layanan.regulations import status


class Command(BaseCommand):
    help = "Looks whether each stored status follows from the relations between regulations; ends with 1 otherwise."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="write the right status")

    def handle(self, *, repair: bool, **options):
        wrong = status.verify(repair)
        for title, stored, right in wrong:
            self.stdout.write(f"{title}: {stored}, should be {right}")
        verb = "repaired" if repair else "wrong"
        self.stdout.write(f"{len(wrong)} {verb}" if wrong else "Every status is right.")
        if wrong and not repair:
            sys.exit(1)
