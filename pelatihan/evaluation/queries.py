"""Reads everything that is known about what a programme achieved."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.db.models import Q
from django.utils import timezone
from wagtail import hooks
from wagtail.models import PageLogEntry

from home.identity.media import VillageImage
from home.pages.results import PUBLISHED, village_pages
from pelatihan.courses.models import LessonPage
from pelatihan.courses.quizzes.models import Quiz, QuizAnswer, QuizAttempt
from pelatihan.courses.quizzes.rules import POST, PRE
from pelatihan.evaluation import aftermath, reactions, rules
from pelatihan.evaluation.models import (
    AFTER,
    BEFORE,
    BY_QUIZ,
    MOMENTS,
    ON_PAPER,
    Assessment,
    Reaction,
    Score,
)
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.rules import PRESENT
from pelatihan.events.models import Observation, Participant
from pelatihan.events.programmes.models import Event, Programme, Session
from pelatihan.events.programmes.queries import places
from pelatihan.events.programmes.rules import TECHNICAL
from pelatihan.events.rules import ALONE, HELPED, NOT_YET
from pelatihan.practice.checks.texts import describes
from project.lib import localdates

# Who belongs to a programme.


@dataclass(frozen=True)
class People:
    """The people of a programme by the keys they count as; `roots` leads from every record to its person."""

    by_key: dict[int, Participant]
    roots: dict[int, int]

    def name(self, key: int) -> str:
        return str(self.by_key[key])


def people_of(programme: Programme, events: Iterable[Event] | None = None) -> People:
    """In the order of the sheets, each once; of these events, otherwise of all. Three queries."""
    by_key: dict[int, Participant] = {}
    roots: dict[int, int] = {}
    for one in places(programme.events.all() if events is None else events).order_by("event_id", "number"):
        person = one.participant.merged_into or one.participant
        by_key.setdefault(person.pk, person)
        roots[one.participant_id] = person.pk
        roots[person.pk] = person.pk
    merged = Participant.objects.filter(merged_into__in=list(by_key))
    roots |= dict(merged.values_list("pk", "merged_into_id"))
    return People(by_key, roots)


# What was learned.


@dataclass(frozen=True)
class Learned:
    """The two tests of a programme. `way` is empty where nobody has said how they were taken."""

    way: str
    learning: rules.Learning
    questions: tuple[rules.QuestionGain, ...] = ()
    said_equal: bool = True  # of tests on paper: somebody said that they may be compared
    begins: datetime | None = None
    titles: tuple[str, str] = tuple(MOMENTS.values())


def assessment_of(programme: Programme) -> Assessment:
    """How it measures; where nobody has said it, as its courses and its typed scores suggest, and not saved."""
    known = Assessment.objects.filter(programme=programme).select_related("pre_quiz", "post_quiz").first()
    if known is not None:
        return known
    quizzes = quizzes_of(programme)
    first = [quiz for quiz in quizzes if quiz.purpose == PRE]
    last = [quiz for quiz in quizzes if quiz.purpose == POST]
    if len(first) == len(last) == 1:
        return Assessment(programme=programme, pre_quiz=first[0], post_quiz=last[0])
    return Assessment(programme=programme)


def quizzes_of(programme: Programme) -> list[Quiz]:
    """The tests before and after of its courses, in the order of the lessons. Two queries."""
    below = Q()
    for path in programme.courses.values_list("path", flat=True):
        below |= Q(lesson__path__startswith=path)
    if not below:
        return []
    quizzes = Quiz.objects.filter(below, purpose__in=[PRE, POST]).select_related("lesson")
    return list(quizzes.order_by("lesson__path", "pk"))


def begins_at(sessions: Iterable[Session]) -> datetime | None:
    """When the training begins: with its first technical session, or with its first one where none is technical."""
    sessions = list(sessions)
    technical = [one.starts_at for one in sessions if one.event.kind == TECHNICAL]
    return min(technical or [one.starts_at for one in sessions], default=None)


def learned(programme: Programme, people: People, sessions: Collection[Session]) -> Learned:
    assessment = assessment_of(programme)
    begins = begins_at(sessions)
    if assessment.way == ON_PAPER:
        return _on_paper(programme, people, assessment, begins)
    if assessment.pre_quiz_id and assessment.post_quiz_id:
        return _by_quiz(programme, people, assessment, begins)
    return Learned(way="", learning=rules.Learning(), begins=begins)


def typed_scores(programme: Programme, people: People) -> dict[tuple[int, str], Score]:
    """The scores on paper by person and moment. Of somebody who has two, that of his own record counts. One query."""
    found: dict[tuple[int, str], Score] = {}
    for score in Score.objects.filter(programme=programme).order_by("pk"):
        root = people.roots.get(score.participant_id)
        if root is None:
            continue
        if (root, score.moment) not in found or score.participant_id == root:
            found[root, score.moment] = score
    return found


def _on_paper(programme, people: People, assessment: Assessment, begins) -> Learned:
    results = {
        moment: [
            rules.Result(
                person,
                Fraction(score.points) / Fraction(score.out_of),
                form="" if assessment.equal else moment,
            )
            for (person, of), score in typed_scores(programme, people).items()
            if of == moment
        ]
        for moment in MOMENTS
    }
    return Learned(
        way=ON_PAPER,
        learning=rules.match(results[BEFORE], results[AFTER]),
        said_equal=assessment.equal,
        begins=begins,
    )


def _by_quiz(programme, people: People, assessment: Assessment, begins) -> Learned:
    """Of whoever took part before in another programme, only what he did in this one counts. Two queries."""
    quizzes = [assessment.pre_quiz_id, assessment.post_quiz_id]
    attempts = QuizAttempt.objects.filter(
        quiz__in=quizzes,
        participant__in=list(people.roots),
        submitted_at__gte=_midnight(programme.starts_on),
    )
    asked: dict[int, dict] = defaultdict(dict)
    for answer in QuizAnswer.objects.filter(attempt__in=attempts.order_by().values("pk")):
        question = rules.same_question(answer.frozen)
        reply = rules.Reply(answer.mark.share, answer.given is None)
        asked[answer.attempt_id][question] = (answer.question_id or 0, answer.frozen["text"], reply)
    results: dict[int, list[rules.Result]] = {quiz: [] for quiz in quizzes}
    for attempt in attempts.order_by("submitted_at", "pk"):
        result = rules.Result(
            person=people.roots[attempt.participant_id],
            share=attempt.share,
            at=None if attempt.paper_id else attempt.submitted_at,
            form=frozenset(asked[attempt.pk]),
            record=attempt.pk,
        )
        results[attempt.quiz_id].append(result)
    before, after = (results[quiz] for quiz in quizzes)
    learning = rules.match(before, after, begins, assessment.pre_until or begins)
    return Learned(
        way=BY_QUIZ,
        learning=learning,
        questions=_question_gains(learning.pairs, asked),
        begins=begins,
        titles=(assessment.pre_quiz.title, assessment.post_quiz.title),
    )


def _question_gains(pairs: Iterable[rules.Pair], asked) -> tuple[rules.QuestionGain, ...]:
    """In the order of the bank."""
    replies = defaultdict(list)
    names = {}
    for pair in pairs:
        before, after = (asked[record] for record in pair.records)
        for question in before.keys() & after.keys():
            names[question] = before[question][:2]
            replies[question].append((before[question][2], after[question][2]))
    ordered = sorted(replies, key=lambda question: (*names[question], repr(question)))
    return tuple(rules.question_gain(names[question][1], replies[question]) for question in ordered)


# What was observed.


@dataclass(frozen=True)
class Skill:
    """What facilitators saw people do, of one lesson."""

    title: str
    not_yet: int
    helped: int
    alone: int
    levels: Mapping[int, int] = field(default_factory=dict)  # of each person

    @property
    def people(self) -> int:
        return self.not_yet + self.helped + self.alone


def skills(programme: Programme, people: People) -> tuple[Skill, ...]:
    """In the order of the lessons. Of somebody with two records the better one counts. Three queries."""
    below = Q()
    for path in programme.courses.values_list("path", flat=True):
        below |= Q(lesson__path__startswith=path)
    if not below:
        return ()
    seen: dict[int, dict[int, int]] = defaultdict(dict)
    notes = Observation.objects.filter(below, participant__in=list(people.roots))
    for lesson, person, level in notes.values_list("lesson_id", "participant_id", "level"):
        root = people.roots[person]
        seen[lesson][root] = max(level, seen[lesson].get(root, level))
    found = []
    for lesson in LessonPage.objects.filter(pk__in=list(seen)).order_by("path").only("title"):
        levels = list(seen[lesson.pk].values())
        counts = (levels.count(level) for level in (NOT_YET, HELPED, ALONE))
        found.append(Skill(lesson.title, *counts, levels=seen[lesson.pk]))
    return tuple(found)


# What people said.


@dataclass(frozen=True)
class SessionReactions:
    session: Session
    told: reactions.Reactions


def reactions_to(sessions: Collection[Session]) -> tuple[SessionReactions, ...]:
    """One query."""
    faces, lines = defaultdict(list), defaultdict(list)
    found = Reaction.objects.filter(session__in=[session.pk for session in sessions])
    for session, face, line in found.values_list("session_id", "face", "line"):
        faces[session].append(face)
        lines[session].append(line)
    return tuple(
        SessionReactions(session, reactions.tell(faces[session.pk], lines[session.pk]))
        for session in sessions
    )


# What came of it.


@dataclass(frozen=True)
class Behaviour:
    trained: int  # people who were present at least once
    accounts: int  # of them those with an account, whose work the site can see
    windows: tuple[aftermath.Window, ...]


def behaviour(programme: Programme, people: People, sessions: Collection[Session], today: date) -> Behaviour:
    """What trained people did on the village's own pages after the programme. What they practised is none of it."""
    present = {
        person
        for statuses in standings(sessions).values()
        for person, status in statuses.items()
        if status in PRESENT
    }
    accounts = _accounts(present)
    first = _midnight(programme.ends_on + timedelta(days=1))
    last = _midnight(programme.ends_on + timedelta(days=max(aftermath.SPANS) + 1))
    pages, images = [], []
    if accounts and first <= timezone.now():
        pages, images = _pages(accounts, first, last), _images(accounts, first, last)
    return Behaviour(
        trained=len(present),
        accounts=len(set(accounts.values())),
        windows=aftermath.windows(programme.ends_on, today, pages, images),
    )


def _accounts(present: set[int]) -> dict[int, int]:
    """The people by their accounts; somebody who was two records may have two."""
    records = Participant.objects.filter(Q(pk__in=present) | Q(merged_into__in=present)).exclude(user=None)
    return {user: root or pk for user, pk, root in records.values_list("user_id", "pk", "merged_into_id")}


def _pages(accounts: dict[int, int], first: datetime, last: datetime) -> list[aftermath.Deed]:
    """Published by one of them, or written by one of them and published by whoever approved it."""
    entries = PageLogEntry.objects.filter(
        Q(user__in=list(accounts)) | Q(revision__user__in=list(accounts)),
        action=PUBLISHED,
        timestamp__gte=first,
        timestamp__lt=last,
        page__in=village_pages().values("pk"),
    )
    return [
        aftermath.Deed(aftermath.local_day(at), accounts.get(author) or accounts[user], page)
        for page, at, user, author in entries.values_list(
            "page_id", "timestamp", "user_id", "revision__user_id"
        )
    ]


def _images(accounts: dict[int, int], first: datetime, last: datetime) -> list[aftermath.Deed]:
    images = VillageImage.objects.filter(
        uploaded_by_user__in=list(accounts),
        created_at__gte=first,
        created_at__lt=last,
        collection__practice_room=None,
    )
    return [
        aftermath.Deed(aftermath.local_day(at), accounts[user], pk, describes(words, title, file))
        for pk, at, user, words, title, file in images.values_list(
            "pk", "created_at", "uploaded_by_user_id", "description", "title", "file"
        )
    ]


def results(programme: Programme, today: date) -> tuple[aftermath.Series, ...]:
    """What each subject of the site says about the months around a programme (hook "register_training_result": an
    object with `key`, `title`, `unit` and `series(start, end)`, which gives pairs of a month's first day and a figure;
    a month that it does not name is unknown)."""
    months = aftermath.months_around(programme.starts_on, programme.ends_on, today)
    first, last = months[0], aftermath.month_end(months[-1])
    return tuple(
        aftermath.series(one.key, one.title, one.unit, months, one.series(first, last))
        for one in hooks.get_hooks("register_training_result")
    )


# All of it.


@dataclass(frozen=True)
class Evaluation:
    """All that is known about what a programme achieved, at one moment."""

    programme: Programme
    asked_at: datetime
    people: People
    sessions: tuple[Session, ...]
    learned: Learned
    skills: tuple[Skill, ...]
    reactions: tuple[SessionReactions, ...]
    behaviour: Behaviour
    results: tuple[aftermath.Series, ...]


def sessions_of_programme(programme: Programme) -> list[Session]:
    """With their events, in their order. One query."""
    return list(Session.objects.filter(event__programme=programme).select_related("event"))


def evaluate(programme: Programme) -> Evaluation:
    """In a fixed number of queries, however many people and sessions there are."""
    people = people_of(programme)
    sessions = sessions_of_programme(programme)
    today = localdates.today()
    return Evaluation(
        programme=programme,
        asked_at=timezone.now(),
        people=people,
        sessions=tuple(sessions),
        learned=learned(programme, people, sessions),
        skills=skills(programme, people),
        reactions=reactions_to(sessions),
        behaviour=behaviour(programme, people, sessions, today),
        results=results(programme, today),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), localdates.zone())
