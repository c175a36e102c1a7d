"""What the administrator reads about the care for personal data, under "Laporan"."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.casework import private_files, retention, throttle
from home.casework.models import AccessRecord, Deletion
from home.casework.retention import AT_ONCE, Kind

PER_PAGE = 50


@require_safe
def access_report(request: HttpRequest) -> HttpResponse:
    """Who looked at or took away what, the newest first; of one kind where the address says so."""
    if not request.user.is_superuser:
        raise PermissionDenied
    kinds = list(AccessRecord.objects.order_by("kind").values_list("kind", flat=True).distinct())
    kind = request.GET.get("jenis", "")
    records = AccessRecord.objects.filter(kind=kind) if kind in kinds else AccessRecord.objects.all()
    context = {
        "records": Paginator(records, PER_PAGE).get_page(request.GET.get("p")),
        "kinds": kinds,
        "kind": kind if kind in kinds else "",
    }
    return render(request, "wagtailadmin/casework/access.html", context)


@require_safe
def retention_report(request: HttpRequest) -> HttpResponse:
    """What is kept for how long and why, how much is over now, and what went last."""
    if not request.user.is_superuser:
        raise PermissionDenied
    context = {
        "kinds": [
            (kind, retention.due_count(kind), Deletion.objects.filter(kind=kind.key, dry=False).first())
            for kind in retention.kinds()
        ],
    }
    return render(request, "wagtailadmin/casework/retention.html", context)


class ForAdministrator(MenuItem):
    def is_shown(self, request):
        return request.user.is_superuser


@hooks.register("register_admin_urls")
def casework_urls():
    return [
        path("catatan-akses/", access_report, name="access_report"),
        path("masa-simpan/", retention_report, name="retention_report"),
    ]


@hooks.register("register_reports_menu_item")
def access_menu_item():
    return ForAdministrator(
        "Catatan akses", reverse("access_report"), name="catatan-akses", icon_name="view", order=1300
    )


@hooks.register("register_reports_menu_item")
def retention_menu_item():
    return ForAdministrator(
        "Masa simpan data", reverse("retention_report"), name="masa-simpan", icon_name="bin", order=1310
    )


@hooks.register("register_retention")
def throttle_counts() -> Kind:
    return Kind(
        "hitungan-kiriman",
        "hitungan kiriman tanpa akun",
        "Hanya untuk membatasi kiriman dalam beberapa menit; sesudahnya tidak ada gunanya.",
        AT_ONCE,
        throttle.over,
    )


@hooks.register("register_retention")
def access_records() -> Kind:
    return Kind(
        "catatan-akses",
        "catatan akses",
        "UU 27/2022 (PDP) meminta agar pemrosesan data dicatat; lamanya ditetapkan oleh situs ini.",
        settings.ACCESS_LOG_KEPT,
        _access_before,
        lambda rows: rows.forget(),
    )


def _access_before(moment: datetime):
    return AccessRecord.objects.filter(at__lt=moment)


@hooks.register("register_retention")
def lost_files() -> Kind:
    return Kind(
        "berkas-tanpa-catatan",
        "berkas pribadi tanpa catatan",
        "Catatannya sudah dihapus, atau unggahannya tidak selesai. Disisihkan dulu, belum dihapus.",
        private_files.SETTLED,
        private_files.without_record,
        private_files.set_aside,
    )


@hooks.register("register_retention")
def files_put_aside() -> Kind:
    return Kind(
        "berkas-disisihkan",
        "berkas pribadi yang disisihkan",
        "Sebulan cukup untuk mengembalikannya bila catatannya hilang karena kekeliruan.",
        private_files.ASIDE_KEPT,
        private_files.aside,
        private_files.delete,
    )
