"""Reads of certificates: what is known of each person, and what a certificate would say."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from zoneinfo import ZoneInfo

from home.identity.models import VillageSettings
from home.officials.queries import holders
from pelatihan.certificates import rules
from pelatihan.certificates.models import Certificate, CertificateSettings
from pelatihan.courses.models import LessonPage
from pelatihan.courses.quizzes.models import Quiz
from pelatihan.courses.quizzes.queries import submitted
from pelatihan.courses.quizzes.rules import POST, in_percent, number
from pelatihan.evaluation.models import AFTER, ON_PAPER
from pelatihan.evaluation.queries import People, assessment_of, typed_scores
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.rules import PRESENT, REPRESENTED
from pelatihan.events.board import lessons_by_course
from pelatihan.events.models import Observation, Participant
from pelatihan.events.programmes.models import Programme, Session
from pelatihan.events.programmes.queries import places
from pelatihan.events.programmes.rules import HELD
from pelatihan.events.rules import ALONE
from pelatihan.practice.models import Exercise, PracticeAttempt

HEAD_OF_VILLAGE = "Kepala Desa"
ON_PAPER_TITLE = "Tes di kertas"
OBSERVED = "mandiri, terlihat fasilitator"


def settings_of(programme: Programme) -> CertificateSettings:
    """Those of a programme; of one for which nobody has set any, the usual ones."""
    found = CertificateSettings.objects.filter(programme=programme).first()
    return found or CertificateSettings(programme=programme)


def signatory_of(asked: CertificateSettings) -> tuple[str, str]:
    """Who signs, and in which office: as it was set, otherwise the head of the village of today."""
    if asked.signatory:
        return asked.signatory, asked.office or HEAD_OF_VILLAGE
    ((office, name),) = holders(asked.office or HEAD_OF_VILLAGE)
    return name, office


def counted_sessions(programme: Programme, asked: CertificateSettings) -> list[Session]:
    """All sessions of the events that count, those too that are still to come. At most two queries."""
    sessions = Session.objects.filter(event__programme=programme)
    chosen = [event.pk for event in asked.events.all()] if asked.pk else []
    return list(sessions.filter(event__in=chosen) if chosen else sessions)


@dataclass(frozen=True)
class Known:
    """All that a programme knows of its people, read once. `facts` are by the key of the person each counts as."""

    sessions: list[Session]
    facts: dict[int, rules.Facts]

    @property
    def held(self) -> list[Session]:
        return [session for session in self.sessions if session.state in HELD]

    @property
    def to_come(self) -> int:
        return len(self.sessions) - len(self.held)

    @property
    def days(self) -> list[date]:
        """The first and the last day of the sessions that took place, where they took place."""
        found = [session.starts_at.astimezone(ZoneInfo(session.zone)).date() for session in self.held]
        return [min(found), max(found)] if found else []


def known(
    programme: Programme, asked: CertificateSettings, restricted: tuple[str, ...], only: int | None = None
) -> Known:
    """Of everybody who is registered or was noted, or of one person `only`. A few queries, however many people."""
    sessions = counted_sessions(programme, asked)
    marks = standings(session for session in sessions if session.state in HELD)
    people = {person for of_session in marks.values() for person in of_session}
    people |= {one.participant.root for one in places({s.event_id for s in sessions}) if not one.removed_at}
    if only is not None:
        people = {only}
    roots = {person: person for person in people}
    merged = Participant.objects.filter(merged_into__in=people)
    roots.update(merged.values_list("pk", "merged_into_id"))
    lessons = [
        lesson for _, below in lessons_by_course(programme.courses.all(), restricted) for lesson in below
    ]
    tasks = _tasks(roots, lessons)
    if assessment_of(programme).way == ON_PAPER:
        tests = _tests_on_paper(programme, asked, roots)
    else:
        tests = _tests(roots, lessons)
    facts = {}
    for person in people:
        counted = Counter(of_session[person] for of_session in marks.values() if person in of_session)
        facts[person] = rules.Facts(
            expected=counted.total(),
            attended=sum(counted[status] for status in PRESENT),
            represented=counted[REPRESENTED],
            tasks=tasks.get(person, ()),
            tests=tests.get(person, ()),
        )
    return Known(sessions, facts)


def _tasks(roots: dict[int, int], lessons: list[LessonPage]) -> dict[int, tuple[rules.Task, ...]]:
    """The required exercises of these lessons: done on the site and checked there, or done alone under the eyes of
    the facilitator, for whoever uses no account."""
    exercises = list(Exercise.objects.filter(lesson__in=lessons, required=True)) if lessons else []
    if not exercises:
        return {}
    done: dict[tuple[int, int], str] = {}
    seen = Observation.objects.filter(participant__in=roots, lesson__in=lessons, level=ALONE)
    watched = {(roots[person], lesson) for person, lesson in seen.values_list("participant_id", "lesson_id")}
    passed = PracticeAttempt.objects.filter(
        participant__in=roots, exercise__in=exercises, passed_at__isnull=False
    )
    for person, exercise, result in passed.values_list("participant_id", "exercise_id", "result"):
        done[roots[person], exercise] = result
    return {
        person: tuple(
            rules.Task(
                one.title,
                done.get((person, one.pk)) or (OBSERVED if (person, one.lesson_id) in watched else ""),
            )
            for one in exercises
        )
        for person in set(roots.values())
    }


def _tests(roots: dict[int, int], lessons: list[LessonPage]) -> dict[int, tuple[rules.LastTest, ...]]:
    """The last tests of these lessons. Of several attempts the best counts, as it does in the lesson."""
    quizzes = list(Quiz.objects.filter(lesson__in=lessons, purpose=POST)) if lessons else []
    if not quizzes:
        return {}
    attempts = defaultdict(list)
    for (person, quiz), found in submitted([quiz.pk for quiz in quizzes], list(roots)).items():
        attempts[roots[person], quiz] += found
    return {
        person: tuple(_test(quiz, attempts[person, quiz.pk]) for quiz in quizzes)
        for person in set(roots.values())
    }


def _tests_on_paper(
    programme: Programme, asked: CertificateSettings, roots: dict[int, int]
) -> dict[int, tuple[rules.LastTest, ...]]:
    """The last test of a programme that tests on paper, from what was typed in."""
    typed = typed_scores(programme, People({}, roots))
    return {
        person: (_written(typed.get((person, AFTER)), asked.paper_percent),) for person in set(roots.values())
    }


def _written(score, needed: int) -> rules.LastTest:
    if score is None:
        return rules.LastTest(ON_PAPER_TITLE)
    share = Fraction(score.points) / Fraction(score.out_of)
    words = f"{in_percent(share)} dari {needed} yang diperlukan"
    return rules.LastTest(ON_PAPER_TITLE, share * 100 >= needed, words)


def _test(quiz: Quiz, attempts: list) -> rules.LastTest:
    if not attempts:
        return rules.LastTest(quiz.title)
    best = max(attempts, key=lambda attempt: (attempt.passed, attempt.share))
    score = f"{in_percent(best.share)} dari {number(best.pass_percent)} yang diperlukan"
    return rules.LastTest(quiz.title, best.passed, score)


# Certificates


def certificates_of(programme: Programme):
    """All of a programme, the newest first."""
    found = Certificate.objects.filter(programme=programme).select_related("participant", "replaced_by")
    return found.order_by("-year", "-number")


def valid_for(programme: Programme, kind: str, people: Iterable[int]) -> Certificate | None:
    """The valid certificate of a person, who may have been two before they were put together."""
    found = Certificate.objects.filter(
        programme=programme, kind=kind, participant__in=people, status=rules.VALID
    )
    return found.order_by("pk").first()


def belonging_to(participant: Participant):
    """Somebody's own certificates, also those of records that were put together with his."""
    found = Certificate.objects.filter(participant=participant.root) | Certificate.objects.filter(
        participant__merged_into=participant.root
    )
    return found.select_related("programme", "replaced_by").order_by("-year", "-number")


@dataclass(frozen=True)
class Line:
    """One person of the programme: what he has, and what he lacks for what he has not."""

    participant: Participant
    facts: rules.Facts
    certificates: dict[str, Certificate]
    lacks: dict[str, list[str]]

    @property
    def attended(self) -> str:
        return rules.attended_words(self.facts)

    @property
    def cells(self) -> list[tuple[str, Certificate | None, list[str]]]:
        """What is told of attendance is not told again of passing."""
        told = self.lacks[rules.ATTENDANCE]
        more = [words for words in self.lacks[rules.PASSED] if words not in told] or self.lacks[rules.PASSED]
        shown = {rules.ATTENDANCE: told, rules.PASSED: more}
        return [(kind, self.certificates.get(kind), shown[kind]) for kind in rules.KINDS]


def lines_of(programme: Programme, asked: CertificateSettings, found: Known) -> list[Line]:
    """By name."""
    owned: dict[int, dict[str, Certificate]] = defaultdict(dict)
    valid = Certificate.objects.filter(programme=programme, status=rules.VALID, participant__isnull=False)
    for certificate in valid.select_related("participant").order_by("-pk"):
        owned[certificate.participant.root][certificate.kind] = certificate
    people = Participant.objects.filter(pk__in=found.facts)
    return [
        Line(
            person,
            found.facts[person.pk],
            owned[person.pk],
            {kind: rules.missing(kind, found.facts[person.pk], asked.conditions) for kind in rules.KINDS},
        )
        for person in people
    ]


# What a certificate says


def snapshot(
    programme: Programme,
    asked: CertificateSettings,
    participant: Participant,
    facts: rules.Facts,
    days: list[date],
    kind: str,
    village: VillageSettings,
) -> dict:
    """All that stands on it, as it is now; nothing of it is read again elsewhere. Scores and practice only where they
    were asked for."""
    evidence = {
        "days": [day.isoformat() for day in days],
        "attended": facts.attended,
        "expected": facts.expected,
        "hours": asked.hours,
        "conditions": {
            "rules": rules.CONDITIONS_VERSION,
            "version": asked.version,
            "percent": asked.percent,
            "source": asked.percent_source,
        },
    }
    if kind == rules.PASSED:
        evidence["conditions"] |= {"test": asked.test, "paper_percent": asked.paper_percent}
        evidence["tests"] = [
            {"title": test.title, "passed": test.passed, "score": test.score} for test in facts.tests
        ]
        evidence["tasks"] = [{"title": task.title, "result": task.result} for task in facts.tasks]
    return evidence | heading(programme, asked, participant, village)


def heading(
    programme: Programme, asked: CertificateSettings, participant: Participant, village: VillageSettings
) -> dict:
    """Names: of the person, of the programme, of whoever signs, of the village. What a replacement takes anew."""
    name, office = signatory_of(asked)
    return {
        "name": participant.name,
        "programme": programme.name,
        "signatory": {"name": name, "office": _of_village(office, village)},
        "village": {
            "name": village.full_name,
            "place": village.place_line,
            "town": village.name,
            "colour": village.main_colour,
            "example": village.is_example,
        },
    }


def _of_village(office: str, village: VillageSettings) -> str:
    """ "Kepala Desa" becomes "Kepala Desa Tebing Tinggi"; "Ketua Pelaksana" stays."""
    last = office.rpartition(" ")[2].casefold()
    return f"{office} {village.name}".strip() if last == village.designation.casefold() else office
