"""What changes certificates. All of it may be done twice, or by twenty at the same moment.

Whoever issues for a programme first locks its settings, so that they go one after another (SQLite locks the whole
database); the constraints hold where the lock does not.
"""

import time
import uuid
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from home.pages import frame
from pelatihan.certificates import rules
from pelatihan.certificates.models import (
    Certificate,
    CertificateRun,
    CertificateRunLine,
    CertificateSeries,
    CertificateSettings,
)
from pelatihan.certificates.queries import heading, known, snapshot, valid_for
from pelatihan.certificates.sheets import keep_sheet
from pelatihan.events.attendance.runs import name_of
from pelatihan.events.models import Participant
from pelatihan.events.programmes.models import Programme
from project.lib.localdates import today

STEP_SECONDS = 4  # of work in one request; with the person that is being done it stays under five


class NotDue(Exception):
    """Somebody lacks something for this certificate; `lacks` says what."""

    def __init__(self, lacks: list[str]):
        super().__init__(" ".join(lacks))
        self.lacks = lacks


class Refused(Exception):
    """Why something cannot be done, in words."""


SETTINGS_CHANGED = "Ketentuan ini baru saja diubah orang lain. Buka lagi halamannya, lalu isi sekali lagi."
NUMBER_TAKEN = "Nomor berikutnya sudah dipakai sertifikat lain. Ubah bentuk nomornya di ketentuan sertifikat."
PERSON_GONE = "Orangnya sudah dihapus dari daftar peserta, jadi penggantinya tidak dapat dibuat."
REVOKED = "Sertifikat ini sudah dicabut, jadi tidak dapat diganti."
OTHER_VALID = "Orang ini sudah punya sertifikat lain dari program ini yang berlaku."
RUN_IN_THE_WAY = (
    "{who} sedang menerbitkan sertifikat yang sama untuk program ini. Lanjutkan atau hentikan yang itu."
)


def issue(programme: Programme, participant: Participant, kind: str, by) -> Certificate:
    """The certificate of this person, made where there is none yet. Raises NotDue, Refused."""
    try:
        with transaction.atomic():
            certificate, made = _issue(programme, participant.root, kind, by, name_of(by))
    except IntegrityError:  # somebody was quicker, or the number is taken
        found = valid_for(programme, kind, _records(participant.root))
        if found is None:
            raise Refused(NUMBER_TAKEN) from None
        return found
    if made:
        keep_sheet(certificate)
    return certificate


def _issue(programme: Programme, person: int, kind: str, by, by_name: str) -> tuple[Certificate, bool]:
    """Within a transaction: the certificate, and whether it is new. `by_name` stays the same where the account has gone
    since a run was begun."""
    asked = _locked_settings(programme)
    owned = valid_for(programme, kind, _records(person))
    if owned is not None:
        return owned, False
    found = known(programme, asked, frame.at_hand().restricted, only=person)
    facts = found.facts[person]
    lacks = rules.missing(kind, facts, asked.conditions)
    if lacks:
        raise NotDue(lacks)
    participant = Participant.objects.get(pk=person)
    says = snapshot(programme, asked, participant, facts, found.days, kind, frame.at_hand().village)
    return _create(programme, asked, participant, kind, says, by, by_name), True


def _locked_settings(programme: Programme) -> CertificateSettings:
    CertificateSettings.objects.get_or_create(programme=programme)
    return CertificateSettings.objects.select_for_update().get(programme=programme)


def _records(person: int) -> list[int]:
    """Of one who may have been several before they were put together."""
    merged = Participant.objects.filter(merged_into=person).values_list("pk", flat=True)
    return [person, *merged]


def _create(
    programme: Programme,
    asked: CertificateSettings,
    participant: Participant,
    kind: str,
    says: dict,
    by,
    by_name: str,
) -> Certificate:
    day = today()
    number = take_number(day.year)
    return Certificate.objects.create(
        programme=programme,
        participant=participant,
        kind=kind,
        year=day.year,
        number=number,
        number_text=rules.number_text(asked.number_form, number, day.year, day.month),
        snapshot=says,
        issued_by=by,
        issued_by_name=by_name,
    )


def take_number(year: int) -> int:
    """The next number of a year, within a transaction: adding to the row locks it until the end, and a transaction that
    fails gives its number back. So none is missing and none is there twice."""
    CertificateSeries.objects.get_or_create(year=year)
    CertificateSeries.objects.filter(year=year).update(last=F("last") + 1)
    return CertificateSeries.objects.get(year=year).last


# It stops to be valid


def revoke(certificate: Certificate, reason: str, by) -> bool:
    """False where it was not valid any more."""
    done = _end(certificate, rules.REVOKED, reason, by)
    certificate.refresh_from_db()
    return done


def replace(certificate: Certificate, reason: str, by) -> Certificate:
    """A new certificate with a new number, for one with a wrong name or a lost one. It says what the old one says about
    sessions, scores and practice: that was true when it was issued; the names are those of today. Done twice, it is
    one. Raises Refused."""
    with transaction.atomic():
        asked = _locked_settings(certificate.programme)
        certificate.refresh_from_db()
        if certificate.replaced_by is not None:
            return certificate.replaced_by
        if certificate.participant_id is None:
            raise Refused(PERSON_GONE)
        participant = Participant.objects.get(pk=certificate.participant.root)
        if not _end(certificate, rules.REPLACED, reason, by):
            raise Refused(REVOKED)
        other = valid_for(certificate.programme, certificate.kind, _records(participant.pk))
        if other is not None:
            raise Refused(OTHER_VALID)
        says = certificate.snapshot | heading(
            certificate.programme, asked, participant, frame.at_hand().village
        )
        new = _create(certificate.programme, asked, participant, certificate.kind, says, by, name_of(by))
        Certificate.objects.filter(pk=certificate.pk).update(replaced_by=new)
    certificate.refresh_from_db()
    keep_sheet(new)
    return new


def _end(certificate: Certificate, status: str, reason: str, by) -> bool:
    valid = Certificate.objects.filter(pk=certificate.pk, status=rules.VALID)
    return bool(
        valid.update(
            status=status, reason=reason, ended_at=timezone.now(), ended_by=by, ended_by_name=name_of(by)
        )
    )


# For a whole programme


def begin(
    programme: Programme, kind: str, people: Iterable[Participant], by, key: uuid.UUID
) -> CertificateRun:
    """A run over the people that somebody has seen in the preview and confirmed; issues none yet. The same key again is
    the same run. Raises Refused while another one runs."""
    earlier = CertificateRun.objects.filter(key=key, programme=programme).first()
    if earlier is not None:
        return earlier
    try:
        with transaction.atomic():
            run = CertificateRun.objects.create(
                key=key, programme=programme, kind=kind, started_by=by, started_by_name=name_of(by)
            )
            CertificateRunLine.objects.bulk_create(
                CertificateRunLine(run=run, number=number, participant=person, name=person.name)
                for number, person in enumerate(people, 1)
            )
            return run
    except IntegrityError:
        earlier = CertificateRun.objects.filter(key=key, programme=programme).first()
        if earlier is not None:
            return earlier
        other = CertificateRun.objects.filter(programme=programme, kind=kind, state=rules.RUNNING).first()
        who = other.started_by_name if other else "Orang lain"
        raise Refused(RUN_IN_THE_WAY.format(who=who)) from None


def advance(run: CertificateRun, seconds: float = STEP_SECONDS) -> CertificateRun:
    """Works on a run for so long. Each person is done in a transaction of his own, together with the mark that he is
    done: killed at any moment, or worked on by two, nobody is left out and nobody gets two."""
    deadline = time.monotonic() + seconds
    for line in run.lines.filter(outcome="").select_related("participant"):
        if not CertificateRun.objects.filter(pk=run.pk, state=rules.RUNNING).exists():
            break
        _do(run, line)
        if time.monotonic() >= deadline:
            break
    if not run.lines.filter(outcome="").exists():
        _finish(run, rules.DONE)
    run.refresh_from_db()
    return run


def _do(run: CertificateRun, line: CertificateRunLine) -> None:
    try:
        with transaction.atomic():
            if not _mark(line, outcome=rules.ISSUED):
                return
            if line.participant is None:
                raise NotDue(["Orang ini sudah dihapus dari daftar peserta."])
            certificate, made = _issue(
                run.programme, line.participant.root, run.kind, run.started_by, run.started_by_name
            )
            found = {"outcome": rules.ISSUED if made else rules.KNOWN, "certificate": certificate}
            CertificateRunLine.objects.filter(pk=line.pk).update(**found)
    except NotDue as refused:
        _mark(line, outcome=rules.LACKING, words=str(refused)[:1000])
        return
    except IntegrityError:
        _mark(line, outcome=rules.LACKING, words=NUMBER_TAKEN)
        return
    if made:
        keep_sheet(certificate)


def _mark(line: CertificateRunLine, **columns) -> bool:
    """Takes the line, so that nobody else does it too; False where somebody has."""
    return bool(CertificateRunLine.objects.filter(pk=line.pk, outcome="").update(**columns))


def stop(run: CertificateRun) -> None:
    """What was issued stays issued."""
    _finish(run, rules.STOPPED)
    run.refresh_from_db()


def _finish(run: CertificateRun, state: str) -> None:
    running = CertificateRun.objects.filter(pk=run.pk, state=rules.RUNNING)
    running.update(state=state, finished_at=timezone.now())


def change_settings(form, programme: Programme) -> None:
    """Keeps what a valid `SettingsForm` says, and counts the version on; what was issued keeps what it was issued by.
    Raises Refused where somebody else has changed them since they were shown."""
    with transaction.atomic():
        current = _locked_settings(programme)
        if current.version != form.cleaned_data["version"]:
            raise Refused(SETTINGS_CHANGED)
        form.instance.pk, form.instance.version = current.pk, current.version + 1
        form.save()
