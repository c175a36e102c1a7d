"""docs/env-vars.md and the code name the same variables."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DOCUMENT = PROJECT / "docs" / "env-vars.md"
READERS = [*sorted((PROJECT / "project" / "settings").glob("*.py")), PROJECT / "gunicorn.conf.py"]
READ = re.compile(r"""env(?:\.\w+|iron\.get)?\(\s*["']([A-Z][A-Z_]+)["']""")
# Read by commands, not by settings.
OF_COMMANDS = {"DJANGO_SETTINGS_MODULE", "CI", "BALAI_CHROMIUM"}


def names_in_code() -> set[str]:
    return {name for path in READERS for name in READ.findall(path.read_text())}


def names_in_document() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)` \|", DOCUMENT.read_text(), flags=re.MULTILINE))


def test_every_variable_that_is_read_is_explained_and_no_other():
    assert names_in_document() == names_in_code() | OF_COMMANDS
