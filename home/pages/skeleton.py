"""The ground a site stands on: root, home page, site record, and one landing page for each subject.

Made once, after the first migration; what an editor renames, moves or removes later stays so. A subject of a higher
floor registers its landing page with the Wagtail hook `register_sections`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail import hooks
from wagtail.models import Collection, Locale, Page, Site

from home.pages.models import HomePage, NewsIndexPage


@dataclass(frozen=True)
class Section:
    """A landing page directly below the home page."""

    order: int
    page_class: Callable[..., Page]
    slug: str
    title: str
    intro: str


@hooks.register("register_sections")
def news_section() -> Section:
    return Section(30, NewsIndexPage, "berita", "Berita", "Kabar dan kegiatan desa.")


def ensure_skeleton() -> None:
    root = _ensure_root()
    if HomePage.objects.exists():
        return
    for welcome in root.get_children().filter(slug="home", content_type__model="page"):
        welcome.delete()  # Wagtail's own "Welcome to your new Wagtail site!"
    root.refresh_from_db()
    home = root.add_child(instance=HomePage(title="Beranda", slug="home", locale=Locale.get_default()))
    for section in sorted(
        (register() for register in hooks.get_hooks("register_sections")), key=lambda s: s.order
    ):
        page = section.page_class(
            title=section.title,
            slug=section.slug,
            intro=section.intro,
            show_in_menus=True,
            locale=home.locale,
        )
        home.add_child(instance=page)
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home, **_address()})


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
    """Wagtail's migrations make these; a flushed database (tests, a reset) has none."""
    ContentType.objects.clear_cache()  # after a flush it still knows the rows that are gone
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=Locale.get_default())
