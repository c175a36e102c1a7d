"""What a report would lack if it were made now, in words, each with where it is mended. It warns and blocks nothing:
a village may have to hand in what there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from pelatihan.certificates.queries import certificates_of
from pelatihan.evaluation.models import Reaction
from pelatihan.evaluation.queries import learned, people_of
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.rules import totals
from pelatihan.events.photos.models import EventPhoto
from pelatihan.events.programmes.models import Programme, Session
from pelatihan.events.programmes.rules import APPROVED, CLOSED, HELD
from pelatihan.reports.queries import sessions_of

TYPED = {
    "needs": "Kebutuhan yang ditemukan belum ditulis.",
    "goals": "Tujuan belum ditulis.",
    "obstacles": "Kendala belum ditulis.",
    "follow_up": "Tindak lanjut belum ditulis.",
}


@dataclass(frozen=True)
class Gap:
    """Something that is still empty or unfinished; `url` leads to where it is mended."""

    words: str
    link: str
    url: str


def gaps(programme: Programme) -> list[Gap]:
    sessions = sessions_of(programme)
    return [*_typed(programme), *_of_sessions(programme, sessions), *_measured(programme, sessions)]


def _typed(programme: Programme) -> Iterator[Gap]:
    for name, words in TYPED.items():
        if not getattr(programme, name).strip():
            yield Gap(words, "Tulis", f"{reverse('programme_edit', args=[programme.pk])}#id_{name}")


def _of_sessions(programme: Programme, sessions: list[Session]) -> Iterator[Gap]:
    if not sessions:
        yield Gap("Belum ada sesi.", "Buka program", reverse("programme", args=[programme.pk]))
    now, statuses = timezone.now(), standings(sessions)
    for one in sessions:
        address = reverse("session_list", args=[one.pk])
        if one.state == CLOSED:
            yield Gap(f"{one}, {one.when}: belum disahkan.", "Sahkan", address)
        elif one.state != APPROVED:
            why = "belum berlangsung" if one.starts_at > now else "belum ditutup"
            yield Gap(f"{one}, {one.when}: {why}, jadi belum dihitung.", "Buka sesi", address)
        if one.state not in HELD:
            continue
        if unmarked := totals(statuses[one.pk]).unmarked:
            yield Gap(f"{one}, {one.when}: {unmarked} orang belum ditandai.", "Tandai", address)
        if not one.scans.all():
            scans = reverse("session_scans", args=[one.pk])
            yield Gap(f"{one}, {one.when}: belum ada pindaian bertanda tangan.", "Unggah", scans)


def _measured(programme: Programme, sessions: list[Session]) -> Iterator[Gap]:
    key = [programme.pk]
    found = learned(programme, people_of(programme), sessions)
    if not found.learning.pairs:
        yield Gap(
            "Belum ada nilai tes awal dan tes akhir dari orang yang sama.",
            "Ketik nilai",
            reverse("evaluation_scores", args=key),
        )
    if not Reaction.objects.filter(session__event__programme=programme).exists():
        yield Gap("Belum ada tanggapan peserta.", "Buka evaluasi", reverse("evaluation", args=key))
    if not certificates_of(programme).exists():
        yield Gap("Belum ada sertifikat.", "Terbitkan", reverse("certificates", args=key))
    event = programme.events.first()
    if event and not EventPhoto.of(programme).exists():
        yield Gap("Belum ada foto kegiatan.", "Tambah foto", reverse("event_photos", args=[event.pk]))
