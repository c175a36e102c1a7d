"""Addresses beneath the list of courses, mounted at /pelatihan/. A lesson cannot take the last part
(`LessonPage.reserved_slugs`)."""

from django.urls import path

from pelatihan.courses import views

urlpatterns = [path("<slug:course>/buku/", views.booklet, name="course_booklet")]
