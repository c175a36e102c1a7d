"""The ground a site stands on: root, home page, site record, and one landing page for each subject.

Made once, after the first migration; what an editor renames, moves or removes later stays so. A subject of a higher
floor registers its landing page with the Wagtail hook `register_sections`.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail import hooks
from wagtail.log_actions import log
from wagtail.models import Collection, Locale, Page, PageLogEntry, Site

from home.notices.models import NoticeIndexPage
from home.officials.models import OfficialsPage
from home.pages.models import HomePage, NewsIndexPage

# Editors meet these two names wherever they choose a place.
ALL_PAGES = "Semua halaman"
ALL_FILES = "Semua berkas"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Section:
    """A landing page directly below the home page."""

    order: int
    page_class: Callable[..., Page]
    slug: str
    title: str
    intro: str
    in_menu: bool = True


@hooks.register("register_sections")
def news_section() -> Section:
    return Section(30, NewsIndexPage, "berita", "Berita", "Kabar dan kegiatan desa.")


@hooks.register("register_sections")
def notice_section() -> Section:
    # Current notices stand above every page; the list of all is found from there and from the foot.
    return Section(
        60, NoticeIndexPage, "pengumuman", "Pengumuman", "Kabar penting dari kantor desa.", in_menu=False
    )


@hooks.register("register_sections")
def officials_section() -> Section:
    # A village moves it below its profile once it has one.
    return Section(
        70,
        OfficialsPage,
        "pemerintah-desa",
        "Pemerintah desa",
        "Siapa mengurus apa di kantor desa.",
        in_menu=False,
    )


def ensure_skeleton() -> None:
    root = _ensure_root()
    if HomePage.objects.exists():
        _add_new_sections()
        return
    for welcome in root.get_children().filter(slug="home", content_type__model="page"):
        welcome.delete()  # Wagtail's own "Welcome to your new Wagtail site!"
    root.refresh_from_db()
    home = root.add_child(instance=HomePage(title="Beranda", slug="home", locale=Locale.get_default()))
    for section in _sections():
        _add_section(home, section)
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home, **_address()})


def _sections() -> list[Section]:
    found = (register() for register in hooks.get_hooks("register_sections"))
    return sorted(found, key=lambda section: section.order)


def _add_section(home: HomePage, section: Section) -> None:
    page = section.page_class(
        title=section.title,
        slug=section.slug,
        intro=section.intro,
        show_in_menus=section.in_menu,
        locale=home.locale,
    )
    home.add_child(instance=page)
    log(instance=page, action="wagtail.create", content_changed=True)


def _add_new_sections() -> None:
    """An installation that is older than a subject gets its landing page with the update, once: the history of pages
    outlives a page, so one that an editor removed does not come back."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return
    home = site.root_page
    known = set(PageLogEntry.objects.values_list("content_type", flat=True).distinct())
    for section in _sections():
        kind = ContentType.objects.get_for_model(section.page_class)
        if kind.pk in known or section.page_class.objects.exists():
            continue
        if home.get_children().filter(slug=section.slug).exists():
            logger.warning("No landing page at /%s/: another page has this address", section.slug)
            continue
        _add_section(home, section)
        home.refresh_from_db()


def ensure_site_address() -> None:
    """The Site record says what BALAI_BASE_URL says, so that mails and previews show the same address."""
    site = Site.objects.filter(is_default_site=True).first()
    if site and {"hostname": site.hostname, "port": site.port} != _address():
        site.hostname, site.port = _address().values()
        site.save()


def _address() -> dict:
    address = urlsplit(settings.BASE_URL)
    return {"hostname": address.hostname, "port": address.port or (443 if address.scheme == "https" else 80)}


def _ensure_root() -> Page:
    """Wagtail's migrations make these, in English; a flushed database (tests, a reset) has none."""
    ContentType.objects.clear_cache()  # after a flush it still knows the rows that are gone
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    if Collection.get_first_root_node() is None:
        Collection.add_root(name=ALL_FILES)
    Collection.objects.filter(depth=1, name="Root").update(name=ALL_FILES)
    root = Page.get_first_root_node() or Page.add_root(
        title=ALL_PAGES, slug="root", locale=Locale.get_default()
    )
    if root.title == "Root":
        root.title = root.draft_title = ALL_PAGES
        root.save(update_fields=["title", "draft_title"])
    return root
