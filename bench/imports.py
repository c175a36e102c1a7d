"""An import of many regulations with their PDFs, in a process of its own so that its memory can be told.

python -m bench.imports FOLDER ROWS prints JSON; the database is the one that the environment names.
"""

import json
import resource
import sys
import time
import uuid
from pathlib import Path

import django

SECONDS, MEGABYTES = 120, 400  # for 500 rows with 500 PDFs, from the file to the published pages


def archive(folder: Path, rows: int) -> Path:
    """A ZIP as an office has it: a CSV of Excel's and a PDF of two pages for each row."""
    from bench.content import pdf
    from tests.factories.tables import csv_of, zip_of

    table, files = [], {}
    for n in range(rows):
        year, number = 2000 + n % 25, n // 25 + 1
        name = f"perdes-{number}-{year}.pdf"
        files[name] = pdf(f"Peraturan Desa Nomor {number} Tahun {year}", pages=2)
        table.append(
            {
                "jenis": "Perdes",
                "nomor": str(number),
                "tahun": str(year),
                "tentang": f"Urusan Nomor {number} Tahun {year}",
                "ditetapkan": f"5/3/{year}",
                "diundangkan": f"6 Maret {year}",
                "berkas": name,
            }
        )
    path = folder / "peraturan.zip"
    path.write_bytes(zip_of({"peraturan.csv": csv_of(table), **files}))
    return path


def run(path: Path) -> dict:
    """Checks, saves and publishes all rows; seconds and how many came to be."""
    from home.casework.imports import runs
    from home.casework.imports.rules import READY, WORK, WRITING
    from layanan.models import RegulationPage
    from layanan.regulations.importer import RegulationImporter

    start = time.perf_counter()
    found = runs.begin(RegulationImporter(), path, path.name, None, uuid.uuid4())
    steps = 0
    while found.state in WORK or found.state == READY:
        if found.state == READY:
            runs.move(found, WRITING, publish=True)
        found = runs.advance(found, RegulationImporter(), None)
        steps += 1
    return {
        "seconds": time.perf_counter() - start,
        "steps": steps,
        "published": RegulationPage.objects.live().exclude(document=None).count(),
    }


def peak_megabytes() -> float:
    """Of this process and the largest of those it started, which may have been at the same time. Linux counts kB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + children) / 1024


def faults(result: dict, rows: int) -> list[str]:
    found = []
    if result["published"] != rows:
        found.append(f"import: {result['published']} of {rows} rows were published with their PDF")
    if result["seconds"] > SECONDS:
        found.append(f"import: {result['seconds']:.0f} s, allowed are {SECONDS}")
    if result["megabytes"] > MEGABYTES:
        found.append(f"import: {result['megabytes']:.0f} MB, allowed are {MEGABYTES}")
    return found


if __name__ == "__main__":
    django.setup()
    result = run(Path(sys.argv[1]))
    print(json.dumps(result | {"megabytes": peak_megabytes()}))
