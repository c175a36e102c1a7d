"""What changes programmes, sessions and registrations. All of it may be done twice."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Max, ProtectedError, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from pelatihan.events.models import Participant
from pelatihan.events.programmes.models import Event, MentoringRequest, Programme, Registration, Session
from pelatihan.events.programmes.rules import (
    DRAFT,
    INVITED,
    MOVES,
    ONESELF,
    OPEN,
    PARTICIPANT,
)


def move(session: Session, to: str, **columns) -> bool:
    """Leads a session on where that is allowed; False where somebody was faster."""
    sources = [state for state, target in MOVES if target == to]
    moved = Session.objects.filter(pk=session.pk, state__in=sources).update(state=to, **columns)
    session.refresh_from_db()
    return bool(moved)


def open_session(session: Session) -> bool:
    return move(session, OPEN) if session.state == DRAFT else False


def register(
    event: Event,
    participant: Participant,
    *,
    source: str,
    since: datetime,
    role: str = PARTICIPANT,
    key: uuid.UUID | None = None,
) -> Registration:
    """Puts somebody into an event; whoever left it comes back. Numbers go on, none is given twice."""
    with transaction.atomic():
        Event.objects.select_for_update().get(pk=event.pk)  # one after another, or two get one number
        known = Registration.objects.filter(event=event, participant=participant).first()
        if known is not None:
            if known.waiting and source == INVITED:  # the office invites him: he has a place
                known.waiting = False
                known.save(update_fields=["waiting"])
            if known.removed_at is not None:
                known.removed_at, known.since = None, max(since, known.removed_at)
                known.save(update_fields=["removed_at", "since"])
            return known
        last = Registration.objects.filter(event=event).aggregate(last=Max("number"))["last"] or 0
        waiting = source == ONESELF and event.places is not None and taken_places(event) >= event.places
        return Registration.objects.create(
            event=event,
            participant=participant,
            role=role,
            source=source,
            since=since,
            number=last + 1,
            waiting=waiting,
            key=key,
        )


def invite(event: Event, people: Iterable[Participant], *, role: str = PARTICIPANT) -> None:
    """Puts people whom the village knows into an event."""
    for person in people:
        register(event, person, source=INVITED, since=first_day(event), role=role)


def first_day(event: Event) -> datetime:
    """Since when somebody who is invited belongs to it: from the first session that is not over, so that whoever joins
    the third was not absent before. Where all are over, a list is entered late, and counts from the first."""
    sessions = list(event.sessions.order_by("starts_at"))
    coming = [session for session in sessions if session.ends_at > timezone.now()]
    return (coming or sessions)[0].starts_at if sessions else timezone.now()


def first_start(event: Event) -> datetime | None:
    return event.sessions.order_by("starts_at").values_list("starts_at", flat=True).first()


def follow(event: Event, began: datetime | None, now: datetime | None) -> None:
    """People belong to an event from the beginning of a session on; where that moves, they move with it. Those who were
    invited before there was any session belong to it from the first on."""
    if now is None or began == now:
        return
    places = Registration.objects.filter(event=event)
    (places.filter(source=INVITED) if began is None else places.filter(since=began)).update(since=now)


def taken_places(event: Event) -> int:
    """By people: two records of one person take one place."""
    places = Registration.objects.filter(event=event, role=PARTICIPANT, removed_at=None, waiting=False)
    people = places.annotate(person=Coalesce("participant__merged_into", "participant"))
    return people.values("person").distinct().count()


def waiting(event: Event) -> QuerySet[Registration]:
    """Who waits for a place, the first first."""
    return Registration.objects.filter(event=event, waiting=True, removed_at=None).order_by("number")


def leave(registration: Registration) -> None:
    """Takes somebody out from now on; past sessions keep him. Who waits longest gets the place."""
    with transaction.atomic():
        event = Event.objects.select_for_update().get(pk=registration.event_id)
        Registration.objects.filter(pk=registration.pk, removed_at=None).update(removed_at=timezone.now())
        fill_places(event)


def come_back(registration: Registration) -> None:
    """Takes back a `leave`. Sessions that took place meanwhile stay without him; otherwise all is as it was."""
    with transaction.atomic():
        event = Event.objects.select_for_update().get(pk=registration.event_id)
        one = Registration.objects.get(pk=registration.pk)
        if one.removed_at is None:
            return
        missed = event.sessions.filter(ends_at__range=(one.removed_at, timezone.now())).exists()
        one.since = timezone.now() if missed else one.since
        one.removed_at = None
        full = event.places is not None and taken_places(event) >= event.places
        one.waiting = one.waiting or (full and one.source == ONESELF)
        one.save(update_fields=["since", "removed_at", "waiting"])


def fill_places(event: Event) -> list[Registration]:
    """Gives free places to those who wait, in their order."""
    free = None if event.places is None else max(0, event.places - taken_places(event))
    chosen = list(waiting(event) if free is None else waiting(event)[:free])
    Registration.objects.filter(pk__in=[one.pk for one in chosen]).update(waiting=False, since=timezone.now())
    return chosen


def counted(programme: Programme) -> QuerySet[Event]:
    """The events of a programme, each with how many `people` it has, without those who wait."""
    return programme.events.annotate(
        people=Count(
            Coalesce("registrations__participant__merged_into", "registrations__participant"),
            filter=Q(
                registrations__role=PARTICIPANT, registrations__removed_at=None, registrations__waiting=False
            ),
            distinct=True,
        )
    )


def drop_session(session: Session) -> bool:
    """Takes a session away that was never opened; False where something hangs on it."""
    return _drop(Session.objects.filter(pk=session.pk, state=DRAFT))


def drop_event(event: Event) -> bool:
    """Takes an event away that has no session, with its list of invited people; they stay known."""
    return _drop(Event.objects.filter(pk=event.pk, sessions=None), event.registrations.all())


def drop_programme(programme: Programme) -> bool:
    """Takes a programme away that has no event, with what people wished for in it."""
    return _drop(Programme.objects.filter(pk=programme.pk, events=None), programme.mentoring_requests.all())


def _drop(empty: QuerySet, *beside: QuerySet) -> bool:
    """All or nothing: what something else hangs on, such as a report or a score, stays."""
    try:
        with transaction.atomic():
            model = empty.model
            found = list(model.objects.select_for_update().filter(pk__in=empty.values("pk")))
            if not found or not empty.exists():  # something may have come while we waited
                return False
            for one in beside:
                one.delete()
            found[0].delete()
            return True
    except ProtectedError:
        return False


def put_into(request: MentoringRequest, session: Session) -> None:
    """Somebody who asked to be accompanied takes part in this session."""
    with transaction.atomic():
        register(session.event, request.participant, source="undangan", since=session.starts_at)
        MentoringRequest.objects.filter(pk=request.pk).update(session=session)
