"""Issuing, revoking, replacing; for one and for a whole programme, by twenty at once and after a kill."""

import hashlib
import uuid
from contextlib import suppress
from functools import partial

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pelatihan.certificates import runs, sheets
from pelatihan.certificates.queries import belonging_to
from pelatihan.certificates.rules import ATTENDANCE, DONE, PASSED, RUNNING, STOPPED
from pelatihan.events.people.merges import merge
from pelatihan.models import (
    Certificate,
    CertificateRun,
    CertificateRunLine,
    CertificateSeries,
    CertificateSettings,
    CoursePage,
    Participant,
)
from tests.factories.certificates import ABSENT, THERE, certificate_for, person, programme_with, sat
from tests.factories.home import OfficialFactory, UserFactory, VillageFactory
from tests.factories.pelatihan import CourseFactory, LessonFactory, QuizFactory
from tests.parallel import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return programme_with({"Siti": (THERE, THERE), "Budi": (THERE, THERE), "Tono": (THERE, ABSENT)})


def issue(programme, name: str, kind: str = ATTENDANCE) -> Certificate:
    return runs.issue(programme, person(programme, name), kind, programme.coordinator)


def numbers() -> list[tuple[int, str]]:
    return sorted(Certificate.objects.values_list("number", "status"))


def exceptions(ended: list) -> list[Exception]:
    return [end for end in ended if isinstance(end, Exception)]


# One


@time_machine.travel("2026-11-27T02:00:00Z", tick=False)
def test_a_certificate_says_what_was_true_when_it_was_issued(programme):
    VillageFactory(name="Tebing Tinggi", district="Tebing Tinggi", regency="Tanjung Jabung Barat")
    OfficialFactory(name="Drs. Ahmad Syukri", position__name="Kepala Desa")
    CertificateSettings.objects.create(programme=programme, hours=12, percent=60, percent_source="SK 5/2026")
    siti = issue(programme, "Siti")
    assert siti.number_text == "001/SERT-PEL/DESA/XI/2026"
    says = siti.snapshot
    assert (says["name"], says["programme"], says["hours"]) == ("Siti", programme.name, 12)
    assert (says["attended"], says["expected"], says["days"]) == (2, 2, ["2026-11-25", "2026-11-26"])
    assert says["conditions"] == {"rules": 1, "version": 1, "percent": 60, "source": "SK 5/2026"}
    assert says["signatory"] == {"name": "Drs. Ahmad Syukri", "office": "Kepala Desa Tebing Tinggi"}
    assert "tests" not in says
    assert "tasks" not in says
    assert siti.issued_by_name == programme.coordinator.username


@pytest.mark.parametrize(
    ("chosen", "signs"),
    [
        ({}, ("", "Kepala Desa Tebing Tinggi")),
        ({"office": "Sekretaris Desa"}, ("Rahma, S.E.", "Sekretaris Desa Tebing Tinggi")),
        ({"signatory": "Rini", "office": "Ketua Pelaksana"}, ("Rini", "Ketua Pelaksana")),
        ({"signatory": "Ahmad"}, ("Ahmad", "Kepala Desa Tebing Tinggi")),
    ],
)
def test_who_signs_is_who_was_chosen_or_holds_the_office(programme, chosen, signs):
    VillageFactory(name="Tebing Tinggi")
    OfficialFactory(name="Rahma, S.E.", position__name="Sekretaris Desa")
    CertificateSettings.objects.create(programme=programme, **chosen)
    says = issue(programme, "Siti").snapshot["signatory"]
    assert (says["name"], says["office"]) == signs


def test_its_sheet_is_kept_with_its_hash(programme, settings):
    siti = issue(programme, "Siti")
    file = settings.PRIVATE_ROOT / siti.pdf.name
    assert hashlib.sha256(file.read_bytes()).hexdigest() == siti.pdf_sha256
    assert sheets.read_sheet(siti) == file.read_bytes()
    assert settings.MEDIA_ROOT not in file.parents


@pytest.mark.parametrize("fault", ["lost", "changed"])
def test_a_sheet_that_is_lost_or_changed_is_drawn_again(programme, settings, fault):
    siti = issue(programme, "Siti")
    before = sheets.read_sheet(siti)
    file = settings.PRIVATE_ROOT / siti.pdf.name
    file.unlink()
    if fault == "changed":
        file.write_bytes(b"%PDF-1.4 forged")
    Participant.objects.update(name="Lain")
    assert sheets.read_sheet(siti) == before
    siti.refresh_from_db()
    assert (settings.PRIVATE_ROOT / siti.pdf.name).read_bytes() == before
    assert len(list((settings.PRIVATE_ROOT / "certificates").rglob("*.pdf"))) == 1


def test_a_full_disk_makes_no_certificate_less_valid(programme, monkeypatch):
    def full(*_args, **_words):
        raise OSError("No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    siti = issue(programme, "Siti")
    assert (siti.pdf.name, siti.is_valid) == ("", True)
    assert sheets.read_sheet(siti).startswith(b"%PDF")


def test_whoever_lacks_something_gets_none_and_no_number_is_lost(programme):
    with pytest.raises(runs.NotDue) as refused:
        issue(programme, "Tono")
    assert refused.value.lacks == ["Baru hadir 1 dari 2 sesi; perlu 2."]
    assert issue(programme, "Siti").number == 1
    with pytest.raises(runs.NotDue):
        issue(programme, "Siti", PASSED)
    assert CertificateSeries.objects.get().last == 1


def test_issued_again_it_is_the_same(programme):
    assert issue(programme, "Siti") == issue(programme, "Siti")
    assert Certificate.objects.count() == 1


@time_machine.travel("2026-12-31T16:59:00Z", tick=False)
def test_numbers_begin_anew_with_the_year_of_the_village(programme):
    assert issue(programme, "Siti").number_text == "001/SERT-PEL/DESA/XII/2026"
    with time_machine.travel("2026-12-31T17:00:00Z", tick=False):  # 00.00 WIB
        assert issue(programme, "Budi").number_text == "001/SERT-PEL/DESA/I/2027"


def test_numbers_go_on_over_all_programmes(programme):
    assert [issue(programme, "Siti").number, certificate_for("Lain").number] == [1, 2]


def test_two_forms_that_end_in_one_number_are_told_and_make_no_second(programme):
    CertificateSettings.objects.create(programme=programme, number_form="{nomor}/002/{tahun}")
    issue(programme, "Siti")
    other = programme_with({"Lain": (THERE,)})
    CertificateSettings.objects.create(programme=other, number_form="001/{nomor}/{tahun}")
    with pytest.raises(runs.Refused) as refused:
        issue(other, "Lain")
    assert str(refused.value) == runs.NUMBER_TAKEN
    assert Certificate.objects.count() == 1


def test_passing_is_a_certificate_of_its_own(programme):
    lesson = LessonFactory(parent=CourseFactory())
    programme.courses.set([CoursePage.objects.get()])
    quiz = QuizFactory(lesson=lesson, purpose="akhir", title="Tes akhir")
    sat(quiz, person(programme, "Siti"), 90)
    passed = issue(programme, "Siti", PASSED)
    assert passed != issue(programme, "Siti")
    assert passed.snapshot["tests"] == [
        {"title": "Tes akhir", "passed": True, "score": "90 dari 70 yang diperlukan"}
    ]
    assert sheets.details(passed)[1] == "nilai tes akhir 90 dari 100"


@pytest.mark.django_db(transaction=True)
def test_twenty_requests_at_once_make_one_certificate(settings, tmp_path):
    programme = programme_with({"Siti": (THERE,)})
    siti, by = person(programme, "Siti"), programme.coordinator
    jobs = [lambda: runs.issue(programme, siti, ATTENDANCE, by).pk] * 20
    ended, seen = at_once(tmp_path, jobs, lambda: (numbers(), CertificateSeries.objects.get().last))
    assert (exceptions(ended), len(set(ended))) == ([], 1)
    assert seen == ([(1, "berlaku")], 1)
    assert len(list(settings.PRIVATE_ROOT.rglob("*.pdf"))) == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_people_at_once_get_twenty_numbers(tmp_path):
    programme = programme_with({f"Orang {number}": (THERE,) for number in range(20)})
    people, by = list(Participant.objects.all()), programme.coordinator
    jobs = [partial(runs.issue, programme, one, ATTENDANCE, by) for one in people]
    ended, seen = at_once(tmp_path, jobs, numbers)
    assert exceptions(ended) == []
    assert seen == [(number, "berlaku") for number in range(1, 21)]


def test_the_database_itself_refuses_a_second_one(programme):
    siti = issue(programme, "Siti")
    siti.pk, siti.number, siti.number_text, siti.code = None, 99, "099", "X"
    with pytest.raises(IntegrityError), transaction.atomic():
        siti.save(force_insert=True)


def test_two_records_of_one_person_get_one(programme):
    first = issue(programme, "Budi")
    siti = person(programme, "Siti")
    merge(siti, person(programme, "Budi"), UserFactory())
    assert issue(programme, "Siti") == first
    assert list(belonging_to(siti)) == [first]


# It survives


def test_it_survives_accounts_people_and_courses(programme):
    course = CourseFactory()
    programme.courses.set([course])
    siti = issue(programme, "Siti")
    sheet = sheets.read_sheet(siti)
    programme.coordinator = None
    programme.save()
    get_user_model().objects.all().delete()
    course.delete()
    Certificate.objects.filter(pk=siti.pk).update(participant=None)  # as it is when a person is removed
    siti.refresh_from_db()
    assert (siti.issued_by, siti.name, siti.is_valid) == (None, "Siti", True)
    assert siti.issued_by_name
    assert sheets.keep_sheet(siti) == sheet
    field = Certificate._meta.get_field("participant")
    assert field.remote_field.on_delete.__name__ == "SET_NULL"


def test_a_new_name_changes_no_certificate(programme):
    siti = issue(programme, "Siti")
    Participant.objects.filter(name="Siti").update(name="Siti Aminah, S.Pd.")
    programme.name = "Program lain"
    programme.save()
    siti.refresh_from_db()
    assert sheets.sheet_of(siti).name == "Siti"
    assert sheets.sheet_of(siti).programme != "Program lain"


# It ends


def test_revoked_it_keeps_who_when_and_why(programme):
    siti, by = issue(programme, "Siti"), UserFactory(first_name="Rini")
    assert runs.revoke(siti, "Salah orang", by)
    assert not runs.revoke(siti, "Lagi", by)
    assert (siti.status, siti.reason, siti.ended_by_name) == ("dicabut", "Salah orang", "Rini")
    assert siti.ended_at is not None
    with pytest.raises(runs.Refused):
        runs.replace(siti, "Nama salah", by)
    assert issue(programme, "Siti").number == 2


def test_replaced_it_gets_a_new_number_and_the_name_of_today(programme):
    siti, by = issue(programme, "Siti"), UserFactory()
    Participant.objects.filter(name="Siti").update(name="Siti Aminah")
    new = runs.replace(siti, "Nama salah ketik", by)
    assert runs.replace(siti, "Nama salah ketik", by) == new
    assert (siti.status, siti.replaced_by, siti.reason) == ("diganti", new, "Nama salah ketik")
    assert (new.status, new.number, new.name) == ("berlaku", 2, "Siti Aminah")
    assert (new.code == siti.code, new.snapshot["attended"]) == (False, 2)
    assert issue(programme, "Siti Aminah") == new


def test_nobody_is_replaced_who_is_no_longer_there(programme):
    siti = issue(programme, "Siti")
    Certificate.objects.update(participant=None)
    with pytest.raises(runs.Refused):
        runs.replace(siti, "Nama salah", UserFactory())
    siti.refresh_from_db()
    assert siti.is_valid


def test_of_two_certificates_of_one_person_none_is_lost_by_a_replacement(programme):
    siti, budi = issue(programme, "Siti"), issue(programme, "Budi")
    merge(person(programme, "Siti"), person(programme, "Budi"), UserFactory())
    with pytest.raises(runs.Refused) as refused:
        runs.replace(budi, "Nama salah", UserFactory())
    assert str(refused.value) == runs.OTHER_VALID
    assert runs.revoke(budi, "Orang yang sama", UserFactory())
    assert runs.replace(siti, "Nama salah", UserFactory()).is_valid


@pytest.mark.django_db(transaction=True)
def test_twenty_replacements_at_once_make_one(tmp_path):
    siti, by = certificate_for("Siti"), UserFactory()
    jobs = [lambda: runs.replace(Certificate.objects.get(pk=siti.pk), "Nama salah", by)] * 20
    ended, seen = at_once(tmp_path, jobs, numbers)
    assert exceptions(ended) == []
    assert seen == [(1, "diganti"), (2, "berlaku")]


steps = st.lists(
    st.tuples(st.sampled_from(["issue", "replace", "revoke"]), st.sampled_from(["Siti", "Budi", "Tono"])),
    max_size=9,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_whatever_is_done_in_whatever_order_nobody_has_two_and_no_number_is_missing(
    programme, monkeypatch, steps
):
    monkeypatch.setattr(runs, "keep_sheet", lambda certificate: None)
    with transaction.atomic():
        for act, name in steps:
            valid = Certificate.objects.filter(participant__name=name, status="berlaku").first()
            if act == "issue":
                with suppress(runs.NotDue):
                    issue(programme, name)
            elif valid is not None:
                getattr(runs, act)(valid, "Uji", programme.coordinator)
        found = list(Certificate.objects.order_by("number"))
        transaction.set_rollback(True)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    owners = [one.participant_id for one in found if one.is_valid]
    assert len(set(owners)) == len(owners)
    assert all((one.status == "diganti") == (one.replaced_by_id is not None) for one in found)
    assert all(bool(one.reason) != one.is_valid for one in found)
    assert {one.name for one in found} <= {"Siti", "Budi"}


# For a programme


def begin(programme, names=("Siti", "Budi", "Tono"), key=None) -> CertificateRun:
    people = [person(programme, name) for name in names]
    return runs.begin(programme, ATTENDANCE, people, programme.coordinator, key or uuid.uuid4())


def outcomes(run: CertificateRun) -> list[tuple[str, str, str]]:
    return list(run.lines.values_list("name", "outcome", "words"))


def test_a_run_issues_for_all_who_were_confirmed_and_says_what_the_others_lack(programme):
    issue(programme, "Budi")
    run = runs.advance(begin(programme))
    assert outcomes(run) == [
        ("Siti", "terbit", ""),
        ("Budi", "sudah_ada", ""),
        ("Tono", "belum_memenuhi", "Baru hadir 1 dari 2 sesi; perlu 2."),
    ]
    assert (run.state, run.finished_at is None) == (DONE, False)
    assert all(certificate.pdf for certificate in Certificate.objects.all())


def test_the_same_form_twice_is_one_run_and_a_second_run_is_refused(programme):
    key = uuid.uuid4()
    run = begin(programme, key=key)
    assert begin(programme, key=key) == run
    with pytest.raises(runs.Refused):
        begin(programme)
    runs.advance(run)
    assert begin(programme) != run


def test_a_run_works_for_a_few_seconds_and_goes_on_later(programme):
    run = runs.advance(begin(programme), seconds=0)
    assert (run.state, Certificate.objects.count()) == (RUNNING, 1)
    runs.advance(run, seconds=0)
    runs.advance(run, seconds=0)
    assert (run.state, Certificate.objects.count()) == (DONE, 2)


@pytest.mark.parametrize("place", ["keep_sheet", "_create"])
def test_killed_it_resumes_and_nobody_is_left_out_or_gets_two(programme, monkeypatch, place):
    run, real = begin(programme), getattr(runs, place)

    def killed(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(runs, place, killed)
    with pytest.raises(KeyboardInterrupt):
        runs.advance(run)
    monkeypatch.setattr(runs, place, real)
    runs.advance(run)
    assert [outcome for _, outcome, _ in outcomes(run)] == ["terbit", "terbit", "belum_memenuhi"]
    assert sorted(Certificate.objects.values_list("number", flat=True)) == [1, 2]
    assert sheets.read_sheet(Certificate.objects.get(number=1)).startswith(b"%PDF")


def test_stopped_it_issues_no_more(programme):
    run = runs.advance(begin(programme), seconds=0)
    runs.stop(run)
    runs.advance(run)
    assert (run.state, Certificate.objects.count()) == (STOPPED, 1)


def test_whose_account_goes_meanwhile_has_issued_them_all_the_same(programme):
    by = UserFactory(first_name="Ani", last_name="Sari", roles=["Fasilitator"])
    run = runs.begin(programme, ATTENDANCE, [person(programme, "Siti")], by, uuid.uuid4())
    by.delete()
    run.refresh_from_db()
    runs.advance(run)
    assert set(Certificate.objects.values_list("issued_by", "issued_by_name")) == {(None, "Ani Sari")}


def test_whoever_was_removed_meanwhile_is_told(programme):
    run = begin(programme, ["Siti"])
    CertificateRunLine.objects.update(participant=None)
    runs.advance(run)
    assert outcomes(run)[0][1] == "belum_memenuhi"


@pytest.mark.django_db(transaction=True)
def test_four_who_work_on_one_run_give_everybody_one(tmp_path):
    programme = programme_with({f"Orang {number}": (THERE,) for number in range(12)})
    run = begin(programme, [f"Orang {number}" for number in range(12)])
    jobs = [lambda: runs.advance(CertificateRun.objects.get(pk=run.pk), seconds=60)] * 4
    ended, (seen, told) = at_once(
        tmp_path, jobs, lambda: (numbers(), set(run.lines.values_list("outcome", flat=True)))
    )
    assert exceptions(ended) == []
    assert seen == [(number, "berlaku") for number in range(1, 13)]
    assert told == {"terbit"}
