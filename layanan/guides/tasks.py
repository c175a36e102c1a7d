"""Guides whose standar pelayanan is not complete: one line of "Tugas hari ini", and the list behind it."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe
from wagtail import hooks

from home.editor.tasks import Kind, Task, edit_url, editable_pages
from layanan.guides.models import ServiceGuidePage


def incomplete_guides(user) -> list[ServiceGuidePage]:
    """The public guides that this person may complete and that lack a component of the office, by title."""
    guides = (
        ServiceGuidePage.objects.live().filter(pk__in=editable_pages(user).values("pk")).order_by("title")
    )
    return [guide for guide in guides if guide.missing_components]


@hooks.register("register_daily_tasks", order=70)
def standards_to_complete(user) -> Iterator[Task]:
    guides = incomplete_guides(user)
    if guides:
        first = guides[0]
        yield Task(
            Kind.WRONG,
            f"Lengkapi standar pelayanan {len(guides)} layanan",
            f"Misalnya “{first.get_admin_display_title()}”: belum ada {', '.join(first.missing_components).lower()}",
            reverse("incomplete_standards"),
        )


@require_safe
def incomplete_standards(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    guides = [
        {
            "title": guide.get_admin_display_title(),
            "url": edit_url(guide),
            "missing": ", ".join(guide.missing_components),
        }
        for guide in incomplete_guides(request.user)
    ]
    return render(request, "wagtailadmin/guides/incomplete_standards.html", {"guides": guides})


@hooks.register("register_admin_urls")
def incomplete_standards_url():
    return [path("standar-pelayanan/", incomplete_standards, name="incomplete_standards")]
