"""What is kept of certificates, and for how long."""

import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from pelatihan.certificates import runs
from pelatihan.certificates.rules import ATTENDANCE, RUNNING
from pelatihan.models import Certificate, CertificateRun
from tests.factories.certificates import THERE, person, programme_with

pytestmark = pytest.mark.django_db


def test_the_names_of_a_run_go_after_a_year_and_its_certificates_stay(settings):
    programme = programme_with({"Siti": (THERE,)})
    begun = [
        runs.begin(programme, kind, [person(programme, "Siti")], programme.coordinator, uuid.uuid4())
        for kind in (ATTENDANCE, "lulus")
    ]
    runs.advance(begun[0])
    call_command("forget_expired")
    assert CertificateRun.objects.count() == 2
    CertificateRun.objects.update(started_at=timezone.now() - timedelta(days=366))
    call_command("forget_expired")
    assert CertificateRun.objects.get().state == RUNNING  # what still has work to do stays
    assert Certificate.objects.get().is_valid
    assert len(list(settings.PRIVATE_ROOT.rglob("*.pdf"))) == 1
