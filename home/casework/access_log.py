"""Who looked at personal data, and who took it away: asked for by UU 27/2022 (PDP), and by whoever wants to know.

    access_log.log(request, "peserta", participant.pk, LOOKED, "nomor telepon")

One line a screen or a file, not one a person on it: `kind` and `pk` name what was opened (a class, a person),
`what` which part of it. Nothing that stands there is copied. A view of one's own data is not logged.

This is the one thing beside daily counts that a GET may write: who only reads personal data is to be known too.

The log never keeps anybody from his work: where the database takes no more, the line goes to the server's own log.
"""

import logging
from datetime import timedelta

from django.db import Error, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from home.casework.models import AccessRecord
from home.casework.rules import LOOKED

logger = logging.getLogger(__name__)


# A screen that looks again by itself is one look within this time.
ONE_LOOK = timedelta(hours=1)


def log(by, kind: str, pk, action: str, what: str = "") -> None:
    """`by` is a request or an account; `action` one of `rules.ACTIONS`."""
    _add(_account(by), kind, pk, action, what)


def log_look(by, kind: str, pk, what: str = "") -> None:
    """Of a screen that asks again by itself every now and then: one line within `ONE_LOOK`."""
    user = _account(by)
    lately = of(kind, pk).filter(user=user, action=LOOKED, what=what[:120], at__gt=timezone.now() - ONE_LOOK)
    if not lately.exists():
        _add(user, kind, pk, LOOKED, what)


def _account(by):
    user = by.user if isinstance(by, HttpRequest) else by
    return user if user is not None and user.is_authenticated else None


def _add(user, kind: str, pk, action: str, what: str) -> None:
    row = AccessRecord(
        user=user,
        who=_name(user),
        kind=kind,
        record=str(pk),
        action=action,
        what=what[:120],
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except Error:
        logger.exception("Not in the access log: user %s, %s, %s %s", row.user_id, action, kind, pk)


def _name(user) -> str:
    if user is None:
        return "tanpa akun"
    return user.shown_name


def of(kind: str, pk) -> QuerySet[AccessRecord]:
    """Who had to do with one record, the newest first."""
    return AccessRecord.objects.filter(kind=kind, record=str(pk))
