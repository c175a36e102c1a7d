"""Health checks for the process manager and the reverse proxy."""

import shutil

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

MINIMUM_FREE_BYTES = 100 * 1024 * 1024


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers. Touches nothing else, so that a slow database does not get the process killed."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Database and disk can serve people. 503 when not; the body names the part, never a detail of the fault."""
    parts = {"database": _database_answers(), "disk": _disk_has_room()}
    ready = all(parts.values())
    body = {"status": "ok" if ready else "fault"} | {
        name: "ok" if good else "fault" for name, good in parts.items()
    }
    return JsonResponse(body, status=200 if ready else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone() == (1,)
    except Error:  # also the driver's InterfaceError, for a connection that was cut
        return False


def _disk_has_room() -> bool:
    try:
        return shutil.disk_usage(settings.DATA_DIR).free > MINIMUM_FREE_BYTES
    except OSError:
        return False
