"""What changes classes. All of it may be done twice."""

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from pelatihan.events.models import Membership, Observation, Participant, TrainingClass
from pelatihan.events.queries import participant_of
from pelatihan.events.rules import Named


@transaction.atomic
def add_people(
    training_class: TrainingClass,
    names: Iterable[Named] = (),
    known: Iterable[Participant] = (),
    accounts: Iterable = (),
    key: uuid.UUID | None = None,
) -> int:
    """Puts people into a class. Answers how many are new in it. `key` is that of the form: sent twice, or twice at the
    same moment, nobody comes twice."""
    TrainingClass.objects.select_for_update().get(pk=training_class.pk)  # one form after another
    added = 0
    for place, named in enumerate(names):
        own = line_key(key, place) if key else None
        if own and Membership.objects.filter(key=own).exists():
            continue
        person = Participant.objects.create(name=named.name, note=named.note)
        Membership.objects.create(training_class=training_class, participant=person, key=own)
        added += 1
    for person in (*known, *(participant_of(user) for user in accounts)):
        added += Membership.objects.get_or_create(training_class=training_class, participant=person)[1]
    return added


def line_key(key: uuid.UUID, place: int) -> uuid.UUID:
    """Of one line of a form's list."""
    return uuid.uuid5(key, str(place))


def open_class(training_class: TrainingClass) -> None:
    """From now on its cards sign in. Opened again, it is open for four hours from then."""
    TrainingClass.objects.filter(pk=training_class.pk, archived_at=None).update(opened_at=timezone.now())


def close_class(training_class: TrainingClass) -> None:
    TrainingClass.objects.filter(pk=training_class.pk).update(opened_at=None)


def archive_class(training_class: TrainingClass) -> None:
    """Closed for good; what its people have learned stays with them."""
    TrainingClass.objects.filter(pk=training_class.pk, archived_at=None).update(
        opened_at=None, archived_at=timezone.now()
    )


def unarchive_class(training_class: TrainingClass) -> None:
    TrainingClass.objects.filter(pk=training_class.pk).update(archived_at=None)


def replace_card(membership: Membership, seen: int) -> None:
    """The card that was lost opens nothing from now on. `seen` is the card that was on the screen: tapped twice, one
    card is replaced once."""
    Membership.objects.filter(pk=membership.pk, card_number=seen).update(card_number=F("card_number") + 1)


def observe(participant: Participant, lesson, level: int, by) -> Observation:
    """Notes what a facilitator saw. The last word counts."""
    return Observation.objects.update_or_create(
        participant=participant,
        lesson=lesson,
        defaults={
            "level": level,
            "noted_by": by,
            "noted_by_name": by.shown_name,
            "noted_at": timezone.now(),
        },
    )[0]
