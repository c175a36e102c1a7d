"""How long sign-ins are kept."""

from datetime import datetime

from django.conf import settings
from django.contrib.sessions.models import Session
from wagtail import hooks

from home.casework.retention import AT_ONCE, Kind
from home.identity import signin


@hooks.register("register_retention")
def sessions() -> Kind:
    return Kind(
        "sesi-masuk",
        "sesi masuk",
        "Sesi yang sudah berakhir tidak membuka apa-apa lagi.",
        AT_ONCE,
        _sessions_before,
    )


def _sessions_before(moment: datetime):
    return Session.objects.filter(expire_date__lt=moment)


@hooks.register("register_retention")
def wrong_passwords() -> Kind:
    return Kind(
        "sandi-salah",
        "hitungan sandi yang salah",
        "Hanya untuk memberi jeda kepada yang menebak-nebak; memuat alamat jaringan.",
        settings.AXES_COOLOFF_TIME,
        signin.attempts_before,
    )
