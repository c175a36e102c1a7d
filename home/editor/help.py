"""Help in the admin is our own lessons: Wagtail's links lead to English pages of another host."""

from wagtail import hooks

ENGLISH = {"whats-new", "editor-guide"}


@hooks.register("construct_help_menu")
def leave_english_out(request, items):
    items[:] = [item for item in items if not any(item.name.startswith(name) for name in ENGLISH)]
