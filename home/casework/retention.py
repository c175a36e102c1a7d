"""What is kept for how long. Each subject says it for its own records, and one command takes away what is over.

    @hooks.register("register_retention")
    def searches():
        return Kind("pencarian", "pencarian tanpa hasil", why="…", kept=timedelta(days=365), due=misses.over)

A period that the village or a law may change is the key of a `LegalPeriod`, in the admin under "Angka dari peraturan";
others are named constants or settings. What went is counted in a ledger that holds no personal data.

A copy that is put back holds again what had gone since: run `manage.py forget_expired` after it (docs/operations.md).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail import hooks

from home.casework.models import Deletion
from home.standards.models import LegalPeriod
from project.lib.localdates import today, zone

logger = logging.getLogger(__name__)

AT_ONCE = timedelta(0)


def forget_rows(rows: QuerySet) -> int:
    """Deletes them; answers how many there were, without what went with them."""
    return rows.delete()[1].get(rows.model._meta.label, 0)


@dataclass(frozen=True)
class Kind:
    """One kind of records. `due` gives those from before a moment: a QuerySet, or whatever else `forget` understands
    and `len` counts. `forget` takes them away and answers how many it took."""

    key: str
    name: str
    why: str
    kept: timedelta | str  # or the key of a LegalPeriod
    due: Callable[[datetime], object]
    forget: Callable[[object], int] = forget_rows

    def before(self) -> datetime:
        """What is older than this has been kept long enough."""
        if isinstance(self.kept, timedelta):
            return timezone.now() - self.kept
        day = LegalPeriod.objects.get(key=self.kept).as_period().before(today())
        return datetime.combine(day, time.min, zone())

    @property
    def kept_words(self) -> str:
        if not isinstance(self.kept, timedelta):
            return str(LegalPeriod.objects.get(key=self.kept).as_period())
        if self.kept == AT_ONCE:
            return "sampai tidak berlaku lagi"
        days, rest = divmod(self.kept, timedelta(days=1))
        return f"{days} hari" if days else f"{rest // timedelta(minutes=1)} menit"


def kinds() -> list[Kind]:
    """All that subjects have registered, by name."""
    found = [tell() for tell in hooks.get_hooks("register_retention")]
    keys = [kind.key for kind in found]
    if len(set(keys)) < len(keys):
        raise ValueError(f"Two kinds of records with one key: {sorted(keys)}")
    return sorted(found, key=lambda kind: kind.name)


def due_count(kind: Kind) -> int:
    due = kind.due(kind.before())
    return due.count() if isinstance(due, QuerySet) else len(due)


def forget(kind: Kind, dry: bool = False) -> int:
    """Takes away what is over, or only counts it, and writes the count into the ledger. All of it or nothing."""
    with transaction.atomic():
        count = due_count(kind) if dry else kind.forget(kind.due(kind.before()))
        if count:
            Deletion.objects.create(kind=kind.key, count=count, dry=dry)
    return count
