"""Who looked at personal data stays known, also when the account has gone, and nobody changes it afterwards."""

import logging
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, OperationalError, transaction
from django.test import RequestFactory
from django.urls import reverse

from home.casework import access_log
from home.casework.models import AccessRecord
from home.casework.rules import LOOKED, TOOK
from tests.access.people import ADMINISTRATOR, sign_in
from tests.factories.home import UserFactory

pytestmark = pytest.mark.django_db


def test_a_line_says_who_did_what_with_which_record():
    user = UserFactory(first_name="Siti", last_name="Aminah")
    request = RequestFactory().get("/")
    request.user = user
    access_log.log(request, "peserta", 7, LOOKED, "nomor telepon")
    record = AccessRecord.objects.get()
    assert (record.user, record.who, record.what) == (user, "Siti Aminah", "nomor telepon")
    assert str(record) == "Siti Aminah: melihat peserta 7"
    access_log.log(user, "kelas", "a-1", TOOK)
    assert [one.action for one in access_log.of("kelas", "a-1")] == [TOOK]


def test_a_screen_that_looks_again_by_itself_is_one_look_an_hour(client):
    siti, budi = UserFactory(), UserFactory()
    with time_machine.travel("2026-11-25 08:00 +0700", tick=False) as clock:
        for user, pk in ((siti, 1), (siti, 1), (siti, 2), (budi, 1)):
            access_log.log_look(user, "sesi", pk, "daftar nama di HP")
        clock.shift(timedelta(minutes=59))
        access_log.log_look(siti, "sesi", 1, "daftar nama di HP")
        assert AccessRecord.objects.count() == 3
        clock.shift(timedelta(minutes=2))
        access_log.log_look(siti, "sesi", 1, "daftar nama di HP")
        assert access_log.of("sesi", 1).filter(user=siti).count() == 2


@pytest.mark.parametrize("nobody", [None, AnonymousUser()])
def test_without_an_account_it_is_told_so(nobody):
    access_log.log(nobody, "peserta", 7, LOOKED)
    assert AccessRecord.objects.get().who == "tanpa akun"


def test_the_name_stays_when_the_account_goes():
    user = UserFactory(username="kader", first_name="", last_name="")
    access_log.log(user, "peserta", 7, LOOKED)
    user.delete()
    record = AccessRecord.objects.get()
    assert (record.user, record.who) == (None, "kader")


def test_nothing_is_changed_or_taken_away():
    access_log.log(None, "peserta", 7, LOOKED)
    record = AccessRecord.objects.get()
    for change in (
        record.save,
        record.delete,
        AccessRecord.objects.all().delete,
        lambda: AccessRecord.objects.update(who="lain"),
    ):
        with pytest.raises(TypeError):
            change()
    assert AccessRecord.objects.get().who == "tanpa akun"
    assert AccessRecord.objects.all().forget() == 1


def test_an_action_that_nobody_knows_is_refused():
    with pytest.raises(IntegrityError), transaction.atomic():
        AccessRecord.objects.create(kind="peserta", record="7", action="intip")


def test_a_database_that_takes_no_more_keeps_nobody_from_his_work(monkeypatch, caplog):
    def full(*args, **kwargs):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(AccessRecord, "save", full)
    with caplog.at_level(logging.ERROR):
        access_log.log(UserFactory(username="kader"), "peserta", 7, LOOKED)
    assert "lihat, peserta 7" in caplog.text


def test_the_administrator_reads_it_page_by_page_and_by_kind(client):
    sign_in(client, ADMINISTRATOR)
    address = reverse("access_report")
    assert "Belum ada." in client.get(address).content.decode()
    user = UserFactory(first_name="Siti <b>", last_name="")
    for number in range(51):
        access_log.log(user, "peserta", number, LOOKED)
    access_log.log(user, "kelas", 99, TOOK, "tabel peserta")
    html = client.get(address).content.decode()
    assert "mengunduh tabel peserta" in html
    assert "Siti &lt;b&gt;" in html
    assert "Halaman 1 dari 2" in html
    html = client.get(address, {"jenis": "peserta", "p": "2"}).content.decode()
    assert "Halaman 2 dari 2" in html
    assert "mengunduh" not in html.split('class="balai-misses"')[-1]
    for nonsense in ({"jenis": "\x00", "p": "x"}, {"jenis": "tidak ada", "p": "-1"}):
        assert client.get(address, nonsense).status_code == 200
