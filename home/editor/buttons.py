"""The buttons at the foot of the page editor: the way to the public stands in sight, not in the menu beside.

A clerk who has pressed the only button there believes the work done, and the text waits as a draft that nobody reads.
Saving stays the first button: pressing Enter in a field presses the first, and must publish nothing.
Imported by `home.wagtail_hooks`.
"""

from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, SaveDraftMenuItem

# What leads on, the most fitting first: whoever may approve a waiting text need not publish around the workflow.
WAYS_FORWARD = ("approve", "action-publish", "action-submit")


class SaveAndForward(ActionMenuItem):
    """Two buttons side by side."""

    name = "save-and-forward"

    def __init__(self, save: ActionMenuItem, forward: ActionMenuItem):
        super().__init__(order=save.order)
        self.buttons = (save, forward)

    def render_html(self, parent_context):
        return format_html_join("", "{}", ([button.render_html(parent_context)] for button in self.buttons))


@hooks.register("construct_page_action_menu")
def show_the_way_forward(menu_items, request, context):
    save = menu_items[0] if menu_items else None
    if not isinstance(save, SaveDraftMenuItem):
        return  # a page that is locked, or that a village's own rule has arranged
    forward = way_forward(menu_items)
    if forward:
        menu_items.remove(forward)
        menu_items[0] = SaveAndForward(save, forward)


def way_forward(menu_items: list[ActionMenuItem]) -> ActionMenuItem | None:
    for name in WAYS_FORWARD:
        for item in menu_items:
            if item.name == name and not getattr(item, "launch_modal", False):
                return item
    return None
