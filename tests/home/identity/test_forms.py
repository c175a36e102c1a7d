"""The form of the identity, filled in the way a clerk does in the admin."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from home.identity.rules import Hours
from home.models import ClosedDay, OfficeHours, VillageSettings
from tests.factories.home import UserFactory, VillageFactory

pytestmark = pytest.mark.django_db

TWICE = (
    "{day} ditulis lebih dari sekali, jadi jamnya tumpang tindih. "
    "Pakai satu baris untuk satu hari; jeda ditulis di kolom istirahat."
)


@pytest.fixture
def publisher(client):
    client.force_login(UserFactory(roles=["Penerbit"]))
    return client


def row(weekday, opens="08:00", closes="15:00", **fields) -> dict:
    return {
        "id": "",
        "weekday": str(weekday),
        "opens": opens,
        "closes": closes,
        "break_starts": "",
        "break_ends": "",
    } | fields


def stored(hours: OfficeHours, **fields) -> dict:
    return row(hours.weekday, f"{hours.opens:%H:%M}", f"{hours.closes:%H:%M}", id=str(hours.pk)) | fields


def send(client, hours=(), closed=(), initial=0, **fields):
    data = {
        "designation": "Desa",
        "name": "Nama yang baru diketik",
        "code": "15.04.05.2001",
        "district": "Pemayung",
        "regency": "Batanghari",
        "province": "Jambi",
        "address": "",
        "postal_code": "",
        "map_url": "",
        "phone": "",
        "whatsapp": "",
        "email": "",
        "logo": "",
        "main_colour": "#7a1d2e",
        "office_hours": inline_formset(list(hours), initial=initial),
        "closed_days": inline_formset(list(closed)),
    } | fields
    address = reverse("wagtailsettings:edit", args=["home", "villagesettings", Site.objects.get().pk])
    return client.post(address, nested_form_data(data))


def week() -> list[Hours]:
    return [hours.as_hours() for hours in OfficeHours.objects.order_by("weekday")]


def row_errors(response) -> list[dict]:
    return [dict(form.errors) for form in response.context["form"].formsets["office_hours"].forms]


def test_what_makes_sense_is_saved_and_numbers_are_kept_in_one_spelling(publisher):
    response = send(
        publisher,
        hours=[row(0, break_starts="12:00", break_ends="13:00"), row(4, "08.00", "11.30")],
        closed=[{"id": "", "first_day": "2026-12-25", "last_day": "2026-12-25", "reason": "Natal"}],
        phone="0743-21234",
    )
    assert response.status_code == 302
    village = VillageSettings.objects.get()
    assert (village.name, village.phone) == ("Nama yang baru diketik", "+6274321234")
    assert week() == [
        Hours(0, time(8), time(15), time(12), time(13)),
        Hours(4, time(8), time(11, 30)),
    ]
    assert ClosedDay.objects.get().first_day == date(2026, 12, 25)


def test_a_place_may_be_pasted_as_coordinates_and_is_kept_as_a_link(publisher):
    assert send(publisher, map_url="-1.6543, 103.2045").status_code == 302
    assert VillageSettings.objects.get().map_url.startswith("https://www.openstreetmap.org/?mlat=-1.65430")


def test_what_is_no_place_is_said_beside_its_field_and_stays_typed(publisher):
    response = send(publisher, map_url="dekat masjid")
    assert response.status_code == 200
    form = response.context["form"]
    assert [error.startswith("Ini bukan tautan peta.") for error in form.errors["map_url"]] == [True]
    assert form["map_url"].value() == "dekat masjid"


def test_the_colour_is_picked_not_spelled(publisher):
    address = reverse("wagtailsettings:edit", args=["home", "villagesettings", Site.objects.get().pk])
    assert '<input type="color" name="main_colour"' in publisher.get(address).content.decode()


def test_a_weekday_written_twice_is_said_beside_each_of_its_rows(publisher):
    response = send(publisher, hours=[row(0), row(1), row(0, "16:00", "17:00")])
    assert response.status_code == 200
    words = [TWICE.format(day="Senin")]
    assert row_errors(response) == [{"weekday": words}, {}, {"weekday": words}]
    assert response.content.decode().count(words[0]) >= 2


def test_nothing_typed_is_lost_and_nothing_is_saved_when_hours_overlap(publisher):
    VillageFactory(name="Nama lama")
    response = send(
        publisher,
        hours=[row(0), row(0, "16:10", "17:20")],
        closed=[
            {"id": "", "first_day": "2026-12-25", "last_day": "2026-12-26", "reason": "Alasan yang diketik"}
        ],
        address="Alamat yang diketik",
        phone="0743-21234",
    )
    content = response.content.decode()
    for typed in (
        "Nama yang baru diketik",
        "Alamat yang diketik",
        "Alasan yang diketik",
        "16:10",
        "17:20",
        "0743-21234",
    ):
        assert typed in content, typed
    assert VillageSettings.objects.get().name == "Nama lama"
    assert (OfficeHours.objects.count(), ClosedDay.objects.count()) == (0, 0)


def test_faults_of_the_village_and_of_its_hours_are_said_at_once(publisher):
    response = send(publisher, hours=[row(2), row(2)], code="1504052001", main_colour="#ffffff")
    assert set(response.context["form"].errors) == {"code", "main_colour"}
    assert [list(errors) for errors in row_errors(response)] == [["weekday"], ["weekday"]]
    assert VillageSettings.objects.filter(name="Nama yang baru diketik").exists() is False


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"opens": "15:00", "closes": "08:00"}, "Jam tutup harus sesudah jam buka."),
        ({"break_starts": "12:00"}, "Istirahat diisi mulai dan selesainya"),
        ({"break_starts": "16:00", "break_ends": "17:00"}, "Istirahat diisi mulai dan selesainya"),
    ],
)
def test_hours_that_cannot_be_are_said_in_words(publisher, fields, words):
    response = send(publisher, hours=[row(0) | fields])
    assert response.status_code == 200
    assert words in str(row_errors(response)[0])
    assert words in response.content.decode()
    assert OfficeHours.objects.count() == 0


@pytest.mark.parametrize("typed", ["jam delapan", "25:00", "", "8"])
def test_what_is_no_time_is_said_beside_its_field(publisher, typed):
    response = send(publisher, hours=[row(0, opens=typed), row(0)])
    assert response.status_code == 200
    assert "opens" in row_errors(response)[0]
    assert OfficeHours.objects.count() == 0


def test_a_row_that_is_being_removed_does_not_count(publisher):
    village = VillageFactory()
    old = OfficeHours.objects.create(village=village, weekday=0, opens=time(8), closes=time(12))
    response = send(publisher, hours=[stored(old, DELETE="on"), row(0, "09:00", "14:00")], initial=1)
    assert response.status_code == 302, row_errors(response)
    assert week() == [Hours(0, time(9), time(14))]


def test_a_stored_weekday_and_a_new_row_of_the_same_one_overlap(publisher):
    village = VillageFactory()
    old = OfficeHours.objects.create(village=village, weekday=3, opens=time(8), closes=time(12))
    response = send(publisher, hours=[stored(old), row(3, "13:00", "15:00")], initial=1)
    words = [TWICE.format(day="Kamis")]
    assert row_errors(response) == [{"weekday": words}, {"weekday": words}]
    assert week() == [Hours(3, time(8), time(12))]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ((1, 0, 2), {0: 9, 1: 8, 2: 10}),
        ((1, 2, 0), {1: 8, 2: 9, 0: 10}),
        ((1, 2, 3), {1: 8, 2: 9, 3: 10}),
    ],
    ids=["swapped", "turned round", "each a day later"],
)
def test_stored_rows_may_change_their_weekdays_among_each_other(publisher, order, expected):
    village = VillageFactory()
    rows = [
        OfficeHours.objects.create(village=village, weekday=day, opens=time(8 + day), closes=time(15))
        for day in range(3)
    ]
    response = send(
        publisher,
        hours=[stored(hours, weekday=str(day)) for hours, day in zip(rows, order, strict=True)],
        initial=3,
    )
    assert response.status_code == 302
    assert {hours.weekday: hours.opens.hour for hours in OfficeHours.objects.all()} == expected


def test_closed_days_that_end_before_they_begin_are_said_in_words(publisher):
    response = send(
        publisher, closed=[{"id": "", "first_day": "2026-12-25", "last_day": "2026-12-24", "reason": "Natal"}]
    )
    assert response.status_code == 200
    assert "Tanggal akhir tidak boleh sebelum tanggal awal." in response.content.decode()
    assert ClosedDay.objects.count() == 0


def test_a_weekday_that_somebody_else_added_meanwhile_is_said_in_words(publisher):
    """Both forms are right for themselves; the database refuses the second."""
    OfficeHours.objects.create(village=VillageFactory(name="Lama"), weekday=6, opens=time(8), closes=time(9))
    response = send(publisher, hours=[row(6)])
    assert response.status_code == 302
    assert "Belum tersimpan" in publisher.get("/admin/").content.decode()
    assert (OfficeHours.objects.count(), VillageSettings.objects.get().name) == (1, "Lama")


def test_two_who_save_at_once_wait_for_each_other(publisher):
    """On PostgreSQL 17 of 36 saves in the same moment ended in a deadlock."""
    VillageFactory()
    with CaptureQueriesContext(connection) as queries:
        assert send(publisher, hours=[row(0)]).status_code == 302
    locked = any("FOR UPDATE" in query["sql"] and "villagesettings" in query["sql"] for query in queries)
    assert locked is connection.features.has_select_for_update
