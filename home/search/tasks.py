"""Words that residents search for in vain, for "Tugas hari ini"."""

from collections.abc import Iterator

from django.urls import reverse
from wagtail import hooks

from home.editor.tasks import Kind, Task
from home.search import misses

EXAMPLES = 3


@hooks.register("register_daily_tasks", order=60)
def words_without_result(user) -> Iterator[Task]:
    if not user.has_perm("home.change_synonym"):
        return
    words = [miss.query for miss in misses.unanswered(shown=EXAMPLES, looked_at=2 * EXAMPLES)]
    if words:
        yield Task(
            Kind.WRONG,
            "Beri padanan kata yang dicari warga tanpa hasil",
            f"Misalnya {', '.join(f'“{word}”' for word in words)}",
            reverse("kata-pencarian:misses"),
        )
