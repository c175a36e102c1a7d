"""Addresses beneath the list of services, mounted at /layanan/. No guide may take the first one for itself
(`ServiceGuidePage.reserved_slugs`)."""

from django.urls import path

from layanan.guides import checker_views, views

urlpatterns = [
    path("standar-pelayanan/", views.standards_book, name="service_standards"),
    path("<slug:guide>/standar-pelayanan/", views.service_standard, name="service_standard"),
    path("<slug:guide>/periksa/", checker_views.checker, name="checker"),
    path("<slug:guide>/periksa/<path:answers>/", checker_views.checker, name="checker_step"),
]
