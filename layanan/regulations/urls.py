"""Addresses beneath the list of regulations, mounted at /regulasi/. No regulation has one of these: all begin with
their kind."""

from django.urls import path

from layanan.regulations import feeds, text_views, views

urlpatterns = [
    path("buku/<slug:book>/", views.book, name="regulation_book"),
    path("umpan.xml", feeds.news, name="regulation_feed"),
    path("<slug:regulation>/naskah/", text_views.regulation_text, name="regulation_text"),
    path("<slug:regulation>/pasal/<slug:number>/", text_views.pasal, name="regulation_pasal"),
]
