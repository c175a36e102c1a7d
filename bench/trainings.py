"""What a training costs with many people: the list of a session of 500, and the report of 10 sessions of 200."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

LIST_QUERIES, REPORT_SECONDS = 15, 10
STARTS = datetime(2026, 1, 5, 1, tzinfo=UTC)
_STATUSES = ("hadir", "hadir", "hadir", "izin", "tidak_hadir")


@dataclass(frozen=True)
class Figures:
    listed: int  # people in the list that was asked for
    list_queries: int
    list_bytes: int
    report_seconds: float
    report_queries: int

    @property
    def faults(self) -> list[str]:
        found = []
        if self.list_queries > LIST_QUERIES:
            found.append(f"list of {self.listed}: {self.list_queries} queries, allowed are {LIST_QUERIES}")
        if self.report_seconds > REPORT_SECONDS:
            found.append(f"report of 10 × 200: {self.report_seconds:.1f} s, allowed are {REPORT_SECONDS}")
        return found


def hold(people: int, sessions: int):
    """A programme with so many people in so many sessions, everybody noted, all closed."""
    from pelatihan.events.attendance.models import AttendanceNote
    from pelatihan.events.attendance.runs import settle_all
    from pelatihan.models import Event, Participant, Programme, Registration, Session

    mark = f"{people}-{sessions}"
    programme = Programme.objects.create(
        name=f"Program {mark}", slug=f"program-{mark}", starts_on=STARTS.date(), ends_on=STARTS.date()
    )
    event = Event.objects.create(programme=programme, kind="pelatihan_teknis", title="Pelatihan")
    made = Participant.objects.bulk_create(
        Participant(name=f"Orang {number}", rt=1 + number % 7, sex="LP"[number % 2])
        for number in range(people)
    )
    Registration.objects.bulk_create(
        Registration(event=event, participant=one, source="undangan", since=STARTS, number=number)
        for number, one in enumerate(made, 1)
    )
    for week in range(sessions):
        starts_at = STARTS + timedelta(days=7 * week)
        session = Session.objects.create(
            event=event,
            place="Balai desa",
            zone="Asia/Jakarta",
            state="ditutup",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            opens_at=starts_at,
            closes_at=starts_at + timedelta(hours=2),
        )
        AttendanceNote.objects.bulk_create(
            AttendanceNote(
                session=session,
                participant=one,
                status=_STATUSES[(number + week) % len(_STATUSES)],
                happened_at=starts_at,
                recorded_by_name="Bench",
                method="kertas",
            )
            for number, one in enumerate(made)
        )
        settle_all(session, [one.pk for one in made])
    return programme, session


def measure(listed: int = 500, people: int = 200, sessions: int = 10) -> Figures:
    from pelatihan.reports.runs import make_report

    _, session = hold(listed, 1)
    client = Client(HTTP_HOST="localhost")
    client.force_login(get_user_model().objects.create(username="bench", is_superuser=True))
    address = f"/pelatihan/fasilitator/presensi/{session.pk}.json"
    client.get(address)
    with CaptureQueriesContext(connection) as of_list:
        answer = client.get(address)
    if answer.status_code != 200 or len(answer.json()["people"]) != listed:
        raise RuntimeError(f"{address} answered {answer.status_code} with another list")
    programme, _ = hold(people, sessions)
    began = time.perf_counter()
    with CaptureQueriesContext(connection) as of_report:
        make_report(programme)
    return Figures(listed, len(of_list), len(answer.content), time.perf_counter() - began, len(of_report))


def words(found: Figures) -> list[str]:
    """For docs/figures.md."""
    return [
        "## A training with many people",
        "",
        f"List of a session of {found.listed} for a phone: {found.list_queries} queries (allowed: {LIST_QUERIES}), "
        f"{found.list_bytes:,} bytes before they are compressed.",
        "",
        f"Report of 10 sessions with 200 people: {found.report_seconds:.1f} s (allowed: {REPORT_SECONDS}), "
        f"{found.report_queries} queries.",
    ]
