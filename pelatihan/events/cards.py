"""Printed cards: the way in for people without e-mail.

The code on a card is computed from the membership and the count of its card, so nothing secret lies in the database
and a card can be printed again; counting on makes the code of a lost card worthless. 80 bits cannot be guessed. It
signs in only while the facilitator has the class open, until the class closes, and never somebody who has work to do
on the site: a card that lies about must not open more than the lessons of one person.
"""

import secrets

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac

from home.casework import codes, throttle
from home.pages.addresses import absolute
from pelatihan.events.models import Membership, Participant
from pelatihan.events.trainees import account_of, is_only_trainee

SESSION_KEY = "pelatihan.kartu"
BACKEND = "home.identity.signin.PasswordBackend"  # whose account it is once somebody is in
CODE_BYTES = 10  # 16 letters


class CardRefused(Exception):
    """Why a card does not sign in, in words for whoever holds it."""


def code_of(membership: Membership) -> str:
    """The code on the card of a member, "7Q2M-…", four groups of four letters."""
    text = f"{membership.pk}:{membership.card_number}"
    digest = salted_hmac("pelatihan.events.cards", text, algorithm="sha256").digest()[:CODE_BYTES]
    return codes.shown(codes.letters_of(digest))


def address_of(membership: Membership) -> str:
    """Where the QR code leads. The code stands behind the #, so that no server and no log ever sees it."""
    return absolute(f"/pelatihan/masuk/#{code_of(membership)}")


def membership_with(typed: str) -> Membership | None:
    """Whose card this is, among the classes that are not archived."""
    code = codes.plain(typed)
    members = Membership.objects.filter(training_class__archived_at=None)
    found = None
    for membership in members.select_related("training_class", "participant__user"):
        if secrets.compare_digest(code_of(membership).replace("-", "").encode(), code.encode()):
            found = membership
    return found


def sign_in(request: HttpRequest, typed: str) -> Participant:
    """Signs in whoever holds this card. Raises CardRefused."""
    try:
        limits = [throttle.Limit("kartu-masuk", throttle.address(request))]
        membership = throttle.guess(limits, lambda: membership_with(typed))
    except throttle.TooOften:
        raise CardRefused(
            "Terlalu banyak kode yang salah dicoba. Tunggu sepuluh menit, lalu coba lagi."
        ) from None
    if membership is None:
        raise CardRefused(
            "Kode kartu ini tidak berlaku. Periksa hurufnya. Kartu lama tidak berlaku lagi setelah diganti; mintalah "
            "kartu yang baru kepada fasilitator."
        )
    until = membership.training_class.open_until
    if until is None:
        raise CardRefused(
            f"Kelas “{membership.training_class}” sedang tidak dibuka. Kartu hanya dapat dipakai selama kelas dibuka "
            "oleh fasilitator."
        )
    user = account_of(membership.participant)
    if not is_only_trainee(user):
        raise CardRefused(
            "Kartu ini milik orang yang juga bekerja di situs desa. Masuklah dengan nama pengguna dan sandi."
        )
    if not user.is_active:
        raise CardRefused("Akun untuk kartu ini sedang dinonaktifkan. Tanyakan kepada fasilitator.")
    login(request, user, backend=BACKEND)
    request.session[SESSION_KEY] = [membership.pk, membership.card_number]
    request.session.set_expiry(until)
    return membership.participant


class CardSessionMiddleware:
    """Ends what a card began when its class closes, is archived, or the card is replaced; also before its time."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs) -> None:
        # The health checks and the pictures answer without the database.
        if request.resolver_match.url_name in {"healthz", "readyz", "media"}:
            return
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return
        card = request.session.get(SESSION_KEY)
        if card is not None and not (_still_good(*card) and _may_still(request)):
            logout(request)


def _may_still(request) -> bool:
    """Whoever has come to work here since he got his card opens no admin with it."""
    admin = request.path.startswith(reverse("wagtailadmin_home"))
    return not admin or is_only_trainee(request.user)


def _still_good(key: int, number: int) -> bool:
    membership = (
        Membership.objects.filter(pk=key, card_number=number).select_related("training_class").first()
    )
    return membership is not None and membership.training_class.is_open
