"""Addresses of whoever learns, mounted at /pelatihan/saya/."""

from django.urls import path

from pelatihan.courses.progress import views

urlpatterns = [
    path("", views.my_learning, name="my_learning"),
    path("pelajaran/<int:lesson>/", views.my_lesson, name="my_lesson"),
    path("ambil-alih/", views.take_over, name="take_over"),
]
