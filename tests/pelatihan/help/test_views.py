"""The office chooses which lesson stands behind a question mark; the editor's script asks for it."""

import pytest
from django.core.exceptions import ValidationError

from pelatihan.help.models import HelpLink
from pelatihan.help.places import choices
from tests.factories.home import NewsPageFactory, UserFactory
from tests.factories.pelatihan import LessonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson():
    return LessonFactory(title="Menulis berita")


def asked(client, address: str) -> dict:
    client.force_login(UserFactory(roles=["Operator"]))
    return client.get(address).json()


def test_a_page_type_and_its_fields_lead_to_their_lessons(client, lesson):
    HelpLink.objects.create(place="home.newspage", lesson=lesson)
    HelpLink.objects.create(place="home.newspage:picture", lesson=lesson)
    HelpLink.objects.create(place="home.newsindexpage", lesson=lesson)
    one = {"title": "Menulis berita", "url": lesson.url}
    assert asked(client, "/admin/bantuan/jenis/home/newspage/") == {"": one, "picture": one}
    assert asked(client, f"/admin/bantuan/halaman/{NewsPageFactory().pk}/") == {"": one, "picture": one}


def test_a_lesson_that_is_not_public_helps_nobody(client):
    HelpLink.objects.create(place="home.newspage", lesson=LessonFactory(live=False))
    assert asked(client, "/admin/bantuan/jenis/home/newspage/") == {}


@pytest.mark.parametrize("address", ["jenis/home/nothing/", "jenis/nowhere/newspage/", "halaman/987654/"])
def test_what_is_no_place_does_not_exist(client, address):
    client.force_login(UserFactory(roles=["Operator"]))
    assert client.get(f"/admin/bantuan/{address}").status_code == 404


def test_the_places_are_the_page_types_that_the_office_makes_and_their_fields():
    places = dict(choices())
    assert places["home.newspage"] == "Berita"
    assert places["home.newspage:picture"] == "Berita: gambar"
    assert not any(place.startswith("pelatihan.practice") for place in places)


def test_a_place_has_one_lesson(lesson):
    HelpLink.objects.create(place="home.newspage", lesson=lesson)
    with pytest.raises(ValidationError, match="sudah punya pelajaran"):
        HelpLink(place="home.newspage", lesson=lesson).full_clean()
    with pytest.raises(ValidationError, match="place"):
        HelpLink(place="home.unknown", lesson=lesson).full_clean()
