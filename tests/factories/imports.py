"""Runs of an import of regulations, led to where a test needs them."""

import uuid
from pathlib import Path

from home.casework.imports import runs
from home.casework.imports.models import ImportRun
from home.casework.imports.rules import CHECKING, WRITING
from layanan.regulations.importer import RegulationImporter


def previewed(folder: Path, name: str, data: bytes, user) -> ImportRun:
    """A run that waits for a decision."""
    path = folder / name
    path.write_bytes(data)
    importer = RegulationImporter()
    run = runs.begin(importer, path, name, user, uuid.uuid4())
    while run.state == CHECKING:
        run = runs.advance(run, importer, user)
    return run


def led(run: ImportRun, state: str, user, **columns) -> ImportRun:
    """The same run, led to a state that is work, and through it."""
    runs.move(run, state, **columns)
    while run.state == state:
        run = runs.advance(run, RegulationImporter(), user)
    return run


def imported(folder: Path, name: str, data: bytes, user, publish: bool = True) -> ImportRun:
    return led(previewed(folder, name, data, user), WRITING, user, publish=publish)
