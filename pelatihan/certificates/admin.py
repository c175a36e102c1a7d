"""Leads from a programme to its certificates, and says how long the names of a run are kept. Certificates themselves
are kept for good: a check must find one as long as somebody has the paper."""

from datetime import timedelta

from django.urls import reverse
from wagtail import hooks

from home.casework.retention import Kind
from pelatihan.certificates.models import CertificateRun
from pelatihan.certificates.rules import RUNNING
from pelatihan.events.programmes.models import Programme

RUNS_KEPT = timedelta(days=365)


@hooks.register("register_programme_link")
def certificates_link(programme: Programme) -> dict:
    return {"title": "Sertifikat", "url": reverse("certificates", args=[programme.pk]), "icon": "ring"}


@hooks.register("register_retention")
def certificate_runs() -> Kind:
    return Kind(
        "penerbitan-sertifikat",
        "daftar penerbitan sertifikat",
        why="Setelah setahun tidak ada lagi yang bertanya mengapa seseorang tidak mendapat sertifikat. Sertifikatnya "
        "sendiri tetap disimpan, supaya dapat diperiksa.",
        kept=RUNS_KEPT,
        due=lambda before: CertificateRun.objects.filter(started_at__lt=before).exclude(state=RUNNING),
    )
