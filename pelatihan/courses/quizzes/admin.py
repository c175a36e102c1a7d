"""Quizzes in the Wagtail admin, and what they tell the lessons."""

from wagtail import hooks

from pelatihan.courses.quizzes.lessons import QuizActivities

hooks.register("register_lesson_activities", QuizActivities())
