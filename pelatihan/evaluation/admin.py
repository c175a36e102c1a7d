"""Leads from a programme to its evaluation."""

from django.urls import reverse
from wagtail import hooks

from pelatihan.events.programmes.models import Programme


@hooks.register("register_programme_link")
def evaluation_link(programme: Programme) -> dict:
    return {"title": "Evaluasi", "url": reverse("evaluation", args=[programme.pk]), "icon": "eye"}
