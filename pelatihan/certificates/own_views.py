"""What somebody has been given: his own certificates."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail import hooks

from home.casework.codes import shown
from pelatihan.certificates.queries import belonging_to
from pelatihan.certificates.rules import VALID
from pelatihan.certificates.sheets import details
from pelatihan.certificates.views import sheet_answer
from pelatihan.courses.progress.views import CRUMBS
from pelatihan.events.access import trainee


@hooks.register("register_learning_link")
def own_certificates_link(participant) -> dict | None:
    """On the screen of what one learns, for whoever has any."""
    if not belonging_to(participant).exists():
        return None
    return {"title": "Sertifikat saya", "url": reverse("my_certificates"), "icon": "ring"}


@trainee
@require_safe
def my_certificates(request: HttpRequest) -> HttpResponse:
    found = belonging_to(request.participant)
    context = {
        "title": "Sertifikat saya",
        "certificates": [(one, details(one), shown(one.code)) for one in found],
        "breadcrumbs": [*CRUMBS, {"title": "Sertifikat saya", "url": None}],
    }
    return render(request, "pelatihan/certificates/my_certificates.html", context)


@trainee
@require_safe
def my_certificate_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Of one that is valid; one that is not any more is nobody's to show."""
    return sheet_answer(get_object_or_404(belonging_to(request.participant), pk=pk, status=VALID))
