"""Journeys that point to a guide nobody can read, for "Tugas hari ini"."""

from collections.abc import Iterator

from wagtail import hooks

from home.editor.tasks import Kind, Task, edit_url, editable_pages
from layanan.guides.journeys import JourneyPage


@hooks.register("register_daily_tasks", order=75)
def journeys_with_missing_guides(user) -> Iterator[Task]:
    journeys = JourneyPage.objects.live().filter(pk__in=editable_pages(user).values("pk")).order_by("title")
    for journey in journeys:
        missing = [
            guide["title"]
            for step in journey.shown_steps(())
            for guide in step["guides"]
            if guide["guide"] is None
        ]
        if missing:
            yield Task(
                Kind.WRONG,
                f"Betulkan rangkaian “{journey.get_admin_display_title()}”",
                f"Panduan yang tidak terbit: {', '.join(missing)}",
                edit_url(journey),
            )
