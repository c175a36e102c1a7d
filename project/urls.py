"""The table of addresses: the top floor, where all apps meet."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

import home.urls
import layanan.urls
import pelatihan.urls
from home.editor import views as editor
from project import health, media, worker

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("sw.js", worker.worker, name="worker"),
    path("media/images/<str:name>", media.rendition, name="media"),
    path("admin/sesi/", editor.session, name="session"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include(home.urls)),
    path("", include(layanan.urls)),
    path("", include(pelatihan.urls)),
    path("", include(wagtail_urls)),
]

handler400 = "home.pages.errors.bad_request"
handler403 = "home.pages.errors.forbidden"
handler404 = "home.pages.errors.not_found"
handler500 = "home.pages.errors.server_error"
