"""What is known of a programme, read from what people did."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail import hooks
from wagtail.models import PageLogEntry

from pelatihan.evaluation import aftermath
from pelatihan.evaluation.models import Assessment
from pelatihan.evaluation.presentation import everything, facts, remarks
from pelatihan.evaluation.queries import evaluate
from pelatihan.events.attendance.models import Attendance, AttendanceNote
from pelatihan.models import Observation
from tests.factories.evaluation import ReactionFactory, ScoreFactory, taken, two_tests
from tests.factories.home import ImageFactory, NewsPageFactory, UserFactory
from tests.factories.pelatihan import (
    EventFactory,
    LessonFactory,
    ParticipantFactory,
    ProgrammeFactory,
    RegistrationFactory,
    SessionFactory,
    practice_room,
)

pytestmark = pytest.mark.django_db

BEGINS = datetime(2026, 11, 25, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Village:
    """A programme with one technical training, its lesson, and as many people as one likes."""

    def __init__(self, people: int = 6):
        self.lesson = LessonFactory(title="Menulis berita")
        self.programme = ProgrammeFactory(starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 30))
        self.programme.courses.set([self.lesson.get_parent().specific])
        self.event = EventFactory(
            programme=self.programme, kind="pelatihan_teknis", title="Pelatihan operator"
        )
        self.session = SessionFactory(event=self.event, starts_at=BEGINS, state="ditutup")
        self.people = [self.registered(name=f"Peserta {n:02}") for n in range(people)]

    def registered(self, **values):
        person = ParticipantFactory(**values)
        RegistrationFactory(event=self.event, participant=person)
        return person

    def was_there(self, person, status="hadir"):
        note = AttendanceNote.objects.create(
            session=self.session,
            participant=person,
            status=status,
            happened_at=BEGINS,
            recorded_by_name="Ani",
            method="daftar",
        )
        Attendance.objects.create(session=self.session, participant=person, status=status, note=note)

    @property
    def found(self):
        return evaluate(self.programme)

    @property
    def learning(self):
        return self.found.learned.learning


@pytest.fixture
def village():
    return Village()


# Tests of the site


def test_the_tests_of_a_course_are_taken_where_nobody_chose(village):
    first, last = two_tests(village.lesson)
    for person in village.people:
        taken(first, person, 1, BEGINS - HOUR)
        taken(last, person, 3, BEGINS + HOUR)
    learned = village.found.learned
    assert (learned.way, learned.titles) == ("kuis", ("Tes awal internet", "Tes akhir internet"))
    figures = learned.learning.figures
    assert (figures.before, figures.after, figures.gain) == (25, 75, Fraction(2, 3))
    assert figures.band == "sedang"


def test_of_questions_the_exact_gain_is_told_and_blank_is_not_wrong(village):
    first, last = two_tests(village.lesson, questions=2)
    for person in village.people[:4]:
        taken(first, person, 0, BEGINS - HOUR, blank=1)
        taken(last, person, 1, BEGINS + HOUR)
    questions = village.found.learned.questions
    assert [(one.before, one.after, one.blank_before, one.blank_after) for one in questions] == [
        (0, 100, 0, 0),
        (0, 0, 4, 0),
    ]


def test_people_of_other_programmes_and_open_attempts_count_nowhere(village):
    first, last = two_tests(village.lesson)
    stranger = ParticipantFactory()
    for person in (stranger, village.people[0]):
        taken(first, person, 1, BEGINS - HOUR)
        taken(last, person, 3, BEGINS + HOUR)
    open_one = taken(last, village.people[1], 4, BEGINS + HOUR)
    type(open_one).objects.filter(pk=open_one.pk).update(
        submitted_at=None, passed=None, earned=None, possible=None
    )
    assert [pair.person for pair in village.learning.pairs] == [village.people[0].pk]
    assert village.learning.people == 1


def test_what_was_done_before_the_programme_is_of_another_one(village):
    first, last = two_tests(village.lesson)
    person = village.people[0]
    taken(first, person, 4, datetime(2025, 3, 1, tzinfo=UTC))
    taken(first, person, 1, BEGINS - HOUR)
    taken(last, person, 3, BEGINS + HOUR)
    (pair,) = village.learning.pairs
    assert (pair.before, pair.after) == (25, 75)


def test_a_first_test_in_the_session_counts_when_the_facilitator_says_until_when(village):
    first, last = two_tests(village.lesson)
    for person in village.people:
        taken(first, person, 1, BEGINS + timedelta(minutes=10))
        taken(last, person, 3, BEGINS + HOUR)
    assert len(village.learning.late_before) == 6
    assert village.learning.figures.gain is None
    Assessment.objects.create(
        programme=village.programme,
        pre_quiz=first,
        post_quiz=last,
        pre_until=BEGINS + timedelta(minutes=30),
    )
    assert len(village.learning.pairs) == 6


def test_a_question_that_was_changed_in_between_makes_two_tests_of_them(village):
    first, last = two_tests(village.lesson)
    for person in village.people[:5]:
        taken(first, person, 1, BEGINS - HOUR)
    question = first.bank.questions.first()
    question.text = "Ditanya lain?"
    question.save()
    for person in village.people[:5]:
        taken(last, person, 3, BEGINS + HOUR)
    assert (len(village.learning.unequal), village.learning.pairs) == (5, ())
    assert "tidak sama" in remarks(village.found.learned)[0]


def test_a_question_that_was_only_saved_again_is_the_same(village):
    first, last = two_tests(village.lesson)
    taken(first, village.people[0], 1, BEGINS - HOUR)
    first.bank.questions.first().save()
    taken(last, village.people[0], 3, BEGINS + HOUR)
    assert len(village.learning.pairs) == 1


def test_two_records_of_one_person_are_one_pair(village):
    first, last = two_tests(village.lesson)
    person = village.people[0]
    twin = ParticipantFactory(name="Peserta dua kali", merged_into=person)
    taken(first, twin, 1, BEGINS - HOUR)
    taken(last, person, 3, BEGINS + HOUR)
    (pair,) = village.learning.pairs
    assert pair.person == person.pk


# Tests on paper


def paper(village, **facts):
    return Assessment.objects.create(programme=village.programme, way="kertas", equal=True, **facts)


def test_scores_on_paper_are_exact_and_of_any_length(village):
    paper(village)
    for person in village.people:
        ScoreFactory(programme=village.programme, participant=person, points=Decimal("4.17"))
        ScoreFactory(
            programme=village.programme,
            participant=person,
            moment="akhir",
            points=Decimal("15.90"),
            out_of=Decimal(20),
        )
    figures = village.learning.figures
    assert (figures.before, figures.after) == (Fraction("41.7"), Fraction("79.5"))
    assert figures.gain == Fraction(378, 583)


def test_tests_on_paper_have_no_gain_before_somebody_says_that_they_are_equal(village):
    Assessment.objects.create(programme=village.programme, way="kertas")
    for moment in ("awal", "akhir"):
        ScoreFactory(programme=village.programme, participant=village.people[0], moment=moment)
    assert (len(village.learning.unequal), village.learning.figures.gain) == (1, None)
    assert "belum dinyatakan setara" in remarks(village.found.learned)[0]


def test_of_two_typed_scores_of_one_person_his_own_counts(village):
    paper(village)
    person = village.people[0]
    twin = ParticipantFactory(merged_into=person)
    ScoreFactory(programme=village.programme, participant=twin, points=1)
    ScoreFactory(programme=village.programme, participant=person, points=2)
    ScoreFactory(programme=village.programme, participant=twin, moment="akhir", points=8)
    (pair,) = village.learning.pairs
    assert (pair.before, pair.after) == (20, 80)


def test_whoever_took_one_test_only_is_said_in_words(village):
    paper(village)
    ScoreFactory(programme=village.programme, participant=village.people[0], moment="akhir")
    ScoreFactory(programme=village.programme, participant=village.people[1], moment="awal")
    said = " ".join(remarks(village.found.learned))
    assert "1 orang hanya ikut tes akhir" in said
    assert "1 orang hanya ikut tes awal" in said


def test_figures_have_units_and_a_few_people_no_band(village):
    paper(village)
    for person in village.people[:4]:
        ScoreFactory(programme=village.programme, participant=person, points=Decimal("7.66"))
        ScoreFactory(programme=village.programme, participant=person, moment="akhir", points=Decimal("8.66"))
    told = {fact.name: f"{fact.figure} {fact.words}".strip() for fact in facts(village.learning)}
    assert told["Selisih"] == "10,00 poin"
    assert told["Selisih dibanding tes awal"] == "13,05 %"
    assert told["Kenaikan kelas (N-gain dari rata-rata)"] == "0,43 tanpa kategori, karena kurang dari 5 orang"


# What was seen and said


def test_observed_skills_are_counted_by_lesson(village):
    other = LessonFactory()
    for person, level in zip(village.people, (2, 2, 1, 0), strict=False):
        Observation.objects.create(
            participant=person, lesson=village.lesson, level=level, noted_by_name="Ani"
        )
    Observation.objects.create(participant=village.people[0], lesson=other, level=2, noted_by_name="Ani")
    Observation.objects.create(
        participant=ParticipantFactory(), lesson=village.lesson, level=2, noted_by_name="Ani"
    )
    (skill,) = village.found.skills
    assert (skill.title, skill.alone, skill.helped, skill.not_yet) == ("Menulis berita", 2, 1, 1)


def test_a_few_reactions_are_not_told(village):
    for line in ("Bagus", "Kurang lama", "", "Ada kopi"):
        ReactionFactory(session=village.session, line=line)
    (one,) = village.found.reactions
    assert (one.told.answers, one.told.faces, one.told.lines) == (None, (), ())
    ReactionFactory(session=village.session, face="kecewa", line="Panas")
    (one,) = village.found.reactions
    assert one.told.faces == (("Senang", 4), ("Biasa saja", 0), ("Kurang senang", 1))
    assert one.told.lines == ("Ada kopi", "Bagus", "Kurang lama", "Panas")


# What came of it


def published(page, user, at, revision=None):
    entry = PageLogEntry.objects.log_action(page, "wagtail.publish", user=user, revision=revision)
    PageLogEntry.objects.filter(pk=entry.pk).update(timestamp=at)


def day(number: int) -> datetime:
    """The noon of the day so many days after the programme's end."""
    return datetime(2026, 11, 30, 5, tzinfo=UTC) + timedelta(days=number)


@pytest.fixture
def trained(village):
    user = UserFactory(roles=["Operator"])
    person = village.people[0]
    person.user = user
    person.save()
    village.was_there(person)
    return user


def windows(village):
    return [
        (one.days, one.pages, one.active, one.is_over, one.has_begun)
        for one in village.found.behaviour.windows
    ]


@time_machine.travel("2027-02-10 10:00 +0700")
def test_what_trained_people_published_is_counted_after_the_end(village, trained):
    page, other = NewsPageFactory(), NewsPageFactory()
    for at in (day(0), day(1), day(20), day(30)):  # the same page again is one page
        published(page, trained, at)
    published(other, trained, day(31))
    published(NewsPageFactory(), UserFactory(), day(5))
    assert windows(village) == [(30, 1, 1, True, True), (60, 2, 1, True, True), (90, 2, 1, False, True)]


@time_machine.travel("2027-02-10 10:00 +0700")
def test_what_somebody_wrote_and_another_approved_is_his(village, trained):
    page = NewsPageFactory()
    revision = page.save_revision(user=trained)
    published(page, UserFactory(roles=["Penerbit"]), day(3), revision)
    assert windows(village)[0] == (30, 1, 1, True, True)


@time_machine.travel("2027-02-10 10:00 +0700")
def test_what_was_practised_counts_nowhere(village, trained):
    room = practice_room()
    published(NewsPageFactory(parent=room.folder), trained, day(3))
    image = ImageFactory(
        uploaded_by_user=trained, description="Warga menanam padi", collection=room.collection
    )
    type(image).objects.filter(pk=image.pk).update(created_at=day(3))
    behaviour = village.found.behaviour
    assert (behaviour.windows[0].pages, behaviour.windows[0].images) == (0, 0)
    assert [month for month in village.found.results[0].months if month[1]] == []


@time_machine.travel("2027-02-10 10:00 +0700")
def test_an_image_is_described_by_words_of_its_own(village, trained):
    for title, words in (
        ("Panen", "Warga Dusun Satu memanen padi"),
        ("Warga memanen padi", "Warga memanen padi"),
        ("IMG_2031", ""),
    ):
        image = ImageFactory(uploaded_by_user=trained, title=title, description=words)
        type(image).objects.filter(pk=image.pk).update(created_at=day(2))
    window = village.found.behaviour.windows[0]
    assert (window.images, window.described, window.active) == (3, 1, 1)


@time_machine.travel("2027-02-10 10:00 +0700")
def test_whoever_never_came_is_not_trained(village, trained):
    Attendance.objects.update(status="izin")
    published(NewsPageFactory(), trained, day(3))
    behaviour = village.found.behaviour
    assert (behaviour.trained, behaviour.accounts, behaviour.windows[0].pages) == (0, 0, 0)


@time_machine.travel("2026-11-30 23:00 +0700")
def test_before_its_end_nothing_comes_after_a_programme(village, trained):
    assert {one.has_begun for one in village.found.behaviour.windows} == {False}
    assert everything(village.found)["behaviour_chart"] == ""


@time_machine.travel("2027-02-10 10:00 +0700")
def test_months_are_told_by_whoever_registers_them(village):
    PageLogEntry.objects.all().delete()
    page = NewsPageFactory()
    for at in ("2026-10-05", "2026-10-20", "2026-12-31"):
        published(page, None, datetime.fromisoformat(f"{at}T18:00:00+00:00"))
    (series,) = [one for one in village.found.results if one.key == "halaman"]
    months = dict(series.months)
    assert (series.months[0][0], series.months[-1][0]) == (date(2026, 5, 1), date(2027, 2, 1))
    # Before the first page nobody knows; the last one was published in the new year of the village's clock.
    assert (months[date(2026, 9, 1)], months[date(2026, 10, 1)], months[date(2026, 12, 1)]) == (None, 1, 0)
    assert months[date(2027, 1, 1)] == 1


class Money:
    key, title, unit = "pendapatan", "Pendapatan asli desa", "rupiah"

    def series(self, start, end):
        assert (start, end) == (date(2026, 5, 1), date(2027, 2, 28))
        return [(date(2026, 11, 1), Decimal("1250000.50")), (date(2020, 1, 1), Decimal(1))]


@time_machine.travel("2027-02-10 10:00 +0700")
def test_a_subject_adds_its_figures_and_no_month_that_nobody_asked_for(village):
    with hooks.register_temporarily("register_training_result", Money()):
        found = village.found
    (money,) = [one for one in found.results if one.key == "pendapatan"]
    assert [figure for _, figure in money.months if figure is not None] == [Decimal("1250000.50")]
    (shown,) = [line for line in everything(found)["results"] if line[0] == money]
    assert ("November 2026", "1.250.000,5") in shown[1]
    assert ("Oktober 2026", "–") in shown[1]
    assert "1 = 25 Nov 26: Pelatihan operator" in shown[2]


def test_a_day_stands_in_its_month():
    months = [date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)]
    places = [aftermath.place(date(2026, 11, day), months) for day in (1, 15, 30)]
    assert places == pytest.approx([0.517, 0.983, 1.483], abs=0.001)
    assert aftermath.place(date(2026, 9, 30), months) is None
    assert aftermath.place(date(2026, 12, 31), months) == 2


# What it costs


QUERIES = 22


def queries_of(village) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        everything(evaluate(village.programme))
    return len(queries)


@time_machine.travel("2027-02-10 10:00 +0700")
def test_the_number_of_queries_is_fixed():
    village = Village(people=2)
    first, last = two_tests(village.lesson)

    def fill(people):
        for person in people:
            taken(first, person, 1, BEGINS - HOUR)
            taken(last, person, 3, BEGINS + HOUR)
            village.was_there(person)
            person.user = UserFactory()
            person.save()
            Observation.objects.create(
                participant=person, lesson=village.lesson, level=2, noted_by_name="Ani"
            )
            ReactionFactory(session=village.session)
            published(NewsPageFactory(), person.user, day(2))

    fill(village.people)
    queries_of(village)  # what a process keeps is asked for once
    few = queries_of(village)
    fill([village.registered() for _ in range(10)])
    for _ in range(3):
        SessionFactory(event=village.event, starts_at=BEGINS + 24 * HOUR)
    assert queries_of(village) == few
    assert few == QUERIES
