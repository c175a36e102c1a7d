"""Reads of programmes, and who may see and change which."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from pelatihan.events.programmes.models import Event, Programme, Registration, Session
from pelatihan.events.programmes.rules import DRAFT, PARTICIPANT
from pelatihan.events.queries import leads


def programmes_of(user) -> QuerySet[Programme]:
    """The programmes that somebody coordinates, or leads a session of; of the administrator all."""
    if not leads(user):
        return Programme.objects.none()
    if user.is_superuser:
        return Programme.objects.all()
    led = Session.objects.filter(facilitators=user).values("event__programme")
    return Programme.objects.filter(Q(coordinator=user) | Q(pk__in=led))


def may_coordinate(programme: Programme, user) -> bool:
    """Whether somebody may change a programme, approve its sessions and correct what was approved."""
    return leads(user) and (user.is_superuser or programme.coordinator_id == user.pk)


def tested_by(user, programme: Programme) -> QuerySet[Event]:
    """The events of a programme whose people somebody may test: he reads and types their scores. Whoever coordinates it
    may of all, whoever leads sessions of the very events of these."""
    events = programme.events.all()
    if may_coordinate(programme, user):
        return events
    return events.filter(pk__in=sessions_of(user).values("event"))


def sessions_of(user) -> QuerySet[Session]:
    """The sessions in which somebody may note attendance: those that he leads, and those of his programmes."""
    if not leads(user):
        return Session.objects.none()
    sessions = Session.objects.select_related("event__programme")
    if user.is_superuser:
        return sessions
    led = Session.objects.filter(facilitators=user).values("pk")
    return sessions.filter(Q(pk__in=led) | Q(event__programme__coordinator=user))


def announced(programme: Programme, now: datetime) -> QuerySet[Session]:
    """The sessions of a programme that everybody may know of: a draft is a plan until its hour has passed, then it did
    not take place."""
    sessions = Session.objects.filter(event__programme=programme).select_related("event")
    return sessions.exclude(state=DRAFT, ends_at__lte=now)


def places(events: Iterable[Event | int]) -> QuerySet[Registration]:
    """Who takes part in these events, in the order of their sheets. Whoever waits for a place does not."""
    found = Registration.objects.filter(event__in=events, role=PARTICIPANT, waiting=False)
    return found.select_related("participant__merged_into")
