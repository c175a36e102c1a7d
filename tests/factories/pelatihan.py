from datetime import UTC, date, datetime, timedelta

import factory

from pelatihan.models import (
    CoursePage,
    Event,
    Exercise,
    LessonPage,
    Membership,
    Participant,
    PracticeRoom,
    Programme,
    Question,
    QuestionBank,
    Quiz,
    Registration,
    Session,
    TrainingClass,
    TrainingIndexPage,
)
from pelatihan.practice.rooms import make_room
from tests.factories.home import PageFactory


class CourseFactory(PageFactory):
    class Meta:
        model = CoursePage

    title = factory.Sequence(lambda n: f"Kursus {n}")
    intro = "Belajar bersama."
    parent = factory.LazyFunction(lambda: TrainingIndexPage.objects.get())


class LessonFactory(PageFactory):
    class Meta:
        model = LessonPage

    title = factory.Sequence(lambda n: f"Pelajaran {n}")
    intro = "Langkah demi langkah."
    steps = [("step", {"title": "Buka situs desa", "text": "", "expected": "Beranda terlihat."})]
    parent = factory.SubFactory(CourseFactory)


class ParticipantFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Participant

    name = factory.Sequence(lambda n: f"Peserta {n}")


class TrainingClassFactory(factory.django.DjangoModelFactory):
    """`members` are participants; `courses` and `facilitators` as in the model."""

    class Meta:
        model = TrainingClass
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Kelas {n}")

    @factory.post_generation
    def courses(self, create, extracted, **kwargs):
        self.courses.set(extracted or [])

    @factory.post_generation
    def facilitators(self, create, extracted, **kwargs):
        self.facilitators.set(extracted or [])

    @factory.post_generation
    def members(self, create, extracted, **kwargs):
        for participant in extracted or []:
            Membership.objects.create(training_class=self, participant=participant)


def steps(*titles: str) -> list[tuple[str, dict]]:
    """The steps of a lesson, for `LessonFactory(steps=…)`."""
    return [("step", {"title": title, "text": "", "expected": "Terlihat."}) for title in titles]


def practice_room(**values) -> PracticeRoom:
    """The room of a new participant without another role; `values` are those of the participant."""
    return make_room(ParticipantFactory(**values))


class BankFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = QuestionBank

    name = factory.Sequence(lambda n: f"Bank soal {n}")


def choices(*texts: str, right: str | tuple[str, ...]) -> dict:
    """The options of a question; each says in its feedback which it is."""
    options = [{"text": text, "right": text in right, "feedback": f"Tentang {text}."} for text in texts]
    return {"options": options}


class QuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Question

    bank = factory.SubFactory(BankFactory)
    text = factory.Sequence(lambda n: f"Pertanyaan {n}?")
    answer = [("satu", choices("Ya", "Tidak", "Mungkin", right=("Ya",)))]


class QuizFactory(factory.django.DjangoModelFactory):
    """`questions` is how many questions its bank gets, each with the right answer "Ya"."""

    class Meta:
        model = Quiz
        skip_postgeneration_save = True

    lesson = factory.SubFactory(LessonFactory)
    title = factory.Sequence(lambda n: f"Kuis {n}")
    bank = factory.SubFactory(BankFactory)

    @factory.post_generation
    def questions(self, create, extracted, **kwargs):
        for _ in range(extracted or 0):
            QuestionFactory(bank=self.bank)


class ExerciseFactory(factory.django.DjangoModelFactory):
    """`asks` are keys of checks, or pairs of a key and its settings."""

    class Meta:
        model = Exercise

    lesson = factory.SubFactory(LessonFactory)
    title = factory.Sequence(lambda n: f"Latihan {n}")
    task = "Kerjakan di folder latihan Anda."

    class Params:
        asks = ("berita",)

    @factory.lazy_attribute
    def checks(self):
        pairs = [(ask, {}) if isinstance(ask, str) else ask for ask in self.asks]
        return [(key, {"title": f"Periksa {key}", **values}) for key, values in pairs]


class ProgrammeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Programme

    name = factory.Sequence(lambda n: f"Program {n}")
    slug = factory.Sequence(lambda n: f"program-{n}")
    starts_on = date(2026, 11, 1)
    ends_on = date(2026, 12, 31)


class EventFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Event

    programme = factory.SubFactory(ProgrammeFactory)
    kind = "sosialisasi"
    title = factory.Sequence(lambda n: f"Kegiatan {n}")


class SessionFactory(factory.django.DjangoModelFactory):
    """An open session from eight to ten in the morning of 25 November 2026, in Jakarta's zone."""

    class Meta:
        model = Session
        skip_postgeneration_save = True

    event = factory.SubFactory(EventFactory)
    place = "Balai desa"
    starts_at = datetime(2026, 11, 25, 1, tzinfo=UTC)
    ends_at = factory.LazyAttribute(lambda one: one.starts_at + timedelta(hours=2))
    opens_at = factory.LazyAttribute(lambda one: one.starts_at - timedelta(minutes=30))
    closes_at = factory.LazyAttribute(lambda one: one.ends_at)
    zone = "Asia/Jakarta"
    state = "terbuka"

    @factory.post_generation
    def facilitators(self, create, extracted, **kwargs):
        self.facilitators.set(extracted or [])


class RegistrationFactory(factory.django.DjangoModelFactory):
    """Invited since the beginning of the year."""

    class Meta:
        model = Registration

    event = factory.SubFactory(EventFactory)
    participant = factory.SubFactory(ParticipantFactory)
    source = "undangan"
    since = datetime(2026, 1, 1, tzinfo=UTC)
    number = factory.LazyAttribute(
        lambda one: max(one.event.registrations.values_list("number", flat=True), default=0) + 1
    )
