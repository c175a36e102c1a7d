"""Reads compose.yml with the values of an .env file, as `docker compose` fills them in."""

import re
from pathlib import Path

import yaml

NAME = re.compile(r"\$\{(\w+)(?::([-?])([^}]*))?\}")


def read(path: Path, values: dict[str, str]) -> dict:
    """KeyError with its words for a variable that must be given and is not."""

    def filled(found: re.Match) -> str:
        name, kind, words = found.groups()
        if values.get(name):
            return values[name]
        if kind == "?":
            raise KeyError(f"{name}: {words}")
        return words or ""

    def deep(node):
        if isinstance(node, dict):
            return {key: deep(value) for key, value in node.items()}
        if isinstance(node, list):
            return [deep(value) for value in node]
        return NAME.sub(filled, node) if isinstance(node, str) else node

    content = deep(yaml.safe_load(path.read_text()))
    for service in content["services"].values():
        # A name without a value is handed over as it stands in .env, and not at all where it does not.
        given = service.get("environment", {})
        service["environment"] = {
            name: str(values[name] if value is None else value)
            for name, value in given.items()
            if value is not None or name in values
        }
    return content


def seconds(words: str) -> float:
    number, unit = re.fullmatch(r"(\d+)(ms|s|m)", words).groups()
    return int(number) * {"ms": 0.001, "s": 1, "m": 60}[unit]
