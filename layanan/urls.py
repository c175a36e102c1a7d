"""Views of this app, mounted before Wagtail's."""

from django.urls import include, path

import layanan.regulations.urls

urlpatterns = [path("regulasi/", include(layanan.regulations.urls))]
