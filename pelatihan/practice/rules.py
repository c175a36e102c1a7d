"""When an exercise is passed, and whether on one's own."""

from collections.abc import Iterable

ALONE, HELPED = "mandiri", "dibantu"
RESULTS = {ALONE: "lulus mandiri", HELPED: "lulus dibantu"}
MAX_CHECKS = 6


def result_of(trainee: int, deciders: Iterable[frozenset[int]]) -> str:
    """Each check names who made its decisive edit; a hand of anybody else makes it a helped one. Both are honest
    results, told apart."""
    return ALONE if all(by <= {trainee} for by in deciders) else HELPED
