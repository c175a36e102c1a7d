"""Views of the village's own pages, mounted before Wagtail's."""

from django.urls import include, path
from wagtail.contrib.sitemaps.views import sitemap

import home.search.urls
from home.pages import robots

urlpatterns = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots.robots, name="robots"),
    path("cari/", include(home.search.urls)),
]
