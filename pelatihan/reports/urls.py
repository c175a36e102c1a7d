"""Addresses of reports. Mounted at /pelatihan/."""

from django.urls import path

from pelatihan.reports import views

urlpatterns = [
    path("fasilitator/program/<int:pk>/laporan/", views.programme_reports, name="programme_reports"),
    path(
        "fasilitator/program/<int:pk>/laporan/<int:report>/", views.programme_report, name="programme_report"
    ),
    path(
        "fasilitator/program/<int:pk>/laporan/<int:report>/laporan.xlsx",
        views.programme_report_table,
        name="programme_report_table",
    ),
]
