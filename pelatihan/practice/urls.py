"""Addresses of practice, mounted at /pelatihan/."""

from django.urls import path

from pelatihan.practice import views

urlpatterns = [
    path("fasilitator/kelas/<int:pk>/latihan/", views.class_practice, name="class_practice"),
]
