"""People are added to an event: by a list, or one by one; nobody twice, and nobody guessed."""

import uuid

import pytest
from django.test import Client

from pelatihan.models import Participant, Registration
from tests.factories.home import UserFactory
from tests.factories.pelatihan import (
    EventFactory,
    ParticipantFactory,
    RegistrationFactory,
    SessionFactory,
)
from tests.forms import filled
from tests.parallel import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return SessionFactory().event


@pytest.fixture
def leading(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


def at(event, rest=""):
    return f"/pelatihan/fasilitator/kegiatan/{event.pk}/orang/{rest}"


def test_a_list_is_added_once_with_what_stands_behind_the_names(leading, event):
    data = {"names": "Siti Aminah, RT 02, P\nBudi, Ketua RT", "role": "peserta"}
    for _ in range(2):
        leading.post(at(event), data)
    people = [
        (one.participant.name, one.participant.rt, one.participant.sex, one.participant.element, one.number)
        for one in event.registrations.all()
    ]
    assert people == [("Siti Aminah", 2, "P", "", 1), ("Budi", None, "", "Ketua RT", 2)]


def test_a_name_that_is_known_from_elsewhere_is_asked_about_and_the_rest_comes_along(leading, event):
    siti = ParticipantFactory(name="Siti Aminah", phone="+6281234567890")
    ticked = RegistrationFactory(event=EventFactory(programme=event.programme)).participant
    data = {"names": "Siti Aminnah, P\nWak Leman", "known": [ticked.pk], "role": "narasumber"}
    shown = leading.post(at(event), data)
    assert "Siapa ini?" in shown.content.decode()
    assert "0812" not in shown.content.decode()
    assert not event.registrations.exists()
    sent = {"rows": shown.context["table"], "role": "narasumber", "known": [ticked.pk]}
    address = f"/pelatihan/fasilitator/berkas/kegiatan/{event.pk}/impor/"
    assert "Ada yang belum diputuskan" in leading.post(address, sent).content.decode()
    leading.post(address, sent | {"d1": str(siti.pk)})
    assert {one.participant_id for one in event.registrations.all()} >= {siti.pk, ticked.pk}
    assert list(event.registrations.values_list("role", flat=True)) == ["narasumber"] * 3
    siti.refresh_from_db()
    assert siti.sex == "P"


def test_only_people_of_the_programme_are_offered(leading, event):
    """Everybody whom the village knows is no list to look through, neither for the clerk nor for the curious."""
    RegistrationFactory(event=EventFactory(programme=event.programme), participant__name="Wak Leman")
    stranger = RegistrationFactory(participant__name="Datuk Karim").participant
    shown = leading.get(at(event)).content.decode()
    assert "Wak Leman" in shown
    assert "Datuk Karim" not in shown
    answer = leading.post(at(event), {"known": [stranger.pk], "role": "peserta"})
    assert "Ada yang perlu diperbaiki" in answer.content.decode()


@pytest.mark.parametrize(
    "names", ["", "Ali 1504021203800001", "A" * 201, ", RT 02", "Siti\nSITI", "A\n" * 501]
)
def test_what_cannot_be_added_is_told_and_stays_typed(leading, event, names):
    answer = leading.post(at(event), {"names": names, "role": "peserta"}).content.decode()
    assert "Ada yang perlu diperbaiki" in answer
    assert not Participant.objects.exists()


ONE = {"name": "Siti Aminah", "sex": "P", "age_group": "lansia", "at": "RT 02", "role": "peserta"}


def test_one_person_after_the_other(leading, event):
    shown = leading.get(at(event, "baru/"))
    sent = filled(shown, element="Kader posyandu", consent="on", next="1", **ONE)
    for _ in range(2):
        assert leading.post(at(event, "baru/"), sent).headers["Location"] == at(event, "baru/")
    siti = Participant.objects.get()
    assert (siti.sex, siti.age_group, siti.rt, siti.element) == ("P", "lansia", 2, "Kader posyandu")
    assert siti.consent_at is not None
    assert event.registrations.get().participant == siti
    assert '<option value="Kader posyandu">' in shown.content.decode()


def test_one_who_is_known_is_asked_about_and_only_his_gaps_are_filled(leading, event):
    siti = ParticipantFactory(name="Siti Aminah", age_group="dewasa")
    sent = ONE | {"key": str(uuid.uuid4())}
    shown = leading.post(at(event, "baru/"), sent).content.decode()
    assert "Siapa orang ini?" in shown
    assert 'value="RT 02"' in shown
    assert not Registration.objects.exists()
    leading.post(at(event, "baru/"), sent | {"who": str(siti.pk)})
    siti.refresh_from_db()
    assert (siti.age_group, siti.sex, siti.rt) == ("dewasa", "P", 2)
    leading.post(at(event, "baru/"), sent | {"key": str(uuid.uuid4()), "who": "baru"})
    assert Participant.objects.count() == 2


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"name": "Ali 1504021203800001"}, {"at": "x"}, {"phone": "12"}, {"role": "raja"}]
)
def test_a_wrong_person_is_told_and_stays_typed(leading, event, wrong):
    answer = leading.post(at(event, "baru/"), ONE | {"key": str(uuid.uuid4()), "dusun": "Hulu"} | wrong)
    assert "Ada yang perlu diperbaiki" in answer.content.decode()
    assert 'value="Hulu"' in answer.content.decode()
    assert not Participant.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_same_form_at_the_same_moment_is_one_person(event, tmp_path):
    ani = UserFactory(is_superuser=True)
    sent = ONE | {"key": str(uuid.uuid4())}
    clients = [Client() for _ in range(8)]
    for client in clients:
        client.force_login(ani)
    jobs = [lambda client=client: client.post(at(event, "baru/"), sent).status_code for client in clients]
    ended, people = at_once(tmp_path, jobs, Participant.objects.count)
    assert (ended, people) == ([302] * 8, 1)


def test_nobody_gives_himself_the_record_of_somebody_else(client, event):
    """With it come its certificates. An account of another is linked; the own one is not offered."""
    ani, budi = UserFactory(roles=["Fasilitator"]), UserFactory()
    event.programme.coordinator = ani
    event.programme.save()
    place = RegistrationFactory(event=event)
    client.force_login(ani)
    for user, linked in ((ani, None), (budi, budi)):
        client.post(
            at(event, f"{place.pk}/"), filled(client.get(at(event, f"{place.pk}/")), user=str(user.pk))
        )
        place.participant.refresh_from_db()
        assert place.participant.user == linked


def test_who_waits_for_a_place_has_one_when_the_office_invites_him(leading, event):
    place = RegistrationFactory(event=event, waiting=True, participant__name="Siti")
    leading.post(at(event), {"names": "Siti", "role": "peserta"})
    place.refresh_from_db()
    assert not place.waiting


def test_names_in_another_script_are_told_apart(leading, event):
    leading.post(at(event), {"names": "محمد\nفاطمة", "role": "peserta"})
    assert event.registrations.count() == 2


def test_an_rt_that_cannot_be_read_is_told(leading, event):
    shown = leading.post(at(event), {"names": "Bejo, RT abc, L", "role": "peserta"}).content.decode()
    assert "“RT abc” tidak terbaca sebagai RT" in shown
    assert not event.registrations.exists()
