"""The brake on guessing passwords. Why it is built this way: docs/adr/0005.

Wrong passwords are counted for each account *and* address together. After five the two have a pause of 15 minutes; the
account signs in from elsewhere meanwhile, and others sign in from the same office. django-axes counts in the database,
so that all processes of the server count together; what it stores and logs is cut down here to what the count needs.

A check costs half a second of a core, also for a name that nobody has, and a new name is a new count. So each process
makes one check at a time, and few people wait for it: the other threads go on answering readers.
"""

import logging
import threading
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from project.lib.localdates import format_moment

logger = logging.getLogger(__name__)

# How many sign-ins a process has in hand, the one whose password is checked among them: half of its threads
# (gunicorn.conf.py), so that reading goes on.
ROOM = 2
FULL = (
    "Banyak orang sedang masuk bersamaan, jadi kata sandi Anda belum diperiksa. Tunggu sebentar, lalu tulis kata "
    "sandinya sekali lagi."
)
RETRY_SECONDS = 5

_room = threading.BoundedSemaphore(ROOM)
_check = threading.Lock()


class PasswordBackend(ModelBackend):
    """Django's own check, one at a time. Whoever finds no room is told so by the form and keeps the name they typed."""

    def authenticate(self, request, **credentials):
        if not _room.acquire(blocking=False):
            if request is not None:
                request.no_room_for_signin = True
            raise ValidationError(FULL, code="full")
        try:
            with _check:
                return super().authenticate(request, **credentials)
        finally:
            _room.release()


class NoRoomMiddleware:
    """Says in the status as well what the form says in words."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if getattr(request, "no_room_for_signin", False):
            response.status_code = 503
            response["Retry-After"] = str(RETRY_SECONDS)
        return response


def account_key(request: HttpRequest, credentials: dict | None) -> str:
    """Stands for what was typed as the user name. People type their password there by mistake, so it is not stored as
    it came."""
    typed = (credentials or request.POST).get("username") or ""
    return salted_hmac("home.identity.signin", typed, algorithm="sha256").hexdigest()


def client_address(request: HttpRequest) -> str | None:
    """Where the request comes from. Of an IPv6 address the network: a single line has 2^64 addresses to change to."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)  # a server for both kinds writes the old ones so
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False).network_address)
    return str(address)


class SignInHandler(AxesDatabaseHandler):
    """Counts without keeping what is of no use for it; tells the log of a pause, once, with the address alone."""

    def user_login_failed(self, sender, credentials, request=None, **kwargs):
        if request is None:  # a command, where nobody guesses
            return
        # Another browser must not begin another count.
        request.axes_user_agent = request.axes_http_accept = ""
        paused_before = request.axes_locked_out
        super().user_login_failed(sender, credentials, request, **kwargs)
        if request.axes_locked_out and not paused_before:
            logger.warning(
                "Sign-in paused: %d wrong passwords for one account from %s",
                settings.AXES_FAILURE_LIMIT,
                request.axes_ip_address,
            )


@receiver(pre_save, sender=AccessAttempt)
def keep_only_the_count(instance: AccessAttempt, **_signal) -> None:
    """The form that was sent is of no use for counting."""
    instance.get_data = instance.post_data = ""


def paused(request: HttpRequest, response: HttpResponse, credentials: dict | None) -> HttpResponse:
    """The answer during a pause: how long it lasts and whom to ask. Also to the right password, or a guess would be
    told from it."""
    ends = _pause_ends(request, credentials)
    seconds = max(int((ends - timezone.now()).total_seconds()), 0) + 1
    frame = getattr(request, "frame", None)
    answer = render(
        request,
        "429.html",
        {"minutes": -(-seconds // 60), "ends": format_moment(ends), "frame": frame},
        status=429,
    )
    answer["Retry-After"] = str(seconds)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _pause_ends(request: HttpRequest, credentials: dict | None):
    last = AccessAttempt.objects.filter(
        username=account_key(request, credentials), ip_address=client_address(request)
    ).first()
    return (last.attempt_time if last else timezone.now()) + settings.AXES_COOLOFF_TIME


def attempts_before(moment: datetime) -> QuerySet[AccessAttempt]:
    """The counts that no longer matter; each sign-in deletes them too."""
    return AccessAttempt.objects.filter(attempt_time__lte=moment)
