"""What surrounds every public page: the site, the village's identity, its hours, the menu.

Built once and kept in the process for as long as the content version in the database stands: one small query a request
instead of ten. Whatever changes a published page or the identity raises the version (`connect_signals`), so every
worker process sees an edit at its next request.
"""

import copy
import threading
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from home.identity import renditions
from home.identity.media import VillageImage
from home.identity.models import ClosedDay, OfficeHours, VillageSettings
from home.identity.rules import Closure, Hours, HoursLine, device_hours, printed_hours
from home.notices.models import Notice
from home.notices.queries import unfinished_notices
from home.pages import references
from home.pages.marks import Mark, all_marks
from home.pages.models import ContentVersion
from home.pages.social import SocialPicture, of_village
from home.standards.models import LegalPeriod
from home.standards.queries import all_periods
from home.standards.rules import Period
from project.lib import phone
from project.lib.localdates import today, zone_label

CLOSURE_NOTICE_DAYS = 30
# Addresses that answer without the frame; the health checks must do so while the database does not.
FRAMELESS = {"healthz", "readyz", "media", "session"}


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str


@dataclass(frozen=True)
class Contact:
    display: str
    href: str


@dataclass(frozen=True)
class Logo:
    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Frame:
    """Read-only; shared by the threads of a process."""

    version: int
    site: Site | None
    village: VillageSettings
    logo: Logo | None
    menu: tuple[MenuItem, ...]
    office_hours: tuple[Hours, ...]
    all_closures: tuple[Closure, ...]
    # Tree paths below which pages are not for everyone. Lists leave them out without asking again.
    restricted: tuple[str, ...]
    # What a shared link shows when its page has no picture of its own.
    social_picture: SocialPicture
    # Notices of now and of later.
    unfinished_notices: tuple[Notice, ...] = ()
    # The numbers of the law, by key.
    periods: Mapping[str, Period] = field(default_factory=dict)
    # What is out of the ordinary about a page, now or later, by its key.
    marks: Mapping[int, Mark] = field(default_factory=dict)

    home_url = "/"

    @cached_property
    def hours(self) -> list[HoursLine]:
        return printed_hours(self.office_hours)

    @property
    def notices(self) -> list[Notice]:
        """Those of this moment. Decided by the clock at each request, like the closed days."""
        return [notice for notice in self.unfinished_notices if notice.is_current]

    def mark_of(self, page_id: int | None) -> Mark | None:
        """What is out of the ordinary about that page at this moment."""
        mark = self.marks.get(page_id)
        return mark if mark is not None and mark.is_current else None

    @property
    def closures(self) -> list[Closure]:
        """Closed days of the coming weeks. Decided by the clock at each request, not by a job."""
        now = today()
        return [
            c
            for c in self.all_closures
            if c.last_day >= now and (c.first_day - now).days <= CLOSURE_NOTICE_DAYS
        ]

    @property
    def hours_data(self) -> dict:
        return device_hours(self.office_hours, self.closures, settings.TIME_ZONE, self.zone)

    @property
    def zone(self) -> str:
        return zone_label()

    @cached_property
    def phone(self) -> Contact | None:
        number = self.village.phone
        return Contact(phone.display(number), phone.tel_link(number)) if number else None

    @cached_property
    def whatsapp(self) -> Contact | None:
        number = self.village.whatsapp
        return Contact(phone.display(number), phone.whatsapp_link(number)) if number else None

    @cached_property
    def styles(self) -> str:
        """The village's colour as CSS. Its form is held by a database constraint, so it cannot carry other CSS."""
        return f":root{{--main:{self.village.main_colour}}}"


_kept: Frame | None = None
_lock = threading.Lock()
# Open while a request is answered (`FrameMiddleware`); holds its frame once it has one.
_of_request: ContextVar[list[Frame] | None] = ContextVar("frame_of_request", default=None)


def current() -> Frame:
    """The frame of the published content as it stands now. One query while nothing has changed."""
    global _kept
    version = ContentVersion.current()
    kept = _kept
    if kept is None or kept.version != version:
        with _lock:
            kept = _kept = _build(version)
    return kept


def at_hand() -> Frame:
    """The frame of the request that is answered, without a query; outside a request the current one."""
    held = _of_request.get()
    return held[0] if held else current()


def forget() -> None:
    """Drops what this process keeps, for tests: their rolled-back rows take the same version numbers again."""
    global _kept
    _kept = None


def _build(version: int) -> Frame:
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        village = VillageSettings()
        return Frame(
            version, None, village, None, (), (), (), (), of_village(village, None), periods=all_periods()
        )
    site.root_page.specific  # noqa: B018  (a cached property: filled here once, for all requests)
    village = VillageSettings.objects.filter(site=site).first() or VillageSettings(site=site)
    stored = village.pk is not None
    logo = VillageImage.objects.filter(pk=village.logo_id).first() if village.logo_id else None
    sections = site.root_page.get_children().live().public().in_menu().order_by("path")
    return Frame(
        version=version,
        site=site,
        village=village,
        logo=_logo(logo),
        menu=tuple(MenuItem(page.title, page.get_url(current_site=site)) for page in sections),
        office_hours=tuple(h.as_hours() for h in village.office_hours.all()) if stored else (),
        all_closures=tuple(c.as_closure() for c in village.closed_days.order_by("first_day"))
        if stored
        else (),
        restricted=tuple(PageViewRestriction.objects.values_list("page__path", flat=True)),
        social_picture=of_village(village, logo),
        unfinished_notices=unfinished_notices(),
        periods=all_periods(),
        marks=all_marks(),
    )


def _logo(image: VillageImage | None) -> Logo | None:
    rendition = renditions.found(image, renditions.LOGO)
    return Logo(rendition.url, rendition.width, rendition.height) if rendition else None


class FrameMiddleware:
    """Hands Wagtail the site that the frame already holds, so that it need not look it up for each request, and opens
    the memory for what the page of this request refers to."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = _of_request.set([])
        try:
            if getattr(request, "is_dummy", False):  # the editor's preview, which has no view to be processed
                attach(request)
            with references.request_memory():
                return self.get_response(request)
        finally:
            _of_request.reset(token)

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.url_name not in FRAMELESS and not hasattr(request, "frame"):
            attach(request)


def attach(request) -> Frame:
    """Puts the frame on the request and primes Wagtail's own per-request memory of the site."""
    request.frame = current()
    held = _of_request.get()
    if held is not None:  # elsewhere nobody would take it away again
        held[:] = [request.frame]
    if request.frame.site is not None and not hasattr(request, "_wagtail_site"):
        site = copy.copy(request.frame.site)
        # Its own copy of the home page: pages are objects that views may write on.
        site.root_page = copy.copy(request.frame.site.root_page)
        request._wagtail_site = site
    return request.frame


def context(request) -> dict:
    """Template context processor."""
    frame = getattr(request, "frame", None)
    return {"frame": frame} if frame else {}


def raise_version(**_signal) -> None:
    """Published content or the identity changed: every process builds its frame anew."""
    ContentVersion.increase()


def _raise_for_page(sender, **_signal) -> None:
    if issubclass(sender, Page):
        raise_version()


def connect_signals() -> None:
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(raise_version, dispatch_uid="frame")
    post_delete.connect(_raise_for_page, dispatch_uid="frame-page")
    for model in (VillageSettings, OfficeHours, ClosedDay, LegalPeriod, Notice, Site, PageViewRestriction):
        post_save.connect(raise_version, sender=model, dispatch_uid=f"frame-{model.__name__}")
        post_delete.connect(raise_version, sender=model, dispatch_uid=f"frame-{model.__name__}")
    post_save.connect(_raise_for_logo, sender=VillageImage, dispatch_uid="frame-logo")


def _raise_for_logo(instance, **_signal) -> None:
    if VillageSettings.objects.filter(logo_id=instance.pk).exists():
        raise_version()
