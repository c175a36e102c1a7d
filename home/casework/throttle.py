"""How often somebody without an account may do something: counted in the database, so that all processes of the
server count together and a restart forgets nothing.

    wait = throttle.count("sertifikat", throttle.address(request), limit=300, window=timedelta(minutes=10))

Time is cut into windows of equal length, and each counts by itself; so twice the limit may pass within a short time
around the end of one. Kept is a keyed hash of purpose, window and sender: no address lies in the database, two windows
cannot be laid beside each other, and the rows go when their window is over (`manage.py forget_expired`).

**Which limit.** An address is not a person. A hall with 100 people shares the one line of the village, and a mobile
network puts thousands behind one address; whoever guesses changes his address at will. So:

- By address only what would hurt the machine, at limits that a full hall does not reach: `HALL_LIMIT` in `HALL_WINDOW`.
  One guess in two seconds is no danger to a code of 50 bits or more.
- A secret that can be guessed (a PIN, the code of an open session) is counted by the thing it protects:
  `count("pin", f"{ticket.pk}", 5, timedelta(minutes=15))`. It ends by itself, so nobody is kept out for good.
- Of a code that a whole hall types only the wrong ones count, by address and by what it protects: `guess`.
- Whoever is signed in is counted by his account, or not at all.

Count outside of a transaction: what is rolled back has not been counted, and what is long keeps others waiting.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import TypeVar

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from home.casework.models import ThrottleCount
from home.identity.signin import client_address

# A hall of 100 people who all send three times within ten minutes.
HALL_LIMIT = 300
HALL_WINDOW = timedelta(minutes=10)

Found = TypeVar("Found")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def address(request: HttpRequest) -> str:
    """Where a request comes from; of IPv6 the network. Empty where the server was not told: then all share a count."""
    return client_address(request) or ""


def count(purpose: str, who: str, limit: int, window: timedelta) -> timedelta | None:
    """Counts one more. None: it may go on. Otherwise how long to wait; then nothing was counted.

    Exact however many come at the same moment: of all those in one window, `limit` go on.
    """
    return _count(Limit(purpose, who, limit, window))[1]


@dataclass(frozen=True)
class Limit:
    """How many wrong codes somebody, or everybody about one thing, may try within a window."""

    purpose: str
    who: str
    most: int = HALL_LIMIT
    window: timedelta = HALL_WINDOW


class TooOften(Exception):
    """Too many wrong codes; `wait` says how long until the next may be tried."""

    def __init__(self, wait: timedelta):
        super().__init__(wait)
        self.wait = wait


def guess(limits: Iterable[Limit], find: Callable[[], Found | None]) -> Found | None:
    """What `find` finds with a code that somebody typed. Where it finds something, or refuses the code by an exception
    before it looks for it, nothing stays counted. Raises TooOften.

    Each code is counted before it is looked for and given back afterwards: of many at the same moment no more are
    looked for than wrong ones are left.
    """
    counted: list[QuerySet[ThrottleCount]] = []
    wrong = False
    try:
        for limit in limits:
            row, wait = _count(limit)
            if wait is not None:
                raise TooOften(wait)
            counted.append(row)
        found = find()
        wrong = found is None
        return found
    finally:
        if not wrong:
            for row in counted:
                row.filter(count__gt=0).update(count=F("count") - 1)


def _count(limit: Limit) -> tuple[QuerySet[ThrottleCount], timedelta | None]:
    """The row that counts, and how long to wait where nothing was counted any more."""
    now = timezone.now()
    ends_at = now - (now - _EPOCH) % limit.window + limit.window
    key = {
        "purpose": limit.purpose,
        "who": _hash(limit.purpose, limit.who, ends_at),
        "ends_at": ends_at,
    }
    row = ThrottleCount.objects.filter(**key)
    reached = row.values_list("count", flat=True).first()
    if reached is None:
        ThrottleCount.objects.bulk_create([ThrottleCount(**key)], ignore_conflicts=True)
    # Whoever is over the limit costs a look, not a write.
    if (reached or 0) < limit.most and row.filter(count__lt=limit.most).update(count=F("count") + 1):
        return row, None
    return row, ends_at - now


def _hash(purpose: str, who: str, ends_at: datetime) -> str:
    text = f"{purpose}\n{ends_at.isoformat()}\n{who}"
    return salted_hmac("home.casework.throttle", text, algorithm="sha256").hexdigest()


def paused(request: HttpRequest, wait: timedelta) -> HttpResponse:
    """The answer to whoever came too often: how long to wait, and what helps."""
    seconds = math.ceil(wait.total_seconds())
    context = {"minutes": -(-seconds // 60), "frame": getattr(request, "frame", None)}
    answer = render(request, "429_busy.html", context, status=429)
    answer["Retry-After"] = str(seconds)
    answer["Cache-Control"] = "private, no-store"
    return answer


def limited(
    purpose: str,
    limit: int = HALL_LIMIT,
    window: timedelta = HALL_WINDOW,
    methods: tuple[str, ...] = ("POST",),
) -> Callable:
    """A view that answers each address only so often; other methods than these are not counted."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if request.method in methods and (wait := count(purpose, address(request), limit, window)):
                return paused(request, wait)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def over(now: datetime) -> QuerySet[ThrottleCount]:
    """The counts whose window is over."""
    return ThrottleCount.objects.filter(ends_at__lte=now)
