"""Reads of participants and classes."""

from django.contrib.auth.models import Permission
from django.db.models import Count, Q, QuerySet

from pelatihan.events.models import Membership, Participant, TrainingClass
from pelatihan.events.rules import Named

LEAD = "pelatihan.lead_trainingclass"


def participant_of(user) -> Participant:
    """The participant whose account this is, made when somebody first learns with it."""
    name = user.shown_name
    return Participant.objects.get_or_create(user=user, defaults={"name": name})[0]


def leads(user) -> bool:
    """Whether somebody may lead classes. In one query, where Django would read all his rights in two."""
    if not user.is_active or user.is_superuser:
        return user.is_active
    known = getattr(user, "_leads_classes", None)
    if known is None:
        app_label, codename = LEAD.split(".")
        right = Permission.objects.filter(content_type__app_label=app_label, codename=codename)
        known = user._leads_classes = right.filter(Q(group__user=user) | Q(user=user)).exists()
    return known


def led_by(user) -> QuerySet[TrainingClass]:
    """The classes that somebody leads; of the administrator all."""
    if not leads(user):
        return TrainingClass.objects.none()
    classes = TrainingClass.objects.all()
    return classes if user.is_superuser else classes.filter(facilitators=user)


def with_counts(classes: QuerySet[TrainingClass]) -> QuerySet[TrainingClass]:
    return classes.annotate(people=Count("memberships", distinct=True))


def members(training_class: TrainingClass) -> list[Membership]:
    """With their participants, by name."""
    return list(training_class.memberships.select_related("participant__user"))


def outside(training_class: TrainingClass | None) -> QuerySet[Participant]:
    """People who are known and not in this class."""
    people = Participant.objects.all()
    return people.exclude(memberships__training_class=training_class) if training_class else people


def known_names() -> set[tuple[str, str]]:
    return {Named(name, note).key for name, note in Participant.objects.values_list("name", "note")}
