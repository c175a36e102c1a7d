"""Numbers of the law are data: every reader sees a change at once, an update overwrites none, and a Penerbit alone
changes them."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from home.models import ContentVersion, LegalPeriod
from home.standards.models import ensure_periods
from home.standards.queries import period
from home.standards.rules import DAYS, DEFAULTS, MONTHS, UNITS, WORKING_DAYS, Period
from layanan.models import RegulationIndexPage
from tests.factories.home import ContentPageFactory, UserFactory, VillageFactory
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("value", "unit", "after", "before"),
    [
        (7, DAYS, date(2026, 12, 4), date(2026, 11, 20)),
        (1, WORKING_DAYS, date(2026, 11, 30), date(2026, 11, 26)),
        (6, WORKING_DAYS, date(2026, 12, 7), date(2026, 11, 19)),
        (3, MONTHS, date(2027, 2, 27), date(2026, 8, 27)),
    ],
)
def test_a_period_leads_to_its_last_day_in_its_own_unit(value, unit, after, before):
    found = Period("apa-saja", value, unit)
    assert (found.after(FRIDAY), found.before(FRIDAY)) == (after, before)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_working_days_count_no_weekend(day, value):
    last = Period("apa-saja", value, WORKING_DAYS).after(day)
    days = [day + timedelta(days=number + 1) for number in range((last - day).days)]
    assert len([one for one in days if one.isoweekday() <= 5]) == value
    assert last.isoweekday() <= 5


def test_the_migrated_site_has_every_number_once():
    assert {row.key: row.as_period() for row in LegalPeriod.objects.all()} == {
        key: default.period for key, default in DEFAULTS.items()
    }


def test_an_update_keeps_what_the_village_changed_and_brings_back_what_is_missing():
    LegalPeriod.objects.filter(key="penetapan").update(value=10, source="Perbup 5/2027", label="Lama")
    LegalPeriod.objects.get(key="pelaporan").delete()
    ensure_periods()
    changed = LegalPeriod.objects.get(key="penetapan")
    assert (changed.value, changed.source, changed.label) == (
        10,
        "Perbup 5/2027",
        DEFAULTS["penetapan"].label,
    )
    assert LegalPeriod.objects.get(key="pelaporan").as_period() == Period("pelaporan", 7, DAYS)


@pytest.mark.parametrize(
    "wrong", [{"value": 0}, {"value": 1000}, {"unit": "pekan"}, {"key": "penetapan", "pk": None}]
)
def test_the_database_refuses_what_is_no_period(wrong):
    row = LegalPeriod.objects.get(key="pelaporan")
    for name, value in wrong.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_change_is_read_at_once():
    assert str(period("penetapan")) == "15 hari"
    row = LegalPeriod.objects.get(key="penetapan")
    row.value, row.unit = 20, WORKING_DAYS
    row.save()
    assert str(period("penetapan")) == "20 hari kerja"


def test_a_missing_row_counts_as_its_default():
    LegalPeriod.objects.get(key="penetapan").delete()
    assert period("penetapan") == Period("penetapan", 15, DAYS)


def test_an_unknown_number_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        period("tidak-ada")


@time_machine.travel("2026-11-26T05:00:00Z", tick=False)
def test_the_stamp_of_a_guide_follows_the_number(client):
    VillageFactory()
    guide = GuideFactory(last_verified_on=date(2026, 8, 1))
    other = ContentPageFactory(title="Profil", last_verified_on=date(2026, 8, 1))
    assert "Belum diperiksa" not in client.get(guide.url).content.decode()
    row = LegalPeriod.objects.get(key="peninjauan_panduan")
    row.value = 3
    row.save()
    assert "Belum diperiksa lebih dari 3 bulan;" in client.get(guide.url).content.decode()
    assert "Belum diperiksa" not in client.get(other.url).content.decode()


@time_machine.travel("2026-11-26T05:00:00Z", tick=False)
def test_the_register_of_regulations_is_asked_about_after_its_own_time(client):
    RegulationIndexPage.objects.update(last_verified_on=date(2026, 5, 25))
    GuideFactory(title="KK", last_verified_on=date(2026, 5, 25))
    client.force_login(UserFactory(roles=["Operator"]))
    html = client.get("/admin/").content.decode()
    assert "Pastikan masih benar: “Peraturan”" in html
    assert "Pastikan masih benar: “KK”" not in html


# The screen of the office.


def address(name: str, *args) -> str:
    return reverse(f"angka-peraturan:{name}", args=args)


def form(row: LegalPeriod, **changes) -> dict:
    return {name: getattr(row, name) for name in ("value", "unit", "source", "url", "note")} | changes


def test_a_publisher_changes_a_number_with_its_source_and_everybody_sees_it(client):
    client.force_login(UserFactory(roles=["Penerbit"]))
    row = LegalPeriod.objects.get(key="peninjauan_panduan")
    assert row.label in client.get(address("edit", row.pk)).content.decode()
    before = ContentVersion.current()
    answer = client.post(address("edit", row.pk), form(row, value=6, source="UU baru", label="Lain"))
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.value, row.source, row.label) == (6, "UU baru", DEFAULTS[row.key].label)
    assert ContentVersion.current() > before
    assert str(period("peninjauan_panduan")) == "6 bulan"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"value": "0"}, "value", "Tulis angka paling sedikit 1."),
        ({"value": "1000"}, "value", "Tulis angka paling banyak 999."),
        ({"source": ""}, "source", "Kolom ini  harus diisi."),
    ],
)
def test_a_wrong_number_is_refused_beside_its_field(client, changes, field, words):
    client.force_login(UserFactory(roles=["Penerbit"]))
    row = LegalPeriod.objects.get(key="penetapan")
    answer = client.post(address("edit", row.pk), form(row, **changes))
    assert answer.context["form"].errors == {field: [words]}
    row.refresh_from_db()
    assert row.as_period() == DEFAULTS["penetapan"].period


def test_an_operator_reads_none_of_it(client):
    client.force_login(UserFactory(roles=["Operator"]))
    row = LegalPeriod.objects.first()
    for place in (address("index"), address("edit", row.pk)):
        assert client.get(place).status_code == 302


def test_nobody_adds_or_deletes_one(client):
    client.force_login(UserFactory(is_superuser=True))
    row = LegalPeriod.objects.first()
    for place in (address("add"), address("delete", row.pk)):
        client.post(place, form(row))
    assert LegalPeriod.objects.count() == len(DEFAULTS)
    assert address("add") not in client.get(address("index")).content.decode()


def test_every_default_has_a_known_unit():
    assert {default.period.unit for default in DEFAULTS.values()} <= {unit for unit, _ in UNITS}
