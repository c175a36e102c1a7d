"""How long it is kept how somebody can be reached, and what he asked for. Names and attendance are the report's."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from wagtail import hooks

from home.casework.retention import Kind
from pelatihan.events.models import Participant
from pelatihan.events.people.models import ParticipantMerge
from pelatihan.events.programmes.models import MentoringRequest, Registration
from project.lib.localdates import zone

PERIOD = "nomor_hp_peserta"


@hooks.register("register_retention")
def phones() -> Kind:
    return Kind(
        "nomor-hp-peserta",
        "nomor HP peserta",
        why="Hanya untuk memberi kabar selama program berjalan.",
        kept=PERIOD,
        due=phones_before,
        forget=forget_phones,
    )


def phones_before(moment: datetime) -> QuerySet[Participant]:
    """People with a number who belong to no programme that ended since and wait for no company in one, nor does a
    record that is the same person."""
    day = moment.astimezone(zone()).date()
    whole = Coalesce("participant__merged_into", "participant")
    places = Registration.objects.filter(event__programme__ends_on__gte=day).annotate(root=whole)
    wishes = MentoringRequest.objects.filter(programme__ends_on__gte=day).annotate(root=whole)
    people = Participant.objects.annotate(root=Coalesce("merged_into", "pk")).exclude(phone="")
    near = Exists(places.filter(root=OuterRef("root"))) | Exists(wishes.filter(root=OuterRef("root")))
    return people.filter(~near, created_at__lt=moment)


def forget_phones(people: QuerySet[Participant]) -> int:
    """Also where it was noted that two records had become one."""
    keys = list(people.values_list("pk", flat=True))
    for done in ParticipantMerge.objects.filter(Q(kept__in=keys) | Q(merged__in=keys)):
        if done.moved.get("filled", {}).pop("phone", None) is not None:
            done.save(update_fields=["moved"])
    return Participant.objects.filter(pk__in=keys).update(phone="")


@hooks.register("register_retention")
def wishes() -> Kind:
    return Kind(
        "catatan-pendampingan",
        "catatan permintaan pendampingan",
        why="Kebutuhan seseorang bisa menyangkut kesehatannya; sesudah program selesai cukup bahwa ia didampingi.",
        kept=PERIOD,
        due=wishes_before,
        forget=lambda rows: rows.update(note=""),
    )


def wishes_before(moment: datetime) -> QuerySet[MentoringRequest]:
    day = moment.astimezone(zone()).date()
    return MentoringRequest.objects.filter(programme__ends_on__lt=day).exclude(note="")
