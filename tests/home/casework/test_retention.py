"""What is over goes, every day, of every kind; how much that was stays known, and nothing else of it."""

import os
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from home.casework import access_log, private_files, retention, throttle
from home.casework.models import AccessRecord, Deletion, ThrottleCount
from home.casework.retention import Kind
from home.casework.rules import LOOKED
from home.models import LegalPeriod, MissedSearch
from project.lib.localdates import today
from tests.access.people import ADMINISTRATOR, sign_in

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 27, 2, 0, tzinfo=UTC)
OURS = {
    "berkas-tanpa-catatan",
    "catatan-akses",
    "hitungan-kiriman",
    "pencarian-tanpa-hasil",
    "sandi-salah",
    "sesi-masuk",
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def old_and_new(clock, settings):
    """One of each kind whose time is over, and one whose time is not."""
    settings.PRIVATE_ROOT.mkdir()
    for past in (timedelta(days=1000), timedelta(0)):
        clock.move_to(NOW - past)
        name = private_files.PrivateStorage().save("x.pdf", ContentFile(b"x"))
        _set_time(settings.PRIVATE_ROOT / name, NOW - past)
        throttle.count("uji", "", 3, timedelta(minutes=10))
        access_log.log(None, "peserta", past.days, LOOKED)
        MissedSearch.objects.create(query="kereta", count=2, day=today())
        Session.objects.create(session_key=f"s{past.days}", expire_date=timezone.now() + timedelta(hours=1))


def _set_time(path, moment):
    os.utime(path, (moment.timestamp(),) * 2)


def run(capsys, *words) -> str:
    call_command("forget_expired", *words, verbosity=2)
    return capsys.readouterr().out


def deletions(dry: bool) -> dict[str, int]:
    return dict(Deletion.objects.filter(dry=dry).values_list("kind", "count"))


def test_every_kind_says_what_it_is_why_and_for_how_long():
    kinds = retention.kinds()
    assert {kind.key for kind in kinds} >= OURS
    assert all(kind.name and kind.why and kind.kept_words for kind in kinds)


def test_what_is_over_goes_and_the_rest_stays(old_and_new, capsys, settings):
    told = run(capsys)
    gone = OURS - {"sandi-salah"}
    assert {f"{key}: 1 deleted" for key in gone} <= set(told.splitlines())
    assert deletions(dry=False) == dict.fromkeys(gone, 1)
    assert [record.record for record in AccessRecord.objects.all()] == ["0"]
    assert Session.objects.get().session_key == "s0"
    assert (ThrottleCount.objects.count(), MissedSearch.objects.count()) == (1, 1)
    assert len(list(settings.PRIVATE_ROOT.glob("*.pdf"))) == 1
    assert len(list(settings.PRIVATE_ROOT.glob(f"{private_files.ASIDE}/*.pdf"))) == 1
    assert {f"{key}: 0 deleted" for key in OURS} <= set(run(capsys).splitlines())
    assert Deletion.objects.count() == len(gone)


def test_a_dry_run_tells_and_takes_nothing_away(old_and_new, capsys, settings):
    told = run(capsys, "--dry-run")
    assert "catatan-akses: 1 would go (kept: 730 hari). UU 27/2022" in told
    assert "hitungan-kiriman: 1 would go (kept: sampai tidak berlaku lagi)" in told
    assert AccessRecord.objects.count() == ThrottleCount.objects.count() == Session.objects.count() == 2
    assert len(list(settings.PRIVATE_ROOT.glob("*.pdf"))) == 2
    assert deletions(dry=False) == {}
    assert deletions(dry=True)["catatan-akses"] == 1


def a_kind(**facts) -> Kind:
    facts = {
        "key": "uji",
        "name": "uji",
        "why": "uji",
        "kept": timedelta(days=3),
        "due": old_searches,
    } | facts
    return Kind(**facts)


def old_searches(before):
    return MissedSearch.objects.filter(day__lt=before.date())


def test_a_period_that_the_village_may_change_is_data():
    LegalPeriod.objects.filter(key="peninjauan_halaman").update(value=2, unit="bulan")
    kind = a_kind(kept="peninjauan_halaman")
    assert kind.kept_words == "2 bulan"
    assert kind.before() == datetime(2026, 9, 26, 17, 0, tzinfo=UTC)  # midnight in the village


def test_one_kind_that_fails_keeps_no_other_and_leaves_nothing_half(old_and_new, capsys):
    def break_off(rows):
        rows.delete()
        raise OSError("disk")

    kind = a_kind(key="aaa", forget=break_off, due=lambda before: MissedSearch.objects.all())
    with (
        hooks.register_temporarily("register_retention", lambda: kind),
        pytest.raises(CommandError, match="aaa"),
    ):
        run(capsys)
    assert MissedSearch.objects.count() == 1
    assert AccessRecord.objects.count() == 1


def test_two_kinds_with_one_key_are_a_fault():
    with (
        hooks.register_temporarily("register_retention", lambda: a_kind(key="sesi-masuk")),
        pytest.raises(ValueError, match="one key"),
    ):
        retention.kinds()


def test_the_ledger_is_only_added_to():
    Deletion.objects.create(kind="uji", count=1)
    with pytest.raises(TypeError):
        Deletion.objects.update(count=2)


def test_the_administrator_reads_what_is_kept_and_what_went(client, old_and_new, capsys):
    sign_in(client, ADMINISTRATOR)
    html = client.get(reverse("retention_report")).content.decode()
    assert "Catatan akses" in html
    assert "730 hari" in html
    run(capsys)
    assert (
        "1, Jumat, 27 November 2026, pukul 09.00 WIB"
        in client.get(reverse("retention_report")).content.decode()
    )
