"""Reads a Dockerfile and its .dockerignore: as much of them as this project's use, and an error for all else."""

import json
import re
import shlex
from dataclasses import dataclass, field
from pathlib import PurePosixPath

KNOWN = {
    "FROM", "COPY", "RUN", "ENV", "WORKDIR", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "STOPSIGNAL", "CMD",
}  # fmt: skip


@dataclass
class Instruction:
    word: str
    value: str
    flags: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> list[str]:
        """The value in its JSON form, or split at its spaces."""
        return json.loads(self.value) if self.value.startswith("[") else self.value.split()

    @property
    def command(self) -> list[str]:
        """What is run: a value that is not in JSON form is the shell's."""
        return json.loads(self.value) if self.value.startswith("[") else ["/bin/sh", "-c", self.value]

    @property
    def pairs(self) -> dict[str, str]:
        """NAME=value of an ENV."""
        return dict(pair.split("=", 1) for pair in shlex.split(self.value))


@dataclass
class Stage:
    base: str
    name: str
    instructions: list[Instruction] = field(default_factory=list)


def parse(text: str) -> list[Stage]:
    """The stages in their order. ValueError for an instruction that is not known here."""
    stages: list[Stage] = []
    for line in logical_lines(text):
        word, value = line.split(None, 1)
        flags = {}
        while found := re.match(r"--([a-z-]+)=(\S+)\s+", value):
            flags[found[1]] = found[2]
            value = value[found.end() :]
        if word not in KNOWN:
            raise ValueError(f"An instruction that is not known here: {line}")
        if word == "FROM":
            base, _, name = re.fullmatch(r"(\S+)(\s+AS\s+(\S+))?", value).groups()
            stages.append(Stage(base, name or ""))
        else:
            stages[-1].instructions.append(Instruction(word, value, flags))
    return stages


def logical_lines(text: str):
    """Lines without comments; one that ends with a backslash goes on in the next."""
    held = ""
    for line in text.splitlines():
        if line.strip().startswith("#") or (not line.strip() and not held):
            continue
        held += line.strip()
        if held.endswith("\\"):
            held = held[:-1]
            continue
        yield held
        held = ""


class Ignore:
    """What .dockerignore keeps out of the build."""

    def __init__(self, text: str):
        lines = [line.strip() for line in text.splitlines()]
        patterns = [line.rstrip("/") for line in lines if line and not line.startswith("#")]
        if any(pattern.startswith("!") for pattern in patterns):
            raise ValueError("Exceptions (!) are not known here.")
        self.pattern = re.compile("|".join(map(translated, patterns)) or r"(?!)")

    def leaves_out(self, path: PurePosixPath) -> bool:
        """Whether this path, relative to the folder that is built from, or a folder above it is named."""
        return any(self.pattern.fullmatch(str(part)) for part in (path, *path.parents))


def translated(pattern: str) -> str:
    any_folder = pattern.startswith("**/")
    rest = re.escape(pattern.removeprefix("**/")).replace(r"\*", "[^/]*")
    return f"(?:.*/)?{rest}" if any_folder else rest
