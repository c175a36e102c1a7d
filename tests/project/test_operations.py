"""The commands of docs/operations.md exist and can be typed; what they do is tried in tests/image and by hand."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

PROJECT = Path(__file__).resolve().parents[2]
DOCUMENT = (PROJECT / "docs" / "operations.md").read_text()
BLOCKS = re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL)
CRONTABS = re.findall(r"^\d+ \d+ \* \* \* (.*)$", DOCUMENT, re.MULTILINE)
MANAGED = re.findall(r"\bmanage(?:\.py)? ((?:--)?[a-z][\w-]*)((?: (?:--[\w-]+|\d+)\b)*)", DOCUMENT)


def test_there_are_commands_to_look_at():
    assert len(BLOCKS) > 10
    assert len(CRONTABS) == 4
    assert {name for name, _ in MANAGED} >= {"backup", "forget_expired", "make_renditions", "restore"}


@pytest.mark.parametrize("block", BLOCKS + CRONTABS, ids=lambda block: block.strip().splitlines()[0][:40])
def test_a_shell_understands_it(block):
    text = block.replace("<address of this repository>", "address")
    done = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True)
    assert done.stderr == ""


@pytest.mark.parametrize(("name", "options"), sorted(set(MANAGED)))
def test_a_command_of_the_site_exists_with_its_options(name, options):
    apps = get_commands()
    assert name in apps
    parser = load_command_class(apps[name], name).create_parser("manage.py", name)
    known = {option for action in parser._actions for option in action.option_strings}
    assert set(re.findall(r"--[\w-]+", options)) <= known


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"\b(?:deploy|docs|tests)/[\w./-]+\w|compose[\w.]*\.yml", DOCUMENT)))
)
def test_a_file_that_it_names_is_there(path):
    assert (PROJECT / path).exists()
