"""The guides by the age of their check ("Masih benar?"): overdue ones lead, each one click from its confirmation."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from home.editor.tasks import edit_url, editable_pages
from home.pages.confirmation import confirm_url
from home.pages.tasks import note, since
from home.standards.queries import period
from layanan.guides.models import ServiceGuidePage, ServiceIndexPage
from project.lib.localdates import today

TITLE = "Panduan menurut pemeriksaan"


def guides_by_check(user) -> list[ServiceGuidePage]:
    """The public guides that this person may edit, the longest unconfirmed first. Of the same day by title."""
    guides = ServiceGuidePage.objects.live().filter(pk__in=editable_pages(user).values("pk"))
    guides = guides.defer_streamfields().prefetch_workflow_states()
    return sorted(guides, key=lambda guide: (since(guide), guide.title.casefold()))


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    allowed = period(ServiceGuidePage.review_key)
    limit = allowed.before(today())
    guides = [
        {
            "title": guide.get_admin_display_title(),
            "url": edit_url(guide),
            "note": note(guide),
            "is_overdue": since(guide) < limit,
            "confirm_url": confirm_url(guide),
        }
        for guide in guides_by_check(request.user)
    ]
    context = {
        "title": TITLE,
        "guides": guides,
        "overdue": sum(guide["is_overdue"] for guide in guides),
        "allowed": allowed,
    }
    return render(request, "wagtailadmin/guides/reviews.html", context)


@hooks.register("register_admin_urls")
def reviews_url():
    return [path("pemeriksaan-panduan/", reviews, name="guide_reviews")]


class ReviewsMenuItem(MenuItem):
    def is_shown(self, request):
        return PagePermissionPolicy().user_has_permission(request.user, "change")


@hooks.register("register_reports_menu_item")
def reviews_menu_item():
    return ReviewsMenuItem(
        TITLE, reverse("guide_reviews"), name="pemeriksaan-panduan", icon_name="list-ul", order=110
    )


@hooks.register("register_page_header_buttons")
def reviews_button(page: Page, user, view_name, next_url=None) -> Iterator[Button]:
    """Where a clerk looks at all guides."""
    if isinstance(page, ServiceIndexPage):
        yield Button("Menurut pemeriksaan", url=reverse("guide_reviews"), icon_name="list-ul", priority=15)
