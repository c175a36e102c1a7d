"""The menu of the admin, cut down to what each role works with.

What a role may not open Wagtail leaves out by itself. Here goes what it may open and has no use for: lists about the
workings of the CMS, and help in English. The administrator keeps every list. Imported by `home.wagtail_hooks`.
"""

from wagtail import hooks
from wagtail.permissions import page_permission_policy

# Which template a page has, and each stage of an approval that has only one: of use to whoever sets the site up.
FOR_ADMINISTRATORS = {"page-types-usage", "workflow-tasks"}
# Who did what on the whole site. The history of a single page is at that page, for everybody who works on it.
FOR_PUBLISHERS = {"site-history"}
# Wagtail's own help leads to English pages of another host; ours are the village's lessons.
ENGLISH = ("whats-new", "editor-guide")


@hooks.register("construct_reports_menu")
def leave_out_reports_without_use(request, items):
    if request.user.is_superuser:
        return
    unused = set(FOR_ADMINISTRATORS)
    if not page_permission_policy.user_has_permission(request.user, "publish"):
        unused |= FOR_PUBLISHERS
    items[:] = [item for item in items if item.name not in unused]


@hooks.register("construct_help_menu")
def leave_out_english_help(request, items):
    items[:] = [item for item in items if not item.name.startswith(ENGLISH)]
