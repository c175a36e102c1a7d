"""What the administrator reads about the care for personal data, under "Laporan"."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.casework.models import AccessRecord

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


class ForAdministrator(MenuItem):
    def is_shown(self, request):
        return request.user.is_superuser


@hooks.register("register_admin_urls")
def casework_urls():
    return [path("catatan-akses/", access_report, name="access_report")]


@hooks.register("register_reports_menu_item")
def access_menu_item():
    return ForAdministrator(
        "Catatan akses", reverse("access_report"), name="catatan-akses", icon_name="view", order=1300
    )
