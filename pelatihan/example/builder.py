"""Builds the pelatihan floor of the example: courses, lessons, and the pictures of their steps."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from PIL import Image

from home.example.builder import CHECKED_BY
from home.example.loader import Loader, blocks
from home.identity.media import VillageImage
from pelatihan.courses.models import CoursePage, LessonPage, TrainingIndexPage
from pelatihan.courses.quizzes.models import Question as QuizQuestion
from pelatihan.courses.quizzes.models import QuestionBank, Quiz
from pelatihan.example.courses import COURSES, HELP
from pelatihan.example.programme import load_programme
from pelatihan.example.shapes import Course, Lesson, Question, Screen, Step
from pelatihan.help.models import HelpLink
from pelatihan.practice.models import Exercise

PICTURES = Path(__file__).parent / "pictures"
CHECKED_ON = date(2026, 11, 24)


def load_pelatihan(loader: Loader) -> None:
    index = loader.find("pelatihan") or loader.page(
        loader.home, TrainingIndexPage(title="Belajar", slug="pelatihan", show_in_menus=True)
    )
    pages: dict[str, CoursePage] = {}
    lessons = quizzes = exercises = 0
    for course in COURSES:
        before = [pages[slug] for slug in course.after]
        page = pages[course.slug] = loader.page(index, course_page(course, before))
        for lesson in course.lessons:
            taught = loader.page(page, lesson_page(loader, lesson))
            lessons += 1
            quizzes += load_quiz(loader, taught, lesson)
            exercises += load_exercises(taught, lesson)
    for place, slug in HELP.items():
        HelpLink.objects.get_or_create(place=place, defaults={"lesson": LessonPage.objects.get(slug=slug)})
    load_programme()
    loader.report("courses", len(COURSES))
    loader.report("lessons", lessons)
    loader.report("quizzes", quizzes)
    loader.report("exercises", exercises)


def load_quiz(loader: Loader, page: LessonPage, lesson: Lesson) -> int:
    """The quiz of a lesson with its questions, or none. Made once: what a village changed in it stays."""
    if not lesson.quiz or Quiz.objects.filter(lesson=page).exists():
        return 0
    kinds = QuizQuestion.answer.field.stream_block.child_blocks
    bank, _ = QuestionBank.objects.get_or_create(name=lesson.title[:120])
    for question in lesson.quiz:
        answer = question.answer
        if question.pairs:
            pairs = [(_screen(loader, screen), screen, text) for screen, text in question.pairs]
            answer = answer | {
                "pairs": [
                    {"picture": image.pk, "alt": screen.words, "text": text} for image, screen, text in pairs
                ]
            }
        shown = question.screen
        QuizQuestion.objects.get_or_create(
            bank=bank,
            text=question.text,
            defaults={
                "answer": [(question.kind, kinds[question.kind].to_python(answer))],
                "picture": _screen(loader, shown) if shown else None,
                "picture_alt": shown.words if shown else "",
            },
        )
    Quiz.objects.create(lesson=page, title=f"Kuis: {lesson.title}"[:120], bank=bank)
    return 1


def _screen(loader: Loader, screen: Screen) -> VillageImage:
    return loader.image(screen.title, screen.words, screen.draw)


def load_exercises(page: LessonPage, lesson: Lesson) -> int:
    if Exercise.objects.filter(lesson=page).exists():
        return 0
    block = Exercise.checks.field.stream_block
    for order, exercise in enumerate(lesson.exercises):
        checks = [(key, block.child_blocks[key].to_python(values)) for key, values in exercise.checks]
        Exercise.objects.create(
            lesson=page,
            title=exercise.title,
            task=exercise.task,
            checks=checks,
            required=exercise.required,
            order=order,
        )
    return len(lesson.exercises)


def course_page(course: Course, before: list[CoursePage]) -> CoursePage:
    return CoursePage(
        prerequisites=blocks(f"{course.slug}/before", *(("course", page.pk) for page in before)),
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
