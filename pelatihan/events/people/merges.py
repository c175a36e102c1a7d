"""Two records of one person become one, and two again.

Both records stay with their own notes and names; the one that is put away only says whom he counts as. What can belong
to one record alone, such as an account, stays where it is.
"""

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from pelatihan.events.attendance.models import Attendance, AttendanceNote
from pelatihan.events.attendance.runs import name_of, settle_all
from pelatihan.events.models import Participant
from pelatihan.events.people import gaps
from pelatihan.events.people.models import ParticipantMerge
from pelatihan.events.programmes import runs as programme_runs
from pelatihan.events.programmes.models import Event, Programme, Registration, Session
from pelatihan.events.programmes.queries import may_coordinate
from pelatihan.events.programmes.rules import APPROVED

NOT_APPROVED_ONES = (
    "Salah satunya ikut sesi yang sudah disahkan. Hanya koordinator program itu yang dapat mengubahnya."
)


class MergeRefused(Exception):
    """Why two records do not become one, in words."""


def merge(kept: Participant, merged: Participant, by) -> ParticipantMerge:
    """`merged` counts as `kept` from now on. Raises MergeRefused."""
    with transaction.atomic():
        sessions = _lock_sessions([kept.pk, merged.pk], by)
        people = Participant.objects.select_for_update().filter(pk__in=[kept.pk, merged.pk])
        fresh = {person.pk: person for person in people}
        if len(fresh) != 2:
            raise MergeRefused("Pilih dua orang yang berbeda.")
        if fresh[merged.pk].merged_into_id == kept.pk:
            return ParticipantMerge.objects.get(merged=merged, undone_at=None)
        if any(person.merged_into_id for person in fresh.values()):
            raise MergeRefused("Salah satunya sudah digabung dengan orang lain. Muat ulang halaman ini.")
        followers = list(Participant.objects.filter(merged_into=merged).values_list("pk", flat=True))
        Participant.objects.filter(pk__in=[merged.pk, *followers]).update(merged_into=kept)
        filled = gaps.fill(fresh[kept.pk], vars(fresh[merged.pk]))
        done = ParticipantMerge.objects.create(
            kept=kept, merged=merged, followers=followers, moved={"filled": filled}, by_name=name_of(by)
        )
        _settle(sessions, [kept.pk, merged.pk])
        for event in Event.objects.filter(sessions__in=sessions).distinct():
            programme_runs.fill_places(event)  # of two places one is free
    return done


def undo(done: ParticipantMerge, by) -> None:
    """Two again, as they were. Raises MergeRefused where the one who was kept was put together with another since."""
    with transaction.atomic():
        sessions = _lock_sessions([done.kept_id, done.merged_id], by)
        taken = ParticipantMerge.objects.filter(pk=done.pk, undone_at=None).update(undone_at=timezone.now())
        if not taken:
            return
        if Participant.objects.filter(pk=done.kept_id).exclude(merged_into=None).exists():
            raise MergeRefused("Pisahkan dulu penggabungan yang lebih baru dari orang ini.")
        Participant.objects.filter(pk=done.merged_id).update(merged_into=None)
        Participant.objects.filter(pk__in=done.followers, merged_into=done.kept_id).update(
            merged_into=done.merged_id
        )
        _empty(done)
        _settle(sessions, [done.kept_id, done.merged_id])


def _empty(done: ParticipantMerge) -> None:
    """Only the gaps that were filled are gaps again."""
    kept = Participant.objects.get(pk=done.kept_id)
    changed = []
    for name, value in done.moved.get("filled", {}).items():
        if str(getattr(kept, name)) == value:  # what somebody wrote since stays
            setattr(kept, name, None if Participant._meta.get_field(name).null else "")
            changed.append(name)
    kept.save(update_fields=changed)


def _lock_sessions(people, by) -> list[Session]:
    """The sessions whose figures change, locked. Raises MergeRefused for who may not change what was approved."""
    of_people = Q(participant__in=people) | Q(participant__merged_into__in=people)
    events = Registration.objects.filter(of_people).values("event")
    noted = AttendanceNote.objects.filter(of_people).values("session")
    sessions = Session.objects.filter(Q(event__in=events) | Q(pk__in=noted))
    locked = list(sessions.select_for_update().order_by("pk"))
    approved = Programme.objects.filter(events__sessions__in=[one for one in locked if one.state == APPROVED])
    if not all(may_coordinate(programme, by) for programme in approved.distinct()):
        raise MergeRefused(NOT_APPROVED_ONES)
    return locked


def _settle(sessions, people) -> None:
    roots = set(Participant.objects.filter(pk__in=people, merged_into=None).values_list("pk", flat=True))
    for session in sessions:
        # Whoever is put away has no row of his own: there is one for each person and session.
        Attendance.objects.filter(session=session, participant__in=set(people) - roots).update(
            status="", note=None, heads=[], unsure=False, version=F("version") + 1
        )
        settle_all(session, roots)
