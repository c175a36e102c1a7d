"""Builds the pelatihan floor of the example: courses, lessons, and the pictures of their steps."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from PIL import Image

from home.example.builder import CHECKED_BY
from home.example.loader import Loader, blocks
from pelatihan.courses.models import CoursePage, LessonPage, TrainingIndexPage
from pelatihan.example.courses import COURSES
from pelatihan.example.shapes import Course, Lesson, Question, Step

PICTURES = Path(__file__).parent / "pictures"
CHECKED_ON = date(2026, 11, 24)


def load_pelatihan(loader: Loader) -> None:
    index = loader.find("pelatihan") or loader.page(
        loader.home, TrainingIndexPage(title="Belajar", slug="pelatihan", show_in_menus=True)
    )
    lessons = 0
    for course in COURSES:
        page = loader.page(index, course_page(course))
        for lesson in course.lessons:
            loader.page(page, lesson_page(loader, lesson))
            lessons += 1
    loader.report("courses", len(COURSES))
    loader.report("lessons", lessons)


def course_page(course: Course) -> CoursePage:
    return CoursePage(
        slug=course.slug,
        title=course.title,
        audience=course.audience,
        intro=course.intro,
        pillar=course.pillar,
        digcomp=course.digcomp,
        needs=course.needs,
        search_description=course.intro,
    )


def lesson_page(loader: Loader, lesson: Lesson) -> LessonPage:
    steps = (("step", step_value(loader, step)) for step in lesson.steps)
    questions = (("question", question_value(question)) for question in lesson.questions)
    return LessonPage(
        slug=lesson.slug,
        title=lesson.title,
        intro=lesson.intro,
        goal=lesson.goal,
        minutes=lesson.minutes,
        search_description=lesson.intro,
        steps=blocks(f"{lesson.slug}/steps", *steps),
        questions=blocks(f"{lesson.slug}/questions", *questions),
        last_verified_on=CHECKED_ON,
        last_verified_by=CHECKED_BY,
    )


def question_value(question: Question) -> dict:
    return {"text": question.text, "options": [asdict(option) for option in question.options]}


def step_value(loader: Loader, step: Step) -> dict:
    """The raw value of a step's block. Its picture, when it has one, becomes an image of the library."""
    picture = None
    if step.picture:
        file = PICTURES / f"{step.picture}.png"
        title = f"Layar: {step.title} ({step.picture})"
        picture = loader.image(title, step.picture_alt, lambda: Image.open(file)).pk
    return {
        "title": step.title,
        "text": step.text,
        "picture": picture,
        "picture_alt": step.picture_alt,
        "trouble": step.trouble,
        "tip": step.tip,
        "expected": step.expected,
        "link_label": step.link_label,
        "link_url": step.link_url,
    }
