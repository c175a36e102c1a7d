"""Addresses of photos of events: below where nginx takes files. Mounted at /pelatihan/."""

from django.urls import path

from pelatihan.events.photos import views

EVENT = "fasilitator/berkas/kegiatan/<int:pk>/foto/"

urlpatterns = [
    path(EVENT, views.event_photos, name="event_photos"),
    path(f"{EVENT}<int:photo>/", views.event_photo, name="event_photo"),
    path(f"{EVENT}<int:photo>/tarik/", views.event_photo_withdraw, name="event_photo_withdraw"),
]
