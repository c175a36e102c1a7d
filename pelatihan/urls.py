"""Views of this app, mounted before Wagtail's."""

from django.urls import include, path

import pelatihan.certificates.urls
import pelatihan.courses.progress.urls
import pelatihan.courses.quizzes.urls
import pelatihan.courses.urls
import pelatihan.evaluation.urls
import pelatihan.events.attendance.urls
import pelatihan.events.photos.urls
import pelatihan.events.programmes.urls
import pelatihan.events.urls
import pelatihan.practice.urls
import pelatihan.reports.urls

urlpatterns = [
    path("pelatihan/", include(pelatihan.certificates.urls)),
    path("pelatihan/saya/", include(pelatihan.courses.progress.urls)),
    path("pelatihan/", include(pelatihan.courses.quizzes.urls)),
    path("pelatihan/", include(pelatihan.events.urls)),
    path("pelatihan/", include(pelatihan.events.programmes.urls)),
    path("pelatihan/", include(pelatihan.events.attendance.urls)),
    path("pelatihan/", include(pelatihan.events.photos.urls)),
    path("pelatihan/", include(pelatihan.evaluation.urls)),
    path("pelatihan/", include(pelatihan.practice.urls)),
    path("pelatihan/", include(pelatihan.reports.urls)),
    path("pelatihan/", include(pelatihan.courses.urls)),
]
