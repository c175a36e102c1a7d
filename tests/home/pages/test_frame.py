"""What surrounds every page is kept while nothing changes, new at the next request when something did, and tells
nobody of a page that is not for everyone."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from home.identity.rules import Closure
from home.models import (
    ClosedDay,
    ContentPage,
    ContentVersion,
    HomePage,
    NewsIndexPage,
    OfficeHours,
    VillageSettings,
)
from home.pages import frame
from tests.factories.home import (
    ContentPageFactory,
    ImageFactory,
    NewsPageFactory,
    UserFactory,
    VillageFactory,
)
from tests.factories.layanan import GuideFactory, RegulationFactory
from tests.factories.pelatihan import CourseFactory, LessonFactory

pytestmark = pytest.mark.django_db


def menu_titles() -> list[str]:
    return [item.title for item in frame.current().menu]


def restrict(page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_the_kept_frame_costs_one_query_and_is_the_same_one():
    kept = frame.current()
    with CaptureQueriesContext(connection) as queries:
        assert frame.current() is kept
    assert len(queries) == 1


def test_a_page_costs_no_second_look_at_the_site(client):
    ContentPageFactory(title="Profil")
    client.get("/profil/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/profil/")
    assert [q["sql"] for q in queries if "wagtailcore_site" in q["sql"]] == []
    assert len([q for q in queries if "home_contentversion" in q["sql"]]) == 1


# What changes the public's view, each as (what stands before, the change itself).


def _page():
    page = ContentPageFactory(title="Profil")
    page.save_revision()
    return page


def _draft():
    page = ContentPageFactory(title="Profil", live=False)
    page.save_revision()
    return page


def _two():
    return ContentPageFactory(title="Profil"), ContentPageFactory(title="Sejarah")


CHANGES = {
    "publish": (_draft, lambda page: page.get_latest_revision().publish()),
    "publish again": (_page, lambda page: page.save_revision().publish()),
    "unpublish": (_page, lambda page: page.unpublish()),
    "unpublish as many": (_page, lambda page: Page.objects.get(pk=page.pk).unpublish()),
    "move": (_two, lambda pages: pages[0].move(pages[1], pos="last-child")),
    "reorder": (_two, lambda pages: pages[1].move(pages[0], pos="left")),
    "delete": (_page, lambda page: page.delete()),
    "delete as many": (_page, lambda page: Page.objects.get(pk=page.pk).delete()),
    "copy": (_page, lambda page: page.copy(update_attrs={"slug": "lain"})),
    "save the settings": (VillageFactory, lambda village: village.save()),
    "delete the settings": (VillageFactory, lambda village: village.delete()),
    "add hours": (
        VillageFactory,
        lambda village: OfficeHours.objects.create(village=village, weekday=0, opens=time(8), closes=time(9)),
    ),
    "delete hours": (
        lambda: OfficeHours.objects.create(
            village=VillageFactory(), weekday=0, opens=time(8), closes=time(9)
        ),
        lambda hours: hours.delete(),
    ),
    "add a closed day": (
        VillageFactory,
        lambda village: ClosedDay.objects.create(
            village=village, first_day=date(2026, 12, 25), last_day=date(2026, 12, 25), reason="Natal"
        ),
    ),
    "restrict": (_page, restrict),
    "lift a restriction": (lambda: restrict(_page()), lambda restriction: restriction.delete()),
    "save the site": (lambda: Site.objects.get(), lambda site: site.save()),
    "save the logo": (
        lambda: VillageFactory(logo=ImageFactory()).logo,
        lambda image: image.save(),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_that_the_public_sees_raises_the_version(name):
    prepare, change = CHANGES[name]
    subject = prepare()
    before = ContentVersion.current()
    change(subject)
    assert ContentVersion.current() > before


@pytest.mark.parametrize(
    "change",
    [
        lambda: _draft().save_revision(),
        lambda: UserFactory(),
        lambda: ImageFactory(),
    ],
    ids=["a draft", "a person", "a photo that is no logo"],
)
def test_what_the_public_does_not_see_leaves_the_version(change):
    _page()
    before = ContentVersion.current()
    change()
    assert ContentVersion.current() == before


def test_there_is_one_version_only():
    ContentVersion.objects.all().delete()
    assert ContentVersion.current() == 0
    for expected in (1, 2, 3):
        frame.raise_version()
        assert (ContentVersion.current(), ContentVersion.objects.count()) == (expected, 1)


def test_an_edit_of_the_identity_shows_at_the_next_request(client):
    village = VillageFactory(name="Sungai Rumbai", phone="+6274321234")
    assert "Desa Sungai Rumbai" in client.get("/").content.decode()
    village.name, village.phone = "Muara Jambi", "+6274399999"
    village.save()
    content = client.get("/").content.decode()
    assert ("Muara Jambi" in content, "Sungai Rumbai" in content, "0743-99999" in content) == (
        True,
        False,
        True,
    )


def test_the_menu_is_the_page_tree_in_its_order(client):
    assert menu_titles() == ["Layanan", "Peraturan", "Berita", "Belajar"]
    profile = ContentPageFactory(title="Profil", show_in_menus=True)
    profile.save_revision().publish()
    assert menu_titles() == ["Layanan", "Peraturan", "Berita", "Belajar", "Profil"]
    profile.move(HomePage.objects.get().get_first_child(), pos="left")
    assert menu_titles() == ["Profil", "Layanan", "Peraturan", "Berita", "Belajar"]
    profile = ContentPage.objects.get()
    profile.title = "Profil desa"
    profile.save_revision().publish()
    assert "Profil desa" in client.get("/").content.decode()
    profile.unpublish()
    assert menu_titles() == ["Layanan", "Peraturan", "Berita", "Belajar"]


def test_what_a_view_writes_on_the_home_page_stays_with_its_request(rf):
    first, second = rf.get("/"), rf.get("/")
    frame.attach(first)
    first._wagtail_site.root_page.title = "Ditulis oleh satu permintaan"
    frame.attach(second)
    assert second._wagtail_site.root_page.title == "Beranda"
    assert frame.current().site.root_page.title == "Beranda"


def test_outside_a_request_the_frame_at_hand_is_that_of_now(rf):
    """An error page attaches one after its request has left the middleware; the next reader must not be shown it."""
    frame.attach(rf.get("/"))
    VillageFactory()
    assert frame.at_hand() is frame.current()


def test_within_a_request_the_frame_at_hand_costs_no_query(rf):
    def answer(request):
        frame.attach(request)
        with CaptureQueriesContext(connection) as queries:
            assert frame.at_hand() is request.frame
        return len(queries)

    assert frame.FrameMiddleware(answer)(rf.get("/")) == 0


def test_closed_days_are_announced_thirty_days_ahead_and_until_they_are_over():
    village = VillageFactory()
    ClosedDay.objects.create(
        village=village, first_day=date(2026, 12, 24), last_day=date(2026, 12, 26), reason="Natal"
    )
    natal = [Closure(date(2026, 12, 24), date(2026, 12, 26), "Natal")]
    kept = frame.current()
    shown = {}
    for day in (date(2026, 11, 23), date(2026, 11, 24), date(2026, 12, 26), date(2026, 12, 27)):
        with time_machine.travel(datetime(day.year, day.month, day.day, 5, tzinfo=UTC), tick=False):
            assert frame.current() is kept, "the clock alone builds no new frame"
            shown[day.isoformat()] = kept.closures
    assert shown == {"2026-11-23": [], "2026-11-24": natal, "2026-12-26": natal, "2026-12-27": []}


def test_the_day_is_the_village_s_not_the_server_s():
    """18:00 UTC is already tomorrow in Jambi."""
    village = VillageFactory()
    day = date(2026, 12, 26)
    ClosedDay.objects.create(village=village, first_day=day, last_day=day, reason="Cuti")
    with time_machine.travel(datetime(2026, 12, 26, 16, 59, tzinfo=UTC), tick=False):
        assert len(frame.current().closures) == 1
    with time_machine.travel(datetime(2026, 12, 26, 17, 0, tzinfo=UTC), tick=False):
        assert frame.current().closures == []


def test_contact_and_colour_come_from_the_identity():
    VillageFactory(phone="+6274321234", whatsapp="+6281234567890", main_colour="#123456")
    found = frame.current()
    assert (found.phone.display, found.phone.href) == ("0743-21234", "tel:+6274321234")
    assert (found.whatsapp.display, found.whatsapp.href) == (
        "0812-3456-7890",
        "https://wa.me/6281234567890",
    )
    assert found.styles == ":root{--main:#123456}"


def test_a_village_that_has_written_nothing_yet_has_a_frame(client):
    assert VillageSettings.objects.count() == 0
    found = frame.current()
    assert (found.phone, found.whatsapp, found.logo, found.hours, found.closures) == (
        None,
        None,
        None,
        [],
        [],
    )
    assert client.get("/").status_code == 200


# Pages that are not for everyone.

SECRET = "Rahasia"


def _content():
    return ContentPageFactory(title=SECRET, parent=ContentPageFactory(title="Induk")), "/induk/"


def _news():
    return NewsPageFactory(title=SECRET, date=date(2026, 2, 2)), "/berita/"


def _guide():
    return GuideFactory(title=SECRET), "/layanan/"


def _regulation():
    return RegulationFactory(subject=SECRET), "/regulasi/"


def _course():
    return CourseFactory(title=SECRET), "/pelatihan/"


def _lesson():
    course = CourseFactory(title="Kursus")
    return LessonFactory(title=SECRET, parent=course), "/pelatihan/kursus/"


LISTED = {"content": _content, "news": _news, "guide": _guide, "regulation": _regulation}
LISTED |= {"course": _course, "lesson": _lesson}


def places(client, list_address, page) -> dict[str, bool]:
    """Whether each public place names the page."""
    return {
        "list": SECRET in client.get(list_address).content.decode(),
        "search": SECRET in client.get("/cari/", {"q": SECRET}).content.decode().partition("<main")[2]
        and client.get("/cari/", {"q": SECRET}).context["total"] > 0,
        "sitemap": f"https://desa.example{page.url}<" in client.get("/sitemap.xml").content.decode(),
    }


@pytest.mark.parametrize("kind", LISTED)
def test_a_restricted_page_is_in_no_list_no_search_and_no_sitemap(client, kind):
    page, address = LISTED[kind]()
    assert places(client, address, page) == {"list": True, "search": True, "sitemap": True}
    restriction = restrict(page)
    assert places(client, address, page) == {"list": False, "search": False, "sitemap": False}
    assert client.get(page.url).status_code == 302
    restriction.delete()
    assert places(client, address, page) == {"list": True, "search": True, "sitemap": True}
    assert client.get(page.url).status_code == 200


def test_a_page_below_a_restricted_one_is_restricted_too(client):
    page = NewsPageFactory(title=SECRET)
    assert SECRET in client.get("/").content.decode()
    restrict(NewsIndexPage.objects.get())
    content = client.get("/").content.decode()
    assert SECRET not in content
    assert client.get(page.url).status_code == 302
    assert places(client, "/", page) == {"list": False, "search": False, "sitemap": False}


def test_a_restricted_section_is_not_in_the_menu():
    index = NewsIndexPage.objects.get()
    assert "Berita" in menu_titles()
    restrict(index)
    assert "Berita" not in menu_titles()


def test_a_restricted_page_is_no_neighbour(client):
    older, middle, newer = (
        NewsPageFactory(title=title, date=date(2026, 1, day))
        for day, title in ((1, "Lama"), (2, SECRET), (3, "Baru"))
    )
    assert client.get(older.url).context["newer"].title == SECRET
    restrict(middle)
    assert client.get(older.url).context["newer"].title == "Baru"
    assert client.get(newer.url).context["older"].title == "Lama"


def test_a_restricted_page_opens_only_to_whom_it_is_for(client):
    page = ContentPageFactory(title="Profil")
    restrict(page)
    assert client.get("/profil/")["Location"].startswith("/")
    client.force_login(UserFactory())
    assert client.get("/profil/").status_code == 200


def test_a_draft_is_in_no_list_no_search_and_no_sitemap_and_has_no_address(client):
    page = NewsPageFactory(title=SECRET, live=False)
    assert places(client, "/berita/", page) == {"list": False, "search": False, "sitemap": False}
    assert client.get(page.url).status_code == 404
