"""Views of this app, mounted before Wagtail's."""

from django.urls import include, path

import pelatihan.courses.urls

urlpatterns = [path("pelatihan/", include(pelatihan.courses.urls))]
