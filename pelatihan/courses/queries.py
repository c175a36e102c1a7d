"""Reads of courses and lessons. Only what is live and public leaves here."""

from itertools import groupby

from django.apps import apps


def _model(name):
    # The models use these reads in their context, so they are looked up by name here.
    return apps.get_model("pelatihan", name)


def courses_with_lessons(index) -> list[tuple]:
    """Each course below the index with its lessons, both in the order of the page tree. Two queries."""
    courses = _model("CoursePage").objects.child_of(index).live().public().order_by("path")
    lessons = _model("LessonPage").objects.descendant_of(index).live().public().order_by("path")
    by_course = {
        path: list(group)
        for path, group in groupby(lessons, key=lambda lesson: lesson.path[: -lesson.steplen])
    }
    return [(course, by_course.get(course.path, [])) for course in courses]


def lessons_of(course) -> list:
    """The lessons of a course, in order."""
    return list(_model("LessonPage").objects.child_of(course).live().public().order_by("path"))
