"""What is put into a practice folder to begin with."""

from django.contrib.auth import get_user_model
from wagtail.models import Page, Revision

TRAINER = "pelatih"


def trainer():
    """The author of what is put there. Somebody else than the trainee: autosave overwrites the last version of the same
    person. The account cannot be signed in to."""
    user, made = get_user_model().objects.get_or_create(
        username=TRAINER, defaults={"first_name": "Pelatih", "is_active": False, "password": "!"}
    )
    if made:
        user.set_unusable_password()
        user.save()
    return user


def publish(page: Page) -> Revision:
    """A version of the page by the trainer, public within the folder."""
    # With its line in the history: only there does the editor offer to restore it.
    revision = page.save_revision(user=trainer(), log_action=True)
    revision.publish(user=trainer(), skip_permission_checks=True)
    page.refresh_from_db()
    return revision
