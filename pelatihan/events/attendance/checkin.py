"""People note themselves, by the code that the facilitator shows in the hall.

The code changes every half minute; the one before and the one after are good too, for clocks that differ. Opening its
address gives this browser a ticket for ten minutes, before anybody signs in, so a slow phone or a forgotten password
costs nobody his attendance. Which session is open the server decides; no address is compared, since a whole hall shares
one.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from home.casework import codes, throttle
from home.pages.addresses import absolute
from pelatihan.events.programmes.models import Session
from pelatihan.events.programmes.rules import OPEN

STEP = 30  # seconds
TICKET_FOR = timedelta(minutes=10)
LETTERS = 5  # and a check letter
SESSION_LIMIT = 10 * throttle.HALL_LIMIT  # wrong codes about one session, from all addresses
COOKIE = "hadir"
PATH = "/pelatihan/hadir/"
_SIGNER = TimestampSigner(salt="pelatihan.events.attendance.checkin")


def code_at(session: Session, moment: datetime) -> str:
    return _code(session, int(moment.timestamp()) // STEP)


def _code(session: Session, step: int) -> str:
    return codes.from_secret("pelatihan.hadir", f"{session.key}:{step}", LETTERS)


def address_at(session: Session, moment: datetime) -> str:
    return absolute(f"{PATH}?kode={code_at(session, moment)}")


def session_with(typed: str, moment: datetime) -> Session | None:
    """The session whose code this is now, whatever its state. Raises codes.WrongCode for what is mistyped."""
    code = codes.read(typed)
    step = int(moment.timestamp()) // STEP
    near = timedelta(days=1)
    around = Session.objects.filter(starts_at__range=(moment - near, moment + near)).select_related("event")
    for session in around:
        if any(_code(session, one) == code for one in (step - 1, step, step + 1)):
            return session
    return None


def open_at(moment: datetime) -> QuerySet[Session]:
    """The sessions in which people may note themselves at a moment."""
    return Session.objects.filter(state=OPEN, opens_at__lte=moment, closes_at__gte=moment)


def limits(request: HttpRequest, purpose: str, sessions: Iterable[int]) -> list[throttle.Limit]:
    """How many wrong codes may come: from one address, where a whole hall may sit, and about each of these sessions,
    from wherever. Of the 33 million codes of the hall three are good at a time: in ten minutes somebody with many
    addresses is right once in 3,700 times."""
    here = throttle.Limit(purpose, f"alamat {throttle.address(request)}")
    return [here, *(throttle.Limit(purpose, f"sesi {pk}", SESSION_LIMIT) for pk in sessions)]


def takes(session: Session, moment: datetime) -> bool:
    """Whether people may note themselves now."""
    return session.state == OPEN and session.opens_at <= moment <= session.closes_at


def give_ticket(response: HttpResponse, session: Session) -> None:
    response.set_cookie(
        COOKIE,
        _SIGNER.sign(str(session.pk)),
        max_age=TICKET_FOR,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=settings.SESSION_COOKIE_HTTPONLY,
        samesite=settings.SESSION_COOKIE_SAMESITE,
    )


def session_of_ticket(request: HttpRequest) -> Session | None:
    try:
        key = _SIGNER.unsign(request.COOKIES.get(COOKIE, ""), max_age=TICKET_FOR)
    except BadSignature:  # none, too old, or tampered with
        return None
    return Session.objects.select_related("event").filter(pk=int(key)).first()
