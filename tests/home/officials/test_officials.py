"""One person per position at a time; a photo with consent only; who no longer holds office is marked."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from home.identity.roles import OPERATOR, PUBLISHER
from home.models import Official
from home.officials.rules import overlaps
from project.lib.localdates import today
from tests.factories.home import ImageFactory, OfficialFactory, PositionFactory, UserFactory

pytestmark = pytest.mark.django_db

JAN, JUN, DEC = date(2026, 1, 1), date(2026, 6, 30), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((JAN, JUN), (JUN, DEC), True),
        ((JAN, JUN), (date(2026, 7, 1), DEC), False),
        ((JAN, None), (DEC, None), True),
        ((JAN, DEC), (JUN, JUN), True),
        ((JUN, None), (JAN, date(2026, 6, 29)), False),
    ],
)
def test_terms_overlap_when_they_share_a_day_whichever_is_asked_first(first, second, expected):
    assert overlaps(*first, *second) is overlaps(*second, *first) is expected


def test_a_second_holder_at_the_same_time_is_refused_with_the_first_one_s_name():
    first = OfficialFactory(name="Ibu Sulaiman", begins_on=JAN, ends_on=JUN)
    with pytest.raises(ValidationError) as caught:
        OfficialFactory.build(position=first.position, begins_on=JUN).full_clean()
    assert "Ibu Sulaiman memegang jabatan ini" in caught.value.message_dict["begins_on"][0]
    OfficialFactory.build(position=first.position, begins_on=date(2026, 7, 1)).full_clean()
    OfficialFactory.build(position=PositionFactory(), begins_on=JUN).full_clean()
    first.full_clean()


@pytest.mark.parametrize(
    "second",
    [
        {"begins_on": DEC},  # two open terms
        {"begins_on": date(2024, 1, 1), "ends_on": JAN},  # two that begin on one day
        {"begins_on": DEC, "ends_on": JAN},  # turned round
    ],
)
def test_the_database_refuses_what_no_form_has_seen(second):
    first = OfficialFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficialFactory(position=first.position, **second)


def test_the_page_shows_who_is_in_office_today_in_order(client):
    OfficialFactory(name="Kedua", position__order=20)
    OfficialFactory(name="Pertama", position__order=10, ends_on=today())
    OfficialFactory(name="Dahulu", ends_on=today() - timedelta(days=1))
    OfficialFactory(name="Nanti", begins_on=today() + timedelta(days=1))
    html = client.get("/pemerintah-desa/").content.decode()
    assert html.index("Pertama") < html.index("Kedua")
    assert "Dahulu" not in html
    assert "Nanti" not in html


def test_a_photo_is_shown_with_consent_only(client):
    found = OfficialFactory(name="Ibu Sulaiman", photo=ImageFactory())
    assert 'alt="Ibu Sulaiman"' not in client.get("/pemerintah-desa/").content.decode()
    found.photo_consent = True
    found.save()
    assert 'alt="Ibu Sulaiman"' in client.get("/pemerintah-desa/").content.decode()


def test_nobody_in_office_leaves_words(client):
    assert "Daftar pejabat belum diisi." in client.get("/pemerintah-desa/").content.decode()


def test_penerbit_writes_them_down_and_sees_an_expired_term(client):
    position = PositionFactory(name="Sekretaris Desa")
    client.force_login(UserFactory(roles=[PUBLISHER]))
    values = {
        "position": position.pk,
        "name": "Ibu Sulaiman",
        "begins_on": "1/1/2020",
        "ends_on": "31/12/2025",
        "photo": "",
        "order": "100",
    }
    assert client.post(reverse("pejabat:add"), values).status_code == 302
    assert "Masa jabatan habis" in client.get(reverse("pejabat:index")).content.decode()
    again = client.post(reverse("pejabat:add"), values | {"name": "Pak Lain", "begins_on": "31/12/2025"})
    assert "Akhiri dulu masa jabatannya" in again.content.decode()
    assert Official.objects.count() == 1


def test_an_operator_has_no_way_in(client):
    client.force_login(UserFactory(roles=[OPERATOR]))
    assert client.get(reverse("pejabat:index")).status_code == 302
