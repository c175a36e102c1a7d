"""How long photos of events are kept."""

from datetime import timedelta

from wagtail import hooks

from home.casework.retention import Kind
from pelatihan.events.photos.models import EventPhoto
from pelatihan.events.photos.runs import withdraw

KEPT = timedelta(days=5 * 365)  # as long as names stay in reports


@hooks.register("register_retention")
def event_photos() -> Kind:
    return Kind(
        "foto-kegiatan",
        "foto kegiatan program",
        why="Sesudah diperiksa, laporan cukup berisi angkanya.",
        kept=KEPT,
        due=lambda before: EventPhoto.objects.filter(consent_at__lt=before),
        forget=withdraw,
    )
