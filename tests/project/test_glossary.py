"""docs/glossary.md names every model, so that who reads the code and who knows the village mean the same."""

import re
from pathlib import Path

from django.apps import apps

GLOSSARY = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"
OURS = ("home", "layanan", "pelatihan")


def test_every_model_has_its_word():
    rows = [line for line in GLOSSARY.read_text().splitlines() if line.startswith("| ")]
    named = {name for row in rows for name in re.findall(r"`([A-Z]\w+)`", row.split("|")[1])}
    models = {model.__name__ for label in OURS for model in apps.get_app_config(label).get_models()}
    assert models <= named, sorted(models - named)


def test_every_row_says_where_the_word_comes_from():
    rows = [line for line in GLOSSARY.read_text().splitlines() if line.startswith("| ")]
    assert [row for row in rows if row.count("|") != 4 or not row.split("|")[3].strip()] == []
