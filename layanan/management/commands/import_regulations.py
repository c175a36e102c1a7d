"""manage.py import_regulations FILE [--write | --publish] [--user NAME]"""

import sys
import uuid
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from home.casework.imports import runs
from home.casework.imports.rules import DISCARDED, READY, WORK, WRITING
from home.casework.imports.sources import SourceError
from layanan.regulations.importer import RegulationImporter


class Command(BaseCommand):
    help = (
        "Checks a table of regulations (XLSX, CSV, OpenSID's JSON or XLS, or a ZIP of one with its PDFs) by the same "
        "steps as the admin. Writes nothing without --write (as drafts) or --publish. Ends with 1 if a row is faulty."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--write", action="store_true", help="save what is right as drafts")
        parser.add_argument("--publish", action="store_true", help="save what is right and publish it")
        parser.add_argument("--user", help="in whose name; otherwise in nobody's")

    def handle(self, *, file: Path, write: bool, publish: bool, user: str | None, **options):
        if not file.is_file():
            raise CommandError(f"No such file: {file}")
        person = self._person(user)
        try:
            run = runs.begin(RegulationImporter(), file, file.name, person, uuid.uuid4())
        except (SourceError, runs.ImportRefused) as error:
            raise CommandError(str(error)) from error
        run = self._work(run, person)
        if run.state == READY:
            runs.move(run, WRITING if write or publish else DISCARDED, publish=publish)
            run = self._work(run, person)
        faulty = 0
        for row in run.rows.all():
            faulty += bool(row.faults)
            for note in row.notes:
                self.stdout.write(f"{row.number}: {note['words']}")
        told = ", ".join(f"{name} {number}" for name, number in runs.counts(run).items() if name != "left")
        self.stdout.write(told)
        if faulty:
            sys.exit(1)

    def _person(self, name: str | None):
        if name is None:
            return None
        person = get_user_model().objects.filter(username=name).first()
        if person is None:
            raise CommandError(f"No such user: {name}")
        return person

    def _work(self, run, person):
        while run.state in WORK:
            run = runs.advance(run, RegulationImporter(), person)
        return run
