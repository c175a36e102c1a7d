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
    words = [miss.query for miss in misses.unanswered()]
    if words:
        examples = ", ".join(f"“{word}”" for word in words[:EXAMPLES])
        yield Task(
            Kind.WRONG,
            f"Warga mencari {len(words)} kata tanpa hasil",
            f"Misalnya {examples}. Beri padanannya supaya halamannya ditemukan.",
            reverse("kata-pencarian:misses"),
        )
