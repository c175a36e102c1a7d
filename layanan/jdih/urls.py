"""Data for other programs, mounted at /data/."""

from django.urls import path

from layanan.jdih import views

urlpatterns = [
    path("jdih.json", views.feed, name="jdih_feed"),
    path("regulasi.json", views.data_json, name="regulation_data"),
    path("regulasi.csv", views.data_csv, name="regulation_table"),
]
