"""Nobody saves over what he did not see, and what is not in the form stays as it is."""

import pytest
import time_machine

from pelatihan.models import Participant, Session
from tests.factories.home import UserFactory
from tests.factories.pelatihan import ProgrammeFactory, RegistrationFactory, SessionFactory
from tests.forms import filled

pytestmark = pytest.mark.django_db

HOME = "/pelatihan/fasilitator/"
LOST = "diubah orang lain selagi Anda mengisinya"


@pytest.fixture(autouse=True)
def the_day_before():
    with time_machine.travel("2026-11-24T01:00:00Z", tick=False):
        yield


@pytest.fixture
def leading(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


def programme():
    ani = UserFactory(roles=["Fasilitator"])
    one = ProgrammeFactory(name="Program desa", funder="APBDes", coordinator=ani)
    return one, f"{HOME}program/{one.pk}/ubah/", "name", "Program nagari", "Program dusun"


def event():
    one = SessionFactory().event
    return one, f"{HOME}kegiatan/{one.pk}/ubah/", "title", "Sosialisasi pagi", "Sosialisasi sore"


def session():
    one = SessionFactory(state="draf")
    return one, f"{HOME}sesi/{one.pk}/ubah/", "place", "Balai RT 03", "Masjid"


def person():
    place = RegistrationFactory(participant__name="Siti", participant__rt=3)
    address = f"{HOME}kegiatan/{place.event_id}/orang/{place.pk}/"
    return place.participant, address, "name", "Siti Aminah", "Siti Aisyah"


RECORDS = pytest.mark.parametrize("record", [programme, event, session, person])


@RECORDS
def test_the_second_of_two_who_change_one_record_is_told_what_stands(leading, record):
    one, address, field, first, second = record()
    shown = leading.get(address)
    mine, theirs = filled(shown, **{field: first}), filled(shown, **{field: second})
    assert leading.post(address, theirs).status_code == 302
    answer = leading.post(address, mine)
    words = answer.content.decode()
    assert LOST in words
    assert second in words, "what stands"
    assert first in words, "what was typed"
    one.refresh_from_db()
    assert getattr(one, field) == second
    assert leading.post(address, filled(answer)).status_code == 302
    one.refresh_from_db()
    assert getattr(one, field) == first


@RECORDS
def test_what_is_seen_and_left_as_it_is_is_saved_again_without_a_word(leading, record):
    one, address, *_ = record()
    before = type(one).objects.filter(pk=one.pk).values().get()
    assert leading.post(address, filled(leading.get(address))).status_code == 302
    assert type(one).objects.filter(pk=one.pk).values().get() == before


@RECORDS
def test_a_form_without_what_was_seen_changes_nothing(leading, record):
    one, address, field, first, _ = record()
    answer = leading.post(address, filled(leading.get(address), seen="", **{field: first}))
    assert LOST in answer.content.decode()
    assert getattr(type(one).objects.get(pk=one.pk), field) != first


def test_columns_beside_the_form_stay_as_they_are(leading):
    """A session that is opened while somebody changes its place stays open."""
    one, address, *_ = session()
    sent = filled(leading.get(address), place="Masjid")
    Session.objects.update(state="terbuka")
    leading.post(address, sent)
    assert Session.objects.values_list("place", "state").get() == ("Masjid", "terbuka")


def test_the_parts_of_an_address_and_of_a_time_are_compared_as_well(leading):
    one, address, *_ = person()
    sent = filled(leading.get(address), note="pakai kerudung biru")
    Participant.objects.update(rt=5)
    answer = leading.post(address, sent).content.decode()
    assert LOST in answer
    assert "RT: “RT 05”" in answer
    one, address, *_ = session()
    sent = filled(leading.get(address), place="Masjid")
    Session.objects.filter(pk=one.pk).update(ends_at=one.ends_at.replace(minute=30))
    answer = leading.post(address, sent).content.decode()
    assert "Selesai: “10.30”" in answer


def test_an_approved_session_is_not_changed_by_a_form_that_was_open(leading):
    one, address, *_ = session()
    sent = filled(leading.get(address), place="Masjid")
    Session.objects.update(state="disahkan")
    leading.post(address, sent)
    assert Session.objects.get().place == one.place
