"""Leads from a programme to its evaluation, and says how long what people wrote is kept."""

from datetime import timedelta

from django.urls import reverse
from wagtail import hooks

from home.casework.retention import Kind
from pelatihan.evaluation.models import Reaction
from pelatihan.events.programmes.models import Programme
from project.lib.localdates import zone


@hooks.register("register_programme_link")
def evaluation_link(programme: Programme) -> dict:
    return {"title": "Evaluasi", "url": reverse("evaluation", args=[programme.pk]), "icon": "eye"}


# Whoever writes a line may name himself or somebody else. After two years a report is written; the faces stay.
LINES_KEPT = timedelta(days=730)


@hooks.register("register_retention")
def reaction_lines() -> Kind:
    return Kind(
        "kalimat-tanggapan",
        "kalimat tanggapan peserta",
        why="Kalimatnya dipakai untuk memperbaiki sesi berikutnya. Sesudah itu cukup hitungan wajahnya.",
        kept=LINES_KEPT,
        due=lambda before: Reaction.objects.filter(day__lt=before.astimezone(zone()).date()).exclude(line=""),
        forget=lambda rows: rows.update(line=""),
    )
