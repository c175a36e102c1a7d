"""Makes a report."""

import uuid

from pelatihan.events.attendance.runs import name_of
from pelatihan.events.programmes.models import Programme
from pelatihan.reports.models import ProgrammeReport
from pelatihan.reports.queries import gather


def make_report(programme: Programme, by=None, key: uuid.UUID | None = None) -> ProgrammeReport:
    """Freezes what is known of a programme now."""
    figures, rows, measured = gather(programme)
    return ProgrammeReport.objects.create(
        key=key or uuid.uuid4(),
        programme=programme,
        asked_by_name=name_of(by) if by else "",
        figures=figures,
        rows=rows,
        measured=measured,
    )
