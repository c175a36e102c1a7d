"""Addresses of programmes and their parts: those of the facilitator, and those of everybody. Mounted at /pelatihan/."""

from django.urls import path

from pelatihan.events.people.add_views import event_people, event_person_add
from pelatihan.events.people.import_views import event_import
from pelatihan.events.people.views import event_merge
from pelatihan.events.programmes import public_views, views

urlpatterns = [
    path("fasilitator/program/", views.programmes, name="programmes"),
    path("fasilitator/program/baru/", views.programme_add, name="programme_add"),
    path("fasilitator/program/<int:pk>/", views.programme, name="programme"),
    path("fasilitator/program/<int:pk>/ubah/", views.programme_edit, name="programme_edit"),
    path("fasilitator/program/<int:pk>/hapus/", views.programme_drop, name="programme_drop"),
    path("fasilitator/program/<int:pk>/kegiatan-baru/", views.event_add, name="event_add"),
    path("fasilitator/program/<int:pk>/pendampingan/", views.mentoring_add, name="mentoring_add"),
    path(
        "fasilitator/program/<int:pk>/pendampingan/<int:wish>/", views.mentoring_place, name="mentoring_place"
    ),
    path("fasilitator/kegiatan/<int:pk>/", views.event, name="event"),
    path("fasilitator/kegiatan/<int:pk>/ubah/", views.event_edit, name="event_edit"),
    path("fasilitator/kegiatan/<int:pk>/hapus/", views.event_drop, name="event_drop"),
    path("fasilitator/kegiatan/<int:pk>/sesi-baru/", views.session_add, name="session_add"),
    path("fasilitator/kegiatan/<int:pk>/orang/", event_people, name="event_people"),
    path("fasilitator/kegiatan/<int:pk>/orang/baru/", event_person_add, name="event_person_add"),
    path("fasilitator/kegiatan/<int:pk>/orang/<int:place>/", views.event_person, name="event_person"),
    path("fasilitator/kegiatan/<int:pk>/orang/<int:place>/keluar/", views.event_leave, name="event_leave"),
    path("fasilitator/kegiatan/<int:pk>/orang/<int:place>/kembali/", views.event_back, name="event_back"),
    path("fasilitator/kegiatan/<int:pk>/kartu/", views.event_cards, name="event_cards"),
    path("fasilitator/sesi/<int:pk>/ubah/", views.session_edit, name="session_edit"),
    path("fasilitator/sesi/<int:pk>/hapus/", views.session_drop, name="session_drop"),
    path("fasilitator/kegiatan/<int:pk>/gabung/", event_merge, name="event_merge"),
    path("kegiatan/<slug:slug>/", public_views.public_programme, name="public_programme"),
    path("kegiatan/<slug:slug>/kalender.ics", public_views.programme_calendar, name="programme_calendar"),
    path("kegiatan/<slug:slug>/daftar/<int:pk>/", public_views.event_register, name="event_register"),
    path("fasilitator/berkas/kegiatan/<int:pk>/impor/", event_import, name="event_import"),
]
