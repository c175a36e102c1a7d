"""Gathers what a report says. Everything is read once; what is read is kept with it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict

from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from home.identity.models import VillageSettings
from pelatihan.certificates.queries import certificates_of
from pelatihan.evaluation import presentation
from pelatihan.evaluation.queries import Evaluation, evaluate
from pelatihan.evaluation.rules import gain_number, number
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.rules import totals
from pelatihan.events.letterheads import letterhead
from pelatihan.events.models import Participant
from pelatihan.events.photos.models import EventPhoto
from pelatihan.events.programmes.models import Programme, Registration, Session
from pelatihan.events.programmes.rules import HELD, INVITED, PARTICIPANT, SPEAKER, WALKED_IN
from pelatihan.events.rules import LEVELS
from pelatihan.practice.models import ALONE, PracticeAttempt
from pelatihan.reports import rules
from pelatihan.reports.rules import Group, Person


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
        _person(
            one,
            {session.pk: statuses[session.pk][one.pk] for session in held if one.pk in statuses[session.pk]},
        )
        for one in Participant.objects.filter(pk__in=keys)
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.key))


def _person(one: Participant, statuses: dict[int, str]) -> Person:
    return Person(
        key=one.pk,
        name=str(one),
        sex=one.sex,
        age_group=one.age_group,
        at=one.at,
        element=one.element,
        statuses=statuses,
    )


def sessions_of(programme: Programme) -> list[Session]:
    """Of all its events, in the order of time."""
    found = Session.objects.filter(event__programme=programme).select_related("event")
    return list(found.prefetch_related("facilitators", "scans").order_by("starts_at", "pk"))


def gather(programme: Programme) -> tuple[dict, list[dict], str]:
    """The figures, the rows behind them, and the measured part as HTML."""
    sessions = sessions_of(programme)
    statuses = standings(sessions)
    people = people_of(programme, sessions, statuses)
    evaluation = evaluate(programme)
    context = presentation.everything(evaluation)
    groups = {
        "RT": rules.by_rt(people),
        "L/P": rules.by_sex(people),
        "Kelompok umur": rules.by_age(people),
        "Unsur": rules.by_element(people),
    }
    attempts = list(_attempts(programme, people))
    facts = _facts(programme)
    village = VillageSettings.objects.first() or VillageSettings()
    figures = {
        "village": {"name": village.full_name, "place": village.place_line},
        "head": asdict(letterhead(village, ("Koordinator program", facts["coordinator"]))),
        "programme": facts,
        "invited": _invited(programme),
        "invited_typed": programme.invited is not None,
        "attendance": asdict(rules.attendance(people)),
        "groups": {
            title: [{"name": one.name, "registered": one.registered, "present": one.present} for one in found]
            for title, found in groups.items()
        },
        "events": _events(programme, sessions, statuses),
        "speakers": _speakers(programme),
        "practice": _practice(attempts),
        "facts": [asdict(fact) for fact in presentation.facts(evaluation.learned.learning)],
        "remarks": list(presentation.remarks(evaluation.learned)),
        "certificates": [
            [one.number_text, one.name, one.get_kind_display(), one.get_status_display()]
            for one in certificates_of(programme).reverse()
        ],
        "wishes": _wishes(programme),
        "photos": [str(key) for key in EventPhoto.of(programme).values_list("key", flat=True)],
    }
    going_on = {session.pk: statuses[session.pk] for session in sessions if session.state not in HELD}
    rows = _rows(programme, people, groups, evaluation, attempts, going_on)
    context |= {"programme": programme, "for_report": True}
    return figures, rows, render_to_string("pelatihan/evaluation/sections.html", context)


# The rows behind the figures.


def _rows(
    programme: Programme, people: list[Person], groups: dict[str, list[Group]], evaluation, attempts, going_on
) -> list[dict]:
    """One for each person, with everything by which he is counted somewhere. Whoever is counted without being listed,
    such as somebody who was invited and taken out again, is there too."""
    known: dict[int, dict] = defaultdict(dict)
    for one in people:
        known[one.key] = {"listed": True}
    for title, found in groups.items():
        for group in found:
            for key in group.keys:
                known[key].setdefault("groups", {})[title] = group.name
    for event, person, root, source in _places(programme).values_list(
        "event_id", "participant_id", "participant__merged_into_id", "source"
    ):
        if root is None:
            known[person].setdefault("events", {})[str(event)] = source
    for session, found in going_on.items():  # not over yet, so counted in no sum
        for person, status in found.items():
            known[person].setdefault("going_on", {})[str(session)] = status
    for person, root in _invitations(programme):
        known[root or person]["invited"] = True
    for key, title, result in attempts:
        known[key].setdefault("practice", []).append([title, result])
    for person, root, session in programme.mentoring_requests.values_list(
        "participant_id", "participant__merged_into_id", "session_id"
    ):
        known[root or person].setdefault("wishes", []).append(session is not None)
    _add_results(known, evaluation)
    listed = {one.key: one for one in people}
    others = Participant.objects.filter(pk__in=known.keys() - listed.keys())
    everybody = [*people, *sorted((_person(one, {}) for one in others), key=lambda one: one.name.casefold())]
    return [
        {
            "name": one.name,
            "sex": one.sex,
            "age": one.age_group,
            "at": str(one.at),
            "element": one.element,
            "statuses": {str(session): status for session, status in one.statuses.items()},
            "listed": False,
        }
        | known[one.key]
        for one in everybody
    ]


def _add_results(known: dict[int, dict], evaluation: Evaluation) -> None:
    """Scores of those who took both tests, why others are not counted, and what somebody was seen to do."""
    learning = evaluation.learned.learning
    for pair in learning.pairs:
        gain = pair.words or gain_number(pair.gain)
        known[pair.person]["score"] = [number(pair.before), number(pair.after), gain]
    for words, found in (
        ("hanya ikut tes akhir", learning.only_after),
        ("hanya ikut tes awal", learning.only_before),
        ("tes awal sesudah pelatihan dimulai", learning.late_before),
        ("soal kedua tes tidak sama", learning.unequal),
    ):
        for person in found:
            known[person]["uncounted"] = words
    for skill in evaluation.skills:
        for person, level in skill.levels.items():
            known[person].setdefault("skills", []).append([skill.title, LEVELS[level]])


# The figures.


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
    return len({root or person for person, root in _invitations(programme)})


def _invitations(programme: Programme) -> Iterable[tuple[int, int | None]]:
    invited = Registration.objects.filter(event__programme=programme, role=PARTICIPANT, source=INVITED)
    return invited.values_list("participant_id", "participant__merged_into_id")


def _places(programme: Programme) -> QuerySet[Registration]:
    return Registration.objects.filter(event__programme=programme, role=PARTICIPANT, waiting=False)


def _events(programme: Programme, sessions, statuses) -> list[dict]:
    registered = defaultdict(Counter)
    places = _places(programme).filter(participant__merged_into=None)
    for event, source in places.values_list("event_id", "source"):
        registered[event][source] += 1
    told = []
    for event in programme.events.all():
        own = [session for session in sessions if session.event_id == event.pk]
        told.append(
            {
                "pk": event.pk,
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


def _attempts(programme: Programme, people: list[Person]) -> Iterable[tuple[int, str, str]]:
    """Who tried which exercise of the programme's courses, and how it ended."""
    lessons = Q()
    for course in programme.courses.all():
        lessons |= Q(exercise__lesson__path__startswith=course.path)
    if not lessons:
        return
    keys = [one.key for one in people]
    owners = Q(participant__in=keys) | Q(participant__merged_into__in=keys)
    found = PracticeAttempt.objects.filter(lessons, owners)
    for person, root, title, result in found.values_list(
        "participant_id", "participant__merged_into_id", "title", "result"
    ):
        yield root or person, title, result


def _practice(attempts: Iterable[tuple[int, str, str]]) -> list[dict]:
    """How many did each exercise on their own, and how many with help."""
    found: dict[str, Counter] = defaultdict(Counter)
    for _, title, result in attempts:
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
