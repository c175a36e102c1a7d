"""Addresses of attendance: those of the facilitator, and where people note themselves. Mounted at /pelatihan/."""

from django.urls import path

from pelatihan.events.attendance import checkin_views, paper_views, scans, views

urlpatterns = [
    path("fasilitator/sesi/<int:pk>/", views.session_list, name="session_list"),
    path("fasilitator/sesi/<int:pk>/tandai/", views.session_mark, name="session_mark"),
    path("fasilitator/sesi/<int:pk>/datang-langsung/", views.session_walk_in, name="session_walk_in"),
    path("fasilitator/sesi/<int:pk>/keadaan/", views.session_move, name="session_move"),
    path("fasilitator/sesi/<int:pk>/tutup/", views.session_close, name="session_close"),
    path("fasilitator/sesi/<int:pk>/sahkan/", views.session_approve, name="session_approve"),
    path("fasilitator/sesi/<int:pk>/susulan/", views.session_held, name="session_held"),
    path("fasilitator/sesi/<int:pk>/orang/<int:person>/", views.session_person, name="session_person"),
    path("fasilitator/presensi/", views.offline_list, name="offline_list"),
    path("fasilitator/presensi/<int:pk>.json", views.offline_data, name="offline_data"),
    path("fasilitator/presensi/tersimpan/", views.offline_kept, name="offline_kept"),
    path("fasilitator/presensi/sinkron/", views.offline_sync, name="offline_sync"),
    path("fasilitator/sesi/<int:pk>/kode/", checkin_views.session_code, name="session_code"),
    path("fasilitator/sesi/<int:pk>/daftar-hadir/", paper_views.session_sheet, name="session_sheet"),
    path("fasilitator/sesi/<int:pk>/daftar-hadir.pdf", paper_views.session_pdf, name="session_pdf"),
    path("fasilitator/sesi/<int:pk>/kertas/", paper_views.session_paper, name="session_paper"),
    path(
        "fasilitator/sesi/<int:pk>/orang/<int:person>/diwakili/",
        paper_views.session_represented,
        name="session_represented",
    ),
    path("hadir/", checkin_views.check_in, name="check_in"),
    path("fasilitator/berkas/sesi/<int:pk>/pindaian/", scans.session_scans, name="session_scans"),
    path("fasilitator/berkas/sesi/<int:pk>/pindaian/<int:scan>/", scans.session_scan, name="session_scan"),
    path(
        "fasilitator/berkas/sesi/<int:pk>/pindaian/<int:scan>/hapus/",
        scans.session_scan_drop,
        name="session_scan_drop",
    ),
]
