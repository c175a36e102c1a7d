"""Addresses of certificates: of the coordinator, of whoever has one, and of whoever checks one. Mounted at
/pelatihan/."""

from django.urls import path

from pelatihan.certificates import own_views, public_views, views

_PROGRAMME = "fasilitator/program/<int:pk>/sertifikat/"

urlpatterns = [
    path(_PROGRAMME, views.certificates, name="certificates"),
    path(f"{_PROGRAMME}ketentuan/", views.certificate_settings, name="certificate_settings"),
    path(f"{_PROGRAMME}terbitkan/<str:kind>/", views.certificate_issue, name="certificate_issue"),
    path(f"{_PROGRAMME}penerbitan/<uuid:key>/", views.certificate_run, name="certificate_run"),
    path(f"{_PROGRAMME}cetak/<str:kind>.pdf", views.certificate_sheets, name="certificate_sheets"),
    path(f"{_PROGRAMME}tabel.xlsx", views.certificate_table, name="certificate_table"),
    path(f"{_PROGRAMME}<int:certificate>/", views.certificate, name="certificate"),
    path(f"{_PROGRAMME}<int:certificate>/lembar.pdf", views.certificate_sheet, name="certificate_sheet"),
    path("saya/sertifikat/", own_views.my_certificates, name="my_certificates"),
    path("saya/sertifikat/<int:pk>/lembar.pdf", own_views.my_certificate_sheet, name="my_certificate_sheet"),
    path("sertifikat/", public_views.check, name="check_certificates"),
    path("sertifikat/<str:code>/", public_views.check_certificate, name="checked_certificate"),
]
