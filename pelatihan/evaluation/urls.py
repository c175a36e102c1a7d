"""Addresses of the evaluation: the facilitator's, and that at which people say how a session was. Mounted at
/pelatihan/."""

from django.urls import path

from pelatihan.evaluation import public, views

PROGRAMME = "fasilitator/program/<int:pk>/evaluasi/"

urlpatterns = [
    path("tanggapan/<str:sheet>/", public.reaction, name="reaction"),
    path("tanggapan/<str:sheet>/terima-kasih/", public.reaction_thanks, name="reaction_thanks"),
    path(PROGRAMME, views.evaluation, name="evaluation"),
    path(f"{PROGRAMME}cara/", views.evaluation_measure, name="evaluation_measure"),
    path(f"{PROGRAMME}nilai/", views.evaluation_scores, name="evaluation_scores"),
    path(f"{PROGRAMME}nilai/<int:person>/", views.evaluation_score, name="evaluation_score"),
    path(
        f"{PROGRAMME}tanggapan/<int:session>/",
        views.evaluation_reactions,
        name="evaluation_reactions",
    ),
]
