"""Courses and their lessons: read by anyone, step by step, without an account."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from home.pages.base import BasePage
from home.pages.queries import restricted_paths
from pelatihan.courses.activities import activities_of
from pelatihan.courses.blocks import (
    MAX_QUESTIONS,
    MAX_STEPS,
    LessonStepsBlock,
    PrerequisitesBlock,
    QuestionsBlock,
)
from pelatihan.courses.queries import courses_with_lessons, lessons_of, prerequisites_of
from pelatihan.courses.rules import DIGCOMP, leads_back
from project.lib import qr
from project.lib.fields import StreamField


class Audience(models.TextChoices):
    RESIDENTS = "warga", "Untuk warga"
    OFFICIALS = "perangkat", "Untuk perangkat desa"


class Level(models.TextChoices):
    BASIC = "dasar", "Dasar"
    FURTHER = "lanjut", "Lanjutan"


class Pillar(models.TextChoices):
    """The four pillars of digital literacy (Kementerian Kominfo, 2021)."""

    SKILLS = "kecakapan", "Kecakapan digital"
    ETHICS = "etika", "Etika digital"
    CULTURE = "budaya", "Budaya digital"
    SAFETY = "keamanan", "Keamanan digital"


class TrainingIndexPage(BasePage):
    """All courses, by whom they are for."""

    intro = models.TextField("ringkasan", max_length=400, blank=True)

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pelatihan.CoursePage"]
    template = "pelatihan/courses/training_index_page.html"
    searched_fields = ("intro",)
    content_panels = Page.content_panels + [
        FieldPanel(
            "intro",
            help_text="Satu kalimat di bawah judul, misalnya “Pelajaran singkat, langkah demi langkah”.",
        )
    ]

    class Meta:
        verbose_name = "daftar pelatihan"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        courses = [
            {"course": course, "lessons": lessons, "minutes": sum(lesson.minutes for lesson in lessons)}
            for course, lessons in courses_with_lessons(self, restricted_paths(request))
        ]
        groups = [
            {"label": audience.label, "courses": [c for c in courses if c["course"].audience == audience]}
            for audience in Audience
        ]
        context["groups"] = [group for group in groups if group["courses"]]
        context["breadcrumbs"] = self.breadcrumbs()
        return context


class CoursePage(BasePage):
    """A few lessons that belong together."""

    audience = models.CharField(
        "untuk siapa", max_length=20, choices=Audience.choices, default=Audience.RESIDENTS
    )
    intro = models.TextField(
        "ringkasan", max_length=400, help_text="Apa yang bisa dilakukan peserta sesudahnya."
    )

    level = models.CharField("tingkat", max_length=10, choices=Level.choices, default=Level.BASIC)
    pillar = models.CharField("pilar literasi digital", max_length=12, choices=Pillar.choices, blank=True)
    digcomp = models.CharField(
        "kode DigComp",
        max_length=40,
        blank=True,
        validators=[
            RegexValidator(DIGCOMP, "Tulis kodenya seperti 3.1, beberapa dipisahkan koma: 1.3, 3.1.")
        ],
    )
    needs = models.TextField("yang perlu disiapkan", max_length=300, blank=True)
    prerequisites = StreamField(
        PrerequisitesBlock(), blank=True, verbose_name="sebaiknya sudah menyelesaikan"
    )

    parent_page_types = ["pelatihan.TrainingIndexPage"]
    subpage_types = ["pelatihan.LessonPage"]
    reserved_slugs = frozenset(
        {"saya", "fasilitator", "masuk", "keluar", "hadir", "kegiatan", "sertifikat", "tanggapan"}
    )
    template = "pelatihan/courses/course_page.html"
    search_label = "Pelajaran"
    searched_fields = ("intro", "needs")
    content_panels = Page.content_panels + [
        FieldPanel("audience", help_text="Kursus ini tampil di kelompok itu dalam daftar pelatihan."),
        FieldPanel("intro"),
        FieldRowPanel(
            [
                FieldPanel("level", help_text="Dasar: untuk yang baru pertama kali."),
                FieldPanel("pillar", help_text="Untuk laporan pelatihan. Boleh dikosongkan."),
            ]
        ),
        FieldPanel("needs", help_text="Misalnya “HP dengan paket data, dan akun dari administrator”."),
        FieldPanel(
            "prerequisites", help_text="Kursus lain yang sebaiknya selesai lebih dulu. Boleh dikosongkan."
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "digcomp",
                    help_text="Kode kecakapan menurut DigComp 2.2, misalnya 3.1. Boleh dikosongkan.",
                )
            ],
            "Untuk laporan",
            classname="collapsed",
        ),
    ]

    class Meta:
        verbose_name = "kursus"
        verbose_name_plural = "kursus"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        lessons = lessons_of(self, restricted_paths(request))
        context["lessons"] = lessons
        context["minutes"] = sum(lesson.minutes for lesson in lessons)
        context["before"] = prerequisites_of(self, restricted_paths(request))
        context["breadcrumbs"] = self.breadcrumbs()
        return context

    @property
    def prerequisite_keys(self) -> list[int]:
        """The keys of the courses to do before, without reading them."""
        return [block["value"] for block in self.prerequisites.raw_data if block.get("value")]

    def clean(self):
        super().clean()
        if self.pk is None:
            return
        stated = {course.pk: course.prerequisite_keys for course in CoursePage.objects.exclude(pk=self.pk)}
        if leads_back(self.pk, self.prerequisite_keys, stated):
            raise ValidationError(
                {"prerequisites": "Kursus itu sendiri meminta kursus ini lebih dulu. Hapus salah satunya."}
            )


class LessonPage(BasePage):
    """At most eight numbered steps, one action each. A visitor's progress stays on the device."""

    intro = models.TextField("ringkasan", max_length=300)
    goal = models.CharField("setelah ini Anda bisa", max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField("lama (menit)", default=10)
    steps = StreamField(LessonStepsBlock(), max_num=MAX_STEPS, verbose_name="langkah")
    questions = StreamField(QuestionsBlock(), max_num=MAX_QUESTIONS, blank=True, verbose_name="periksa diri")

    parent_page_types = ["pelatihan.CoursePage"]
    subpage_types = []
    reserved_slugs = frozenset({"buku"})
    template = "pelatihan/courses/lesson_page.html"
    search_label = "Pelajaran"
    searched_fields = ("intro", "goal", "steps")
    content_panels = Page.content_panels + [
        FieldPanel("intro", help_text="Satu atau dua kalimat: apa yang dipelajari di sini, dan untuk apa."),
        FieldPanel(
            "goal", help_text="Sambung kalimatnya, misalnya “memperbaiki jam layanan di sebuah panduan”."
        ),
        FieldPanel("minutes", help_text="Perkiraan untuk orang yang baru belajar, misalnya 10."),
        FieldPanel("steps", help_text="Paling banyak delapan langkah. Satu langkah untuk satu tindakan."),
        FieldPanel(
            "questions",
            help_text="Paling banyak empat pertanyaan di akhir pelajaran. Tidak dinilai. Boleh dikosongkan.",
        ),
        BasePage.verified_panel,
    ]

    class Meta:
        verbose_name = "pelajaran"
        verbose_name_plural = "pelajaran"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minutes__gte=1, minutes__lte=120),
                name="lesson_minutes_are_sensible",
                violation_error_message="Lama pelajaran antara 1 dan 120 menit.",
            )
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        course = self.page_ancestors()[-1]
        lessons = lessons_of(course, restricted_paths(request))
        position = next((i for i, lesson in enumerate(lessons) if lesson.pk == self.pk), None)
        context |= {
            "course": course,
            "lessons": lessons,
            "number": position + 1 if position is not None else None,
            "previous": lessons[position - 1] if position else None,
            "next": lessons[position + 1] if position is not None and position + 1 < len(lessons) else None,
            "breadcrumbs": self.breadcrumbs(),
            "activities": activities_of(self),
            "qr": qr.svg(self.canonical_url),
        }
        return context
