"""What is out of the ordinary about the subject of a page, such as a service that is closed today.

It stands beside the page's name wherever that name leads there: on the home page, in lists, in search. A subject says
what it knows through the hook "register_page_marks", a function that gives `Mark`s of now and of later; the frame keeps
them, so a page asks for none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from wagtail import hooks

from project.lib.localdates import now


@dataclass(frozen=True)
class Mark:
    """`word` is the short name ("Tutup sementara"), `reason` a sentence; without `until` it lasts until changed."""

    page_id: int
    level: str
    word: str
    reason: str
    since: datetime
    until: datetime | None = None

    @property
    def is_current(self) -> bool:
        """Decided by the clock when asked, so that nothing has to run at the minute it begins or ends."""
        return self.since <= now() and (self.until is None or now() < self.until)


def all_marks() -> dict[int, Mark]:
    """By page; one query for each subject that has any."""

    def given() -> Iterator[Mark]:
        for tell in hooks.get_hooks("register_page_marks"):
            yield from tell()

    return {mark.page_id: mark for mark in given()}
