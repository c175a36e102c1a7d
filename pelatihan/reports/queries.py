"""Gathers what a report says. Everything is read once; what is read is kept with it."""

from collections import Counter, defaultdict
from dataclasses import asdict

from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse

from home.identity.models import VillageSettings
from pelatihan.certificates.queries import certificates_of
from pelatihan.evaluation import presentation
from pelatihan.evaluation.queries import evaluate
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.rules import totals
from pelatihan.events.models import Participant
from pelatihan.events.programmes.models import Programme, Registration, Session
from pelatihan.events.programmes.rules import HELD, INVITED, PARTICIPANT, SPEAKER, WALKED_IN
from pelatihan.practice.models import ALONE, PracticeAttempt
from pelatihan.reports import rules
from pelatihan.reports.rules import Person


def people_of(
    programme: Programme, sessions: list[Session], statuses: dict[int, dict[int, str]]
) -> list[Person]:
    """Everybody who is registered in the programme or was noted in one of its sessions, by name."""
    keys = {person for found in statuses.values() for person in found}
    registered = Registration.objects.filter(event__programme=programme, role=PARTICIPANT, waiting=False)
    for person, root in registered.filter(removed_at=None).values_list(
        "participant_id", "participant__merged_into_id"
    ):
        keys.add(root or person)
    held = [session for session in sessions if session.state in HELD]
    found = [
        Person(
            key=one.pk,
            name=str(one),
            sex=one.sex,
            age_group=one.age_group,
            at=one.at,
            element=one.element,
            statuses={
                session.pk: statuses[session.pk][one.pk] for session in held if one.pk in statuses[session.pk]
            },
        )
        for one in Participant.objects.filter(pk__in=keys)
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.key))


def gather(programme: Programme) -> tuple[dict, list[dict], str]:
    """The figures, the rows behind them, and the measured part as HTML."""
    sessions = list(
        Session.objects.filter(event__programme=programme)
        .select_related("event")
        .prefetch_related("facilitators", "scans")
        .order_by("starts_at", "pk")
    )
    statuses = standings(sessions)
    people = people_of(programme, sessions, statuses)
    evaluation = evaluate(programme)
    context = presentation.everything(evaluation)
    certificates = list(certificates_of(programme))
    came = rules.attendance(people)
    figures = {
        "village": _village(),
        "programme": _facts(programme),
        "invited": _invited(programme),
        "attendance": asdict(came),
        "groups": {
            title: [asdict(one) for one in found]
            for title, found in (
                ("RT", rules.by_rt(people)),
                ("L/P", rules.by_sex(people)),
                ("Kelompok umur", rules.by_age(people)),
                ("Unsur", rules.by_element(people)),
            )
        },
        "events": _events(programme, sessions, statuses),
        "speakers": _speakers(programme),
        "practice": _practice(programme, people),
        "facts": [asdict(fact) for fact in presentation.facts(evaluation.learned.learning)],
        "remarks": list(presentation.remarks(evaluation.learned)),
        "certificates": [
            [one.number_text, one.name, one.get_kind_display(), one.get_status_display()]
            for one in certificates
        ],
        "wishes": _wishes(programme),
    }
    rows = [
        {
            "name": one.name,
            "sex": one.sex,
            "age": one.age_group,
            "at": str(one.at),
            "element": one.element,
            "statuses": {str(session): status for session, status in one.statuses.items()},
        }
        for one in people
    ]
    context |= {"programme": programme, "for_report": True}
    return figures, rows, render_to_string("pelatihan/evaluation/sections.html", context)


def _village() -> dict:
    village = VillageSettings.objects.first()
    return {"name": village.full_name, "place": village.place_line} if village else {"name": "", "place": ""}


def _facts(programme: Programme) -> dict:
    coordinator = programme.coordinator
    return {
        "name": programme.name,
        "funder": programme.funder,
        "starts_on": programme.starts_on.isoformat(),
        "ends_on": programme.ends_on.isoformat(),
        "needs": programme.needs,
        "goals": programme.goals,
        "obstacles": programme.obstacles,
        "follow_up": programme.follow_up,
        "coordinator": coordinator.shown_name if coordinator else "",
        "courses": [course.title for course in programme.courses.all()],
    }


def _invited(programme: Programme) -> int:
    """Invitations as the coordinator counted them; otherwise the people on the invitation lists."""
    if programme.invited is not None:
        return programme.invited
    invited = Registration.objects.filter(event__programme=programme, role=PARTICIPANT, source=INVITED)
    roots = invited.values_list("participant_id", "participant__merged_into_id")
    return len({root or person for person, root in roots})


def _events(programme: Programme, sessions, statuses) -> list[dict]:
    registered = defaultdict(Counter)
    places = Registration.objects.filter(event__programme=programme, role=PARTICIPANT, waiting=False)
    for event, source in places.filter(participant__merged_into=None).values_list("event_id", "source"):
        registered[event][source] += 1
    told = []
    for event in programme.events.all():
        own = [session for session in sessions if session.event_id == event.pk]
        told.append(
            {
                "title": event.title,
                "kind": event.get_kind_display(),
                "url": reverse("event", args=[event.pk]),
                "people": sum(registered[event.pk].values()),
                "walk_ins": registered[event.pk][WALKED_IN],
                "sessions": [_session(session, statuses) for session in own],
            }
        )
    return told


def _session(session: Session, statuses) -> dict:
    return {
        "pk": session.pk,
        "url": reverse("session_list", args=[session.pk]),
        "scans_url": reverse("session_scans", args=[session.pk]),
        "title": str(session),
        "when": session.when,
        "day": session.day.isoformat(),
        "place": session.place,
        "state": session.state,
        "state_words": session.get_state_display(),
        "facilitators": [user.shown_name for user in session.facilitators.all()],
        "totals": asdict(totals(statuses[session.pk])),
        "scans": len(session.scans.all()),
    }


def _speakers(programme: Programme) -> list[str]:
    found = Registration.objects.filter(event__programme=programme, role=SPEAKER, removed_at=None)
    return sorted({one.participant.name for one in found.select_related("participant")})


def _practice(programme: Programme, people) -> list[dict]:
    """Exercises of the programme's courses: how many did each on their own, and how many with help."""
    keys = [one.key for one in people]
    found: dict[str, Counter] = defaultdict(Counter)
    lessons = Q()
    for course in programme.courses.all():
        lessons |= Q(exercise__lesson__path__startswith=course.path)
    if not lessons:
        return []
    owners = Q(participant__in=keys) | Q(participant__merged_into__in=keys)
    attempts = PracticeAttempt.objects.filter(lessons, owners).values_list("title", "result")
    for title, result in attempts:
        found[title]["tried"] += 1
        if result:
            found[title]["alone" if result == ALONE else "helped"] += 1
    return [
        {"title": title, "tried": count["tried"], "alone": count["alone"], "helped": count["helped"]}
        for title, count in sorted(found.items())
    ]


def _wishes(programme: Programme) -> dict:
    found = list(programme.mentoring_requests.values_list("session_id", flat=True))
    return {"asked": len(found), "placed": sum(session is not None for session in found)}
