"""Addresses of single notices, mounted at /pengumuman/; the list itself is a page of the tree."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from home.notices import feeds, views


class NoticeNumber(IntConverter):
    """Not longer than a key of the database can be: a longer one is no address, and no error either."""

    regex = "[0-9]{1,18}"


register_converter(NoticeNumber, "notice_number")

urlpatterns = [
    path("umpan.xml", feeds.notices, name="notice_feed"),
    path("<notice_number:number>/", views.notice, name="notice"),
    path("<notice_number:number>.txt", views.notice_text, name="notice_text"),
]
