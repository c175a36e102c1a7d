"""Views of the village's own pages, mounted before Wagtail's."""

from django.urls import include, path
from wagtail.contrib.sitemaps.views import sitemap

import home.notices.urls
import home.search.urls
from home.pages import feeds, robots, social
from home.search.sitemaps import SITEMAPS

urlpatterns = [
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", robots.robots, name="robots"),
    path("media/berbagi/<str:version>.jpg", social.picture, name="social_picture"),
    path("berita/umpan.xml", feeds.news, name="news_feed"),
    path("pengumuman/", include(home.notices.urls)),
    path("cari/", include(home.search.urls)),
]
