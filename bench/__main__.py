"""python -m bench: measures on a database of its own that is thrown away; ends with 1 where a limit is broken."""

import argparse
import json
import os
import platform
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

FEW = 20
ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--regulations", type=int, default=2000)
    parser.add_argument("--guides", type=int, default=100)
    parser.add_argument("--rows", type=int, default=500, help="of the import, each with its PDF")
    parser.add_argument("--save", type=Path, help="write the figures to this file too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="balai-bench-") as folder:
        words, faults = measured(Path(folder), asked)
    print(words)
    if asked.save:
        asked.save.write_text(words + "\n")
    for fault in faults:
        print(f"BROKEN: {fault}", file=sys.stderr)
    return 1 if faults else 0


def settled(folder: Path) -> dict[str, str]:
    """The environment of a site below the folder, whatever site the machine has."""
    folder.mkdir(exist_ok=True)
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "project.settings.production",
        "BALAI_SECRET_KEY": secrets.token_urlsafe(50),
        "BALAI_BASE_URL": "http://localhost:8000",
        "BALAI_ALLOWED_HOSTS": "localhost",
        "BALAI_BEHIND_PROXY": "false",
        "BALAI_DATA_DIR": str(folder),
        "BALAI_STATIC_ROOT": str(folder / "static"),
        "DATABASE_URL": f"sqlite:///{folder / 'balai.sqlite3'}",
    }


def measured(folder: Path, asked: argparse.Namespace) -> tuple[str, list[str]]:
    """The figures as Markdown, and which limits are broken."""
    imported = import_figures(folder / "import", asked.rows)
    os.environ |= settled(folder / "pages")
    django.setup()
    from django.core.management import call_command

    from bench import imports, pages, trainings
    from bench.content import Village

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    village = Village()
    village.grow(FEW, FEW)
    few = pages.measure(village)
    start = time.perf_counter()
    village.grow(asked.regulations - FEW, asked.guides - FEW)
    built = time.perf_counter() - start
    many = pages.measure(village)
    trained = trainings.measure()
    faults = [fault for cost in many.values() for fault in cost.faults] + imports.faults(imported, asked.rows)
    faults += trained.faults
    words = f"""# Figures

What `make bench` measured. Queries and bytes are exact; a time is a multiple of the same page with {FEW} regulations
and {FEW} guides in the same run. Bytes are those of the HTML before it is compressed.

{machine()}

## Pages with {asked.regulations:,} regulations with text and {asked.guides} guides

No page of HTML over {pages.HTML_BYTES:,} bytes. The content was made in {built:.0f} s.

{pages.table(many, few)}

## Import of {asked.rows} rows with {asked.rows} PDFs

From the ZIP to published pages: {imported["seconds"]:.0f} s (allowed: {imports.SECONDS}) in {imported["steps"]} steps,
{imported["megabytes"]:.0f} MB at the most (allowed: {imports.MEGABYTES}), {imported["published"]} published.

{chr(10).join(trainings.words(trained))}"""
    return words, faults


def import_figures(folder: Path, rows: int) -> dict:
    """In programs of their own: what this one has in memory must not count."""
    environment = settled(folder)
    words = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(words, cwd=ROOT, env=environment, check=True)  # noqa: S603 (fixed words)
    making = "import sys; from pathlib import Path; from bench.imports import archive; import django; django.setup(); "
    making += "print(archive(Path(sys.argv[1]), int(sys.argv[2])))"
    words = [sys.executable, "-c", making, str(folder), str(rows)]
    made = subprocess.run(words, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    words = [sys.executable, "-m", "bench.imports", made.stdout.strip()]
    done = subprocess.run(words, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return json.loads(done.stdout)


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return (
        f"Machine: {os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB, "
        f"Python {platform.python_version()}, SQLite."
    )


if __name__ == "__main__":
    sys.exit(main())
