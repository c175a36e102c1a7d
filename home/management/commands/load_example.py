"""``manage.py load_example``: fills an empty database with the example village."""

from django.core.management.base import BaseCommand, CommandError

from home.example.loader import OwnContent, load_example


class Command(BaseCommand):
    help = (
        "Fills an empty database with the example village Tebing Tinggi Pemayung: guides, regulations, news, courses. "
        "Changes nothing when the example is there; refuses a database with content of its own."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--force",
            action="store_true",
            help="load it beside content of your own; what exists is kept as it is",
        )

    def handle(self, *args, force: bool, **options):
        try:
            loaded = load_example(self.say, force=force)
        except OwnContent as found:
            raise CommandError(
                f"This database has content of its own: {found}. The example was not loaded. "
                "With --force it is loaded beside it; nothing that exists is overwritten."
            ) from found
        self.say(
            "The example village is ready."
            if loaded
            else "The example village is there already; nothing changed."
        )

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
