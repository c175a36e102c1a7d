"""Reads of courses and lessons. Only what is live and public leaves here."""

from itertools import groupby

from django.apps import apps

from home.pages.queries import visible


def _model(name):
    # The models use these reads in their context, so they are looked up by name here.
    return apps.get_model("pelatihan", name)


def courses_with_lessons(index, restricted: tuple[str, ...]) -> list[tuple]:
    """Each course below the index with its lessons, both in the order of the page tree. Two queries."""
    courses = visible(_model("CoursePage").objects.child_of(index), restricted)
    lessons = visible(_model("LessonPage").objects.descendant_of(index), restricted)
    by_course = {
        path: list(group)
        for path, group in groupby(lessons, key=lambda lesson: lesson.path[: -lesson.steplen])
    }
    return [(course, by_course.get(course.path, [])) for course in courses]


def lessons_of(course, restricted: tuple[str, ...]) -> list:
    """The lessons of a course, in order."""
    return list(visible(_model("LessonPage").objects.child_of(course), restricted))


def prerequisites_of(course, restricted: tuple[str, ...]) -> list:
    """The public courses to do before, in the order in which they are written. None written: no query."""
    keys = course.prerequisite_keys
    if not keys:
        return []
    found = (
        visible(_model("CoursePage").objects.filter(pk__in=keys), restricted).defer_streamfields().in_bulk()
    )
    return [found[key] for key in keys if key in found]


def public_course(slug: str, restricted: tuple[str, ...]):
    """The course at that address, if everybody may read it."""
    return visible(_model("CoursePage").objects.filter(slug=slug), restricted).first()
