"""Gathers the models of this app's subjects."""

from pelatihan.courses.models import CoursePage, LessonPage, TrainingIndexPage

__all__ = ["CoursePage", "LessonPage", "TrainingIndexPage"]
