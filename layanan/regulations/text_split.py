"""Shows the editor how a text is read while it is typed; nothing is kept."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.http import require_POST
from wagtail.models import Page

from layanan.regulations.models import RegulationIndexPage, RegulationPage
from layanan.regulations.text_panel import outline
from project.lib.words import without_controls


@require_POST
def text_split(request: HttpRequest, page_id: int) -> HttpResponse:
    """For whoever may edit that regulation, or add one to that list."""
    page = get_object_or_404(Page, pk=page_id)
    rights = page.permissions_for_user(request.user)
    if issubclass(page.specific_class, RegulationPage):
        allowed = rights.can_edit()
    elif issubclass(page.specific_class, RegulationIndexPage):
        allowed = rights.can_add_subpage()
    else:
        raise Http404
    if not allowed:
        raise PermissionDenied
    text = without_controls(request.POST.get("text", ""))
    return render(request, "wagtailadmin/regulations/text_outline.html", outline(text))


urlpatterns = [path("regulasi/naskah/<int:page_id>/", text_split, name="regulation_text_split")]
