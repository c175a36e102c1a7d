"""Views of this app, mounted before Wagtail's."""

from django.urls import include, path

import layanan.guides.urls
import layanan.jdih.urls
import layanan.regulations.urls

urlpatterns = [
    path("layanan/", include(layanan.guides.urls)),
    path("regulasi/", include(layanan.regulations.urls)),
    path("data/", include(layanan.jdih.urls)),
]
