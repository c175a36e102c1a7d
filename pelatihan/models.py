"""Gathers the models of this app's subjects."""

from pelatihan.certificates.models import (
    Certificate,
    CertificateRun,
    CertificateRunLine,
    CertificateSeries,
    CertificateSettings,
)
from pelatihan.courses.models import CoursePage, LessonPage, TrainingIndexPage
from pelatihan.courses.progress.models import LessonFinished, StepDone
from pelatihan.courses.quizzes.models import (
    ExtraAttempts,
    Question,
    QuestionBank,
    Quiz,
    QuizAnswer,
    QuizAttempt,
    QuizPaper,
)
from pelatihan.evaluation.models import Assessment, Reaction, ReactionSheet, Score
from pelatihan.events.attendance.models import Attendance, AttendanceNote, AttendanceScan
from pelatihan.events.models import Membership, Observation, Participant, TrainingClass
from pelatihan.events.people.models import ParticipantMerge
from pelatihan.events.photos.models import EventPhoto
from pelatihan.events.programmes.models import Event, MentoringRequest, Programme, Registration, Session
from pelatihan.help.models import HelpLink
from pelatihan.practice.models import (
    Exercise,
    PracticeAttempt,
    PracticeFolderPage,
    PracticeRoom,
    PracticeRootPage,
)
from pelatihan.reports.models import ProgrammeReport

__all__ = [
    "Assessment",
    "Attendance",
    "AttendanceNote",
    "AttendanceScan",
    "Certificate",
    "CertificateRun",
    "CertificateRunLine",
    "CertificateSeries",
    "CertificateSettings",
    "Event",
    "EventPhoto",
    "MentoringRequest",
    "ParticipantMerge",
    "Programme",
    "ProgrammeReport",
    "Reaction",
    "ReactionSheet",
    "Registration",
    "Score",
    "Session",
    "CoursePage",
    "ExtraAttempts",
    "Exercise",
    "HelpLink",
    "LessonFinished",
    "LessonPage",
    "Membership",
    "Observation",
    "Participant",
    "PracticeAttempt",
    "PracticeFolderPage",
    "PracticeRoom",
    "PracticeRootPage",
    "Question",
    "QuestionBank",
    "Quiz",
    "QuizAnswer",
    "QuizAttempt",
    "QuizPaper",
    "StepDone",
    "TrainingClass",
    "TrainingIndexPage",
]
