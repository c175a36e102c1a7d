"""Beginning an exercise, having it checked, and beginning again."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from pelatihan.courses.progress.runs import settle
from pelatihan.events.trainees import account_of
from pelatihan.practice import rooms
from pelatihan.practice.checks.base import Finding, Work
from pelatihan.practice.checks.catalogue import CHECKS
from pelatihan.practice.models import Exercise, PracticeAttempt
from pelatihan.practice.rules import result_of


class NoRoom(Exception):
    """The participant has no practice room to work in."""


def begin(exercise: Exercise, participant) -> PracticeAttempt:
    """Puts into the folder what the exercise begins with. Pressed twice, it has begun once. Raises NoRoom."""
    room = _room(exercise, participant)
    with transaction.atomic():
        attempt, made = PracticeAttempt.objects.get_or_create(
            exercise=exercise, participant=participant, defaults={"title": exercise.title}
        )
        if made:
            _seed(attempt, exercise, room)
    return attempt


def reset(attempt: PracticeAttempt) -> None:
    """Begins again: what was put there is put there anew. What was passed stays passed. Raises NoRoom."""
    room = _room(attempt.exercise, attempt.participant)
    with transaction.atomic():
        for seeds in attempt.seeds.values():
            page = Page.objects.filter(pk=seeds.get("page")).first()
            if page is not None and room is not None and page.path.startswith(room.folder.path):
                page.specific.delete()
        attempt.started_at = timezone.now()
        attempt.findings, attempt.checked_at = [], None
        _seed(attempt, attempt.exercise, room)


def check(attempt: PracticeAttempt, answers: dict[str, str]) -> list[Finding]:
    """Looks at the work as it is now. Raises NoRoom."""
    exercise, participant = attempt.exercise, attempt.participant
    findings = _findings(attempt, _room(exercise, participant), answers)
    _keep(attempt, findings)
    if all(finding.ok for finding in findings):
        result = result_of(participant.user_id, [finding.by for finding in findings])
        evidence = {"pemeriksaan": [finding.evidence | {"kata": finding.words} for finding in findings]}
        # Once: a second press at the same moment finds it passed.
        PracticeAttempt.objects.filter(pk=attempt.pk, passed_at=None).update(
            passed_at=timezone.now(), result=result, evidence=evidence
        )
        settle(participant, exercise.lesson)
    attempt.refresh_from_db()
    return findings


def _room(exercise: Exercise, participant):
    if not exercise.needs_room:
        return None
    room = rooms.room_of(participant)
    if room is None and _may_make_own(participant):
        room = rooms.make_room(participant)
    if room is None:
        raise NoRoom
    return room


def _may_make_own(participant) -> bool:
    """Staff are in the admin anyway; for others their facilitator makes it."""
    user = participant.user
    return user is not None and user.has_perm("wagtailadmin.access_admin")


def _seed(attempt: PracticeAttempt, exercise: Exercise, room) -> None:
    attempt.seeds = {
        str(block.id): seeds
        for block in exercise.checks
        if room is not None and (seeds := CHECKS[block.block_type].seed(room.folder, block.value))
    }
    attempt.save()


def _findings(attempt: PracticeAttempt, room, answers: dict[str, str]) -> list[Finding]:
    user = account_of(attempt.participant)
    found = []
    log = None
    for block in attempt.exercise.checks:
        work = Work(
            user=user,
            room=room,
            started_at=attempt.started_at,
            seeds=attempt.seeds.get(str(block.id), {}),
            answer=answers.get(str(block.id), ""),
        )
        if log is not None and not work.seeds:
            work.log = log  # read once for all
        found.append(CHECKS[block.block_type].judge(work, block.value))
        log = work.__dict__.get("log", log) if not work.seeds else log
    return found


def _keep(attempt: PracticeAttempt, findings: list[Finding]) -> None:
    PracticeAttempt.objects.filter(pk=attempt.pk).update(
        checked_at=timezone.now(),
        tries=F("tries") + 1,
        findings=[{"ok": one.ok, "words": one.words, "url": one.url} for one in findings],
    )
