"""Turns between the processes that run browser tests beside each other.

What measures time (mark `alone`) has the machine to itself while it runs; the others run beside each other. The locks
lie on files that are there anyway, and the system gives them back whatever becomes of their process.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

DOOR = Path(__file__)
ROOM = DOOR.parent


@contextmanager
def locked(path: Path, *, shared: bool = False) -> Iterator[None]:
    """Other processes that come to this file or folder, which must exist, wait until the end of the block; with
    `shared` only those wait that want it for themselves."""
    place = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(place, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield
    finally:
        os.close(place)


@contextmanager
def turn(*, alone: bool) -> Iterator[None]:
    """Waits until the block may run. Everybody passes the door, and whoever waits for the room to be empty stands in
    it: else the others, test after test, would never leave the room empty."""
    with ExitStack() as room:
        with locked(DOOR):
            room.enter_context(locked(ROOM, shared=not alone))
        yield
