"""A room is made, put away and cleared, each as often as the button is pressed."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupPagePermission, Page

from pelatihan.models import Participant, PracticeRoom
from pelatihan.practice import rooms
from tests.factories.home import DocumentFactory, ImageFactory, UserFactory
from tests.factories.pelatihan import ParticipantFactory, TrainingClassFactory

pytestmark = pytest.mark.django_db


def counts() -> tuple:
    return (
        PracticeRoom.objects.count(),
        Page.objects.filter(slug__startswith="latihan-").count(),
        Collection.objects.filter(name__startswith="Latihan ").count(),
        Group.objects.filter(name__startswith="latihan:").count(),
    )


def test_made_twice_it_is_one_room():
    somebody = ParticipantFactory()
    rooms.make_room(somebody)
    room = rooms.make_room(somebody)
    assert (counts(), room.is_open) == ((1, 1, 1, 1), True)
    assert GroupPagePermission.objects.filter(group=room.group).count() == 3


def test_two_people_of_one_name_have_a_room_each():
    for _ in range(2):
        rooms.make_room(ParticipantFactory(name="Siti Aminah"))
    assert counts() == (2, 2, 2, 2)


def test_archived_it_opens_to_nobody_and_what_was_written_stays(client):
    room = rooms.make_room(ParticipantFactory())
    user = room.participant.user
    rooms.archive_room(room)
    rooms.archive_room(room)
    assert (counts(), rooms.room_of(room.participant)) == ((1, 1, 1, 0), None)
    client.force_login(user)
    assert client.get("/admin/").url.startswith("/admin/login/")
    assert rooms.make_room(Participant.objects.get()).is_open


def test_removed_nothing_of_it_is_left_but_the_person():
    room = rooms.make_room(ParticipantFactory())
    ImageFactory(collection=room.collection)
    DocumentFactory(collection=room.collection)
    rooms.remove_room(room)
    assert (counts(), Participant.objects.count()) == ((0, 0, 0, 0), 1)


@pytest.mark.parametrize("part", ["folder", "collection", "group"])
def test_what_somebody_deleted_by_hand_is_made_again(part):
    room = rooms.make_room(ParticipantFactory())
    thing = getattr(room, part)
    (thing.specific if part == "folder" else thing).delete()
    room = PracticeRoom.objects.get()
    assert (room.is_open, rooms.room_of(room.participant)) == (False, None)
    assert rooms.make_room(Participant.objects.get()).is_open


def test_a_class_gets_its_rooms_by_one_press_and_loses_them_by_another(client):
    ani = UserFactory(roles=["Fasilitator"])
    one = TrainingClassFactory(facilitators=[ani], members=ParticipantFactory.create_batch(3))
    client.force_login(ani)
    address = f"/pelatihan/fasilitator/kelas/{one.pk}/latihan/"
    for act, expected in (("buat", (3, 3, 3, 3)), ("arsip", (3, 3, 3, 0)), ("hapus", (0, 0, 0, 0))):
        assert client.post(address, {"act": act}).status_code == 302
        assert counts() == expected
        assert client.get(address).status_code == 200


def test_what_does_not_fit_into_one_press_waits_for_the_next(client, monkeypatch):
    monkeypatch.setattr("pelatihan.practice.views.SECONDS", -1)
    ani = UserFactory(roles=["Fasilitator"])
    one = TrainingClassFactory(facilitators=[ani], members=ParticipantFactory.create_batch(2))
    client.force_login(ani)
    address = f"/pelatihan/fasilitator/kelas/{one.pk}/latihan/"
    assert "Masih 2 peserta" in client.post(address, {"act": "buat"}, follow=True).content.decode()


def test_the_class_of_others_has_no_rooms_to_make(client):
    one = TrainingClassFactory(members=[ParticipantFactory()])
    client.force_login(UserFactory(roles=["Fasilitator"]))
    assert client.post(f"/pelatihan/fasilitator/kelas/{one.pk}/latihan/", {"act": "buat"}).status_code == 404
