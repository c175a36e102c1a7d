"""What a status puts beside the name of its service, all over the site."""

from collections.abc import Iterator

from wagtail import hooks

from home.pages.marks import Mark
from layanan.status.models import ServiceStatus
from layanan.status.rules import NORMAL, WORDS


@hooks.register("register_page_marks")
def services_out_of_order() -> Iterator[Mark]:
    for row in ServiceStatus.objects.exclude(state=NORMAL):
        if not row.is_over:
            yield Mark(row.guide_id, row.state, WORDS[row.state], row.reason, row.since, row.until)
