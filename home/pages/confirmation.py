"""“Masih benar”: one click on the first screen says that a page still holds, without a visit to its form.

Only the date of the check and who made it change; the words that residents read were approved before.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.models import Page

from home.pages.base import BasePage
from project.lib.localdates import today

CONFIRMED = "home.page.confirmed"
CONFIRMED_BY = "petugas desa"  # of somebody whose account names no office


class Unsettled(Exception):
    """The text is being changed: whoever confirmed the page now would publish what nobody has approved."""


def can_be_confirmed(page: BasePage) -> bool:
    """Whether what residents read is also the latest that was written."""
    return page.live and not page.has_unpublished_changes and page.current_workflow_state is None


def confirm(page_id: int, user) -> BasePage:
    """Dates the check of this page to today. Safe to repeat: a second tap on the same day changes nothing.
    Raises `Unsettled`, and ValidationError where the page does not meet its own rules any more."""
    with transaction.atomic():
        page = Page.objects.select_for_update().get(pk=page_id).specific
        if not can_be_confirmed(page):
            raise Unsettled
        if page.last_verified_on != today():
            page.last_verified_on = today()
            page.last_verified_by = user.position or CONFIRMED_BY
            revision = page.save_revision(user=user, log_action=CONFIRMED)
            # Whoever may change a page may say that it still holds; there is nothing new to approve.
            revision.publish(user=user, changed=False, log_action=False, skip_permission_checks=True)
    return page


@require_POST
def confirm_page(request, page_id: int):
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, BasePage) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    name = f"“{page.get_admin_display_title()}”"
    try:
        confirm(page.pk, request.user)
    except Unsettled:
        messages.warning(
            request, f"{name} sedang diubah. Selesaikan dulu perubahannya; tanggalnya ikut di formulir."
        )
    except ValidationError as error:
        messages.error(request, f"{name} perlu dibetulkan dulu di formulirnya. {' '.join(error.messages)}")
    else:
        messages.success(request, f"{name} tercatat masih benar hari ini. Terima kasih.")
    return redirect(_back(request))


def _back(request) -> str:
    """To the list in which the button was, where that is a page of this site; otherwise to the first screen."""
    asked = request.POST.get("next", "")
    if asked and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return asked
    return reverse("wagtailadmin_home") + "#balai-tasks-title"


@hooks.register("register_admin_urls")
def confirmation_url():
    return [path("masih-benar/<int:page_id>/", confirm_page, name="confirm_page")]


@hooks.register("register_log_actions")
def confirmation_in_history(actions):
    actions.register_action(CONFIRMED, "Pastikan masih benar", "Isinya dipastikan masih benar")


def confirm_url(page: BasePage) -> str:
    """Where a click on “Masih benar” goes; empty for a page that is being changed."""
    return reverse("confirm_page", args=[page.pk]) if can_be_confirmed(page) else ""
