"""docs/env-vars.md and the code name the same variables."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DOCUMENT = PROJECT / "docs" / "env-vars.md"
READERS = [*sorted((PROJECT / "project" / "settings").glob("*.py")), PROJECT / "gunicorn.conf.py"]
# Files that name a variable as ${NAME}.
FILLED_IN = [
    PROJECT / "compose.yml",
    PROJECT / "deploy" / "nginx" / "balai.conf.template",
]
SETTING = re.compile(r"^setting (\w+) ", re.MULTILINE)
NAMED = re.compile(r"\$\{([A-Z][A-Z_]+)[:}]")
READ = re.compile(r"""env(?:\.\w+|iron\.get)?\(\s*["']([A-Z][A-Z_]+)["']""")
# Read by commands, not by settings.
OF_COMMANDS = {"DJANGO_SETTINGS_MODULE", "CI", "BALAI_CHROMIUM"}


def names_in_code() -> set[str]:
    read = {name for path in READERS for name in READ.findall(path.read_text())}
    read |= set(SETTING.findall((PROJECT / "deploy" / "nginx" / "start.sh").read_text()))
    return read | {name for path in FILLED_IN for name in NAMED.findall(path.read_text())}


def names_in_document() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)` \|", DOCUMENT.read_text(), flags=re.MULTILINE))


def test_every_variable_that_is_read_is_explained_and_no_other():
    assert names_in_document() == names_in_code() | OF_COMMANDS


def test_the_containers_get_every_setting_of_the_site():
    """Some of them come with the image, since there they are the same for every village."""
    in_settings = {name for path in READERS for name in READ.findall(path.read_text())}
    handed_over = set(
        re.findall(r"^      ([A-Z][A-Z_]+):", (PROJECT / "compose.yml").read_text(), re.MULTILINE)
    )
    in_image = set(
        re.findall(r"^(?:ENV|   ) ([A-Z][A-Z_]+)=", (PROJECT / "Dockerfile").read_text(), re.MULTILINE)
    )
    built_in = {"BALAI_STATIC_ROOT"}  # the static files are built into the image, where the default has them
    assert in_settings - handed_over - in_image == built_in
