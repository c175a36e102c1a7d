"""How far somebody is in a lesson: the one function that every view, board and table shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


def step_key(block_id: str) -> str:
    """What a step is called among the things a lesson asks for. Its block keeps its id when it is moved or reworded."""
    return f"langkah:{block_id}"


@dataclass(frozen=True)
class Progress:
    """`done` of `required` things; `finished` once all were done, also when the lesson asks for more since then."""

    done: int = 0
    required: int = 0
    finished: bool = False

    @property
    def share(self) -> float:
        """Between 0 and 1. A lesson that asks for nothing is never complete."""
        return self.done / self.required if self.required else 0.0

    @property
    def complete(self) -> bool:
        """All that the lesson asks for now is done."""
        return 0 < self.required == self.done

    @property
    def words(self) -> str:
        if self.finished:
            return "selesai"
        if not self.required:
            return "belum ada isi"
        return f"{self.done} dari {self.required} selesai" if self.done else "belum dimulai"


def progress(required: Iterable[str], done: Iterable[str], finished: bool = False) -> Progress:
    """What is no longer required does not count, so it is never more than all."""
    asked = frozenset(required)
    return Progress(done=len(asked & frozenset(done)), required=len(asked), finished=finished)


@dataclass(frozen=True)
class Standing:
    """Where somebody stands in a lesson that he began and has not finished."""

    lesson: int
    step: int  # the number of the first step that is not done
    since: datetime  # when he last did one


def next_step(steps: list[str], done: Iterable[str]) -> int | None:
    """The number, from 1, of the first step that is not done; None where all are."""
    known = frozenset(done)
    return next((number for number, step in enumerate(steps, 1) if step not in known), None)
