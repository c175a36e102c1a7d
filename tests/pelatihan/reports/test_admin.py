"""After five years a report holds figures and no name."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pelatihan.reports.admin import names_in_reports
from pelatihan.reports.runs import make_report
from tests.factories.certificates import certificate_for

pytestmark = pytest.mark.django_db


def test_names_leave_a_report_and_its_figures_stay():
    certificate = certificate_for("Siti Rahasia")
    report, young = make_report(certificate.programme), make_report(certificate.programme)
    type(report).objects.filter(pk=report.pk).update(asked_at=timezone.now() - timedelta(days=5 * 366))
    kind = names_in_reports()
    assert kind.forget(kind.due(kind.before())) == 1
    report.refresh_from_db()
    young.refresh_from_db()
    assert "Siti Rahasia" not in f"{report.rows}{report.figures}"
    assert "Siti Rahasia" in f"{young.rows}"
    assert len(report.figures["certificates"]) == 1
    assert report.figures["attendance"]["present"] == 1
    assert kind.forget(kind.due(kind.before())) == 0
