"""An address that was public once leads to where the page is now."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import ContentPage
from tests.factories.home import ContentPageFactory, NewsPageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile():
    page = ContentPageFactory(title="Profil")
    ContentPageFactory(title="Sejarah", parent=page)
    page.save_revision().publish()
    return ContentPage.objects.get(pk=page.pk)


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Publishes a page under another slug. Wagtail makes redirects when the change is safely stored."""

    def publish(page, slug: str) -> None:
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return publish


def answer(client, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.get("Location", "")


def test_a_new_slug_leads_the_old_address_of_the_page_and_its_children_to_the_new(client, profile, rename):
    rename(profile, "tentang-desa")
    assert answer(client, "/profil/") == (301, "/tentang-desa/")
    assert answer(client, "/profil/sejarah/") == (301, "/tentang-desa/sejarah/")
    assert client.get("/tentang-desa/sejarah/").status_code == 200


def test_old_addresses_are_found_however_they_are_written(client, profile, rename):
    rename(profile, "tentang-desa")
    for address in ("/profil", "/profil/?sumber=wa", "/profil/?"):
        response = client.get(address, follow=True)
        assert (response.status_code, response.request["PATH_INFO"]) == (200, "/tentang-desa/"), address


def test_after_two_changes_each_old_address_leads_straight_to_the_last(client, profile, rename):
    rename(profile, "tentang-desa")
    rename(profile, "tentang-kami")
    assert answer(client, "/profil/") == (301, "/tentang-kami/")
    assert answer(client, "/tentang-desa/") == (301, "/tentang-kami/")


def test_an_address_that_is_taken_again_is_no_redirect(client, profile, rename):
    rename(profile, "tentang-desa")
    ContentPageFactory(title="Profil")
    assert answer(client, "/profil/") == (200, "")


def test_a_page_that_came_back_leads_nobody_in_circles(client, profile, rename):
    rename(profile, "tentang-desa")
    rename(profile, "profil")
    assert answer(client, "/profil/") == (200, "")
    assert answer(client, "/tentang-desa/") == (301, "/profil/")


def test_a_moved_page_is_found_at_its_old_address(client, profile):
    other = ContentPageFactory(title="Arsip")
    profile.move(other, pos="last-child")
    assert answer(client, "/profil/") == (301, "/arsip/profil/")
    assert answer(client, "/profil/sejarah/") == (301, "/arsip/profil/sejarah/")


def test_a_draft_with_another_slug_changes_no_address_yet(client, profile):
    profile.slug = "tentang-desa"
    profile.save_revision()
    assert answer(client, "/profil/") == (200, "")
    assert Redirect.objects.count() == 0


def test_changing_only_the_words_makes_no_redirect(profile):
    profile.title = "Profil desa"
    profile.save_revision().publish()
    assert Redirect.objects.count() == 0


def test_a_redirect_goes_to_this_site_whatever_host_was_asked(client, profile, rename):
    rename(profile, "tentang-desa")
    response = client.get("/profil/", headers={"host": "jahat.example"})
    assert response["Location"] == "/tentang-desa/"


def test_a_redirect_is_the_same_for_everyone(client, profile, rename):
    rename(profile, "tentang-desa")
    response = client.get("/profil/")
    assert (dict(response.cookies), "Cookie" in response.get("Vary", "")) == ({}, False)


def test_a_publisher_who_changes_the_slug_in_the_editor_leaves_a_redirect(
    client, django_capture_on_commit_callbacks
):
    page = NewsPageFactory(title="Panen raya")
    page.save_revision().publish()
    client.force_login(UserFactory(roles=["Penerbit"]))
    data = nested_form_data(
        {
            "title": page.title,
            "date": page.date.isoformat(),
            "category": "",
            "intro": page.intro,
            "picture": "",
            "body": streamfield([("heading", "Isi")]),
            "slug": "panen-raya-2026",
            "search_description": "",
            "social_image": "",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
            "action-publish": "1",
        }
    )
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert response.status_code == 302, response.context["form"].errors
    assert answer(client, "/berita/panen-raya/") == (301, "/berita/panen-raya-2026/")
