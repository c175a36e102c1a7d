"""Addresses of search, mounted at /cari/."""

from django.urls import path

from home.search import views

urlpatterns = [path("", views.search_page, name="search")]
