"""Addresses of quizzes: of whoever learns, and of the facilitator. Mounted at /pelatihan/."""

from django.urls import path

from pelatihan.courses.quizzes import class_views, views

CLASS = "fasilitator/kelas/<int:pk>/kuis/"

urlpatterns = [
    path("saya/kuis/<int:quiz>/", views.my_quiz, name="my_quiz"),
    path("saya/kuis/percobaan/<int:attempt>/", views.my_attempt, name="my_attempt"),
    path(
        "saya/kuis/percobaan/<int:attempt>/suara/<int:number>/",
        views.my_attempt_audio,
        name="my_attempt_audio",
    ),
    path(CLASS, class_views.class_quizzes, name="class_quizzes"),
    path(f"{CLASS}<int:quiz>/", class_views.class_quiz, name="class_quiz"),
    path(f"{CLASS}lembar/<int:paper>/", class_views.class_paper, name="class_paper"),
    path(f"{CLASS}lembar/<int:paper>/isi/<int:participant>/", class_views.class_typing, name="class_typing"),
]
