"""A trainee finds his own folder in the admin and nothing else, and nobody finds his folder on the site.

Everything that could leak is there: drafts, private pages, pictures, documents, accounts, the folder of another.
"""

import html
import re

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import ContentPage, NewsPage
from home.pages.models import NewsIndexPage
from layanan.models import RegulationPage
from pelatihan.practice import fences, rooms
from pelatihan.practice.models import PracticeRootPage
from tests.access.addresses import Examples, addresses
from tests.factories.home import DocumentFactory, UserFactory
from tests.factories.pelatihan import ParticipantFactory, practice_room
from tests.factories.site import full_site

pytestmark = pytest.mark.django_db

# Words that stand nowhere but in what a trainee must not see.
SECRETS = ("Zamrud", "Menunggu", "Rahasia", "Arsip Kades", "balai-rahasia", "seseorang", "Tetangga")


@pytest.fixture
def room():
    return practice_room(name="Siti")


@pytest.fixture
def trainee(client, room):
    client.force_login(room.participant.user)
    return client


def news_in(room, title="Gotong royong", live=True, **values) -> NewsPage:
    page = NewsPage(title=title, date="2026-11-26", intro="Ringkas.", live=live, **values)
    room.folder.specific.add_child(instance=page)
    page.save_revision(user=room.participant.user)
    return page


@pytest.fixture
def leaks(room):
    """Content of the village and of another trainee."""
    examples = Examples()
    other = practice_room(name="Tetangga")
    news_in(other, "Zamrud milik Tetangga")
    ContentPage.objects.filter(pk=examples.page.pk).update(title="Zamrud desa")
    examples.document.title = "Arsip Kades"
    examples.document.save()
    type(examples.image).objects.filter(pk=examples.image.pk).update(title="balai-rahasia")
    return examples


def test_of_all_addresses_of_the_admin_none_shows_what_is_not_his(trainee, leaks):
    trainee.raise_request_exception = False
    open_to_him, leaked = [], []
    for address in addresses():
        path = leaks.path(address)
        if not path.startswith("/admin/") or address.name == "wagtailadmin_logout":
            continue
        answer = trainee.get(path)
        if answer.status_code == 200 and not answer.streaming:
            open_to_him.append(address.name)
            text = answer.content.decode(errors="replace")
            leaked += [f"{address.name}: {word}" for word in SECRETS if word in text]
    assert leaked == []
    assert set(open_to_him) <= fences.ROOMS
    assert "wagtailadmin_home" in open_to_him


def test_of_all_addresses_of_the_admin_none_changes_what_is_not_his(trainee, leaks):
    trainee.raise_request_exception = False
    before = {page.pk: (page.title, page.live, page.path) for page in Page.objects.all()}
    wrong = []
    for address in addresses():
        path = leaks.path(address)
        if path.startswith("/admin/") and address.name not in {*fences.ROOMS, *fences.TO_FOLDER}:
            answer = trainee.post(path, {"title": "Diubah", "comment": "x"})
            if answer.status_code not in {403, 404, 405}:
                wrong.append((address.name, answer.status_code))
    assert wrong == []
    assert {page.pk: (page.title, page.live, page.path) for page in Page.objects.all()} == before


@pytest.mark.parametrize(
    "name", ["edit", "delete", "unpublish", "set_privacy", "copy", "history", "view_draft", "revisions_index"]
)
def test_his_folder_itself_stays_as_it_was_made(trainee, room, name):
    address = reverse(f"wagtailadmin_pages:{name}", args=[room.folder_id])
    assert (trainee.get(address).status_code, trainee.post(address).status_code) == (403, 403)


@pytest.mark.parametrize("part", ["folder", "collection"])
def test_a_room_that_somebody_took_apart_opens_nothing(trainee, leaks, room, part):
    thing = getattr(room, part)
    (thing.specific if part == "folder" else thing).delete()
    for address in ("/admin/", "/admin/choose-page/", "/admin/images/", "/admin/reports/locked/"):
        assert trainee.get(address).status_code == 403, address


@pytest.mark.parametrize("query", ["?q=Zamrud", "?q=Rahasia&page_type=wagtailcore.page", ""])
def test_chooser_and_search_know_his_own_pages_only(trainee, leaks, room, query):
    own = news_in(room, "Zamrudku sendiri")
    for name, args in (
        ("wagtailadmin_choose_page_search", []),
        ("wagtailadmin_choose_page_child", [room.folder_id]),
    ):
        text = trainee.get(reverse(name, args=args) + query).content.decode()
        assert "Zamrud desa" not in text
        assert "Tetangga" not in text
    assert own.title in trainee.get(reverse("wagtailadmin_explore", args=[room.folder_id])).content.decode()


@pytest.mark.parametrize("name", ["wagtailadmin_explore_root", "wagtailadmin_choose_page"])
def test_where_others_begin_at_the_top_he_begins_in_his_folder(trainee, room, name):
    answer = trainee.get(reverse(name) + "?page_type=wagtailcore.page")
    assert (
        answer.url == reverse(fences.TO_FOLDER[name], args=[room.folder_id]) + "?page_type=wagtailcore.page"
    )


def test_what_he_searches_for_he_finds_among_his_own_pages(trainee, leaks, room):
    news_in(room, "Zamrudku sendiri")
    text = trainee.get(reverse("wagtailadmin_pages:search") + "?q=Zamrud", follow=True).content.decode()
    assert ("Zamrudku sendiri" in text, "Zamrud desa" in text, "Tetangga" in text) == (True, False, False)


def test_a_page_is_not_copied_into_a_place_that_is_not_his(trainee, leaks, room):
    own = news_in(room)
    data = {"new_title": "Salinan", "new_slug": "salinan", "new_parent_page": leaks.waiting.pk}
    assert trainee.post(reverse("wagtailadmin_pages:copy", args=[own.pk]), data).status_code == 403


def test_a_document_of_others_does_not_open_by_being_named_in_ones_own_page(trainee, leaks, room):
    hidden = DocumentFactory(title="Arsip Kades")
    page = ContentPage(
        title="Unduhan", intro="x", body=[("text", f'<p><a linktype="document" id="{hidden.pk}">x</a></p>')]
    )
    room.folder.specific.add_child(instance=page)
    page.save_revision(user=room.participant.user).publish()
    own = DocumentFactory(title="Milik sendiri", collection=room.collection)
    assert trainee.get(hidden.url).status_code == 404
    assert trainee.get(own.url).status_code == 200


def test_he_writes_and_publishes_with_the_form_of_the_office(trainee, room):
    address = reverse("wagtailadmin_pages:add", args=["home", "newspage", room.folder_id])
    assert trainee.get(address).status_code == 200
    data = nested_form_data(
        {
            "title": "Gotong royong di Balai",
            "slug": "gotong-royong",
            "date": "26/11/2026",
            "intro": "Warga membersihkan balai.",
            "body": streamfield([("text", rich_text("<p>Warga datang pagi.</p>"))]),
            "action-publish": "1",
            "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"},
        }
    )
    answer = trainee.post(address, data)
    page = NewsPage.objects.get()
    assert (page.live, page.get_parent().pk) == (True, room.folder_id), answer.content.decode()[:500]


def public_texts(client) -> str:
    paths = [
        "/",
        "/berita/",
        "/berita/umpan.xml",
        "/sitemap.xml",
        "/regulasi/",
        "/cari/?q=Zamrud",
        "/pelatihan/",
    ]
    paths += ["/data/regulasi.json", "/data/jdih.json", "/data/regulasi.csv", "/regulasi/umpan.xml"]
    return "".join(client.get(path).content.decode() for path in paths)


def test_nothing_of_the_room_is_on_the_site(client, room):
    page = news_in(room, "Zamrud latihan")
    regulation = RegulationPage(
        kind="perdes", number="7", year=2026, subject="Zamrud latihan", enacted_on="2026-02-01", live=True
    )
    room.folder.specific.add_child(instance=regulation)
    assert "Zamrud latihan" not in public_texts(client)
    assert "ruang-latihan" not in public_texts(client)
    root = PracticeRootPage.objects.get()
    for one in (page, regulation, room.folder, root):
        assert client.get(one.specific.url).status_code == 404


def test_its_owner_and_whoever_leads_see_it_and_another_trainee_does_not(client, room):
    page = news_in(room)
    other = practice_room(name="Budi")
    seen = {}
    for name, user in (
        ("owner", room.participant.user),
        ("facilitator", UserFactory(roles=["Fasilitator"])),
        ("publisher", UserFactory(roles=["Penerbit"])),
        ("other", other.participant.user),
        ("resident", UserFactory(roles=["Peserta"])),
    ):
        client.force_login(user)
        seen[name] = client.get(page.url).status_code
    assert seen == {"owner": 200, "facilitator": 200, "publisher": 200, "other": 404, "resident": 404}


def test_the_room_stays_hidden_though_somebody_lifts_its_restriction(
    client, room, django_capture_on_commit_callbacks
):
    page = news_in(room, "Zamrud latihan")
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.all().delete()
    assert client.get(page.url).status_code == 404
    assert "Zamrud latihan" not in public_texts(client)


def test_a_practised_number_is_nobody_elses(room):
    from tests.factories.layanan import RegulationFactory

    real = RegulationFactory(kind="perdes", number="7", year=2026)
    copy = RegulationPage(
        kind="perdes", number="7", year=2026, subject="Latihan", enacted_on="2026-02-01", live=True
    )
    room.folder.specific.add_child(instance=copy)
    copy.full_clean()
    real.refresh_from_db()
    assert (copy.in_register, copy.official, real.official) == (False, False, True)
    real.full_clean()


def test_a_practised_regulation_revokes_nothing(room):
    from layanan.models import RegulationRelation
    from tests.factories.layanan import RegulationFactory

    real = RegulationFactory(kind="perdes", number="7", year=2025)
    copy = RegulationPage(
        kind="perdes", number="8", year=2026, subject="Latihan", enacted_on="2026-02-01", live=True
    )
    copy.relations = [RegulationRelation(kind="mencabut", target=real)]
    room.folder.specific.add_child(instance=copy)
    copy.save_revision().publish()
    real.refresh_from_db()
    assert real.status == "berlaku"


def test_staff_who_practise_keep_their_own_rights(client, room):
    operator = UserFactory(roles=["Operator"])
    rooms.make_room(ParticipantFactory(user=operator))
    assert not fences.is_fenced(operator)
    client.force_login(operator)
    assert client.get(reverse("wagtailadmin_explore_root")).status_code == 200
    assert client.get(reverse("wagtailadmin_reports:site_history")).status_code == 200


def test_another_role_without_the_admin_does_not_take_the_fence_away():
    facilitator = UserFactory(roles=["Fasilitator", "Petugas Aspirasi"])
    rooms.make_room(ParticipantFactory(user=facilitator))
    assert fences.is_fenced(facilitator)


def test_practice_is_no_work_of_the_village(room):
    from home.editor.tasks import editable_pages

    page = news_in(room)
    publisher = UserFactory(roles=["Penerbit"])
    assert page.pk not in editable_pages(publisher).values_list("pk", flat=True)
    assert NewsIndexPage.objects.get().pk in editable_pages(publisher).values_list("pk", flat=True)


def test_no_trainee_has_a_right_outside_his_own_folder(room):
    other = practice_room(name="Budi")
    outside = Page.objects.filter(depth__gt=1).exclude(path__startswith=room.folder.path)
    user = room.participant.user
    assert other.folder in outside
    may = [
        page
        for page in outside
        if page.permissions_for_user(user).can_edit() or page.permissions_for_user(user).can_add_subpage()
    ]
    assert may == []
    assert not Group.objects.get(name="Peserta").permissions.exists()


def linked(text: str) -> set[str]:
    """The addresses of this site that a page leads to, also from feeds and the sitemap."""
    found = re.findall(r'(?:href|src|action)="([^"#]+)|<(?:loc|link|guid)[^>]*>([^<]+)<', text)
    paths = {html.unescape(one or two).removeprefix(settings.BASE_URL) for one, two in found}
    return {
        path for path in paths if path.startswith("/") and not path.startswith(("//", "/static/", "/admin/"))
    }


def test_whoever_follows_every_link_of_the_site_comes_across_nothing_of_the_room(client, room):
    full_site()
    page = news_in(room, "Zamrud latihan")
    document = DocumentFactory(title="Zamrud latihan", collection=room.collection)
    waiting, seen, found = {"/", "/sitemap.xml", "/robots.txt"}, set(), []
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = client.get(path)
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        text = text.decode(errors="replace")
        if "Zamrud" in text or "ruang-latihan" in text:
            found.append(path)
        waiting |= linked(text) - seen
    assert len(seen) > 40
    assert found == []
    assert (page.url in seen, document.url in seen) == (False, False)
    assert client.get(document.url).status_code == 404
