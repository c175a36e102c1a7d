"""Gathers the models of this app's subjects."""

from pelatihan.courses.models import CoursePage, LessonPage, TrainingIndexPage
from pelatihan.courses.progress.models import LessonFinished, StepDone
from pelatihan.events.models import Membership, Observation, Participant, TrainingClass

__all__ = [
    "CoursePage",
    "LessonFinished",
    "LessonPage",
    "Membership",
    "Observation",
    "Participant",
    "StepDone",
    "TrainingClass",
    "TrainingIndexPage",
]
