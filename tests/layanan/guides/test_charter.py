"""The maklumat pelayanan is signed and dated as data, stands at its own address, and is reached from the services."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from layanan.models import ServiceCharterPage, ServiceIndexPage
from tests.factories.home import DocumentFactory, VillageFactory
from tests.factories.layanan import CharterFactory, GuideFactory

pytestmark = pytest.mark.django_db


def test_it_says_what_was_promised_by_whom_where_and_when(client):
    VillageFactory()
    charter = CharterFactory(text="Kami sanggup.", scan=DocumentFactory(title="Pindaian maklumat"))
    assert charter.url == "/layanan/maklumat-pelayanan/"
    html = client.get(charter.url).content.decode()
    assert "<p>Kami sanggup.</p>" in html
    assert "Tebing Tinggi, 2 November 2026<br>Kepala Desa<br><b>Ibu Rohana</b>" in html
    assert "Pindaian maklumat" in html
    assert 'class="qr"' in html


@pytest.mark.parametrize("name", ["text", "place", "signed_on", "signer_position", "signer_name"])
def test_an_unsigned_promise_is_not_published(name):
    charter = CharterFactory()
    setattr(charter, name, None if name == "signed_on" else "")
    with pytest.raises(ValidationError) as fault:
        charter.full_clean()
    assert list(fault.value.message_dict) == [name]


@time_machine.travel("2026-11-26T05:00:00Z", tick=False)
def test_a_signature_of_tomorrow_is_refused():
    charter = CharterFactory()
    charter.signed_on = date(2026, 11, 27)
    with pytest.raises(ValidationError) as fault:
        charter.full_clean()
    assert "masa depan" in fault.value.message_dict["signed_on"][0]


@pytest.mark.parametrize("live", [True, False])
def test_the_list_of_services_and_the_book_lead_to_it_while_it_is_public(client, live):
    GuideFactory()
    CharterFactory(text="Kami sanggup.", live=live)
    assert ('href="/layanan/maklumat-pelayanan/"' in client.get("/layanan/").content.decode()) is live
    assert ("Kami sanggup." in client.get("/layanan/standar-pelayanan/").content.decode()) is live


def test_there_is_one_below_the_services():
    assert ServiceCharterPage.can_create_at(ServiceIndexPage.objects.get()) is True
    CharterFactory()
    assert ServiceCharterPage.can_create_at(ServiceIndexPage.objects.get()) is False
