"""The example's programme: a meeting of 24 people from seven RT, a training of three sessions, tests, certificates.

The people are numbers and nobody: who copies this site sees at once that they are examples. The figures are those of a
mentoring programme as it was held; tests/pelatihan/example counts them by hand.
"""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django.contrib.auth import get_user_model
from django.db import transaction

from pelatihan.certificates import runs as certificates
from pelatihan.certificates.models import CertificateSettings
from pelatihan.certificates.rules import ATTENDANCE, PASSED
from pelatihan.courses.models import CoursePage
from pelatihan.evaluation import runs as evaluation
from pelatihan.evaluation.models import ON_PAPER, Assessment
from pelatihan.events.attendance import runs as attendance
from pelatihan.events.attendance.runs import Mark, NewPerson
from pelatihan.events.models import Participant
from pelatihan.events.people.rules import Neighbourhood
from pelatihan.events.programmes.models import Event, Programme, Session
from pelatihan.events.programmes.rules import (
    INVITED,
    MENTORING,
    OPEN,
    OUTREACH,
    SPEAKER,
    TECHNICAL,
)
from pelatihan.events.programmes.runs import register

SLUG = "pendampingan-situs-desa-contoh"
KEY = uuid.UUID("5d0c6f0e-8f55-4b0b-9d55-7a0c2f7f1e10")
ZONE = "Asia/Jakarta"


@dataclass(frozen=True)
class Guest:
    """Somebody on the invitation list, and what became of him at the meeting."""

    rt: int
    sex: str
    age: str
    element: str
    status: str = "hadir"


def _guests() -> list[Guest]:
    """Thirty invitations. Of them came 22: one of them late."""
    came = [
        *[Guest(1, "P", "dewasa", "PKK")] * 3,
        *[Guest(2, "P", "dewasa", "Kader posyandu")] * 3,
        *[Guest(3, "P", "lansia", "Warga")] * 4,
        *[Guest(4, "L", "dewasa", "Ketua RT")] * 3,
        *[Guest(5, "L", "muda", "Karang Taruna")] * 4,
        *[Guest(6, "P", "muda", "Pelaku usaha")] * 3,
        Guest(7, "P", "dewasa", "Perangkat desa"),
        Guest(7, "L", "dewasa", "Perangkat desa", "terlambat"),
    ]
    away = [
        Guest(1, "L", "lansia", "Tokoh masyarakat", "diwakili"),
        *[Guest(2, "L", "dewasa", "Kelompok tani", "izin")] * 3,
        Guest(3, "P", "lansia", "Warga", "sakit"),
        *[Guest(6, "L", "dewasa", "Warga", "")] * 3,  # not marked; closing assumes that they were absent
    ]
    return came + away


# Who was trained (numbers of the invitation list), and in which of the three sessions he was.
TRAINED = {
    **dict.fromkeys(range(1, 9), "hhh"),
    9: "hhi",
    10: "h-h",
    21: "thh",
    22: "hh-",
}
_STATUS = {"h": "hadir", "t": "terlambat", "i": "izin", "-": ""}

# Points of 20 before and after; None: was not there.
SCORES = {
    1: (8, 14),
    2: (8, 16),
    3: (10, 16),
    4: (6, 14),
    5: (9, 15),
    6: (12, 18),
    7: (7, 13),
    8: (10, 17),
    9: (11, 15),
    21: (9, 12),
    10: (None, 15),
    22: (10, None),
}

MEETING = datetime(2026, 11, 2, 1, tzinfo=UTC)  # 08.00 WIB
TRAINING = (
    (datetime(2026, 11, 9, 1, tzinfo=UTC), "Hari pertama: menulis berita"),
    (datetime(2026, 11, 10, 1, tzinfo=UTC), "Hari kedua: foto dan peraturan"),
    (datetime(2026, 11, 11, 1, tzinfo=UTC), "Hari ketiga: data warga"),
)


def load_programme() -> Programme:
    """Made once: a village that changed it keeps what it changed."""
    known = Programme.objects.filter(key=KEY).first()
    if known is not None:
        return known
    with transaction.atomic():
        leader = _leader()
        programme = _programme(leader)
        # His name stays under what he noted. No account may: an installation is given its first sign-ins while it has
        # none (home.management.commands.create_first_signins).
        leader.delete()
    programme.refresh_from_db()
    return programme


def _programme(leader) -> Programme:
    programme = Programme.objects.create(
        key=KEY,
        name="Pendampingan Situs Desa (contoh)",
        slug=SLUG,
        funder="APBDes (contoh)",
        starts_on=date(2026, 11, 1),
        ends_on=date(2026, 11, 30),
        needs="Peraturan, laporan keuangan dan keterangan layanan belum dapat dibaca warga di satu tempat. Perangkat "
        "belum terbiasa menulis di situs, sinyal sering putus, dan sebagian warga lanjut usia belum memakai HP.",
        goals="Perangkat dan warga dari tujuh RT dapat memakai situs desa, dan perangkat dapat mengisinya sendiri.",
        obstacles="Sinyal di balai desa putus pada hari kedua; presensi dicatat di HP dan terkirim sesudahnya.",
        follow_up="Pendampingan sekali sebulan, dan evaluasi pemakaian situs setelah 30, 60 dan 90 hari.",
        coordinator=leader,
        is_public=True,
    )
    programme.courses.set(CoursePage.objects.filter(slug__in=["menulis-berita", "foto-yang-baik"]))
    people = _meeting(programme, leader)
    training = _training(programme, people, leader)
    _tests(programme, people, leader)
    _certificates(programme, training, people, leader)
    _mentoring(programme, leader)
    return programme


def _leader():
    """Whose name stands under the example's notes."""
    return get_user_model().objects.create(
        username="fasilitator-contoh",
        first_name="Fasilitator",
        last_name="Contoh",
        is_active=False,
        password="!",  # noqa: S106 (no password: nobody signs in with it)
    )


def _session(
    event: Event, starts_at: datetime, leader, *, topic: str = "", place: str = "Balai desa (contoh)"
) -> Session:
    session = Session.objects.create(
        event=event,
        topic=topic,
        place=place,
        zone=ZONE,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=3),
        opens_at=starts_at - timedelta(minutes=30),
        closes_at=starts_at + timedelta(hours=3),
        state=OPEN,
    )
    session.facilitators.set([leader])
    return session


def _note(session: Session, person: Participant, status: str, leader) -> None:
    minute = 40 if status == "terlambat" else 5
    mark = Mark(person.pk, status, session.starts_at + timedelta(minutes=minute))
    attendance.take(session, mark, leader)


def _meeting(programme: Programme, leader) -> dict[int, Participant]:
    event = Event.objects.create(
        programme=programme,
        kind=OUTREACH,
        title="Sosialisasi e-government (contoh)",
        invitation="Untuk wakil setiap RT, lembaga desa, dan siapa pun yang ingin tahu. Bawa HP bila punya.",
    )
    session = _session(event, MEETING, leader, topic="Apa itu e-government, dan untuk apa situs desa")
    people = {}
    for number, guest in enumerate(_guests(), 1):
        person = people[number] = Participant.objects.create(
            name=f"Peserta Contoh {number:02}",
            sex=guest.sex,
            age_group=guest.age,
            rt=guest.rt,
            element=guest.element,
            consent_at=MEETING,
        )
        register(event, person, source=INVITED, since=MEETING)
    speaker = Participant.objects.create(name="Narasumber Contoh")
    register(event, speaker, source=INVITED, since=MEETING, role=SPEAKER)
    _note(session, speaker, "hadir", leader)
    for number, guest in enumerate(_guests(), 1):
        if guest.status == "diwakili":
            son = NewPerson(uuid.uuid5(KEY, "wakil"), "Wakil Contoh", Neighbourhood(None, 1), "L")
            mark = Mark(people[number].pk, "diwakili", MEETING + timedelta(minutes=6))
            attendance.represent(session, mark, son, leader)
        elif guest.status:
            _note(session, people[number], guest.status, leader)
    walk_in = NewPerson(uuid.uuid5(KEY, "datang"), "Tamu Contoh", Neighbourhood(None, 4), "L")
    mark = Mark(0, "hadir", MEETING + timedelta(minutes=9), method="datang_langsung")
    attendance.walk_in(session, walk_in, mark, leader)
    _finish(session, leader)
    return people


def _finish(session: Session, leader) -> None:
    attendance.close(session, leader)
    session.refresh_from_db()
    attendance.approve(session, leader)


def _training(programme: Programme, people: dict[int, Participant], leader) -> Event:
    event = Event.objects.create(
        programme=programme,
        kind=TECHNICAL,
        title="Pelatihan teknis pengelola situs (contoh)",
        invitation="Tiga hari, masing-masing tiga jam, di balai desa.",
    )
    for number in TRAINED:
        register(event, people[number], source=INVITED, since=TRAINING[0][0])
    for place, (starts_at, topic) in enumerate(TRAINING):
        session = _session(event, starts_at, leader, topic=topic)
        for number, marks in TRAINED.items():
            if status := _STATUS[marks[place]]:
                _note(session, people[number], status, leader)
        _finish(session, leader)
    return event


def _tests(programme: Programme, people: dict[int, Participant], leader) -> None:
    full = Decimal(20)
    evaluation.save_assessment(
        Assessment(programme=programme, way=ON_PAPER, pre_out_of=full, post_out_of=full, equal=True), None
    )
    for number, points in SCORES.items():
        typed = {
            moment: None if one is None else Decimal(one)
            for moment, one in zip(("awal", "akhir"), points, strict=True)
        }
        evaluation.save_scores(programme, people[number].pk, typed, {"awal": full, "akhir": full}, leader)


def _certificates(programme: Programme, training: Event, people: dict[int, Participant], leader) -> None:
    asked, _ = CertificateSettings.objects.get_or_create(programme=programme, defaults={"hours": 9})
    asked.events.set([training])
    for number in TRAINED:
        for kind in (ATTENDANCE, PASSED):
            try:
                certificates.issue(programme, people[number], kind, leader)
            except (certificates.NotDue, certificates.Refused):
                continue


def _mentoring(programme: Programme, leader) -> None:
    """What is still to come: open to everybody, with room for ten."""
    event = Event.objects.create(
        programme=programme,
        kind=MENTORING,
        title="Pendampingan bulanan (contoh)",
        invitation="Datang dengan pertanyaan apa saja tentang situs desa. Yang sulit datang dapat minta didampingi di "
        "rumah.",
        takes_registrations=True,
        places=10,
    )
    session = _session(event, datetime(2026, 12, 12, 2, tzinfo=UTC), leader)
    Session.objects.filter(pk=session.pk).update(state="draf")
