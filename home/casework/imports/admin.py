"""The addresses of imports in the admin. A subject leads to its own: `/admin/impor/peraturan/`."""

from django.urls import path
from wagtail import hooks

from home.casework.imports import views


@hooks.register("register_admin_urls")
def import_urls():
    return [
        path("impor/<slug:kind>/", views.imports, name="imports"),
        path("impor/<slug:kind>/contoh.<slug:ending>", views.import_example, name="import_example"),
        path("impor/jalan/<uuid:key>/", views.import_run, name="import_run"),
        path("impor/jalan/<uuid:key>/baris/<int:number>/", views.import_row, name="import_row"),
    ]
