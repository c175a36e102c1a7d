"""Pages that nobody has confirmed for longer than their kind allows, for "Tugas hari ini"."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q
from wagtail import hooks
from wagtail.models import get_page_models

from home.editor.tasks import Kind, Task, edit_url, editable_pages
from home.pages.base import BasePage
from home.pages.confirmation import confirm_url
from home.standards.queries import period
from project.lib.localdates import format_date, today, zone


@hooks.register("register_daily_tasks", order=50)
def pages_to_confirm(user) -> Iterator[Task]:
    """The longest unconfirmed first. A page that was never confirmed counts from the day it was published."""
    editable = editable_pages(user).values("pk")
    pages = [
        page
        for model in _confirmed_models()
        for page in model.objects.live().filter(_stale(model), pk__in=editable).prefetch_workflow_states()
    ]
    for page in sorted(pages, key=since):
        yield Task(
            Kind.OLD,
            f"Pastikan masih benar: “{page.get_admin_display_title()}”",
            note(page),
            edit_url(page),
            confirm_url(page),
        )


def _stale(model: type[BasePage]) -> Q:
    limit = period(model.review_key).before(today())
    midnight = dt.datetime.combine(limit, dt.time.min, zone())
    return Q(last_verified_on__lt=limit) | Q(last_verified_on=None, first_published_at__lt=midnight)


def _confirmed_models() -> list[type[BasePage]]:
    """The kinds of page whose form asks when their text was last confirmed."""
    return [
        model
        for model in get_page_models()
        if issubclass(model, BasePage) and BasePage.verified_panel in model.content_panels
    ]


def since(page: BasePage) -> dt.date:
    """The day from which the check of this public page counts: of the check itself or, without one, of its publication.
    The first of all days where neither is known."""
    if page.last_verified_on or page.first_published_at is None:
        return page.last_verified_on or dt.date.min
    return page.first_published_at.astimezone(zone()).date()


def note(page: BasePage) -> str:
    """When it was last checked and by whom, as people read it."""
    if page.last_verified_on is None:
        published = f"Terbit {format_date(since(page))}, belum" if page.first_published_at else "Belum"
        return f"{published} pernah diperiksa"
    by = f" oleh {page.last_verified_by}" if page.last_verified_by else ""
    return f"Terakhir diperiksa {format_date(page.last_verified_on)}{by}"
