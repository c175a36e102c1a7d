import factory

from pelatihan.models import CoursePage, LessonPage, TrainingIndexPage
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
