"""Three faces and one open line: how people say what they thought of a session. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pelatihan.evaluation.rules import FEWEST

GLAD, SO_SO, SORRY = "senang", "biasa", "kecewa"
FACES = {GLAD: "Senang", SO_SO: "Biasa saja", SORRY: "Kurang senang"}
LETTERS = 300

OPEN_AFTER = timedelta(days=1)  # how long after a session people may still say it


def is_open(starts_at: datetime, ends_at: datetime, now: datetime) -> bool:
    return starts_at <= now <= ends_at + OPEN_AFTER


@dataclass(frozen=True)
class Reactions:
    """What was said about a session. Of a few answers nothing is told, not even how many: who gave them would be
    guessed."""

    faces: tuple[tuple[str, int], ...] = ()  # the words for each face, and how often
    lines: tuple[str, ...] = ()
    answers: int | None = None  # None: fewer than may be told

    @property
    def is_shown(self) -> bool:
        return self.answers is not None


def tell(faces: Collection[str], lines: Iterable[str]) -> Reactions:
    """The lines in the order of the alphabet: that in which they came would say something."""
    if len(faces) < FEWEST:
        return Reactions()
    counted = Counter(faces)
    return Reactions(
        faces=tuple((words, counted[face]) for face, words in FACES.items()),
        lines=tuple(sorted(line for line in lines if line)),
        answers=len(faces),
    )
