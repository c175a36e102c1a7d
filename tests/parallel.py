"""Many at the same moment: each in a thread with a connection of its own, as the server's threads have.

For tests marked ``django_db(transaction=True)``. On SQLite they work on a file, since in memory, where the tests'
database lies, parallel writers are refused at once.
"""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from django.db import connection, connections


def at_once(
    folder: Path, jobs: list[Callable[[], object]], look: Callable[[], object]
) -> tuple[list, object]:
    """What each job returned, or the exception that ended it, and what `look` sees afterwards."""
    database = folder / "balai.sqlite3"
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(database)) as file:
            connection.connection.backup(file)
            file.execute("PRAGMA journal_mode=WAL")
    barrier = threading.Barrier(len(jobs))
    ended = _threads(database, jobs, barrier)
    (seen,) = _threads(database, [look], threading.Barrier(1))
    if isinstance(seen, Exception):
        raise seen
    return ended, seen


def _threads(database: Path, jobs, barrier: threading.Barrier) -> list:
    ended = [None] * len(jobs)

    def work(place: int, job) -> None:
        if connection.vendor == "sqlite":
            facts = connection.settings_dict | {"NAME": str(database)}
            connections["default"] = type(connections["default"])(facts, "default")
        barrier.wait()
        try:
            ended[place] = job()
        except Exception as error:  # a thread's fault would be lost
            ended[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended
