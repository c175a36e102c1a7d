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
from pelatihan.events.programmes.rules import APPROVED, HELD
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
    statuses = standings(sessions)
    for one in sessions:
        missing, link, url = _of_session(one, statuses[one.pk])
        if missing:
            yield Gap(f"{one}, {one.when}: {', '.join(missing)}.", link, url)


def _of_session(one: Session, statuses: dict[int, str]) -> tuple[list[str], str, str]:
    """All that one session lacks, and where to begin."""
    address, scans = (reverse(name, args=[one.pk]) for name in ("session_list", "session_scans"))
    if one.state not in HELD:
        why = "belum berlangsung" if one.starts_at > timezone.now() else "belum ditutup"
        return [why, "jadi belum dihitung"], "Buka sesi", address
    missing = ["belum disahkan"] if one.state != APPROVED else []
    if unmarked := totals(statuses).unmarked:
        missing.append(f"{unmarked} orang belum ditandai")
    link, url = ("Buka sesi", address) if missing else ("Unggah", scans)
    if not one.scans.all():
        missing.append("belum ada pindaian bertanda tangan")
    return missing, link, url


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
