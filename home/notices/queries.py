"""Reads of notices."""

from django.core.paginator import Page, Paginator

from home.notices.models import Notice
from home.notices.rules import URGENCY

PER_PAGE = 20


def unfinished_notices() -> tuple[Notice, ...]:
    """Those of now and of later, the most pressing first, then the newest. The frame keeps them."""
    notices = Notice.objects.unfinished().order_by("-begins_at", "-pk")
    return tuple(sorted(notices, key=lambda notice: URGENCY[notice.level]))


def past_notices(number: str) -> Page:
    return Paginator(Notice.objects.past().order_by("-begins_at", "-pk"), PER_PAGE).get_page(number)
