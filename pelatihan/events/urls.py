"""Addresses of the facilitator, and those of whoever comes with a card. Mounted at /pelatihan/."""

from django.urls import path

from pelatihan.events import signin, views

urlpatterns = [
    path("masuk/", signin.card_sign_in, name="card_sign_in"),
    path("keluar/", signin.sign_out, name="sign_out"),
    path("fasilitator/", views.classes, name="classes"),
    path("fasilitator/kelas/baru/", views.class_add, name="class_add"),
    path("fasilitator/kelas/<int:pk>/", views.class_board, name="class_board"),
    path("fasilitator/kelas/<int:pk>/tabel.xlsx", views.class_table, name="class_table"),
    path("fasilitator/kelas/<int:pk>/ubah/", views.class_edit, name="class_edit"),
    path("fasilitator/kelas/<int:pk>/pintu/", views.class_door, name="class_door"),
    path("fasilitator/kelas/<int:pk>/kartu/", views.class_cards, name="class_cards"),
    path("fasilitator/kelas/<int:pk>/peserta/", views.class_people, name="class_people"),
    path("fasilitator/kelas/<int:pk>/peserta/<int:participant>/", views.class_person, name="class_person"),
    path(
        "fasilitator/kelas/<int:pk>/peserta/<int:participant>/keluarkan/",
        views.class_remove,
        name="class_remove",
    ),
    path(
        "fasilitator/kelas/<int:pk>/peserta/<int:participant>/kartu-baru/",
        views.class_new_card,
        name="class_new_card",
    ),
]
