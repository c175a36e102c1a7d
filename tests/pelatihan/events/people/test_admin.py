"""Numbers and wishes go a year after the programme; names and attendance stay."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.management import call_command

from home.casework import access_log
from pelatihan.events.people.merges import merge, undo
from pelatihan.events.programmes.rules import AT_HOME
from pelatihan.models import MentoringRequest, Participant, ParticipantMerge
from tests.factories.home import UserFactory
from tests.factories.pelatihan import EventFactory, ParticipantFactory, RegistrationFactory
from tests.forms import filled

pytestmark = pytest.mark.django_db

THEN = datetime(2026, 11, 25, 2, tzinfo=UTC)
LATER = datetime(2027, 12, 2, 2, tzinfo=UTC)


@pytest.fixture
def event():
    """Of a programme that ended on 30 November 2026."""
    return EventFactory(programme__starts_on=date(2026, 11, 1), programme__ends_on=date(2026, 11, 30))


def registered(event, number, **facts):
    with time_machine.travel(THEN):
        return RegistrationFactory(
            event=event,
            number=number,
            participant=ParticipantFactory(**facts),
        ).participant


def forget(moment=LATER):
    with time_machine.travel(moment):
        call_command("forget_expired")


def phones() -> dict[str, str]:
    return dict(Participant.objects.values_list("name", "phone"))


def test_a_number_goes_a_year_after_the_last_programme(event):
    registered(event, 1, name="Siti", phone="+6281234567890")
    twice = registered(event, 2, name="Budi", phone="+6281234567891")
    next_one = EventFactory(programme__starts_on=date(2027, 1, 1), programme__ends_on=date(2027, 3, 1))
    RegistrationFactory(event=next_one, participant=twice, number=1)
    with time_machine.travel(LATER):
        ParticipantFactory(name="Baru", phone="+6281234567892")
    forget(datetime(2027, 11, 29, 2, tzinfo=UTC))
    assert phones()["Siti"] != ""
    forget()
    assert phones() == {"Siti": "", "Budi": "+6281234567891", "Baru": "+6281234567892"}


def test_a_number_that_came_from_a_merged_record_goes_everywhere(event):
    ani = UserFactory(roles=["Fasilitator"])
    one = registered(event, 1, name="Siti", phone="")
    other = registered(event, 2, name="Siti A.", phone="+6281234567890", element="PKK")
    with time_machine.travel(THEN):
        merge(one, other, ani)
    assert phones()["Siti"] == "+6281234567890"
    forget()
    assert set(phones().values()) == {""}
    done = ParticipantMerge.objects.get()
    assert done.moved["filled"] == {"element": "PKK"}
    undo(done, None)
    one.refresh_from_db()
    assert (one.phone, one.element) == ("", "")


def test_somebody_whose_other_record_is_still_in_a_programme_keeps_his_number(event):
    one = registered(event, 1, name="Siti", phone="+6281234567890")
    running = EventFactory(programme__starts_on=date(2027, 1, 1), programme__ends_on=date(2027, 12, 31))
    other = registered(running, 1, name="Siti A.")
    with time_machine.travel(THEN):
        merge(one, other, UserFactory(roles=["Fasilitator"]))
    forget()
    assert phones()["Siti"] == "+6281234567890"


def test_what_somebody_needs_goes_and_that_he_asked_stays(event):
    siti = registered(event, 1, name="Siti")
    wish = {"programme": event.programme, "participant": siti, "wish": AT_HOME, "noted_by_name": "Ani"}
    MentoringRequest.objects.create(**wish, note="sulit melihat layar")
    forget()
    assert MentoringRequest.objects.get().note == ""
    assert Participant.objects.get().name == "Siti"


def test_who_saw_and_changed_somebody_s_number_is_noted(client, event):
    ani = UserFactory(first_name="Ani", last_name="", roles=["Fasilitator"])
    event.programme.coordinator = ani
    event.programme.save()
    siti = registered(event, 1, name="Siti", phone="+6281234567890")
    client.force_login(ani)
    place = siti.registrations.get()
    address = f"/pelatihan/fasilitator/kegiatan/{event.pk}/orang/{place.pk}/"
    form = client.get(address)
    assert "0812-3456-7890" in form.content.decode()
    assert client.post(address, filled(form, name="Siti Aminah", phone="")).status_code == 302
    assert [record.action for record in access_log.of("peserta", siti.pk)] == ["ubah", "lihat"]


def test_a_number_that_is_still_needed_stays(event):
    """Of who asked to be accompanied in a running programme, and of a record that is one with somebody in it."""
    running = EventFactory(programme__starts_on=date(2027, 1, 1), programme__ends_on=date(2027, 12, 31))
    wishing = registered(event, 1, name="Siti", phone="+6281234567891")
    MentoringRequest.objects.create(
        programme=running.programme, participant=wishing, wish=AT_HOME, noted_by_name="Ani"
    )
    kept = registered(event, 2, name="Budi", phone="+6281234567892")
    registered(event, 3, name="Budi S.", phone="+6281234567893", merged_into=kept)
    registered(running, 1, name="Pak Budi", merged_into=kept)
    before = phones()
    forget()
    assert phones() == before
