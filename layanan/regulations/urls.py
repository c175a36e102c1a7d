"""Addresses beneath the list of regulations, mounted at /regulasi/. No regulation has one of these: all begin with
their kind."""

from django.urls import path

from layanan.regulations import feeds, views

urlpatterns = [
    path("buku/<slug:book>/", views.book, name="regulation_book"),
    path("umpan.xml", feeds.news, name="regulation_feed"),
]
