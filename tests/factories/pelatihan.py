import factory

from pelatihan.models import (
    CoursePage,
    Exercise,
    LessonPage,
    Membership,
    Participant,
    PracticeRoom,
    Question,
    QuestionBank,
    Quiz,
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
