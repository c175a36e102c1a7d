"""Imports run one way: project.lib <- home <- layanan <- pelatihan <- project.urls (docs: design of the house)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = ["project", "home", "layanan", "pelatihan"]
# Inside a subject: models <- rules, queries <- forms <- views, admin. What a room may not import from its own subject:
FORBIDDEN_ROOMS = {
    "rules": {"models", "queries", "forms", "views", "admin", "urls"},
    "queries": {"forms", "views", "admin", "urls"},
    "models": {"views", "admin", "urls"},
    "forms": {"views", "admin", "urls"},
}


def sources():
    return sorted(
        path for floor in FLOORS for path in (ROOT / floor).rglob("*.py") if "migrations" not in path.parts
    )


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            found += [node.module] + [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def fault(module: str, imported: str) -> str | None:
    """Why `module` may not import `imported`; None where it may."""
    own, theirs = module.split("."), imported.split(".")
    if theirs[0] not in FLOORS:
        return None
    if own[:2] == ["project", "lib"] and theirs[:2] != ["project", "lib"]:
        return "project.lib is the ground: it imports nothing of ours"
    if module == "project.urls":
        return None
    if FLOORS.index(theirs[0]) > FLOORS.index(own[0]):
        return f"{own[0]} stands below {theirs[0]}"
    room = own[-1]
    if (
        own[:-1] == theirs[: len(own) - 1]
        and len(theirs) >= len(own)
        and theirs[len(own) - 1] in FORBIDDEN_ROOMS.get(room, ())
    ):
        return f"{room} may not import {theirs[len(own) - 1]} of its own subject"
    return None


@pytest.mark.parametrize("path", sources(), ids=module_name)
def test_no_import_runs_against_the_arrows(path):
    module = module_name(path)
    assert [f"{i}: {why}" for i in imports(path) if (why := fault(module, i))] == []


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("home.pages.models", "layanan.guides.models"),
        ("layanan.guides.rules", "pelatihan.courses.models"),
        ("project.lib.rupiah", "home.models"),
        ("project.lib.rupiah", "project.security"),
        ("project.security", "home.models"),
        ("layanan.regulations.rules", "layanan.regulations.models"),
        ("layanan.regulations.models", "layanan.regulations.views.something"),
    ],
)
def test_the_guard_sees_an_arrow_that_runs_the_wrong_way(module, imported):
    assert fault(module, imported) is not None
