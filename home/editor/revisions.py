"""What was approved, submitted or published is kept as it was.

The editor saves by itself while somebody writes, each time over the revision that it made before, so that the history
has one line for one sitting. Which one that is, the browser says. Wagtail asks only whether it is the latest and the
writer's own: a request by hand, or a window left open while the page was submitted and approved, would change the text
under a line of the history that says "disetujui". Such a revision is not written over; a new one is made beside it, as
for the first save of a sitting, and the answer names it, so that the editor goes on with that.
"""

from wagtail.models import Page, Revision, TaskState


def is_settled(revision: Revision) -> bool:
    """Whether somebody else relies on these words: they are public, scheduled, or were shown to who approves."""
    return (
        revision.approved_go_live_at is not None
        or Page.objects.filter(live_revision=revision).exists()
        or TaskState.objects.filter(revision=revision).exists()
    )


def may_be_replaced(revision: Revision | None, page: Page, user) -> bool:
    """False for a settled one. What Wagtail refuses by itself, because it is old or of somebody else, is left to it."""
    if revision is None or revision.pk != page.latest_revision_id or revision.user_id != (user and user.pk):
        return True
    return not is_settled(revision)
