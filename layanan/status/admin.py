"""The status of services in the admin: a list of all services, and one small form for each."""

from collections.abc import Iterator

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from home.editor.dashboard import DashboardLink
from home.identity.roles import OPERATOR, PUBLISHER
from layanan.guides.models import ServiceGuidePage
from layanan.status.changes import SET, Overtaken, set_status
from layanan.status.forms import StatusForm
from layanan.status.models import ServiceStatus
from layanan.status.queries import by_guide, history
from layanan.status.rules import NORMAL, WORDS

RIGHT = "layanan.change_servicestatus"


def _require_right(request: HttpRequest) -> None:
    if not request.user.has_perm(RIGHT):
        raise PermissionDenied


@require_safe
def status_list(request: HttpRequest) -> HttpResponse:
    """All public services; what is out of order comes first."""
    _require_right(request)
    rows = by_guide()
    guides = ServiceGuidePage.objects.live().defer_streamfields().order_by("title")
    listed = [(guide, rows.get(guide.pk)) for guide in guides]
    listed.sort(key=lambda pair: pair[1] is None or pair[1].is_over)
    services = [
        {
            "title": guide.get_admin_display_title(),
            "url": reverse("service_status", args=[guide.pk]),
            "told": row.told if row and not row.is_over else WORDS[NORMAL],
            "by": row.set_by_name if row and not row.is_over else "",
        }
        for guide, row in listed
    ]
    return render(request, "wagtailadmin/status/list.html", {"services": services})


@require_http_methods(["GET", "HEAD", "POST"])
def service_status(request: HttpRequest, page_id: int) -> HttpResponse:
    """Set at once, without approval: whoever stands before a closed counter should have known."""
    _require_right(request)
    guide = get_object_or_404(ServiceGuidePage, pk=page_id)
    row = ServiceStatus.objects.filter(guide=guide).first() or ServiceStatus(guide=guide)
    form = StatusForm(
        request.POST or None, instance=row, initial={"seen": row.version}, for_user=request.user
    )
    if request.method == "POST" and form.is_valid():
        try:
            changed = set_status(form.instance, form.cleaned_data["seen"], request.user)
        except Overtaken as overtaken:
            form.add_error(None, _overtaken_words(overtaken.current))
            # Saving once more means that he has read this.
            form.data = form.data.copy()
            form.data["seen"] = overtaken.current.version
        else:
            words = f"{guide.get_admin_display_title()}: {WORDS[form.instance.state]}."
            messages.success(
                request, f"{words} Warga melihatnya sekarang." if changed else f"{words} Tidak ada perubahan."
            )
            return redirect("service_statuses")
    context = {"guide": guide, "form": form, "history": history(row)}
    return render(request, "wagtailadmin/status/form.html", context)


def _overtaken_words(current: ServiceStatus) -> str:
    return (
        f"{current.set_by_name or 'Orang lain'} baru saja mengisinya: “{current.told}”. Belum ada yang ditimpa. "
        "Tekan Simpan sekali lagi bila isian Anda di bawah yang benar."
    )


@hooks.register("register_admin_urls")
def status_urls():
    return [
        path("status-layanan/", status_list, name="service_statuses"),
        path("status-layanan/<int:page_id>/", service_status, name="service_status"),
    ]


@hooks.register("register_role_rights")
def status_rights() -> dict[str, list[str]]:
    """Like notices: in a disturbance nobody waits for a second signature."""
    return {OPERATOR: [RIGHT], PUBLISHER: [RIGHT]}


@hooks.register("register_dashboard_link")
def status_link(user) -> list[DashboardLink]:
    if not user.has_perm(RIGHT):
        return []
    return [
        DashboardLink(
            "Beri tahu layanan terganggu",
            "Gangguan atau tutup sementara, langsung",
            reverse("service_statuses"),
            "info-circle",
            15,
        )
    ]


@hooks.register("register_page_header_buttons")
def status_button(page: Page, user, view_name, next_url=None) -> Iterator[Button]:
    if page.live and isinstance(page, ServiceGuidePage) and user.has_perm(RIGHT):
        yield Button(
            "Status layanan",
            url=reverse("service_status", args=[page.pk]),
            icon_name="info-circle",
            priority=15,
        )


@hooks.register("register_log_actions")
def status_in_history(actions):
    @actions.register_action(SET)
    class StatusSet(LogFormatter):
        label = "Status layanan"

        def format_message(self, log_entry):
            return log_entry.data.get("words", "")
