"""Takes the profile picture out of the account page: nobody sees it (`project.media` serves renditions only), and its
form opens a photo of any size and format before any of our checks. Imported by `home.wagtail_hooks`."""

from wagtail.admin.views.account import AvatarSettingsPanel


def _never(panel: AvatarSettingsPanel) -> bool:
    return False


# Wagtail offers a hook to add a panel, none to leave one out.
AvatarSettingsPanel.is_active = _never
