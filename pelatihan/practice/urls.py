"""Addresses of practice, mounted at /pelatihan/."""

from django.urls import path

from pelatihan.practice import views

urlpatterns = [
    path("saya/latihan/<int:pk>/", views.my_exercise, name="my_exercise"),
    path("fasilitator/kelas/<int:pk>/latihan/", views.class_practice, name="class_practice"),
]
